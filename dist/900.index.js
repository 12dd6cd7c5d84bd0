export const id = 900;
export const ids = [900];
export const modules = {

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


  }),

  6920:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Bo: () => (  takeContactBack),
    CM: () => (  takePromiseBack),
    N4: () => (  note),
    R9: () => (  receipt),
    Sy: () => (  blame),
    T9: () => (  waive),
    ao: () => (  silence),
    b0: () => (  acknowledge),
    eI: () => (  unwaive),
    iv: () => (  promise),
    jZ: () => (  CONFIGURATION),
    q_: () => (  isEloquent),
    xo: () => (  missedPromise)
  });
  var _moments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5117);
  var _phases_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3850);


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
    const state = isAnswer ? { ...known, phase: (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .RB)(known) } : known;
    const told = by === CONFIGURATION ? state : (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .kY)(state, now, `acknowledged by ${by}`);
    return note(so, told, 'somebody acknowledged it', [3]);
}
function promise(so, given) {
    const { state: before } = so;
    const isLate = before.overdueSince !== undefined;
    const isSame = before.promise?.due === given.due && before.promise.event === given.event;
    if (isSame && !isLate)
        return so;
    const what = given.event === undefined ? `for ${given.due}` : 'for the next maintenance';
    const state = (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .kY)((0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .Pu)(promised(before, given)), given.on, `promised ${what} by ${given.by}`);
    const said = note(so, state, `promised ${what}`, [isLate ? 9 : given.event === undefined ? 4 : 5]);
    const slips = isLate ? (state.slips ?? 0) : 0;
    return { ...said, occasions: [...said.occasions, { kind: 'promised', promise: given, slips }] };
}
function missedPromise(so, given, now) {
    const { state: before } = so;
    if (before.overdueSince !== undefined && before.promise?.due === given.due)
        return so;
    const state = (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .g1)(promised(before, given), now, `promised for ${given.due} by ${given.by}, which had passed`);
    const said = note(so, state, `promised for ${given.due}, which had passed`, [7]);
    return { ...said, occasions: [...said.occasions, { kind: 'overdue', promise: given }] };
}
function promised(before, given) {
    return { ...(0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .yC)(before), promise: given, promises: (before.promises ?? 0) + 1 };
}
function waive(so, waiver, now) {
    const { until, reason, by } = so.state.waiver ?? {};
    if (until === waiver.until && reason === waiver.reason && by === waiver.by)
        return so;
    const state = (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .kY)({ ...so.state, waiver, phase: 'waived' }, now, `waived until ${waiver.until} by ${waiver.by}`);
    const said = note(so, state, `waived until ${waiver.until}`, [18]);
    return { ...said, occasions: [...said.occasions, { kind: 'waived', waiver }], isUnwaived: false };
}
function unwaive(so, by, isClosed, now) {
    const { waiver } = so.state;
    const ended = isClosed && waiver !== undefined
        ? { ...so.state, waiver: { ...waiver, until: (0,_moments_js__WEBPACK_IMPORTED_MODULE_1__  .Q$)(now) } }
        : (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .pX)(so.state, now);
    const state = (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .kY)((0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .Pu)(ended), now, `waiver ended by ${by}`);
    return { ...note(so, state, 'the waiver was ended', [19]), isUnwaived: true };
}
function takePromiseBack(so, now) {
    const left = (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .FF)(so.state, 'configured');
    if (left.promise?.by !== CONFIGURATION)
        return { ...so, state: left };
    const state = (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .kY)((0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .Pu)((0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .yC)(left)), now, `${CONFIGURATION} took its promise back`);
    return note(so, state, `${CONFIGURATION} took its promise back`, [26]);
}
function takeContactBack(so, now) {
    const left = (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .FF)(so.state, 'contactedOn');
    if (left.acknowledgedBy !== CONFIGURATION)
        return { ...so, state: left };
    const told = `${CONFIGURATION} took back that the operator was written to`;
    const state = (0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .kY)((0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .Pu)((0,_phases_js__WEBPACK_IMPORTED_MODULE_0__  .FF)(left, 'acknowledgedBy', 'acknowledgedAt')), now, told);
    return note(so, state, told, [26]);
}


  }),

  232:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $4: () => (  DEFAULT_WAIVER_DAYS),
    Kb: () => (  isRecent),
    dc: () => (  hear),
    t0: () => (  hearConfiguration),
    zZ: () => (  hearDueDate)
  });
  var _heard_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6920);
  var _moments_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5117);
  var _phases_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3850);
  var _words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3541);




