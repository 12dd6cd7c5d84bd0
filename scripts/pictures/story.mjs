/**
 * What is told in the pictures: a list of five domains that is looked at every night, and the case of one of them from
 * the first night to the thanks. Every night is a run of the product.
 */
import { run } from '../../lib/app/run.js';
import { CHECKS } from '../../lib/checks/index.js';
import { loadConfig } from '../../lib/config/load.js';
import { VERSION } from '../../lib/model/version.js';
import { openForge } from './forge.mjs';
import { openWorld } from './world.mjs';

const REPOSITORY = 'example/xmpp-watch';

const WORLD = {
  'chat.example': { address: '192.0.2.10', c2s: 'optional', s2s: 'required' },
  'im.example': { address: '192.0.2.20', c2s: 'required', s2s: 'filtered' },
  'jabber.example': { address: '192.0.2.30', c2s: 'required', s2s: 'required' },
  'legacy.example': { address: '192.0.2.40', c2s: 'none', s2s: 'required' },
  'mail.example': { address: '192.0.2.50', c2s: 'absent', s2s: 'absent' },
};

const CONFIG = `
defaults:
  assignees: [anna]
hosts:
  - domain: chat.example
    contact: mailto:admin@chat.example
  - im.example
  - jabber.example
  - domain: legacy.example
    waive: { checks: all, until: 2027-01-31, reason: old devices that are replaced in January }
  - mail.example
`;

/** Addresses for documentation are none of the Internet. */
const INPUTS = { 'allow-private-addresses': 'true' };

const FIRST_NIGHT = '2026-11-01';
const LAST_NIGHT = '2026-12-02';

/** What people wrote in the issue, in the afternoon: `anna` may triage, `chat-admin` is a stranger. */
const PEOPLE = {
  '2026-11-03': ['anna', 'The administrator answered: he will change it when he upgrades.\n\n/xmpp promise 2026-11-20'],
  '2026-11-30': ['chat-admin', 'Sorry for the delay, the upgrade took longer. Clients have to use TLS now.'],
};
const REPAIRED = '2026-11-30';

/** After which nights something is shown. */
const SHOWN = { summary: FIRST_NIGHT, issue: FIRST_NIGHT, 'issue-overdue': '2026-11-22', 'issue-closed': LAST_NIGHT };

/** The Markdown of the summary, and the issue as its page shows it at three times, by the name of the picture. */
export async function tellStory() {
  const clock = handClock();
  const forge = openForge({ clock, repository: REPOSITORY, mayCommand: ['anna'] });
  const world = await openWorld(WORLD);
  const shown = {};
  try {
    for (let date = FIRST_NIGHT, night = 1; date <= LAST_NIGHT; date = tomorrow(date), night += 1) {
      clock.turn(`${date}T03:23:00.000Z`);
      const summary = await visit(world, forge, clock, 100 + night);
      const [issue] = await forge.reader.listManaged('xmpp-tls');
      for (const [picture, when] of Object.entries(SHOWN))
        if (when === date) shown[picture] = picture === 'summary' ? summary : forge.page(issue.number);
      clock.turn(`${date}T15:10:00.000Z`);
      if (PEOPLE[date]) forge.say(issue.number, ...PEOPLE[date]);
      if (date === REPAIRED) world.setPolicy('chat.example', 'c2s', 'required');
    }
  } finally {
    await world.stop();
  }
  return shown;
}

/** One run, as a workflow starts it every night. */
async function visit(world, { reader, writer }, clock, number) {
  const { config, warnings } = await loadConfig({
    input: (name) => INPUTS[name],
    readFile: async (path) => (path === '.github/xmpp-tls.yml' ? CONFIG : undefined),
    knownChecks: CHECKS.map(({ id }) => id),
    today: new Date(clock.now()).toISOString().slice(0, 10),
    toUnicode: (domain) => domain,
    caller: 'action',
  });
  const network = world.network(config.network, config.probe.timeoutMs);
  let summary = '';
  const silent = () => undefined;
  const complain = (line) => {
    throw new Error(`A run of the story warned: ${line}`);
  };
  warnings.forEach(complain);
  await run(config, {
    ...network,
    // What is waited for is waited for in real time; the date, and how long it took, are those of the story.
    clock: { ...network.clock, now: clock.now, monotonic: clock.monotonic },
    version: VERSION,
    tracker: { reader, writer },
    // A line for each domain that is done.
    log: {
      info: clock.tick,
      debug: silent,
      print: silent,
      fold: silent,
      notice: silent,
      warning: complain,
      error: complain,
    },
    outputs: {
      set: silent,
      annotate: silent,
      summarise: async (markdown) => void (summary = markdown),
    },
    files: { list: async () => [], read: async () => undefined },
    writeFile: async () => undefined,
    console: { width: 120, colour: false },
    runUrl: `https://github.com/${REPOSITORY}/actions/runs/${number}`,
    workflowFile: 'xmpp-tls.yml',
  });
  return summary;
}

/** A clock that is turned by hand. Looking at a domain takes 0.7 seconds. */
function handClock() {
  let at = 0;
  return {
    now: () => at,
    monotonic: () => at,
    turn: (instant) => void (at = Date.parse(instant)),
    tick: () => void (at += 700),
  };
}

const tomorrow = (date) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10);
