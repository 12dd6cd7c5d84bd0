import { connect } from 'node:net';

/** One attempt with a wrong password, as an attacker would make it. */
export function failToLogIn(domain: string, port: number): Promise<void> {
  const header = `<?xml version='1.0'?><stream:stream to='${domain}' version='1.0' xmlns='jabber:client' xmlns:stream='http://etherx.jabber.org/streams'>`;
  const auth = `<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>${btoa('\0nobody\0wrong')}</auth>`;
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(header));
    socket.on('data', (bytes: Buffer) => {
      heard += bytes.toString();
      if (heard.includes('<failure') || heard.includes('stream:error')) socket.destroy();
      else if (heard.includes('</stream:features>')) socket.write(auth);
    });
    socket.on('close', () => resolve());
    socket.on('error', reject);
  });
}
