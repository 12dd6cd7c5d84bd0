import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Policy } from '../../src/demo/xmpp-server.js';
import { readCase } from '../../src/issues/marker.js';
import type { FakeGitHub } from '../support/fake-github.js';
import { startSite, type Site } from './site.js';

const HOSTS = { hosts: 'a.example service=c2s\nb.example service=c2s' };

/** What a run does, one after the other: b.example stays as it is, a.example is repaired and falls back. */
const CHANGES = {
  'opens two issues': 'optional',
  'sees a repair': 'required',
  'closes an issue': 'required',
  'reopens an issue': 'optional',
} as const satisfies Record<string, Policy>;

type Change = keyof typeof CHANGES;

/** One change in peace: how the forge was before it, how many writes it took, and how the forge is after it. */
interface Peace {
  readonly restore: () => void;
  readonly writes: number;
  readonly after: unknown;
}

describe('a run that is killed while it', () => {
  let site: Site;
  const inPeace = new Map<Change, Peace>();
  beforeAll(async () => {
    site = await startSite({ 'a.example': { c2s: 'optional' }, 'b.example': { c2s: 'optional' } });
    for (const change of Object.keys(CHANGES) as Change[]) {
      const restore = remember(site.github);
      site.setPolicy('a.example', CHANGES[change]);
      const { writes } = await site.run(HOSTS);
      inPeace.set(change, { restore, writes: writes.length, after: whatPeopleSee(site.github) });
    }
  });
  afterAll(() => site.close());

  /**
   * A killed process leaves nothing behind but what it wrote to the forge, so dying before write 2 and dying while the
   * answer to write 1 is under way are the same: the forge has carried out exactly so many writes.
   */
  it.each(['opens two issues', 'closes an issue', 'reopens an issue'] as const)(
    '%s is finished by the next run, whichever of its writes was its last',
    async (change) => {
      const { restore, writes, after } = inPeace.get(change) ?? {};
      expect(writes).toBeGreaterThanOrEqual(3);
      site.setPolicy('a.example', CHANGES[change]);
      for (let done = 1; done <= (writes ?? 0); done += 1) {
        restore?.();
        const run = site.start(HOSTS);
        site.github.failNext({ kind: 'lost' }, { method: 'POST|PATCH', skip: done - 1, meanwhile: run.kill });
        const killed = await run.finished;
        expect({ code: killed.code, writes: killed.writes.length }).toEqual({ code: null, writes: done });

        await site.run(HOSTS);
        expect({ done, after: whatPeopleSee(site.github) }).toEqual({ done, after });
      }
    },
  );
});

/** Keeps all that is on the forge; the function that it answers with brings it back. */
function remember({ issues, comments, labels }: FakeGitHub): () => void {
  const then = structuredClone({ issues, comments, labels });
  return () => {
    const copy = structuredClone(then);
    issues.splice(0, issues.length, ...copy.issues);
    labels.splice(0, labels.length, ...copy.labels);
    comments.clear();
    for (const [issue, said] of copy.comments) comments.set(issue, said);
  };
}

/** Everything on the forge but the times and what is random: two runs agree in it when they came to the same end. */
function whatPeopleSee({ issues, comments, labels }: FakeGitHub): unknown {
  return {
    labels: [...labels],
    comments: [...comments].map(([issue, said]) => [issue, said.map(({ body }) => timeless(body))]),
    issues: issues.map(({ number, title, state, state_reason, labels: own, body }) => ({
      ...{ number, title, state, state_reason, own: [...own], body: timeless(body) },
      hidden: timeless(JSON.stringify(readCase(body))),
    })),
  };
}

function timeless(text: string): string {
  return text
    .replace(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d\.\d+Z)?/gu, 'TIME')
    .replace(/<!-- xmpp-tls-compliance (case=v1|comment=[a-z]+)[ -][\w-]+ -->/gu, '<!-- $1 -->')
    .replace(/<details>[^]*?<\/details>/gu, 'TRANSCRIPT');
}
