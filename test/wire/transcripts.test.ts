import { describe, expect, it } from '@jest/globals';
import { notReached, type Step } from '../../src/model/failure.js';
import type { Answer, StreamFeatures, StreamHeader } from '../../src/model/observation.js';
import { openStream } from '../../src/xmpp/negotiation.js';
import { type Asked, askQuestions } from '../../src/xmpp/questions.js';
import { byteByByte, type Cut, cutAt, firstBytes, scriptPeer, uncut } from '../support/converse.js';
import { PARTIES, RECORDED, type Transcript } from '../support/transcripts.js';
import { FROM_SOURCE } from '../support/transcripts-from-source.js';

const FAILED = { closed: 'failed stream.closed', 'stream.timeout': 'failed stream.timeout' } as const;

/** A transcript that is cut off ends one way or the other. */
const endingFor = (length: number): Transcript['ending'] => (length % 2 === 0 ? 'closed' : 'stream.timeout');

/** Reads a transcript whose two parts arrive cut; the answers are empty where there were no features. */
function readTranscript(
  transcript: Transcript,
  openingCut: Cut = uncut,
  repliesCut: Cut = uncut,
  ending: Transcript['ending'] = transcript.ending,
) {
  const cuts = [openingCut, repliesCut];
  const cut: Cut = (bytes) => (cuts.shift() ?? uncut)(bytes);
  const peer = scriptPeer([transcript.opening.join(''), transcript.replies.join('')], { cut, ending });
  const { service, questions } = transcript;
  const opened = peer.converse(openStream({ service, ...PARTIES }));
  const asked: Asked =
    opened.features.state === 'done'
      ? peer.converse(askQuestions({ ...PARTIES, questions }))
      : { answers: {}, sentinel: notReached('features') };
  return { ...opened, ...asked };
}

/** An answer in the words of the transcripts. */
function summarise(step: Step<Answer | StreamHeader | StreamFeatures | 'proceed' | 'failure'> | undefined): string {
  if (step === undefined || step.state === 'not-reached') return 'not reached';
  if (step.state === 'failed') return `failed ${step.failure.code}`;
  if (typeof step.value === 'string') return step.value;
  if (!('kind' in step.value)) return 'done';
  const { kind, ...said } = step.value;
  const words =
    'condition' in said ? said.condition : 'fields' in said ? said.fields.join(' ') : 'type' in said ? said.type : '';
  return `${kind} ${words ?? ''}`.trim();
}

const bytesOf = (text: readonly string[]): number => new TextEncoder().encode(text.join('')).length;
const lengthsBelow = (end: number): number[] => Array.from({ length: end }, (_, length) => length);

describe.each([...RECORDED, ...FROM_SOURCE].map((transcript) => [transcript.name, transcript] as const))(
  '%s',
  (_, transcript) => {
    const whole = readTranscript(transcript);
    const openingBytes = bytesOf(transcript.opening);
    const repliesBytes = bytesOf(transcript.replies);

    it('is read as it is meant', () => {
      if (whole.features.state !== 'done') throw new Error('no features');
      const { starttls, mechanisms } = whole.features.value;
      expect({
        starttls,
        mechanisms: mechanisms.join(' '),
        answers: Object.fromEntries(Object.entries(whole.answers).map(([name, step]) => [name, summarise(step)])),
        sentinel: summarise(whole.sentinel),
      }).toEqual({
        starttls: transcript.starttls,
        mechanisms: transcript.mechanisms,
        answers: transcript.answers,
        sentinel: transcript.sentinel,
      });
    });

    it('is read the same when it is cut at any byte, and in steps of one byte', () => {
      const expected = JSON.stringify(whole);
      const differs = (cut: Cut): boolean => JSON.stringify(readTranscript(transcript, cut, cut)) !== expected;
      expect(lengthsBelow(Math.max(openingBytes, repliesBytes) + 1).filter((at) => differs(cutAt(at)))).toEqual([]);
      expect(differs(byteByByte)).toBe(false);
    });

    it('shows no features while any byte of them is missing', () => {
      const shown = lengthsBelow(openingBytes).filter((length) => {
        const ending = endingFor(length);
        const { header, features } = readTranscript(transcript, firstBytes(length), uncut, ending);
        return summarise(header.state === 'done' ? features : header) !== FAILED[ending];
      });
      expect(shown).toEqual([]);
    });

    it('shows no answer while any byte of it is missing', () => {
      const invented = lengthsBelow(repliesBytes).flatMap((length) => {
        const ending = endingFor(length);
        const { answers } = readTranscript(transcript, uncut, firstBytes(length), ending);
        const instead = ['not reached', ending === 'closed' ? 'closed' : FAILED[ending]];
        return transcript.questions
          .map((name) => [name, summarise(answers[name])] as const)
          .filter(([name, said]) => said !== transcript.answers[name] && !instead.includes(said));
      });
      expect(invented).toEqual([]);
    });
  },
);
