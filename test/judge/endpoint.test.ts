import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeEndpoint, needsConfirmation, needsNullConfirmation } from '../../src/judge/endpoint.js';
import { levelOf, makeProfile } from '../../src/judge/profile.js';
import type { EndpointObservation } from '../../src/model/observation.js';
import {
  anObservation,
  ANSWERS,
  anUnreachable,
  aPlaintextLook,
  aStoppedLook,
  behaving,
  done,
  failedStep,
  someAnswers,
  someFeatures,
  someSuites,
  someTls,
} from '../support/observations.js';
import { aClosedWebDoor } from '../support/web-observations.js';

const login = { starttls: 'offered', mechanisms: ['PLAIN'] } as const;
const plaintext = behaving({ features: login, answers: { 'sasl-external': ANSWERS.invalidMechanism } });
const secure = anObservation();

describe('a plaintext verdict', () => {
  it('asks for a second look as long as there was none', () => {
    expect(needsConfirmation(judgeEndpoint(plaintext, {}), plaintext)).toBe(true);
    const confirmed = { ...plaintext, confirmation: plaintext.plaintext };
    expect(needsConfirmation(judgeEndpoint(confirmed, {}), confirmed)).toBe(false);
    expect(needsConfirmation(judgeEndpoint(secure, {}), secure)).toBe(false);
  });

  it('stands when the second look gives it again', () => {
    const verdict = judgeEndpoint({ ...plaintext, confirmation: plaintext.plaintext }, {});
    expect(verdict).toEqual(judgeEndpoint(plaintext, {}));
    expect(verdict.verdict).toBe('plaintext');
  });

  it('is withdrawn with its findings when the second look is secure', () => {
    const verdict = judgeEndpoint({ ...plaintext, confirmation: secure.plaintext }, {});
    expect(verdict).toMatchObject({
      verdict: 'inconclusive',
      proof: 'none',
      because: ['a second connection was answered differently: the second time TLS was required'],
      obstacle: { code: 'confirm.differs' },
    });
    expect(verdict.findings.map(({ check }) => check)).toEqual(['c2s-offers-no-sasl-before-tls']);
    expect(verdict.outcomes.find(({ check }) => check === 'c2s-requires-starttls')?.outcome.outcome).toBe(
      'inconclusive',
    );
  });

  it('is withdrawn when the second look was kept out', () => {
    const verdict = judgeEndpoint({ ...plaintext, confirmation: aStoppedLook('connect', 'tcp.timeout') }, {});
    expect(verdict.because).toEqual([
      'a second connection was answered differently: the port did not answer in time (filtered by a firewall, or the host is down)',
    ]);
  });

  it('is withdrawn when only the first connection was offered mechanisms', () => {
    const oneOfTwo = { ...plaintext, features: done(someFeatures({ starttls: 'required' })) };
    const confirmation = aPlaintextLook({ answers: someAnswers({ 'sasl-external': ANSWERS.invalidMechanism }) });
    expect(judgeEndpoint(oneOfTwo, {}).verdict).toBe('plaintext');
    expect(judgeEndpoint({ ...oneOfTwo, confirmation }, {}).verdict).toBe('inconclusive');
  });

  it('never comes from a confirmation alone', () => {
    expect(judgeEndpoint({ ...secure, confirmation: plaintext.plaintext }, {}).verdict).toBe('secure');
  });

  it('carries the strongest proof among what failed', () => {
    const answers = { 'sasl-external': ANSWERS.invalidMechanism, registration: ANSWERS.registrationForm };
    const verdict = judgeEndpoint(behaving({ features: login, answers }), {});
    expect(verdict.proof).toBe('behaviour');
    expect(verdict.findings.map(({ check, level, group }) => [check, level, group])).toEqual([
      ['c2s-offers-no-sasl-before-tls', 'warn', 'tls'],
      ['c2s-refuses-plaintext-registration', 'fail', 'plaintext'],
      ['c2s-requires-starttls', 'fail', 'plaintext'],
    ]);
  });
});

