import { connect, createServer } from 'node:net';
import { once } from 'node:events';

/**
 * A distance: a TCP proxy on loopback that holds everything back for `oneWayMs` in each direction, the handshake of TLS
 * included. (Only the TCP handshake itself is not delayed; that is the same for both sides of a comparison.)
 */
export async function startDistance(port, oneWayMs) {
  const server = createServer({ noDelay: true }, (near) => {
    const far = connect({ port, host: '127.0.0.1', noDelay: true });
    carry(near, far, oneWayMs);
    carry(far, near, oneWayMs);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { port: server.address().port, stop: () => server.close() };
}

function carry(from, to, delayMs) {
  const later = (act) => (delayMs === 0 ? act() : setTimeout(act, delayMs));
  from.on('data', (bytes) => later(() => to.writable && to.write(bytes)));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => to.destroy());
}
