export const id = 123;
export const ids = [123];
export const modules = {

  8123:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  track: () => (  track)
});

; 
const CASE_PHASES = [
    'open',
    'acknowledged',
    'promised',
    'overdue',
    'verifying',
    'fixed',
    'regressed',
    'waived',
    'untracked',
];
const CASE_MARKER = /<!-- xmpp-tls-compliance (?:case|campaign)=v\d+ [\w-]+ -->/u;
function findCaseMarker(body) {
    return CASE_MARKER.exec(body)?.[0];
}
function commentMarker(id) {
    return `<!-- xmpp-tls-compliance comment=${id} -->`;
}
function claimsToBeOurs(body) {
    return /<!-- xmpp-tls-compliance comment=[a-z0-9-]+ -->\s*$/u.test(body);
}

 
var forge = __webpack_require__(7588);
; 
const SECTION_BEGIN = '<!-- xmpp-tls-compliance begin -->';
const SECTION_END = '<!-- xmpp-tls-compliance end -->';
function findSection(body) {
    const lines = body.split('\n');
    const begin = lines.findIndex((line) => line.trimEnd() === SECTION_BEGIN);
    const end = lines.findIndex((line, index) => index > begin && line.trimEnd() === SECTION_END);
    if (begin < 0 || end < 0)
        return undefined;
    return { before: lines.slice(0, begin), lines: lines.slice(begin + 1, end), after: lines.slice(end + 1) };
}
function mergeBody(base, current, ours) {
    const [was, is, will] = [base, current, ours].map(findSection);
    if (!was || !is || !will)
        return current === base ? ours : undefined;
    if (textOf(was) !== textOf(is))
        return undefined;
    return [...is.before, SECTION_BEGIN, ...will.lines, SECTION_END, ...is.after].join('\n');
}
const textOf = ({ lines }) => lines.map((line) => line.replace(/\r$/u, '')).join('\n');

; 

function mergeChange(base, current, change) {
    if (current.state !== base.state)
        return undefined;
    const body = mergeBody(base.body, current.body, change.body ?? base.body);
    if (body === undefined)
        return undefined;
    const { title, labels, dueOn, ...rest } = change;
    return {
        ...rest,
        ...(change.body === undefined ? {} : { body }),
        ...(title === undefined || current.title !== base.title ? {} : { title }),
        ...(labels === undefined ? {} : { labels: mergeLabels(base.labels, current.labels, labels) }),
        ...(dueOn === undefined || current.dueOn !== base.dueOn ? {} : { dueOn }),
    };
}
function mergeLabels(base, current, wanted) {
    const isTakenOff = (label) => base.includes(label) && !wanted.includes(label);
    return [
        ...new Set([...current.filter((label) => !isTakenOff(label)), ...wanted.filter((label) => !base.includes(label))]),
    ];
}
function changedIssue(issue, change) {
    const { title = issue.title, body = issue.body, state = issue.state, labels = issue.labels } = change;
    const { dueOn: oldDate, ...rest } = issue;
    const dueOn = change.dueOn === undefined ? oldDate : change.dueOn;
    return { ...rest, title, body, state, labels, ...(typeof dueOn === 'string' ? { dueOn } : {}) };
}

; 




const ATTEMPTS = 3;
const FIRST_SETTLE_MS = [2000, 4000, 8000];
const SETTLE_MS = [2000];
async function applyPlan(plan, tools) {
    const applied = [];
    const run = {
        ...tools,
        known: new Map(tools.listed.map((issue) => [issue.number, issue])),
        obstacles: new Map(),
        labelFailure: undefined,
        allFailure: undefined,
    };
    run.labelFailure = noteRefusal(await attempt(() => ensureLabels(plan, tools)), run);
    for (const action of plan.actions) {
        const outcome = obstacleTo(action, run) ?? (await attempt(() => applyAction(action, run)));
        noteRefusal(outcome, run);
        const isObstacle = outcome instanceof forge .Q || outcome?.skipped !== undefined;
        if (isObstacle && 'issue' in action && action.issue !== undefined)
            run.obstacles.set(action.issue, outcome);
        applied.push(report(action, outcome));
    }
    return applied;
}
function noteRefusal(outcome, run) {
    if (!(outcome instanceof forge .Q))
        return undefined;
    if (outcome.stops)
        run.allFailure = outcome;
    return outcome;
}
function obstacleTo(action, run) {
    if (action.kind === 'keep')
        return undefined;
    if (run.allFailure !== undefined)
        return run.allFailure;
    if (action.kind === 'open')
        return run.labelFailure;
    const { issue, after } = action;
    return run.obstacles.get(issue) ?? (after === undefined ? undefined : run.obstacles.get(after));
}
function warningsOf(applied) {
    return [...new Set(applied.flatMap(({ error, note }) => [error, note]).filter((text) => text !== undefined))];
}
async function attempt(write) {
    try {
        return await write();
    }
    catch (error) {
        if (error instanceof forge .Q)
            return error;
        throw error;
    }
}
function report(action, outcome) {
    const issue = 'issue' in action && action.issue !== undefined ? { issue: action.issue } : {};
    if (outcome instanceof forge .Q)
        return { action, status: 'failed', ...issue, error: (0,forge .b)(outcome) };
    const { number, url, note, skipped } = outcome;
    if (skipped !== undefined)
        return { action, status: 'skipped', ...issue, note: skipped };
    return {
        action,
        status: 'done',
        ...(number === undefined ? issue : { issue: number }),
        ...(url === undefined ? {} : { url }),
        ...(note === undefined ? {} : { note }),
    };
}
async function ensureLabels({ labels = [] }, { writer }) {
    for (const { name, color, description } of labels)
        await writer.ensureLabel(name, color, description);
}
async function applyAction(action, run) {
    if (action.kind === 'keep')
        return {};
    if (action.kind === 'open')
        return create(action.draft, run);
    const { issue, change, comment, settled, receipts = [], subIssues = [] } = action;
    const below = await asCourtesy(subIssues, (child) => run.writer.addSubIssue(issue, child), isPassing);
    const skipped = await changeUnlessOvertaken(issue, change, run);
    if (skipped !== undefined)
        return { skipped };
    const notes = [...below, ...(await asCourtesy(receipts, (id) => run.writer.react(id)))];
    if (comment) {
        if (!(await isStillOurs(issue, run)))
            return { note: `#${issue} was changed by another run at the same time, which goes on with it.` };
        await post(issue, comment, run);
    }
    if (settled !== undefined)
        notes.push(await changeUnlessOvertaken(issue, { body: settled }, run));
    const note = notes.filter((text) => text !== undefined).join(' ');
    return note === '' ? {} : { note };
}
async function changeUnlessOvertaken(issue, change, run) {
    const current = await run.reader.readIssue(issue);
    if (current === undefined)
        return `#${issue} is not there any more: it was deleted or moved.`;
    const merged = mergeChange(run.known.get(issue) ?? current, current, change);
    if (merged === undefined)
        return `#${issue} was changed by somebody else during this run, so it is left as it is; the next run goes on from there.`;
    if (Object.keys(merged).length > 0)
        await run.writer.change(issue, merged);
    run.known.set(issue, changedIssue(current, merged));
    return undefined;
}
async function isStillOurs(issue, { reader, known }) {
    const [ours, current] = [known.get(issue), await reader.readIssue(issue)];
    return ours === undefined || (current !== undefined && mergeBody(ours.body, current.body, ours.body) !== undefined);
}
async function asCourtesy(ids, write, isFailure = () => false) {
    const notes = new Set();
    for (const id of ids) {
        const outcome = await attempt(() => write(id));
        if (!(outcome instanceof forge .Q))
            continue;
        if (isFailure(outcome))
            throw outcome;
        notes.add((0,forge .b)(outcome));
    }
    return [...notes];
}
const isPassing = ({ outcome, stops, status }) => outcome === 'lost' || stops || status === undefined || status >= 500;
async function create(draft, { reader, writer, clock, label }) {
    const marker = findCaseMarker(draft.body);
    return onceOnly(() => writer.create(draft), async () => {
        const listed = await reader.listManaged(label);
        return listed.find(({ trusted, body }) => trusted && marker !== undefined && body.includes(marker));
    }, clock);
}
async function post(issue, { id, body }, { reader, writer, clock }) {
    const find = async () => (await reader.listComments(issue)).some((comment) => comment.includes(commentMarker(id))) || undefined;
    if ((await find()) === undefined)
        await onceOnly(async () => writer.comment(issue, body), find, clock);
}
async function onceOnly(write, find, clock) {
    for (let tried = 1;; tried += 1) {
        const outcome = await attempt(write);
        if (!(outcome instanceof forge .Q))
            return outcome;
        if (outcome.outcome === 'refused')
            throw outcome;
        for (const wait of tried === 1 ? FIRST_SETTLE_MS : SETTLE_MS) {
            await clock.sleep(wait);
            const found = await find();
            if (found !== undefined)
                return found;
        }
        if (tried === ATTEMPTS)
            throw outcome;
    }
}

 
var inert = __webpack_require__(9805);
; 
const DAY_MS = 86_400_000;
function daysBetween(earlier, later) {
    return Math.max(0, Math.floor((Date.parse(later) - Date.parse(earlier)) / DAY_MS));
}
function daysInWords(days) {
    if (days === 0)
        return 'less than a day';
    return days === 1 ? '1 day' : `${days} days`;
}
function momentInWords(instant) {
    return `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;
}
function dateOf(instant) {
    return instant.slice(0, 10);
}
function addDays(from, days) {
    return dateOf(new Date(Date.parse(dateOf(from)) + days * DAY_MS).toISOString());
}
function isDate(text) {
    return /^\d{4}-\d\d-\d\d$/u.test(text) && !Number.isNaN(Date.parse(text)) && addDays(text, 0) === text;
}
function isWeekend(instant) {
    return [0, 6].includes(new Date(instant).getUTCDay());
}
function latest(...instants) {
    return instants.reduce((last, one) => (one !== undefined && one > last ? one : last), '');
}

; 


const REMEMBERED_EVENTS = 12;
const EVENT_LENGTH = 100;
function workingPhase(state) {
    if (state.waiver !== undefined)
        return 'waived';
    if (state.overdueSince !== undefined)
        return 'overdue';
    if (state.promise !== undefined)
        return 'promised';
    if (state.acknowledgedBy !== undefined)
        return 'acknowledged';
    return state.regressedAt === undefined ? 'open' : 'regressed';
}
function rephrased(state) {
    return { ...state, phase: state.phase === 'verifying' ? state.phase : workingPhase(state) };
}
function isSettled({ phase }) {
    return phase === 'fixed' || phase === 'untracked';
}
function without(state, ...names) {
    const left = Object.entries(state).filter(([name]) => !names.some((gone) => gone === name));
    return Object.fromEntries(left);
}
function remember(state, now, what) {
    const event = { on: dateOf(now), what: (0,inert .UJ)(what, EVENT_LENGTH) };
    return { ...state, history: [...(state.history ?? []), event].slice(-REMEMBERED_EVENTS) };
}
function precededBy(state, now, what) {
    const { history = [] } = state;
    return { ...state, history: [...(remember(without(state, 'history'), now, what).history ?? []), ...history] };
}
const OF_PROMISE = [
    'promise',
    'overdueSince',
    'maintenanceAt',
    'reminders',
    'remindedAt',
    'outageAt',
    'fingerprint',
];
function withoutPromise(state) {
    return without(state, ...OF_PROMISE);
}
function promiseIn(state) {
    return Object.fromEntries(OF_PROMISE.flatMap((name) => (state[name] === undefined ? [] : [[name, state[name]]])));
}
function overdueState(state, now, told) {
    const late = {
        ...without(state, 'outageAt', 'fingerprint'),
        overdueSince: now,
        slips: (state.slips ?? 0) + 1,
        broken: (state.broken ?? 0) + 1,
        reminders: 0,
        remindedAt: now,
    };
    return remember(rephrased(late), now, told);
}
function waiverEnded(state, now) {
    const ended = without(state, 'waiver');
    return ended.overdueSince === undefined ? ended : { ...ended, remindedAt: now };
}
function afresh(state, now) {
    const isWaived = state.waiver !== undefined && dateOf(now) < state.waiver.until;
    return without(withoutPromise(isWaived ? state : without(state, 'waiver')), 'acknowledgedBy', 'acknowledgedAt', 'contactedOn', 'promises', 'slips', 'nudgedAt', 'claimedAt', 'claims', 'fixedAt', 'changedAt', 'withdrawn', 'duplicateOf', 'silentSince', 'unreachableSince', 'unreachableToldAt');
}
function episodeStart({ firstSeenAt, regressedAt, returnedAt, }) {
    return regressedAt ?? returnedAt ?? firstSeenAt;
}
function plaintextState(state, { standing, untold }, now) {
    const kept = without(state, 'secureAt', 'secureSince', 'fixedAt', 'claimedAt', 'untold');
    return {
        ...kept,
        phase: workingPhase(kept),
        lastPlaintextAt: now,
        streak: 0,
        findings: standing,
        ...(untold.length > 0 ? { untold } : {}),
    };
}

; 



const MOST_ROWS = 150;
const DOMAIN_LENGTH = 100;
const STANDING = {
    open: 'not answered yet',
    acknowledged: 'being worked on',
    promised: 'promised',
    overdue: '**overdue**',
    verifying: 'looks fixed',
    fixed: 'fixed',
    regressed: '**came back**',
    waived: 'waived',
    untracked: 'not followed',
};
function renderCampaign(cases) {
    const sorted = [...cases].sort((a, b) => compare(a.state.domain, b.state.domain));
    const open = sorted.filter(({ state }) => state.phase !== 'fixed').sort((a, b) => compare(since(a), since(b)));
    const fixed = sorted.filter(({ state }) => state.phase === 'fixed').sort((a, b) => daysTaken(a) - daysTaken(b));
    return [
        `**Repaired: ${fixed.length} of ${countOf(cases.length, 'domain')}.**`,
        ...renderPromises(sorted),
        ...table('Open, the longest first', ['Domain', 'Open since', 'How it stands', 'Promised for', 'Issue'], open, openRow),
        ...table('Repaired, the fastest first', ['Domain', 'Found', 'Repaired', 'It took', 'Issue'], fixed, fixedRow),
        'This page is written by the check itself whenever something changes. Close it to end it; every domain has an issue of its own.',
    ].join('\n\n');
}
function renderPromises(cases) {
    const sum = (count) => cases.reduce((all, { state }) => all + count(state), 0);
    const kept = sum((state) => state.kept ?? 0);
    const broken = sum((state) => state.broken ?? 0);
    const running = sum(({ phase }) => (phase === 'promised' ? 1 : 0));
    return kept + broken + running === 0 ? [] : [`Promises: ${kept} kept, ${broken} broken, ${running} running.`];
}
function table(title, columns, cases, row) {
    if (cases.length === 0)
        return [];
    const line = (cells) => `| ${cells.join(' | ')} |`;
    const left = cases.length - MOST_ROWS;
    const rows = cases.slice(0, MOST_ROWS).map((one) => line(row(one)));
    return [
        `### ${title}`,
        [line(columns), `|${'---|'.repeat(columns.length)}`, ...rows].join('\n'),
        ...(left > 0 ? [`And ${left} more.`] : []),
    ];
}
function openRow({ state, issue }) {
    const { phase, promise, waiver } = state;
    const standing = phase === 'waived' && waiver ? `${STANDING.waived} until ${dateOf(waiver.until)}` : STANDING[phase];
    const due = promise === undefined ? '' : promise.event === undefined ? dateOf(promise.due) : 'the next maintenance';
    return [(0,inert .gQ)(state.domain, DOMAIN_LENGTH), dateOf(since({ state })), standing, due, numberOf(issue)];
}
function fixedRow({ state, issue }) {
    const { domain, firstSeenAt } = state;
    const took = daysInWords(daysTaken({ state }));
    return [
        (0,inert .gQ)(domain, DOMAIN_LENGTH),
        dateOf(firstSeenAt),
        dateOf(repairedAt({ state }) ?? ''),
        took,
        numberOf(issue),
    ];
}
const numberOf = (issue) => (issue === undefined ? '' : `#${issue}`);
const since = ({ state }) => episodeStart(state);
const repairedAt = ({ state }) => state.secureSince ?? state.fixedAt;
const daysTaken = ({ state }) => daysBetween(since({ state }), repairedAt({ state }) ?? since({ state }));
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
const countOf = (count, noun) => `${count} ${noun}${count === 1 ? '' : 's'}`;

; 
const OFFSET_BASIS = { high: 0xcbf29ce4, low: 0x84222325 };
const PRIME_LOW = 435;
const PRIME_SHIFT = 8;
const HALF = 16;
const HALF_MASK = 0xffff;
function digest(text) {
    let { high, low } = OFFSET_BASIS;
    for (let index = 0; index < text.length; index += 1) {
        const mixed = low ^ text.charCodeAt(index);
        const lower = (mixed & HALF_MASK) * PRIME_LOW;
        const upper = (mixed >>> HALF) * PRIME_LOW + (lower >>> HALF);
        low = (upper << HALF) | (lower & HALF_MASK);
        high = (Math.imul(high, PRIME_LOW) + (upper >>> HALF) + (mixed << PRIME_SHIFT)) | 0;
    }
    return [high, low].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

; 
const LABELS = {
    plaintext: ['d73a4a', 'Can be used without TLS'],
    acknowledged: ['fbca04', 'Someone is working on it'],
    promised: ['0e8a16', 'A fix is promised'],
    overdue: ['b60205', 'Promised date missed'],
    verifying: ['c2e0c6', 'Looks fixed; being verified'],
    waived: ['cfd3d7', 'Waived until a date'],
    regressed: ['e99695', 'Can be used without TLS again, after a fix'],
    unreachable: ['bfd4f2', 'Could not be reached for a week or longer'],
};
const OF_PHASE = {
    open: 'plaintext',
    acknowledged: 'acknowledged',
    promised: 'promised',
    overdue: 'overdue',
    verifying: 'verifying',
    waived: 'waived',
    regressed: 'regressed',
    fixed: undefined,
    untracked: undefined,
};
function mirror(prefix, { phase, unreachableSince }) {
    const words = [OF_PHASE[phase], unreachableSince === undefined ? undefined : 'unreachable'];
    return words.filter((word) => word !== undefined).map((word) => `${prefix}:${word}`);
}
function newLabels(prefix, asked, state) {
    return [...new Set([prefix, ...asked, ...mirror(prefix, state)])];
}
function labelsFor(current, prefix, state) {
    const lower = (label) => label.toLowerCase();
    const ours = Object.keys(LABELS).map((word) => lower(`${prefix}:${word}`));
    const wanted = mirror(prefix, state);
    const kept = current.filter((label) => !ours.includes(lower(label)) || wanted.map(lower).includes(lower(label)));
    const missing = wanted.filter((label) => !kept.map(lower).includes(lower(label)));
    return missing.length === 0 && kept.length === current.length ? undefined : [...kept, ...missing];
}
function labelDrafts(prefix, names) {
    const managed = 'An XMPP domain that can be used without TLS; kept by xmpp-tls-compliance';
    const known = [
        { name: prefix, color: '1d76db', description: managed },
        ...Object.entries(LABELS).map(([word, [color, description]]) => ({
            name: `${prefix}:${word}`,
            color,
            description,
        })),
    ];
    return known.filter(({ name }) => names.includes(name));
}

; 
function limitPlan(plan, limits, listed) {
    const { maxIssueWrites = Infinity, maxIssueOpens = Infinity } = limits;
    const groups = groupsOf(plan, new Map(listed.map((issue) => [issue.number, issue])));
    const tooManyOpens = new Set(groups
        .filter(({ opens }) => opens)
        .slice(maxIssueOpens)
        .map(({ domain }) => domain));
    const tooManyWrites = new Set();
    let written = 0;
    for (const { domain, cost } of groups.filter((group) => !tooManyOpens.has(group.domain))) {
        if (written > 0 && written + cost > maxIssueWrites)
            tooManyWrites.add(domain);
        else
            written += cost;
    }
    const postpone = (action) => {
        if (tooManyOpens.has(action.domain))
            return postponed(action, `max-issue-opens is ${maxIssueOpens}`);
        if (tooManyWrites.has(action.domain))
            return postponed(action, `max-issue-writes is ${maxIssueWrites}`);
        return action;
    };
    const notes = [
        ...noteOn(tooManyOpens, `at most ${maxIssueOpens} are opened in one run (max-issue-opens)`),
        ...noteOn(tooManyWrites, `at most ${maxIssueWrites} are written to in one run (max-issue-writes)`),
    ];
    return { ...plan, actions: plan.actions.map(postpone), notes: [...plan.notes, ...notes] };
}
function groupsOf({ actions }, issues) {
    const writing = actions.filter(({ kind }) => kind !== 'keep');
    const domains = [...new Set(writing.map(({ domain }) => domain))];
    return domains
        .map((domain) => {
        const own = writing.filter((action) => action.domain === domain);
        const opens = own.some(({ kind }) => kind === 'open');
        const ages = own.map((action) => ageOf('issue' in action ? action.issue : undefined, issues)).sort();
        const cost = own.reduce((sum, action) => sum + writesOf(action), 0);
        const isRoutine = own.every((action) => 'isRoutine' in action && action.isRoutine === true);
        return { domain, cost, opens, isRoutine, age: ages[0] ?? '' };
    })
        .sort((a, b) => rank(a) - rank(b) || limits_compare(a.age, b.age) || limits_compare(a.domain, b.domain));
}
const rank = ({ opens, isRoutine }) => (opens ? 0 : isRoutine ? 2 : 1);
function writesOf(action) {
    if (action.kind === 'keep')
        return 0;
    if (action.kind === 'open')
        return 1;
    const { change, comment, settled, receipts = [], subIssues = [] } = action;
    const changes = [Object.keys(change).length > 0, comment !== undefined, settled !== undefined].filter(Boolean);
    return Math.max(1, changes.length + receipts.length + subIssues.length);
}
function ageOf(number, issues) {
    if (number === undefined)
        return '';
    return `${issues.get(number)?.updatedAt ?? ''} ${String(number).padStart(10, '0')}`;
}
const limits_compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
function postponed(action, limit) {
    const issue = 'issue' in action && action.issue !== undefined ? { issue: action.issue } : {};
    const because = `postponed to the next run, since ${limit}: ${action.because}`;
    return action.kind === 'keep' ? action : { kind: 'keep', domain: action.domain, because, ...issue };
}
function noteOn(domains, why) {
    if (domains.size === 0)
        return [];
    return [`${domains.size === 1 ? '1 domain is' : `${domains.size} domains are`} postponed to the next run: ${why}`];
}

; 


const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDomain = (value) => typeof value === 'string' && /^[^\s\p{C}]{1,253}$/u.test(value);
const isInstant = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/u.test(value) && !Number.isNaN(Date.parse(value));
const isText = (value) => typeof value === 'string';
const isDateText = (value) => typeof value === 'string' && isDate(value);
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isPending = (value) => isRecord(value) &&
    Object.keys(value).join() === 'id,body' &&
    typeof value.id === 'string' &&
    /^[a-z0-9-]{1,64}$/u.test(value.id) &&
    typeof value.body === 'string';
const isMap = (fields) => {
    const checks = new Map(Object.entries(fields).map(([name, check]) => [name.replace('?', ''), check]));
    const needed = Object.keys(fields).filter((name) => !name.endsWith('?'));
    return (value) => isRecord(value) &&
        Object.entries(value).every(([name, field]) => checks.get(name)?.(field) === true) &&
        needed.every((name) => Object.hasOwn(value, name));
};
const isTextList = (value) => Array.isArray(value) && value.every(isText);
const optional = (check) => (value) => value === undefined || check(value);
const FIELDS = {
    version: (value) => value === 1,
    domain: isDomain,
    phase: (value) => CASE_PHASES.some((phase) => phase === value),
    firstSeenAt: isInstant,
    lastPlaintextAt: isInstant,
    streak: isCount,
    regressions: isCount,
    evidence: (value) => typeof value === 'string' && /^[0-9a-f]{16}$/u.test(value),
    findings: optional(isTextList),
    untold: optional(isTextList),
    sightings: optional(isTextList),
    changedAt: optional(isInstant),
    offers: optional(isTextList),
    withdrawn: optional(isTextList),
    secureAt: optional(isInstant),
    secureSince: optional(isInstant),
    fixedAt: optional(isInstant),
    continues: optional(isCount),
    duplicateOf: optional(isCount),
    returnedAt: optional(isInstant),
    regressedAt: optional(isInstant),
    listensFrom: optional(isInstant),
    acknowledgedBy: optional(isText),
    acknowledgedAt: optional(isInstant),
    contactedOn: optional(isDateText),
    promise: optional(isMap({ due: isDateText, 'event?': (value) => value === 'next-maintenance', by: isText, on: isDateText })),
    promises: optional(isCount),
    slips: optional(isCount),
    kept: optional(isCount),
    broken: optional(isCount),
    configured: optional(isText),
    overdueSince: optional(isInstant),
    maintenanceAt: optional(isInstant),
    reminders: optional(isCount),
    remindedAt: optional(isInstant),
    nudgedAt: optional(isInstant),
    silentSince: optional(isInstant),
    unreachableSince: optional(isInstant),
    unreachableToldAt: optional(isInstant),
    outageAt: optional(isInstant),
    fingerprint: optional(isTextList),
    waiver: optional(isMap({ until: isDateText, reason: isText, by: isText })),
    claimedAt: optional(isInstant),
    claims: optional(isCount),
    heard: optional(isCount),
    heardAt: optional(isInstant),
    heardBeside: optional(isTextList),
    spokenAt: optional(isInstant),
    answeredAt: optional(isInstant),
    history: optional((value) => Array.isArray(value) && value.every(isMap({ on: isDateText, what: isText }))),
};
const FIELD_NAMES = Object.keys(FIELDS);
function isStoredState(value) {
    return FIELD_NAMES.every((name) => FIELDS[name](value[name]));
}
function isOwed(value) {
    const { pending, relabel, ...others } = value;
    const isKnown = Object.keys(others).length === 0 && (relabel === undefined || relabel === true);
    return isKnown && (pending === undefined || isPending(pending));
}

; 


const CASE = 'xmpp-tls-compliance case=';
const OWED = 'xmpp-tls-compliance owed=';
const MARKER_LIMIT = 8192;
const OWED_LIMIT = 8192;
function readCase(body) {
    const region = findSection(body);
    if (region === undefined)
        return body.includes(CASE) ? damaged(body) : { kind: 'foreign' };
    const [marker, second] = region.lines.filter((line) => line.includes(CASE));
    if (marker === undefined || second !== undefined)
        return damaged(body);
    const reading = decodeCase(marker.trimEnd());
    if (reading.kind !== 'case')
        return reading;
    return { kind: 'case', state: { ...reading.state, ...decodeOwed(region.lines) } };
}
function writeCase(body, section, state) {
    const ours = [SECTION_BEGIN, section, ...encodeCase(state), SECTION_END];
    const { before, after } = body === undefined ? { before: [], after: [] } : around(body);
    return [...before, ...ours, ...after].join('\n');
}
function around(body) {
    const region = findSection(body);
    if (region !== undefined)
        return region;
    const isOurs = (line) => isMarker(line) || [SECTION_BEGIN, SECTION_END].some((mark) => line.trimEnd() === mark);
    return { before: body.split('\n').filter((line) => !isOurs(line)), after: [] };
}
const isMarker = (line) => line.includes(CASE) || line.includes(OWED);
function replaceState(body, state) {
    const region = findSection(body);
    const section = region?.lines.filter((line) => !isMarker(line)).join('\n') ?? '';
    return writeCase(body, section, state);
}
function textAround(body) {
    const region = findSection(body);
    return region === undefined ? body : [...region.before, ...region.after].join('\n');
}
const SHORTER = [
    (state) => state,
    (state) => leaveOut(state, 'sightings', 'findings', 'untold'),
    (state) => leaveOut(state, 'fingerprint'),
    (state) => leaveOut(state, 'offers', 'withdrawn', 'heardBeside'),
    ({ history = [], ...state }) => ({ ...state, history: history.slice(Math.ceil(history.length / 2)) }),
    (state) => leaveOut(state, 'history'),
];
function leaveOut(state, ...names) {
    const left = Object.entries(state).filter(([name]) => !names.some((gone) => gone === name));
    return Object.fromEntries(left);
}
function encodeCase({ pending, relabel, ...state }) {
    return [fittingMarker(state), ...encodeOwed({ ...(pending ? { pending } : {}), ...(relabel ? { relabel } : {}) })];
}
function fittingMarker(state) {
    let shorter = state;
    for (const shorten of SHORTER) {
        shorter = shorten(shorter);
        const marker = encodeFields(shorter);
        if (marker.length <= MARKER_LIMIT)
            return marker;
    }
    throw new Error(`The state of ${state.domain} does not fit its marker.`);
}
function encodeFields(state) {
    const names = FIELD_NAMES.filter((name) => state[name] !== undefined);
    return `<!-- ${CASE}v1 ${encode(Object.fromEntries(names.map((name) => [name, state[name]])))} -->`;
}
function encodeOwed(owed) {
    if (Object.keys(owed).length === 0)
        return [];
    const marker = `<!-- ${OWED}v1 ${encode(owed)} -->`;
    return marker.length > OWED_LIMIT ? [] : [marker];
}
const encode = (value) => Buffer.from(asciiJson(value), 'ascii').toString('base64url');
function asciiJson(value) {
    return JSON.stringify(value).replace(/[^ -}]|>/gu, (character) => escapeUnits(character));
}
const escapeUnits = (character) => character.replace(/[^]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
function decodeCase(marker) {
    const [, version, payload] = /^<!-- xmpp-tls-compliance case=v(\d+) ([\w-]+) -->$/u.exec(marker) ?? [];
    if (payload === undefined || marker.length > MARKER_LIMIT)
        return damaged(marker);
    const value = parseObject(payload);
    const unknownField = value !== undefined && Object.keys(value).some((name) => !Object.hasOwn(FIELDS, name));
    if (version !== '1' || unknownField) {
        const domain = value?.domain;
        return isDomain(domain) ? { kind: 'newer', domain } : { kind: 'newer' };
    }
    return value !== undefined && isStoredState(value) && encodeFields(value) === marker
        ? { kind: 'case', state: value }
        : damaged(marker);
}
function decodeOwed(lines) {
    const [, payload] = lines.map((line) => /^<!-- xmpp-tls-compliance owed=v1 ([\w-]+) -->\r?$/u.exec(line)).find(Boolean) ?? [];
    const value = payload === undefined || payload.length > OWED_LIMIT ? undefined : parseObject(payload);
    return value !== undefined && isOwed(value) ? value : {};
}
function damaged(text) {
    const [, payload = ''] = /xmpp-tls-compliance case=v\d+ ([\w\s-]+?)(?:-->|$)/u.exec(text) ?? [];
    const json = Buffer.from(payload.replace(/\s/gu, '').slice(0, MARKER_LIMIT), 'base64url').toString('latin1');
    const domain = /^\{"version":1,"domain":"([^"\\]+)","/u.exec(json)?.[1];
    return isDomain(domain) ? { kind: 'damaged', domain } : { kind: 'damaged' };
}
function parseObject(payload) {
    try {
        const value = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
        return isRecord(value) ? value : undefined;
    }
    catch {
        return undefined;
    }
}

; 
const WORDS = { before: 'XMPP at ', after: ' must require TLS' };
function issueTitle(domain) {
    return `${WORDS.before}${domain}${WORDS.after}`;
}
function domainInTitle(title) {
    const isOurs = title.startsWith(WORDS.before) && title.endsWith(WORDS.after);
    const domain = isOurs ? title.slice(WORDS.before.length, -WORDS.after.length) : '';
    return /^[^\s\p{C}]{1,253}$/u.test(domain) ? domain : undefined;
}

; 