const MAINTENANCE_DAYS = 60;
const DEFAULT_WAIVER_DAYS = 90;
const ANSWER_MS = 3_600_000;
function hear(before, voices) {
    const { words, state } = listenTo(before, voices);
    const told = words.reduce((so, spoken) => obey(so, spoken, voices), (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .ao)(state));
    return hearConfiguration(hearDueDate(hearLabels(told, voices), voices), voices);
}
function listenTo(before, { issue, comments, beside, now }) {
    if (comments === undefined)
        return { words: [], state: before };
    const cursorOf = (number) => number === issue.number ? (before.heard ?? 0) : (beside.get(number) ?? Infinity);
    const fresh = comments.filter((comment) => comment.id > cursorOf(comment.issue));
    const lastOf = (number) => Math.max(cursorOf(number), ...fresh.filter((comment) => comment.issue === number).map(({ id }) => id));
    const { words, spokenAt } = (0,_words_js__WEBPACK_IMPORTED_MODULE_2__  .KT)(fresh.flatMap(audible(before, now)));
    const heard = lastOf(issue.number);
    const heardBeside = [...beside.keys()].sort((a, b) => a - b).map((number) => `${number} ${lastOf(number)}`);
    const state = {
        ...(0,_phases_js__WEBPACK_IMPORTED_MODULE_1__  .FF)(before, 'heardBeside'),
        heardAt: now,
        ...(heard === 0 ? {} : { heard }),
        ...(heardBeside.length === 0 ? {} : { heardBeside }),
        ...(spokenAt === undefined ? {} : { spokenAt: (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .IW)(before.spokenAt, spokenAt) }),
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
            return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .Sy)(so, word.problem);
        case 'ack':
            return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .b0)((0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .R9)(so, comment), by, at, voices.now);
        case 'promise': {
            const problem = obstacleToPromise(so.state, voices);
            return problem === undefined ? (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .iv)((0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .R9)(so, comment), promiseOf(word.due, by, at)) : (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .Sy)(so, problem);
        }
        case 'waive':
            return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .T9)((0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .R9)(so, comment), { until: word.until, reason: word.reason, by }, voices.now);
        case 'unwaive': {
            const isClosed = voices.issue.state === 'closed';
            return so.state.waiver === undefined
                ? (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .Sy)(so, noWaiver(voices))
                : (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .eI)((0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .R9)(so, comment), by, isClosed, voices.now);
        }
    }
}
function hearRetest(so, comment, mayCommand, { now }) {
    if (!mayCommand && (so.asksForRetest || isRecent(so.state.answeredAt, now)))
        return so;
    return { ...(0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .R9)(so, comment), asksForRetest: true };
}
function isRecent(answeredAt, now) {
    return answeredAt !== undefined && Date.parse(now) - Date.parse(answeredAt) < ANSWER_MS;
}
function promiseOf(due, by, at) {
    const on = (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .Q$)(at);
    return due === undefined
        ? { due: (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .fi)(on, MAINTENANCE_DAYS), event: 'next-maintenance', by, on }
        : { due, by, on };
}
function obstacleToPromise(state, { target }) {
    if (state.waiver !== undefined)
        return `it is waived until ${state.waiver.until}: say "unwaive" first`;
    const isConfigured = target?.promise !== undefined && state.promise?.by === _heard_js__WEBPACK_IMPORTED_MODULE_0__  .jZ;
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
        const until = (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .fi)(now, DEFAULT_WAIVER_DAYS);
        return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .T9)(so, { until, reason: 'the label was set', by: 'a label' }, now);
    }
    return has('acknowledged') ? (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .b0)(so, 'a label', now, now) : so;
}
function hearDueDate(so, voices) {
    const { issue, dueDates, ownDate, now } = voices;
    const { dueOn } = issue;
    const isPromised = so.rows.some((row) => row === 4 || row === 5 || row === 9);
    if (!dueDates || dueOn === undefined || dueOn === ownDate || isPromised)
        return so;
    if (so.state.waiver !== undefined || dueOn === so.state.promise?.due)
        return so;
    if ((0,_words_js__WEBPACK_IMPORTED_MODULE_2__  .sP)(dueOn, now, _words_js__WEBPACK_IMPORTED_MODULE_2__  .oe) !== undefined)
        return so;
    const problem = obstacleToPromise(so.state, voices);
    if (problem !== undefined)
        return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .Sy)(so, `the due date was not taken over, since ${problem}`);
    return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .iv)(so, { due: dueOn, by: 'the due date', on: (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .Q$)(now) });
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
        return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .CM)(so, now);
    if (waiver !== undefined)
        return so;
    const due = said === 'next-maintenance' ? undefined : said;
    const given = promiseOf(due, _heard_js__WEBPACK_IMPORTED_MODULE_0__  .jZ, now);
    const taken = { ...so, state: { ...so.state, configured: said } };
    if (due !== undefined && (!(0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .$P)(due) || due > (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .fi)(now, _words_js__WEBPACK_IMPORTED_MODULE_2__  .oe)))
        return so;
    if (due === undefined || due >= (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .Q$)(now))
        return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .iv)(taken, given);
    return target.verdict === 'plaintext' ? (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .xo)(taken, given, now) : so;
}
function hearContact(so, { contacted }, now) {
    const { contactedOn, regressedAt = '' } = so.state;
    if (contacted === contactedOn)
        return so;
    if (contacted === undefined)
        return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .Bo)(so, now);
    if (contacted < (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .Q$)(regressedAt) || contacted > (0,_moments_js__WEBPACK_IMPORTED_MODULE_3__  .Q$)(now))
        return so;
    const told = `the operator was written to on ${contacted}`;
    const noted = (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .N4)(so, (0,_phases_js__WEBPACK_IMPORTED_MODULE_1__  .kY)({ ...so.state, contactedOn: contacted }, now, told), told);
    return (0,_heard_js__WEBPACK_IMPORTED_MODULE_0__  .b0)(noted, _heard_js__WEBPACK_IMPORTED_MODULE_0__  .jZ, `${contacted}T00:00:00.000Z`, now);
}


  }),

  7664:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  TE: () => (  MARKER_LIMIT),
  M0: () => (  OWED_LIMIT),
  iL: () => (  asciiJson),
  nP: () => (  readCase),
  g5: () => (  replaceState),
  zG: () => (  textAround),
  m_: () => (  writeCase)
});

 

 
var model_section = __webpack_require__(2386);
 
