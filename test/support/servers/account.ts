import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { LOOPBACK } from './ports.js';

export interface TestAccount {
  readonly user: string;
  readonly password: string;
}

/** Makes an account by in-band registration (XEP-0077) on a server that allows it, inside TLS where there is TLS. */
export async function register(
  { c2sPort, domain }: { readonly c2sPort: number; readonly domain: string },
  { user, password }: TestAccount,
): Promise<void> {
  const header = `<?xml version='1.0'?><stream:stream to='${domain}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`;
  let socket: Socket = connect(c2sPort, LOOPBACK);
  await once(socket, 'connect');
  const features = await ask(socket, header, /<\/stream:features>/u);
  if (features.includes('<starttls')) {
    await ask(socket, "<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", /<proceed/u);
    socket = connectTls({ socket, servername: domain, rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    await ask(socket, header, /<\/stream:features>/u);
  }
  const query = `<query xmlns='jabber:iq:register'><username>${user}</username><password>${password}</password></query>`;
  const answer = await ask(socket, `<iq type='set' id='register'>${query}</iq>`, /<iq[^>]*type=['"](?:result|error)/u);
  socket.destroy();
  if (!/type=['"]result/u.test(answer)) throw new Error(`no account was made: ${answer}`);
}

/** Writes, and gives back everything that came until it matches. */
function ask(socket: Socket, text: string, enough: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const hear = (bytes: Buffer): void => {
      heard += bytes.toString();
      if (!enough.test(heard)) return;
      socket.off('data', hear);
      resolve(heard);
    };
    socket.on('data', hear);
    socket.once('error', reject);
    socket.once('close', () => reject(new Error(`the server hung up: ${heard}`)));
    socket.write(text);
  });
}