describe('a NULL suite', () => {
  const picked = { kind: 'picked', suite: 'TLS_RSA_WITH_NULL_SHA256', version: 'TLSv1.2' } as const;
  const accused = anObservation({ worthlessSuites: someSuites({ null: picked.suite }) });

  it('is plaintext, and asks for a second offer instead of second questions', () => {
    const verdict = judgeEndpoint(accused, {});
    expect(verdict).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
    expect(needsNullConfirmation(verdict, accused)).toBe(true);
    expect(needsConfirmation(verdict, accused)).toBe(false);
    expect(needsNullConfirmation(judgeEndpoint(plaintext, {}), plaintext)).toBe(false);
  });

  it('stands when it is picked again', () => {
    const confirmed = { ...accused, nullSuitesAgain: done(picked) };
    const verdict = judgeEndpoint(confirmed, {});
    expect(verdict).toEqual(judgeEndpoint(accused, {}));
    expect(needsNullConfirmation(verdict, confirmed)).toBe(false);
  });

  it.each([
    ['refused', done({ kind: 'refused', by: 'handshake_failure' } as const)],
    ['not answered', failedStep('tls.timeout', 'handshake')],
  ])('accuses nobody when it is %s the second time', (_what, nullSuitesAgain) => {
    const verdict = judgeEndpoint({ ...accused, nullSuitesAgain }, {});
    expect(verdict).toMatchObject({
      verdict: 'inconclusive',
      because: ['a second connection was answered differently: the second time no NULL cipher suite was picked'],
      findings: [],
    });
  });

  it('is withdrawn alone when plaintext was found beside it', () => {
    const both = { ...plaintext, worthlessSuites: accused.worthlessSuites ?? someSuites() };
    const refused = done({ kind: 'refused', by: 'handshake_failure' } as const);
    const again = { ...both, confirmation: plaintext.plaintext, nullSuitesAgain: refused };
    const verdict = judgeEndpoint(again, {});
    expect(verdict.verdict).toBe('plaintext');
    expect(verdict.findings).toEqual(judgeEndpoint(plaintext, {}).findings);
    expect(verdict.outcomes.find(({ check }) => check === 'tls-encrypts')?.outcome.outcome).toBe('inconclusive');
  });

  it('does not come from anonymous or export suites, which fail as faults of TLS', () => {
    const weak = anObservation({
      worthlessSuites: someSuites({ anonymous: 'TLS_DH_anon_WITH_RC4_128_MD5', export: 'E' }),
    });
    const verdict = judgeEndpoint(weak, {});
    expect(verdict.verdict).toBe('secure');
    expect(verdict.findings.map(({ check, group, level }) => [check, group, level])).toEqual([
      ['tls-refuses-anonymous-suites', 'tls', 'fail'],
      ['tls-refuses-export-suites', 'tls', 'fail'],
    ]);
  });
});

describe('an inconclusive verdict', () => {
  it('names the one obstacle, once', () => {
    const verdict = judgeEndpoint(anUnreachable('net.no-ipv6-route'), {});
    expect(verdict.because).toEqual(['only reachable over IPv6, which this runner does not have']);
    expect(verdict.obstacle).toMatchObject({ code: 'net.no-ipv6-route', step: 'connect' });
  });

  it('says what the answers left open where nothing kept us out', () => {
    const verdict = judgeEndpoint(behaving({ features: { starttls: 'offered' } }), {});
    expect(verdict.obstacle).toBeUndefined();
    expect(verdict.because).toContain('the server neither requires TLS nor shows a way to log in without it');
  });
});

describe('a verdict of secure', () => {
  it('remarks upon a login of which the answer did not tell', () => {
    const answers = { 'sasl-external': ANSWERS.encryptionRequired, 'legacy-auth': ANSWERS.unknownUser };
    const { verdict, remarks } = judgeEndpoint(behaving({ features: { starttls: 'required' }, answers }), {});
    expect(verdict).toBe('secure');
    expect(remarks).toEqual([expect.stringMatching(/^c2s-refuses-legacy-auth: /u)]);
    expect(judgeEndpoint(secure, {}).remarks).toBeUndefined();
  });

  it('remarks upon a door that the user named and that is not there', () => {
    const door = aClosedWebDoor('bosh', 'header', 'http.refused');
    const named = { ...door, endpoint: { ...door.endpoint, source: 'configured' } } as const;
    expect(judgeEndpoint(named, {})).toMatchObject({
      verdict: 'secure',
      remarks: ['the web server does not serve XMPP under this address'],
    });
    expect(judgeEndpoint(door, {}).remarks).toBeUndefined();
  });
});

