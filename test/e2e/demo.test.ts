import { readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { NODE_VERSIONS } from '../support/node-versions.js';
import { withSite } from './site.js';

/** On a free machine it takes two or three; this is not a benchmark. */
const GENEROUS_MS = 20_000;

describe.each(NODE_VERSIONS)('npm start on $name', (node) => {
  it('tells the story from found to closed with thanks, and leaves nothing behind', () =>
    withSite({}, async (site) => {
      const { code, stdout, stderr, durationMs } = await site.startBundle('demo/index.js', [], { node }).finished;
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      // In this order; ^ is the beginning of a line.
      const story = [
        /^ +PLAINTEXT +plaintext\.example/u,
        /^ +PLAINTEXT +pretender\.example/u,
        /^ +SECURE +mandatory\.example/u,
        /^ +opened #1 of plaintext\.example/u,
        /^ +opened #2 of pretender\.example/u,
        /makes TLS mandatory/u,
        /^ +updated #1 of plaintext\.example/u,
        /^ +closed #1 of plaintext\.example/u,
        /0001-plaintext\.example\.md +closed[^]*0002-pretender\.example\.md +open/u,
        /The last comment in 0001-plaintext\.example\.md:\n {2}\| .*Thank you!.*\n(?: {2}\|.*\n)*\n/u,
        /Found, opened, fixed, closed with thanks\./u,
      ];
      expect(stdout).toMatch(new RegExp(story.map(({ source }) => source).join('[^]*'), 'mu'));
      expect(durationMs).toBeLessThan(GENEROUS_MS);
      expect(readdirSync(site.temporary)).toEqual([]);
    }));
});

describe('npm start', () => {
  it('cleans up as well when nobody listens to its end', () =>
    withSite({}, async (site) => {
      const demo = site.startBundle('demo/index.js', []);
      demo.stopReading();
      expect(await demo.finished).toMatchObject({ code: 0, stderr: '' });
      expect(readdirSync(site.temporary)).toEqual([]);
    }));

  it('is the command line itself when it has arguments', () =>
    withSite({}, async (site) => {
      const { code, stdout } = await site.startBundle('demo/index.js', ['--version']).finished;
      expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/^xmpp-tls \d/u) });
    }));
});