function readRoster(listed) {
    const cases = new Map();
    const damaged = new Map();
    const held = new Map();
    const notes = [];
    for (const issue of [...listed].sort((a, b) => a.number - b.number)) {
        const reading = readCase(issue.body);
        const domain = domainOf(issue, reading);
        const note = noteOf(issue, reading.kind, domain);
        if (note !== undefined)
            notes.push(note);
        if (!issue.trusted || domain === undefined)
            continue;
        if (reading.kind === 'newer')
            held.set(domain, issue.number);
        if (reading.kind === 'damaged' && issue.state === 'open')
            add(damaged, domain, issue);
        if (reading.kind === 'case')
            add(cases, domain, withoutOwed(issue, reading.state));
    }
    for (const known of cases.values())
        known.sort(byPrecedence);
    return { cases, damaged, held, notes };
}
function add(lists, key, value) {
    const list = lists.get(key);
    if (list)
        list.push(value);
    else
        lists.set(key, [value]);
}
function domainOf(issue, reading) {
    switch (reading.kind) {
        case 'case':
            return reading.state.domain;
        case 'newer':
            return reading.domain;
        case 'damaged':
            return reading.domain ?? domainInTitle(issue.title);
        case 'foreign':
            return undefined;
    }
}
function noteOf(issue, kind, domain) {
    const name = `#${issue.number}`;
    const isOpen = issue.state === 'open';
    if (kind === 'foreign')
        return isOpen ? `${name} has our label, but is not ours: left alone` : undefined;
    if (!issue.trusted)
        return `${name} looks like ours, but its author may not write to this repository: left alone`;
    if (kind === 'newer')
        return `${name} was written by a newer version of this tool: left alone`;
    if (kind !== 'damaged' || (isOpen && domain !== undefined))
        return undefined;
    return `the hidden state of ${name} was edited and cannot be read: left alone`;
}
function withoutOwed(issue, { pending, relabel, ...state }) {
    return { issue, state, owed: { ...(pending ? { pending } : {}), ...(relabel ? { relabel } : {}) } };
}
function byPrecedence(a, b) {
    return roster_rank(a) - roster_rank(b) || (roster_rank(a) === 0 ? a.issue.number - b.issue.number : closedFirst(b, a));
}
function roster_rank({ issue, state }) {
    if (issue.state === 'open')
        return 0;
    return issue.stateReason === 'duplicate' || state.duplicateOf !== undefined ? 2 : 1;
}
function closedFirst(a, b) {
    const [left, right] = [a.issue.closedAt ?? '', b.issue.closedAt ?? ''];
    return left === right ? a.issue.number - b.issue.number : left < right ? -1 : 1;
}

; 






const NAME = 'campaign';
const TITLE = 'TLS on our XMPP domains: progress';
const MARKER = /^<!-- xmpp-tls-compliance campaign=v1 ([0-9a-f]{16})((?:-\d+)*) -->\r?$/u;
const MOST_SUB_ISSUES = 100;
const NO_NUMBER = Number.MAX_SAFE_INTEGER;
function isCampaign({ body }) {
    return readMemory(body) !== undefined;
}
function addCampaign(plan, input) {
    const { actions } = plan;
    const { maxIssueWrites = Infinity } = input;
    const written = actions.reduce((sum, action) => sum + writesOf(action), 0);
    const overview = planCampaign(actions, { ...input, maxIssueWrites: Math.max(0, maxIssueWrites - written) });
    const opens = overview.some(({ kind }) => kind === 'open');
    const labels = plan.labels ?? [];
    const missing = labelDrafts(input.labelPrefix, opens ? [input.labelPrefix] : []).filter(({ name }) => !labels.some((label) => label.name === name));
    return { ...plan, labels: [...labels, ...missing], actions: [...actions, ...overview] };
}
function planCampaign(actions, { listed, labelPrefix, subIssues, maxIssueWrites = Infinity }) {
    const overviews = listed.filter((issue) => issue.trusted && isCampaign(issue)).sort((a, b) => a.number - b.number);
    const open = overviews.filter(({ state }) => state === 'open');
    const [first, ...others] = open;
    if (first === undefined && overviews.length > 0)
        return [];
    const cases = casesAfter(listed, actions);
    const text = renderCampaign(cases);
    if (first === undefined) {
        if (cases.length === 0)
            return [];
        const draft = {
            title: TITLE,
            body: writeBody(undefined, text, { digest: digest(text), below: [] }),
            labels: [labelPrefix],
            assignees: [],
            domain: NAME,
        };
        const because = 'the overview of the campaign is new';
        return [{ kind: 'open', domain: NAME, because, draft }];
    }
    const duplicates = others.map((issue) => closeDuplicate(issue, first.number));
    return [refresh(first, text, subIssues ? openNumbers(cases) : [], maxIssueWrites), ...duplicates];
}
function refresh(issue, text, wanted, maxWrites) {
    const before = readMemory(issue.body);
    const common = { domain: NAME, issue: issue.number };
    if (before === undefined)
        return { kind: 'keep', ...common, because: 'its hidden state cannot be read' };
    const fresh = wanted
        .filter((number) => !before.below.includes(number))
        .slice(0, Math.max(0, MOST_SUB_ISSUES - before.below.length));
    if (before.digest === digest(text) && fresh.length === 0) {
        return { kind: 'keep', ...common, because: 'no case changed' };
    }
    if (maxWrites < 1)
        return { kind: 'keep', ...common, because: 'postponed to the next run, since max-issue-writes is reached' };
    const added = fresh.slice(0, maxWrites - 1);
    if (before.digest === digest(text) && added.length === 0) {
        return { kind: 'keep', ...common, because: 'issues are left to put below it, since max-issue-writes is reached' };
    }
    const memory = { digest: digest(text), below: [...before.below, ...added] };
    return {
        kind: 'update',
        ...common,
        because: before.digest === digest(text) ? 'more cases belong below it' : 'a case changed',
        change: { body: writeBody(issue.body, text, memory) },
        ...(added.length > 0 ? { subIssues: added } : {}),
    };
}
function closeDuplicate({ number }, original) {
    const because = `#${original} is the overview of the campaign`;
    return { kind: 'close', domain: NAME, because, issue: number, change: { state: 'closed', stateReason: 'duplicate' } };
}
function casesAfter(listed, actions) {
    const issues = new Map(listed.map((issue) => [issue.number, issue]));
    const opened = [];
    for (const action of actions) {
        if (action.kind === 'open')
            opened.push(newIssue(action.draft));
        if (action.kind === 'open' || action.kind === 'keep')
            continue;
        const issue = issues.get(action.issue);
        const { body = issue?.body ?? '', state = issue?.state ?? 'open' } = action.change;
        if (issue)
            issues.set(action.issue, { ...issue, state, body: action.settled ?? body });
    }
    const { cases } = readRoster([...issues.values(), ...opened]);
    return [...cases.values()].flatMap(([known]) => {
        if (known === undefined || !isTold(known.state))
            return [];
        const { number } = known.issue;
        return [{ state: known.state, ...(number === NO_NUMBER ? {} : { issue: number }) }];
    });
}
const isTold = ({ phase }) => phase !== 'untracked';
function newIssue({ title, body, labels }) {
    return { number: NO_NUMBER, title, body, labels, state: 'open', locked: false, url: '', trusted: true };
}
const openNumbers = (cases) => cases
    .flatMap(({ state, issue }) => (state.phase === 'fixed' || issue === undefined ? [] : [issue]))
    .sort((a, b) => a - b);
function readMemory(body) {
    const lines = findSection(body)?.lines ?? [];
    const [, hash, below = ''] = lines.map((line) => MARKER.exec(line)).find((found) => found !== null) ?? [];
    return hash === undefined ? undefined : { digest: hash, below: below.split('-').filter(Boolean).map(Number) };
}
function writeBody(body, text, memory) {
    const { before = [], after = [] } = (body === undefined ? undefined : findSection(body)) ?? {};
    const marker = `<!-- xmpp-tls-compliance campaign=v1 ${[memory.digest, ...memory.below].join('-')} -->`;
    return [...before, SECTION_BEGIN, text, marker, SECTION_END, ...after].join('\n');
}

; 


const CONFIGURATION = 'the configuration';
function silence(state) {
    const nothing = { rows: [], occasions: [], because: [], receipts: [], mistakes: [] };
    return { state, ...nothing, asksForRetest: false, isUnwaived: false };
}
function isEloquent({ because, receipts, mistakes }) {
    return because.length + receipts.length + mistakes.length > 0;
}
function receipt(so, comment) {
    return { ...so, receipts: [...so.receipts.filter((other) => other !== comment), comment] };
}
function blame(so, problem) {
    return so.mistakes.includes(problem) ? so : { ...so, mistakes: [...so.mistakes, problem] };
}
function note(so, state, because, rows = []) {
    return { ...so, state, rows: [...so.rows, ...rows], because: [...so.because, because] };
}
function acknowledge(so, by, at, now) {
    const { state: before } = so;
    if (before.acknowledgedBy !== undefined)
        return so;
    const isAnswer = before.phase === 'open' || before.phase === 'regressed';
    const known = { ...before, acknowledgedBy: by, acknowledgedAt: at };
    const state = isAnswer ? { ...known, phase: workingPhase(known) } : known;
    const told = by === CONFIGURATION ? state : remember(state, now, `acknowledged by ${by}`);
    return note(so, told, 'somebody acknowledged it', [3]);
}
function promise(so, given) {
    const { state: before } = so;
    const isLate = before.overdueSince !== undefined;
    const isSame = before.promise?.due === given.due && before.promise.event === given.event;
    if (isSame && !isLate)
        return so;
    const what = given.event === undefined ? `for ${given.due}` : 'for the next maintenance';
    const state = remember(rephrased(promised(before, given)), given.on, `promised ${what} by ${given.by}`);
    const said = note(so, state, `promised ${what}`, [isLate ? 9 : given.event === undefined ? 4 : 5]);
    const slips = isLate ? (state.slips ?? 0) : 0;
    return { ...said, occasions: [...said.occasions, { kind: 'promised', promise: given, slips }] };
}
function missedPromise(so, given, now) {
    const { state: before } = so;
    if (before.overdueSince !== undefined && before.promise?.due === given.due)
        return so;
    const state = overdueState(promised(before, given), now, `promised for ${given.due} by ${given.by}, which had passed`);
    const said = note(so, state, `promised for ${given.due}, which had passed`, [7]);
    return { ...said, occasions: [...said.occasions, { kind: 'overdue', promise: given }] };
}
function promised(before, given) {
    return { ...withoutPromise(before), promise: given, promises: (before.promises ?? 0) + 1 };
}
function waive(so, waiver, now) {
    const { until, reason, by } = so.state.waiver ?? {};
    if (until === waiver.until && reason === waiver.reason && by === waiver.by)
        return so;
    const state = remember({ ...so.state, waiver, phase: 'waived' }, now, `waived until ${waiver.until} by ${waiver.by}`);
    const said = note(so, state, `waived until ${waiver.until}`, [18]);
    return { ...said, occasions: [...said.occasions, { kind: 'waived', waiver }], isUnwaived: false };
}
function unwaive(so, by, isClosed, now) {
    const { waiver } = so.state;
    const ended = isClosed && waiver !== undefined
        ? { ...so.state, waiver: { ...waiver, until: dateOf(now) } }
        : waiverEnded(so.state, now);
    const state = remember(rephrased(ended), now, `waiver ended by ${by}`);
    return { ...note(so, state, 'the waiver was ended', [19]), isUnwaived: true };
}
function takePromiseBack(so, now) {
    const left = without(so.state, 'configured');
    if (left.promise?.by !== CONFIGURATION)
        return { ...so, state: left };
    const state = remember(rephrased(withoutPromise(left)), now, `${CONFIGURATION} took its promise back`);
    return note(so, state, `${CONFIGURATION} took its promise back`, [26]);
}
function takeContactBack(so, now) {
    const left = without(so.state, 'contactedOn');
    if (left.acknowledgedBy !== CONFIGURATION)
        return { ...so, state: left };
    const told = `${CONFIGURATION} took back that the operator was written to`;
    const state = remember(rephrased(without(left, 'acknowledgedBy', 'acknowledgedAt')), now, told);
    return note(so, state, told, [26]);
}

; 


const MOST_PROMISED_DAYS = 400;
const MOST_WAIVED_DAYS = 365;
const WORDS_PER_COMMENT = 5;
const REASON_LENGTH = 200;
const LOGIN_LENGTH = 60;
const EXAMPLE_DAYS = { promise: 30, waive: 90 };
function usage(now) {
    const on = (days) => (now === undefined ? 'DATE' : addDays(now, days));
    return {
        ack: '/xmpp ack',
        promise: `/xmpp promise ${on(EXAMPLE_DAYS.promise)}`,
        maintenance: '/xmpp promise next-maintenance',
        waive: `/xmpp waive until ${on(EXAMPLE_DAYS.waive)} because REASON`,
        unwaive: '/xmpp unwaive',
        retest: '/xmpp retest',
    };
}
function listen(comments) {
    const people = [...comments].sort((a, b) => a.id - b.id).filter(({ isBot, body }) => !isBot && !claimsToBeOurs(body));
    const words = people.flatMap(({ id, body, author, mayCommand, createdAt }) => readWords(body, createdAt).map((word) => ({
        word,
        comment: id,
        by: author.slice(0, LOGIN_LENGTH) || 'somebody',
        mayCommand,
        at: createdAt,
    })));
    const spokenAt = people
        .map(({ createdAt }) => createdAt)
        .sort()
        .at(-1);
    return { words, ...(spokenAt === undefined ? {} : { spokenAt }) };
}
function readWords(body, at) {
    return spokenLines(body)
        .filter((line) => /^\/xmpp(?:\s|$)/iu.test(line))
        .slice(0, WORDS_PER_COMMENT)
        .map((line) => readWord(line.slice('/xmpp'.length).trim(), at));
}
function spokenLines(body) {
    const visible = body.replace(/\r\n?/gu, '\n').replace(/<!--[^]*?(?:-->|$)|<(pre|code)\b[^]*?(?:<\/\1>|$)/giu, ' ');
    const spoken = [];
    let fence;
    let isQuoted = false;
    for (const line of visible.split('\n')) {
        const mark = /^ {0,3}(`{3,}(?=[^`]*$)|~{3,})/u.exec(line)?.[1];
        if (fence !== undefined) {
            if (mark?.startsWith(fence) === true && line.trim() === mark)
                fence = undefined;
            continue;
        }
        fence = mark;
        isQuoted = /^ {0,3}>/u.test(line) || (isQuoted && line.trim() !== '');
        if (fence === undefined && !isQuoted)
            spoken.push(line.trimEnd());
    }
    return spoken;
}
function readWord(text, at) {
    const [, verb = '', rest = ''] = /^(\S*)\s*([^]*)$/u.exec(text) ?? [];
    switch (verb.toLowerCase().replace(/[.!]+$/u, '')) {
        case 'ack':
            return alone('ack', rest);
        case 'unwaive':
            return alone('unwaive', rest);
        case 'retest':
            return alone('retest', rest);
        case 'promise':
            return readPromise(rest, at);
        case 'waive':
            return readWaiver(rest, at);
        case '':
            return mistake('the command is missing');
        default:
            return mistake('this command is unknown');
    }
}
function alone(kind, rest) {
    return rest === '' ? { kind } : mistake(`"${kind}" stands alone on its line`);
}
function readPromise(rest, at) {
    if (/^next[- ]maintenance$/iu.test(rest))
        return { kind: 'promise', due: undefined };
    const problem = dateProblem(rest, at, MOST_PROMISED_DAYS);
    return problem === undefined ? { kind: 'promise', due: rest } : mistake(`the promise ${problem}`);
}
function readWaiver(rest, at) {
    const [, until = '', reason = ''] = /^until\s+(\S+)(?:\s+because\s+(\S[^]*))?$/iu.exec(rest) ?? [];
    if (until === '')
        return mistake('a waiver needs "until", a date, "because" and a reason');
    const problem = dateProblem(until, at, MOST_WAIVED_DAYS);
    if (problem !== undefined)
        return mistake(`the waiver ${problem}`);
    if (reason === '')
        return mistake('a waiver needs a reason: write "because" and why');
    return { kind: 'waive', until, reason: reason.slice(0, REASON_LENGTH) };
}
const mistake = (problem) => ({ kind: 'mistake', problem });
function dateProblem(date, at, mostDays) {
    if (!isDate(date))
        return `needs a date such as ${addDays(at, EXAMPLE_DAYS.promise)}`;
    if (date <= dateOf(at))
        return 'needs a date in the future';
    return date > addDays(at, mostDays) ? `may be at most ${mostDays} days ahead` : undefined;
}

; 




const MAINTENANCE_DAYS = 60;
const DEFAULT_WAIVER_DAYS = 90;
const ANSWER_MS = 3_600_000;
function hear(before, voices) {
    const { words, state } = listenTo(before, voices);
    const told = words.reduce((so, spoken) => obey(so, spoken, voices), silence(state));
    return hearConfiguration(hearDueDate(hearLabels(told, voices), voices), voices);
}
function listenTo(before, { issue, comments, beside, now }) {
    if (comments === undefined)
        return { words: [], state: before };
    const cursorOf = (number) => number === issue.number ? (before.heard ?? 0) : (beside.get(number) ?? Infinity);
    const fresh = comments.filter((comment) => comment.id > cursorOf(comment.issue));
    const lastOf = (number) => Math.max(cursorOf(number), ...fresh.filter((comment) => comment.issue === number).map(({ id }) => id));
    const { words, spokenAt } = listen(fresh.flatMap(audible(before, now)));
    const heard = lastOf(issue.number);
    const heardBeside = [...beside.keys()].sort((a, b) => a - b).map((number) => `${number} ${lastOf(number)}`);
    const state = {
        ...without(before, 'heardBeside'),
        heardAt: now,
        ...(heard === 0 ? {} : { heard }),
        ...(heardBeside.length === 0 ? {} : { heardBeside }),
        ...(spokenAt === undefined ? {} : { spokenAt: latest(before.spokenAt, spokenAt) }),
    };
    return { words, state };
}
function audible({ listensFrom = '' }, now) {
    return (comment) => {
        if (comment.createdAt < listensFrom)
            return [];
        return [comment.createdAt > now ? { ...comment, createdAt: now } : comment];
    };
}
function obey(so, { word, comment, by, mayCommand, at }, voices) {
    if (word.kind === 'retest')
        return hearRetest(so, comment, mayCommand, voices);
    if (!mayCommand)
        return so;
    switch (word.kind) {
        case 'mistake':
            return blame(so, word.problem);
        case 'ack':
            return acknowledge(receipt(so, comment), by, at, voices.now);
        case 'promise': {
            const problem = obstacleToPromise(so.state, voices);
            return problem === undefined ? promise(receipt(so, comment), promiseOf(word.due, by, at)) : blame(so, problem);
        }
        case 'waive':
            return waive(receipt(so, comment), { until: word.until, reason: word.reason, by }, voices.now);
        case 'unwaive': {
            const isClosed = voices.issue.state === 'closed';
            return so.state.waiver === undefined
                ? blame(so, noWaiver(voices))
                : unwaive(receipt(so, comment), by, isClosed, voices.now);
        }
    }
}
function hearRetest(so, comment, mayCommand, { now }) {
    if (!mayCommand && (so.asksForRetest || isRecent(so.state.answeredAt, now)))
        return so;
    return { ...receipt(so, comment), asksForRetest: true };
}
function isRecent(answeredAt, now) {
    return answeredAt !== undefined && Date.parse(now) - Date.parse(answeredAt) < ANSWER_MS;
}
function promiseOf(due, by, at) {
    const on = dateOf(at);
    return due === undefined
        ? { due: addDays(on, MAINTENANCE_DAYS), event: 'next-maintenance', by, on }
        : { due, by, on };
}
function obstacleToPromise(state, { target }) {
    if (state.waiver !== undefined)
        return `it is waived until ${state.waiver.until}: say "unwaive" first`;
    const isConfigured = target?.promise !== undefined && state.promise?.by === CONFIGURATION;
    if (!isConfigured || state.overdueSince !== undefined)
        return undefined;
    return 'the promise in the configuration wins: change it there';
}
const noWaiver = ({ target }) => target?.waived === true ? 'the waiver is in the configuration: end it there' : 'there is no waiver to end';
function hearLabels(so, { issue, labelPrefix, now }) {
    const names = issue.labels.map((label) => label.toLowerCase());
    const has = (word) => names.includes(`${labelPrefix}:${word}`.toLowerCase());
    const isWaived = has('waived') && so.state.waiver === undefined && !so.isUnwaived;
    if (isWaived) {
        const until = addDays(now, DEFAULT_WAIVER_DAYS);
        return waive(so, { until, reason: 'the label was set', by: 'a label' }, now);
    }
    return has('acknowledged') ? acknowledge(so, 'a label', now, now) : so;
}
function hearDueDate(so, voices) {
    const { issue, dueDates, ownDate, now } = voices;
    const { dueOn } = issue;
    const isPromised = so.rows.some((row) => row === 4 || row === 5 || row === 9);
    if (!dueDates || dueOn === undefined || dueOn === ownDate || isPromised)
        return so;
    if (so.state.waiver !== undefined || dueOn === so.state.promise?.due)
        return so;
    if (dateProblem(dueOn, now, MOST_PROMISED_DAYS) !== undefined)
        return so;
    const problem = obstacleToPromise(so.state, voices);
    if (problem !== undefined)
        return blame(so, `the due date was not taken over, since ${problem}`);
    return promise(so, { due: dueOn, by: 'the due date', on: dateOf(now) });
}
function hearConfiguration(so, { target, now }) {
    if (target === undefined)
        return so;
    return hearContact(hearConfiguredPromise(so, target, now), target, now);
}
function hearConfiguredPromise(so, target, now) {
    const { configured, waiver } = so.state;
    const said = target.promise;
    if (said === configured)
        return so;
    if (said === undefined)
        return takePromiseBack(so, now);
    if (waiver !== undefined)
        return so;
    const due = said === 'next-maintenance' ? undefined : said;
    const given = promiseOf(due, CONFIGURATION, now);
    const taken = { ...so, state: { ...so.state, configured: said } };
    if (due !== undefined && (!isDate(due) || due > addDays(now, MOST_PROMISED_DAYS)))
        return so;
    if (due === undefined || due >= dateOf(now))
        return promise(taken, given);
    return target.verdict === 'plaintext' ? missedPromise(taken, given, now) : so;
}
function hearContact(so, { contacted }, now) {
    const { contactedOn, regressedAt = '' } = so.state;
    if (contacted === contactedOn)
        return so;
    if (contacted === undefined)
        return takeContactBack(so, now);
    if (contacted < dateOf(regressedAt) || contacted > dateOf(now))
        return so;
    const told = `the operator was written to on ${contacted}`;
    const noted = note(so, remember({ ...so.state, contactedOn: contacted }, now, told), told);
    return acknowledge(noted, CONFIGURATION, `${contacted}T00:00:00.000Z`, now);
}

; 




const OVERLAP_MS = 3_600_000;
const LOOK_BACK_MS = 30 * 86_400_000;
function isInScope(domain, { targets, fullRun }) {
    return fullRun || targets.some((target) => target.domain === domain);
}
function casesInScope(listed, scope) {
    const cases = [...readRoster(listed).cases.values()].flat();
    return cases.filter(({ state }) => isInScope(state.domain, scope));
}
function issuesWithPendingComment(listed, scope) {
    const interrupted = casesInScope(listed, scope).filter(({ owed }) => owed.pending !== undefined);
    return interrupted.map(({ issue }) => issue.number);
}
function issuesClosedByOthers(listed, scope) {
    const targets = new Map(scope.targets.map((target) => [target.domain, target]));
    const leading = [...readRoster(listed).cases.values()].flatMap(([first]) => first ?? []);
    const closed = leading.filter(({ issue, state }) => {
        if (issue.state === 'open' || issue.locked || isSettled(state) || state.waiver !== undefined)
            return false;
        const { verdict, waived = false } = targets.get(state.domain) ?? {};
        if (issue.stateReason === 'duplicate')
            return false;
        if (issue.stateReason !== 'not_planned')
            return verdict === 'plaintext' && !waived && (state.claimedAt ?? '') < (issue.closedAt ?? '');
        return verdict === 'plaintext' || (verdict === 'inconclusive' && state.phase !== 'verifying');
    });
    return closed.map(({ issue }) => issue.number);
}
function heardUntil({ heardAt, firstSeenAt }, now) {
    if (heardAt !== undefined && heardAt <= now)
        return heardAt;
    return firstSeenAt <= now ? firstSeenAt : new Date(0).toISOString();
}
function listening_listenTo(listed, scope, now) {
    const verdicts = new Map(scope.targets.map(({ domain, verdict }) => [domain, verdict]));
    const listening = casesInScope(listed, scope).filter((known) => isListening(known, verdicts.get(known.state.domain)));
    const [oldest] = listening.map(({ state }) => heardUntil(state, now)).sort();
    if (oldest === undefined)
        return undefined;
    const since = Math.max(Date.parse(oldest) - OVERLAP_MS, Date.parse(now) - LOOK_BACK_MS);
    const states = new Map(listening.map(({ issue, state }) => [issue.number, state]));
    return {
        since: new Date(since).toISOString(),
        needsRights: ({ id, issue, body }) => {
            const state = states.get(issue);
            if (state === undefined || id <= (state.heard ?? 0))
                return false;
            return readWords(body, now).some(({ kind }) => kind !== 'retest' || isRecent(state.answeredAt, now));
        },
    };
}
function isListening({ issue, state }, verdict) {
    const mayBeAsked = state.phase === 'fixed' && verdict !== undefined;
    if (isSettled(state))
        return issue.state === 'open' && (verdict === 'plaintext' || mayBeAsked);
    return issue.state === 'open' || issue.stateReason !== 'duplicate';
}

 
var evidence_answers = __webpack_require__(9972);
 
var model_endpoint = __webpack_require__(7128);
 
var model_remediation = __webpack_require__(3796);
; 