var model_case = __webpack_require__(6525);
 
var moments = __webpack_require__(5117);
; 


const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isDomain = (value) => typeof value === 'string' && /^[^\s\p{C}]{1,253}$/u.test(value);
const isInstant = (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/u.test(value) && !Number.isNaN(Date.parse(value));
const isText = (value) => typeof value === 'string';
const isDateText = (value) => typeof value === 'string' && (0,moments .$P)(value);
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
    phase: (value) => model_case ._L.some((phase) => phase === value),
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
    const region = (0,model_section .rv)(body);
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
    const ours = [model_section .wW, section, ...encodeCase(state), model_section .cu];
    const { before, after } = body === undefined ? { before: [], after: [] } : around(body);
    return [...before, ...ours, ...after].join('\n');
}
function around(body) {
    const region = (0,model_section .rv)(body);
    if (region !== undefined)
        return region;
    const isOurs = (line) => isMarker(line) || [model_section .wW, model_section .cu].some((mark) => line.trimEnd() === mark);
    return { before: body.split('\n').filter((line) => !isOurs(line)), after: [] };
}
const isMarker = (line) => line.includes(CASE) || line.includes(OWED);
function replaceState(body, state) {
    const region = (0,model_section .rv)(body);
    const section = region?.lines.filter((line) => !isMarker(line)).join('\n') ?? '';
    return writeCase(body, section, state);
}
function textAround(body) {
    const region = (0,model_section .rv)(body);
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


  }),

  5117:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    $P: () => (  isDate),
    E: () => (  daysInWords),
    IW: () => (  latest),
    Q$: () => (  dateOf),
    YM: () => (  daysBetween),
    cM: () => (  isWeekend),
    fi: () => (  addDays),
    ln: () => (  momentInWords)
  });
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


  }),

  3850:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    FF: () => (  without),
    Is: () => (  isSettled),
    Mm: () => (  episodeStart),
    PT: () => (  promiseIn),
    Pu: () => (  rephrased),
    RB: () => (  workingPhase),
    R_: () => (  plaintextState),
    SY: () => (  afresh),
    Uy: () => (  precededBy),
    g1: () => (  overdueState),
    kY: () => (  remember),
    pX: () => (  waiverEnded),
    xG: () => (  REMEMBERED_EVENTS),
    yC: () => (  withoutPromise)
  });
  var _model_inert_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9805);
  var _moments_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5117);


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
    const event = { on: (0,_moments_js__WEBPACK_IMPORTED_MODULE_1__  .Q$)(now), what: (0,_model_inert_js__WEBPACK_IMPORTED_MODULE_0__  .UJ)(what, EVENT_LENGTH) };
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
    const isWaived = state.waiver !== undefined && (0,_moments_js__WEBPACK_IMPORTED_MODULE_1__  .Q$)(now) < state.waiver.until;
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


  }),

  3541:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    CI: () => (  usage),
    KT: () => (  listen),
    oe: () => (  MOST_PROMISED_DAYS),
    sP: () => (  dateProblem),
    ux: () => (  readWords)
  });
 
  var _model_case_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6525);
  var _moments_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5117);


