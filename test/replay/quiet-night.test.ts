import { afterEach, describe, expect, it } from '@jest/globals';
import { createGitHubReader, createGitHubWriter } from '../../src/forge/github.js';
import { aTarget, day } from '../issues/builders.js';
import { track } from '../issues/track.js';
import { type FakeGitHub, startFakeGitHub } from '../support/fake-github.js';
import { handClock } from './forges.js';

let fake: FakeGitHub | undefined;
afterEach(async () => fake?.close());

describe('a night on which nothing is new', () => {
  it('costs two pages of issues and one of comments for 200 cases, and no write', async () => {
    const github = (fake = await startFakeGitHub());
    github.now = () => day(0);
    const options = { token: 'secret', repository: github.repository, apiUrl: github.url, clock: handClock() };
    const forge = { reader: createGitHubReader(options), writer: createGitHubWriter(options) };
    const targets = Array.from({ length: 200 }, (_, index) => aTarget(`d${index}.example`, [{ verdict: 'plaintext' }]));
    const tracking = { maxIssueOpens: 1000, maxIssueWrites: 1000 };
    await track(forge, { targets, tracking, now: day(0) });
    for (let issue = 1; issue <= 30; issue += 1) github.seedComment(issue, 'Nothing new from them.');

    const listing = async (): Promise<string[]> => {
      const { length } = github.requests;
      const plan = await track(forge, { targets, tracking, now: day(1) });
      expect(new Set(plan.actions.map(({ kind }) => kind))).toEqual(new Set(['keep']));
      return github.requests.slice(length).map(({ method, path }) => `${method} ${path.replace(/\?.*$/u, '')}`);
    };
    const issues = `GET /repos/${github.repository}/issues`;
    expect(await listing()).toEqual([issues, issues, `${issues}/comments`]);
  }, 60_000);
});
