import { afterEach, describe, expect, it } from '@jest/globals';
import { judgeEndpoint } from '../../src/judge/endpoint.js';
import type { SuiteClass } from '../../src/model/observation.js';
import { confirmNullSuites } from '../../src/probe/observe.js';
import { lookAt, probeSettings, realPorts, SUBJECT, transcriptOf } from '../support/loopback-look.js';
import { iqError, saslFailure, streamError, USE_TLS } from '../support/scripted-server.js';
import { startStaged, type Happening, type Replies, type Stage, type StagedServer } from '../support/staged-server.js';

const INVALID = "<db:verify from='example.org' to='tls-probe.invalid' type='invalid'/>";
const FAILURE = "<failure xmlns='urn:ietf:params:xml:ns:xmpp-tls'/></stream:stream>";

/** Ends the stream at SASL2, the last question, as Prosody does: no `<proceed/>` follows. */
const CLIENTS: Replies = {
  '</auth>': saslFailure('encryption-required'),
  "jabber:iq:auth'": iqError('jabber:iq:auth', 'not-acceptable'),
  "jabber:iq:register'": iqError('jabber:iq:register', 'policy-violation'),
  "'EXTERNAL'/>": streamError('unsupported-stanza-type'),
};
/** Ends the stream at every question, so that each takes a connection. */
const CLIENTS_ENDING: Replies = { ...CLIENTS, "jabber:iq:auth'": USE_TLS, "jabber:iq:register'": USE_TLS };
const SERVERS: Replies = { '</auth>': saslFailure('encryption-required'), '</db:verify>': INVALID };

let server: StagedServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function look(service: 'c2s' | 's2s', stage: Stage) {
  server = await startStaged(stage);
  const seen = await lookAt(server, { endpoint: { service } });
  return { seen, happened: server.happened, offers: server.offers };
}

/** Lets something wait until something else has happened so many times. */
function gate(awaited: Happening, count = 1) {
  let open = (): void => {};
  const opened = new Promise<void>((resolve) => (open = resolve));
  return {
    opened,
    note: (happening: Happening, times: number) => void (happening === awaited && times === count && open()),
  };
}

describe('questions that the first answers call for', () => {
  it('are asked while worthless suites are still being turned down', async () => {
    const asked = gate('versionless verify');
    const on = async (happening: Happening, times: number): Promise<void> => {
      asked.note(happening, times);
      if (happening === 'offer') await asked.opened;
    };
    const { seen, happened } = await look('s2s', { modern: SERVERS, versionless: SERVERS, on });
    expect(seen.worthlessSuites?.null).toMatchObject({ value: { kind: 'refused' } });
    expect(happened.indexOf('offer')).toBeLessThan(happened.indexOf('versionless verify'));
    expect(seen.plaintext.answers['versionless-verify']).toMatchObject({ value: { kind: 'dialback' } });
  });

  it('have their `<proceed/>` used for the offer where there was none before', async () => {
    const { seen, happened } = await look('c2s', { modern: CLIENTS, versionless: CLIENTS });
    expect(happened).toEqual(['stream', 'stream', 'versionless stream', 'offer']);
    expect(seen.plaintext.answers['versionless-auth']).toMatchObject({ value: { kind: 'iq-error' } });
    expect(seen.worthlessSuites?.null).toMatchObject({ value: { kind: 'refused', by: 'handshake_failure' } });
    expect(seen.cost.connections).toBe(3);
  });

  it('go before an offer on a connection of its own where none of them is answered with `<proceed/>`', async () => {
    const { seen, happened } = await look('c2s', {
      modern: CLIENTS,
      versionless: { ...CLIENTS, "jabber:iq:auth'": USE_TLS },
    });
    expect(happened).toEqual(['stream', 'stream', 'versionless stream', 'stream', 'offer']);
    expect(seen.worthlessSuites?.null).toMatchObject({ value: { kind: 'refused' } });
    expect(seen.cost.connections).toBe(4);
  });

  it('come after the offers where connections are scarce', async () => {
    const { seen, happened } = await look('c2s', { modern: CLIENTS_ENDING, versionless: CLIENTS_ENDING });
    expect(happened.filter((one) => one !== 'stream')).toEqual(['offer', 'versionless stream']);
    expect(seen.plaintext.answers['versionless-auth']?.state).toBe('done');
    expect(seen.cost.connections).toBeLessThanOrEqual(6);
  });
});

