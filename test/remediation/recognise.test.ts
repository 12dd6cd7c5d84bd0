import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type {
  Answer,
  EndpointObservation,
  QuestionName,
  StreamFeature,
  StreamHeader,
} from '../../src/model/observation.js';
import type { Service } from '../../src/model/target.js';
import { recognise } from '../../src/remediation/shared/recognise.js';
import {
  aHeader,
  anEndpoint,
  anObservation,
  ANSWERS,
  anUnreachable,
  aPlaintextLook,
  aStoppedLook,
  done,
  failedStep,
  someAnswers,
  someFeatures,
} from '../support/observations.js';

interface Wire {
  readonly ids: readonly [string, string, string];
  readonly header?: Partial<StreamHeader>;
  readonly shown?: readonly Partial<StreamFeature>[];
  readonly answers?: Partial<Record<QuestionName, Answer>>;
}

/** An endpoint that gave these stream ids, features and answers, as real servers were seen or read to give them. */
function spoken(service: Service, { ids, header = {}, shown = [], answers = {} }: Wire): EndpointObservation {
  const all = shown.map((one) => ({ name: 'x', namespace: '', required: false, children: [], ...one }));
  const features = done(someFeatures({ all }));
  const [first, inside, second] = ids.map((id) => done(aHeader({ id, ...header })));
  return anObservation({
    endpoint: anEndpoint({ service }),
    header: first ?? done(aHeader()),
    securedHeader: inside ?? done(aHeader()),
    features,
    plaintext: aPlaintextLook({ header: second ?? done(aHeader()), features, answers: someAnswers(answers) }),
  });
}

const UUIDS = [
  '0577c75e-acdb-4492-9c61-cb35c39e0ade',
  'b836098d-ed09-438e-8b67-96b726d61e9f',
  '00d1ceae-6ea9-43df-8a00-8ebf906ca83f',
] as const;
const DECIMALS = ['17285341040123425495', '1264299789645845942', '482302234479469997'] as const;
const FORTY = [
  'fnxsipj0qj25nxpbj3p17lhr4nlc6vfmice12x1s',
  'x40ngkq6myr3qvqb8x6njp0xr2vsvcwthxgyh743',
  'cw7enyv1eqlhosi83myt80c7frqvfcmr8t6vr1x6',
] as const;
const SHORT = ['4fx0v3bhq1', '8jd2k1x9', '60cpx2z1r'] as const;
const HEX = ['a94f3c1d22be07f1', '1b6ddc41f0a97e35', '5f2e90c4417a8db3'] as const;
const DIALBACK = 'urn:xmpp:features:dialback';

describe('recognise', () => {
  it('believes the user over the wire', () => {
    const observations = [spoken('c2s', { ids: DECIMALS })];
    expect(recognise(observations, 'openfire')).toEqual({ software: 'openfire', confidence: 'configured', by: [] });
  });

  it.each([
    ['prosody', 'a server stream with a UUID and an XML declaration', spoken('s2s', { ids: UUIDS })],
    [
      'prosody',
      'what its old login module says',
      spoken('c2s', { ids: UUIDS, answers: { 'legacy-auth': ANSWERS.notAcceptable } }),
    ],
    [
      'prosody',
      'what it says without a certificate',
      anObservation({
        header: done(aHeader({ id: UUIDS[0] })),
        securedHeader: failedStep('stream.closed', 'secured-features'),
        features: failedStep('stream.no-features', 'features', 'No stream features to proceed with'),
        plaintext: aStoppedLook('connect', 'tcp.refused'),
      }),
    ],
    ['ejabberd', 'long decimal stream ids', spoken('c2s', { ids: DECIMALS })],
    [
      'ejabberd',
      'decimal stream ids and its refusal',
      spoken('s2s', { ids: DECIMALS, answers: { 'dialback-verify': ANSWERS.starttlsRequired } }),
    ],
    ['openfire', 'its refusal', spoken('c2s', { ids: SHORT, answers: { 'legacy-auth': ANSWERS.tlsMandatory } })],
    [
      'mongooseim',
      'a stream error that no standard knows',
      spoken('c2s', {
        ids: HEX,
        answers: {
          'sasl-external': {
            kind: 'stream-error',
            condition: 'encryption-required',
            text: 'Use of STARTTLS required',
          },
        },
      }),
    ],
    [
      'tigase',
      'a server stream with a UUID and no XML declaration',
      spoken('s2s', { ids: UUIDS, header: { xmlDeclaration: false } }),
    ],
    ['jabberd2', 'stream ids of 40 characters', spoken('c2s', { ids: FORTY })],
    [
      'jabberd2',
      'dialback that is marked as required',
      spoken('s2s', { ids: ['a', 'b', 'c'], shown: [{ namespace: DIALBACK, children: ['required'] }] }),
    ],
  ] as const)('finds %s likely by %s', (software, _by, observation) => {
    const recognition = recognise([observation]);
    expect(recognition).toMatchObject({ software, confidence: 'likely' });
    expect(recognition.by.length).toBeGreaterThan(0);
  });

  it('adds up what different endpoints of a domain show', () => {
    const c2s = spoken('c2s', { ids: UUIDS });
    expect(recognise([c2s]).confidence).toBe('unknown');
    expect(recognise([c2s, spoken('s2s', { ids: UUIDS })])).toMatchObject({
      software: 'prosody',
      confidence: 'likely',
    });
  });

  it('finds Prosody possible when its stream ids come with a proper refusal', () => {
    const recognition = recognise([
      spoken('c2s', { ids: UUIDS, answers: { 'sasl-external': ANSWERS.encryptionRequired } }),
    ]);
    expect(recognition).toMatchObject({ software: 'prosody', confidence: 'possible', alternatives: ['tigase'] });
  });

  it('names nobody on a trait that two share, and both as alternatives', () => {
    expect(recognise([spoken('c2s', { ids: UUIDS })])).toEqual({
      software: 'generic',
      confidence: 'unknown',
      by: [],
      alternatives: ['prosody', 'tigase'],
    });
  });

  it.each([
    ['16 hexadecimal digits', HEX, ['mongooseim']],
    ['short stream ids in base 36', SHORT, ['openfire']],
  ] as const)('names nobody on %s alone', (_what, ids, alternatives) => {
    expect(recognise([spoken('c2s', { ids })])).toMatchObject({
      software: 'generic',
      confidence: 'unknown',
      alternatives,
    });
  });

  it.each([
    ['unlike each other', [UUIDS[0], DECIMALS[0], FORTY[0]]],
    ['of nine or ten digits, as jabberd14 gives them', ['1234567890', '123456789', '987654321']],
  ] as const)('does not build on stream ids %s', (_what, ids) => {
    expect(recognise([spoken('c2s', { ids })]).confidence).toBe('unknown');
  });

  it('names the most widespread as alternatives where nothing was seen', () => {
    expect(recognise([anUnreachable('tcp.timeout')])).toMatchObject({ alternatives: ['prosody', 'ejabberd'] });
    expect(recognise([])).toMatchObject({ software: 'generic', alternatives: ['prosody', 'ejabberd'] });
  });

  it('does not depend on the order of the observations', () => {
    const all = [
      spoken('c2s', { ids: UUIDS }),
      spoken('s2s', { ids: UUIDS }),
      spoken('c2s', { ids: DECIMALS }),
      spoken('s2s', { ids: SHORT, shown: [{ namespace: DIALBACK, children: ['errors'] }] }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all), (some) => {
        const inOrder = all.filter((one) => some.includes(one));
        expect(recognise(some)).toEqual(recognise(inOrder));
      }),
    );
  });
});