describe('levels', () => {
  it('are those of the target over those of the run over those of the check', () => {
    const profile = makeProfile({ a: 'off', b: 'warn' }, { b: 'note' });
    expect(levelOf({ id: 'a', level: 'fail' }, profile)).toBe('off');
    expect(levelOf({ id: 'b', level: 'fail' }, profile)).toBe('note');
    expect(levelOf({ id: 'c', level: 'warn' }, profile)).toBe('warn');
  });

  it('keep a check that is off out of the outcomes', () => {
    const { outcomes } = judgeEndpoint(plaintext, { 'c2s-offers-starttls': 'off' });
    expect(outcomes.map(({ check }) => check)).not.toContain('c2s-offers-starttls');
  });

  it('keep a plaintext check below fail from accusing, and do not acquit instead', () => {
    const verdict = judgeEndpoint(plaintext, { 'c2s-requires-starttls': 'warn' });
    expect(verdict.verdict).toBe('inconclusive');
    expect(verdict.because).toContain('fails c2s-requires-starttls, which the configuration lowers to warn');
    expect(verdict.findings.map(({ check, level }) => [check, level])).toContainEqual([
      'c2s-requires-starttls',
      'warn',
    ]);
  });

  it('are named where one that is off would have decided', () => {
    const verdict = judgeEndpoint(plaintext, { 'c2s-requires-starttls': 'off' });
    expect(verdict.verdict).toBe('inconclusive');
    expect(verdict.because[0]).toBe('the deciding check c2s-requires-starttls is set to off');
    const unreached = judgeEndpoint(anUnreachable('tcp.refused'), { 'c2s-requires-starttls': 'off' });
    expect(unreached.because).toEqual(['the port refused the connection']);
  });

  it('leave nothing to tell by when every deciding check is off', () => {
    const profile = Object.fromEntries(judgeEndpoint(secure, {}).outcomes.map(({ check }) => [check, 'off' as const]));
    expect(judgeEndpoint(secure, profile)).toMatchObject({
      verdict: 'inconclusive',
      because: ['every check that could decide it is set to off'],
    });
  });

  it('do not make a tls check accuse', () => {
    const verdict = judgeEndpoint(
      behaving({ features: login, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
      { 'c2s-offers-no-sasl-before-tls': 'fail' },
    );
    expect(verdict.verdict).toBe('secure');
    expect(verdict.findings).toMatchObject([{ check: 'c2s-offers-no-sasl-before-tls', level: 'fail' }]);
  });
});

describe('whatever a server does', () => {
  const starttls = fc.constantFrom('absent', 'offered', 'required');
  const answer = fc.constantFrom(...Object.values(ANSWERS), undefined);
  const observation = fc
    .record({
      service: fc.constantFrom('c2s', 's2s'),
      starttls,
      mechanisms: fc.subarray(['PLAIN', 'SCRAM-SHA-1', 'EXTERNAL']),
      dialback: fc.boolean(),
      external: answer,
      legacy: answer,
      registration: answer,
      verify: answer,
      cipher: fc.constantFrom('TLS_AES_128_GCM_SHA256', 'NULL-SHA256'),
    })
    .map((drawn): EndpointObservation => {
      const given = {
        'sasl-external': drawn.external,
        'legacy-auth': drawn.legacy,
        registration: drawn.registration,
        'dialback-verify': drawn.verify,
      };
      const answers = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      const { mechanisms, dialback } = drawn;
      const features = { starttls: drawn.starttls, mechanisms, dialback };
      return {
        ...behaving({ endpoint: { service: drawn.service }, features, answers }),
        handshake: done(someTls({ cipher: drawn.cipher })),
      };
    });

  it('a verdict of plaintext has an accusing finding and no other verdict has one', () => {
    fc.assert(
      fc.property(observation, (seen) => {
        const { verdict, findings, proof, because } = judgeEndpoint(seen, {});
        const accused = findings.some(({ group, level }) => group === 'plaintext' && level === 'fail');
        expect(accused).toBe(verdict === 'plaintext');
        expect(proof === 'none').toBe(verdict === 'inconclusive');
        expect(because.length > 0).toBe(verdict === 'inconclusive');
      }),
    );
  });

  it('a server that took part in a login, or encrypts nothing, is never secure', () => {
    fc.assert(
      fc.property(observation, (seen) => {
        const { answers } = seen.plaintext;
        const kinds = [answers['sasl-external']].map((step) => (step.state === 'done' ? step.value.kind : ''));
        const nothingEncrypted = seen.handshake.state === 'done' && seen.handshake.value.cipher.includes('NULL');
        if (kinds.includes('sasl-challenge') || kinds.includes('sasl-success') || nothingEncrypted) {
          expect(judgeEndpoint(seen, {}).verdict).toBe('plaintext');
        }
      }),
    );
  });

  it('a ban alone acquits nobody and accuses nobody', () => {
    fc.assert(
      fc.property(starttls, fc.subarray(['PLAIN', 'SCRAM-SHA-1']), (offer, mechanisms) => {
        const answers = { 'sasl-external': ANSWERS.banned };
        const verdict = judgeEndpoint(behaving({ features: { starttls: offer, mechanisms }, answers }), {});
        expect(verdict.verdict).not.toBe('plaintext');
        expect(verdict.proof).not.toBe('behaviour');
      }),
    );
  });
});
