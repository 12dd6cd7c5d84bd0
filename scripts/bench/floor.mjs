import { connect } from 'node:net';
import { once } from 'node:events';
import * as tls from 'node:tls';

/**
 * The floor: what one verdict costs when nothing is parsed, judged or recorded, and nothing is waited for but answers. A
 * bare socket sends the very bytes the probe sends and waits, for each answer, until the marker that ends it has come by.
 * All connections of all endpoints run at once, although what some of them ask depends on what others were told.
 */
export async function exchangeAll(looks) {
  await Promise.all(looks.flat().map(exchange));
}

async function exchange({ port, serverName, plain, secured }) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  await talk(socket, plain);
  if (!secured) return socket.destroy();
  const inside = tls.connect({ socket, servername: serverName, rejectUnauthorized: false });
  inside.on('error', () => inside.destroy());
  await once(inside, 'secureConnect');
  await talk(inside, secured);
  inside.destroy();
}

async function talk(socket, turns) {
  for (const { send, until } of turns) {
    socket.write(send);
    let seen = '';
    while (!seen.includes(until)) {
      const [bytes] = await once(socket, 'data');
      seen += bytes;
    }
  }
}