const MOST_PROMISED_DAYS = 400;
const MOST_WAIVED_DAYS = 365;
const WORDS_PER_COMMENT = 5;
const REASON_LENGTH = 200;
const LOGIN_LENGTH = 60;
const EXAMPLE_DAYS = { promise: 30, waive: 90 };
function usage(now) {
    const on = (days) => (now === undefined ? 'DATE' : (0,_moments_js__WEBPACK_IMPORTED_MODULE_0__  .fi)(now, days));
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
    const people = [...comments].sort((a, b) => a.id - b.id).filter(({ isBot, body }) => !isBot && !(0,_model_case_js__WEBPACK_IMPORTED_MODULE_1__  .Jx)(body));
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
    if (!(0,_moments_js__WEBPACK_IMPORTED_MODULE_0__  .$P)(date))
        return `needs a date such as ${(0,_moments_js__WEBPACK_IMPORTED_MODULE_0__  .fi)(at, EXAMPLE_DAYS.promise)}`;
    if (date <= (0,_moments_js__WEBPACK_IMPORTED_MODULE_0__  .Q$)(at))
        return 'needs a date in the future';
    return date > (0,_moments_js__WEBPACK_IMPORTED_MODULE_0__  .fi)(at, mostDays) ? `may be at most ${mostDays} days ahead` : undefined;
}


  }),

  6525:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Ce: () => (  findCaseMarker),
    Jx: () => (  claimsToBeOurs),
    Ql: () => (  commentMarker),
    _L: () => (  CASE_PHASES)
  });
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


  }),

  2386:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    cu: () => (  SECTION_END),
    rc: () => (  mergeBody),
    rv: () => (  findSection),
    wW: () => (  SECTION_BEGIN)
  });
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


  })

};