describe('a db:verify to compare the one on a stream without version with', () => {
  const featuresWithoutVersion = true;

  it('has its stream opened before that is answered, where features on it let an answer be expected', async () => {
    const opened = gate('stream', 3);
    const on = async (happening: Happening, times: number): Promise<void> => {
      opened.note(happening, times);
      if (happening === 'versionless verify') await opened.opened;
    };
    // Features come in one write with the header; the question is read, and then answered when the stream is there.
    const { seen, happened } = await look('s2s', { modern: SERVERS, versionless: SERVERS, featuresWithoutVersion, on });
    expect(happened.at(-1)).toBe('verify');
    expect(seen.plaintext.answers['dialback-verify']).toMatchObject({ value: { kind: 'dialback' } });
    expect(judgeEndpoint(seen, {})).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
    expect(seen.cost.connections).toBe(4);
  });

  it('is never sent where there is nothing to compare', async () => {
    const versionless = { '</db:verify>': USE_TLS };
    const { seen, happened } = await look('s2s', { modern: SERVERS, versionless, featuresWithoutVersion });
    expect(happened).toContain('versionless verify');
    expect(happened).not.toContain('verify');
    expect(transcriptOf(seen)).toContain('4 us </stream:stream>');
    expect(seen.plaintext.answers['dialback-verify']?.state).toBe('not-reached');
    expect(judgeEndpoint(seen, {})).toMatchObject({ verdict: 'secure', proof: 'behaviour' });
  });

  it('costs nothing before the answer where the stream without version has no features', async () => {
    const { seen } = await look('s2s', { modern: SERVERS, versionless: { '</db:verify>': USE_TLS } });
    expect(seen.cost.connections).toBe(3);
  });
});

describe('worthless suites beside other questions', () => {
  const TAKEN: readonly (readonly SuiteClass[])[] = [
    ['null'],
    ['null', 'anonymous'],
    ['anonymous', 'null'],
    ['anonymous', 'null', 'export'],
    ['anonymous', 'export', 'null'],
    ['export', 'anonymous', 'null'],
  ];
  const C2S = {
    'a stream without version proceeds': { modern: CLIENTS, versionless: CLIENTS },
    'it is turned away': { modern: CLIENTS, versionless: { ...CLIENTS, "jabber:iq:auth'": USE_TLS } },
    'it has no STARTTLS': {
      modern: CLIENTS,
      versionless: { ...CLIENTS, ["<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>"]: FAILURE },
    },
  };
  const S2S = {
    'db:verify is answered everywhere': { modern: SERVERS, versionless: SERVERS, featuresWithoutVersion: true },
    'db:verify is answered without version': { modern: { ...SERVERS, '</db:verify>': USE_TLS }, versionless: SERVERS },
  };
  const cases = [
    ...Object.entries(C2S).map(([when, stage]) => ['c2s', when, stage] as const),
    ...Object.entries(S2S).map(([when, stage]) => ['s2s', when, stage] as const),
  ].flatMap(([service, when, stage]) => TAKEN.map((takes) => [takes.join(', '), service, when, stage, takes] as const));

  it.each(cases)(
    'with %s taken: NULL is found and found again within six connections, %s, where %s',
    async (...[, service, , stage, takes]) => {
      const { seen } = await look(service, { ...stage, takes });
      expect(seen.worthlessSuites?.null).toMatchObject({ state: 'done', value: { kind: 'picked' } });
      const confirmed = await confirmNullSuites(seen, SUBJECT, probeSettings(), realPorts());
      expect(confirmed.nullSuitesAgain).toMatchObject({ state: 'done', value: { kind: 'picked' } });
      expect(judgeEndpoint(confirmed, {})).toMatchObject({ verdict: 'plaintext', proof: 'behaviour' });
      expect(confirmed.cost.connections).toBeLessThanOrEqual(6);
      expect(server?.received.length).toBe(confirmed.cost.connections);
    },
  );

  it.each(TAKEN.map((takes) => [takes.join(', '), takes] as const))(
    'cost no seventh connection with %s taken where every question ends a stream',
    async (_, takes) => {
      const { seen } = await look('c2s', { modern: CLIENTS_ENDING, versionless: CLIENTS_ENDING, takes });
      expect(seen.worthlessSuites?.null).toMatchObject({ state: 'done', value: { kind: 'picked' } });
      expect(server?.received.length).toBeLessThanOrEqual(6);
    },
  );

  it('leave nothing unasked where anonymous ones alone are taken', async () => {
    const stage = C2S['it is turned away'];
    const { seen, offers } = await look('c2s', { ...stage, takes: ['anonymous'] });
    expect(offers).toEqual([['null', 'anonymous', 'export'], ['null'], ['export']]);
    expect(seen.worthlessSuites).toMatchObject({
      null: { value: { kind: 'refused' } },
      anonymous: { value: { kind: 'picked' } },
      export: { value: { kind: 'refused' } },
    });
    expect(seen.cost.connections).toBe(6);
  });

  it('leave the export ones unasked where NULL is hidden by anonymous ones and the offer had no `<proceed/>`', async () => {
    const stage = C2S['it is turned away'];
    const { seen } = await look('c2s', { ...stage, takes: ['anonymous', 'export', 'null'] });
    expect(seen.worthlessSuites).toMatchObject({
      null: { value: { kind: 'picked' } },
      anonymous: { value: { kind: 'picked' } },
      export: { failure: { code: 'probe.connections' } },
    });
  });
});
