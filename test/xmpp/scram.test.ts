import { describe, expect, it } from '@jest/globals';
import { scramCrypto } from '../../src/runtime/scram-crypto.js';
import { answerScram, type ScramMechanism, scramFirstMessage } from '../../src/xmpp/scram.js';

/** The examples of RFC 5802 section 5 and RFC 7677 section 3: user `user`, password `pencil`. */
const EXAMPLES = [
  {
    mechanism: 'SCRAM-SHA-1',
    nonce: 'fyko+d2lbbFgONRv9qkxdawL',
    serverFirst: 'r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
    message: 'c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=',
    serverSignature: 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
  },
  {
    mechanism: 'SCRAM-SHA-256',
    nonce: 'rOprNGfwEbeRWgbNEkqO',
    serverFirst: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
    message:
      'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
    serverSignature: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
  },
] as const satisfies readonly { mechanism: ScramMechanism; [field: string]: string }[];

const credentials = (nonce: string) => ({ user: 'user', password: 'pencil', nonce });
const answer = (serverFirst: string, nonce = 'ours') =>
  answerScram('SCRAM-SHA-1', credentials(nonce), serverFirst, scramCrypto);

describe('SCRAM', () => {
  it.each(EXAMPLES)('answers the example of the specification: $mechanism', (example) => {
    const { mechanism, nonce, serverFirst, message, serverSignature } = example;
    expect(answerScram(mechanism, credentials(nonce), serverFirst, scramCrypto)).toEqual({ message, serverSignature });
  });

  it('begins without channel binding, and with whatever parts fields escaped', () => {
    expect(scramFirstMessage({ user: 'a=b,c', nonce: 'n' })).toBe('n,,n=a=3Db=2Cc,r=n');
  });

  it('passes over extensions behind the fields it knows', () => {
    expect(answer('r=ours1,s=QSXCR+Q6sek8bf92,i=1,h=abc')?.message).toMatch(/^c=biws,r=ours1,p=/u);
  });

  it.each([
    ['that adds nothing to our nonce', 'r=ours,s=QSXCR+Q6sek8bf92,i=4096'],
    ['with the nonce of somebody else', 'r=theirs,s=QSXCR+Q6sek8bf92,i=4096'],
    ['that wants more work than we are willing to do', 'r=ours1,s=QSXCR+Q6sek8bf92,i=900000000'],
    ['that wants no work at all', 'r=ours1,s=QSXCR+Q6sek8bf92,i=0'],
    ['whose salt is not base64', 'r=ours1,s=QSXCR,i=4096'],
    ['that needs an extension we do not know', 'm=x,r=ours1,s=QSXCR+Q6sek8bf92,i=4096'],
    ['that is empty', ''],
  ])('does not answer a challenge %s', (_, serverFirst) => {
    expect(answer(serverFirst)).toBeUndefined();
  });
});
