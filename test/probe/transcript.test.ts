import { describe, expect, it } from '@jest/globals';
import { createTranscript } from '../../src/probe/transcript.js';
import { fakeClock } from './fake-connection.js';

describe('a transcript', () => {
  it('keeps the connections apart, with times from the first line of each', () => {
    const clock = fakeClock();
    const transcript = createTranscript(clock);
    const main = transcript.open();
    const second = transcript.open();
    clock.pass(1000);
    main('us', 'a');
    clock.pass(20.4);
    second('us', 'b');
    main('server', 'c');
    expect(transcript.lines()).toEqual([
      { connection: 1, atMs: 0, from: 'us', text: 'a' },
      { connection: 1, atMs: 20, from: 'server', text: 'c' },
      { connection: 2, atMs: 0, from: 'us', text: 'b' },
    ]);
    expect(transcript.connections()).toBe(2);
  });

  it('goes on counting where an earlier look ended', () => {
    const transcript = createTranscript(fakeClock(), 3);
    transcript.open()('us', 'a');
    expect(transcript.lines()[0]?.connection).toBe(4);
    expect(transcript.connections()).toBe(1);
  });

  it('cuts a long line', () => {
    const transcript = createTranscript(fakeClock());
    transcript.open()('server', 'x'.repeat(100_000));
    const [line] = transcript.lines();
    expect(line?.text).toHaveLength(2000);
    expect(line?.text.endsWith('…')).toBe(true);
  });

  it.each([1, 100, 5000])('ends with a note where a server never stops, here with lines of %i', (length) => {
    const transcript = createTranscript(fakeClock());
    const record = transcript.open();
    for (let line = 0; line < 10_000; line++) record('server', 'x'.repeat(length));
    const lines = transcript.lines();
    expect(JSON.stringify(lines).length).toBeLessThan(60_000);
    expect(lines.at(-1)).toMatchObject({ from: 'note', text: 'the rest is left out' });
    expect(lines.filter(({ from }) => from === 'note')).toHaveLength(1);
  });
});