const SIGNS_SHOWN = 2;
function renderAdvice({ domain, server }, findings, advice) {
    const names = (0,model_remediation .zc)(findings, advice);
    const others = (server.alternatives ?? []).filter((software) => software !== server.software);
    return [
        introduce(server, advice),
        renderSettings(advice.remediation(server.software), names, domain),
        ...(server.confidence === 'configured' ? [] : others).map((software) => {
            const other = advice.remediation(software);
            return folded(`If it is ${(0,inert .Ic)(other.title, 60)}`, renderSettings(other, names, domain));
        }),
    ].join('\n\n');
}
function introduce({ software, confidence, by }, advice) {
    const { title, homepage } = advice.remediation(software);
    const name = `[${title}](${homepage})`;
    const signs = by.slice(0, SIGNS_SHOWN).map((trait) => (0,inert .Ic)(trait, 80));
    const why = signs.length > 0 ? ` (signs: ${signs.join('; ')})` : '';
    if (software === 'generic' || confidence === 'unknown')
        return 'We could not tell which server software this is.';
    if (confidence === 'configured')
        return `For ${name}:`;
    return confidence === 'likely' ? `This looks like ${name}${why}:` : `This may be ${name}${why}:`;
}
function renderSettings(remediation, names, domain) {
    const changes = (0,model_remediation .fs)(remediation, names, domain);
    const [afterwards, ...remarks] = (0,model_remediation .Nm)(remediation, changes, (command) => `\`${command}\`.`);
    const more = `More in the [documentation](${remediation.documentation}).`;
    return [
        ...changes.map(renderSetting),
        afterwards === undefined ? more : `${afterwards} ${more}`,
        ...(remarks.length > 0 ? [listed(remarks)] : []),
    ].join('\n\n');
}
function renderSetting({ file, code, language, notes }) {
    return [`In ${(0,inert .gQ)(file, 200)}:`, fence(code, language), ...(notes.length > 0 ? [listed(notes)] : [])].join('\n\n');
}
const listed = (notes) => notes.map((note) => `- ${note}`).join('\n');
function fence(code, language) {
    return `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
}
function folded(summary, content) {
    return `<details><summary>${summary}</summary>\n\n${content}\n\n</details>`;
}

 
var model_transcript = __webpack_require__(339);
 
var model_target = __webpack_require__(6220);
; 

function findingKeys(target) {
    const plaintext = target.findings.filter(({ group, level }) => group === 'plaintext' && level !== 'note');
    const keys = plaintext.map(({ check, endpoint }) => `${check} ${doorOf(endpoint)} ${endpoint.address}`);
    return [...new Set(keys)].sort();
}
function compareFindings(before, target) {
    const now = findingKeys(target);
    if (before === undefined)
        return { gone: [], fresh: [], standing: now };
    const missing = before
        .filter((key) => !now.includes(key))
        .map((key) => ({ key, fate: fateOf(readKey(key), target) }));
    const isRotation = (key) => before.some((old) => withoutAddress(old) === withoutAddress(key) && !isSeen(readKey(old), target));
    return {
        gone: missing.filter(({ fate }) => fate === 'gone').map(({ key }) => key),
        fresh: now.filter((key) => !before.includes(key) && !isRotation(key)),
        standing: [...now, ...missing.filter(({ fate }) => fate === 'unknown').map(({ key }) => key)].sort(),
    };
}
function foundAnew(target) {
    return { standing: findingKeys(target), untold: [], hasHeld: false };
}
function foundAgain(before, target) {
    const { gone, fresh, standing } = compareFindings(before.findings, target);
    const signed = [...gone.map((key) => `-${key}`), ...fresh.map((key) => `+${key}`)];
    const told = before.findings === undefined ? [] : (before.untold ?? []);
    const undone = new Set(signed.map((entry) => (entry.startsWith('+') ? '-' : '+') + entry.slice(1)));
    const untold = [
        ...told.filter((entry) => !undone.has(entry)),
        ...signed.filter((entry) => !told.some((old) => old.slice(1) === entry.slice(1))),
    ].sort();
    return { standing, untold, hasHeld: untold.length > 0 && signed.length === 0 };
}
function changesIn({ standing, untold }) {
    const signed = (sign) => untold.filter((entry) => entry.startsWith(sign)).map((entry) => entry.slice(1));
    return { gone: signed('-'), fresh: signed('+'), standing };
}
function servicesNotLookedAt(before, target) {
    const found = new Set((before ?? []).map((key) => readKey(key).service));
    return model_target .Bg.filter((service) => found.has(service) && target.services[service] === undefined);
}
function webFateOf(place, target) {
    const isHere = (endpoint) => doorOf(endpoint) === place.door && endpoint.address === place.address;
    const here = target.endpoints.filter((endpoint) => endpoint.url !== undefined && isHere(endpoint));
    if (here.length === 0)
        return (target.unclear ?? []).some(isHere) ? 'unseen' : undefined;
    if (here.every(isDeserted))
        return 'deserted';
    return here.every((endpoint) => endpoint.verdict === 'inconclusive' && !isDeserted(endpoint)) ? 'unseen' : undefined;
}
function isDeserted({ observation: { connected, plaintext } }) {
    return [connected, plaintext.connected].some((step) => step.state === 'failed' && step.failure.code === 'tcp.refused');
}
function fateOf(place, target) {
    const webFate = webFateOf(place, target);
    if (webFate !== undefined)
        return webFate === 'deserted' ? 'gone' : 'unknown';
    const behindDoor = target.endpoints.filter((endpoint) => doorOf(endpoint) === place.door);
    const outcomes = behindDoor
        .filter(({ address }) => address === place.address)
        .flatMap(({ checks }) => checks.filter(({ check }) => check === place.check).map(({ outcome }) => outcome.outcome));
    if (outcomes.includes('inconclusive'))
        return 'unknown';
    if (outcomes.some((outcome) => outcome === 'pass' || outcome === 'not-applicable'))
        return 'gone';
    if (behindDoor.length > 0)
        return 'moved';
    const service = model_target .Bg.find((each) => each === place.service) ?? 'c2s';
    const verdict = target.services[service]?.verdict ?? 'inconclusive';
    return verdict === 'inconclusive' ? 'unknown' : 'gone';
}
const isSeen = (place, target) => target.endpoints.some((endpoint) => doorOf(endpoint) === place.door && endpoint.address === place.address);
const withoutAddress = (key) => key.slice(0, key.lastIndexOf(' '));
function doorOf({ service, transport, host, port }) {
    return `${service} ${transport} ${host.replace(/\s/gu, '?')}:${port}`;
}
function readKey(key) {
    const [check = '', service = '', transport = '', host = '', address = ''] = key.split(' ');
    return { check, service, door: `${service} ${transport} ${host}`, address };
}
const placeOfKey = (key) => key.slice(key.indexOf(' ') + 1);
const placeOfEndpoint = (endpoint) => `${doorOf(endpoint)} ${endpoint.address}`;
function describeKey(key) {
    const [check = '', service = '', , host = '', address = ''] = key.split(' ');
    return { check, endpoint: `${service} ${host} [${address}]` };
}

; 




const keyOf = (place) => digest(place).slice(0, 8);
function withSightings(before, next, now) {
    const sightings = sightingsOf(before, next, now);
    const others = without(next, 'sightings');
    return sightings === undefined ? others : { ...others, sightings };
}
function sightingsOf(before, next, now) {
    if (before.findings === undefined || episodeStart(before) !== episodeStart(next))
        return undefined;
    const known = new Map((before.sightings ?? []).map((sighting) => [sighting.split(' ')[0], sighting]));
    const wereThere = new Set(before.findings.map(placeOfKey));
    const places = [...new Set((next.findings ?? []).map(placeOfKey))];
    const sightings = places.flatMap((place) => {
        const key = keyOf(place);
        return known.get(key) ?? (wereThere.has(place) ? [] : `${key} ${dateOf(now)}`);
    });
    return sightings.length === 0 ? undefined : sightings;
}
function firstSeenOn(endpoint, state) {
    const key = keyOf(placeOfEndpoint(endpoint));
    const sighting = (state.sightings ?? []).find((one) => one.startsWith(`${key} `));
    return sighting?.split(' ')[1] ?? dateOf(episodeStart(state));
}

; 






const TRANSCRIPT_BYTES = 5000;
const EVIDENCE_LINES = 12;
function renderEvidence({ endpoint, findings }, { state }, { transcripts }) {
    const facts = findings.map(({ title, evidence }) => [
        `- ${(0,inert .Ic)(title, 200)}`,
        ...evidence.slice(0, EVIDENCE_LINES).map((line) => `  - ${(0,inert .gQ)(line, 300)}`),
    ].join('\n'));
    const first = firstSeenOn(endpoint, state);
    const last = momentInWords(state.lastPlaintextAt);
    const seen = last.startsWith(first) ? `Seen on ${last}.` : `First seen on ${first}, last on ${last}.`;
    const said = transcripts ? renderProvingConnection(endpoint.observation.transcript, findings) : [];
    const summary = `Evidence: ${endpoint.service} at ${(0,inert .Ic)((0,model_endpoint .z)(endpoint), 330)}`;
    return folded(summary, [seen, facts.join('\n'), ...said].join('\n\n'));
}
function renderProvingConnection(transcript, findings) {
    const numbers = [...new Set(transcript.map(({ connection }) => connection))];
    const proving = provingConnection(transcript, findings);
    if (proving === undefined)
        return [];
    const lines = transcript.filter(({ connection }) => connection === proving);
    const lead = numbers.length === 1 ? [] : [`What was said on connection ${proving} of ${numbers.length}:`];
    return [...lead, (0,inert .uQ)((0,model_transcript .J)(lines), TRANSCRIPT_BYTES)];
}
const TELLING = [
    /<message/u,
    /<db:result/u,
    /<(?:auth|authenticate) [^>]*mechanism='(?!EXTERNAL)/u,
    /<(?:auth|authenticate|db:verify|iq) /u,
    /<(?:body|open) /u,
];
function provingConnection(transcript, findings) {
    const holds = (from, pattern) => transcript.find((line) => line.from === from && pattern.test(line.text))?.connection;
    const isSuites = findings.some(({ check }) => check === 'tls-encrypts');
    const candidates = [
        ...(isSuites ? [holds('note', /^ClientHello/u)] : []),
        ...TELLING.map((pattern) => holds('us', pattern)),
        holds('server', /./u),
        transcript[0]?.connection,
    ];
    return candidates.find((connection) => connection !== undefined);
}

; 


const LINK_BYTES = 1900;
function renderLetter(letter, addressee) {
    if (letter === undefined)
        return '';
    const text = `${letter.subject}\n\n${letter.body}`;
    const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/gu) ?? []).map((run) => run.length + 1)));
    const what = letter.kind === 'thanks' ? 'Draft of a thank-you' : 'Draft message';
    const summary = `${what} to the operator (${letter.language}). It is never sent automatically.`;
    return folded(summary, [renderAddressee(letter, addressee), `${fence}text\n${text}\n${fence}`].join('\n\n'));
}
function renderAddressee(letter, { domain, contact, foundContact }) {
    if (contact !== undefined)
        return `${named(contact)}, from the configuration.${opened(contact, letter)}`;
    if (foundContact !== undefined) {
        const { uri, url } = foundContact;
        return `${named(uri)}, from the [security.txt](https://www.rfc-editor.org/rfc/rfc9116) at ${(0,inert .gQ)(url, 200)}.${opened(uri, letter)}`;
    }
    const mailbox = `mailto:xmpp@${domain}`;
    return `No contact is known. By convention ([XEP-0157](https://xmpp.org/extensions/xep-0157.html#email)), the operators of a service read ${named(mailbox, '')}.${opened(mailbox, letter)}`;
}
function named(uri, lead = 'Contact: ') {
    const address = uri.replace(/^mailto:/iu, '');
    return lead + (/^(?:xmpp:)?[\w.+-]+@[\w.-]+$/iu.test(address) ? `\`${address}\`` : (0,inert .gQ)(uri, 200));
}
function opened(uri, letter) {
    const link = linkTo(uri, letter);
    if (link === undefined)
        return '';
    const [name, url] = link;
    return ` [${name}](<${url}>), with a short version; please read it before sending.`;
}
function linkTo(contact, { subject, brief }) {
    const [, scheme = '', address = ''] = /^(mailto|xmpp):([^?#]+)/iu.exec(contact) ?? [];
    if (address === '')
        return undefined;
    const isMail = scheme.toLowerCase() === 'mailto';
    const [question, separator] = isMail ? ['?', '&'] : ['?message;', ';'];
    const to = address.split('@').map(letter_section_encode).join('@');
    const start = `${scheme.toLowerCase()}:${to}${question}subject=${letter_section_encode(subject)}`;
    const bodies = brief.map((body) => `${start}${separator}body=${letter_section_encode(body.replaceAll('\n', '\r\n'))}`);
    const url = bodies.find((whole) => (0,inert .dp)(whole) <= LINK_BYTES) ?? start;
    return [isMail ? 'Open as an e-mail' : 'Open as an XMPP message', url];
}
function letter_section_encode(text) {
    const wellFormed = text.replace(/\p{Cs}/gu, '\ufffd');
    return encodeURIComponent(wellFormed).replace(/[!'()*_~]/gu, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

 
var answer = __webpack_require__(1071);
; 
const REPOSITORY = 'xmpp-tls-compliance/xmpp-tls-compliance';
const COMMAND = `npx --yes github:${REPOSITORY}`;
function checkPage(id) {
    return `https://github.com/${REPOSITORY}/blob/v1/docs/checks/${id}.md`;
}

; 
const LINE = 76;
const CONTINUED = ' \\\n  ';
function printed(text) {
    return `printf %s ${pieces(text)
        .map((piece) => `"${piece}"`)
        .join(CONTINUED)}`;
}
function quoted(text) {
    return pieces(text)
        .map((piece) => `"${piece}"`)
        .join('\\\n');
}
function spoken(lines, address, port) {
    return `(${lines.join('\nsleep 1\n')}\nsleep 3) | nc -w 9 ${address} ${port}`;
}
function authority(address, port) {
    return address.includes(':') ? `'[${address}]:${port}'` : `${address}:${port}`;
}
function pieces(text) {
    const words = text.split(/(?= )/u);
    return words.reduce((lines, word) => {
        const last = lines.at(-1);
        if (last !== undefined && last.length + word.length <= LINE)
            return [...lines.slice(0, -1), last + word];
        return [...lines, word];
    }, []);
}

; 

const SAFE_URL = /^(?:https?|wss?):\/\/[\w.~%:/?=[\]-]+$/u;
const WEBSOCKET_KEY = 'eG1wcC10bHMtcHJvYmUhIQ==';
function reproduceWeb({ transport, url = '', address, port }, findings, { to, domain }) {
    if (!SAFE_URL.test(url))
        return undefined;
    if (!findings.some(({ group }) => group === 'plaintext'))
        return showHostMeta(domain);
    return transport === 'bosh' ? postSession(url, address, port, to) : upgrade(url, address, port, to);
}
const LOOK_FOR = 'Everything you see here travelled unencrypted. Once TLS is required, expect a redirect to `https:`, an error, no ' +
    'connection at all, or an answer without `<mechanisms>`.';
function postSession(url, address, port, to) {
    const { hostname } = new URL(url);
    const body = `<body xmlns='http://jabber.org/protocol/httpbind' xmlns:xmpp='urn:xmpp:xbosh' rid='1000001' to='${to}' ver='1.6' ` +
        `wait='5' hold='1' content='text/xml; charset=utf-8' xmpp:version='1.0' xml:lang='en'/>`;
    const connectTo = `${hostname}:${port}:${address.includes(':') ? `[${address}]` : address}:${port}`;
    const parts = [
        `curl -gsS -m 9 '${url}'`,
        `--connect-to '${connectTo}'`,
        `-H 'Content-Type: text/xml; charset=utf-8'`,
        `--data-binary ${quoted(body)}`,
    ];
    return { command: parts.join(CONTINUED), lookFor: LOOK_FOR };
}
function upgrade(url, address, port, to) {
    const { host, pathname, search } = new URL(url);
    const head = [
        `GET ${pathname}${search} HTTP/1.1`,
        `Host: ${host}`,
        ...['Upgrade: websocket', 'Connection: Upgrade', 'Sec-WebSocket-Version: 13'],
        ...[`Sec-WebSocket-Key: ${WEBSOCKET_KEY}`, 'Sec-WebSocket-Protocol: xmpp'],
    ];
    const open = `<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='${to}' version='1.0'/>`;
    const size = new TextEncoder().encode(open).length;
    const octal = (byte) => `\\${byte.toString(8).padStart(3, '0')}`;
    const frame = [0x81, 0xfe, size >> 8, size & 0xff, 0, 0, 0, 0].map(octal).join('');
    const asked = [`printf '%s\\r\\n'`, ...[...head, ''].map((line) => `"${line}"`)].join(CONTINUED);
    const opened = [`printf '${frame}%s'`, `"${open}"`].join(CONTINUED);
    return { command: spoken([asked, opened], address, port), lookFor: LOOK_FOR };
}
function showHostMeta(domain) {
    const file = `${domain}/.well-known/host-meta`;
    return {
        command: `curl -gsS -m 9 https://${file} https://${file}.json\ncurl -gsSi -m 9 http://${file}`,
        lookFor: 'Every `href` should begin with `https:` or `wss:`, and the answer to the last request should be a redirect or an error.',
    };
}

; 




function reproduce(target, endpoint, findings, s2sFrom) {
    const names = { to: streamDomain(target, endpoint), from: s2sFrom };
    if (![names.to, names.from, endpoint.address, target.domain].every(isSafeWord))
        return undefined;
    if (endpoint.url !== undefined)
        return reproduceWeb(endpoint, findings, { to: names.to, domain: target.domain });
    if (findings.some(({ check }) => restsOnDialback(check, endpoint)))
        return tryDialback(endpoint, target.domain, names);
    const ciphers = CIPHERS.find(([check]) => findings.some((finding) => finding.check === check))?.[1];
    const inPlaintext = findings.some(({ check, group }) => group === 'plaintext' && check !== 'tls-encrypts');
    return inPlaintext ? speakPlaintext(endpoint, names) : startTls(endpoint, target.domain, names, ciphers);
}
const CIPHERS = [
    ['tls-encrypts', 'eNULL'],
    ['tls-refuses-anonymous-suites', 'aNULL'],
];
function streamDomain({ domain, unicodeDomain }, endpoint) {
    const { header, plaintext } = endpoint.observation;
    const answeredTo = [plaintext.header, header].map((step) => (step.state === 'done' ? step.value.from : undefined));
    return answeredTo.includes(domain) ? domain : unicodeDomain;
}
function speakPlaintext(endpoint, names) {
    const { service, address, port } = endpoint;
    const asked = QUESTIONS.filter(({ name }) => isServed(endpoint, name));
    const versionless = asked.some(({ name }) => name.startsWith('versionless'));
    const said = [streamHeader(endpoint, names, versionless), ...asked.map(({ stanza }) => stanza(names))];
    const afterwards = versionless && service === 's2s' ? AFTERWARDS.versionless : AFTERWARDS[service];
    return { command: spoken(said.map(printed), address, port), lookFor: `${UNENCRYPTED} ${afterwards}` };
}
const UNENCRYPTED = 'Everything you see here travelled unencrypted.';
const AFTERWARDS = {
    c2s: 'Once TLS is required, there is no `<mechanisms>` any more, and no challenge, success or result. Instead expect ' +
        '`<required/>` inside `<starttls>`, an error that names TLS or encryption, a closed stream, or silence.',
    s2s: 'Once TLS is required, expect `<required/>` inside `<starttls>`, an error that names TLS or encryption, a closed ' +
        'stream, or silence where there was an answer. Some servers, such as jabberd2, never announce `<required/>`.',
    versionless: 'Once TLS is required of such streams as well, expect an error that names TLS or encryption, a closed stream, or ' +
        'silence where there was an answer.',
};
function reproduceTls(target, endpoint) {
    const to = streamDomain(target, endpoint);
    if (endpoint.url !== undefined || ![to, endpoint.address, target.domain].every(isSafeWord))
        return undefined;
    return openssl(endpoint, target.domain, to);
}
const isSafeWord = (word) => /^[\p{L}\p{M}\p{N}._:-]+$/u.test(word);
function openssl({ service, transport, address, port }, domain, to, options = '') {
    const how = transport === 'direct-tls'
        ? `-alpn ${service === 'c2s' ? 'xmpp-client' : 'xmpp-server'}`
        : `-starttls ${service === 'c2s' ? 'xmpp' : 'xmpp-server'} -xmpphost ${to}`;
    const where = `openssl s_client -connect ${authority(address, port)} -servername ${domain}`;
    return `${where}${CONTINUED}${how}${options} </dev/null`;
}
function startTls(endpoint, domain, { to }, ciphers) {
    if (ciphers !== undefined) {
        return {
            command: openssl(endpoint, domain, to, ` -tls1_2 -cipher ${ciphers}:@SECLEVEL=0`),
            lookFor: 'A line such as `New, TLSv1.2, Cipher is \u2026` names the cipher suite that was picked. ' +
                'Once such suites are switched off, expect `Cipher is (NONE)` and an alert.',
        };
    }
    return { command: openssl(endpoint, domain, to), lookFor: TLS_WORKS };
}
const TLS_WORKS = 'When TLS works, it prints the certificate of the server and a line such as `New, TLSv1.3, Cipher is \u2026`.';
function restsOnDialback(check, { observation: { plaintext } }) {
    if (check === 's2s-refuses-plaintext-dialback')
        return true;
    return check === 's2s-refuses-versionless-dialback' && plaintext.versionlessDialback !== undefined;
}
function tryDialback({ observation }, domain, { from }) {
    const vouched = observation.plaintext.dialback?.kind === 'proof';
    const how = vouched ? `--s2s-from ${from} --s2s-listen 0.0.0.0:5269` : '--active-s2s';
    const where = vouched ? `, on the machine where the SRV record of ${from} leads` : '';
    return {
        command: `${COMMAND}${CONTINUED}${domain} --services s2s ${how}`,
        lookFor: `It tries dialback without TLS. Once TLS is required, expect a refusal that names it. It needs Node.js 20 or later${where}.`,
    };
}
function streamHeader({ service }, { to, from }, versionless) {
    const namespaces = {
        c2s: "xmlns='jabber:client'",
        s2s: `from='${from}' xmlns='jabber:server' xmlns:db='jabber:server:dialback'`,
    }[service];
    const version = versionless ? '' : "version='1.0' ";
    return `<?xml version='1.0'?><stream:stream to='${to}' ${version}${namespaces} xmlns:stream='http://etherx.jabber.org/streams'>`;
}
const QUESTIONS = [
    {
        name: 'sasl-external',
        stanza: () => "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='EXTERNAL'>=</auth>",
    },
    { name: 'legacy-auth', stanza: ({ to }) => askForLogin(to, 1) },
    {
        name: 'registration',
        stanza: ({ to }) => `<iq type='get' id='2' to='${to}'><query xmlns='jabber:iq:register'/></iq>`,
    },
    { name: 'sasl2-external', stanza: () => "<authenticate xmlns='urn:xmpp:sasl:2' mechanism='EXTERNAL'/>" },
    { name: 'versionless-auth', stanza: ({ to }) => askForLogin(to, 3) },
    {
        name: 'dialback-verify',
        stanza: askForKey,
    },
    { name: 'versionless-verify', stanza: askForKey },
];
function askForKey({ to, from }) {
    return `<db:verify from='${from}' to='${to}' id='4'>probe</db:verify>`;
}
function askForLogin(to, id) {
    return `<iq type='get' id='${id}' to='${to}'><query xmlns='jabber:iq:auth'><username>nobody</username></query></iq>`;
}
function isServed(endpoint, question) {
    if (question === 'versionless-auth' && isServed(endpoint, 'legacy-auth'))
        return false;
    if (question === 'versionless-verify' && isServed(endpoint, 'dialback-verify'))
        return false;
    const step = endpoint.observation.plaintext.answers[question];
    if (step?.state !== 'done')
        return false;
    const { kind } = step.value;
    if (kind === 'sasl-failure' || kind === 'dialback')
        return !(0,answer .X_)(step.value);
    return (kind === 'sasl-challenge' || kind === 'sasl-success' || kind === 'iq-result' || wasLookedUp(endpoint, question));
}
function wasLookedUp({ observation }, question) {
    const step = observation.plaintext.answers[question];
    return question.endsWith('-auth') && step?.state === 'done' && (0,answer .pM)(step.value);
}

; 

function fill(template, values) {
    const texts = new Map(Object.entries(values));
    return template.replace(/\{(\w+)\}/gu, (whole, name) => String(texts.get(name) ?? whole));
}
const LISTED = 8;
const MECHANISMS = 6;
const SAFE_HOST = /^[\p{L}\p{M}\p{N}._:-]+$/u;
const letter_evidence_SAFE_URL = /^(?:https?|wss?):\/\/[\w.:-]+(?:\/(?!\/)[\w.~%-]*)*(?:\?[\w.=&%-]*)?$/u;
function evidenceLines(shown, texts) {
    return nameable(shown).flatMap(({ endpoint, findings }) => [
        `- ${fill(texts.place[endpoint.service], { place: placeName(endpoint) })}`,
        ...seenAt({ endpoint, findings }, texts).map((fact) => `  - ${fact}`),
    ]);
}
function nameable(shown) {
    return shown.filter(({ endpoint }) => SAFE_HOST.test(endpoint.host)).slice(0, LISTED);
}
function placeName({ url, host, port, address }) {
    if (url === undefined)
        return `${host}:${port} [${address}]`;
    const scheme = /^(?:https?|wss?)(?=:)/u.exec(url)?.[0] ?? 'http';
    return `${letter_evidence_SAFE_URL.test(url) ? url : `${scheme}://${host}:${port}`} [${address}]`;
}
function seenAt({ endpoint, findings }, { evidence: texts }) {
    const { transport, observation } = endpoint;
    const suite = nullSuiteOf(endpoint);
    const nullSuites = findings.some(({ check }) => check === 'tls-encrypts') && suite !== undefined;
    const facts = nullSuites ? [fill(texts.nullSuite, { suite })] : [];
    if (findings.every(({ check }) => check === 'tls-encrypts'))
        return facts;
    if (endpoint.url !== undefined) {
        facts.push(fill(texts.web, { transport: transport === 'bosh' ? 'BOSH' : 'WebSocket' }));
    }
    const { features } = observation.plaintext;
    if (features.state === 'done') {
        const { starttls, mechanisms, sasl2 = [], dialback } = features.value;
        const names = [...new Set([...mechanisms, ...sasl2])].filter((name) => /^[A-Z0-9_-]{1,32}$/u.test(name));
        if (endpoint.url === undefined)
            facts.push(texts[starttls]);
        if (names.length > 0)
            facts.push(fill(texts.mechanisms, { mechanisms: names.slice(0, MECHANISMS).join(', ') }));
        if (dialback)
            facts.push(texts.dialback);
    }
    return [...facts, ...triedAt(endpoint, texts)];
}
function nullSuiteOf({ observation }) {
    const answer = observation.worthlessSuites?.null;
    if (answer?.state !== 'done' || answer.value.kind !== 'picked')
        return undefined;
    return /^\w{1,80}$/u.test(answer.value.suite) ? answer.value.suite : undefined;
}
function triedAt(endpoint, texts) {
    const { answers, dialback } = endpoint.observation.plaintext;
    const answerTo = (question) => {
        const step = answers[question];
        return isServed(endpoint, question) && step?.state === 'done' ? token(step.value) : undefined;
    };
    const [external, scram] = [answerTo('sasl-external'), answerTo('sasl-scram') ?? answerTo('sasl2-scram')];
    const { login } = endpoint.observation;
    return [
        ...(external === undefined ? [] : [fill(texts.external, { answer: external })]),
        ...(scram === undefined ? [] : [fill(texts.scram, { answer: scram })]),
        ...(isServed(endpoint, 'legacy-auth') || isServed(endpoint, 'versionless-auth') ? [texts.legacyAuth] : []),
        ...(isServed(endpoint, 'registration') ? [texts.registration] : []),
        ...(login?.bound.state === 'done' ? [texts.login] : []),
        ...(dialback?.ping.state === 'done' ? [texts.server] : []),
    ];
}
function token(answer) {
    switch (answer.kind) {
        case 'sasl-challenge':
            return 'challenge';
        case 'sasl-success':
            return 'success';
        case 'sasl-failure':
            return /^[a-z]+(?:-[a-z]+){0,4}$/u.test(answer.condition) && answer.condition.length <= 40
                ? answer.condition
                : undefined;
        default:
            return undefined;
    }
}

; 
const LETTER_KINDS = (  null && ([
    'notice',
    'contacted',
    'followup',
    'promised',
    'awaited',
    'reminder',
    'maintenance',
    'unnoticed',
    'regressed',
    'verifying',
    'thanks',
]));
const GENERAL_SETTINGS = [
    'c2s-required',
    's2s-required',
    'legacy-auth',
    'registration',
    'cipher-suites',
    'bosh',
    'websocket',
];

; 




function fixInWords({ domain, server }, findings, advice, texts) {
    const remediation = advice.remediation(server.software);
    const names = (0,model_remediation .zc)(findings, advice);
    const inWords = names.filter((name) => remediation.settings[name].language === 'text');
    const changes = (0,model_remediation .fs)(remediation, names.filter((name) => !inWords.includes(name)), domain);
    const general = inWords.filter(isGeneral).map((name) => `- ${texts.general[name]}`);
    const cautions = [...changes, ...inWords.map((name) => remediation.settings[name])].flatMap(cautionsOf);
    if (changes.length + general.length === 0)
        return [];
    return [
        fill(texts.settings[certainty(server)], { server: remediation.title }),
        ...changes.map(({ file, code }) => `${fill(texts.inFile, { file })}\n\n${code.trimEnd()}`),
        ...(general.length > 0 ? [general.join('\n')] : []),
        ...cautionsInWords(cautions, texts),
        ...((0,model_remediation .jT)([...changes, ...inWords.map((name) => remediation.settings[name])])
            ? [afterwards(remediation, texts)]
            : []),
        ...(certainty(server) === 'unknown' ? [otherServers(findings, texts)] : []),
    ];
}
function afterwards({ reload }, { afterwards: ways }) {
    return reload === undefined ? ways.restart : fill(ways.command, { reload });
}
const isGeneral = (name) => GENERAL_SETTINGS.some((known) => known === name);
const cautionsOf = ({ cautions = [] }) => cautions;
function certainty({ software, confidence }) {
    return software === 'generic' ? 'unknown' : confidence;
}
function cautionsInWords(cautions, { cautions: texts }) {
    const lines = new Set(cautions.map(({ name, version }) => `- ${fill(texts[name], { version })}`));
    return lines.size === 0 ? [] : [[texts.heading, ...lines].join('\n')];
}
function otherServers(findings, { allServers }) {
    const [check = '', ...others] = new Set(findings.map((finding) => finding.check));
    return fill(allServers, { url: checkPage(others.length === 0 ? check : 'README') });
}

; 

function letterKind({ state, target }) {
    const isRetired = target.verdict === 'not-offered';
    switch (state.phase) {
        case 'open':
        case 'acknowledged':
        case 'regressed':
            return target.waived ? undefined : unanswered({ state, target });
        case 'promised':
            return state.promise?.event === undefined ? 'promised' : 'awaited';
        case 'overdue':
            return overdue(state);
        case 'verifying':
            return isRetired ? undefined : 'verifying';
        case 'fixed':
            return isRetired ? undefined : 'thanks';
        case 'waived':
        case 'untracked':
            return undefined;
    }
}
function unanswered({ state, target }) {
    const { contacted } = target;
    if (contacted !== undefined && contacted >= dateOf(state.regressedAt ?? ''))
        return 'contacted';
    if (state.phase === 'acknowledged')
        return 'followup';
    return state.regressions > 0 ? 'regressed' : 'notice';
}
function overdue({ promise, overdueSince, maintenanceAt }) {
    if (promise === undefined)
        return 'followup';
    if (promise.event === undefined)
        return 'reminder';
    return maintenanceAt !== undefined && maintenanceAt === overdueSince ? 'maintenance' : 'unnoticed';
}

; 
const de = {
    language: 'de',
    subject: {
        notice: 'XMPP bei {domain}: Verschl\u00fcsselung wird nicht erzwungen',
        contacted: 'XMPP bei {domain}: Verschl\u00fcsselung wird weiterhin nicht erzwungen',
        followup: 'XMPP bei {domain}: Verschl\u00fcsselung wird weiterhin nicht erzwungen',
        promised: 'XMPP bei {domain}: vielen Dank f\u00fcr Ihre Antwort',
        awaited: 'XMPP bei {domain}: vielen Dank f\u00fcr Ihre Antwort',
        reminder: 'XMPP bei {domain}: Erinnerung an verpflichtendes TLS',
        maintenance: 'XMPP bei {domain}: TLS ist auch nach der Wartung nicht verpflichtend',
        unnoticed: 'XMPP bei {domain}: Erinnerung an verpflichtendes TLS',
        regressed: 'XMPP bei {domain}: Verschl\u00fcsselung wird nicht mehr erzwungen',
        verifying: 'XMPP bei {domain}: TLS scheint nun verpflichtend zu sein',
        thanks: 'XMPP bei {domain}: vielen Dank f\u00fcr verpflichtendes TLS',
    },
    greeting: 'Guten Tag,',
    opening: {
        notice: 'vielen Dank, dass Sie unter {domain} einen XMPP-Dienst betreiben. Seit dem {first} stellt unsere regelm\u00e4\u00dfige Pr\u00fcfung fest, dass er {claim}.',
        once: 'vielen Dank, dass Sie unter {domain} einen XMPP-Dienst betreiben. Unsere Pr\u00fcfung vom {first} hat ergeben, dass er {claim}.',
        contacted: 'am {contacted} hatten wir Ihnen wegen Ihres XMPP-Dienstes unter {domain} geschrieben. Unsere Pr\u00fcfung vom {last} hat ergeben, dass er weiterhin {claim}.',
        followup: 'wir kommen auf unseren Bericht \u00fcber Ihren XMPP-Dienst unter {domain} zur\u00fcck. Unsere Pr\u00fcfung vom {last} hat ergeben, dass er weiterhin {claim}.',
        promised: 'wir haben notiert, dass TLS bei {domain} bis zum {due} verpflichtend wird. Vielen Dank! Vor diesem Tag erinnern wir Sie nicht.',
        awaited: 'wir haben notiert, dass TLS bei {domain} mit der n\u00e4chsten Wartung verpflichtend wird. Vielen Dank! Danach pr\u00fcfen wir noch einmal.',
        reminder: 'Sie hatten uns freundlicherweise mitgeteilt, dass TLS bei {domain} bis zum {due} verpflichtend wird. Unsere Pr\u00fcfung vom {last} hat ergeben, dass der Dienst noch immer {claim}. Vielleicht kam etwas dazwischen, oder die neue Einstellung ist noch nicht aktiv.',
        maintenance: 'Sie hatten uns freundlicherweise mitgeteilt, dass TLS bei {domain} mit der n\u00e4chsten Wartung verpflichtend wird. Es sieht so aus, als h\u00e4tte sie stattgefunden. Unsere Pr\u00fcfung vom {last} hat jedoch ergeben, dass der Dienst noch immer {claim}. Vielleicht wurde die Einstellung vergessen, oder sie ist noch nicht aktiv.',
        unnoticed: 'Sie hatten uns freundlicherweise mitgeteilt, dass TLS bei {domain} mit der n\u00e4chsten Wartung verpflichtend wird. Bis zum {due} haben wir keine Wartung bemerkt, und unsere Pr\u00fcfung vom {last} hat ergeben, dass der Dienst noch immer {claim}.',
        regressed: 'nach einem fr\u00fcheren Bericht hatten Sie TLS bei {domain} verpflichtend gemacht; vielen Dank daf\u00fcr. Unsere Pr\u00fcfung vom {first} hat jedoch ergeben, dass der Dienst wieder {claim}. Meist liegt das an einem Update oder an einer wiederhergestellten Konfiguration.',
        verifying: 'unsere Pr\u00fcfung vom {secured} hat ergeben, dass Ihr XMPP-Dienst unter {domain} nun an jeder gepr\u00fcften Adresse TLS verlangt. Herzlichen Dank! Zur Sicherheit pr\u00fcfen wir noch einmal und schlie\u00dfen dann unseren Bericht.',
        thanks: 'seit dem {secured} verlangt Ihr XMPP-Dienst unter {domain} an jeder gepr\u00fcften Adresse TLS. Herzlichen Dank!',
    },
    claim: {
        c2s: {
            behaviour: 'unverschl\u00fcsselte Verbindungen von Clients annimmt',
            advertised: 'Clients eine unverschl\u00fcsselte Anmeldung anbietet',
        },
        s2s: {
            behaviour: 'unverschl\u00fcsselte Verbindungen von anderen Servern annimmt',
            advertised: 'anderen Servern unverschl\u00fcsselte Verbindungen anbietet',
        },
        both: {
            behaviour: 'unverschl\u00fcsselte Verbindungen von Clients und von anderen Servern annimmt',
            advertised: 'Clients und anderen Servern unverschl\u00fcsselte Verbindungen anbietet',
        },
    },
    and: ' und ',
    stake: {
        c2s: 'Wer unterwegs mith\u00f6rt, kann alles lesen und ver\u00e4ndern, was \u00fcber eine solche Verbindung geht, und auch an Passw\u00f6rter gelangen.',
        s2s: 'Wer unterwegs mith\u00f6rt, kann die Nachrichten zwischen Ihren Nutzern und denen anderer Server lesen und ver\u00e4ndern.',
        both: 'Wer unterwegs mith\u00f6rt, kann alles lesen und ver\u00e4ndern, was \u00fcber solche Verbindungen geht: Nachrichten, auch die von und zu anderen Servern, und Passw\u00f6rter.',
    },
    seen: 'Was unsere Pr\u00fcfung vom {last} ohne Verschl\u00fcsselung gesehen hat:',
    place: { c2s: '{place} (f\u00fcr Clients)', s2s: '{place} (f\u00fcr andere Server)' },
    evidence: {
        offered: 'STARTTLS wird angeboten, aber nicht verlangt',
        absent: 'STARTTLS wird nicht angeboten',
        required: 'STARTTLS wird als verpflichtend angek\u00fcndigt, aber nicht durchgesetzt',
        mechanisms: 'angebotene Anmeldeverfahren: {mechanisms}',
        dialback: 'Authentifizierung per Dialback wird angeboten',
        external: 'ein Anmeldeversuch ohne Passwort (SASL EXTERNAL) wurde mit \u201e{answer}\u201c beantwortet und nicht wegen fehlender Verschl\u00fcsselung abgelehnt',
        scram: 'die erste Nachricht einer SCRAM-Anmeldung wurde mit \u201e{answer}\u201c beantwortet',
        legacyAuth: 'das alte Anmeldeformular (jabber:iq:auth) wurde ausgeliefert',
        registration: 'das Registrierungsformular (jabber:iq:register) wurde ausgeliefert',
        login: 'ein Testkonto konnte sich anmelden',
        server: 'ein anderer Server wurde per Dialback eingelassen',
        web: 'eine unverschl\u00fcsselte Sitzung ({transport}) wurde er\u00f6ffnet',
        nullSuite: 'eine Cipher-Suite ohne Verschl\u00fcsselung wurde angenommen ({suite})',
    },
    reproduce: 'Mit diesem Befehl k\u00f6nnen Sie es selbst sehen:',
    settings: {
        configured: 'So l\u00e4sst es sich beheben ({server}):',
        likely: 'So l\u00e4sst es sich beheben, falls Ihr Server {server} ist, wonach es aussieht:',
        possible: 'So l\u00e4sst es sich beheben, falls Ihr Server {server} ist (das ist nur eine Vermutung):',
        unknown: 'So l\u00e4sst es sich beheben:',
    },
    inFile: 'In {file}:',
    general: {
        'c2s-required': 'Setzen Sie TLS (STARTTLS) f\u00fcr Verbindungen von Clients auf \u201eerforderlich\u201c (required), nicht auf \u201eoptional\u201c.',
        's2s-required': 'Setzen Sie TLS (STARTTLS) f\u00fcr Verbindungen zwischen Servern auf \u201eerforderlich\u201c (required), nicht auf \u201eoptional\u201c.',
        'legacy-auth': 'Verlangen Sie TLS auch f\u00fcr die Anmeldung ohne SASL (jabber:iq:auth, XEP-0078).',
        registration: 'Verlangen Sie TLS auch f\u00fcr die Registrierung (jabber:iq:register, XEP-0077).',
        'cipher-suites': 'Entfernen Sie alle Cipher-Suites mit NULL im Namen; in der Schreibweise von OpenSSL: HIGH:!aNULL:!eNULL.',
        bosh: 'Bieten Sie BOSH nur \u00fcber https an: Schlie\u00dfen Sie den unverschl\u00fcsselten Port, oder binden Sie ihn hinter einem Webserver mit TLS an 127.0.0.1.',
        websocket: 'Bieten Sie WebSocket nur \u00fcber wss an: Schlie\u00dfen Sie den unverschl\u00fcsselten Port, oder binden Sie ihn hinter einem Webserver mit TLS an 127.0.0.1.',
    },
    allServers: 'Einstellungen der g\u00e4ngigsten Server (auf Englisch): {url}',
    cautions: {
        heading: 'Bitte beachten Sie:',
        certificate: 'Vorher muss ein g\u00fcltiges Zertifikat f\u00fcr die Domain eingerichtet sein; sonst kann sich niemand mehr verbinden.',
        'each-host': 'Ein abweichender Wert f\u00fcr einen einzelnen Host (VirtualHost, Component) hat Vorrang.',
        'existing-listener': 'Gibt es f\u00fcr diesen Port schon einen Abschnitt, geh\u00f6ren die Zeilen dort hinein; bitte legen Sie keinen zweiten an.',
        'default-since': 'Seit Version {version} ist das die Voreinstellung; suchen Sie dort bitte nach einer Zeile, die etwas anderes festlegt.',
        'renamed-after': 'Bis Version {version} hie\u00df die Einstellung anders; bitte sehen Sie in der Dokumentation nach.',
        'registration-module': 'Manche Versionen beantworten die Registrierung auch dann noch unverschl\u00fcsselt; schr\u00e4nken Sie in diesem Fall bitte das Modul mod_register ein.',
        federation: 'Server, die kein TLS beherrschen, k\u00f6nnen danach keine Nachrichten mehr mit Ihrem austauschen.',
        'web-clients': 'Web-Clients, die noch die unverschl\u00fcsselte Adresse benutzen, m\u00fcssen vorher umgestellt werden.',
        dormant: 'Die Software wird seit 2018 nicht mehr weiterentwickelt; der Wechsel zu einem gepflegten Server ist eine \u00dcberlegung wert.',
    },
    afterwards: {
        command: 'F\u00fchren Sie danach aus: {reload}\nDas unterbricht alle Verbindungen f\u00fcr einen Moment.',
        restart: 'Starten Sie den Server danach neu; das unterbricht alle Verbindungen f\u00fcr einen Moment.',
    },
    links: 'Zum Nachlesen:',
    details: 'Einzelheiten und Verlauf: {url}',
    request: {
        date: 'K\u00f6nnen Sie uns sagen, wann Sie das voraussichtlich \u00e4ndern? Wir helfen gern und pr\u00fcfen gern noch einmal.',
        newDate: 'K\u00f6nnen Sie uns ein neues Datum nennen? Wir helfen gern und pr\u00fcfen gern noch einmal.',
        help: 'Wenn etwas unklar ist, helfen wir gern.',
    },
    took: {
        one: 'Von unserem ersten Bericht an hat es einen Tag gedauert.',
        other: 'Von unserem ersten Bericht an hat es {days} Tage gedauert.',
    },
    safer: 'Ihre Nutzer und alle, die mit ihnen sprechen, sind nun besser gesch\u00fctzt.',
    brief: {
        link: 'Was zu sehen war und die Einstellungen f\u00fcr Ihren Server: {url}',
        offer: 'Gern senden wir Ihnen, was zu sehen war, und die Einstellungen f\u00fcr Ihren Server.',
    },
    imprint: {
        known: 'Diese Pr\u00fcfung betreibt {repository}. Wenn Sie nicht gepr\u00fcft werden m\u00f6chten, gen\u00fcgt eine kurze Antwort.',
        unknown: 'Wenn Sie nicht gepr\u00fcft werden m\u00f6chten, gen\u00fcgt eine kurze Antwort.',
    },
    closing: 'Mit freundlichen Gr\u00fc\u00dfen\n[Ihr Name]',
};

 
var generic = __webpack_require__(8992);
; 


const general = Object.fromEntries(GENERAL_SETTINGS.map((name) => [name, generic .M.settings[name].code]));
const en = {
    language: 'en',
    subject: {
        notice: 'XMPP at {domain}: encryption is not enforced',
        contacted: 'XMPP at {domain}: encryption is still not enforced',
        followup: 'XMPP at {domain}: encryption is still not enforced',
        promised: 'XMPP at {domain}: thank you for your answer',
        awaited: 'XMPP at {domain}: thank you for your answer',
        reminder: 'XMPP at {domain}: a reminder about mandatory TLS',
        maintenance: 'XMPP at {domain}: TLS is still not mandatory after the maintenance',
        unnoticed: 'XMPP at {domain}: a reminder about mandatory TLS',
        regressed: 'XMPP at {domain}: encryption is no longer enforced',
        verifying: 'XMPP at {domain}: TLS seems to be mandatory now',
        thanks: 'XMPP at {domain}: thank you for making TLS mandatory',
    },
    greeting: 'Dear administrators of {domain},',
    opening: {
        notice: 'Thank you for running an XMPP service. Since {first}, our regular check has found that it {claim}.',
        once: 'Thank you for running an XMPP service. Our check of {first} found that it {claim}.',
        contacted: 'We wrote to you on {contacted} about your XMPP service. Our check of {last} found that it still {claim}.',
        followup: 'This follows up on our report about your XMPP service. Our check of {last} found that it still {claim}.',
        promised: 'We have noted that TLS will be mandatory by {due}. Thank you! You will get no reminder before that day.',
        awaited: 'We have noted that TLS will be mandatory from the next maintenance on. Thank you! We will check again after that.',
        reminder: 'You kindly told us that TLS would be mandatory by {due}. Our check of {last} found that the service still {claim}. Perhaps something came up, or the new setting is not active yet.',
        maintenance: 'You kindly told us that TLS would be mandatory from the next maintenance on. It looks as if there has been one, but our check of {last} found that the service still {claim}. Perhaps the setting was forgotten, or it is not active yet.',
        unnoticed: 'You kindly told us that TLS would be mandatory from the next maintenance on. We noticed no maintenance until {due}, and our check of {last} found that the service still {claim}.',
        regressed: 'After an earlier report you made TLS mandatory; thank you for that. Our check of {first}, however, found that the service {claim} again. An update or a restored configuration is the usual reason.',
        verifying: 'Our check of {secured} found that your XMPP service requires TLS at every address we looked at. Thank you very much! We will check once more to be sure, and then close our report.',
        thanks: 'Since {secured}, your XMPP service has required TLS at every address we check. Thank you very much!',
    },
    claim: {
        c2s: {
            behaviour: 'accepts unencrypted connections from clients',
            advertised: 'offers clients an unencrypted login',
        },
        s2s: {
            behaviour: 'accepts unencrypted connections from other servers',
            advertised: 'offers other servers unencrypted connections',
        },
        both: {
            behaviour: 'accepts unencrypted connections from clients and from other servers',
            advertised: 'offers unencrypted connections to clients and to other servers',
        },
    },
    and: ' and ',
    stake: {
        c2s: 'Anyone on the network path can read and change what is sent over such a connection, and can get hold of passwords.',
        s2s: 'Anyone on the network path can read and change the messages between your users and the users of other servers.',
        both: 'Anyone on the network path can read and change what is sent over such connections: messages, including those to and from other servers, and passwords.',
    },
    seen: 'What our check of {last} saw without encryption:',
    place: { c2s: '{place} (for clients)', s2s: '{place} (for other servers)' },
    evidence: {
        offered: 'STARTTLS is offered, but not required',
        absent: 'STARTTLS is not offered',
        required: 'STARTTLS is announced as required, but not enforced',
        mechanisms: 'login mechanisms offered: {mechanisms}',
        dialback: 'authentication by dialback is offered',
        external: 'a login attempt without a password (SASL EXTERNAL) was answered with "{answer}", and not refused for lack of encryption',
        scram: 'the first message of a SCRAM login was answered with "{answer}"',
        legacyAuth: 'the old login form (jabber:iq:auth) was served',
        registration: 'the registration form (jabber:iq:register) was served',
        login: 'a test account was able to log in',
        server: 'another server was let in by dialback',
        web: 'an unencrypted session ({transport}) was opened',
        nullSuite: 'a cipher suite without encryption was accepted ({suite})',
    },
    reproduce: 'You can see it for yourself with this command:',
    settings: {
        configured: 'How to fix it, on {server}:',
        likely: 'How to fix it, if your server is {server}, as it seems to be:',
        possible: 'How to fix it, if your server is {server} (this is only a guess):',
        unknown: 'How to fix it:',
    },
    inFile: 'In {file}:',
    general,
    allServers: 'Settings for the most common servers: {url}',
    cautions: {
        heading: 'Please note:',
        certificate: 'A valid certificate for the domain has to be in place first; otherwise nobody will be able to connect.',
        'each-host': 'A different value for a single host (VirtualHost, Component) takes precedence.',
        'existing-listener': 'If there is a section for this port already, the lines belong in it; please do not add a second one.',
        'default-since': 'Since version {version} this is the default; there, please look for a line that says otherwise.',
        'renamed-after': 'Up to version {version} the setting had another name; please see the documentation.',
        'registration-module': 'Some versions answer registration without encryption even then; if so, please restrict the module mod_register.',
        federation: 'Servers that do not support TLS will no longer be able to exchange messages with yours.',
        'web-clients': 'Web clients that still use the unencrypted address have to be changed first.',
        dormant: 'The software has not been developed since 2018; a move to a maintained server is worth considering.',
    },
    afterwards: {
        command: 'Then run: {reload}\nThis interrupts all connections for a moment.',
        restart: 'Then restart the server, which interrupts all connections for a moment.',
    },
    links: 'Further reading:',
    details: 'Details and history: {url}',
    request: {
        date: 'Could you tell us when you expect to change this? We are happy to help and to test again.',
        newDate: 'Could you tell us a new date? We are happy to help and to test again.',
        help: 'If anything is unclear, we are happy to help.',
    },
    took: {
        one: 'It took one day from our first report.',
        other: 'It took {days} days from our first report.',
    },
    safer: 'Your users, and everyone who talks to them, are safer for it.',
    brief: {
        link: 'What was seen, and the settings for your server: {url}',
        offer: 'We are happy to send you what was seen, and the settings for your server.',
    },
    imprint: {
        known: 'This check is run by {repository}. If you would rather not be checked, a reply is enough.',
        unknown: 'If you would rather not be checked, a reply is enough.',
    },
    closing: 'Kind regards\n[your name]',
};

; 
const es = {
    language: 'es',
    subject: {
        notice: 'XMPP en {domain}: el cifrado no es obligatorio',
        contacted: 'XMPP en {domain}: el cifrado sigue sin ser obligatorio',
        followup: 'XMPP en {domain}: el cifrado sigue sin ser obligatorio',
        promised: 'XMPP en {domain}: gracias por su respuesta',
        awaited: 'XMPP en {domain}: gracias por su respuesta',
        reminder: 'XMPP en {domain}: recordatorio sobre TLS obligatorio',
        maintenance: 'XMPP en {domain}: TLS sigue sin ser obligatorio tras el mantenimiento',
        unnoticed: 'XMPP en {domain}: recordatorio sobre TLS obligatorio',
        regressed: 'XMPP en {domain}: el cifrado ha dejado de ser obligatorio',
        verifying: 'XMPP en {domain}: parece que TLS ya es obligatorio',
        thanks: 'XMPP en {domain}: gracias por hacer obligatorio TLS',
    },
    greeting: 'Estimados administradores de {domain}:',
    opening: {
        notice: 'Gracias por mantener un servicio XMPP. Desde el {first}, nuestra comprobaci\u00f3n peri\u00f3dica muestra que {claim}.',
        once: 'Gracias por mantener un servicio XMPP. Nuestra comprobaci\u00f3n del {first} mostr\u00f3 que {claim}.',
        contacted: 'El {contacted} les escribimos acerca de su servicio XMPP. Nuestra comprobaci\u00f3n del {last} mostr\u00f3 que todav\u00eda {claim}.',
        followup: 'Les escribimos de nuevo en relaci\u00f3n con nuestro aviso sobre su servicio XMPP. Nuestra comprobaci\u00f3n del {last} mostr\u00f3 que todav\u00eda {claim}.',
        promised: 'Hemos tomado nota de que TLS ser\u00e1 obligatorio a m\u00e1s tardar el {due}. \u00a1Muchas gracias! No recibir\u00e1n ning\u00fan recordatorio antes de ese d\u00eda.',
        awaited: 'Hemos tomado nota de que TLS ser\u00e1 obligatorio a partir del pr\u00f3ximo mantenimiento. \u00a1Muchas gracias! Despu\u00e9s lo comprobaremos de nuevo.',
        reminder: 'Nos hab\u00edan comunicado amablemente que TLS ser\u00eda obligatorio a m\u00e1s tardar el {due}. Nuestra comprobaci\u00f3n del {last} mostr\u00f3 que el servicio todav\u00eda {claim}. Quiz\u00e1 surgi\u00f3 un imprevisto, o el nuevo ajuste a\u00fan no est\u00e1 activo.',
        maintenance: 'Nos hab\u00edan comunicado amablemente que TLS ser\u00eda obligatorio a partir del pr\u00f3ximo mantenimiento. Parece que ya ha tenido lugar, pero nuestra comprobaci\u00f3n del {last} mostr\u00f3 que el servicio todav\u00eda {claim}. Quiz\u00e1 se olvid\u00f3 el ajuste, o a\u00fan no est\u00e1 activo.',
        unnoticed: 'Nos hab\u00edan comunicado amablemente que TLS ser\u00eda obligatorio a partir del pr\u00f3ximo mantenimiento. Hasta el {due} no hemos observado ninguno, y nuestra comprobaci\u00f3n del {last} mostr\u00f3 que el servicio todav\u00eda {claim}.',
        regressed: 'Tras un aviso anterior, ustedes hicieron obligatorio TLS, y se lo agradecemos. Sin embargo, nuestra comprobaci\u00f3n del {first} mostr\u00f3 que el servicio de nuevo {claim}. El motivo suele ser una actualizaci\u00f3n o una configuraci\u00f3n restaurada.',
        verifying: 'Nuestra comprobaci\u00f3n del {secured} mostr\u00f3 que su servicio XMPP ya exige TLS en todas las direcciones comprobadas. \u00a1Muchas gracias! Para mayor seguridad lo comprobaremos una vez m\u00e1s y despu\u00e9s cerraremos nuestro aviso.',
        thanks: 'Desde el {secured}, su servicio XMPP exige TLS en todas las direcciones que comprobamos. \u00a1Muchas gracias!',
    },
    claim: {
        c2s: {
            behaviour: 'acepta conexiones de clientes sin cifrar',
            advertised: 'ofrece a los clientes iniciar sesi\u00f3n sin cifrado',
        },
        s2s: {
            behaviour: 'acepta conexiones de otros servidores sin cifrar',
            advertised: 'ofrece a otros servidores conexiones sin cifrar',
        },
        both: {
            behaviour: 'acepta conexiones sin cifrar de clientes y de otros servidores',
            advertised: 'ofrece conexiones sin cifrar a clientes y a otros servidores',
        },
    },
    and: ' y ',
    stake: {
        c2s: 'Cualquiera que est\u00e9 en el camino puede leer y modificar lo que pasa por una conexi\u00f3n as\u00ed, y hacerse con contrase\u00f1as.',
        s2s: 'Cualquiera que est\u00e9 en el camino puede leer y modificar los mensajes entre sus usuarios y los de otros servidores.',
        both: 'Cualquiera que est\u00e9 en el camino puede leer y modificar lo que pasa por conexiones as\u00ed: los mensajes, incluidos los que se intercambian con otros servidores, y las contrase\u00f1as.',
    },
    seen: 'Lo que nuestra comprobaci\u00f3n del {last} observ\u00f3 sin cifrado:',
    place: { c2s: '{place} (para clientes)', s2s: '{place} (para otros servidores)' },
    evidence: {
        offered: 'se ofrece STARTTLS, pero no se exige',
        absent: 'no se ofrece STARTTLS',
        required: 'STARTTLS se anuncia como obligatorio, pero no se impone',
        mechanisms: 'mecanismos de inicio de sesi\u00f3n ofrecidos: {mechanisms}',
        dialback: 'se ofrece la autenticaci\u00f3n mediante dialback',
        external: 'un intento de inicio de sesi\u00f3n sin contrase\u00f1a (SASL EXTERNAL) recibi\u00f3 la respuesta \u00ab{answer}\u00bb, en lugar de ser rechazado por falta de cifrado',
        scram: 'el primer mensaje de un inicio de sesi\u00f3n SCRAM recibi\u00f3 la respuesta \u00ab{answer}\u00bb',
        legacyAuth: 'se entreg\u00f3 el antiguo formulario de inicio de sesi\u00f3n (jabber:iq:auth)',
        registration: 'se entreg\u00f3 el formulario de registro (jabber:iq:register)',
        login: 'una cuenta de prueba pudo iniciar sesi\u00f3n',
        server: 'se admiti\u00f3 a otro servidor mediante dialback',
        web: 'se abri\u00f3 una sesi\u00f3n sin cifrar ({transport})',
        nullSuite: 'se acept\u00f3 un conjunto de cifrado que no cifra ({suite})',
    },
    reproduce: 'Pueden verlo ustedes mismos con este comando:',
    settings: {
        configured: 'C\u00f3mo solucionarlo en {server}:',
        likely: 'C\u00f3mo solucionarlo, si su servidor es {server}, como parece:',
        possible: 'C\u00f3mo solucionarlo, si su servidor es {server} (es solo una suposici\u00f3n):',
        unknown: 'C\u00f3mo solucionarlo:',
    },
    inFile: 'En {file}:',
    general: {
        'c2s-required': 'Configuren TLS (STARTTLS) como obligatorio (required), y no como opcional (optional), para las conexiones de clientes.',
        's2s-required': 'Configuren TLS (STARTTLS) como obligatorio (required), y no como opcional (optional), para las conexiones entre servidores.',
        'legacy-auth': 'Exijan TLS tambi\u00e9n para el inicio de sesi\u00f3n sin SASL (jabber:iq:auth, XEP-0078).',
        registration: 'Exijan TLS tambi\u00e9n para el registro (jabber:iq:register, XEP-0077).',
        'cipher-suites': 'Eliminen todos los conjuntos de cifrado con NULL en el nombre; en la notaci\u00f3n de OpenSSL: HIGH:!aNULL:!eNULL.',
        bosh: 'Ofrezcan BOSH solo por https: cierren el puerto sin cifrar, o lim\u00edtenlo a 127.0.0.1 detr\u00e1s de un servidor web con TLS.',
        websocket: 'Ofrezcan WebSocket solo por wss: cierren el puerto sin cifrar, o lim\u00edtenlo a 127.0.0.1 detr\u00e1s de un servidor web con TLS.',
    },
    allServers: 'Ajustes de los servidores m\u00e1s habituales (en ingl\u00e9s): {url}',
    cautions: {
        heading: 'Tengan en cuenta lo siguiente:',
        certificate: 'Antes tiene que estar instalado un certificado v\u00e1lido para el dominio; de lo contrario, nadie podr\u00e1 conectarse.',
        'each-host': 'Un valor distinto para un host concreto (VirtualHost, Component) tiene prioridad.',
        'existing-listener': 'Si ya existe una secci\u00f3n para ese puerto, las l\u00edneas deben ir en ella; por favor, no a\u00f1adan otra.',
        'default-since': 'Desde la versi\u00f3n {version} es el valor predeterminado; en ese caso, busquen una l\u00ednea que indique otra cosa.',
        'renamed-after': 'Hasta la versi\u00f3n {version} el ajuste ten\u00eda otro nombre; consulten la documentaci\u00f3n.',
        'registration-module': 'Algunas versiones responden al registro sin cifrado incluso as\u00ed; en ese caso, restrinjan el m\u00f3dulo mod_register.',
        federation: 'Los servidores que no admitan TLS ya no podr\u00e1n intercambiar mensajes con el suyo.',
        'web-clients': 'Antes hay que adaptar los clientes web que todav\u00eda usen la direcci\u00f3n sin cifrar.',
        dormant: 'El programa no se desarrolla desde 2018; convendr\u00eda considerar el cambio a un servidor que siga manteni\u00e9ndose.',
    },
    afterwards: {
        command: 'Despu\u00e9s, ejecuten: {reload}\nEsto interrumpe todas las conexiones por un momento.',
        restart: 'Despu\u00e9s, reinicien el servidor; esto interrumpe todas las conexiones por un momento.',
    },
    links: 'Para saber m\u00e1s:',
    details: 'Detalles e historial: {url}',
    request: {
        date: '\u00bfPodr\u00edan decirnos cu\u00e1ndo prev\u00e9n cambiarlo? Con gusto les ayudaremos y lo comprobaremos de nuevo.',
        newDate: '\u00bfPodr\u00edan indicarnos una nueva fecha? Con gusto les ayudaremos y lo comprobaremos de nuevo.',
        help: 'Si algo no est\u00e1 claro, con gusto les ayudaremos.',
    },
    took: {
        one: 'Ha pasado un d\u00eda desde nuestro primer aviso.',
        other: 'Han pasado {days} d\u00edas desde nuestro primer aviso.',
    },
    safer: 'Sus usuarios, y todas las personas que hablan con ellos, est\u00e1n ahora mejor protegidos.',
    brief: {
        link: 'Lo que se observ\u00f3 y los ajustes para su servidor: {url}',
        offer: 'Con gusto les enviaremos lo que se observ\u00f3 y los ajustes para su servidor.',
    },
    imprint: {
        known: 'Esta comprobaci\u00f3n la realiza {repository}. Si prefieren que no los comprobemos, basta con responder.',
        unknown: 'Si prefieren que no los comprobemos, basta con responder.',
    },
    closing: 'Un cordial saludo,\n[su nombre]',
};

; 
const fr = {
    language: 'fr',
    subject: {
        notice: 'XMPP sur {domain} : le chiffrement n\u2019est pas impos\u00e9',
        contacted: 'XMPP sur {domain} : le chiffrement n\u2019est toujours pas impos\u00e9',
        followup: 'XMPP sur {domain} : le chiffrement n\u2019est toujours pas impos\u00e9',
        promised: 'XMPP sur {domain} : merci de votre r\u00e9ponse',
        awaited: 'XMPP sur {domain} : merci de votre r\u00e9ponse',
        reminder: 'XMPP sur {domain} : rappel au sujet de TLS obligatoire',
        maintenance: 'XMPP sur {domain} : TLS n\u2019est toujours pas obligatoire apr\u00e8s la maintenance',
        unnoticed: 'XMPP sur {domain} : rappel au sujet de TLS obligatoire',
        regressed: 'XMPP sur {domain} : le chiffrement n\u2019est plus impos\u00e9',
        verifying: 'XMPP sur {domain} : TLS semble maintenant obligatoire',
        thanks: 'XMPP sur {domain} : merci d\u2019avoir rendu TLS obligatoire',
    },
    greeting: 'Bonjour,',
    opening: {
        notice: 'Nous vous remercions de proposer un service XMPP sur {domain}. Depuis le {first}, notre contr\u00f4le r\u00e9gulier constate qu\u2019il {claim}.',
        once: 'Nous vous remercions de proposer un service XMPP sur {domain}. Notre contr\u00f4le du {first} a constat\u00e9 qu\u2019il {claim}.',
        contacted: 'Nous vous avons \u00e9crit le {contacted} au sujet de votre service XMPP sur {domain}. Notre contr\u00f4le du {last} a constat\u00e9 que, pour l\u2019instant encore, il {claim}.',
        followup: 'Nous revenons vers vous au sujet de notre signalement concernant votre service XMPP sur {domain}. Notre contr\u00f4le du {last} a constat\u00e9 que, pour l\u2019instant encore, il {claim}.',
        promised: 'Nous avons bien not\u00e9 que TLS sera obligatoire sur {domain} au plus tard le {due}. Merci beaucoup ! Vous ne recevrez pas de rappel avant cette date.',
        awaited: 'Nous avons bien not\u00e9 que TLS sera obligatoire sur {domain} \u00e0 partir de la prochaine maintenance. Merci beaucoup ! Nous ferons ensuite un nouveau contr\u00f4le.',
        reminder: 'Vous nous aviez aimablement indiqu\u00e9 que TLS serait obligatoire sur {domain} au plus tard le {due}. Notre contr\u00f4le du {last} a constat\u00e9 que, pour l\u2019instant encore, le service {claim}. Un impr\u00e9vu est peut-\u00eatre survenu, ou le nouveau r\u00e9glage n\u2019est pas encore actif.',
        maintenance: 'Vous nous aviez aimablement indiqu\u00e9 que TLS serait obligatoire sur {domain} \u00e0 partir de la prochaine maintenance. Il semble qu\u2019elle ait eu lieu, mais notre contr\u00f4le du {last} a constat\u00e9 que, pour l\u2019instant encore, le service {claim}. Le r\u00e9glage a peut-\u00eatre \u00e9t\u00e9 oubli\u00e9, ou n\u2019est pas encore actif.',
        unnoticed: 'Vous nous aviez aimablement indiqu\u00e9 que TLS serait obligatoire sur {domain} \u00e0 partir de la prochaine maintenance. Nous n\u2019avons pas remarqu\u00e9 de maintenance jusqu\u2019au {due}, et notre contr\u00f4le du {last} a constat\u00e9 que, pour l\u2019instant encore, le service {claim}.',
        regressed: '\u00c0 la suite d\u2019un pr\u00e9c\u00e9dent signalement, vous aviez rendu TLS obligatoire sur {domain}, et nous vous en remercions. Notre contr\u00f4le du {first} a toutefois constat\u00e9 que, de nouveau, le service {claim}. Une mise \u00e0 jour ou une configuration restaur\u00e9e en est le plus souvent la cause.',
        verifying: 'Notre contr\u00f4le du {secured} a constat\u00e9 que votre service XMPP sur {domain} exige maintenant TLS \u00e0 chaque adresse contr\u00f4l\u00e9e. Merci beaucoup ! Par pr\u00e9caution, nous ferons encore un contr\u00f4le avant de clore notre signalement.',
        thanks: 'Depuis le {secured}, votre service XMPP sur {domain} exige TLS \u00e0 chaque adresse contr\u00f4l\u00e9e. Merci beaucoup !',
    },
    claim: {
        c2s: {
            behaviour: 'accepte des connexions non chiffr\u00e9es de la part des clients',
            advertised: 'propose aux clients de s\u2019authentifier sans chiffrement',
        },
        s2s: {
            behaviour: 'accepte des connexions non chiffr\u00e9es de la part d\u2019autres serveurs',
            advertised: 'propose aux autres serveurs des connexions non chiffr\u00e9es',
        },
        both: {
            behaviour: 'accepte des connexions non chiffr\u00e9es de la part des clients et d\u2019autres serveurs',
            advertised: 'propose aux clients et aux autres serveurs des connexions non chiffr\u00e9es',
        },
    },
    and: ' et ',
    stake: {
        c2s: 'Quiconque se trouve sur le trajet peut lire et modifier ce qui passe par une telle connexion, et s\u2019emparer de mots de passe.',
        s2s: 'Quiconque se trouve sur le trajet peut lire et modifier les messages \u00e9chang\u00e9s entre vos utilisateurs et ceux d\u2019autres serveurs.',
        both: 'Quiconque se trouve sur le trajet peut lire et modifier ce qui passe par de telles connexions : les messages, y compris ceux \u00e9chang\u00e9s avec d\u2019autres serveurs, et les mots de passe.',
    },
    seen: 'Ce que notre contr\u00f4le du {last} a observ\u00e9 sans chiffrement :',
    place: { c2s: '{place} (pour les clients)', s2s: '{place} (pour les autres serveurs)' },
    evidence: {
        offered: 'STARTTLS est propos\u00e9, mais pas exig\u00e9',
        absent: 'STARTTLS n\u2019est pas propos\u00e9',
        required: 'STARTTLS est annonc\u00e9 comme obligatoire, mais pas impos\u00e9',
        mechanisms: 'm\u00e9canismes d\u2019authentification propos\u00e9s : {mechanisms}',
        dialback: 'l\u2019authentification par dialback est propos\u00e9e',
        external: 'une tentative d\u2019authentification sans mot de passe (SASL EXTERNAL) a re\u00e7u la r\u00e9ponse \u00ab {answer} \u00bb, au lieu d\u2019\u00eatre refus\u00e9e faute de chiffrement',
        scram: 'le premier message d\u2019une authentification SCRAM a re\u00e7u la r\u00e9ponse \u00ab {answer} \u00bb',
        legacyAuth: 'l\u2019ancien formulaire d\u2019authentification (jabber:iq:auth) a \u00e9t\u00e9 fourni',
        registration: 'le formulaire d\u2019inscription (jabber:iq:register) a \u00e9t\u00e9 fourni',
        login: 'un compte de test a pu se connecter',
        server: 'un autre serveur a \u00e9t\u00e9 admis par dialback',
        web: 'une session non chiffr\u00e9e ({transport}) a \u00e9t\u00e9 ouverte',
        nullSuite: 'une suite cryptographique sans chiffrement a \u00e9t\u00e9 accept\u00e9e ({suite})',
    },
    reproduce: 'Vous pouvez le v\u00e9rifier vous-m\u00eame avec cette commande :',
    settings: {
        configured: 'Comment y rem\u00e9dier, avec {server} :',
        likely: 'Comment y rem\u00e9dier, si votre serveur est {server}, comme il nous semble :',
        possible: 'Comment y rem\u00e9dier, si votre serveur est {server} (ce n\u2019est qu\u2019une supposition) :',
        unknown: 'Comment y rem\u00e9dier :',
    },
    inFile: 'Dans {file} :',
    general: {
        'c2s-required': 'R\u00e9glez TLS (STARTTLS) sur \u00ab obligatoire \u00bb (required), et non sur \u00ab facultatif \u00bb (optional), pour les connexions des clients.',
        's2s-required': 'R\u00e9glez TLS (STARTTLS) sur \u00ab obligatoire \u00bb (required), et non sur \u00ab facultatif \u00bb (optional), pour les connexions entre serveurs.',
        'legacy-auth': 'Exigez TLS \u00e9galement pour l\u2019authentification sans SASL (jabber:iq:auth, XEP-0078).',
        registration: 'Exigez TLS \u00e9galement pour l\u2019inscription (jabber:iq:register, XEP-0077).',
        'cipher-suites': 'Retirez toutes les suites cryptographiques dont le nom contient NULL ; dans la notation d\u2019OpenSSL : HIGH:!aNULL:!eNULL.',
        bosh: 'Ne proposez BOSH qu\u2019en https : fermez le port non chiffr\u00e9, ou limitez-le \u00e0 127.0.0.1 derri\u00e8re un serveur web avec TLS.',
        websocket: 'Ne proposez WebSocket qu\u2019en wss : fermez le port non chiffr\u00e9, ou limitez-le \u00e0 127.0.0.1 derri\u00e8re un serveur web avec TLS.',
    },
    allServers: 'R\u00e9glages des serveurs les plus r\u00e9pandus (en anglais) : {url}',
    cautions: {
        heading: '\u00c0 noter :',
        certificate: 'Un certificat valide pour le domaine doit d\u2019abord \u00eatre en place ; sinon, plus personne ne pourra se connecter.',
        'each-host': 'Une valeur diff\u00e9rente pour un h\u00f4te en particulier (VirtualHost, Component) l\u2019emporte.',
        'existing-listener': 'S\u2019il existe d\u00e9j\u00e0 une section pour ce port, ces lignes doivent y \u00eatre ajout\u00e9es ; n\u2019en cr\u00e9ez pas une seconde.',
        'default-since': 'Depuis la version {version}, c\u2019est la valeur par d\u00e9faut ; cherchez alors une ligne qui dit le contraire.',
        'renamed-after': 'Jusqu\u2019\u00e0 la version {version}, ce r\u00e9glage portait un autre nom ; veuillez consulter la documentation.',
        'registration-module': 'Certaines versions r\u00e9pondent m\u00eame ainsi aux inscriptions sans chiffrement ; dans ce cas, restreignez le module mod_register.',
        federation: 'Les serveurs qui ne prennent pas TLS en charge ne pourront plus \u00e9changer de messages avec le v\u00f4tre.',
        'web-clients': 'Les clients web qui utilisent encore l\u2019adresse non chiffr\u00e9e doivent d\u2019abord \u00eatre adapt\u00e9s.',
        dormant: 'Ce logiciel n\u2019est plus d\u00e9velopp\u00e9 depuis 2018 ; il serait utile d\u2019envisager un serveur qui est encore maintenu.',
    },
    afterwards: {
        command: 'Ex\u00e9cutez ensuite : {reload}\nToutes les connexions sont alors interrompues un instant.',
        restart: 'Red\u00e9marrez ensuite le serveur ; toutes les connexions sont alors interrompues un instant.',
    },
    links: 'Pour en savoir plus :',
    details: 'D\u00e9tails et historique : {url}',
    request: {
        date: 'Pourriez-vous nous dire quand vous pensez effectuer ce changement ? Nous pouvons vous aider, et nous ferons volontiers un nouveau contr\u00f4le.',
        newDate: 'Pourriez-vous nous indiquer une nouvelle date ? Nous pouvons vous aider, et nous ferons volontiers un nouveau contr\u00f4le.',
        help: 'Si quelque chose n\u2019est pas clair, nous vous aiderons volontiers.',
    },
    took: {
        one: 'Il a fallu un jour depuis notre premier signalement.',
        other: 'Il a fallu {days} jours depuis notre premier signalement.',
    },
    safer: 'Vos utilisateurs, et toutes les personnes avec qui ils \u00e9changent, sont d\u00e9sormais mieux prot\u00e9g\u00e9s.',
    brief: {
        link: 'Ce qui a \u00e9t\u00e9 observ\u00e9, et les r\u00e9glages pour votre serveur : {url}',
        offer: 'Nous vous enverrons volontiers ce qui a \u00e9t\u00e9 observ\u00e9, et les r\u00e9glages pour votre serveur.',
    },
    imprint: {
        known: 'Ce contr\u00f4le est effectu\u00e9 par {repository}. Si vous pr\u00e9f\u00e9rez ne pas \u00eatre contr\u00f4l\u00e9, il suffit de nous r\u00e9pondre.',
        unknown: 'Si vous pr\u00e9f\u00e9rez ne pas \u00eatre contr\u00f4l\u00e9, il suffit de nous r\u00e9pondre.',
    },
    closing: 'Cordialement,\n[votre nom]',
};

; 
const ja = {
    language: 'ja',
    subject: {
        notice: '{domain} \u306e XMPP\uff1a\u6697\u53f7\u5316\u304c\u5fc5\u9808\u306b\u306a\u3063\u3066\u3044\u306a\u3044\u4ef6\u306b\u3064\u3044\u3066',
        contacted: '{domain} \u306e XMPP\uff1a\u6697\u53f7\u5316\u304c\u307e\u3060\u5fc5\u9808\u306b\u306a\u3063\u3066\u3044\u306a\u3044\u4ef6\u306b\u3064\u3044\u3066',
        followup: '{domain} \u306e XMPP\uff1a\u6697\u53f7\u5316\u304c\u307e\u3060\u5fc5\u9808\u306b\u306a\u3063\u3066\u3044\u306a\u3044\u4ef6\u306b\u3064\u3044\u3066',
        promised: '{domain} \u306e XMPP\uff1a\u3054\u9023\u7d61\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059',
        awaited: '{domain} \u306e XMPP\uff1a\u3054\u9023\u7d61\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059',
        reminder: '{domain} \u306e XMPP\uff1aTLS \u5fc5\u9808\u5316\u306b\u3064\u3044\u3066\u306e\u3054\u78ba\u8a8d',
        maintenance: '{domain} \u306e XMPP\uff1a\u30e1\u30f3\u30c6\u30ca\u30f3\u30b9\u5f8c\u3082 TLS \u304c\u5fc5\u9808\u306b\u306a\u3063\u3066\u3044\u307e\u305b\u3093',
        unnoticed: '{domain} \u306e XMPP\uff1aTLS \u5fc5\u9808\u5316\u306b\u3064\u3044\u3066\u306e\u3054\u78ba\u8a8d',
        regressed: '{domain} \u306e XMPP\uff1a\u6697\u53f7\u5316\u304c\u5fc5\u9808\u3067\u306f\u306a\u304f\u306a\u3063\u3066\u3044\u307e\u3059',
        verifying: '{domain} \u306e XMPP\uff1aTLS \u306e\u5fc5\u9808\u5316\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f',
        thanks: '{domain} \u306e XMPP\uff1aTLS \u5fc5\u9808\u5316\u306e\u304a\u793c',
    },
    greeting: '{domain} \u7ba1\u7406\u8005\u69d8',
    opening: {
        notice: 'XMPP \u30b5\u30fc\u30d3\u30b9\u3092\u904b\u55b6\u3057\u3066\u304f\u3060\u3055\u308a\u3001\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059\u3002{first}\u4ee5\u964d\u306e\u5b9a\u671f\u691c\u67fb\u3067\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u304c{claim}\u3053\u3068\u3092\u78ba\u8a8d\u3057\u3066\u3044\u307e\u3059\u3002',
        once: 'XMPP \u30b5\u30fc\u30d3\u30b9\u3092\u904b\u55b6\u3057\u3066\u304f\u3060\u3055\u308a\u3001\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059\u3002{first}\u306e\u691c\u67fb\u3067\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u304c{claim}\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002',
        contacted: '{contacted}\u306b\u3001\u8cb4 XMPP \u30b5\u30fc\u30d3\u30b9\u306b\u3064\u3044\u3066\u3054\u9023\u7d61\u3044\u305f\u3057\u307e\u3057\u305f\u3002{last}\u306e\u691c\u67fb\u3067\u3082\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u304c\u4f9d\u7136\u3068\u3057\u3066{claim}\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002',
        followup: '\u8cb4 XMPP \u30b5\u30fc\u30d3\u30b9\u306b\u3064\u3044\u3066\u4ee5\u524d\u3054\u5831\u544a\u3057\u305f\u4ef6\u3067\u3001\u6539\u3081\u3066\u3054\u9023\u7d61\u3044\u305f\u3057\u307e\u3059\u3002{last}\u306e\u691c\u67fb\u3067\u3082\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u304c\u4f9d\u7136\u3068\u3057\u3066{claim}\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002',
        promised: '{due}\u307e\u3067\u306b TLS \u3092\u5fc5\u9808\u306b\u3057\u3066\u3044\u305f\u3060\u3051\u308b\u65e8\u3001\u627f\u308a\u307e\u3057\u305f\u3002\u8aa0\u306b\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059\u3002\u5f53\u65e5\u307e\u3067\u306f\u3001\u3053\u3061\u3089\u304b\u3089\u6539\u3081\u3066\u3054\u9023\u7d61\u3059\u308b\u3053\u3068\u306f\u3042\u308a\u307e\u305b\u3093\u3002',
        awaited: '\u6b21\u56de\u306e\u30e1\u30f3\u30c6\u30ca\u30f3\u30b9\u3067 TLS \u3092\u5fc5\u9808\u306b\u3057\u3066\u3044\u305f\u3060\u3051\u308b\u65e8\u3001\u627f\u308a\u307e\u3057\u305f\u3002\u8aa0\u306b\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059\u3002\u305d\u306e\u5f8c\u3001\u6539\u3081\u3066\u691c\u67fb\u3044\u305f\u3057\u307e\u3059\u3002',
        reminder: '{due}\u307e\u3067\u306b TLS \u3092\u5fc5\u9808\u306b\u3057\u3066\u3044\u305f\u3060\u3051\u308b\u3068\u306e\u3054\u9023\u7d61\u3092\u3044\u305f\u3060\u3044\u3066\u304a\u308a\u307e\u3057\u305f\u304c\u3001{last}\u306e\u691c\u67fb\u3067\u3082\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u304c\u4f9d\u7136\u3068\u3057\u3066{claim}\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002\u4f55\u304b\u3054\u4e8b\u60c5\u304c\u3042\u3063\u305f\u304b\u3001\u65b0\u3057\u3044\u8a2d\u5b9a\u304c\u307e\u3060\u6709\u52b9\u306b\u306a\u3063\u3066\u3044\u306a\u3044\u306e\u304b\u3082\u3057\u308c\u307e\u305b\u3093\u3002',
        maintenance: '\u6b21\u56de\u306e\u30e1\u30f3\u30c6\u30ca\u30f3\u30b9\u3067 TLS \u3092\u5fc5\u9808\u306b\u3057\u3066\u3044\u305f\u3060\u3051\u308b\u3068\u306e\u3054\u9023\u7d61\u3092\u3044\u305f\u3060\u3044\u3066\u304a\u308a\u307e\u3057\u305f\u3002\u30e1\u30f3\u30c6\u30ca\u30f3\u30b9\u306f\u884c\u308f\u308c\u305f\u3088\u3046\u3067\u3059\u304c\u3001{last}\u306e\u691c\u67fb\u3067\u3082\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u304c\u4f9d\u7136\u3068\u3057\u3066{claim}\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002\u8a2d\u5b9a\u306e\u5909\u66f4\u304c\u6f0f\u308c\u3066\u3044\u308b\u304b\u3001\u307e\u3060\u6709\u52b9\u306b\u306a\u3063\u3066\u3044\u306a\u3044\u306e\u304b\u3082\u3057\u308c\u307e\u305b\u3093\u3002',
        unnoticed: '\u6b21\u56de\u306e\u30e1\u30f3\u30c6\u30ca\u30f3\u30b9\u3067 TLS \u3092\u5fc5\u9808\u306b\u3057\u3066\u3044\u305f\u3060\u3051\u308b\u3068\u306e\u3054\u9023\u7d61\u3092\u3044\u305f\u3060\u3044\u3066\u304a\u308a\u307e\u3057\u305f\u3002{due}\u307e\u3067\u306b\u30e1\u30f3\u30c6\u30ca\u30f3\u30b9\u306f\u78ba\u8a8d\u3067\u304d\u305a\u3001{last}\u306e\u691c\u67fb\u3067\u3082\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u304c\u4f9d\u7136\u3068\u3057\u3066{claim}\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002',
        regressed: '\u4ee5\u524d\u306e\u3054\u5831\u544a\u306e\u5f8c\u3001TLS \u3092\u5fc5\u9808\u306b\u3057\u3066\u3044\u305f\u3060\u304d\u3001\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3057\u305f\u3002\u3057\u304b\u3057\u3001{first}\u306e\u691c\u67fb\u3067\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u304c\u518d\u3073{claim}\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002\u591a\u304f\u306e\u5834\u5408\u3001\u30a2\u30c3\u30d7\u30c7\u30fc\u30c8\u3084\u8a2d\u5b9a\u306e\u5fa9\u5143\u304c\u539f\u56e0\u3067\u3059\u3002',
        verifying: '{secured}\u306e\u691c\u67fb\u3067\u3001\u8cb4 XMPP \u30b5\u30fc\u30d3\u30b9\u306e\u691c\u67fb\u5bfe\u8c61\u306e\u3059\u3079\u3066\u306e\u63a5\u7d9a\u5148\u3067 TLS \u304c\u5fc5\u9808\u306b\u306a\u3063\u3066\u3044\u308b\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002\u8aa0\u306b\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059\u3002\u5ff5\u306e\u305f\u3081\u3082\u3046\u4e00\u5ea6\u691c\u67fb\u3057\u3001\u305d\u306e\u5f8c\u3053\u306e\u4ef6\u3092\u5b8c\u4e86\u3068\u3044\u305f\u3057\u307e\u3059\u3002',
        thanks: '{secured}\u4ee5\u964d\u3001\u8cb4 XMPP \u30b5\u30fc\u30d3\u30b9\u306e\u691c\u67fb\u5bfe\u8c61\u306e\u3059\u3079\u3066\u306e\u63a5\u7d9a\u5148\u3067 TLS \u304c\u5fc5\u9808\u306b\u306a\u3063\u3066\u3044\u308b\u3053\u3068\u3092\u78ba\u8a8d\u3057\u307e\u3057\u305f\u3002\u8aa0\u306b\u3042\u308a\u304c\u3068\u3046\u3054\u3056\u3044\u307e\u3059\u3002',
    },
    claim: {
        c2s: {
            behaviour: '\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u63a5\u7d9a\u3092\u53d7\u3051\u4ed8\u3051\u3066\u3044\u308b',
            advertised: '\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u306b\u6697\u53f7\u5316\u306a\u3057\u306e\u30ed\u30b0\u30a4\u30f3\u3092\u8a31\u3057\u3066\u3044\u308b',
        },
        s2s: {
            behaviour: '\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u30b5\u30fc\u30d0\u30fc\u9593\u63a5\u7d9a\u3092\u53d7\u3051\u4ed8\u3051\u3066\u3044\u308b',
            advertised: '\u4ed6\u306e\u30b5\u30fc\u30d0\u30fc\u306b\u6697\u53f7\u5316\u306a\u3057\u306e\u63a5\u7d9a\u3092\u8a31\u3057\u3066\u3044\u308b',
        },
        both: {
            behaviour: '\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u63a5\u7d9a\u3068\u30b5\u30fc\u30d0\u30fc\u9593\u63a5\u7d9a\u3092\u53d7\u3051\u4ed8\u3051\u3066\u3044\u308b',
            advertised: '\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u3068\u4ed6\u306e\u30b5\u30fc\u30d0\u30fc\u306b\u6697\u53f7\u5316\u306a\u3057\u306e\u63a5\u7d9a\u3092\u8a31\u3057\u3066\u3044\u308b',
        },
    },
    and: '\u3053\u3068\u3001\u304a\u3088\u3073',
    stake: {
        c2s: '\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u63a5\u7d9a\u3067\u306f\u3001\u901a\u4fe1\u5185\u5bb9\u304c\u9014\u4e2d\u3067\u8aad\u307f\u53d6\u3089\u308c\u305f\u308a\u66f8\u304d\u63db\u3048\u3089\u308c\u305f\u308a\u3059\u308b\u307b\u304b\u3001\u30d1\u30b9\u30ef\u30fc\u30c9\u304c\u76d7\u307e\u308c\u308b\u304a\u305d\u308c\u304c\u3042\u308a\u307e\u3059\u3002',
        s2s: '\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u63a5\u7d9a\u3067\u306f\u3001\u8cb4\u30b5\u30fc\u30d3\u30b9\u306e\u5229\u7528\u8005\u3068\u4ed6\u306e\u30b5\u30fc\u30d0\u30fc\u306e\u5229\u7528\u8005\u3068\u306e\u9593\u306e\u30e1\u30c3\u30bb\u30fc\u30b8\u304c\u3001\u9014\u4e2d\u3067\u8aad\u307f\u53d6\u3089\u308c\u305f\u308a\u66f8\u304d\u63db\u3048\u3089\u308c\u305f\u308a\u3059\u308b\u304a\u305d\u308c\u304c\u3042\u308a\u307e\u3059\u3002',
        both: '\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u63a5\u7d9a\u3067\u306f\u3001\u4ed6\u306e\u30b5\u30fc\u30d0\u30fc\u3068\u306e\u9593\u306e\u3082\u306e\u3092\u542b\u3080\u30e1\u30c3\u30bb\u30fc\u30b8\u3084\u30d1\u30b9\u30ef\u30fc\u30c9\u304c\u3001\u9014\u4e2d\u3067\u8aad\u307f\u53d6\u3089\u308c\u305f\u308a\u66f8\u304d\u63db\u3048\u3089\u308c\u305f\u308a\u3059\u308b\u304a\u305d\u308c\u304c\u3042\u308a\u307e\u3059\u3002',
    },
    seen: '{last}\u306e\u691c\u67fb\u3067\u3001\u6697\u53f7\u5316\u306a\u3057\u306e\u72b6\u614b\u3067\u78ba\u8a8d\u3057\u305f\u5185\u5bb9\uff1a',
    place: { c2s: '{place}\uff08\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u7528\uff09', s2s: '{place}\uff08\u30b5\u30fc\u30d0\u30fc\u9593\u7528\uff09' },
    evidence: {
        offered: 'STARTTLS \u306f\u63d0\u793a\u3055\u308c\u3066\u3044\u307e\u3059\u304c\u3001\u5fc5\u9808\u306b\u306a\u3063\u3066\u3044\u307e\u305b\u3093',
        absent: 'STARTTLS \u304c\u63d0\u793a\u3055\u308c\u3066\u3044\u307e\u305b\u3093',
        required: 'STARTTLS \u306f\u5fc5\u9808\u3068\u63d0\u793a\u3055\u308c\u3066\u3044\u307e\u3059\u304c\u3001\u5f37\u5236\u3055\u308c\u3066\u3044\u307e\u305b\u3093',
        mechanisms: '\u63d0\u793a\u3055\u308c\u305f\u8a8d\u8a3c\u65b9\u5f0f\uff1a{mechanisms}',
        dialback: '\u30c0\u30a4\u30a2\u30eb\u30d0\u30c3\u30af\u306b\u3088\u308b\u8a8d\u8a3c\u304c\u63d0\u793a\u3055\u308c\u3066\u3044\u307e\u3059',
        external: '\u30d1\u30b9\u30ef\u30fc\u30c9\u3092\u542b\u307e\u306a\u3044\u30ed\u30b0\u30a4\u30f3\u306e\u8a66\u307f\uff08SASL EXTERNAL\uff09\u306b\u5bfe\u3057\u3001\u6697\u53f7\u5316\u304c\u306a\u3044\u3053\u3068\u3092\u7406\u7531\u306b\u62d2\u5426\u3055\u308c\u305a\u3001\u300c{answer}\u300d\u3068\u5fdc\u7b54\u304c\u3042\u308a\u307e\u3057\u305f',
        scram: 'SCRAM \u30ed\u30b0\u30a4\u30f3\u306e\u6700\u521d\u306e\u30e1\u30c3\u30bb\u30fc\u30b8\u306b\u5bfe\u3057\u3001\u300c{answer}\u300d\u3068\u5fdc\u7b54\u304c\u3042\u308a\u307e\u3057\u305f',
        legacyAuth: '\u65e7\u5f0f\u306e\u30ed\u30b0\u30a4\u30f3\u30d5\u30a9\u30fc\u30e0\uff08jabber:iq:auth\uff09\u304c\u8fd4\u3055\u308c\u307e\u3057\u305f',
        registration: '\u767b\u9332\u30d5\u30a9\u30fc\u30e0\uff08jabber:iq:register\uff09\u304c\u8fd4\u3055\u308c\u307e\u3057\u305f',
        login: '\u30c6\u30b9\u30c8\u7528\u30a2\u30ab\u30a6\u30f3\u30c8\u3067\u30ed\u30b0\u30a4\u30f3\u3067\u304d\u307e\u3057\u305f',
        server: '\u30c0\u30a4\u30a2\u30eb\u30d0\u30c3\u30af\u306b\u3088\u308a\u4ed6\u306e\u30b5\u30fc\u30d0\u30fc\u3068\u3057\u3066\u53d7\u3051\u5165\u308c\u3089\u308c\u307e\u3057\u305f',
        web: '\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u30bb\u30c3\u30b7\u30e7\u30f3\uff08{transport}\uff09\u3092\u958b\u304f\u3053\u3068\u304c\u3067\u304d\u307e\u3057\u305f',
        nullSuite: '\u6697\u53f7\u5316\u3092\u884c\u308f\u306a\u3044\u6697\u53f7\u30b9\u30a4\u30fc\u30c8\u304c\u53d7\u3051\u5165\u308c\u3089\u308c\u307e\u3057\u305f\uff08{suite}\uff09',
    },
    reproduce: '\u6b21\u306e\u30b3\u30de\u30f3\u30c9\u3067\u3054\u78ba\u8a8d\u3044\u305f\u3060\u3051\u307e\u3059\uff1a',
    settings: {
        configured: '\u5bfe\u51e6\u65b9\u6cd5\uff08{server} \u306e\u5834\u5408\uff09\uff1a',
        likely: '\u5bfe\u51e6\u65b9\u6cd5\uff08\u3054\u5229\u7528\u306e\u30b5\u30fc\u30d0\u30fc\u306f {server} \u3068\u601d\u308f\u308c\u307e\u3059\u3002\u305d\u306e\u5834\u5408\uff09\uff1a',
        possible: '\u5bfe\u51e6\u65b9\u6cd5\uff08\u63a8\u6e2c\u306b\u3059\u304e\u307e\u305b\u3093\u304c\u3001\u3054\u5229\u7528\u306e\u30b5\u30fc\u30d0\u30fc\u304c {server} \u306e\u5834\u5408\uff09\uff1a',
        unknown: '\u5bfe\u51e6\u65b9\u6cd5\uff1a',
    },
    inFile: '{file} \u306b\u6b21\u306e\u3088\u3046\u306b\u8a2d\u5b9a\u3057\u307e\u3059\uff1a',
    general: {
        'c2s-required': '\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u63a5\u7d9a\u306e TLS\uff08STARTTLS\uff09\u3092\u3001\u300c\u4efb\u610f\u300d\uff08optional\uff09\u3067\u306f\u306a\u304f\u300c\u5fc5\u9808\u300d\uff08required\uff09\u306b\u8a2d\u5b9a\u3057\u3066\u304f\u3060\u3055\u3044\u3002',
        's2s-required': '\u30b5\u30fc\u30d0\u30fc\u9593\u63a5\u7d9a\u306e TLS\uff08STARTTLS\uff09\u3092\u3001\u300c\u4efb\u610f\u300d\uff08optional\uff09\u3067\u306f\u306a\u304f\u300c\u5fc5\u9808\u300d\uff08required\uff09\u306b\u8a2d\u5b9a\u3057\u3066\u304f\u3060\u3055\u3044\u3002',
        'legacy-auth': 'SASL \u3092\u4f7f\u308f\u306a\u3044\u8a8d\u8a3c\uff08jabber:iq:auth\u3001XEP-0078\uff09\u3067\u3082 TLS \u3092\u5fc5\u9808\u306b\u3057\u3066\u304f\u3060\u3055\u3044\u3002',
        registration: '\u30a2\u30ab\u30a6\u30f3\u30c8\u767b\u9332\uff08jabber:iq:register\u3001XEP-0077\uff09\u3067\u3082 TLS \u3092\u5fc5\u9808\u306b\u3057\u3066\u304f\u3060\u3055\u3044\u3002',
        'cipher-suites': '\u540d\u524d\u306b NULL \u3092\u542b\u3080\u6697\u53f7\u30b9\u30a4\u30fc\u30c8\u3092\u3059\u3079\u3066\u7121\u52b9\u306b\u3057\u3066\u304f\u3060\u3055\u3044\u3002OpenSSL \u306e\u8868\u8a18\u3067\u306f HIGH:!aNULL:!eNULL \u3067\u3059\u3002',
        bosh: 'BOSH \u306f https \u306e\u307f\u3067\u63d0\u4f9b\u3057\u3066\u304f\u3060\u3055\u3044\u3002\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u30dd\u30fc\u30c8\u3092\u9589\u3058\u308b\u304b\u3001TLS \u5bfe\u5fdc\u306e\u30a6\u30a7\u30d6\u30b5\u30fc\u30d0\u30fc\u306e\u80cc\u5f8c\u3067 127.0.0.1 \u306e\u307f\u306b\u9650\u5b9a\u3057\u3066\u304f\u3060\u3055\u3044\u3002',
        websocket: 'WebSocket \u306f wss \u306e\u307f\u3067\u63d0\u4f9b\u3057\u3066\u304f\u3060\u3055\u3044\u3002\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u30dd\u30fc\u30c8\u3092\u9589\u3058\u308b\u304b\u3001TLS \u5bfe\u5fdc\u306e\u30a6\u30a7\u30d6\u30b5\u30fc\u30d0\u30fc\u306e\u80cc\u5f8c\u3067 127.0.0.1 \u306e\u307f\u306b\u9650\u5b9a\u3057\u3066\u304f\u3060\u3055\u3044\u3002',
    },
    allServers: '\u4e3b\u306a\u30b5\u30fc\u30d0\u30fc\u306e\u8a2d\u5b9a\u65b9\u6cd5\uff08\u82f1\u8a9e\uff09\uff1a{url}',
    cautions: {
        heading: '\u3054\u6ce8\u610f\u304f\u3060\u3055\u3044\uff1a',
        certificate: '\u4e8b\u524d\u306b\u3001\u30c9\u30e1\u30a4\u30f3\u306b\u5bfe\u3059\u308b\u6709\u52b9\u306a\u8a3c\u660e\u66f8\u304c\u8a2d\u5b9a\u3055\u308c\u3066\u3044\u308b\u5fc5\u8981\u304c\u3042\u308a\u307e\u3059\u3002\u8a2d\u5b9a\u3055\u308c\u3066\u3044\u306a\u3044\u5834\u5408\u3001\u8ab0\u3082\u63a5\u7d9a\u3067\u304d\u306a\u304f\u306a\u308a\u307e\u3059\u3002',
        'each-host': '\u500b\u5225\u306e\u30db\u30b9\u30c8\uff08VirtualHost\u3001Component\uff09\u306b\u5225\u306e\u5024\u304c\u8a2d\u5b9a\u3055\u308c\u3066\u3044\u308b\u5834\u5408\u306f\u3001\u305d\u3061\u3089\u304c\u512a\u5148\u3055\u308c\u307e\u3059\u3002',
        'existing-listener': '\u305d\u306e\u30dd\u30fc\u30c8\u306e\u8a2d\u5b9a\u304c\u3059\u3067\u306b\u3042\u308b\u5834\u5408\u306f\u3001\u305d\u3053\u306b\u8ffd\u8a18\u3057\u3066\u304f\u3060\u3055\u3044\u3002\u540c\u3058\u8a2d\u5b9a\u3092\u4e8c\u3064\u4f5c\u3089\u306a\u3044\u3067\u304f\u3060\u3055\u3044\u3002',
        'default-since': '\u30d0\u30fc\u30b8\u30e7\u30f3 {version} \u4ee5\u964d\u3067\u306f\u3053\u308c\u304c\u65e2\u5b9a\u5024\u3067\u3059\u3002\u305d\u306e\u5834\u5408\u306f\u3001\u7570\u306a\u308b\u5024\u3092\u6307\u5b9a\u3057\u3066\u3044\u308b\u884c\u304c\u306a\u3044\u304b\u3054\u78ba\u8a8d\u304f\u3060\u3055\u3044\u3002',
        'renamed-after': '\u30d0\u30fc\u30b8\u30e7\u30f3 {version} \u307e\u3067\u306f\u8a2d\u5b9a\u540d\u304c\u7570\u306a\u308a\u307e\u3059\u3002\u30c9\u30ad\u30e5\u30e1\u30f3\u30c8\u3092\u3054\u78ba\u8a8d\u304f\u3060\u3055\u3044\u3002',
        'registration-module': '\u3053\u306e\u8a2d\u5b9a\u3092\u3057\u3066\u3082\u3001\u4e00\u90e8\u306e\u30d0\u30fc\u30b8\u30e7\u30f3\u306f\u6697\u53f7\u5316\u306a\u3057\u306e\u767b\u9332\u8981\u6c42\u306b\u5fdc\u7b54\u3057\u307e\u3059\u3002\u305d\u306e\u5834\u5408\u306f mod_register \u30e2\u30b8\u30e5\u30fc\u30eb\u3092\u5236\u9650\u3057\u3066\u304f\u3060\u3055\u3044\u3002',
        federation: 'TLS \u306b\u5bfe\u5fdc\u3057\u3066\u3044\u306a\u3044\u30b5\u30fc\u30d0\u30fc\u3068\u306f\u3001\u30e1\u30c3\u30bb\u30fc\u30b8\u3092\u3084\u308a\u53d6\u308a\u3067\u304d\u306a\u304f\u306a\u308a\u307e\u3059\u3002',
        'web-clients': '\u6697\u53f7\u5316\u3055\u308c\u3066\u3044\u306a\u3044\u30a2\u30c9\u30ec\u30b9\u3092\u4f7f\u3063\u3066\u3044\u308b\u30a6\u30a7\u30d6\u30af\u30e9\u30a4\u30a2\u30f3\u30c8\u306f\u3001\u4e8b\u524d\u306b\u5909\u66f4\u304c\u5fc5\u8981\u3067\u3059\u3002',
        dormant: '\u3053\u306e\u30bd\u30d5\u30c8\u30a6\u30a7\u30a2\u306e\u958b\u767a\u306f 2018 \u5e74\u304b\u3089\u6b62\u307e\u3063\u3066\u3044\u307e\u3059\u3002\u4fdd\u5b88\u3055\u308c\u3066\u3044\u308b\u30b5\u30fc\u30d0\u30fc\u3078\u306e\u79fb\u884c\u3082\u3054\u691c\u8a0e\u304f\u3060\u3055\u3044\u3002',
    },
    afterwards: {
        command: '\u8a2d\u5b9a\u5f8c\u3001\u6b21\u306e\u30b3\u30de\u30f3\u30c9\u3092\u5b9f\u884c\u3057\u3066\u304f\u3060\u3055\u3044\uff1a{reload}\n\u305d\u306e\u969b\u3001\u3059\u3079\u3066\u306e\u63a5\u7d9a\u304c\u4e00\u6642\u7684\u306b\u5207\u65ad\u3055\u308c\u307e\u3059\u3002',
        restart: '\u8a2d\u5b9a\u5f8c\u3001\u30b5\u30fc\u30d0\u30fc\u3092\u518d\u8d77\u52d5\u3057\u3066\u304f\u3060\u3055\u3044\u3002\u305d\u306e\u969b\u3001\u3059\u3079\u3066\u306e\u63a5\u7d9a\u304c\u4e00\u6642\u7684\u306b\u5207\u65ad\u3055\u308c\u307e\u3059\u3002',
    },
    links: '\u53c2\u8003\u8cc7\u6599\uff1a',
    details: '\u8a73\u7d30\u3068\u7d4c\u904e\uff1a{url}',
    request: {
        date: '\u3044\u3064\u3054\u308d\u5909\u66f4\u3057\u3066\u3044\u305f\u3060\u3051\u308b\u304b\u3001\u304a\u77e5\u3089\u305b\u3044\u305f\u3060\u3051\u307e\u3059\u3067\u3057\u3087\u3046\u304b\u3002\u304a\u624b\u4f1d\u3044\u3084\u518d\u691c\u67fb\u3082\u559c\u3093\u3067\u3044\u305f\u3057\u307e\u3059\u3002',
        newDate: '\u65b0\u3057\u3044\u4e88\u5b9a\u65e5\u3092\u304a\u77e5\u3089\u305b\u3044\u305f\u3060\u3051\u307e\u3059\u3067\u3057\u3087\u3046\u304b\u3002\u304a\u624b\u4f1d\u3044\u3084\u518d\u691c\u67fb\u3082\u559c\u3093\u3067\u3044\u305f\u3057\u307e\u3059\u3002',
        help: '\u3054\u4e0d\u660e\u306a\u70b9\u304c\u3054\u3056\u3044\u307e\u3057\u305f\u3089\u3001\u559c\u3093\u3067\u304a\u624b\u4f1d\u3044\u3044\u305f\u3057\u307e\u3059\u3002',
    },
    took: {
        one: '\u6700\u521d\u306e\u3054\u5831\u544a\u304b\u3089 1 \u65e5\u3067\u3057\u305f\u3002',
        other: '\u6700\u521d\u306e\u3054\u5831\u544a\u304b\u3089 {days} \u65e5\u3067\u3057\u305f\u3002',
    },
    safer: '\u5229\u7528\u8005\u306e\u7686\u69d8\u3068\u3001\u305d\u306e\u901a\u4fe1\u76f8\u624b\u306e\u7686\u69d8\u306e\u5b89\u5168\u6027\u304c\u9ad8\u307e\u308a\u307e\u3057\u305f\u3002',
    brief: {
        link: '\u78ba\u8a8d\u3057\u305f\u5185\u5bb9\u3068\u30b5\u30fc\u30d0\u30fc\u306e\u8a2d\u5b9a\u65b9\u6cd5\uff1a{url}',
        offer: '\u78ba\u8a8d\u3057\u305f\u5185\u5bb9\u3068\u30b5\u30fc\u30d0\u30fc\u306e\u8a2d\u5b9a\u65b9\u6cd5\u306f\u3001\u3054\u5e0c\u671b\u304c\u3042\u308c\u3070\u304a\u9001\u308a\u3044\u305f\u3057\u307e\u3059\u3002',
    },
    imprint: {
        known: '\u3053\u306e\u691c\u67fb\u306f {repository} \u304c\u5b9f\u65bd\u3057\u3066\u3044\u307e\u3059\u3002\u691c\u67fb\u3092\u5e0c\u671b\u3055\u308c\u306a\u3044\u5834\u5408\u306f\u3001\u3054\u8fd4\u4fe1\u304f\u3060\u3055\u3044\u3002',
        unknown: '\u691c\u67fb\u3092\u5e0c\u671b\u3055\u308c\u306a\u3044\u5834\u5408\u306f\u3001\u3054\u8fd4\u4fe1\u304f\u3060\u3055\u3044\u3002',
    },
    closing: '\u3088\u308d\u3057\u304f\u304a\u9858\u3044\u3044\u305f\u3057\u307e\u3059\u3002\n[\u304a\u540d\u524d]',
};

; 





const LETTERS = { en: en, de: de, fr: fr, es: es, ja: ja };

; 








const READING = ['https://www.rfc-editor.org/rfc/rfc7590', 'https://www.rfc-editor.org/rfc/rfc6120#section-13.8.3'];
const EXTENT = {
    notice: 'report',
    contacted: 'report',
    followup: 'report',
    reminder: 'report',
    maintenance: 'report',
    unnoticed: 'report',
    regressed: 'report',
    promised: 'settings',
    awaited: 'settings',
    verifying: 'words',
    thanks: 'words',
};
function writeLetter(context, accused) {
    const kind = letterKind(context);
    if (kind === undefined)
        return undefined;
    const extent = EXTENT[kind];
    if (extent !== 'words' && accused.length === 0)
        return undefined;
    const language = languageOf(context);
    const texts = LETTERS[language];
    const values = valuesOf(context, accused, texts);
    const say = (template) => fill(template, values);
    const first = [opening(kind, context, texts), ...(kind === 'thanks' ? [thanks(context, texts), texts.safer] : [])]
        .filter((sentence) => sentence !== '')
        .map(say)
        .join(language === 'ja' ? '' : ' ');
    const ask = requestOf(kind, texts);
    const asks = ask === undefined ? [] : [ask];
    const stake = extent === 'report' ? [texts.stake[affected(accused)]] : [];
    const facts = extent === 'words' ? [] : operator_letter_report(context, accused, texts, extent === 'report').map(say);
    const who = extent === 'words' ? [] : [imprint(context, texts)];
    const more = extent === 'words' ? [] : [moreToRead(context, texts)];
    const framed = (...paragraphs) => [say(texts.greeting), ...paragraphs, texts.closing].join('\n\n');
    const letter = (...paragraphs) => framed(first, ...paragraphs);
    return {
        kind,
        language,
        subject: say(texts.subject[kind]),
        body: letter(...stake, ...facts, ...asks, ...who),
        brief: [
            letter(...stake, ...more, ...asks, ...who),
            letter(...stake, ...more, ...asks),
            letter(...more, ...asks),
            letter(...more),
            ...(more.length === 0 ? [] : [framed(...more)]),
        ],
    };
}
function languageOf({ target, language }) {
    return target.language ?? language ?? target.foundContact?.language ?? 'en';
}
function valuesOf(context, accused, texts) {
    const { state, target } = context;
    const on = (instant) => (instant === undefined ? '' : dateIn(texts.language, instant));
    return {
        domain: target.unicodeDomain,
        claim: claim(context, accused, texts),
        first: on(episodeStart(state)),
        last: on(state.lastPlaintextAt),
        due: on(state.promise?.due),
        contacted: on(target.contacted),
        secured: on(securedAt(context)),
    };
}
const LOCALES = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', es: 'es-ES', ja: 'ja-JP' };
const FORMATS = new Map();
function dateIn(language, instant) {
    const options = { dateStyle: 'long', timeZone: 'UTC' };
    const format = FORMATS.get(language) ?? new Intl.DateTimeFormat(LOCALES[language], options);
    FORMATS.set(language, format);
    const date = format.format(new Date(instant));
    return language === 'fr' ? date.replace(/^1 /u, '1er ') : date;
}
function securedAt({ state, now }) {
    return state.secureSince ?? state.secureAt ?? state.fixedAt ?? now;
}
function opening(kind, { state }, texts) {
    const isFirst = dateOf(state.lastPlaintextAt) === dateOf(episodeStart(state));
    return texts.opening[kind === 'notice' && isFirst ? 'once' : kind];
}
function thanks(context, { language, took }) {
    const days = daysBetween(episodeStart(context.state), securedAt(context));
    if (days === 0 || context.state.regressions > 0)
        return '';
    const isOne = new Intl.PluralRules(LOCALES[language]).select(days) === 'one';
    return fill(isOne ? took.one : took.other, { days });
}
function affected(accused) {
    const services = model_target .Bg.filter((service) => accused.some(({ endpoint }) => endpoint.service === service));
    return services.length > 1 ? 'both' : (services[0] ?? 'c2s');
}
function claim({ target }, accused, texts) {
    const claims = model_target .Bg.filter((service) => accused.some(({ endpoint }) => endpoint.service === service)).map((service) => [service, target.services[service]?.proof === 'behaviour' ? 'behaviour' : 'advertised']);
    const [first, second] = claims;
    if (first !== undefined && first[1] === second?.[1])
        return texts.claim.both[first[1]];
    return claims.map(([service, proof]) => texts.claim[service][proof]).join(texts.and);
}
function requestOf(kind, { request }) {
    switch (kind) {
        case 'notice':
        case 'contacted':
        case 'followup':
        case 'regressed':
            return request.date;
        case 'reminder':
        case 'maintenance':
        case 'unnoticed':
            return request.newDate;
        case 'promised':
        case 'awaited':
            return request.help;
        case 'verifying':
        case 'thanks':
            return undefined;
    }
}
function operator_letter_report(context, accused, texts, withEvidence) {
    const { target, advice, s2sFrom } = context;
    const lines = withEvidence ? evidenceLines(accused, texts) : [];
    const [command] = nameable(accused).flatMap(({ endpoint, findings }) => reproduce(target, endpoint, findings, s2sFrom)?.command ?? []);
    const details = detailsUrl(context);
    const { documentation } = advice.remediation(target.server.software);
    const reading = [...new Set([documentation, ...READING])].map((link) => `- ${link}`);
    return [
        ...(lines.length === 0 ? [] : [[texts.seen, ...lines].join('\n')]),
        ...(command === undefined ? [] : [`${texts.reproduce}\n\n${command}`]),
        ...fixInWords(target, accused.flatMap(({ findings }) => findings), advice, texts),
        [texts.links, ...reading].join('\n'),
        ...(details === undefined ? [] : [fill(texts.details, { url: details })]),
    ];
}
function detailsUrl({ issueUrl, runUrl }) {
    return [issueUrl, runUrl].find((url) => url !== undefined && /^https?:\/\/[\w.~:/?#%=&-]+$/u.test(url));
}
function moreToRead(context, { brief }) {
    const url = detailsUrl(context);
    return url === undefined ? brief.offer : fill(brief.link, { url });
}
function imprint(context, { imprint }) {
    const [, repository] = /^(https?:\/\/.+?)\/(?:issues|actions)\//u.exec(detailsUrl(context) ?? '') ?? [];
    return repository === undefined ? imprint.unknown : fill(imprint.known, { repository });
}

; 



const REMEMBERED = 32;
const DIGITS = 8;
function noteOffers(state, target, now) {
    const { offers = [], withdrawn = [] } = state;
    const offering = target.endpoints.filter((endpoint) => offerOf(endpoint) === 'offered').map(shortPlace);
    const missing = target.endpoints.filter((endpoint) => offerOf(endpoint) === 'missing');
    const isNews = (place) => offers.includes(place) && !withdrawn.includes(place);
    const lost = inOrder(missing.filter((endpoint) => isNews(shortPlace(endpoint))));
    const gone = missing.map(shortPlace);
    const next = {
        ...without(state, 'offers', 'withdrawn'),
        ...list('offers', [...offers.filter((place) => !gone.includes(place)), ...offering]),
        ...list('withdrawn', [...withdrawn, ...lost.map(shortPlace)]),
    };
    if (lost.length === 0)
        return { state: next, lost };
    return { state: remember(next, now, `STARTTLS is not offered any more at ${placesInWords(lost)}`), lost };
}
function withdrawnOffers({ withdrawn = [] }, target) {
    return inOrder(target.endpoints.filter((endpoint) => offerOf(endpoint) === 'missing' && withdrawn.includes(shortPlace(endpoint))));
}
function placesInWords(endpoints) {
    const [first, ...others] = endpoints;
    if (first === undefined)
        return '';
    return `${first.service} ${(0,model_endpoint .z)(first)}${others.length === 0 ? '' : ` and ${others.length} more`}`;
}
function offerOf({ transport, observation }) {
    if (transport !== 'starttls')
        return 'unknown';
    const seen = [observation.features, observation.plaintext.features].flatMap((step) => step.state === 'done' ? [step.value.starttls !== 'absent'] : []);
    if (seen.length === 0)
        return 'unknown';
    return seen.some((isOffered) => isOffered) ? 'offered' : 'missing';
}
function inOrder(endpoints) {
    return [...endpoints].sort((a, b) => (placesInWords([a]) < placesInWords([b]) ? -1 : 1));
}
const shortPlace = ({ service, host, port, address }) => digest([service, host, port, address].join(' ')).slice(0, DIGITS);
function list(name, places) {
    const kept = [...new Set(places)].sort().slice(0, REMEMBERED);
    return kept.length === 0 ? {} : { [name]: kept };
}

; 




const MEANING = {
    c2s: {
        behaviour: 'accepts client connections without TLS (c2s, seen by trying)',
        advertised: 'offers clients a login without TLS (c2s)',
        none: 'may accept client connections without TLS (c2s)',
    },
    s2s: {
        behaviour: 'accepts connections from other servers without TLS (s2s, seen by trying)',
        advertised: 'offers other servers connections without TLS (s2s)',
        none: 'may accept connections from other servers without TLS (s2s)',
    },
};
function renderVerdict(context) {
    const { state, target, closeAfter } = context;
    const domain = nameOf(context);
    const retired = target.verdict === 'not-offered';
    const looked = retired ? 'the service was not offered to the outside' : 'every endpoint required TLS';
    switch (state.phase) {
        case 'verifying':
            return `**${domain} looks fixed.** In the last run ${looked} (${state.streak} of ${closeAfter} in a row). Thank you!`;
        case 'fixed':
            return `**${domain} is fixed.** In ${runsInWords(closeAfter)} ${looked}. Thank you!`;
        case 'untracked':
            return `**${domain} is not followed here any more.**`;
        default:
            return [renderStanding(context), renderAccusation(context)].filter((part) => part !== '').join('\n\n');
    }
}
function renderStanding({ state, target }) {
    const said = renderPhase(state);
    if (!target.waived)
        return said;
    if (state.phase === 'waived')
        return `${said}\n\nIt is waived in the configuration as well, until the date in the table.`;
    const waived = '**Waived** in the configuration, until the date in the table. Until then no run fails because of it.';
    return [waived, said].filter((part) => part !== '').join('\n\n');
}
function renderPhase(state) {
    const { acknowledgedBy } = state;
    switch (state.phase) {
        case 'acknowledged':
            return `**Acknowledged** by ${byWhom(acknowledgedBy)}.`;
        case 'promised':
            return `**Promised**: ${promiseInWords(state)}.`;
        case 'overdue':
            return `**Overdue**: ${overdueInWords(state)}. A new date is welcome: comment \`/xmpp promise DATE\`.`;
        case 'waived':
            return `**Waived until ${dayOf(state.waiver?.until)}**: ${(0,inert .Ic)(state.waiver?.reason ?? '', 200)}`;
        default:
            return '';
    }
}
function promiseInWords({ promise }) {
    const by = `by ${byWhom(promise?.by)} on ${dayOf(promise?.on)}`;
    const due = dayOf(promise?.due);
    return promise?.event === undefined
        ? `a fix by **${due}**, ${by}. No reminders until then`
        : `a fix at the next maintenance, ${by}. No reminders until one is noticed, or until **${due}**`;
}
function overdueInWords({ promise, overdueSince, maintenanceAt }) {
    const since = `overdue since ${dayOf(overdueSince?.slice(0, 10))}`;
    if (promise === undefined)
        return since;
    const { due, event, by, on } = promise;
    const promised = `promised by ${byWhom(by)} on ${dayOf(on)}`;
    if (event === undefined)
        return `the fix was due on **${dayOf(due)}**, ${promised}`;
    return maintenanceAt !== undefined && maintenanceAt === overdueSince
        ? `the fix was ${promised} for the next maintenance, which seems to have taken place by ${dayOf(overdueSince.slice(0, 10))}`
        : `the fix was ${promised} for the next maintenance; none was noticed until **${dayOf(due)}**`;
}
function byWhom(by = 'somebody') {
    return by.includes(' ') ? (0,inert .Ic)(by, 60) : (0,inert .gQ)(by, 60);
}
const dayOf = (date = '') => (isDate(date) ? date : 'an unknown date');
function renderStory({ state: { history = [] } }) {
    if (history.length < 2)
        return '';
    return history.map(({ on, what }) => `- ${dayOf(on)}: ${(0,inert .Ic)(what, 120)}`).join('\n');
}
function renderAccusation(context) {
    const { state, target } = context;
    const open = model_target .Bg.filter((service) => target.services[service]?.verdict === 'plaintext');
    const meanings = open.map((service) => MEANING[service][target.services[service]?.proof ?? 'none']);
    const passwords = open.includes('c2s') ? ', including passwords' : '';
    const withdrawn = withdrawnOffers(state, target);
    return [
        `A regular check found that **${nameOf(context)} can be used without TLS**${meanings.length > 0 ? ': it ' : ''}${meanings.join(', and ')}.`,
        `Anyone on the network path can read and change such connections${passwords}.`,
        ...(withdrawn.length === 0
            ? []
            : [
                `STARTTLS was offered before at ${(0,inert .gQ)(placesInWords(withdrawn), 160)} and is not any more: the operator withdrew it, or somebody strips it on the way.`,
            ]),
        ...(target.componentOf === undefined ? [] : [`It is a component of ${(0,inert .gQ)(target.componentOf, 253)}.`]),
        ...(state.continues === undefined ? [] : [`An earlier episode was #${state.continues}.`]),
        ...(state.regressions === 0 ? [] : [`It came back after a fix ${times(state.regressions)}.`]),
        'The fix is usually one setting, shown below. Thank you for running an XMPP service!',
    ].join(' ');
}
function renderTimes({ state, now, runUrl }) {
    const run = runUrl === undefined ? '' : ` ([run](${runUrl}))`;
    const first = `Plaintext was first seen on ${momentInWords(state.firstSeenAt)}`;
    const checked = `Last checked on ${momentInWords(now)}${run}.`;
    if (state.phase === 'verifying' || state.phase === 'fixed') {
        const since = state.secureSince === undefined ? '' : `, and not any more since ${momentInWords(state.secureSince)}`;
        return `${first}${since}. ${checked}`;
    }
    const last = state.lastPlaintextAt === state.firstSeenAt ? '' : ` and last on ${momentInWords(state.lastPlaintextAt)}`;
    const seen = state.lastPlaintextAt === now ? `${first}${last}${run}.` : `${first}${last}. ${checked}`;
    return `${seen} Every run looks again; this text is written anew when something changes.`;
}
function nameOf({ target: { domain, unicodeDomain } }) {
    return domain === unicodeDomain
        ? (0,inert .gQ)(domain, 253)
        : `${(0,inert .gQ)(domain, 253)} (${(0,inert .gQ)(unicodeDomain, 253)})`;
}
function runsInWords(count) {
    return count === 1 ? '1 run' : `${count} runs in a row`;
}
function times(count) {
    return count === 1 ? 'once' : `${count} times`;
}

; 



function renderProspect(context, withDates) {
    const { state, target, closeAfter, reopenDays } = context;
    const back = `If plaintext comes back within ${reopenDays} days, it is reopened.`;
    const note = target.note === undefined ? [] : [`Note on file: ${(0,inert .Ic)(target.note, 500)}`];
    if (state.phase === 'fixed')
        return `Nothing more to do. ${back}`;
    if (state.phase === 'verifying')
        return `This issue closes itself after ${runsInWords(closeAfter)} like that. ${back}`;
    const closes = `closes itself after ${runsInWords(closeAfter)} in which every endpoint requires TLS`;
    return [
        `**If you run the server:** change the setting. You do not need to edit or close this issue: it is kept up to date, and it ${closes}. ${back} Anybody may comment \`/xmpp retest\`; the next run answers.`,
        '**If you look after this list:** comment with one of these commands on its own line (people with triage or write access only):',
        renderCommands(context, withDates),
        ...note,
    ].join('\n\n');
}
function renderCommands({ now, closeReasons }, withDates) {
    const { ack, promise, maintenance, waive } = usage(withDates ? now : undefined);
    const byClosing = closeReasons === false ? '' : '; closing the issue as not planned does the same for 90 days';
    return [
        `- \`${ack}\`: someone is working on it`,
        `- \`${promise}\` or \`${maintenance}\`: no reminders until then`,
        `- \`${waive}\`: postpone it until that date${byClosing}`,
    ].join('\n');
}

 
var finding = __webpack_require__(5268);
; 


function shownEndpoints({ endpoints, findings }, advice) {
    const key = (endpoint) => [RANKS.indexOf(endpoint.verdict), endpoint.service, endpoint.transport, (0,model_endpoint .z)(endpoint)].join(' ');
    return [...endpoints]
        .sort((a, b) => (key(a) < key(b) ? -1 : 1))
        .map((endpoint) => ({ endpoint, findings: shownFindings((0,finding .W)(endpoint, findings), advice) }));
}
const RANKS = ['plaintext', 'inconclusive', 'secure'];
function shownFindings(findings, { check }) {
    const mended = new Set(findings.filter(isAccusing).map((finding) => check(finding.check)?.mend));
    const told = findings.filter((finding) => finding.level !== 'note' && (isAccusing(finding) || !mended.has(check(finding.check)?.mend)));
    return (0,finding .q)(told.sort((a, b) => (a.check < b.check ? -1 : 1)));
}
const isAccusing = ({ group, level }) => group === 'plaintext' && level === 'fail';
function accused(shown) {
    return shown
        .map(({ endpoint, findings }) => ({
        endpoint,
        findings: findings.filter((finding) => isAccusing(finding) && finding.waived === undefined),
    }))
        .filter(({ findings }) => findings.length > 0);
}

; 












const DETAILS = [
    { times: true, transcripts: true, evidence: true, rows: 60 },
    { times: true, transcripts: false, evidence: true, rows: 60 },
    { times: true, transcripts: false, evidence: false, rows: 20 },
    { times: true, transcripts: false, evidence: false, rows: 5 },
];
const SHOWN_IN_FULL = 8;
const TRIED_IN_TABLE = 2;
function renderSection(context, maxBytes) {
    const [full, ...shorter] = DETAILS;
    return shorter.reduce((text, detail) => ((0,inert .dp)(text) <= maxBytes ? text : renderWith(context, detail)), renderWith(context, full));
}
function evidenceOf(context) {
    return digest(renderWith(context, { times: false, transcripts: false, evidence: false, rows: Infinity }));
}
function renderWith(context, detail) {
    const { target, advice } = context;
    const shown = shownEndpoints(target, advice);
    const failing = shown.filter(({ findings }) => findings.length > 0);
    const isOpen = !['verifying', 'fixed', 'untracked'].includes(context.state.phase);
    const story = renderStory(context);
    const parts = [
        renderVerdict(context),
        renderTable(shown, detail),
        ...(detail.times ? [renderTimes(context)] : []),
        ...(story === '' ? [] : ['### So far', story]),
        ...(isOpen && (detail.times || isSure(target)) ? ['### How to fix it', renderFix(context, failing)] : []),
        ...(detail.times ? [renderLetter(writeLetter(context, accused(shown)), target)] : []),
        ...(isOpen ? renderProof(context, failing, detail) : []),
        '### What happens next',
        renderProspect(context, detail.times),
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}
const isSure = ({ server: { confidence } }) => confidence === 'configured' || confidence === 'likely';
function renderFix({ target, advice }, failing) {
    const isAccused = accused(failing);
    const findings = [...isAccused, ...failing].flatMap((one) => one.findings);
    return renderAdvice(target, findings, advice);
}
function renderTable(shown, { rows, evidence }) {
    if (shown.length === 0)
        return '';
    const left = shown.length - rows;
    return [
        '| Service | Endpoint | Verdict | Proof | What was found |',
        '|---|---|---|---|---|',
        ...shown.slice(0, rows).map((one) => renderRow(one, evidence)),
        ...(left > 0 ? [`| | and ${left} more | | | |`] : []),
    ].join('\n');
}
function renderRow({ endpoint, findings }, withAnswers) {
    const { service, transport, verdict, proof, because } = endpoint;
    const remarks = verdict === 'secure' && because.length === 0 ? ['requires TLS'] : because;
    const found = findings.length > 0 ? findings.map(findingWords) : remarks.map((remark) => (0,inert .Ic)(remark, 300));
    const tried = verdict === 'plaintext' && withAnswers ? answersOf(endpoint) : [];
    const cells = [
        transport === 'starttls' ? service : `${service}, ${TRANSPORT_NAMES[transport]}`,
        (0,inert .gQ)((0,model_endpoint .z)(endpoint), 330),
        verdict === 'plaintext' ? '**plaintext**' : verdict,
        proof === 'none' ? '' : proof,
        [...found, ...tried].join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
}
function answersOf(endpoint) {
    const { answers } = endpoint.observation.plaintext;
    return Object.keys(answers)
        .flatMap((question) => {
        const step = answers[question];
        return step?.state === 'done' && isServed(endpoint, question) ? [(0,evidence_answers .FS)(question, step.value)] : [];
    })
        .slice(0, TRIED_IN_TABLE)
        .map((line) => `Not refused for lack of TLS: ${(0,inert .gQ)(line, 120)}`);
}
function findingWords({ message, waived }) {
    const until = waived ? ` (waived until ${waived.until}: ${(0,inert .Ic)(waived.reason, 200)})` : '';
    return (0,inert .Ic)(message, 300) + until;
}
function renderProof(context, failing, detail) {
    const shown = failing.slice(0, SHOWN_IN_FULL);
    const more = failing.length - shown.length;
    return [
        '### See it for yourself',
        ...shown.map((one) => renderReproduction(context, one)),
        ...(more > 0 ? [`The other ${more} can be seen in the same way.`] : []),
        renderTlsCheck(context, shown),
        ...(detail.evidence ? shown : []).map((one) => renderEvidence(one, context, detail)),
    ];
}
function renderReproduction({ target, s2sFrom }, { endpoint, findings }) {
    const reproduction = reproduce(target, endpoint, findings, s2sFrom);
    if (reproduction === undefined)
        return '';
    const name = `${endpoint.service} at ${(0,inert .gQ)((0,model_endpoint .z)(endpoint), 330)}:`;
    return [name, fence(reproduction.command, 'sh'), reproduction.lookFor].join('\n\n');
}
function renderTlsCheck({ target }, shown) {
    const accusedOf = accused(shown).filter(({ endpoint }) => endpoint.url === undefined);
    const firsts = accusedOf.filter(({ endpoint }, index) => accusedOf.findIndex((other) => other.endpoint.service === endpoint.service) === index);
    const commands = firsts.flatMap(({ endpoint }) => reproduceTls(target, endpoint) ?? []);
    if (commands.length === 0)
        return '';
    return ['Before the fix and after it, TLS itself has to work:', fence(commands.join('\n'), 'sh'), TLS_WORKS].join('\n\n');
}
const TRANSPORT_NAMES = {
    'direct-tls': 'direct TLS',
    bosh: 'BOSH',
    websocket: 'WebSocket',
    component: 'component port',
};

; 




const LETTER = 'A draft message to the operator is in the description.';
const STILL = 'can still be used without TLS';
const LISTED_PROBLEMS = 3;
function renderDialogue(occasion, domain, context) {
    const { now } = context;
    switch (occasion.kind) {
        case 'promised':
            return renderPromised(occasion, domain);
        case 'maintained':
            return `${SIGNS[occasion.sign]} That looks like the maintenance that was promised on ${occasion.promise.on}, and ${domain} ${STILL}. ${LETTER}${calling(context)}`;
        case 'overdue':
            return `${missed(occasion.promise)} ${domain} ${STILL} (checked on ${momentInWords(now)}). A new date is welcome: \`${usage(now).promise}\`, with the date you choose. ${LETTER}${calling(context)}`;
        case 'reminder':
            return `A friendly reminder: ${domain} ${STILL}, ${lateness(occasion, now)}. ${LETTER}${calling(context)}`;
        case 'silence':
            return `Nobody has answered here for ${daysInWords(daysBetween(occasion.since, now))}, and ${domain} ${STILL}. Perhaps the first message got lost: the draft in the description can be sent again.${calling(context)}`;
        case 'waived': {
            const { until, reason } = occasion.waiver;
            return `${domain} is waived until ${until}: ${(0,inert .Ic)(reason, 200)}\n\n\`/xmpp unwaive\` ends that earlier.`;
        }
        case 'waiver-over':
            return `The waiver ${occasion.until === undefined ? 'was ended' : `ended on ${occasion.until}`}, and ${domain} ${STILL}: it counts again.`;
        case 'claimed':
            return `Re-tested: still plaintext. This issue was closed as completed, and ${domain} ${STILL} in two runs since, the last on ${momentInWords(now)}; so it is open again. To leave it unfixed, close it as not planned, or say until when: \`${usage(now).waive}\`.`;
        case 'unreachable':
            return `Nothing of ${domain} could be reached since ${dateOf(occasion.since)}, so nobody can tell whether it was fixed. Nothing is closed because of that. If the service was given up, remove it from the configuration.`;
        case 'retested':
            return renderRetested(occasion, domain, context);
        case 'mistaken':
            return renderMistakes(occasion.problems, now);
    }
}
const SIGNS = {
    outage: 'The service was away and is back.',
    change: 'The service shows another certificate or other stream features than before.',
};
function renderPromised({ promise: { due, event, by }, slips }, domain) {
    const what = event === undefined
        ? `the fix of ${domain} is promised for ${due}. No reminders until then.`
        : `the fix of ${domain} is promised for the next maintenance. No reminders until one is noticed, or until ${due}.`;
    const again = slips === 0 ? '' : ` (Missed promises so far: ${slips}.)`;
    return `${by.includes(' ') ? 'Noted' : 'Thanks, noted'} from ${byWhom(by)}: ${what}${again}`;
}
function missed({ due, event, on }) {
    return event === undefined
        ? `The promised date, ${due}, has passed.`
        : `No maintenance was noticed by ${due}, which was promised on ${on}.`;
}
function lateness({ promise, since, noticed }, now) {
    const daysAfter = (start) => `${daysInWords(daysBetween(start, now))} after`;
    if (promise === undefined)
        return `${daysAfter(since)} the promised date had passed`;
    if (promise.event === undefined)
        return `${daysAfter(promise.due)} the promised date`;
    return `${daysAfter(since)} ${noticed ? 'the promised maintenance' : 'the time for the promised maintenance was over'}`;
}
function renderRetested({ verdict, streak, isSoon }, domain, { now, closeAfter }) {
    const counted = `${streak} of ${closeAfter} times in a row${isSoon ? '; this look came too soon after the last one to count as well' : ''}`;
    const found = {
        plaintext: `${domain} ${STILL}. The description above is up to date`,
        secure: `every endpoint of ${domain} required TLS, ${counted}`,
        'not-offered': `${domain} is declared absent in the DNS, ${counted}`,
        inconclusive: `inconclusive: not everything about ${domain} could be seen`,
    };
    return `Re-tested on ${momentInWords(now)}: ${found[verdict]}.`;
}
function renderMistakes(problems, now) {
    const shown = problems.slice(0, LISTED_PROBLEMS).map((problem) => `- ${(0,inert .Ic)(problem, 160)}`);
    const commands = Object.values(usage(now)).map((line) => `\`${line}\``);
    return [
        problems.length === 1 ? 'This command could not be carried out:' : 'These commands could not be carried out:',
        shown.join('\n'),
        `Put each command on its own line. Available: ${commands.join(', ')}.`,
    ].join('\n\n');
}
function calling({ assignees }) {
    return assignees.length === 0 ? '' : ` ${assignees.map((login) => `@${login}`).join(' ')}`;
}

; 









const LISTED_CHANGES = 5;
const COMMENT_LENGTH = 2500;
function writeComment(occasions, context) {
    const id = `${occasions[0].kind}-${digest(`${context.domain} ${context.issue} ${context.before}`)}`;
    const [first, ...others] = occasions.map((occasion) => renderOccasion(occasion, context));
    const said = others.reduce((text, more) => (fits(`${text}${more}`) ? `${text}\n\n${more}` : text), first ?? '');
    return { id, body: `${said}\n\n${commentMarker(id)}` };
}
const fits = (text) => asciiJson(text).length <= COMMENT_LENGTH;
function renderOccasion(occasion, context) {
    const domain = (0,inert .gQ)(context.domain, 253);
    switch (occasion.kind) {
        case 'changed':
            return renderChanges(occasion.changes, context.advice);
        case 'regressed': {
            const since = occasion.fixedAt === undefined ? '' : ` It was fixed on ${momentInWords(occasion.fixedAt)}.`;
            return `Plaintext is back on ${domain}: the run of ${momentInWords(context.now)} found connections without TLS again.${since} An update or a restored configuration is the usual reason; the description above is up to date.`;
        }
        case 'returned':
            return occasion.duplicateOf === undefined
                ? `${domain} is in the configuration again and can still be used without TLS, so this issue is open again. The description above is up to date.`
                : `${domain} was followed in #${occasion.duplicateOf}, which is gone. It can still be used without TLS, so this issue is open again. The description above is up to date.`;
        case 'withdrawn':
            return renderWithdrawn(occasion.endpoints, domain);
        case 'damaged':
            return `The hidden line of this issue was edited and cannot be read any more. The case of ${domain} begins anew: what was promised or waived here before is forgotten, so please say it again.`;
        case 'closed-by-bot':
            return `A bot closed this issue, but ${domain} can still be used without TLS (checked on ${momentInWords(context.now)}), so it is open again. To keep a stale bot away, exempt the label ${(0,inert .gQ)(context.labelPrefix, 60)} in its settings. People can close it as not planned, and say until when it is left alone: \`${usage(context.now).waive}\`.`;
        case 'still-fixed': {
            const found = occasion.retired
                ? `${domain} is declared absent in the DNS`
                : `every endpoint of ${domain} required TLS`;
            return `Re-tested on ${momentInWords(context.now)}: ${found}, so this issue is closed again. It is reopened by itself when plaintext is found.`;
        }
        case 'fixed':
            return renderThanks(occasion, domain, context);
        case 'removed':
            return `${domain} is no longer in the configuration, so it is not checked any more. This says nothing about whether it was fixed. If it returns and can still be used without TLS, this issue is reopened.`;
        case 'duplicate':
            return `${domain} is followed in #${occasion.of}.`;
        default:
            return renderDialogue(occasion, domain, context);
    }
}
function renderThanks({ days, streak, regressions, hasReturned, promises, slips, retired }, domain, { reopenDays }) {
    const runs = streak === 1 ? 'In the last run' : `In ${streak} runs in a row`;
    const what = retired
        ? `${runs} ${domain} was not offered to the outside, so there is no way in without TLS.`
        : `${runs} every endpoint of ${domain} required TLS.`;
    const start = hasReturned ? 'day it was checked again' : regressions === 0 ? 'first report' : 'day it came back';
    const relapses = regressions === 0 ? '' : `, and plaintext had come back ${regressions === 1 ? 'once' : `${regressions} times`}`;
    return [
        '**Thank you!**',
        what,
        `It took ${daysInWords(days)} from the ${start}${promisesInWords(promises, slips)}${relapses}.`,
        `If plaintext returns within ${reopenDays} days, this issue is reopened by itself; there is nothing more to do.`,
    ].join(' ');
}
function promisesInWords(promises, slips) {
    if (promises === 0)
        return '';
    if (promises === 1)
        return `, with 1 promised date${slips === 0 ? '' : ', which was missed'}`;
    return `, with ${promises} promised dates${slips === 0 ? '' : `, ${slips} of them missed`}`;
}
function renderWithdrawn(endpoints, domain) {
    const places = (0,inert .gQ)(placesInWords(endpoints), 160);
    return `STARTTLS was offered by ${domain} at ${places} before, and is not any more. Either the operator withdrew it, which also happens when a certificate is missing, or somebody strips it on the way between the server and this check.`;
}
function renderChanges({ gone, fresh }, advice) {
    const line = (words) => (key) => {
        const { check, endpoint } = describeKey(key);
        return `- ${words}: ${(0,inert .gQ)(endpoint, 120)} (${(0,inert .Ic)(advice.check(check)?.title ?? check, 120)})`;
    };
    const lines = [...gone.map(line('fixed')), ...fresh.map(line('new problem'))];
    const left = lines.length - LISTED_CHANGES;
    return [
        fresh.length === 0 ? 'Something was fixed, thank you!' : 'What was found has changed:',
        [...lines.slice(0, LISTED_CHANGES), ...(left > 0 ? [`- and ${left} more`] : [])].join('\n'),
        'The description above is up to date.',
    ].join('\n\n');
}

; 








const BODY_BYTES = 64_000;
const BODY_WITH_OTHERS_BYTES = 65_000;
const LEAST_SECTION_BYTES = 8000;
const MOST_ASSIGNEES = 10;
function openAction({ state: next, target, because, rows }, context) {
    const { labelPrefix, labels, assignees } = context.tracking;
    const section = sectionContext(next, target, context);
    const state = { ...next, evidence: evidenceOf(section) };
    const draft = {
        title: issueTitle(next.domain),
        body: writeCase(undefined, renderSection(section, roomFor(undefined)), state),
        labels: newLabels(labelPrefix, labels, state),
        assignees: [...new Set(assignees)].slice(0, MOST_ASSIGNEES),
        ...(context.dueDates === true && next.promise ? { dueOn: next.promise.due } : {}),
        domain: next.domain,
    };
    return { kind: 'open', domain: next.domain, because, rows, draft };
}
function changeAction(move, target, context) {
    const { kind, because, receipts, rows } = move;
    const { issue, state: before } = move.known;
    const { state, body } = writtenBody(move, target, context);
    const { domain } = state;
    if (move.quiet && state.evidence === before.evidence) {
        return keepAction(domain, { because: `${because}, nothing changed`, rows }, issue.number);
    }
    const comment = commentOf(move, context);
    const change = changeOf(move, context);
    const owed = {
        ...(comment ? { pending: comment } : {}),
        ...(change.labels && context.atomicLabels === false ? { relabel: true } : {}),
    };
    const isOwing = Object.keys(owed).length > 0;
    return {
        kind,
        domain,
        because,
        ...rowsOf(rows),
        issue: issue.number,
        change: { body: isOwing ? replaceState(body, { ...state, ...owed }) : body, ...change },
        ...(comment ? { comment } : {}),
        ...(isOwing ? { settled: body } : {}),
        ...(receipts.length > 0 ? { receipts } : {}),
        ...(move.routine ? { isRoutine: true } : {}),
    };
}
function writtenBody({ state: found, known: { issue, state: before }, isHidden }, target, context) {
    const next = withSightings(before, found, context.now);
    if (isHidden || target === undefined || target.verdict === 'inconclusive') {
        const state = { ...next, evidence: before.evidence };
        return { state, body: replaceState(issue.body, state) };
    }
    const section = sectionContext(next, target, context, issue.url);
    const state = { ...next, evidence: evidenceOf(section) };
    return { state, body: writeCase(issue.body, renderSection(section, roomFor(issue.body)), state) };
}
function changeOf(move, context) {
    const { kind, stateReason, state, known } = move;
    const labels = labelsFor(known.issue.labels, context.tracking.labelPrefix, state);
    return {
        ...(kind === 'update' ? {} : { state: kind === 'close' ? 'closed' : 'open' }),
        ...(stateReason ? { stateReason } : {}),
        ...(labels ? { labels } : {}),
        ...dueChange(move, context),
    };
}
function keepAction(domain, { because, rows }, issue) {
    return { kind: 'keep', domain, because, ...rowsOf(rows), ...(issue === undefined ? {} : { issue }) };
}
const rowsOf = (rows) => (rows.length > 0 ? { rows } : {});
function commentOf({ occasions, state, known }, context) {
    const [first, ...others] = occasions;
    if (first === undefined)
        return undefined;
    const { domain } = state;
    const { number, body } = known.issue;
    const before = findCaseMarker(body) ?? '';
    return writeComment([first, ...others], { ...context, ...context.tracking, domain, issue: number, before });
}
function dueChange({ known, state }, { dueDates }) {
    const { issue, state: before } = known;
    const due = state.promise?.due;
    if (dueDates !== true || issue.dueOn === due)
        return {};
    if (due !== undefined)
        return { dueOn: due };
    return issue.dueOn === before.promise?.due ? { dueOn: null } : {};
}
function finishingAction({ issue, state }, { pending, isPosted, labels }) {
    const settled = replaceState(issue.body, state);
    const comment = pending === undefined || isPosted ? {} : { comment: pending };
    const what = pending === undefined ? 'its labels' : `its comment is ${isPosted ? 'there' : 'missing'}`;
    const because = `an interrupted run is finished: ${what}`;
    const common = { kind: 'update', domain: state.domain, issue: issue.number, because };
    if (labels === undefined && !('comment' in comment))
        return { ...common, change: { body: settled } };
    return { ...common, change: labels === undefined ? {} : { labels }, ...comment, settled };
}
function sectionContext(state, target, context, issueUrl) {
    return { ...context, ...context.tracking, state, target, ...(issueUrl === undefined ? {} : { issueUrl }) };
}
function roomFor(body) {
    const around = body === undefined ? 0 : (0,inert .dp)(textAround(body));
    const room = Math.min(BODY_BYTES, BODY_WITH_OTHERS_BYTES - around) - MARKER_LIMIT - OWED_LIMIT;
    return Math.max(LEAST_SECTION_BYTES, room);
}

; 
const NO_EVIDENCE = '0'.repeat(16);
function adopt(issue, domain, now) {
    const firstSeenAt = issue.createdAt ?? now;
    const blank = { version: 1, domain, phase: 'open', streak: 0, regressions: 0, evidence: NO_EVIDENCE };
    return { issue, state: { ...blank, firstSeenAt, lastPlaintextAt: firstSeenAt, listensFrom: now, heardAt: now } };
}

; 
function keep(state, because) {
    return { kind: 'keep', because, state };
}

; 




const HOUR_MS = 3_600_000;
function stepSecure({ state }, target, rules, now) {
    if (isSettled(state))
        return keep(state, `a person reopened it; ${target.verdict} now`);
    if (state.secureAt === now)
        return keep(state, 'this run has been counted');
    const unseen = servicesNotLookedAt(state.findings, target);
    if (unseen.length > 0)
        return keep(state, `${target.verdict}, but ${unseen.join(' and ')} was not looked at in this run`);
    const { standing } = compareFindings(state.findings, target);
    if (standing.length > 0)
        return keep(state, `${target.verdict}, but what had been found could not be looked at again`);
    if (isTooSoon(state, rules, now)) {
        const hours = rules.closeAfterHours === 1 ? 'an hour' : `${rules.closeAfterHours} hours`;
        return keep(state, `${target.verdict}, but the run that counted last was less than ${hours} ago`);
    }
    const streak = state.streak + 1;
    const secureSince = state.streak === 0 ? now : (state.secureSince ?? state.secureAt ?? now);
    const next = { ...state, phase: 'verifying', streak, secureAt: now, secureSince };
    if (streak < rules.closeAfter) {
        const because = `${target.verdict}, ${streak} of ${rules.closeAfter} runs in a row`;
        return { kind: 'update', because, state: next, rows: [11] };
    }
    if (rules.isDoubtful === true)
        return keep(state, `${target.verdict}, but most domains could not be decided in this run`);
    return repaired_closed(next, target, now);
}
function isTooSoon({ secureAt }, { closeAfterHours = 0 }, now) {
    if (secureAt === undefined || secureAt > now)
        return false;
    return Date.parse(now) - Date.parse(secureAt) < closeAfterHours * HOUR_MS;
}
function repaired_closed(next, target, now) {
    const { regressedAt, returnedAt, secureSince = now, regressions, promises = 0, slips = 0, streak } = next;
    const days = daysBetween(episodeStart(next), secureSince);
    const hasReturned = regressedAt === undefined && returnedAt !== undefined;
    const retired = target.verdict === 'not-offered';
    const isKept = next.promise !== undefined && next.overdueSince === undefined;
    const counted = isKept ? { ...next, kept: (next.kept ?? 0) + 1 } : next;
    const fixed = { ...without(counted, 'untold'), phase: 'fixed', fixedAt: now };
    return {
        kind: 'close',
        because: `${target.verdict} in ${streak} ${streak === 1 ? 'run' : 'runs in a row'}`,
        state: remember(fixed, now, retired ? 'declared absent' : 'repaired'),
        rows: [12],
        stateReason: 'completed',
        occasions: [{ kind: 'fixed', days, streak, regressions, hasReturned, promises, slips, retired }],
    };
}

; 

const maintenance_REMEMBERED = 24;
const maintenance_DIGITS = 8;
function fingerprintOf(target) {
    const traits = target.endpoints.flatMap((endpoint) => Object.entries(traitsOf(endpoint)).flatMap(([name, trait]) => trait === undefined ? [] : [`${maintenance_short(`${name} ${placeOf(endpoint)}`)}${maintenance_short(trait)}`]));
    return [...new Set(traits)].sort().slice(0, maintenance_REMEMBERED);
}
function maintenanceSign({ outageAt, fingerprint = [] }, target) {
    if (outageAt !== undefined)
        return 'outage';
    const before = new Map(fingerprint.map((trait) => [trait.slice(0, maintenance_DIGITS), trait]));
    const isChanged = (trait) => (before.get(trait.slice(0, maintenance_DIGITS)) ?? trait) !== trait;
    return fingerprintOf(target).some(isChanged) ? 'change' : undefined;
}
const maintenance_short = (text) => digest(text).slice(0, maintenance_DIGITS);
function placeOf({ service, transport, host, port, address }) {
    return [service, transport, host, port, address].join(' ');
}
function traitsOf({ observation }) {
    const { header, features, handshake } = observation;
    const stream = header.state === 'done' && features.state === 'done'
        ? JSON.stringify([
            header.value.version,
            header.value.lang,
            header.value.xmlDeclaration,
            features.value.starttls,
            [...features.value.mechanisms].sort(),
            features.value.all.map(({ name, namespace }) => `${namespace} ${name}`).sort(),
        ])
        : undefined;
    return { certificate: handshake.state === 'done' ? handshake.value.chain[0]?.sha256 : undefined, stream };
}

; 



const DEFAULT_GRACE_DAYS = 1;
const DEFAULT_REMIND_DAYS = [7, 14, 28, 30];
const MOST_REMINDERS = 6;
function whatIsDue(before, next, target, rules, now) {
    switch (next.phase) {
        case 'promised':
            return promiseDue(before, next, target, rules, now);
        case 'overdue':
            return reminder(next, rules, now);
        case 'open':
        case 'acknowledged':
        case 'regressed':
            return silenceNoted(next, rules, now);
        default:
            return undefined;
    }
}
function promiseDue(before, next, target, { graceDays = DEFAULT_GRACE_DAYS }, now) {
    const { promise } = next;
    if (promise === undefined)
        return undefined;
    const overdue = (why, told) => ({
        kind: 'update',
        because: `overdue: ${why}, still plaintext`,
        state: overdueState(next, now, told),
    });
    const sign = promise.event === undefined ? undefined : maintenanceSign(before, target);
    if (sign) {
        const step = overdue('maintenance seems to be over', 'the maintenance passed, still plaintext');
        const state = { ...step.state, maintenanceAt: now };
        return { ...step, state, rows: [6], occasions: [{ kind: 'maintained', promise, sign }] };
    }
    if (dateOf(now) <= addDays(promise.due, graceDays))
        return undefined;
    const step = overdue(`${promise.due} has passed`, 'the promised date passed, still plaintext');
    return { ...step, rows: [7], occasions: [{ kind: 'overdue', promise }] };
}
function reminder(next, { remindDays, skipWeekends }, now) {
    const { promise, reminders = 0, overdueSince = now } = next;
    const waits = waitsBetween(remindDays ?? DEFAULT_REMIND_DAYS);
    const wait = waits[reminders];
    const since = latest(overdueSince, next.remindedAt, next.spokenAt);
    if (wait === undefined || daysBetween(dateOf(since), dateOf(now)) < wait)
        return undefined;
    if (skipWeekends === true && isWeekend(now))
        return undefined;
    return {
        kind: 'update',
        because: `still plaintext; reminder ${reminders + 1} of ${waits.length}`,
        state: { ...next, reminders: reminders + 1, remindedAt: now },
        rows: [8],
        occasions: [{ kind: 'reminder', promise, since: overdueSince, noticed: next.maintenanceAt === overdueSince }],
    };
}
function waitsBetween(remindDays) {
    const every = remindDays.at(-1);
    if (every === undefined)
        return [];
    const dated = remindDays.length === 1 ? [] : remindDays.slice(0, -1);
    const waits = dated.map((day, index) => day - (dated[index - 1] ?? 0));
    return [...waits, ...Array.from({ length: MOST_REMINDERS }, () => every)].slice(0, MOST_REMINDERS);
}
function silenceNoted(next, { silenceDays = 0, skipWeekends }, now) {
    const { spokenAt, acknowledgedAt, contactedOn, nudgedAt = '' } = next;
    const contactedAt = contactedOn === undefined ? undefined : `${contactedOn}T00:00:00.000Z`;
    const since = latest(episodeStart(next), spokenAt, acknowledgedAt, contactedAt);
    if (silenceDays === 0 || nudgedAt >= since || daysBetween(since, now) < silenceDays)
        return undefined;
    if (skipWeekends === true && isWeekend(now))
        return undefined;
    return {
        kind: 'update',
        because: `nobody has answered for ${silenceDays} days`,
        state: { ...next, nudgedAt: now },
        rows: [10],
        occasions: [{ kind: 'silence', since }],
    };
}

; 






const CHANGES_DAYS = 7;
function stepPlaintext({ state }, target, isUnwaived, rules, now) {
    const found = foundAgain(state, target);
    const isCounted = state.lastPlaintextAt === now;
    const plain = plaintextState(state, found, now);
    const next = isCounted ? plain : withFingerprint(plain, target);
    const step = stepOpen(state, next, found, { target, isUnwaived, isCounted, rules, now });
    return withOffers(step, target, now);
}
function stepOpen(before, next, found, sight) {
    const { target, isUnwaived, isCounted, rules, now } = sight;
    if (before.phase === 'verifying')
        return { kind: 'update', because: 'plaintext again before the repair was proven', state: next, rows: [13] };
    if (before.phase === 'waived')
        return stepWaived(before, next, sight);
    if (isUnwaived && !target.waived) {
        const occasions = [{ kind: 'waiver-over', until: undefined }];
        return { kind: 'update', because: 'still plaintext', state: next, occasions };
    }
    const isQuiet = target.waived || isCounted || rules.isDeaf === true;
    const due = isQuiet ? undefined : whatIsDue(before, next, target, rules, now);
    if (due)
        return found.hasHeld ? withChanges(due, found, now) : due;
    const isTold = found.hasHeld && !isQuiet && next.phase !== 'promised' && isTimeToTell(next, now);
    if (isTold)
        return withChanges({ kind: 'update', because: 'what is found changed', state: next }, found, now);
    return calm(before, next, rules, target.waived ? 'plaintext, but waived' : 'still plaintext');
}
function afterWaiver(state, found, now) {
    return remember(plaintextState(waiverEnded(state, now), found, now), now, 'the waiver is over');
}
function withFingerprint(next, target) {
    const isAwaited = next.promise?.event !== undefined && next.overdueSince === undefined;
    if (!isAwaited || next.fingerprint !== undefined)
        return next;
    const fingerprint = fingerprintOf(target);
    return fingerprint.length === 0 ? next : { ...next, fingerprint };
}
function stepWaived(before, next, { target, isCounted, rules, now }) {
    const until = next.waiver?.until ?? '';
    if (isCounted || dateOf(now) < until)
        return calm(before, next, rules, `plaintext, but waived until ${until}`);
    if (target.waived)
        return calm(before, next, rules, 'plaintext, but waived in the configuration');
    const { findings: standing = [], untold = [] } = next;
    return {
        kind: 'update',
        because: `the waiver ended on ${until}`,
        state: afterWaiver(next, { standing, untold, hasHeld: false }, now),
        rows: [19],
        occasions: [{ kind: 'waiver-over', until }],
    };
}
const isTimeToTell = ({ changedAt }, now) => changedAt === undefined || daysBetween(changedAt, now) >= CHANGES_DAYS;
function withChanges(step, found, now) {
    return {
        ...step,
        state: { ...without(step.state, 'untold'), changedAt: now },
        rows: [...(step.rows ?? []), 24],
        occasions: [...(step.occasions ?? []), { kind: 'changed', changes: changesIn(found) }],
    };
}
function withOffers(step, target, now) {
    const { state, lost } = noteOffers(step.state, target, now);
    if (lost.length === 0)
        return { ...step, state };
    const isLeftAlone = target.waived || state.waiver !== undefined;
    return {
        ...step,
        kind: step.kind === 'keep' ? 'update' : step.kind,
        because: `${step.because}; STARTTLS is not offered any more where it was`,
        state,
        quiet: false,
        routine: false,
        rows: [...(step.rows ?? []), 25],
        occasions: [...(step.occasions ?? []), ...(isLeftAlone ? [] : [withdrawnOccasion(lost)])],
    };
}
const withdrawnOccasion = (lost) => ({ kind: 'withdrawn', endpoints: lost });
function calm(before, next, { refreshDays = 0 }, because) {
    const isDue = refreshDays > 0 && daysBetween(before.lastPlaintextAt, next.lastPlaintextAt) >= refreshDays;
    const isMarked = next.fingerprint !== before.fingerprint || String(next.untold) !== String(before.untold);
    return { kind: 'update', because, state: next, quiet: !isDue && !isMarked, routine: !isMarked };
}

; 








const SECOND_CLOSE_DAYS = 30;
function stepClosed(known, target, isUnwaived, rules, now) {
    const { issue, state } = known;
    if (isSettled(state))
        return keep(state, `closed, and ${target.verdict}`);
    if (target.verdict === 'secure' || target.verdict === 'not-offered')
        return stepSecure(known, target, rules, now);
    if (state.waiver !== undefined)
        return closed_stepWaived(known, target, isUnwaived, now);
    if (issue.closedByBot === true)
        return stepClosedByBot(known, target, now);
    if (issue.stateReason === 'not_planned')
        return stepNotPlanned(known, target, now);
    return stepClaimed(known, target, now);
}
function closed_stepWaived({ issue, state }, target, isUnwaived, now) {
    const until = state.waiver?.until;
    const isPlaintext = target.verdict === 'plaintext';
    const found = foundAgain(state, target);
    if (until !== undefined && dateOf(now) < until) {
        if (!isPlaintext || state.phase !== 'verifying')
            return keep(state, `waived until ${until}`);
        const because = `plaintext again before the repair was proven; waived until ${until}`;
        return { kind: 'update', because, state: plaintextState(state, found, now), rows: [13] };
    }
    if (!isPlaintext || target.waived)
        return keep(state, `closed, its waiver is over, and ${target.verdict}`);
    if (issue.locked)
        return keep(state, 'its waiver is over, but it is locked');
    const step = {
        kind: 'reopen',
        because: 'its waiver is over, and it is still plaintext',
        state: afterWaiver(state, found, now),
        rows: [19],
        stateReason: 'reopened',
        occasions: [{ kind: 'waiver-over', until: isUnwaived ? undefined : until }],
    };
    return withOffers(step, target, now);
}
function stepClosedByBot({ state }, target, now) {
    if (target.verdict !== 'plaintext')
        return keep(state, 'a bot closed it; whether it is fixed is inconclusive');
    const step = {
        kind: 'reopen',
        because: 'a bot closed it, and it is still plaintext',
        state: remember(plaintextState(state, foundAgain(state, target), now), now, 'closed by a bot, and open again'),
        rows: [29],
        stateReason: 'reopened',
        occasions: [{ kind: 'closed-by-bot' }],
    };
    return withOffers(step, target, now);
}
function stepNotPlanned({ state }, target, now) {
    if (target.verdict === 'inconclusive' && state.phase === 'verifying')
        return keep(state, 'a person closed it; whether it is fixed is inconclusive');
    const until = addDays(now, DEFAULT_WAIVER_DAYS);
    return closedByWaiver(state, { until, reason: 'it was closed as not planned', by: 'a person' }, 18, now);
}
function closedByWaiver(state, waiver, row, now) {
    const { state: waived, occasions } = waive(silence(state), waiver, now);
    const because = `a person closed it, which is respected until ${waiver.until}`;
    return { kind: 'update', because, state: waived, rows: [row], occasions };
}
function stepClaimed({ issue, state }, target, now) {
    if (target.verdict !== 'plaintext')
        return keep(state, 'a person closed it; whether it is fixed is inconclusive');
    if (target.waived)
        return keep(state, 'a person closed it; plaintext, but waived');
    const { closedAt = '' } = issue;
    if (issue.locked || now <= closedAt)
        return keep(state, 'a person closed it, which is respected');
    if ((state.claims ?? 0) > 0) {
        const waiver = { until: addDays(now, SECOND_CLOSE_DAYS), reason: 'it was closed again', by: 'a person' };
        return closedByWaiver(state, waiver, 17, now);
    }
    const { claimedAt } = state;
    if (claimedAt === now)
        return keep(state, 'this run has been counted');
    if (claimedAt === undefined || claimedAt < closedAt) {
        const because = 'a person closed it as completed, and it is still plaintext: it is looked at once more';
        return { kind: 'update', because, state: { ...state, claimedAt: now, streak: 0 }, rows: [17] };
    }
    const next = { ...plaintextState(state, foundAgain(state, target), now), claims: 1 };
    const step = {
        kind: 'reopen',
        because: 're-tested after a person closed it as completed: still plaintext',
        state: remember(next, now, 'closed as completed, re-tested: still plaintext'),
        rows: [17],
        stateReason: 'reopened',
        occasions: [{ kind: 'claimed' }],
    };
    return withOffers(step, target, now);
}

; 





function moveUnknown(target, now) {
    if (target === undefined)
        return { kind: 'keep', because: 'not in the configuration', rows: [] };
    if (target.verdict !== 'plaintext')
        return { kind: 'keep', because: `${target.verdict}, and there is no issue`, rows: [2] };
    if (target.waived)
        return { kind: 'keep', because: 'plaintext, but waived', rows: [] };
    const because = 'plaintext was found and confirmed';
    return { kind: 'open', target, because, state: newState(target, now), rows: [1] };
}
function newState(target, now) {
    const { domain } = target;
    const blank = { version: 1, domain, phase: 'open', firstSeenAt: now, streak: 0, regressions: 0 };
    const found = remember({ ...blank, lastPlaintextAt: now, findings: findingKeys(target) }, now, 'plaintext was found');
    return hearConfiguration(silence(noteOffers(found, target, now).state), { target, now }).state;
}

; 

function latenessOf({ domain, phase }, issue, target, leftAlone = new Set()) {
    if (phase !== 'overdue' || target === undefined || target.waived)
        return {};
    if (target.verdict !== 'plaintext' && leftAlone.has(domain))
        return {};
    if (issue !== undefined && isDropped(issue, { phase }))
        return {};
    return { overdue: { domain, ...(issue === undefined ? {} : { issue: issue.number }) } };
}
function isDropped({ state, stateReason }, known) {
    return state === 'closed' && stateReason === 'duplicate' && !isSettled(known);
}

; 





function answerReopened(known, ears, target, now) {
    const { issue, state } = known;
    if (issue.state !== 'open' || state.phase !== 'fixed')
        return undefined;
    const own = (ears.comments ?? []).filter((comment) => comment.issue === issue.number);
    const receipts = questionsIn(own, known, now);
    if (receipts.length === 0)
        return undefined;
    const answer = { known, rows: [30], quiet: false, routine: false, receipts };
    if (!isWhole(known, target)) {
        const occasions = [{ kind: 'retested', verdict: 'inconclusive', streak: 0, isSoon: false }];
        const because = 'a person reopened it and asks for another look, which was inconclusive';
        return { ...answer, kind: 'update', because, state: { ...state, answeredAt: now }, isHidden: true, occasions };
    }
    const { verdict } = target;
    const heard = Math.max(state.heard ?? 0, ...own.map(({ id }) => id));
    const next = { ...state, answeredAt: now, heard, heardAt: now, listensFrom: now };
    return {
        ...answer,
        kind: 'close',
        because: `a person reopened it and asks for another look, which found it ${verdict}`,
        state: remember(next, now, `reopened, re-tested: ${verdict === 'secure' ? 'still repaired' : 'still absent'}`),
        isHidden: false,
        stateReason: 'completed',
        occasions: [{ kind: 'still-fixed', retired: verdict === 'not-offered' }],
    };
}
function questionsIn(comments, { state }, now) {
    const since = latest(state.listensFrom, state.answeredAt);
    const fresh = comments.filter(({ id, createdAt }) => id > (state.heard ?? 0) && createdAt > since);
    const asked = listen(fresh).words.filter(({ word }) => word.kind === 'retest');
    const answered = asked.filter(({ mayCommand }) => mayCommand || !isRecent(state.answeredAt, now));
    return [...new Set(answered.map(({ comment }) => comment))];
}
function isWhole({ state: { findings } }, target) {
    if (target.verdict !== 'secure' && target.verdict !== 'not-offered')
        return false;
    return servicesNotLookedAt(findings, target).length + compareFindings(findings, target).standing.length === 0;
}

; 






const BRIEF_DAYS = 7;
function revive(known, target, rules, now) {
    const { issue } = known;
    if (issue.state === 'open')
        return reopenedByPerson(known, target, now);
    if (target.waived)
        return keep(known.state, 'closed; plaintext again, but waived');
    return reopened(known, target, rules, now);
}
function reopenedByPerson({ issue, state }, target, now) {
    if (state.phase !== 'fixed') {
        const because = 'a person reopened it, and it is still plaintext';
        return withOffers({ kind: 'update', because, state: returnedState(state, issue, target, now) }, target, now);
    }
    const step = {
        kind: 'update',
        because: 'a person reopened it, and plaintext is back',
        state: regressedState(state, target, now),
        rows: [15],
        occasions: [{ kind: 'regressed', fixedAt: state.fixedAt }],
    };
    return withOffers(step, target, now);
}
function reopened({ issue, state }, target, rules, now) {
    const hasRegressed = state.phase === 'fixed';
    const age = daysBetween(state.fixedAt ?? issue.closedAt ?? now, now);
    const isTooOld = hasRegressed && age > rules.reopenDays;
    const from = { ...state, listensFrom: now, heardAt: now };
    if (hasRegressed && state.waiver !== undefined && dateOf(now) < state.waiver.until) {
        const because = `plaintext came back, but it is waived until ${state.waiver.until}`;
        return { kind: 'update', because, state: regressedState(from, target, now), rows: [27] };
    }
    if (issue.locked || isTooOld) {
        const why = issue.locked ? 'is locked' : `was closed ${age} days ago`;
        return openAnother({ issue, state }, target, why, now);
    }
    const step = {
        kind: 'reopen',
        ...(hasRegressed ? regression(from, target, now) : comeback(from, issue, target, now)),
        stateReason: 'reopened',
    };
    return withOffers(step, target, now);
}
function openAnother({ issue, state }, target, why, now) {
    const regressions = state.regressions + (state.phase === 'fixed' ? 1 : 0);
    const next = newState(target, now);
    const counts = { kept: state.kept ?? 0, broken: (state.broken ?? 0) + (next.broken ?? 0) };
    return {
        kind: 'open',
        target,
        because: `plaintext again, and #${issue.number} ${why}`,
        state: { ...next, regressions, continues: issue.number, ...(counts.kept + counts.broken > 0 ? counts : {}) },
        rows: [16],
    };
}
function regression(state, target, now) {
    return {
        because: 'plaintext came back after the repair',
        state: regressedState(state, target, now),
        rows: [15],
        occasions: [{ kind: 'regressed', fixedAt: state.fixedAt }],
    };
}
function comeback(state, issue, target, now) {
    const { duplicateOf } = state;
    const occasions = [{ kind: 'returned', ...(duplicateOf === undefined ? {} : { duplicateOf }) }];
    const next = returnedState(state, issue, target, now);
    if (duplicateOf === undefined) {
        const because = 'in the configuration again, and still plaintext';
        return { because, state: remember(next, now, 'in the configuration again'), occasions };
    }
    const because = `#${duplicateOf}, where it was followed, is gone, and it is still plaintext`;
    return { because, state: remember(next, now, `goes on here, since #${duplicateOf} is gone`), occasions };
}
function regressedState(state, target, now) {
    const fresh = plaintextState(afresh(state, now), foundAnew(target), now);
    const next = { ...fresh, regressedAt: now, regressions: state.regressions + 1 };
    return remember({ ...next, phase: workingPhase(next) }, now, 'plaintext came back');
}
function returnedState(state, { closedAt }, target, now) {
    const isBrief = state.duplicateOf === undefined && closedAt !== undefined && daysBetween(closedAt, now) <= BRIEF_DAYS;
    const fresh = without(afresh(state, now), 'regressedAt', 'configured');
    const next = plaintextState(isBrief ? state : { ...fresh, returnedAt: now }, foundAnew(target), now);
    return { ...next, phase: workingPhase(next) };
}

 
var failure = __webpack_require__(8675);
; 

const OURS = [
    'config.address-family',
    'config.private-address',
    'dns.unreachable',
    'net.no-ipv6-route',
    'net.unreachable',
    'run.deadline',
];
const NEVER_SEEN = ['config.address-family', 'net.no-ipv6-route'];
function presenceOf(target) {
    if (target.verdict === 'not-offered' || target.endpoints.some(wasReached))
        return 'reached';
    const obstacles = target.endpoints.map(({ observation }) => obstacleIn(observation));
    const theirs = obstacles.filter((code) => code !== undefined && !OURS.includes(code));
    const counted = obstacles.filter((code) => code === undefined || !NEVER_SEEN.includes(code));
    if (theirs.length > 0 && theirs.length === counted.length)
        return 'away';
    return Object.values(target.services).some(({ because }) => because.some(isOurs)) ? 'unseen' : 'silent';
}
function wasReached({ verdict, observation: { header, handshake, plaintext } }) {
    return verdict !== 'inconclusive' || [header, handshake, plaintext.header].some(({ state }) => state === 'done');
}
function obstacleIn({ connected, header }) {
    const steps = [connected, header];
    return steps.flatMap((step) => (step.state === 'failed' ? [step.failure.code] : []))[0];
}
const isOurs = (reason) => OURS.some((code) => reason.startsWith(failure .EM[code]));

; 




const CONTACT_DAYS = 7;
const LABEL_DAYS = 7;
const NOTE_DAYS = 60;
function stepInconclusive({ issue, state }, target, { isDoubtful = false }, now) {
    const unchanged = keep(state, 'inconclusive in this run, which changes nothing');
    const presence = presenceOf(target);
    if (issue.state === 'closed' || isDoubtful || presence === 'reached' || presence === 'unseen')
        return unchanged;
    const found = [outage(state, presence, now), firstSilence(state, now), longSilence(state, now)];
    const news = found.filter((one) => one !== undefined);
    if (news.length === 0)
        return unchanged;
    return {
        kind: 'update',
        rows: [14],
        because: news.map(({ because }) => because).join('; '),
        state: news.reduce((so, { change }) => ({ ...so, ...change }), state),
        routine: news.every(({ change }) => change.silentSince !== undefined),
        occasions: news.flatMap(({ occasion }) => occasion ?? []),
    };
}
function endSilence(step) {
    const { silentSince, unreachableSince, unreachableToldAt } = step.state;
    if ([silentSince, unreachableSince, unreachableToldAt].every((instant) => instant === undefined))
        return step;
    const state = without(step.state, 'silentSince', 'unreachableSince', 'unreachableToldAt');
    if (step.kind !== 'keep')
        return { ...step, state, quiet: false };
    const because = `${step.because}; it was reached again`;
    return { ...step, kind: 'update', because, state, routine: unreachableSince === undefined, isHidden: true };
}
function outage({ phase, promise, fingerprint, outageAt }, presence, now) {
    const isAwaited = phase === 'promised' && promise?.event !== undefined && outageAt === undefined;
    if (!isAwaited || fingerprint === undefined || presence !== 'away')
        return undefined;
    return { because: 'inconclusive: perhaps the maintenance that was promised', change: { outageAt: now } };
}
function firstSilence({ silentSince, lastPlaintextAt, secureAt }, now) {
    if (silentSince !== undefined || daysBetween(latest(lastPlaintextAt, secureAt), now) < CONTACT_DAYS)
        return undefined;
    return { because: 'inconclusive, perhaps for longer', change: { silentSince: now } };
}
function longSilence(state, now) {
    const { silentSince = now, unreachableSince, unreachableToldAt, waiver } = state;
    const days = daysBetween(silentSince, now);
    if (days >= NOTE_DAYS && unreachableToldAt === undefined && waiver === undefined) {
        return {
            because: `nothing was reached for ${days} days`,
            change: { unreachableSince: unreachableSince ?? now, unreachableToldAt: now },
            occasion: { kind: 'unreachable', since: silentSince },
        };
    }
    if (days < LABEL_DAYS || unreachableSince !== undefined)
        return undefined;
    return { because: `nothing was reached since ${dateOf(silentSince)}`, change: { unreachableSince: now } };
}

; 













const DEAF = { comments: undefined, beside: new Map() };
function moveCase(known, ears, target, rules, now) {
    if (known === undefined)
        return moveUnknown(target, now);
    const { issue, state } = known;
    if (target === undefined && !rules.fullRun)
        return unchanged('not looked at in this run');
    if (isDropped(issue, state))
        return { ...unchanged('a person closed it as a duplicate'), rows: [20] };
    if (!isSettled(state))
        return goOn(known, ears, target, rules, now);
    if (target?.verdict !== 'plaintext') {
        const answer = target && answerReopened(known, ears, target, now);
        return answer ?? unchanged(settledInWords(known, target));
    }
    const revival = revive(known, target, rules, now);
    if (revival.kind === 'open')
        return revival;
    if (revival.kind === 'keep')
        return unchanged(revival.because);
    const said = hear(revival.state, voicesOf(known, issue.state === 'open' ? ears : DEAF, target, rules, now));
    const step = answered(said, { ...revival, state: said.state }, target, rules, now);
    return {
        ...moved(known, said, step),
        occasions: [...(revival.occasions ?? []), ...said.occasions, ...answers(step, revival)],
    };
}
const unchanged = (because) => ({ kind: 'keep', because, rows: [] });
function settledInWords({ issue }, target) {
    if (issue.state === 'closed')
        return target === undefined ? 'closed, and not in the configuration' : `closed, and ${target.verdict}`;
    if (target === undefined)
        return 'a person reopened it, and the domain is not in the configuration';
    return `a person reopened it; ${target.verdict} now`;
}
const answers = ({ occasions = [] }, before) => occasions.slice((before.occasions ?? []).length);
function voicesOf({ issue, state }, ears, target, { labelPrefix, dueDates = false }, now) {
    return { ...ears, issue, target, labelPrefix, dueDates, ownDate: state.promise?.due, now };
}
function goOn(known, ears, target, rules, now) {
    const { issue, state } = known;
    const voices = voicesOf(known, ears, target, rules, now);
    const said = hear(state, voices);
    const step = stepCase({ issue, state: said.state }, target, said, { ...rules, isDeaf: ears.comments === undefined }, now);
    const also = afterTheWaiver(said, step, voices);
    const all = answered(said, { ...step, state: also.state }, target, rules, now);
    return joined(known, together(said, also), all, rules);
}
function afterTheWaiver({ state }, step, voices) {
    const isOver = state.waiver !== undefined && step.state.waiver === undefined;
    const so = silence(step.state);
    return isOver ? hearConfiguration(hearDueDate(so, voices), voices) : so;
}
function together(first, second) {
    return {
        ...first,
        rows: [...first.rows, ...second.rows],
        because: [...first.because, ...second.because],
        occasions: [...first.occasions, ...second.occasions],
    };
}
function stepCase(known, target, said, rules, now) {
    if (target === undefined)
        return stepRemoved(known, rules, now);
    const step = stepSeen(known, target, said, rules, now);
    return presenceOf(target) === 'reached' ? endSilence(step) : step;
}
function stepSeen(known, target, said, rules, now) {
    if (known.issue.state === 'closed')
        return stepClosed(known, target, said.isUnwaived, rules, now);
    switch (target.verdict) {
        case 'plaintext':
            return stepPlaintext(known, target, said.isUnwaived, rules, now);
        case 'secure':
        case 'not-offered':
            return stepSecure(known, target, rules, now);
        case 'inconclusive':
            return stepInconclusive(known, target, rules, now);
    }
}
function stepRemoved({ issue, state }, { isDoubtful = false }, now) {
    if (issue.state === 'closed')
        return keep(state, 'closed, and not in the configuration');
    if (isDoubtful)
        return keep(state, 'not in the configuration, but most domains could not be decided in this run');
    return {
        kind: 'close',
        because: 'the domain is no longer in the configuration',
        state: remember({ ...state, phase: 'untracked' }, now, 'left the configuration'),
        rows: [21],
        stateReason: 'not_planned',
        occasions: [{ kind: 'removed' }],
    };
}
function answered(said, step, target, rules, now) {
    const occasions = [];
    const isAnswered = said.asksForRetest && target !== undefined && step.kind !== 'close' && step.kind !== 'reopen';
    if (isAnswered) {
        const { streak, secureAt } = step.state;
        const isSoon = secureAt !== now && isTooSoon(step.state, rules, now);
        occasions.push({ kind: 'retested', verdict: target.verdict, streak, isSoon });
    }
    if (said.mistakes.length > 0)
        occasions.push({ kind: 'mistaken', problems: said.mistakes });
    const state = said.asksForRetest ? { ...step.state, answeredAt: now } : step.state;
    return { ...step, state, occasions: [...(step.occasions ?? []), ...occasions] };
}
function joined(known, said, step, rules) {
    const isRemembered = hasToBeRemembered(known.state, said, rules);
    if (step.kind !== 'keep' || isEloquent(said)) {
        return moved(known, said, isRemembered ? { ...step, quiet: false } : step);
    }
    if (!isRemembered)
        return { kind: 'keep', because: step.because, rows: [...said.rows, ...(step.rows ?? [])] };
    const because = `${step.because}; what was said is remembered`;
    return { ...moved(known, said, { ...step, because }), routine: true, isHidden: true };
}
function hasToBeRemembered({ phase, spokenAt }, said, { silenceDays = 0 }) {
    return said.state.spokenAt !== spokenAt && (phase === 'overdue' || silenceDays > 0);
}
function moved(known, said, step) {
    const isSilent = !isEloquent(said);
    return {
        kind: step.kind === 'keep' ? 'update' : step.kind,
        known,
        because: [...said.because, step.because].join('; '),
        state: step.state,
        rows: [...said.rows, ...(step.rows ?? [])],
        quiet: step.quiet === true && isSilent,
        routine: step.routine === true && isSilent,
        isHidden: step.isHidden === true && isSilent,
        ...(step.stateReason ? { stateReason: step.stateReason } : {}),
        occasions: [...said.occasions, ...(step.occasions ?? [])],
        receipts: said.receipts,
    };
}

; 



function mergeHistories(primary, others) {
    const known = heardBeside(primary.state);
    const fresh = others.filter(({ issue }) => !known.has(issue.number));
    if (fresh.length === 0)
        return primary;
    const merged = fresh.reduce((so, { state }) => mergeStates(so, state), primary.state);
    const beside = [...known, ...fresh.map(({ issue, state }) => [issue.number, state.heard ?? 0])];
    const state = { ...merged, heardBeside: beside.map(([issue, comment]) => `${issue} ${comment}`) };
    return { state, issue: { ...primary.issue, body: replaceState(primary.issue.body, state) } };
}
function heardBeside({ heardBeside: entries = [], }) {
    return new Map(entries.map((entry) => {
        const [issue = 0, comment = 0] = entry.split(' ').map(Number);
        return [issue, comment];
    }));
}
function mergeStates(ours, theirs) {
    const history = mergeEvents(ours.history ?? [], theirs.history ?? []);
    const merged = {
        ...(hasNewerPromise(theirs, ours) ? withPromiseOf(ours, theirs) : ours),
        firstSeenAt: ours.firstSeenAt < theirs.firstSeenAt ? ours.firstSeenAt : theirs.firstSeenAt,
        lastPlaintextAt: latest(ours.lastPlaintextAt, theirs.lastPlaintextAt),
        ...either('acknowledgedBy', ours, theirs),
        ...either('acknowledgedAt', ours, theirs),
        ...either('contactedOn', ours, theirs),
        ...either('configured', ours, theirs),
        ...longerWaiver(ours, theirs),
        ...larger('promises', ours, theirs),
        ...larger('slips', ours, theirs),
        ...larger('kept', ours, theirs),
        ...larger('broken', ours, theirs),
        ...larger('claims', ours, theirs),
        ...later('spokenAt', ours, theirs),
        ...later('answeredAt', ours, theirs),
        ...later('nudgedAt', ours, theirs),
        ...(history.length > 0 ? { history } : {}),
    };
    return isSettled(ours) ? merged : { ...merged, ...rephrased(merged) };
}
const hasNewerPromise = (theirs, ours) => theirs.promise !== undefined && theirs.promise.on > (ours.promise?.on ?? '');
function withPromiseOf(ours, theirs) {
    return { evidence: ours.evidence, ...withoutPromise(ours), ...promiseIn(theirs) };
}
function longerWaiver({ waiver: ours }, { waiver: theirs }) {
    const longer = theirs !== undefined && theirs.until > (ours?.until ?? '') ? theirs : ours;
    return longer === undefined ? {} : { waiver: longer };
}
function either(name, ours, theirs) {
    const known = ours[name] ?? theirs[name];
    return known === undefined ? {} : { [name]: known };
}
function later(name, ours, theirs) {
    const last = latest(ours[name], theirs[name]);
    return last === '' ? {} : { [name]: last };
}
function larger(name, ours, theirs) {
    const most = Math.max(ours[name] ?? 0, theirs[name] ?? 0);
    return most === 0 ? {} : { [name]: most };
}
function mergeEvents(ours, theirs) {
    const news = theirs.filter(({ on, what }) => !ours.some((event) => event.on === on && event.what === what));
    if (news.length === 0)
        return ours;
    const both = [...ours, ...news].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
    return both.slice(-REMEMBERED_EVENTS);
}

; 












const FEWEST_TO_DOUBT = 4;
function planIssues(input) {
    const { cases, damaged, held, notes } = readRoster(input.listed);
    const targets = new Map(input.targets.map((target) => [target.domain, target]));
    const domains = [...new Set([...targets.keys(), ...cases.keys(), ...damaged.keys()])].sort();
    const context = { input, rules: rulesOf(input), comments: input.heard && byIssue(input.heard) };
    const planned = domains.map((domain) => {
        const newer = held.get(domain);
        if (newer !== undefined)
            return {
                actions: [keepAction(domain, unwritten('its issue was written by a newer version of this tool'), newer)],
            };
        const known = { cases: cases.get(domain) ?? [], damaged: damaged.get(domain) ?? [] };
        return planDomain(domain, known, targets.get(domain), context);
    });
    const actions = planned.flatMap((each) => each.actions);
    const labels = labelDrafts(input.tracking.labelPrefix, actions.flatMap(labelsSet));
    const waived = planned.flatMap(({ waiver }) => waiver ?? []);
    const overdue = planned.flatMap((each) => each.overdue ?? []);
    return {
        labels,
        actions,
        notes,
        ...(waived.length > 0 ? { waived } : {}),
        ...(overdue.length > 0 ? { overdue } : {}),
    };
}
function rulesOf({ tracking, targets, dueDates = false }) {
    const { maxInconclusive = 50 } = tracking;
    const unclear = targets.filter(({ verdict }) => verdict === 'inconclusive').length;
    return {
        ...tracking,
        dueDates,
        isDoubtful: targets.length >= FEWEST_TO_DOUBT && unclear * 100 > targets.length * maxInconclusive,
    };
}
function byIssue(comments) {
    const found = new Map();
    for (const comment of comments) {
        const before = found.get(comment.issue);
        if (before)
            before.push(comment);
        else
            found.set(comment.issue, [comment]);
    }
    return found;
}
const labelsSet = (action) => action.kind === 'open' ? action.draft.labels : action.kind === 'keep' ? [] : (action.change.labels ?? []);
const unwritten = (because) => ({ because, rows: [] });
function planDomain(domain, { cases, damaged }, target, context) {
    const { input, rules } = context;
    const [first] = cases;
    if (first === undefined)
        return planWithoutCase(domain, damaged, target, context);
    if (!isInScope(domain, { ...input, fullRun: rules.fullRun }))
        return notLookedAt(domain, first.issue);
    const finishing = cases.flatMap((known) => finishInterrupted(known, input));
    const [primary = first, ...others] = cases.map((known) => plan_withoutOwed(known, input));
    const broken = damaged.map((issue) => adopt(issue, domain, input.now));
    const duplicates = context.comments ? [...others.filter(({ issue }) => issue.state === 'open'), ...broken] : [];
    const merged = mergeHistories(primary, duplicates);
    const next = plan_goOn(merged, duplicates, target, context);
    const closing = duplicates.map((known) => plan_closeDuplicate(known, primary.issue.number, input));
    const [action] = next.actions;
    const isLast = action?.kind === 'close';
    const isMerging = isLast || action === undefined || action.kind === 'keep';
    const merging = isMerging ? mergingAction(primary, merged) : [];
    const actions = isLast ? [...merging, ...closing, ...next.actions] : [...merging, ...next.actions, ...closing];
    return { ...next, actions: [...finishing, ...actions] };
}
function mergingAction({ issue, state: before }, { issue: { body }, state }) {
    if (state === before)
        return [];
    const because = 'takes over the history of another issue of the same domain';
    return [{ kind: 'update', domain: state.domain, issue: issue.number, because, change: { body } }];
}
function planWithoutCase(domain, [broken, ...more], target, context) {
    const { input, rules } = context;
    if (broken === undefined) {
        const move = moveCase(undefined, { comments: [], beside: new Map() }, target, rules, input.now);
        const late = move.kind === 'open' ? latenessOf(move.state, undefined, target) : {};
        return { actions: [actionOf(domain, undefined, move, target, context)], ...late };
    }
    if (target === undefined || target.verdict === 'inconclusive')
        return { actions: [keepAction(domain, unwritten('its hidden line cannot be read'), broken.number)] };
    const known = adopt(broken, domain, input.now);
    const move = moveCase(known, { comments: [], beside: new Map() }, target, rules, input.now);
    if (move.kind === 'keep' || move.kind === 'open')
        return { actions: [keepAction(domain, move, broken.number)] };
    const story = 'the hidden line could not be read: it begins anew';
    const told = {
        ...move,
        state: precededBy(move.state, input.now, story),
        because: `its hidden line could not be read, so it begins anew; ${move.because}`,
        rows: [...move.rows, 28],
        occasions: [{ kind: 'damaged' }, ...move.occasions],
        quiet: false,
        routine: false,
    };
    const duplicates = more.map((issue) => plan_closeDuplicate(adopt(issue, domain, input.now), broken.number, input));
    return { actions: [changeAction(told, target, input), ...duplicates], ...latenessOf(told.state, broken, target) };
}
function notLookedAt(domain, issue) {
    if (issue.state === 'closed')
        return { actions: [] };
    return { actions: [keepAction(domain, unwritten('not looked at in this run'), issue.number)] };
}
function plan_goOn(known, duplicates, target, context) {
    const { input, rules, comments } = context;
    const { domain } = known.state;
    const move = moveCase(known, earsOf(known, duplicates, comments), target, rules, input.now);
    if (move.kind === 'open')
        return { actions: [openAction(move, input)], ...latenessOf(move.state, undefined, target) };
    const state = move.kind === 'keep' ? known.state : move.state;
    const rest = {
        ...waiverInForce(domain, state, input.now),
        ...latenessOf(state, known.issue, target, input.leftAlone),
    };
    if (move.kind === 'keep' && target === undefined && known.issue.state === 'closed')
        return { actions: [], ...rest };
    return { actions: [actionOf(domain, known, move, target, context)], ...rest };
}
function actionOf(domain, known, move, target, { input }) {
    if (move.kind === 'open')
        return openAction(move, input);
    if (move.kind === 'keep')
        return keepAction(domain, move, known?.issue.number);
    return changeAction(move, target, input);
}
function earsOf({ issue, state }, duplicates, comments) {
    const heard = heardBeside(state);
    const beside = new Map(duplicates.map(({ issue: { number } }) => [number, heard.get(number) ?? 0]));
    const numbers = [issue.number, ...beside.keys()];
    return { comments: comments && numbers.flatMap((number) => comments.get(number) ?? []), beside };
}
function waiverInForce(domain, state, now) {
    const { until = '', reason = '' } = state.waiver ?? {};
    return state.phase === 'waived' && dateOf(now) < until ? { waiver: { domain, until, reason } } : {};
}
function finishInterrupted({ issue, state, owed }, { comments, tracking }) {
    const { pending, relabel } = owed;
    if (pending === undefined && relabel === undefined)
        return [];
    const posted = pending === undefined ? [] : comments.get(issue.number);
    if (posted === undefined)
        throw new Error(`The comments of #${issue.number} were not read before planning.`);
    const isPosted = pending !== undefined && posted.some((body) => body.includes(commentMarker(pending.id)));
    const labels = relabel ? labelsFor(issue.labels, tracking.labelPrefix, state) : undefined;
    return [finishingAction({ issue, state }, { pending, isPosted, labels })];
}
function plan_withoutOwed({ issue, state, owed }, { tracking }) {
    if (Object.keys(owed).length === 0)
        return { issue, state };
    const labels = owed.relabel ? (labelsFor(issue.labels, tracking.labelPrefix, state) ?? issue.labels) : issue.labels;
    return { issue: { ...issue, labels, body: replaceState(issue.body, state) }, state };
}
function plan_closeDuplicate(known, original, input) {
    const state = { ...known.state, phase: 'untracked', duplicateOf: original };
    const move = {
        kind: 'close',
        known,
        because: `#${original} follows the same domain`,
        state: remember(state, input.now, `goes on in #${original}`),
        rows: [23],
        quiet: false,
        routine: false,
        isHidden: true,
        stateReason: 'duplicate',
        occasions: [{ kind: 'duplicate', of: original }],
        receipts: [],
    };
    return { ...changeAction(move, undefined, input), after: original };
}

; 






const waiting_NAME = 'waiting list';
const waiting_TITLE = 'XMPP domains seen without TLS, not reported yet';
const waiting_MARKER = /^<!-- xmpp-tls-compliance waiting=v1 ([\w-]+) -->\r?$/u;
const MOST_CHARACTERS = 55_000;
function isWaitingList({ body }) {
    return readList(body) !== undefined;
}
function holdBack(plan, input) {
    const runsOf = new Map(waitingIn(plan, input).map(({ domain, runs }) => [domain, runs]));
    const actions = plan.actions.map((action) => waitOrOpen(action, runsOf, input.openAfter));
    const opened = new Set(actions.flatMap(({ kind, domain }) => (kind === 'open' ? [domain] : [])));
    const overdue = plan.overdue?.filter(({ domain, issue }) => issue !== undefined || opened.has(domain));
    return { ...plan, actions, ...(overdue ? { overdue } : {}) };
}
function keepList(plan, decided, input) {
    const [list, ...twins] = listsIn(input);
    const opened = new Set(plan.actions.flatMap(({ kind, domain }) => (kind === 'open' ? [domain] : [])));
    const waiting = waitingIn(decided, input).filter(({ domain }) => !opened.has(domain));
    const kept = withList(plan, list, waiting, input);
    return { ...kept, actions: [...kept.actions, ...twins.flatMap((twin) => closeTwin(twin, list))] };
}
function listsIn({ listed }) {
    return listed.filter((issue) => issue.trusted && isWaitingList(issue)).sort((a, b) => a.number - b.number);
}
function waitingIn(plan, input) {
    if (input.openAfter <= 1)
        return [];
    const before = knownIn(listsIn(input));
    const counted = plan.actions.flatMap((action) => (action.kind === 'open' ? [count(action, before, input.now)] : []));
    const left = before.filter(({ domain }) => !counted.some((one) => one.domain === domain) && isUndecided(domain, input));
    return fitting([...counted, ...left].sort((a, b) => (a.domain < b.domain ? -1 : 1)));
}
function knownIn(lists) {
    const known = new Map();
    for (const one of lists.flatMap(({ body }) => readList(body) ?? [])) {
        if (one.runs > (known.get(one.domain)?.runs ?? 0))
            known.set(one.domain, one);
    }
    return [...known.values()];
}
function closeTwin(twin, list) {
    if (list === undefined || (twin.state === 'closed' && readList(twin.body)?.length === 0))
        return [];
    const because = `#${list.number} is the same list`;
    const change = { body: writeList(twin.body, []), state: 'closed', stateReason: 'duplicate' };
    return [{ kind: 'close', domain: waiting_NAME, because, issue: twin.number, change, after: list.number }];
}
function fitting(waiting) {
    let room = MOST_CHARACTERS;
    return waiting.filter(({ domain }) => (room -= 2.5 * domain.length + 180) >= 0);
}
function count({ domain }, before, now) {
    const known = before.find((one) => one.domain === domain);
    if (known === undefined)
        return { domain, runs: 1, at: now, first: now };
    return known.at === now ? known : { ...known, runs: known.runs + 1, at: now };
}
function isUndecided(domain, scope) {
    const target = scope.targets.find((one) => one.domain === domain);
    return target === undefined ? !isInScope(domain, scope) : target.verdict === 'inconclusive';
}
function waitOrOpen(action, runsOf, openAfter) {
    const runs = runsOf.get(action.domain);
    if (action.kind !== 'open' || runs === undefined || runs >= openAfter)
        return action;
    const because = `plaintext was found in ${runs} of ${openAfter} runs in a row`;
    return { kind: 'keep', domain: action.domain, because };
}
function withList(plan, list, waiting, { labelPrefix }) {
    const before = list === undefined ? [] : readList(list.body);
    if (JSON.stringify(before) === JSON.stringify(waiting))
        return plan;
    const because = 'what waits for another run has changed';
    if (list !== undefined) {
        const change = { body: writeList(list.body, waiting) };
        return {
            ...plan,
            actions: [...plan.actions, { kind: 'update', domain: waiting_NAME, because, issue: list.number, change }],
        };
    }
    const draft = {
        title: waiting_TITLE,
        body: writeList(undefined, waiting),
        labels: [labelPrefix],
        assignees: [],
        domain: waiting_NAME,
    };
    const labels = plan.labels ?? [];
    const missing = labelDrafts(labelPrefix, [labelPrefix]).filter(({ name }) => !labels.some((one) => one.name === name));
    return {
        ...plan,
        labels: [...labels, ...missing],
        actions: [...plan.actions, { kind: 'open', domain: waiting_NAME, because, draft }],
    };
}
function readList(body) {
    const lines = findSection(body)?.lines ?? [];
    const [, payload] = lines.map((line) => waiting_MARKER.exec(line)).find((found) => found !== null) ?? [];
    if (payload === undefined)
        return undefined;
    try {
        const value = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
        return Array.isArray(value) ? value.filter(isWaiting) : [];
    }
    catch {
        return [];
    }
}
function isWaiting(value) {
    if (typeof value !== 'object' || value === null)
        return false;
    const { domain, runs, at, first } = value;
    return Number.isSafeInteger(runs) && [domain, at, first].every((text) => typeof text === 'string');
}
function writeList(body, waiting) {
    const { before = [], after = [] } = (body === undefined ? undefined : findSection(body)) ?? {};
    const rows = waiting.map(({ domain, runs, first }) => `| ${(0,inert .gQ)(domain, 253)} | ${dateOf(first)} | ${runs} |`);
    const text = waiting.length === 0
        ? 'Nothing waits at the moment.'
        : ['| Domain | First seen | Runs |', '|---|---|---|', ...rows].join('\n');
    const about = 'Each of these domains gets an issue of its own once it was seen without TLS in as many runs in a row as `open-after` asks for. This page is the memory of the check until then; you can close it, and it works all the same.';
    const marker = `<!-- xmpp-tls-compliance waiting=v1 ${Buffer.from(asciiJson(waiting), 'ascii').toString('base64url')} -->`;
    return [...before, SECTION_BEGIN, text, '', about, marker, SECTION_END, ...after].join('\n');
}

 
var advice = __webpack_require__(9439);
; 








async function track(report, config, ports) {
    const { reader, writer, clock } = ports;
    const label = config.tracking.labelPrefix;
    try {
        const listed = await reader.listManaged(label);
        const { plan, warnings } = await planRun(report, config, listed, ports);
        ports.onPlan(plan);
        if (!writer)
            return { plan, warnings };
        const applied = await applyPlan(plan, { reader, writer, clock, listed, label });
        return { plan, applied, warnings: [...warnings, ...warningsOf(applied)] };
    }
    catch (error) {
        if (error instanceof forge .Q)
            return { warnings: [(0,forge .b)(error)] };
        throw error;
    }
}
async function planRun(report, config, listed, { reader, runUrl }) {
    const { tracking } = config;
    const scope = { targets: report.targets, fullRun: tracking.fullRun };
    const ours = listed.filter((issue) => !isCampaign(issue) && !isWaitingList(issue));
    const cases = await withClosers(ours, scope, reader);
    const comments = new Map();
    for (const issue of issuesWithPendingComment(cases, scope))
        comments.set(issue, await reader.listComments(issue));
    const { heard, warnings } = await track_listen(reader, listening_listenTo(cases, scope, report.startedAt));
    const decided = planIssues({
        listed: cases,
        comments,
        ...(heard === undefined ? {} : { heard }),
        ...reader.capabilities,
        targets: report.targets,
        leftAlone: leftAloneBy(config, report.startedAt),
        tracking,
        advice: advice .h,
        s2sFrom: config.probe.s2sFrom,
        now: report.startedAt,
        ...(runUrl === undefined ? {} : { runUrl }),
    });
    const { labelPrefix, openAfter = 1 } = tracking;
    const waiting = { ...scope, listed, labelPrefix, openAfter, now: report.startedAt };
    const limited = keepList(limitPlan(holdBack(decided, waiting), tracking, listed), decided, waiting);
    if (tracking.campaign !== true)
        return { plan: limited, warnings };
    const input = { ...reader.capabilities, listed, labelPrefix, ...limits(config) };
    return { plan: addCampaign(limited, input), warnings };
}
async function withClosers(cases, scope, { capabilities, readIssue }) {
    const byBots = new Set();
    for (const number of capabilities.closers ? issuesClosedByOthers(cases, scope) : []) {
        const issue = await readIssue(number);
        if (issue?.closedByBot === true)
            byBots.add(number);
    }
    return cases.map((issue) => (byBots.has(issue.number) ? { ...issue, closedByBot: true } : issue));
}
function leftAloneBy({ targets }, now) {
    const waived = targets.filter(({ waivers }) => waivers.some(({ until }) => now.slice(0, 10) < until.slice(0, 10)));
    return new Set(waived.map(({ domain }) => domain));
}
async function track_listen(reader, listening) {
    if (listening === undefined)
        return { heard: [], warnings: [] };
    try {
        return { heard: await reader.listCommentsSince(listening.since, listening.needsRights), warnings: [] };
    }
    catch (error) {
        if (!(error instanceof forge .Q) || error.stops)
            throw error;
        return { warnings: [`${(0,forge .b)(error)} What people said is not heard in this run.`] };
    }
}
function limits({ tracking: { maxIssueWrites } }) {
    return maxIssueWrites === undefined ? {} : { maxIssueWrites };
}


  }),

  7588:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Q: () => (  ForgeError),
    b: () => (  describeForgeError)
  });
class ForgeError extends Error {
    name = 'ForgeError';
    status;
    outcome;
    hint;
    stops;
    limited;
    constructor(message, details) {
        super(message);
        this.status = details.status;
        this.outcome = details.outcome;
        this.hint = details.hint;
        this.stops = details.stops ?? false;
        this.limited = details.limited ?? false;
    }
}
function describeForgeError({ message, hint }) {
    return hint === undefined ? message : `${message} ${hint}`;
}


  })

};
