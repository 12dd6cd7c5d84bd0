export const id = 102;
export const ids = [102];
export const modules = {

  9439:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    h: () => (  ADVICE)
  });
  var _checks_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3607);
  var _remediation_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1513);


const ADVICE = {
    checks: _checks_index_js__WEBPACK_IMPORTED_MODULE_0__  .u,
    check: (id) => _checks_index_js__WEBPACK_IMPORTED_MODULE_0__  .u.find((check) => check.id === id),
    remediation: (software) => _remediation_index_js__WEBPACK_IMPORTED_MODULE_1__  .b[software],
};


  }),

  9102:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  openNetwork: () => (  openNetwork),
  run: () => (  run)
});

 
var annotations = __webpack_require__(1116);
 
var inert = __webpack_require__(9805);
 
var model_report = __webpack_require__(1819);
 
var overdue = __webpack_require__(2206);
 
var report_severity = __webpack_require__(1727);
 
var report_words = __webpack_require__(8191);
; 





const NAMED = 5;
function closingWords(report, reason, context) {
    const words = [WORDS[reason](report, context), whereToRead(report, context)].filter((part) => part !== '');
    return (0,inert .UJ)(words.join(' '), 4 * report_words .W$);
}
const WORDS = {
    plaintext: (report) => [countOf(report, 'plaintext'), countOf(report, 'failing')].filter(Boolean).join(' '),
    overdue: (_, { plan, applied }) => {
        const late = (0,overdue .c)(plan, applied).map(({ domain, issue }) => (issue === undefined ? domain : `#${issue}`));
        return `A promised repair did not come: ${listed(late)}. fail-on is "overdue".`;
    },
    mistyped: (report) => {
        const unknown = (0,model_report .s)(report).filter(({ unknownName }) => unknownName === true);
        return `This change names what does not exist in the DNS: ${namesOf(unknown)}. Is it misspelt?`;
    },
    blind: () => 'Nothing could be checked. Is outgoing traffic on ports 5222 and 5269 blocked for this runner, or its name server out of reach?',
    inconclusive: (report) => `${countOf(report, 'inconclusive') || (0,report_words .Pl)(report)} fail-on is "inconclusive".`,
    unwritten: () => 'The verdicts stand, but a file that was asked for could not be written.',
};
function countOf(report, severity) {
    const deciding = (0,model_report .s)(report);
    const found = deciding.filter((target) => (0,report_severity .xJ)(target) === severity);
    const [first] = found;
    if (!first)
        return '';
    const [one, several] = report_words .Jt[severity];
    if (deciding.length === 1)
        return `${(0,report_words .AU)(first)} ${one}.`;
    return `${found.length} of ${deciding.length} domains ${found.length === 1 ? one : several}: ${namesOf(found)}.`;
}
function namesOf(targets) {
    return listed(targets.map(report_words .AU));
}
function numbersOf(issues) {
    return listed(issues.map((issue) => `#${issue}`));
}
function listed(names) {
    const rest = names.length - NAMED;
    return [...names.slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
}
function whereToRead(report, { hasSummary, plan, applied = [] }) {
    const failing = (0,model_report .s)(report).filter((target) => ['plaintext', 'failing'].includes((0,report_severity .xJ)(target)));
    const domains = failing.map(({ domain }) => domain);
    const written = applied.flatMap(({ action, issue }) => (domains.includes(action.domain) && issue ? [issue] : []));
    const planned = plan?.actions ?? [];
    const kept = planned.flatMap((action) => domains.includes(action.domain) && 'issue' in action && action.issue !== undefined ? [action.issue] : []);
    const issues = [...new Set([...written, ...kept])].sort((a, b) => a - b);
    const places = [
        ...(hasSummary ? ['the job summary'] : ['the log above']),
        ...(issues.length > 0 ? [`${issues.length === 1 ? 'issue' : 'issues'} ${numbersOf(issues)}`] : []),
    ];
    return `Details and fixes: ${places.join(' and ')}.`;
}

; 


const ACTION_DONE = {
    open: 'opened',
    update: 'updated',
    reopen: 'reopened',
    close: 'closed',
    keep: 'kept',
};
function renderPlan({ actions, notes }, applies) {
    const title = applies ? 'Issues:' : 'Issues (dry run, nothing is written):';
    const lines = actions.map((action) => {
        const issue = 'issue' in action && action.issue !== undefined ? ` #${action.issue}` : '';
        return `${action.kind.padEnd(6)}  ${action.domain}${issue}: ${action.because}`;
    });
    return block(title, [...lines, ...notes.map((note) => `note    ${note}`)]);
}
function renderApplied(applied) {
    const lines = applied
        .filter(({ action, status }) => action.kind !== 'keep' || status === 'failed')
        .flatMap(({ action, status, issue, url, error, note }) => {
        const name = `${issue === undefined ? 'the issue' : `#${issue}`} of ${action.domain}`;
        if (status === 'failed')
            return [`could not ${action.kind} ${name}: ${error ?? 'no reason was given'}`];
        if (status === 'skipped')
            return [`did not ${action.kind} ${name}: ${note ?? 'it changed in the meantime'}`];
        const done = `${ACTION_DONE[action.kind]} ${name}${url === undefined ? '' : `: ${url}`}`;
        return note === undefined ? [done] : [done, `note: ${note}`];
    });
    return block('Done:', lines);
}
function block(title, lines) {
    if (lines.length === 0)
        return '';
    return `${[title, ...lines.map((line) => `  ${(0,inert .UJ)(line, 2 * report_words .W$)}`)].join('\n')}\n`;
}

; 



const FEWEST_FOR_PROGRESS = 5;
function renderProgress(finished, total, target) {
    if (total < FEWEST_FOR_PROGRESS)
        return undefined;
    return (0,inert .UJ)(`[${finished}/${total}] ${(0,report_words .AU)(target)} ${report_words .Ix[(0,report_severity .xJ)(target)]}`, report_words .W$);
}

; 

const PIECE_OVERHEAD_BYTES = 4;
function createBudget(bytes) {
    let left = bytes;
    const fits = (piece) => {
        const cost = (0,inert .dp)(piece) + PIECE_OVERHEAD_BYTES;
        left = cost <= left ? left - cost : 0;
        return left > 0;
    };
    return {
        take(pieces) {
            const end = pieces.findIndex((piece) => !fits(piece));
            return pieces.slice(0, end === -1 ? pieces.length : end);
        },
    };
}

 
var model_endpoint = __webpack_require__(7128);
 
var finding = __webpack_require__(5268);
 
var links = __webpack_require__(3284);
 
var remediation = __webpack_require__(3796);
 
var model_transcript = __webpack_require__(339);
; 


const GUESSES_SHOWN = 3;
function fixesFor({ domain, findings, server }, advice) {
    const names = (0,remediation .zc)((0,finding .q)(findings), advice);
    if (names.length === 0)
        return [];
    const isCertain = server.confidence === 'configured' || server.confidence === 'likely';
    const others = isCertain ? [] : (server.alternatives ?? []).filter((software) => software !== server.software);
    return [server.software, ...others].slice(0, GUESSES_SHOWN).map((id) => {
        const software = advice.remediation(id);
        return {
            software,
            name: nameWithDoubt(software, server.confidence),
            isCertain: isCertain && id !== 'generic',
            changes: (0,remediation .fs)(software, names, domain),
        };
    });
}
function nameWithDoubt({ software, title }, confidence) {
    if (confidence === 'configured' || software === 'generic')
        return title;
    return confidence === 'likely' ? `this looks like ${title}` : `if it is ${title}`;
}

; 









const TRANSCRIPT_LIMIT_BYTES = 16_384;
function renderDetails(target, advice) {
    const title = `${(0,inert .Ic)((0,report_words .AU)(target), report_words .W$)}: ${report_words .Ix[(0,report_severity .xJ)(target)]}`;
    const body = [
        `<details><summary>${title}</summary>`,
        ...(0,report_words .AA)(target).map(([service, verdict]) => `**${report_words .wm[service]}**: ${prose((0,report_words .em)((0,report_words .L2)(service, verdict)))}`),
        ...target.endpoints.flatMap((endpoint) => renderEndpoint(endpoint, (0,finding .W)(endpoint, target.findings))),
        ...(target.note === undefined ? [] : [`Note on file: ${prose(target.note)}`]),
        ...list(target.notes.map(report_words .em)),
        ...((target.nextSteps ?? []).length > 0 ? ['**What to try**:', ...list(target.nextSteps ?? [])] : []),
        ...fixesFor(target, advice).flatMap(renderFix),
    ].join('\n\n');
    return { body, transcripts: target.endpoints.flatMap(renderEndpointTranscript).join('\n\n') };
}
const DETAILS_END = '</details>';
function list(sentences) {
    return sentences.length > 0 ? [sentences.map((one) => `- ${prose(one)}`).join('\n')] : [];
}
function renderEndpoint(endpoint, findings) {
    const name = `**${prose((0,model_endpoint .z)(endpoint))}**, ${endpoint.service} over ${report_words .$N[endpoint.transport]}`;
    const words = prose((0,report_words .em)((0,report_words .L2)(endpoint.service, endpoint)));
    return [
        `${name}: ${words}`,
        ...(findings.length > 0 ? [(0,finding .q)(findings).map(renderFinding).join('\n')] : []),
    ];
}
function renderFinding(finding) {
    const { waived } = finding;
    const level = waived ? `waived until ${prose(waived.until)}: ${prose(waived.reason)}` : finding.level;
    return [
        `- ${checkLink(finding.check)} (${level}; ${report_words .$$[finding.proof]}): ${prose((0,report_words .em)(finding.message))}`,
        ...finding.evidence.map((evidence) => `  - ${(0,inert .gQ)(evidence, report_words .W$)}`),
    ].join('\n');
}
function checkLink(id) {
    const url = (0,links .CU)(id);
    return url === undefined ? (0,inert .gQ)(id, report_words .W$) : `[${id}](${url})`;
}
function renderFix({ name, changes, software }) {
    const { title, documentation } = software;
    const afterwards = (0,remediation .Nm)(software, changes, (command) => `${(0,inert .gQ)(command, report_words .W$)}.`);
    return [
        `**How to fix it** (${name}):`,
        ...changes.map(renderChange),
        ...(afterwards.length > 0 ? [afterwards.join(' ')] : []),
        `[Documentation of ${title}](${documentation})`,
    ];
}
function renderChange({ file, code, language, notes }) {
    const block = `\`\`\`${language}\n${code.trimEnd()}\n\`\`\``;
    const remarks = notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : [];
    return [`In ${(0,inert .gQ)(file, report_words .W$)}:`, block, ...remarks].join('\n\n');
}
function renderEndpointTranscript({ service, observation }) {
    if (observation.transcript.length === 0)
        return [];
    const name = `${prose((0,model_endpoint .z)(observation.endpoint))}, ${service}`;
    const fence = (0,inert .uQ)((0,model_transcript .J)(observation.transcript), TRANSCRIPT_LIMIT_BYTES);
    return [`<details><summary>What was said: ${name}</summary>`, fence, '</details>'];
}
function prose(text) {
    return (0,inert .Ic)(text, report_words .W$);
}

; 





const TABLE_HEAD = '| Domain | Verdict | What was found | Issue |\n| --- | --- | --- | --- |';
const MARKS = {
    plaintext: '\u274c',
    failing: '\u274c',
    inconclusive: '\u2753',
    waived: '\ud83d\udca4',
    warned: '\ud83d\udfe1',
    secure: '\u2705',
    'not-offered': '\u2796',
};
function renderRow(target, issues) {
    const severity = (0,report_severity .xJ)(target);
    const aside = target.unchanged === true ? ' (not part of this change)' : '';
    const cells = [
        (0,inert .Ic)((0,report_words .AU)(target), report_words .W$),
        `${MARKS[severity]}&nbsp;${report_words .Ix[severity]}${aside}`,
        foundCell(target),
        issueCell(target.domain, issues),
    ];
    return `| ${cells.join(' | ')} |`;
}
function foundCell(target) {
    const found = (0,report_words .AA)(target).map(([service, verdict]) => ({
        service,
        text: phrase(target, service, verdict),
    }));
    const texts = [...new Set(found.map(({ text }) => text))];
    return texts
        .map((text) => {
        const services = found.filter((one) => one.text === text).map(({ service }) => service);
        return `${services.join(', ')}: ${(0,inert .Ic)(text, report_words .W$)}`;
    })
        .join('<br>');
}
function phrase(target, service, verdict) {
    const [worst] = (0,finding .q)(target.findings.filter((finding) => finding.service === service));
    if (verdict.verdict === 'inconclusive')
        return (0,report_words .em)((0,report_words .hJ)(service, verdict));
    if (verdict.verdict === 'plaintext')
        return proven(worst?.message ?? (0,report_words .hJ)(service, verdict), verdict);
    const said = verdict.verdict === 'secure' ? proven('TLS is required', verdict) : (0,report_words .hJ)(service, verdict);
    return [(0,report_words .em)(said), ...(worst ? [(0,report_words .em)(worst.message)] : [])].join(' ');
}
function proven(text, { proof }) {
    const plain = text.replace(/\.$/u, '');
    return (0,report_words .em)(proof === 'none' ? plain : `${plain} (${report_words .$$[proof]})`);
}
function issueCell(domain, { plan, applied }) {
    const results = applied?.filter(({ action }) => action.domain === domain) ?? [];
    const result = results.find(({ status }) => status === 'failed') ?? results.find(({ action }) => action.kind !== 'keep');
    const planned = plan?.actions.filter((action) => action.domain === domain) ?? [];
    const action = result?.action ?? planned.find(({ kind }) => kind !== 'keep') ?? planned[0];
    const issue = result?.issue ?? (action && 'issue' in action ? action.issue : undefined);
    return [issueLink(issue, result?.url), deed(action, result, applied !== undefined)]
        .filter((part) => part !== '')
        .join(' ');
}
function issueLink(issue, url) {
    if (issue === undefined)
        return '';
    return url !== undefined && isSafeUrl(url) ? `[#${issue}](${url})` : `#${issue}`;
}
function deed(action, result, applies) {
    if (!action || action.kind === 'keep')
        return '';
    if (!applies)
        return `would ${action.kind}`;
    if (!result)
        return '';
    return result.status === 'done' ? ACTION_DONE[action.kind] : `could not ${action.kind}`;
}
function isSafeUrl(url) {
    return /^https?:\/\/[\w.:/?=&%~+-]+(#[\w-]+)?$/u.test(url);
}

; 


const DAY_MS = 24 * 60 * 60 * 1000;
const NOTICE_DAYS = 7;
const SHOWN = 20;
function endingWaivers({ targets, startedAt }) {
    const today = startedAt.slice(0, 10);
    return targets.flatMap((target) => {
        const waivers = new Map(target.findings.flatMap(({ waived }) => (waived ? [[waived.until, waived.reason]] : [])));
        return [...waivers].sort().flatMap(([until = '', reason = '']) => {
            const days = Math.round((Date.parse(until) - Date.parse(today)) / DAY_MS);
            if (Number.isNaN(days) || days > NOTICE_DAYS)
                return [];
            const when = days <= 1 ? 'tomorrow' : `in ${days} days`;
            return [`The waiver of ${(0,report_words .AU)(target)} ends ${when}, on ${until}; it was given because: ${reason}.`];
        });
    });
}
function renderEndingWaivers(report) {
    const sentences = endingWaivers(report);
    if (sentences.length === 0)
        return [];
    const shown = sentences.slice(0, SHOWN).map((sentence) => `- ${(0,inert .Ic)(sentence, 2 * report_words .W$)}`);
    const more = sentences.length > SHOWN ? [`- and ${sentences.length - SHOWN} more`] : [];
    return ['**Waivers that end soon**', [...shown, ...more].join('\n')];
}

; 







const SUMMARY_LIMIT_BYTES = 900 * 1024;
const OMISSIONS_RESERVE_BYTES = 300;
const ISSUE_NOTES_SHOWN = 20;
function renderSummary(report, context) {
    const targets = (0,report_severity .md)(report.targets);
    const isNews = (target) => !isCalm(target) || (report.ofChange === true && target.unchanged !== true);
    const details = targets.filter((target) => !isCalm(target)).map((target) => renderDetails(target, context));
    const rowsOf = (some) => some.map((target) => renderRow(target, context));
    const aside = (0,report_words .KF)(report);
    const head = [`## ${(0,inert .Ic)((0,report_words .Pl)(report), report_words .W$)}`, ...(aside === undefined ? [] : [aside])].join('\n\n');
    const tail = [...renderEndingWaivers(report), ...renderIssueNotes(context), renderFooter(report, context)].join('\n\n');
    const fixed = (0,inert .dp)(head + TABLE_HEAD + tail) + OMISSIONS_RESERVE_BYTES;
    const budget = createBudget((context.maxBytes ?? SUMMARY_LIMIT_BYTES) - fixed);
    const rows = budget.take(rowsOf(targets.filter(isNews)));
    const bodies = budget.take(details.map(({ body }) => body + DETAILS_END));
    const calmRows = budget.take(rowsOf(targets.filter((target) => !isNews(target))));
    const transcripts = budget.take(details.slice(0, bodies.length).map((section) => section.transcripts));
    const omissions = renderOmissions([
        [details.length - transcripts.length, 'transcript'],
        [targets.length - rows.length - calmRows.length, 'row'],
        [details.length - bodies.length, 'section'],
    ]);
    const sections = details
        .slice(0, bodies.length)
        .map(({ body }, i) => [body, transcripts[i], DETAILS_END].filter(Boolean).join('\n\n'));
    const table = [TABLE_HEAD, ...rows, ...calmRows].join('\n');
    return `${[head, table, ...omissions, ...sections, tail].join('\n\n')}\n`;
}
function isCalm(target) {
    return ['secure', 'not-offered'].includes((0,report_severity .xJ)(target));
}
function renderOmissions(omissions) {
    const parts = omissions.filter(([count]) => count > 0).map(([count, what]) => `${(0,report_words .C5)(count)} without ${what}`);
    return parts.length > 0
        ? [`Left out to keep this page readable: ${parts.join(', ')}. The JSON report has all of it.`]
        : [];
}
function renderIssueNotes({ plan, applied = [] }) {
    const remarks = applied.flatMap(({ error, note, action }) => [error, note].flatMap((remark) => (remark === undefined ? [] : [`${action.domain}: ${remark}`])));
    const notes = [...new Set([...remarks, ...(plan?.notes ?? [])])];
    if (notes.length === 0)
        return [];
    const shown = notes.slice(0, ISSUE_NOTES_SHOWN).map((note) => `- ${(0,inert .Ic)((0,report_words .em)(note), 2 * report_words .W$)}`);
    const more = notes.length > shown.length ? [`- and ${notes.length - shown.length} more`] : [];
    return [`**Issues**`, [...shown, ...more].join('\n')];
}
function renderFooter(report, { runUrl }) {
    const run = runUrl !== undefined && isSafeUrl(runUrl) ? ` in [this run](${runUrl})` : '';
    const { name, version } = report.tool;
    return `<sub>${name} ${version} checked ${(0,report_words .C5)(report.targets.length)}${run}, ${(0,report_words .n$)(report.startedAt)}, ${(0,report_words .p0)(report.durationMs)}.</sub>`;
}

 
var advice = __webpack_require__(9439);
 
var ports = __webpack_require__(3041);
 
var formats = __webpack_require__(8066);
; 


async function writeFiles(report, { output }, context, ports) {
    const paths = {};
    let isComplete = true;
    for (const name of formats .B) {
        const path = output.files[name];
        if (path === undefined)
            continue;
        const format = formats .h[name];
        const text = format.pieces?.(report) ?? format.render(report, path, context);
        const isWritten = await write(path, text, name, ports);
        const why = isWritten ? format.withhold?.(report) : undefined;
        if (why !== undefined)
            ports.log.warning(`${name}: ${why}`);
        if (isWritten && why === undefined)
            paths[name] = path;
        isComplete &&= isWritten;
    }
    return { paths, isComplete };
}
async function write(path, text, name, { writeFile, log }) {
    try {
        await writeFile(path, text);
        return true;
    }
    catch (error) {
        if (!(error instanceof ports .j))
            throw error;
        log.error(`${name} was not written: ${error.message}`);
        return false;
    }
}

 
var model_failure = __webpack_require__(8675);
 
var ipaddr = __webpack_require__(8280);
; 

const CLASS_OF_RANGE = {
    unicast: 'public',
    private: 'private',
    carrierGradeNat: 'private',
    uniqueLocal: 'private',
    deprecatedSiteLocal: 'private',
    loopback: 'loopback',
    linkLocal: 'link-local',
    multicast: 'multicast',
    broadcast: 'multicast',
    unspecified: 'unspecified',
};
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
const NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const LOCAL_NAT64 = ipaddr.IPv6.parseCIDR('64:ff9b:1::/48');
function classifyAddress(address) {
    if (ipaddr.IPv4.isValidFourPartDecimal(address))
        return classifyIpv4(ipaddr.IPv4.parse(address));
    return ipaddr.IPv6.isValid(address) ? classifyIpv6(ipaddr.IPv6.parse(address)) : 'invalid';
}
function addressFamily(host) {
    if (ipaddr.IPv4.isValidFourPartDecimal(host))
        return 4;
    return ipaddr.IPv6.isValid(host) ? 6 : undefined;
}
function classifyIpv4(address) {
    return CLASS_OF_RANGE[address.range()] ?? 'reserved';
}
function classifyIpv6(address) {
    const embedded = embeddedIpv4(address);
    if (embedded)
        return classifyIpv4(embedded);
    if (address.match(LOCAL_NAT64))
        return 'private';
    const kind = CLASS_OF_RANGE[address.range()] ?? 'reserved';
    return kind === 'public' && !address.match(GLOBAL_UNICAST) ? 'reserved' : kind;
}
function embeddedIpv4(address) {
    const bytes = address.toByteArray();
    if (address.isIPv4MappedAddress() || address.match(NAT64))
        return new ipaddr.IPv4(bytes.slice(12));
    return address.range() === '6to4' ? new ipaddr.IPv4(bytes.slice(2, 6)) : undefined;
}

; 


const HOST_NAME = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*$/i;
async function findAddresses(host, { resolver, signal }) {
    const family = addressFamily(host);
    if (family)
        return { addresses: [{ address: host, family }], failures: [], aliases: [] };
    if (!HOST_NAME.test(host)) {
        const unusable = (0,model_failure .V2)('dns.malformed', 'addresses', 'the target is not a host name');
        return { addresses: [], failures: [unusable], aliases: [] };
    }
    const [ipv4, ipv6] = await Promise.all([resolver.resolve(host, 'A', signal), resolver.resolve(host, 'AAAA', signal)]);
    const addresses = [
        ...addressesIn(ipv4).map((address) => ({ address, family: 4 })),
        ...addressesIn(ipv6).map((address) => ({ address, family: 6 })),
    ];
    const failures = [...failureIn(ipv4), ...failureIn(ipv6)];
    if (addresses.length === 0 && failures.length === 0) {
        const gone = ipv4.state === 'nxdomain' && ipv6.state === 'nxdomain';
        failures.push((0,model_failure .V2)(gone ? 'dns.nxdomain' : 'dns.nodata', 'addresses'));
    }
    return { addresses, failures, aliases: longest(aliasesIn(ipv4), aliasesIn(ipv6)) };
}
function addressesIn(answer) {
    return answer.state === 'records' ? [...new Set(answer.records)].sort() : [];
}
function failureIn(answer) {
    return answer.state === 'failed' ? [answer.failure] : [];
}
function aliasesIn(answer) {
    return answer.state === 'failed' ? [] : answer.aliases;
}
function longest(a, b) {
    return a.length >= b.length ? a : b;
}

; 



const MAX_ADDRESSES = 30;
async function openDoors(doors, settings, ports) {
    const opened = await Promise.all(doors.map(async (door) => behind(door, await findAddresses(door.host, ports), settings)));
    const endpoints = distinct(opened.flatMap((one) => one.endpoints), ({ service, transport, address, port, url = '' }) => [service, transport, address, port, url].join(' '));
    const unresolved = opened.flatMap((one) => one.unresolved);
    const notes = new Set(opened.flatMap((one) => one.notes));
    const excess = endpoints.slice(MAX_ADDRESSES);
    if (excess[0]) {
        const beyond = (0,model_failure .V2)('dns.limit', 'addresses', `${excess.length} addresses were left out`);
        unresolved.push({ ...placeOf(excess[0]), failure: beyond });
        notes.add(`only the first ${MAX_ADDRESSES} addresses are looked at; ${excess.length} more were left out`);
    }
    return { endpoints: endpoints.slice(0, MAX_ADDRESSES), unresolved, notes: [...notes] };
}
function behind(door, host, { allowPrivateAddresses, families }) {
    const followed = host.addresses.filter(({ family }) => families?.includes(family) ?? true);
    const others = host.addresses.filter((address) => !followed.includes(address)).map(({ address }) => address);
    const isRefused = ({ address }) => !allowPrivateAddresses && classifyAddress(address) !== 'public';
    const failures = [...host.failures];
    if (followed.length === 0 && others.length > 0) {
        failures.push((0,model_failure .V2)('config.address-family', 'addresses', others.join(', ')));
    }
    const refused = followed.filter(isRefused);
    if (refused.length > 0) {
        const named = refused.map(({ address }) => `${address} (${classifyAddress(address)})`);
        failures.push((0,model_failure .V2)('config.private-address', 'addresses', named.join(', ')));
    }
    return {
        endpoints: followed.filter((address) => !isRefused(address)).map((address) => ({ ...door, ...address })),
        unresolved: failures.map((reason) => ({ ...placeOf(door), failure: reason })),
        notes: [
            ...(door.source === 'srv' ? targetNotes(door.host, host) : []),
            ...(others.length === 0 ? [] : [`left out by address-families, and not judged: ${others.join(', ')}`]),
        ],
    };
}
function placeOf({ service, transport, host, port, url }) {
    return { service, transport, host, port, ...(url === undefined ? {} : { url }) };
}
function targetNotes(target, { aliases, addresses }) {
    if (aliases[0] !== undefined)
        return [`SRV target ${target} is an alias of ${aliases[0]}, which RFC 2782 forbids`];
    if (addresses[0]?.address === target)
        return [`SRV target ${target} is an address, where RFC 2782 wants a name`];
    return [];
}
function distinct(items, keyOf) {
    const byKey = new Map();
    for (const item of items)
        if (!byKey.has(keyOf(item)))
            byKey.set(keyOf(item), item);
    return [...byKey.values()];
}

; 
function orderSrvRecords(records, random) {
    const priorities = [...new Set(records.map((record) => record.priority))].sort((a, b) => a - b);
    return priorities.flatMap((priority) => shuffleByWeight(records.filter((record) => record.priority === priority), random));
}
function shuffleByWeight(records, random) {
    const left = [...records].sort((a, b) => Math.min(a.weight, 1) - Math.min(b.weight, 1));
    const ordered = [];
    while (left.length > 0) {
        const sum = left.reduce((total, record) => total + record.weight, 0);
        const drawn = Math.floor(fraction(random) * (sum + 1));
        let reached = 0;
        const index = left.findIndex((record) => (reached += record.weight) >= drawn);
        ordered.push(...left.splice(index, 1));
    }
    return ordered;
}
const DIGITS = 8;
function fraction(random) {
    return Number.parseInt(random.token(DIGITS), 36) / 36 ** DIGITS;
}
function declaresAbsence(record) {
    return record.target === '.' || record.target === '';
}

; 

const SRV_TRANSPORTS = ['starttls', 'direct-tls'];
const SRV_LABELS = {
    c2s: { starttls: '_xmpp-client._tcp', 'direct-tls': '_xmpps-client._tcp' },
    s2s: { starttls: '_xmpp-server._tcp', 'direct-tls': '_xmpps-server._tcp' },
};
async function lookUpSrv(domain, service, transport, { resolver, signal }) {
    const name = `${SRV_LABELS[service][transport]}.${domain}`;
    const answer = await resolver.resolve(name, 'SRV', signal);
    if (answer.state === 'failed')
        return { transport, name, state: 'failed', failure: answer.failure };
    if (answer.state !== 'records')
        return { transport, name, state: 'none' };
    const records = answer.records.filter((record) => !declaresAbsence(record));
    if (records.length === 0)
        return { transport, name, state: 'declared-absent' };
    const mixed = records.length < answer.records.length;
    const notes = mixed ? [`${name} says both that the service is absent (".") and where it is; "." is ignored`] : [];
    return { transport, name, state: 'offered', records, notes };
}

; 




const MAX_SRV_RECORDS = 30;
const FALLBACK_PORTS = { c2s: 5222, s2s: 5269 };
async function discoverService(target, service, settings, ports) {
    const configured = target.endpoints.filter((endpoint) => endpoint.service === service);
    if (configured.length > 0) {
        const doors = configured.map((endpoint) => configuredDoor(endpoint, target.domain));
        return { state: 'found', service, ...(await openDoors(doors, settings, ports)) };
    }
    const offers = await Promise.all(SRV_TRANSPORTS.map((transport) => lookUpSrv(target.domain, service, transport, ports)));
    const { doors, lost, notes } = chooseDoors(offers, service, target.domain, ports.random);
    if (doors.length === 0) {
        if (lost[0])
            return { state: 'failed', service, failure: lost[0].failure, notes };
        const behindAbsence = await findBehindAbsence(target.domain, service, settings, ports);
        return { state: 'declared-absent', service, notes, behindAbsence };
    }
    const isAbsent = offers.some(({ transport, state }) => transport === 'starttls' && state === 'declared-absent');
    const [behind, behindAbsence] = await Promise.all([
        openDoors(doors, settings, ports),
        isAbsent ? findBehindAbsence(target.domain, service, settings, ports) : [],
    ]);
    return {
        state: 'found',
        service,
        endpoints: behind.endpoints,
        unresolved: [...lost, ...behind.unresolved.filter((host) => !isDeadEnd(host, doors))],
        notes: [...notes, ...behind.notes],
        ...(behindAbsence.length > 0 ? { behindAbsence } : {}),
    };
}
async function findBehindAbsence(domain, service, settings, ports) {
    const port = FALLBACK_PORTS[service];
    const door = { service, transport: 'starttls', host: domain, port, source: 'declared-absent' };
    return (await openDoors([door], settings, ports)).endpoints;
}
function configuredDoor({ path, ...endpoint }, domain) {
    const { transport, port } = endpoint;
    if (transport !== 'bosh' && transport !== 'websocket')
        return { ...endpoint, source: 'configured' };
    const scheme = transport === 'bosh' ? 'http' : 'ws';
    const { href: url } = new URL(path ?? '/', `${scheme}://${domain}:${port}`);
    return { ...endpoint, source: 'configured', url, ...(path === undefined ? { anyPath: true } : {}) };
}
function chooseDoors(offers, service, domain, random) {
    const named = namedDoors(offers, service, random);
    const excess = named.slice(MAX_SRV_RECORDS);
    const doors = named.slice(0, MAX_SRV_RECORDS);
    const lost = [];
    const notes = [];
    for (const offer of offers) {
        const { transport, name: host } = offer;
        const leftOut = excess.filter((door) => door.transport === transport).length;
        if (offer.state === 'offered')
            notes.push(...offer.notes);
        if (offer.state === 'failed')
            lost.push({ service, transport, host, port: 0, failure: offer.failure });
        if (leftOut > 0) {
            const beyond = (0,model_failure .V2)('dns.limit', 'srv', `${leftOut} records were left out`);
            lost.push({ service, transport, host, port: 0, failure: beyond });
            notes.push(`${host} has too many SRV records: ${leftOut} were left out`);
        }
        if (transport === 'starttls' && offer.state === 'none') {
            const port = FALLBACK_PORTS[service];
            doors.push({ service, transport, host: domain, port, source: 'fallback' });
            const who = service === 'c2s' ? 'clients' : 'other servers';
            notes.push(`${host} has no SRV record, so ${who} use ${domain}:${port} (RFC 6120 section 3.2.2)`);
        }
    }
    return { doors, lost, notes };
}
function namedDoors(offers, service, random) {
    const records = offers.flatMap((offer) => offer.state === 'offered' ? offer.records.map((record) => ({ ...record, transport: offer.transport })) : []);
    const doors = orderSrvRecords(records, random).map(({ transport, target, port }) => ({
        service,
        transport,
        host: target,
        port,
        source: 'srv',
    }));
    return distinct(doors, ({ transport, host, port }) => `${transport} ${host} ${port}`);
}
function isDeadEnd({ transport, failure: { code } }, doors) {
    const isFallback = doors.length > 1 && doors.some((door) => door.source === 'fallback') && transport === 'starttls';
    return isFallback && (code === 'dns.nxdomain' || code === 'dns.nodata');
}

 
var verdict = __webpack_require__(1732);
; 
function absenceOfComponent({ domain, componentOf }, discovery, endpoints) {
    if (componentOf === undefined || discovery.state !== 'found')
        return undefined;
    const { endpoints: found, unresolved } = discovery;
    if (found.length === 0 && unresolved.length > 0 && unresolved.every(({ failure }) => isAbsentFromDns(failure))) {
        return `${domain} has no address in the DNS, so that other servers cannot reach it`;
    }
    const isUnknown = endpoints.length > 0 && endpoints.every(({ obstacle }) => obstacle?.code === 'stream.host-unknown');
    if (isUnknown && unresolved.length === 0 && endpoints.length === found.length) {
        return `${domain} is not served to other servers there`;
    }
    return undefined;
}
function isAbsentFromDns({ code }) {
    return code === 'dns.nxdomain' || code === 'dns.nodata';
}

; 
const NAMED_AT_MOST = 3;
function groupReasons(reasons) {
    const distinct = [...new Set(reasons.map(({ why }) => why))].sort();
    return distinct.map((why) => `${why}: ${placesOf(reasons.filter((reason) => reason.why === why))}`);
}
function placesOf(group) {
    const places = [...new Set(group.map(({ where }) => where))].sort();
    if (group.some(({ counted }) => counted))
        return places.length === 1 ? '1 address' : `${places.length} addresses`;
    const rest = places.length - NAMED_AT_MOST;
    const named = places.slice(0, NAMED_AT_MOST).join(', ');
    return rest > 0 ? `${named} and ${rest} more` : named;
}

; 





function judgeService(discovery, looked, target) {
    const endpoints = looked.filter(({ verdict }) => verdict !== 'not-offered');
    if (discovery === undefined)
        return { verdict: inconclusive(['the service was not looked at']), notes: [] };
    const open = endpoints.filter(({ verdict }) => verdict === 'plaintext');
    if (open.length > 0)
        return { verdict: { verdict: 'plaintext', proof: weakestProof(open), because: [] }, notes: [] };
    const absence = absenceOfComponent(target, discovery, endpoints);
    if (absence !== undefined)
        return { verdict: { verdict: 'not-offered', proof: 'none', because: [absence] }, notes: [] };
    switch (discovery.state) {
        case 'declared-absent':
            return { verdict: { verdict: 'not-offered', proof: 'none', because: [] }, notes: [] };
        case 'failed':
            return { verdict: inconclusive([(0,model_failure .dp)(discovery.failure)]), notes: [] };
        case 'found':
            return judgeFound(discovery, endpoints);
    }
}
function judgeFound({ endpoints: found, unresolved }, endpoints) {
    const fallbacks = endpoints.some(isRecordedAndSecure) ? endpoints.filter(isRefusedFallback) : [];
    const shut = [...fallbacks, ...endpoints.filter(isRefusedExtra)];
    const unentered = endpoints.filter((one) => !shut.includes(one) && isUnenteredBehindTls(one));
    const replaced = endpoints.filter((one) => isReplaced(one, endpoints));
    const left = [...shut, ...unentered, ...replaced, ...endpoints.filter(isDeclaredAbsent)];
    const counting = endpoints.filter((one) => !left.includes(one));
    const reasons = [
        ...counting.filter(({ verdict }) => verdict !== 'secure').flatMap(reasonsOf),
        ...found.filter((one) => !endpoints.some(({ endpoint }) => isSame(endpoint, one))).map(notLookedAt),
        ...unresolved.map(({ failure, host }) => ({ why: (0,model_failure .dp)(failure), where: host })),
    ];
    const notes = [
        ...shut.map(({ endpoint }) => `${(0,model_endpoint .z)(endpoint)} refuses connections, so there is no way in without TLS: left out`),
        ...replaced.map(({ endpoint }) => `${(0,model_endpoint .z)(endpoint)} sends us to another host, which was looked at instead`),
        ...counting.flatMap(({ endpoint, remarks = [] }) => remarks.map((remark) => `${(0,model_endpoint .z)(endpoint)}: ${remark}`)),
        ...unentered.map(({ endpoint, because }) => `${(0,model_endpoint .z)(endpoint)} is left out: ${because.join('; ')}`),
    ];
    if (reasons.length > 0)
        return { verdict: inconclusive(groupReasons(reasons)), notes };
    if (counting.length === 0)
        return { verdict: inconclusive(['no endpoint was found']), notes };
    return { verdict: { verdict: 'secure', proof: weakestProof(counting), because: [] }, notes };
}
function inconclusive(because) {
    return { verdict: 'inconclusive', proof: 'none', because };
}
function weakestProof(endpoints) {
    return verdict .iR.find((proof) => endpoints.some((one) => one.proof === proof)) ?? 'none';
}
function isRecordedAndSecure({ endpoint, verdict }) {
    return verdict === 'secure' && endpoint.transport === 'direct-tls' && endpoint.source === 'srv';
}
function isRefusedFallback({ endpoint, obstacle }) {
    return endpoint.source === 'fallback' && obstacle?.code === 'tcp.refused';
}
function isRefusedExtra({ endpoint, verdict, obstacle }) {
    const extra = endpoint.url !== undefined || endpoint.source === 'host-meta';
    return extra && verdict === 'inconclusive' && obstacle?.code === 'tcp.refused';
}
function isUnenteredBehindTls({ endpoint, verdict, obstacle }) {
    const behindTls = endpoint.url !== undefined && (0,model_endpoint .p)(endpoint);
    return behindTls && verdict === 'inconclusive' && obstacle !== undefined && obstacle.code !== 'confirm.differs';
}
function isReplaced({ endpoint: here, redirectedTo = [], obstacle }, endpoints) {
    const leadsAway = redirectedTo.some((one) => !isSamePlace(one, here));
    return (obstacle?.code === 'stream.redirected' &&
        leadsAway &&
        redirectedTo.every((one) => endpoints.some(({ endpoint }) => isSamePlace(endpoint, one))));
}
function isDeclaredAbsent({ endpoint }) {
    return endpoint.source === 'declared-absent';
}
function reasonsOf({ endpoint, because, obstacle }) {
    const where = (0,model_endpoint .z)(endpoint);
    if (obstacle?.code === 'net.no-ipv6-route')
        return because.map((why) => ({ why, where, counted: true }));
    return because.map((why) => ({ why, where }));
}
function notLookedAt(endpoint) {
    return { why: 'not looked at', where: (0,model_endpoint .z)(endpoint) };
}
function isSame(a, b) {
    return a.host === b.host && isSamePlace(a, b);
}
function isSamePlace(a, b) {
    return a.transport === b.transport && a.port === b.port && a.address === b.address;
}

; 

const OFFER_CHECKS = {
    c2s: 'c2s-offers-starttls',
    s2s: 's2s-offers-starttls',
};
function remarkOnUnevenOffer(service, endpoints) {
    const namesWith = (wanted) => endpoints
        .filter(({ outcomes }) => outcomes.some(({ check, outcome }) => check === OFFER_CHECKS[service] && outcome.outcome === wanted))
        .map(({ endpoint }) => (0,model_endpoint .z)(endpoint));
    const [offering, lacking] = [namesWith('pass'), namesWith('fail')];
    if (offering.length === 0 || lacking.length === 0)
        return [];
    return [
        `STARTTLS is offered at ${offering.join(', ')} and not at ${lacking.join(', ')}: they are configured differently, or the offer is stripped on the way`,
    ];
}

; 
function applyWaivers(findings, waivers, now) {
    const today = now.slice(0, 10);
    const inForce = waivers.filter(({ until }) => today < until.slice(0, 10));
    return findings.map((finding) => {
        const waiver = inForce.find(({ checks }) => checks === 'all' || checks.includes(finding.check));
        if (waiver === undefined)
            return finding;
        return { ...finding, waived: { until: waiver.until, reason: waiver.reason } };
    });
}

; 



function judgeDomain({ target, discoveries, endpoints, waivers, now }) {
    const sorted = [...endpoints].sort((a, b) => compare(sortKey(a.endpoint), sortKey(b.endpoint)));
    const judged = target.services.map((service) => ({
        service,
        ...judgeService(discoveries.find((discovery) => discovery.service === service), sorted.filter(({ endpoint }) => endpoint.service === service), target),
    }));
    const services = {};
    for (const { service, verdict } of judged)
        services[service] = verdict;
    const verdict = fold(judged.map((one) => one.verdict.verdict));
    const findings = applyWaivers(sorted.flatMap((one) => one.findings), waivers, now);
    const notes = judged.flatMap(({ service, notes: own }) => [
        ...own,
        ...remarkOnUnevenOffer(service, sorted.filter(({ endpoint }) => endpoint.service === service)),
    ]);
    return {
        verdict,
        services,
        endpoints: sorted,
        findings,
        waived: verdict === 'plaintext' && areWaived(findings),
        notes,
    };
}
function fold(services) {
    if (services.includes('plaintext'))
        return 'plaintext';
    const offered = services.filter((verdict) => verdict !== 'not-offered');
    if (services.length > 0 && offered.length === 0)
        return 'not-offered';
    return offered.length > 0 && offered.every((verdict) => verdict === 'secure') ? 'secure' : 'inconclusive';
}
function areWaived(findings) {
    const accusing = findings.filter(({ group, level }) => group === 'plaintext' && level === 'fail');
    return accusing.every(({ waived }) => waived !== undefined);
}
function sortKey({ service, transport, host, port, address, url = '' }) {
    return [service, transport, host, String(port).padStart(5, '0'), address, url].join(' ');
}
function compare(a, b) {
    return a < b ? -1 : a > b ? 1 : 0;
}

; 

function nextSteps({ services, endpoints }, discoveries) {
    const codes = discoveries
        .filter(({ service }) => services[service]?.verdict === 'inconclusive')
        .flatMap((discovery) => [
        ...inTheDns(discovery),
        ...endpoints.filter(({ endpoint }) => endpoint.service === discovery.service).flatMap(obstacleOf),
    ]);
    return [...new Set(codes.flatMap((code) => model_failure .G6[code] ?? []))];
}
function isUnknownName(domain, discoveries) {
    return (discoveries.length > 0 &&
        discoveries.every((discovery) => discovery.state === 'found' &&
            discovery.endpoints.length === 0 &&
            discovery.unresolved.length > 0 &&
            discovery.unresolved.every(({ host, failure }) => host === domain && failure.code === 'dns.nxdomain')));
}
function inTheDns(discovery) {
    if (discovery.state === 'failed')
        return [discovery.failure.code];
    return discovery.state === 'found' ? discovery.unresolved.map(({ failure }) => failure.code) : [];
}
function obstacleOf({ endpoint: { source }, verdict, obstacle }) {
    const isExtra = source === 'host-meta' || source === 'default-port' || source === 'declared-absent';
    return verdict === 'inconclusive' && obstacle !== undefined && !isExtra ? [obstacle.code] : [];
}

; 
function makeProfile(run, target) {
    return { ...run, ...target };
}
function levelOf(check, profile) {
    return profile[check.id] ?? check.level;
}

 
var ltx = __webpack_require__(3599);
; 
const STREAM_NAMESPACE = 'http://etherx.jabber.org/streams';

; 
const FIRST_BYTES = 4096;
function createByteBuffer(capacity) {
    let bytes = new Uint8Array(Math.min(FIRST_BYTES, capacity));
    let filled = 0;
    let consumed = 0;
    return {
        push(arrived) {
            const fitting = arrived.subarray(0, capacity - filled);
            while (bytes.length < filled + fitting.length) {
                const larger = new Uint8Array(2 * bytes.length);
                larger.set(bytes);
                bytes = larger;
            }
            bytes.set(fitting, filled);
            filled += fitting.length;
        },
        filled: () => filled,
        consumed: () => consumed,
        view: (end) => bytes.subarray(consumed, end < filled ? end : filled),
        consume(length) {
            consumed += length;
        },
    };
}

; 
const TLS_ALERT = 0x15;
const TLS_HANDSHAKE = 0x16;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];
const WHITE_SPACE = [0x20, 0x09, 0x0a, 0x0d];
const LESS_THAN = 0x3c;
function skipToMarkup(bytes, atStart) {
    const mark = atStart ? skipMark(bytes) : 0;
    if (typeof mark !== 'number')
        return mark;
    for (let at = mark; at < bytes.length; at += 1) {
        const byte = bytes[at] ?? 0;
        if (byte === LESS_THAN)
            return at;
        if (!WHITE_SPACE.includes(byte))
            return { code: 'stream.not-xmpp' };
    }
    return bytes.length;
}
function skipMark(bytes) {
    const [first] = bytes;
    if (first === TLS_ALERT || first === TLS_HANDSHAKE)
        return { code: 'stream.speaks-tls' };
    if (first !== BYTE_ORDER_MARK[0])
        return 0;
    if (bytes.length < BYTE_ORDER_MARK.length)
        return undefined;
    const isMark = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte);
    return isMark ? BYTE_ORDER_MARK.length : { code: 'stream.not-xmpp' };
}

; 
const DEFAULT_LIMITS = {
    streamBytes: 64 * 1024,
    elementBytes: 32 * 1024,
    depth: 16,
    attributes: 64,
    children: 512,
};

; 
const markup_scanner_LESS_THAN = 0x3c;
const GREATER_THAN = 0x3e;
const APOSTROPHE = 0x27;
const QUOTE = 0x22;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const HYPHEN = 0x2d;
const DELIMITERS = {
    text: { opening: bytesOf(''), closing: bytesOf('<') },
    cdata: { opening: bytesOf('<![CDATA['), closing: bytesOf(']]>') },
    declaration: { opening: bytesOf('<?'), closing: bytesOf('?>') },
};
function createMarkupScanner() {
    let kind;
    let at = 0;
    let quote = 0;
    function findEnd(bytes, kind) {
        if (kind === 'tag')
            return findTagEnd(bytes);
        const { opening, closing } = DELIMITERS[kind];
        const end = endOf(closing, bytes, Math.max(at, opening.length));
        at = Math.max(0, bytes.length - closing.length + 1);
        return kind === 'text' && end !== undefined ? end - closing.length : end;
    }
    function findTagEnd(bytes) {
        for (at = Math.max(at, 1); at < bytes.length; at += 1) {
            const byte = bytes[at];
            if (byte === markup_scanner_LESS_THAN)
                return { code: 'xml.not-well-formed', detail: '"<" inside a tag' };
            if (quote !== 0) {
                if (byte === quote)
                    quote = 0;
            }
            else if (byte === QUOTE || byte === APOSTROPHE) {
                quote = byte;
            }
            else if (byte === GREATER_THAN)
                return at + 1;
        }
        return undefined;
    }
    return {
        scan(bytes) {
            if (kind === undefined) {
                const seen = recognise(bytes);
                if (typeof seen !== 'string')
                    return seen;
                kind = seen;
            }
            const end = findEnd(bytes, kind);
            if (typeof end !== 'number')
                return end;
            const piece = { kind, length: end };
            [kind, at, quote] = [undefined, 0, 0];
            return piece;
        },
    };
}
function recognise(bytes) {
    const [first, second, third] = bytes;
    if (first === undefined)
        return undefined;
    if (first !== markup_scanner_LESS_THAN)
        return 'text';
    if (second === undefined)
        return undefined;
    if (second === QUESTION)
        return 'declaration';
    if (second !== EXCLAMATION)
        return 'tag';
    if (third === undefined)
        return undefined;
    if (third === HYPHEN)
        return { code: 'xml.forbidden', detail: 'a comment' };
    const { opening } = DELIMITERS.cdata;
    if (third !== opening[2])
        return { code: 'xml.forbidden', detail: 'a document type declaration' };
    const seen = bytes.subarray(0, opening.length);
    if (!seen.every((byte, index) => byte === opening[index])) {
        return { code: 'xml.not-well-formed', detail: 'a marked section that is not CDATA' };
    }
    return seen.length === opening.length ? 'cdata' : undefined;
}
function endOf(sequence, bytes, from) {
    const length = sequence.length;
    const last = sequence[length - 1] ?? 0;
    for (let at = bytes.indexOf(last, from + length - 1); at !== -1; at = bytes.indexOf(last, at + 1)) {
        if (sequence.every((byte, index) => bytes[at - length + 1 + index] === byte))
            return at + 1;
    }
    return undefined;
}
function bytesOf(ascii) {
    return new TextEncoder().encode(ascii);
}

 
var parsers_ltx = __webpack_require__(3547);
; 

function child(element, namespace, name) {
    return element.children.find((c) => c.namespace === namespace && (name === undefined || c.name === name));
}
function textOf(element) {
    return cut(element?.text.trim() ?? '') || undefined;
}
function attribute(element, name) {
    return Object.hasOwn(element.attributes, name) ? cut(element.attributes[name] ?? '') || undefined : undefined;
}
function cut(text) {
    const kept = text.slice(0, model_failure .uI);
    return kept.length < text.length && /[\uD800-\uDBFF]$/.test(kept) ? kept.slice(0, -1) : kept;
}

; 
const ROOT_SCOPE = new Map([
    ['', ''],
    ['xml', 'http://www.w3.org/XML/1998/namespace'],
]);
function declareNamespaces(scope, attributes) {
    const declarations = attributes.filter(([name]) => isDeclaration(name));
    if (declarations.length === 0)
        return scope;
    const inner = new Map(scope);
    for (const [name, namespace] of declarations) {
        const prefix = name.slice('xmlns:'.length);
        if (prefix === 'xmlns' || (prefix !== '' && namespace === ''))
            return undefined;
        inner.set(prefix, namespace);
    }
    return inner;
}
function isDeclaration(attributeName) {
    return attributeName === 'xmlns' || attributeName.startsWith('xmlns:');
}
function resolveName(scope, written) {
    const colon = written.indexOf(':');
    return { namespace: scope.get(written.slice(0, Math.max(colon, 0))), name: written.slice(colon + 1) };
}

; 
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const FORBIDDEN_CHARACTER = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;
const NAME_START = 'A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}' +
    '\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
const NC_NAME = `[${NAME_START}][-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}${NAME_START}]*`;
const NAME = `${NC_NAME}(?::${NC_NAME})?`;
const SPACE = '[ \\t\\n]';
const ATTRIBUTE = `${SPACE}+(${NAME})${SPACE}*=${SPACE}*(?:"[^<"]*"|'[^<']*')`;
const ATTRIBUTES = new RegExp(ATTRIBUTE, 'gu');
const START_TAG = new RegExp(`^<${NAME}(?:${ATTRIBUTE})*${SPACE}*/?>$`, 'u');
const END_TAG = new RegExp(`^</${NAME}${SPACE}*>$`, 'u');
const DECLARATION = /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:'1\.[0-9]+'|"1\.[0-9]+")(?:[ \t\n][^<]*)?\?>$/;
const REFERENCE = /&([^&;]*)(;?)/g;
const PREDEFINED = ['amp', 'lt', 'gt', 'quot', 'apos'];
function decodePiece(bytes) {
    let text;
    try {
        text = UTF8.decode(bytes);
    }
    catch {
        return broken('bytes that are not UTF-8');
    }
    if (FORBIDDEN_CHARACTER.test(text))
        return broken('a control character');
    return text.replace(/\r\n?/g, '\n');
}
function findTextProblem(text) {
    return text.includes(']]>') ? broken('"]]>" in character data') : findReferenceProblem(text);
}
function findTagProblem(tag) {
    if (tag.startsWith('</'))
        return END_TAG.test(tag) ? undefined : broken('an end tag that cannot be read');
    if (!START_TAG.test(tag))
        return broken('a tag that cannot be read');
    if (tag.indexOf('=') !== tag.lastIndexOf('=')) {
        const names = Array.from(tag.matchAll(ATTRIBUTES), ([, name]) => name);
        if (new Set(names).size < names.length)
            return broken('an attribute given twice');
    }
    return findReferenceProblem(tag);
}
function findDeclarationProblem(declaration) {
    if (!/^<\?xml[ \t\n?]/.test(declaration))
        return { code: 'xml.forbidden', detail: 'a processing instruction' };
    return DECLARATION.test(declaration) ? undefined : broken('an XML declaration that cannot be read');
}
function findReferenceProblem(text) {
    for (const [, name = '', end] of text.matchAll(REFERENCE)) {
        if (end === '' || !(PREDEFINED.includes(name) || isCharacterReference(name))) {
            return broken('a reference to an unknown entity');
        }
    }
    return undefined;
}
function isCharacterReference(name) {
    const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
    if (digits === null)
        return false;
    const codePoint = digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16);
    return codePoint <= 0x10ffff && !FORBIDDEN_CHARACTER.test(String.fromCodePoint(codePoint));
}
function broken(detail) {
    return { code: 'xml.not-well-formed', detail };
}

; 





function createElementBuilder(limits, emit) {
    const sax = new parsers_ltx .A();
    const path = [];
    let problem;
    sax.on('text', (text) => {
        const inner = path.at(-1);
        if (inner !== undefined && path.length > 1)
            inner.text += text;
    });
    sax.on('startElement', (written, attributes) => {
        problem ??= open(written, attributes);
    });
    sax.on('endElement', (written) => {
        problem ??= close(written);
    });
    function open(written, attributes) {
        const element = readTag(written, Object.entries(attributes), path.at(-1)?.scope ?? ROOT_SCOPE, limits);
        if ('code' in element)
            return element;
        const isHeader = element.namespace === STREAM_NAMESPACE && element.name === 'stream';
        if (path.length === 0 && !isHeader) {
            if (element.namespace !== STREAM_NAMESPACE || element.name !== 'error')
                return notXmpp(written);
            path.push(newElement('stream:stream', 'stream', STREAM_NAMESPACE, ROOT_SCOPE));
        }
        if (isHeader && path.length <= 1) {
            path.splice(0, path.length, element);
            emit({ kind: 'header', tag: seal(element), contentNamespace: element.scope.get('') ?? '' });
            return undefined;
        }
        if (path.length > limits.depth)
            return tooMuch(`more than ${limits.depth} levels of elements`);
        path.push(element);
        return undefined;
    }
    function close(written) {
        const element = path.pop();
        if (element?.written !== written)
            return broken('an end tag without its start tag');
        const parent = path.at(-1);
        if (parent === undefined)
            emit({ kind: 'end' });
        else if (path.length === 1)
            emit({ kind: 'element', element: seal(element) });
        else if (parent.children.length === limits.children)
            return tooMuch(`more than ${limits.children} children of one element`);
        else
            parent.children.push(seal(element));
        return undefined;
    }
    return {
        feed(xml) {
            sax.write(xml);
            return problem;
        },
        depth: () => path.length,
    };
}
function readTag(written, attributes, outer, limits) {
    if (attributes.length > limits.attributes)
        return tooMuch(`more than ${limits.attributes} attributes on one tag`);
    const scope = declareNamespaces(outer, attributes);
    if (scope === undefined)
        return broken('an illegal namespace declaration');
    const proper = attributes.filter(([name]) => !isDeclaration(name));
    const prefixed = proper.filter(([name]) => name.includes(':')).map(([name]) => resolveName(scope, name));
    if (prefixed.some(({ namespace }) => namespace === undefined))
        return broken('an attribute with an undeclared prefix');
    if (new Set(prefixed.map(({ namespace, name }) => `${name} ${namespace}`)).size < prefixed.length)
        return broken('an attribute given twice');
    const { namespace, name } = resolveName(scope, written);
    if (namespace !== undefined)
        return newElement(written, name, namespace, scope, Object.fromEntries(proper));
    if (written === 'stream:error')
        return newElement(written, name, STREAM_NAMESPACE, scope);
    return broken('an element with an undeclared prefix');
}
function newElement(written, name, namespace, scope, attributes = {}) {
    return { written, name, namespace, attributes, scope, children: [], text: '' };
}
function seal({ name, namespace, attributes, children, text }) {
    return { name, namespace, attributes, children, text };
}
function notXmpp(written) {
    return { code: 'stream.not-xmpp', detail: `the first element is <${cut(written)}>` };
}
function tooMuch(detail) {
    return { code: 'stream.limit', detail };
}

; 



function createPieceReader(limits, emit) {
    let pieces = 0;
    let xmlDeclaration = false;
    const builder = createElementBuilder(limits, (built) => emit(built.kind === 'header' ? { ...built, xmlDeclaration } : built));
    function readDeclaration(declaration) {
        xmlDeclaration = true;
        return pieces === 1
            ? findDeclarationProblem(declaration)
            : { code: 'xml.forbidden', detail: 'a processing instruction' };
    }
    function readText(text) {
        if (builder.depth() === 0 && /[^ \t\n]/.test(text))
            return broken('text before the stream header');
        return findTextProblem(text) ?? (builder.depth() > 1 ? builder.feed(text) : undefined);
    }
    function readCdata(section) {
        if (builder.depth() === 0)
            return broken('CDATA before the stream header');
        return readText((0,ltx .Ky)(section.slice('<![CDATA['.length, -']]>'.length)));
    }
    return {
        read(kind, bytes) {
            pieces += 1;
            const piece = decodePiece(bytes);
            if (typeof piece !== 'string')
                return piece;
            if (kind === 'tag')
                return findTagProblem(piece) ?? builder.feed(piece.replace(/[\t\n]/g, ' '));
            if (kind === 'declaration')
                return readDeclaration(piece);
            return kind === 'cdata' ? readCdata(piece) : readText(piece);
        },
        started: () => pieces > 0,
        depth: builder.depth,
    };
}

; 






function createStreamTokenizer(limits = {}) {
    const { streamBytes, elementBytes, ...bounds } = { ...DEFAULT_LIMITS, ...limits };
    const buffer = createByteBuffer(streamBytes + 1);
    const tokens = [];
    const scanner = createMarkupScanner();
    const reader = createPieceReader(bounds, (token) => tokens.push(token));
    let elementStart = 0;
    let over = false;
    function advance() {
        if (!reader.started()) {
            const skipped = skipToMarkup(buffer.view(streamBytes), buffer.consumed() === 0);
            if (skipped === undefined)
                return waitBelow(streamBytes);
            if (typeof skipped !== 'number')
                return skipped;
            buffer.consume(skipped);
        }
        if (reader.depth() <= 1)
            elementStart = buffer.consumed();
        const end = Math.min(streamBytes, elementStart + elementBytes);
        const bytes = buffer.view(end);
        const scan = scanner.scan(bytes);
        if (scan === undefined)
            return waitBelow(end);
        if ('code' in scan)
            return scan;
        buffer.consume(scan.length);
        return reader.read(scan.kind, bytes.subarray(0, scan.length)) ?? true;
    }
    function waitBelow(end) {
        const limit = end === streamBytes ? `${streamBytes} bytes in one stream` : `${elementBytes} bytes in one element`;
        return buffer.filled() > end && { code: 'stream.limit', detail: `more than ${limit}` };
    }
    return {
        push: buffer.push,
        next() {
            while (tokens.length === 0 && !over) {
                const advanced = advance();
                if (advanced === false)
                    return undefined;
                if (advanced !== true) {
                    tokens.push({ kind: 'failed', failure: (0,model_failure .V2)(advanced.code, 'header', advanced.detail) });
                }
            }
            const token = tokens.shift();
            over ||= token?.kind === 'end' || token?.kind === 'failed';
            return token;
        },
        takeRest() {
            const rest = buffer.view(streamBytes + 1).slice();
            buffer.consume(rest.length);
            return rest;
        },
    };
}

; 



const FRAME = `<stream:stream xmlns='' xmlns:stream='${STREAM_NAMESPACE}' xmlns:xmpp='urn:xmpp:xbosh'>`;
function readDocument(text, limits = {}) {
    const tokenizer = createStreamTokenizer(limits);
    tokenizer.push(new TextEncoder().encode(FRAME + text.replace(/^\uFEFF?\s*<\?xml\s[^?]*\?>/u, '')));
    for (let token = tokenizer.next(); token !== undefined; token = tokenizer.next()) {
        if (token.kind === 'element')
            return token.element;
        if (token.kind === 'failed')
            return token.failure;
    }
    return (0,model_failure .V2)('xml.not-well-formed', 'header', 'the document ends early');
}
function isElement(read) {
    return 'children' in read;
}

; 

const NS = {
    stream: STREAM_NAMESPACE,
    streamErrors: 'urn:ietf:params:xml:ns:xmpp-streams',
    stanzaErrors: 'urn:ietf:params:xml:ns:xmpp-stanzas',
    client: 'jabber:client',
    server: 'jabber:server',
    component: 'jabber:component:accept',
    tls: 'urn:ietf:params:xml:ns:xmpp-tls',
    sasl: 'urn:ietf:params:xml:ns:xmpp-sasl',
    sasl2: 'urn:xmpp:sasl:2',
    dialback: 'jabber:server:dialback',
    dialbackFeature: 'urn:xmpp:features:dialback',
    legacyAuth: 'jabber:iq:auth',
    legacyAuthFeature: 'http://jabber.org/features/iq-auth',
    registration: 'jabber:iq:register',
    registrationFeature: 'http://jabber.org/features/iq-register',
    compressionFeature: 'http://jabber.org/features/compress',
    bind: 'urn:ietf:params:xml:ns:xmpp-bind',
    session: 'urn:ietf:params:xml:ns:xmpp-session',
    ping: 'urn:xmpp:ping',
    dataForm: 'jabber:x:data',
    bosh: 'http://jabber.org/protocol/httpbind',
    xbosh: 'urn:xmpp:xbosh',
    framing: 'urn:ietf:params:xml:ns:xmpp-framing',
    xrd: 'http://docs.oasis-open.org/ns/xri/xrd-1.0',
};

; 



function readStreamError(element) {
    if (element.namespace !== NS.stream || element.name !== 'error')
        return undefined;
    return readCondition(element, NS.streamErrors, 'undefined-condition');
}
function readCondition(error, namespace, otherwise) {
    const conditions = error.children.filter(({ name }) => name !== 'text');
    const condition = conditions.find((c) => c.namespace === namespace) ?? conditions[0];
    const text = textOf(condition) ?? textOf(error.children.find(({ name }) => name === 'text')) ?? textOf(error);
    return { condition: cut(condition?.name ?? otherwise), ...(text === undefined ? {} : { text }) };
}
const CODES = {
    'host-unknown': 'stream.host-unknown',
    'host-gone': 'stream.host-unknown',
    'see-other-host': 'stream.redirected',
};
const NO_FEATURES = /no stream features/i;
function streamErrorFailure({ condition, text }, step) {
    return (0,model_failure .V2)(codeOf(condition, text), step, text, condition);
}
function codeOf(condition, text) {
    if (condition === 'undefined-condition' && NO_FEATURES.test(text ?? ''))
        return 'stream.no-features';
    return (Object.hasOwn(CODES, condition) ? CODES[condition] : undefined) ?? 'stream.error';
}

; 






const WAIT_SECONDS = 3;
function writeSessionRequest(rid, to) {
    return (`<body xmlns='${NS.bosh}' xmlns:xmpp='${NS.xbosh}' rid='${rid}' to='${(0,ltx .Pm)(to)}' ver='1.6' ` +
        `wait='${WAIT_SECONDS}' hold='1' content='text/xml; charset=utf-8' xmpp:version='1.0' xml:lang='en'/>`);
}
function writeRequest(rid, sid, stanzas, terminate = false) {
    const type = terminate ? ` type='terminate'` : '';
    return `<body xmlns='${NS.bosh}' rid='${rid}' sid='${(0,ltx .Pm)(sid)}'${type}>${stanzas.join('')}</body>`;
}
function readBoshReply(text, step) {
    const body = readDocument(withoutRepeatedAttributes(text));
    if (!isElement(body) && BEGINS_AS_BODY.test(text)) {
        return { header: { xmlDeclaration: false }, elements: [], ending: { ...body, step } };
    }
    if (!isElement(body) || body.namespace !== NS.bosh || body.name !== 'body') {
        return (0,model_failure .V2)('stream.not-xmpp', step, 'the answer is not a <body/> of BOSH');
    }
    const [id, sid, from] = ['authid', 'sid', 'from'].map((name) => attribute(body, name));
    const [version, lang] = ['xmpp:version', 'xml:lang'].map((name) => attribute(body, name));
    const ending = attribute(body, 'type') === 'terminate' ? { ending: endingOf(body, step) } : {};
    return {
        header: {
            ...(id === undefined ? {} : { id }),
            ...(from === undefined ? {} : { from }),
            ...(version === undefined ? {} : { version }),
            ...(lang === undefined ? {} : { lang }),
            xmlDeclaration: false,
        },
        ...(sid === undefined ? {} : { sid }),
        elements: body.children,
        ...ending,
    };
}
const BEGINS_AS_BODY = /^\s*<body\s[^>]*http:\/\/jabber\.org\/protocol\/httpbind/u;
function withoutRepeatedAttributes(text) {
    const end = text.indexOf('>');
    const seen = new Set();
    const tag = text.slice(0, end).replaceAll(/\s([\w:-]+)=(?:'[^']*'|"[^"]*")/gu, (attribute, name) => {
        const isFirst = !seen.has(name);
        seen.add(name);
        return isFirst ? attribute : '';
    });
    return end === -1 ? text : tag + text.slice(end);
}
function endingOf(body, step) {
    const error = body.children.map(readStreamError).find((one) => one !== undefined);
    if (error !== undefined)
        return streamErrorFailure(error, step);
    const condition = attribute(body, 'condition');
    if (condition === undefined)
        return (0,model_failure .V2)('stream.closed', step);
    if (condition === 'improper-addressing')
        return (0,model_failure .V2)('stream.host-unknown', step, undefined, condition);
    if (condition === 'see-other-uri')
        return (0,model_failure .V2)('stream.redirected', step, undefined, condition);
    return streamErrorFailure({ condition }, step);
}

; 

const NOT_HERE = [400, 404, 405, 410, 415, 421, 426, 501];
const IN_TROUBLE = [408, 425, 429];
function statusFailure({ status, location }, url, wanted) {
    const isSuccess = status >= 200 && status < 300;
    if (status === wanted || (isSuccess && wanted === 200))
        return undefined;
    const detail = `HTTP ${status}`;
    if (status >= 300 && status < 400 && location !== undefined) {
        return (0,model_failure .V2)(hasTls(targetOf(location, url)) ? 'http.redirected' : 'http.elsewhere', 'header', `${detail} to ${location}`);
    }
    if (isSuccess || NOT_HERE.includes(status))
        return (0,model_failure .V2)('http.refused', 'header', detail);
    const isInTrouble = status >= 500 || IN_TROUBLE.includes(status);
    return (0,model_failure .V2)(isInTrouble ? 'http.error' : 'http.denied', 'header', detail);
}
function targetOf(location, url) {
    return URL.canParse(location, url.href) ? new URL(location, url) : undefined;
}
function movedWithin({ status, location }, url) {
    if (status < 300 || status >= 400 || location === undefined)
        return undefined;
    const target = targetOf(location, url);
    if (target?.host !== url.host || hasTls(target) !== hasTls(url))
        return undefined;
    const moved = new URL(`${target.pathname}${target.search}`, url);
    return moved.href === url.href ? undefined : moved;
}
function hasTls(url) {
    return /^(?:https|wss):$/u.test(url?.protocol ?? '');
}
const SPOKEN = [
    'stream.error',
    'stream.no-features',
    'stream.redirected',
    'stream.host-unknown',
    'stream.closed',
    'stream.timeout',
];
function speaksXmpp({ code }) {
    return SPOKEN.includes(code);
}

; 



const POLLS = 2;
const FIRST_RID_DIGITS = 7;
const openBosh = async ({ session, url, to, random, record }) => {
    let rid = parseInt(random.token(FIRST_RID_DIGITS), 36);
    let at = url;
    const post = async (body) => {
        record('us', `POST ${at.pathname} ${body}`);
        const answered = await session.request({ url: at, body });
        if (answered.state !== 'done')
            return answered.state === 'failed' ? answered.failure : (0,model_failure .V2)('http.closed', 'header');
        record('server', `HTTP ${answered.value.status} ${answered.value.body}`);
        return answered.value;
    };
    const read = (answer) => 'code' in answer ? answer : (statusFailure(answer, at, 200) ?? readBoshReply(answer.body, 'header'));
    const asked = writeSessionRequest(rid, to);
    let answer = await post(asked);
    const moved = 'code' in answer ? undefined : movedWithin(answer, url);
    if (moved !== undefined) {
        at = moved;
        answer = await post(asked);
    }
    const first = read(answer);
    if ('code' in first)
        return (0,model_failure .gz)(first);
    if (first.ending?.code === 'stream.host-unknown')
        return (0,model_failure .gz)(first.ending);
    const { sid = '' } = first;
    const exchange = async (stanzas, terminate) => read(await post(writeRequest(++rid, sid, stanzas, terminate)));
    return (0,model_failure .Vw)(streamOf(first, at, exchange));
};
function streamOf(first, url, exchange) {
    const waiting = [...first.elements];
    let ending = first.ending;
    let polls = 0;
    const take = (reply) => {
        if ('code' in reply)
            ending = reply;
        else {
            waiting.push(...reply.elements);
            ending = reply.ending;
        }
    };
    return {
        url,
        header: first.header,
        async send(stanzas) {
            if (ending === undefined)
                take(await exchange(stanzas));
        },
        async next(step, patienceMs) {
            const most = patienceMs === undefined ? POLLS : Math.min(POLLS, polls + 1);
            while (waiting.length === 0 && ending === undefined && polls < most) {
                polls += 1;
                take(await exchange([]));
            }
            const element = waiting.shift();
            if (element !== undefined)
                return element;
            return { ...(ending ?? (0,model_failure .V2)('stream.timeout', step)), step };
        },
        async end() {
            if (ending === undefined)
                await exchange([], true);
        },
    };
}

; 
function* send(xml) {
    yield { do: 'send', xml };
}
function* read() {
    const event = yield { do: 'read' };
    if (event === undefined)
        throw new Error('a read must be resumed with an event');
    return event;
}

; 


function readStreamFeatures(features) {
    const starttls = features.children.filter((feature) => feature.namespace === NS.tls && feature.name === 'starttls');
    const sasl2 = child(features, NS.sasl2, 'authentication');
    const offers = (namespace, name) => child(features, namespace, name) !== undefined;
    return {
        all: features.children.map(readFeature),
        starttls: starttls.some(isRequired) ? 'required' : starttls.length > 0 ? 'offered' : 'absent',
        mechanisms: readList(child(features, NS.sasl, 'mechanisms'), 'mechanism'),
        ...(sasl2 === undefined ? {} : { sasl2: readList(sasl2, 'mechanism') }),
        legacyAuth: offers(NS.legacyAuthFeature, 'auth'),
        registration: offers(NS.registrationFeature, 'register'),
        compression: readList(child(features, NS.compressionFeature, 'compression'), 'method'),
        dialback: offers(NS.dialbackFeature, 'dialback'),
    };
}
function readFeature(feature) {
    return {
        name: cut(feature.name),
        namespace: cut(feature.namespace),
        required: isRequired(feature),
        children: feature.children.map(({ name }) => cut(name)),
    };
}
function isRequired(feature) {
    return child(feature, feature.namespace, 'required') !== undefined;
}
function readList(list, item) {
    const items = list?.children.filter(({ name, namespace }) => name === item && namespace === list.namespace) ?? [];
    return items.flatMap((element) => textOf(element) ?? []);
}

; 



function writeStreamHeader({ service, to, from, versionless = false }) {
    const parties = `to='${(0,ltx .Pm)(to)}'${from === undefined || service === 'c2s' ? '' : ` from='${(0,ltx .Pm)(from)}'`}`;
    const content = service === 'c2s' ? `xmlns='${NS.client}'` : `xmlns='${NS.server}' xmlns:db='${NS.dialback}'`;
    const version = versionless ? '' : ` version='1.0'`;
    return `<?xml version='1.0'?><stream:stream ${parties}${version} xml:lang='en' ${content} xmlns:stream='${NS.stream}'>`;
}
const stream_header_ATTRIBUTES = { id: 'id', from: 'from', to: 'to', version: 'version', lang: 'xml:lang' };
function readStreamHeader(opening) {
    const present = Object.entries(stream_header_ATTRIBUTES).flatMap(([field, name]) => {
        const value = attribute(opening.tag, name);
        return value === undefined ? [] : [[field, value]];
    });
    return { ...Object.fromEntries(present), xmlDeclaration: opening.xmlDeclaration };
}

; 






const PLAINTEXT_STEPS = { header: 'header', features: 'features' };
function* openStream({ steps = PLAINTEXT_STEPS, ...parties }) {
    yield* send(writeStreamHeader(parties));
    let header;
    for (;;) {
        const event = yield* read();
        if (event.kind === 'header')
            header ??= readStreamHeader(event);
        else if (header && isFeatures(event))
            return { header: (0,model_failure .Vw)(header), features: (0,model_failure .Vw)(readStreamFeatures(event.element)) };
        const step = header === undefined ? steps.header : steps.features;
        const reason = streamEnding(event, step);
        if (reason === undefined)
            continue;
        if (header === undefined)
            return { header: (0,model_failure .gz)(reason), features: (0,model_failure .eo)(steps.header) };
        return { header: (0,model_failure .Vw)(header), features: (0,model_failure .gz)(explainSilence(reason, header)) };
    }
}
function* openVersionlessStream(parties) {
    yield* send(writeStreamHeader({ ...parties, versionless: true }));
    return yield* awaitHeader('header');
}
function* awaitHeader(step) {
    for (;;) {
        const event = yield* read();
        if (event.kind === 'header')
            return (0,model_failure .Vw)(readStreamHeader(event));
        const reason = streamEnding(event, step);
        if (reason !== undefined)
            return (0,model_failure .gz)(reason);
    }
}
function streamEnding(event, step) {
    if (event.kind === 'failed')
        return { ...event.failure, step };
    if (event.kind === 'end' || event.kind === 'closed')
        return (0,model_failure .V2)('stream.closed', step);
    const error = event.kind === 'element' ? readStreamError(event.element) : undefined;
    return error && streamErrorFailure(error, step);
}
function isFeatures(event) {
    return event.kind === 'element' && event.element.namespace === NS.stream && event.element.name === 'features';
}
function explainSilence(reason, header) {
    if (reason.code !== 'stream.timeout' || header.version !== undefined)
        return reason;
    return {
        ...reason,
        detail: 'the response stream header has no version: servers older than XMPP 1.0 send no features',
    };
}

; 


function openLayer(stream, record, clock, deadlineMs) {
    const tokenizer = createStreamTokenizer();
    const decoder = new TextDecoder();
    let unrecorded = '';
    let last;
    const tell = (event) => {
        if (unrecorded !== '')
            record('server', unrecorded);
        unrecorded = '';
        if (event.kind === 'closed')
            record('note', 'the server closed the connection');
        if (event.kind === 'failed')
            record('note', inWords(event.failure));
        if (event.kind === 'end' || event.kind === 'closed' || event.kind === 'failed')
            last = event;
        return event;
    };
    const tellFailed = (code, detail) => tell({ kind: 'failed', failure: (0,model_failure .V2)(code, 'header', detail) });
    return {
        send(xml) {
            record('us', xml);
            stream.write(xml);
        },
        async next(timeoutMs) {
            const dueMs = Math.min(clock.monotonic() + timeoutMs, deadlineMs);
            while (last === undefined) {
                const token = tokenizer.next();
                if (token !== undefined)
                    return tell(token);
                const leftMs = dueMs - clock.monotonic();
                if (leftMs <= 0)
                    return tellFailed('stream.timeout');
                const received = await stream.read(leftMs);
                if (received.kind === 'end')
                    return tell({ kind: 'closed' });
                if (received.kind === 'failed')
                    return tellFailed(received.code, received.detail);
                unrecorded += decoder.decode(received.bytes, { stream: true });
                tokenizer.push(received.bytes);
            }
            return last;
        },
        hasUnread: () => tokenizer.takeRest().length > 0,
    };
}
async function converseOver(layer, conversation, timeoutMs) {
    let turn = conversation.next();
    while (!turn.done) {
        if (turn.value.do === 'send') {
            layer.send(turn.value.xml);
            turn = conversation.next();
        }
        else {
            turn = conversation.next(await layer.next(timeoutMs));
        }
    }
    return turn.value;
}
function inWords({ code, detail }) {
    return detail === undefined ? model_failure .EM[code] : `${model_failure .EM[code]} (${detail})`;
}

; 


const ANSWERS_PER_CONNECTION = 3;
const LATE = { kind: 'failed', code: 'stream.timeout' };
function withConnection(look, use, redact = (said) => said) {
    const { endpoint, settings, ports } = look;
    const recordAll = look.transcript.open();
    const record = (from, text) => recordAll(from, from === 'note' ? text : redact(text));
    const held = [];
    let over = false;
    return new Promise((resolve, reject) => {
        const connect = async () => {
            record('note', `connecting to ${endpoint.address} port ${endpoint.port}`);
            const opened = await ports.dialer.connect(endpoint, settings.timeoutMs, ports.signal);
            if (opened.state === 'failed')
                record('note', inWords(opened.failure));
            if (opened.state !== 'done')
                return resolve(opened);
            const stream = opened.value;
            look.streams.push(stream);
            const recordUntilOver = (from, text) => void (over || record(from, text));
            try {
                resolve((0,model_failure .Vw)(await use(converseOn(stream, look, recordUntilOver, held))));
            }
            finally {
                await Promise.allSettled(held);
                over = true;
                await stream.close();
            }
        };
        ports.pace.run(endpoint, connect).catch(reject);
    });
}
function converseOn(stream, { identity, settings, ports }, record, held) {
    const deadlineMs = ports.clock.monotonic() + ANSWERS_PER_CONNECTION * settings.timeoutMs;
    let layer = openLayer(stream, record, ports.clock, deadlineMs);
    return {
        converse: (conversation, timeoutMs = settings.timeoutMs) => converseOver(layer, conversation, timeoutMs),
        note: (text) => record('note', text),
        hasUnread: () => layer.hasUnread(),
        async exchange(bytes, read) {
            stream.write(bytes);
            return readBytes(stream, settings.timeoutMs, ports.clock, read);
        },
        async startTls(alpn) {
            const offer = alpn === undefined ? {} : { alpn };
            const handshake = await stream.startTls({ identity, timeoutMs: settings.timeoutMs, ...offer });
            record('note', handshakeInWords(handshake));
            layer = openLayer(stream, record, ports.clock, deadlineMs);
            return handshake;
        },
        restartStream() {
            layer = openLayer(stream, record, ports.clock, deadlineMs);
        },
        hold: (until) => void held.push(until),
        endStream: () => layer.send('</stream:stream>'),
    };
}
async function readBytes(stream, timeoutMs, clock, read) {
    const dueMs = clock.monotonic() + timeoutMs;
    let answer = new Uint8Array();
    for (;;) {
        const leftMs = dueMs - clock.monotonic();
        const received = leftMs > 0 ? await stream.read(leftMs) : LATE;
        if (received.kind === 'end')
            return (0,model_failure .gz)((0,model_failure .V2)('tls.closed', 'handshake'));
        if (received.kind === 'failed') {
            const { code, detail } = received;
            return (0,model_failure .gz)((0,model_failure .V2)(code === 'stream.timeout' ? 'tls.timeout' : code, 'handshake', detail));
        }
        answer = Uint8Array.from([...answer, ...received.bytes]);
        const made = read(answer);
        if (made !== undefined)
            return (0,model_failure .Vw)(made);
    }
}
function handshakeInWords(handshake) {
    if (handshake.state === 'failed')
        return inWords(handshake.failure);
    if (handshake.state === 'not-reached')
        return 'no TLS handshake';
    const { version, cipher, alpn, verified } = handshake.value;
    const protocol = alpn === undefined ? '' : `, ALPN ${alpn}`;
    const certificate = verified.state === 'verified' ? 'verified' : `not verified: ${verified.why.join('; ')}`;
    return `inside ${version}, ${cipher}${protocol}; certificate ${certificate}`;
}

; 
const LINE_LIMIT = 2000;
const CONNECTION_LIMIT = 8000;
const LINE_COST = 20;
function createTranscript(clock, before = 0) {
    const connections = [];
    return {
        open() {
            let startedAt;
            const lines = [];
            const connection = before + connections.push(lines);
            let left = CONNECTION_LIMIT;
            return (from, text) => {
                if (left <= 0)
                    return;
                startedAt ??= clock.monotonic();
                left -= Math.min(text.length, LINE_LIMIT) + LINE_COST;
                const kept = left > 0 ? { from, text: transcript_cut(text) } : { from: 'note', text: 'the rest is left out' };
                lines.push({ connection, atMs: Math.round(clock.monotonic() - startedAt), ...kept });
            };
        },
        connections: () => connections.length,
        lines: () => connections.flat(),
    };
}
function transcript_cut(text) {
    return text.length > LINE_LIMIT ? `${text.slice(0, LINE_LIMIT - 1)}\u2026` : text;
}

; 

function beginLook(endpoint, subject, settings, ports, budget, before = 0) {
    const transcript = createTranscript(ports.clock, before);
    return {
        endpoint,
        identity: { domain: subject.domain, unicodeDomain: subject.unicodeDomain, service: endpoint.service },
        settings,
        ports,
        transcript,
        streams: [],
        offers: [],
        connectionsLeft: () => budget - transcript.connections(),
    };
}
function keeping(look, connections) {
    return { ...look, connectionsLeft: () => look.connectionsLeft() - connections };
}
function streamRequest({ endpoint, settings }, to) {
    const { service } = endpoint;
    return service === 's2s' ? { service, to, from: settings.s2sFrom } : { service, to };
}
function costOf(look) {
    const traffic = look.streams.map((stream) => stream.traffic());
    return {
        connections: look.transcript.connections(),
        bytesSent: traffic.reduce((sum, { sent }) => sum + sent, 0),
        bytesReceived: traffic.reduce((sum, { received }) => sum + received, 0),
    };
}
function withMore({ transcript, cost }, look) {
    const more = costOf(look);
    return {
        transcript: [...transcript, ...look.transcript.lines()],
        cost: {
            connections: cost.connections + more.connections,
            bytesSent: cost.bytesSent + more.bytesSent,
            bytesReceived: cost.bytesReceived + more.bytesReceived,
        },
    };
}

; 




function stoppedAfter(after, seen) {
    const never = (0,model_failure .eo)(after);
    return {
        connected: never,
        header: never,
        features: never,
        starttls: never,
        handshake: never,
        securedHeader: never,
        securedFeatures: never,
        ...seen,
    };
}
async function takeSteps(look, steps) {
    const taken = await withConnection(look, steps);
    return taken.state === 'done'
        ? { ...taken.value, connected: (0,model_failure .Vw)('connected') }
        : stoppedAfter('connect', { connected: taken });
}
async function goInside(connection, look, to, alpn) {
    const handshake = await connection.startTls(alpn);
    if (handshake.state !== 'done') {
        return { handshake, securedHeader: (0,model_failure .eo)('handshake'), securedFeatures: (0,model_failure .eo)('handshake') };
    }
    const steps = { header: 'secured-features', features: 'secured-features' };
    const inside = await connection.converse(openStream({ ...streamRequest(look, to), steps }));
    if (inside.features.state === 'done')
        connection.endStream();
    return { handshake, securedHeader: inside.header, securedFeatures: inside.features };
}
function failedWith(step, ...codes) {
    return step.state === 'failed' && codes.includes(step.failure.code);
}

; 





const CLOSE = `<close xmlns='${NS.framing}'/>`;
function writeOpen(to) {
    return `<open xmlns='${NS.framing}' to='${(0,ltx .Pm)(to)}' version='1.0' xml:lang='en'/>`;
}
function readFrame(text, step) {
    const element = readDocument(text);
    if (!isElement(element))
        return { ...element, step };
    if (element.namespace !== NS.framing || element.name !== 'close')
        return element;
    const redirected = attribute(element, 'see-other-uri') !== undefined;
    return (0,model_failure .V2)(redirected ? 'stream.redirected' : 'stream.closed', step);
}
function isOpen({ namespace, name }) {
    return namespace === NS.framing && name === 'open';
}

; 





const ANSWERS_PER_STREAM = 3;
const openWebSocket = async (request) => {
    const upgraded = await upgrade(request, request.url);
    if (upgraded.state !== 'done')
        return upgraded;
    const { channel, url } = upgraded.value;
    const opened = await openOn(channel, url, request);
    if (opened.state !== 'done')
        channel.close();
    return opened;
};
async function upgrade(request, url, mayFollow = true) {
    const { session, record } = request;
    record('us', `GET ${url.pathname} Upgrade: websocket, Sec-WebSocket-Protocol: xmpp`);
    const upgraded = await session.upgrade(url);
    if (upgraded.state !== 'done')
        return upgraded;
    const answer = upgraded.value;
    if (!('status' in answer))
        return (0,model_failure .Vw)({ channel: answer, url });
    record('server', `HTTP ${answer.status} ${answer.body}`);
    const moved = mayFollow ? movedWithin(answer, url) : undefined;
    if (moved !== undefined)
        return upgrade(request, moved, false);
    return (0,model_failure .gz)(statusFailure(answer, url, 101) ?? (0,model_failure .V2)('stream.not-xmpp', 'header'));
}
async function openOn(channel, url, request) {
    const { to, timeoutMs, clock, record } = request;
    const dueMs = clock.monotonic() + ANSWERS_PER_STREAM * timeoutMs;
    const send = (text) => {
        record('us', text);
        channel.send(text);
    };
    const next = async (patienceMs = timeoutMs) => {
        const message = await channel.read(Math.max(0, Math.min(patienceMs, dueMs - clock.monotonic())));
        if (message.kind === 'end')
            return (0,model_failure .V2)('stream.closed', 'header');
        if (message.kind === 'failed')
            return (0,model_failure .V2)(message.code, 'header', message.detail);
        record('server', message.text);
        return readFrame(message.text, 'header');
    };
    send(writeOpen(to));
    const opened = await next();
    if ('code' in opened)
        return (0,model_failure .gz)(opened);
    const error = readStreamError(opened);
    if (error !== undefined)
        return (0,model_failure .gz)(streamErrorFailure(error, 'header'));
    if (!isOpen(opened))
        return (0,model_failure .gz)((0,model_failure .V2)('stream.not-xmpp', 'header', 'the first frame is no <open/>'));
    return (0,model_failure .Vw)({
        url,
        header: readStreamHeader({ tag: opened, xmlDeclaration: false }),
        send: (stanzas) => Promise.resolve(stanzas.forEach(send)),
        async next(step, patienceMs) {
            const element = await next(patienceMs);
            return 'code' in element ? { ...element, step } : element;
        },
        end() {
            send(CLOSE);
            channel.close();
            return Promise.resolve();
        },
    });
}

; 





const PATHS = {
    bosh: ['/http-bind', '/bosh'],
    websocket: ['/xmpp-websocket', '/ws', '/ws-xmpp'],
};
function isWebDoor(endpoint) {
    return endpoint.transport in PATHS && endpoint.url !== undefined;
}
function addressesOf({ url, transport, anyPath }, known) {
    const named = new URL(url);
    if (anyPath !== true)
        return [named];
    return PATHS[transport].map((path) => new URL(path, named)).filter(({ href }) => !known.includes(href));
}
async function enter(door, known, session, look, record) {
    let best;
    for (const url of addressesOf(door, known)) {
        const entered = await enterBySpelling(url, session, look, record);
        if (entered.opened.state !== 'failed')
            return entered;
        const { failure } = entered.opened;
        if (best?.opened.state !== 'failed' || tells(failure) > tells(best.opened.failure))
            best = entered;
        if (!leavesOthersOpen(failure))
            break;
    }
    return best ?? { url: new URL(door.url), to: look.identity.unicodeDomain, opened: (0,model_failure .eo)('connect') };
}
async function enterBySpelling(url, session, look, record) {
    const { unicodeDomain, domain } = look.identity;
    let last = { url, to: unicodeDomain, opened: (0,model_failure .eo)('connect') };
    for (const to of new Set([unicodeDomain, domain])) {
        const opened = await openAt(url, to, session, look, record);
        last = { url: opened.state === 'done' ? opened.value.url : url, to, opened };
        if (!failedWith(opened, 'stream.host-unknown'))
            break;
    }
    return last;
}
async function openAt(url, to, session, { endpoint, settings, ports }, record) {
    const open = endpoint.transport === 'websocket' ? openWebSocket : openBosh;
    const { clock, random } = ports;
    const opened = await open({ session, url, to, timeoutMs: settings.timeoutMs, clock, random, record });
    if (opened.state === 'failed')
        record('note', `${opened.failure.code} ${opened.failure.detail ?? ''}`.trim());
    return opened;
}
const CLOSED_PATH = ['http.refused', 'http.redirected'];
const CLOSED_PORT = ['tcp.refused', 'stream.speaks-tls'];
const HARDLY_ANYTHING = [
    'stream.not-xmpp',
    'http.denied',
    'http.elsewhere',
    'xml.not-well-formed',
];
function tells(failure) {
    if ([...CLOSED_PATH, ...CLOSED_PORT].includes(failure.code))
        return 0;
    if (HARDLY_ANYTHING.includes(failure.code))
        return 1;
    if (speaksXmpp(failure))
        return 4;
    return failure.code === 'http.error' ? 3 : 2;
}
const OF_ONE_PATH = [
    ...CLOSED_PATH,
    ...HARDLY_ANYTHING,
    'http.error',
    'stream.closed',
    'stream.timeout',
    'stream.limit',
    'xml.forbidden',
];
function leavesOthersOpen({ code }) {
    return OF_ONE_PATH.includes(code);
}

 
var software = __webpack_require__(9684);
 
var lib_remediation = __webpack_require__(1513);
; 


const LIKELY = 3;
const POSSIBLE = 2;
const ALTERNATIVES = 2;
function recognise_recognise(observations, configured) {
    if (configured !== undefined)
        return { software: configured, confidence: 'configured', by: [] };
    const scores = Object.values(lib_remediation .b)
        .map((remediation) => scoreOf(remediation, observations))
        .filter(({ weight }) => weight > 0)
        .sort((a, b) => b.weight - a.weight);
    const [best, next] = scores;
    const names = scores.map(({ software }) => software);
    if (best === undefined || best.weight < POSSIBLE || best.weight === next?.weight) {
        const alternatives = names.length > 0 ? names.slice(0, ALTERNATIVES) : software .i.slice(0, ALTERNATIVES);
        return { software: 'generic', confidence: 'unknown', by: [], alternatives };
    }
    if (best.weight >= LIKELY)
        return { software: best.software, confidence: 'likely', by: best.by };
    return {
        software: best.software,
        confidence: 'possible',
        by: best.by,
        alternatives: names.slice(1, 1 + ALTERNATIVES),
    };
}
function scoreOf({ software, traits }, observations) {
    const seen = traits
        .filter((trait) => observations.some((observation) => trait.seen(observation)))
        .sort((a, b) => b.weight - a.weight);
    return { software, weight: seen.reduce((sum, { weight }) => sum + weight, 0), by: seen.map(({ name }) => name) };
}

 
var checks = __webpack_require__(3607);
 
var offer = __webpack_require__(7429);
 
var evidence_reception = __webpack_require__(8978);
 
var model_answer = __webpack_require__(1071);
 
var answers = __webpack_require__(9972);
 
var dialback = __webpack_require__(4142);
; 





const WAYS_IN = [
    'sasl-external',
    'legacy-auth',
    'registration',
    'sasl2-external',
    'sasl2-scram',
    'versionless-auth',
    'versionless-verify',
];
function unaskedInWords(observation) {
    if (observation.endpoint.url !== undefined)
        return [];
    return [...unaskedQuestions(observation), ...unofferedInWords(observation.worthlessSuites?.null)];
}
function unaskedQuestions(observation) {
    const reception = (0,evidence_reception .t)(observation);
    if (reception.state !== 'done' || reception.value.kind !== 'open')
        return [];
    const { connected, header, features, answers } = observation.plaintext;
    const stopped = [connected, header, features].find((step) => step.state === 'failed');
    if (stopped?.state === 'failed')
        return [`nothing could be asked without TLS: ${(0,model_failure .dp)(stopped.failure)}`];
    const unanswered = WAYS_IN.flatMap((question) => {
        const step = answers[question];
        return step !== undefined && (0,model_answer .jp)(question, step) ? [whyUnasked(question, step)] : [];
    });
    const isClosed = (0,dialback .rn)(observation)?.kind === 'refused';
    const uncompared = isClosed ? undefined : (0,dialback .i1)(reception.value.features, observation);
    return uncompared === undefined ? unanswered : [...unanswered, uncompared];
}
function whyUnasked(question, step) {
    const reason = step.state === 'failed' ? step.failure : unasked_endOf(step);
    const isLeftOpen = question.startsWith('versionless') && reason.code !== 'probe.connections' && reason.step !== 'connect';
    const what = isLeftOpen ? 'was left open' : 'could not be asked';
    return `${(0,answers .Fd)(question)} ${what}: ${(0,model_failure .dp)(reason)}`;
}
function unasked_endOf(step) {
    const condition = step.state === 'done' && step.value.kind === 'stream-error' ? step.value.condition : undefined;
    return (0,model_failure .V2)('stream.error', 'question', undefined, condition);
}
function unofferedInWords(step) {
    if (step?.state !== 'failed')
        return [];
    const { code, step: at } = step.failure;
    const isUnoffered = code === 'probe.connections' || at === 'connect' || at === 'header' || at === 'features';
    return isUnoffered ? [`NULL cipher suites could not be offered: ${(0,model_failure .dp)(step.failure)}`] : [];
}

; 








function judgeEndpoint(observation, profile) {
    const { confirmation, nullSuitesAgain, ...once } = observation;
    const first = judgeOnce(once, profile);
    if (first.verdict !== 'plaintext' || (confirmation === undefined && nullSuitesAgain === undefined))
        return first;
    const second = judgeOnce(seenAgain(observation), profile);
    return second.verdict === 'plaintext' ? withoutRefuted(first, second) : unconfirmed(first, second, observation);
}
function needsConfirmation(verdict, observation) {
    return observation.confirmation === undefined && accusers(verdict).some((check) => !restsOnNullSuites(check));
}
function needsNullConfirmation(verdict, observation) {
    return observation.nullSuitesAgain === undefined && accusers(verdict).some(restsOnNullSuites);
}
function accusers({ findings }) {
    return findings.filter(({ group, level }) => group === 'plaintext' && level === 'fail').map(({ check }) => check);
}
function restsOnNullSuites(id) {
    return checks .u.some((check) => check.id === id && check.needs.includes('null-suites'));
}
function judgeOnce(observation, profile) {
    const { endpoint } = observation;
    const judged = checks .u.flatMap((check) => {
        const level = levelOf(check, profile);
        const applies = check.services.includes(endpoint.service) && check.transports.includes(endpoint.transport);
        return applies && level !== 'off' ? [{ check, level, outcome: check.evaluate(observation) }] : [];
    });
    const { redirectedTo } = observation;
    return {
        endpoint,
        ...(redirectedTo === undefined ? {} : { redirectedTo }),
        ...endpoint_fold(judged, observation, switchedOff(observation, profile)),
        outcomes: judged.map(({ check, outcome }) => ({ check: check.id, outcome })),
        findings: judged.flatMap((one) => findingOf(one, observation)),
    };
}
function switchedOff(observation, profile) {
    const { service, transport } = observation.endpoint;
    return checks .u.filter((check) => {
        const applies = check.services.includes(service) && check.transports.includes(transport);
        if (check.group !== 'plaintext' || !applies || levelOf(check, profile) !== 'off')
            return false;
        const outcome = check.evaluate(observation);
        return outcome.outcome === 'fail' || (outcome.outcome === 'pass' && outcome.proof !== 'none');
    }).map(({ id }) => id);
}
function endpoint_fold(judged, observation, off) {
    if (observation.endpoint.transport === 'component')
        return { verdict: 'not-offered', proof: 'none', because: [] };
    const deciding = judged.filter(({ check }) => check.group === 'plaintext');
    const failing = deciding.filter(({ outcome, level }) => outcome.outcome === 'fail' && level === 'fail');
    if (failing.length > 0)
        return { verdict: 'plaintext', proof: strongestProof(failing), because: [] };
    const proof = strongestProof(deciding.filter(({ outcome }) => outcome.outcome === 'pass'));
    if (proof !== 'none')
        return foldPassed(proof, observation, remarksOn(deciding, observation));
    const reception = (0,evidence_reception .t)(observation);
    if (reception.state !== 'failed')
        return { verdict: 'inconclusive', proof: 'none', because: reasons(deciding, off) };
    const obstacle = reception.failure;
    return { verdict: 'inconclusive', proof: 'none', because: [(0,model_failure .dp)(obstacle)], obstacle };
}
function foldPassed(proof, observation, remarks) {
    if (wasOfferedMore(observation)) {
        return {
            verdict: 'inconclusive',
            proof: 'none',
            because: [DIFFERS],
            obstacle: (0,model_failure .V2)('confirm.differs', 'confirm'),
        };
    }
    const unasked = unaskedInWords(observation);
    if (unasked.length > 0 && proof === 'behaviour')
        return { verdict: 'inconclusive', proof: 'none', because: unasked };
    const said = [...unasked, ...remarks];
    return { verdict: 'secure', proof, because: [], ...(said.length > 0 ? { remarks: said } : {}) };
}
const LOGINS = ['legacy-auth', 'registration', 'versionless-auth'];
function remarksOn(deciding, observation) {
    const { endpoint, plaintext } = observation;
    const { header } = plaintext;
    const open = deciding.flatMap(({ check, outcome }) => outcome.outcome === 'inconclusive' && check.needs.some((need) => isTold(need, observation))
        ? [`${check.id}: ${outcome.because}`]
        : []);
    const isMissing = header.state === 'failed' && header.failure.code === 'http.refused';
    return isMissing && endpoint.source === 'configured' ? [...open, (0,model_failure .dp)(header.failure)] : open;
}
function isTold(need, { plaintext }) {
    return LOGINS.some((question) => {
        const step = plaintext.answers[question];
        return question === need && step?.state === 'done' && !(0,model_answer .jp)(question, step);
    });
}
const DIFFERS = `${model_failure .EM['confirm.differs']}: the other one was offered less TLS or more logins`;
function wasOfferedMore({ features, plaintext, otherFeatures = [] }) {
    const questioned = plaintext.features.state === 'done' ? plaintext.features : features;
    if (questioned.state !== 'done')
        return false;
    const { value } = questioned;
    const isMainWeaker = features.state === 'done' && (0,offer .c2)(features.value, value);
    return isMainWeaker || otherFeatures.some((other) => (0,offer .c2)(other, value) || (0,offer .c2)(value, other));
}
function strongestProof(judged) {
    const proofs = judged.map(({ outcome }) => ('proof' in outcome ? outcome.proof : 'none'));
    return verdict .iR.findLast((proof) => proofs.includes(proof)) ?? 'none';
}
function reasons(deciding, off) {
    if (deciding.length === 0)
        return ['every check that could decide it is set to off'];
    const lowered = deciding.flatMap(({ check, outcome, level }) => outcome.outcome === 'fail' ? [`fails ${check.id}, which the configuration lowers to ${level}`] : []);
    const chosen = [...off.map((id) => `the deciding check ${id} is set to off`), ...lowered];
    const found = [
        ...chosen,
        ...deciding.flatMap(({ outcome }) => (outcome.outcome === 'inconclusive' ? [outcome.because] : [])),
    ];
    return found.length > 0 ? [...new Set(found)] : ['nothing was seen that proves it either way'];
}
function findingOf({ check, level, outcome }, { endpoint }) {
    if (outcome.outcome !== 'fail')
        return [];
    const { id, title, group } = check;
    const { proof, message, evidence } = outcome;
    return [{ check: id, title, level, group, service: endpoint.service, endpoint, proof, message, evidence }];
}
function seenAgain(observation) {
    const { confirmation } = observation;
    const once = { ...observation, otherFeatures: [] };
    if (confirmation === undefined)
        return once;
    return { ...once, features: confirmation.features, plaintext: confirmation };
}
function withoutRefuted(first, second) {
    const passed = second.outcomes.filter(({ outcome }) => outcome.outcome === 'pass').map(({ check }) => check);
    const refuted = accusers(first).filter((check) => passed.includes(check));
    if (refuted.length === accusers(first).length)
        return first;
    return withdraw(first, refuted, model_failure .EM['confirm.differs']);
}
function unconfirmed(first, second, observation) {
    const obstacle = wasLookedAtOnce(observation)
        ? (0,model_failure .V2)('probe.connections', 'confirm')
        : (0,model_failure .V2)('confirm.differs', 'confirm');
    const why = second.verdict === 'secure' ? whatChanged(first) : second.because.join('; ');
    const because = obstacle.code === 'confirm.differs'
        ? `${model_failure .EM['confirm.differs']}: ${why}`
        : `plaintext was seen and could not be looked at again: ${(0,model_failure .dp)(obstacle)}`;
    const withdrawn = first.findings.filter(({ group }) => group === 'plaintext').map(({ check }) => check);
    return {
        ...withdraw(first, withdrawn, because),
        verdict: 'inconclusive',
        proof: 'none',
        because: [because],
        obstacle,
    };
}
function wasLookedAtOnce({ confirmation, nullSuitesAgain }) {
    return [confirmation?.connected, confirmation?.header, nullSuitesAgain].some((step) => step?.state === 'failed' && step.failure.code === 'probe.connections');
}
function whatChanged(first) {
    return accusers(first).every(restsOnNullSuites)
        ? 'the second time no NULL cipher suite was picked'
        : 'the second time TLS was required';
}
function withdraw(verdict, checks, because) {
    return {
        ...verdict,
        outcomes: verdict.outcomes.map(({ check, outcome }) => ({
            check,
            outcome: checks.includes(check) ? { outcome: 'inconclusive', because } : outcome,
        })),
        findings: verdict.findings.filter(({ check }) => !checks.includes(check)),
    };
}

 
var model_secret = __webpack_require__(1817);
; 






function* openComponentStream(component) {
    yield* send(`<?xml version='1.0'?><stream:stream to='${(0,ltx .Pm)(component)}' xmlns='${NS.component}' xmlns:stream='${NS.stream}'>`);
    for (;;) {
        const event = yield* read();
        if (event.kind === 'header') {
            return event.contentNamespace === NS.component
                ? (0,model_failure .Vw)(readStreamHeader(event))
                : (0,model_failure .gz)((0,model_failure .V2)('stream.not-xmpp', 'header', 'the port speaks XMPP, and not with components'));
        }
        const reason = streamEnding(event, 'header');
        if (reason !== undefined)
            return (0,model_failure .gz)(reason);
    }
}

; 





const PATIENCE_MS = 2000;
async function observeComponentPort(endpoint, subject, settings, ports) {
    const patient = { ...settings, timeoutMs: Math.min(PATIENCE_MS, settings.timeoutMs) };
    const look = beginLook(endpoint, subject, patient, ports, 1);
    const step = await withConnection(look, (connection) => connection.converse(openComponentStream(`probe.${subject.unicodeDomain}`)));
    const seen = step.state === 'done' ? { connected: (0,model_failure .Vw)('connected'), header: step.value } : { connected: step };
    const steps = stoppedAfter(step.state === 'done' ? 'header' : 'connect', seen);
    return { endpoint, ...steps, plaintext: NOT_ASKED, transcript: look.transcript.lines(), cost: costOf(look) };
}
const never = (0,model_failure .eo)('header');
const NOT_ASKED = {
    connected: never,
    header: never,
    features: never,
    answers: { 'sasl-external': never, 'legacy-auth': never, registration: never, 'dialback-verify': never },
    sentinel: never,
};

; 


const QUESTIONS = {
    'sasl-external': {
        services: ['c2s', 's2s'],
        sends: `<auth xmlns='${NS.sasl}' mechanism='EXTERNAL'>=</auth>`,
        harmless: 'EXTERNAL means "by my TLS certificate". Without TLS there is none, so that it cannot log anyone in.',
        proves: 'a challenge or a success',
        refuses: '<encryption-required/>; a refusal whose text names TLS; on c2s also silence, when something asked later is answered',
        provesNothing: 'a refusal of the mechanism alone (<invalid-mechanism/>, <not-authorized/>): other mechanisms may still be served',
    },
    'legacy-auth': {
        services: ['c2s'],
        sends: `<iq type='get' id='{id}' to='{to}'><query xmlns='${NS.legacyAuth}'><username>{user}</username></query></iq>`,
        harmless: 'A get only asks which fields a login would need (XEP-0078). The user name is random and no password is sent.',
        proves: 'a result that asks for a password or a digest; <not-authorized/>, which is said of the user, where this login is advertised and TLS is not required',
        refuses: 'an error whose text names TLS',
        provesNothing: 'any other error: the extension may be switched off, or the random user may be what is refused. This and the next are the iq gets before TLS; a server treats any other alike, so no more are sent',
    },
    registration: {
        services: ['c2s'],
        sends: `<iq type='get' id='{id}' to='{to}'><query xmlns='${NS.registration}'/></iq>`,
        harmless: 'A get only asks which fields a registration would need (XEP-0077). No account is created.',
        proves: 'a result with fields to fill in',
        refuses: 'an error whose text names TLS',
        provesNothing: 'any other error, or a result that only points to a web page',
    },
    'sasl2-external': {
        services: ['c2s'],
        sends: `<authenticate xmlns='${NS.sasl2}' mechanism='EXTERNAL'/>`,
        harmless: 'It is EXTERNAL in the words of XEP-0388, which cannot log anyone in without a TLS certificate either.',
        proves: 'a challenge or a success',
        refuses: 'nothing beyond this one way in: a refusal that names TLS, or silence, closes it',
        provesNothing: 'any other answer; one that comes from SASL2 itself is followed by the next question',
    },
    'sasl2-scram': {
        services: ['c2s'],
        sends: `<authenticate xmlns='${NS.sasl2}' mechanism='{mechanism}'><initial-response>{scram}</initial-response></authenticate>`,
        harmless: 'The first message of SCRAM (RFC 5802) holds a user name and a nonce, both random: no password, and no proof of one. It is sent only where the question before was answered by SASL2 itself and not refused for lack of TLS.',
        proves: 'a challenge, a success, or not-authorized: the server took the login up, and only the user is unknown',
        refuses: 'nothing beyond this one way in',
        provesNothing: 'a refusal of the mechanism',
    },
    'sasl-scram': {
        services: ['c2s'],
        sends: `<auth xmlns='${NS.sasl}' mechanism='{mechanism}'>{scram}</auth>`,
        harmless: 'The first message of SCRAM (RFC 5802) holds a user name and a nonce, both random: no password, and no proof of one. It can count as a failed login, towards a ban of the address; so it is sent to an endpoint once, where a SCRAM mechanism is offered without TLS, and only when it is asked for.',
        proves: 'a challenge, a success, or not-authorized: the server took the login up, and only the user is unknown',
        refuses: '<encryption-required/>, or a refusal whose text names TLS',
        provesNothing: 'a refusal of the mechanism, or the end of the stream, which is also what a ban looks like',
    },
    'versionless-auth': {
        services: ['c2s'],
        sends: `<iq type='get' id='{id}' to='{to}'><query xmlns='${NS.legacyAuth}'><username>{user}</username></query></iq>`,
        harmless: 'The stream header leaves out its version, as clients from before XMPP 1.0 do (RFC 6120 section 4.7.5); then the jabber:iq:auth get from above is asked. A get never logs in.',
        proves: 'a result that asks for a password or a digest; <not-authorized/>, which is said of the user, where the same get is refused for lack of TLS on a stream with a version',
        refuses: 'nothing beyond this one way in',
        provesNothing: 'any error: such streams may lead nowhere, with TLS or without',
    },
    'versionless-verify': {
        services: ['s2s'],
        sends: `<db:verify from='{from}' to='{to}' id='{id}'>probe</db:verify>`,
        harmless: 'The stream header leaves out its version, as servers from before XMPP 1.0 do (RFC 6120 section 4.7.5); then db:verify from below is asked. The server answers from what it knows itself. It is asked only where streams with a version are refused for lack of TLS, which this could get around.',
        proves: 'an answer (invalid), where the same is refused for lack of TLS or dropped on a stream with a version, on which it is asked once more for that: streams without version get around the requirement (proof: advertised)',
        refuses: 'nothing beyond this one way in',
        provesNothing: 'an answer, where streams with a version get one as well; any refusal, and silence',
    },
    'dialback-verify': {
        services: ['s2s'],
        sends: `<db:verify from='{from}' to='{to}' id='{id}'>probe</db:verify>`,
        harmless: 'It asks whether a made-up dialback key is valid (XEP-0220). The server answers from what it knows itself.',
        proves: 'nothing: servers may answer it without TLS whatever their policy',
        refuses: 'a refusal whose text names TLS; silence, when the <starttls/> after it is answered',
        provesNothing: 'invalid, or any other error',
    },
};
const QUESTION_NAMES = Object.keys(QUESTIONS);
function questionId(name, { id }) {
    return `${id}-${name}`;
}
function writeQuestion(name, context) {
    const values = new Map(Object.entries({ ...context, id: questionId(name, context), scram: scramFirstMessage(context) }));
    return QUESTIONS[name].sends.replace(/\{(\w+)\}/g, (placeholder, key) => {
        const value = values.get(key);
        if (value === undefined)
            throw new Error(`${name} cannot be asked without ${placeholder}`);
        return (0,ltx .Pm)(value);
    });
}
function scramFirstMessage({ user, id }) {
    return btoa(`n,,n=${user},r=${id}${user}`);
}

; 




function readAnswer(element, open, context) {
    const heard = (question, answer) => question !== undefined && open.includes(question) ? { question, answer } : undefined;
    const type = attribute(element, 'type');
    switch (element.name) {
        case 'challenge':
            return heard(matchSasl(element, open), { kind: 'sasl-challenge' });
        case 'success':
            return heard(matchSasl(element, open), { kind: 'sasl-success' });
        case 'failure':
            if (element.namespace === NS.tls)
                return undefined;
            return heard(matchSasl(element, open), {
                kind: 'sasl-failure',
                ...readCondition(element, NS.sasl, 'undefined-condition'),
            });
        case 'iq':
            if (type === 'result')
                return heard(matchIq(element, open, context), { kind: 'iq-result', fields: readFields(element) });
            if (type === 'error')
                return heard(matchIq(element, open, context), { kind: 'iq-error', ...readStanzaError(element) });
            return undefined;
        case 'verify':
            return type === undefined ? undefined : heard(matchVerify(open), readDialback(element, type));
        default:
            return undefined;
    }
}
function matchVerify(open) {
    return ['dialback-verify', 'versionless-verify'].find((name) => open.includes(name));
}
const SASL_QUESTIONS = ['sasl-external', 'sasl-scram'];
const SASL2_QUESTIONS = ['sasl2-external', 'sasl2-scram'];
function matchSasl({ namespace }, open) {
    const candidates = namespace === NS.sasl2 ? [...SASL2_QUESTIONS, ...SASL_QUESTIONS] : [...SASL_QUESTIONS, ...SASL2_QUESTIONS];
    return candidates.find((name) => open.includes(name));
}
const QUERIES = [
    ['legacy-auth', NS.legacyAuth],
    ['registration', NS.registration],
    ['versionless-auth', NS.legacyAuth],
];
function matchIq(iq, open, context) {
    const id = attribute(iq, 'id');
    const candidates = QUERIES.filter(([name]) => open.includes(name));
    const match = candidates.find(([name]) => id === questionId(name, context)) ??
        candidates.find(([, namespace]) => child(iq, namespace) !== undefined) ??
        (id === undefined && attribute(iq, 'type') === 'error' ? candidates[0] : undefined);
    return match?.[0];
}
const NOT_FIELDS = ['instructions', 'registered'];
const NOT_FILLED_IN = ['hidden', 'fixed'];
function readFields(iq) {
    const query = iq.children.find(({ name }) => name === 'query');
    if (query === undefined)
        return [];
    const children = query.children.filter(({ namespace }) => namespace === query.namespace).map(({ name }) => name);
    const form = child(query, NS.dataForm, 'x')?.children.filter(({ name }) => name === 'field') ?? [];
    const variables = form
        .filter((field) => !NOT_FILLED_IN.includes(attribute(field, 'type') ?? ''))
        .flatMap((field) => attribute(field, 'var') ?? []);
    const fields = [...children.filter((name) => !NOT_FIELDS.includes(name)), ...variables];
    return [...new Set(fields.map(cut))];
}
const LEGACY_CODES = {
    400: 'bad-request',
    401: 'not-authorized',
    403: 'forbidden',
    404: 'item-not-found',
    405: 'not-allowed',
    406: 'not-acceptable',
    407: 'registration-required',
    500: 'internal-server-error',
    501: 'feature-not-implemented',
    503: 'service-unavailable',
};
function readStanzaError(stanza) {
    const error = stanza.children.find(({ name }) => name === 'error');
    if (error === undefined)
        return { condition: 'undefined-condition' };
    const code = attribute(error, 'code') ?? '';
    const byCode = Object.hasOwn(LEGACY_CODES, code) ? LEGACY_CODES[code] : undefined;
    return readCondition(error, NS.stanzaErrors, byCode ?? 'undefined-condition');
}
function readIqAnswer(iq) {
    if (iq.name !== 'iq')
        return undefined;
    const type = attribute(iq, 'type');
    if (type === 'result')
        return { kind: 'iq-result', fields: readFields(iq) };
    return type === 'error' ? { kind: 'iq-error', ...readStanzaError(iq) } : undefined;
}
function readDialback(verify, type) {
    return { kind: 'dialback', type, ...(type === 'error' ? readStanzaError(verify) : {}) };
}

; 








function writePing({ from, to }, id) {
    return `<iq type='get' from='${(0,ltx .Pm)(from)}' to='${(0,ltx .Pm)(to)}' id='${id}'><ping xmlns='${NS.ping}'/></iq>`;
}
function* offerKey({ from, to }, key) {
    yield* send(`<db:result from='${(0,ltx .Pm)(from)}' to='${(0,ltx .Pm)(to)}'>${(0,ltx .Pm)(key)}</db:result>`);
    return yield* awaitAnswer((element) => {
        const type = attribute(element, 'type');
        return element.name === 'result' && type !== undefined ? readDialback(element, type) : undefined;
    });
}
function* sendPing(parties, id) {
    yield* send(writePing(parties, id));
    return yield* awaitAnswer((element) => (attribute(element, 'id') === id ? readIqAnswer(element) : undefined));
}
function* awaitAnswer(answerIn) {
    for (;;) {
        const event = yield* read();
        const answer = event.kind === 'element' ? (refusalIn(event) ?? answerIn(event.element)) : undefined;
        if (answer !== undefined)
            return (0,model_failure .Vw)(answer);
        const over = streamEnding(event, 'question');
        if (over === undefined)
            continue;
        const hungUp = over.code === 'stream.closed' || over.code === 'tcp.reset';
        return hungUp ? (0,model_failure .Vw)({ kind: 'closed' }) : (0,model_failure .gz)(over);
    }
}
function refusalIn(event) {
    const error = event.kind === 'element' ? readStreamError(event.element) : undefined;
    return error && { kind: 'stream-error', ...error };
}
function* answerCall(register, { streamId, offersTls }, onVerified) {
    for (;;) {
        const event = yield* read();
        if (event.kind === 'header') {
            yield* send(writeReply(event.tag, streamId, offersTls));
        }
        else if (event.kind === 'element') {
            const { element } = event;
            const error = refusalIn(event);
            if (error !== undefined)
                return { kind: 'over', error };
            if (offersTls && element.namespace === NS.tls && element.name === 'starttls') {
                yield* send(`<proceed xmlns='${NS.tls}'/>`);
                return { kind: 'starttls' };
            }
            yield* answerElement(element, register, onVerified);
        }
        else {
            return { kind: 'over' };
        }
    }
}
function* answerElement(element, register, onVerified) {
    const { name } = element;
    const id = attribute(element, 'id') ?? '';
    if (name === 'iq') {
        const answer = readIqAnswer(element);
        if (answer !== undefined)
            register.hear(id, answer);
    }
    else if (element.namespace === NS.dialback && attribute(element, 'type') === undefined) {
        if (name === 'verify') {
            const key = element.text.trim();
            const ours = register.isOurs(key, id);
            if (ours)
                onVerified(key);
            yield* send(writeVerdict(element, ours, ` id='${(0,ltx .Pm)(id)}'`));
        }
        else if (name === 'result') {
            yield* send(writeVerdict(element, register.expects(attribute(element, 'from') ?? '')));
        }
    }
}
function writeReply(tag, streamId, offersTls) {
    const [from, to] = [attribute(tag, 'to'), attribute(tag, 'from')];
    const parties = `${from === undefined ? '' : ` from='${(0,ltx .Pm)(from)}'`}${to === undefined ? '' : ` to='${(0,ltx .Pm)(to)}'`}`;
    const starttls = offersTls ? `<starttls xmlns='${NS.tls}'/>` : '';
    const features = `<stream:features>${starttls}<dialback xmlns='${NS.dialbackFeature}'/></stream:features>`;
    return (`<?xml version='1.0'?><stream:stream id='${streamId}'${parties} version='1.0' xmlns='${NS.server}' ` +
        `xmlns:db='${NS.dialback}' xmlns:stream='${NS.stream}'>${attribute(tag, 'version') === undefined ? '' : features}`);
}
function writeVerdict(asked, valid, id = '') {
    const [from, to] = [attribute(asked, 'to') ?? '', attribute(asked, 'from') ?? ''];
    const type = valid ? 'valid' : 'invalid';
    return `<db:${asked.name} from='${(0,ltx .Pm)(from)}' to='${(0,ltx .Pm)(to)}'${id} type='${type}'/>`;
}

; 


async function openPlaintext(connection, look, to) {
    const opened = await connection.converse(openStream(streamRequest(look, to)));
    if (opened.features.state === 'done')
        look.offers.push({ to, features: opened.features.value });
    return opened;
}
function withOtherFeatures(observation, { offers }) {
    const { to, features, plaintext, otherFeatures = [] } = observation;
    const held = [features, plaintext.features].flatMap((step) => (step.state === 'done' ? [step.value] : []));
    const known = [...held, ...otherFeatures].map(written);
    const others = offers
        .filter((offer) => offer.to === to)
        .map((offer) => offer.features)
        .filter((one, at, all) => !known.includes(written(one)) && all.findIndex(plaintext_stream_isSame(one)) === at);
    return others.length === 0 ? observation : { ...observation, otherFeatures: [...otherFeatures, ...others] };
}
const plaintext_stream_isSame = (one) => (other) => written(other) === written(one);
function written(features) {
    return JSON.stringify(features);
}

; 







const ANSWERS_PER_VERIFICATION = 2;
const MADE_UP_KEY = 'probe';
function triesDialback({ endpoint, settings, ports }) {
    return endpoint.service === 's2s' && (settings.activeS2s === true || ports.dialbackDesk !== undefined);
}
async function tryDialback(look, to, versionless = false) {
    const step = await withConnection(look, (connection) => tryOn(connection, look, to, versionless));
    if (step.state === 'done')
        return { kind: kindOf(look), connected: (0,model_failure .Vw)('connected'), ...step.value };
    return { ...untriedDialback(look), connected: step };
}
function untriedDialback(look) {
    const connected = (0,model_failure .gz)((0,model_failure .V2)('probe.connections', 'connect'));
    const never = (0,model_failure .eo)('connect');
    return { kind: kindOf(look), connected, header: never, features: never, result: never, verified: never, ping: never };
}
function kindOf({ ports }) {
    return ports.dialbackDesk === undefined ? 'probe' : 'proof';
}
function mayBeGotAround({ answers, dialback }) {
    if (dialback?.connected.state !== 'done' || mayHaveLetUsIn({ answers, dialback }))
        return false;
    const { 'versionless-verify': verify, 'dialback-verify': otherwise } = answers;
    const isRefused = verify?.state === 'done' && (0,model_answer .X_)(verify.value);
    const areDropped = [verify, otherwise].every((step) => step?.state === 'done' && (0,model_answer .eW)(step.value));
    if (isRefused || areDropped)
        return false;
    return dialback.kind === 'proof' || (dialback.result.state === 'done' && (0,model_answer .X_)(dialback.result.value));
}
function mayHaveLetUsIn({ answers, dialback }) {
    const external = answers['sasl-external'];
    const servesSasl = external.state === 'done' && external.value.kind === 'sasl-failure';
    return dialback?.ping.state === 'done' || (servesSasl && wasTakenUp(dialback));
}
function wasTakenUp(dialback) {
    return dialback?.result.state === 'done' && !(0,model_answer .X_)(dialback.result.value);
}
async function tryOn(connection, look, to, versionless) {
    const { settings, ports, identity } = look;
    const never = (0,model_failure .eo)('question');
    const { header, features } = await plaintext_dialback_open(connection, look, to, versionless);
    if (header.state !== 'done' || (features.state !== 'done' && !versionless)) {
        const after = (0,model_failure .eo)(header.state === 'done' ? 'features' : 'header');
        return { header, features, result: after, verified: after, ping: after };
    }
    const parties = { from: settings.s2sFrom, to };
    const patienceMs = ANSWERS_PER_VERIFICATION * settings.timeoutMs;
    const { dialbackDesk } = ports;
    if (dialbackDesk === undefined) {
        const result = await connection.converse(offerKey(parties, MADE_UP_KEY), patienceMs);
        connection.endStream();
        return { header, features, result, verified: never, ping: never };
    }
    const proof = dialbackDesk.open([to, identity.domain, identity.unicodeDomain], header.value.id ?? '');
    try {
        return { header, features, ...(await prove(connection, parties, proof, patienceMs)) };
    }
    finally {
        proof.close();
    }
}
async function plaintext_dialback_open(connection, look, to, versionless) {
    if (!versionless)
        return openPlaintext(connection, look, to);
    const opening = openVersionlessStream(streamRequest(look, to));
    return { header: await connection.converse(opening), features: (0,model_failure .eo)('header') };
}
async function prove(connection, parties, proof, patienceMs) {
    const elsewhere = proof.heard.then((answer) => (0,model_failure .Vw)(answer));
    const result = await Promise.race([connection.converse(offerKey(parties, proof.key), patienceMs), elsewhere]);
    const way = proof.verified();
    const verified = way === undefined ? (0,model_failure .eo)('question') : (0,model_failure .Vw)(way);
    connection.note(way === undefined ? 'nobody came to verify our key' : `our key was verified, ${way}, by our listener`);
    if (!isValid(result))
        return { result, verified, ping: (0,model_failure .eo)('question') };
    const here = connection.converse(sendPing(parties, proof.pingId), patienceMs);
    const ping = await Promise.race([here, elsewhere.then((answer) => notedOn(connection, answer))]);
    connection.endStream();
    return { result, verified, ping };
}
function isValid(result) {
    return result.state === 'done' && result.value.kind === 'dialback' && result.value.type === 'valid';
}
function notedOn(connection, answer) {
    if (answer.state === 'done') {
        const { kind } = answer.value;
        const what = (0,model_answer .X_)(answer.value) ? 'a refusal for lack of TLS' : kind;
        connection.note(`on its own stream to our listener the server said: ${what}`);
    }
    return answer;
}

; 

const CONNECTIONS = 6;
function connectionsFor(look) {
    return CONNECTIONS + (triesDialback(look) ? 1 : 0);
}
function connectionsLeftAfter({ endpoint, cost, injection, login }, { settings, ports }) {
    const extra = [injection, login].filter((one) => one !== undefined).length;
    return connectionsFor({ endpoint, settings, ports }) + extra - cost.connections;
}

; 
const SCRAM_HASHES = {
    'SCRAM-SHA-512': 'sha512',
    'SCRAM-SHA-256': 'sha256',
    'SCRAM-SHA-1': 'sha1',
};
const MOST_ITERATIONS = 500_000;
const SERVER_FIRST = /^r=([^,]+),s=((?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?),i=([1-9]\d{0,8})(?:,|$)/u;
function scram_scramFirstMessage(credentials) {
    return `n,,${firstBare(credentials)}`;
}
function answerScram(mechanism, credentials, serverFirst, crypto) {
    const [, nonce = '', salt = '', count = ''] = SERVER_FIRST.exec(serverFirst) ?? [];
    const iterations = Number(count);
    const isFresh = nonce.startsWith(credentials.nonce) && nonce.length > credentials.nonce.length;
    if (!isFresh || iterations > MOST_ITERATIONS)
        return undefined;
    const hash = SCRAM_HASHES[mechanism];
    const bytes = (text) => new TextEncoder().encode(text);
    const salted = crypto.pbkdf2(hash, bytes(credentials.password.normalize('NFKC')), fromBase64(salt), iterations);
    const clientKey = crypto.hmac(hash, salted, bytes('Client Key'));
    const unproven = `c=${btoa('n,,')},r=${nonce}`;
    const signed = bytes(`${firstBare(credentials)},${serverFirst},${unproven}`);
    const signature = crypto.hmac(hash, crypto.digest(hash, clientKey), signed);
    const proof = clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
    const serverKey = crypto.hmac(hash, salted, bytes('Server Key'));
    return {
        message: `${unproven},p=${toBase64(proof)}`,
        serverSignature: `v=${toBase64(crypto.hmac(hash, serverKey, signed))}`,
    };
}
function firstBare({ user, nonce }) {
    return `n=${user.replaceAll('=', '=3D').replaceAll(',', '=2C')},r=${nonce}`;
}
function fromBase64(text) {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
function toBase64(bytes) {
    return btoa(String.fromCharCode(...bytes));
}

; 









function chooseMeans({ mechanisms }, allowPlain) {
    if (mechanisms.length === 0)
        return 'jabber:iq:auth';
    const scram = Object.keys(SCRAM_HASHES).find((mechanism) => mechanisms.includes(mechanism));
    return scram ?? (allowPlain && mechanisms.includes('PLAIN') ? 'PLAIN' : undefined);
}
function* logIn(means, tools) {
    switch (means) {
        case 'jabber:iq:auth':
            return yield* logInByQuery(tools);
        case 'PLAIN': {
            const { user, password } = tools.account;
            const accepted = answerOf(yield* askSasl(`<auth xmlns='${NS.sasl}' mechanism='PLAIN'>${login_toBase64(`\0${user}\0${password}`)}</auth>`));
            return { begun: accepted, accepted };
        }
        default:
            return yield* logInByScram(means, tools);
    }
}
function* logInByScram(mechanism, { account, crypto, token }) {
    const credentials = { user: account.user, password: account.password, nonce: token };
    const first = login_toBase64(scram_scramFirstMessage(credentials));
    const challenged = yield* askSasl(`<auth xmlns='${NS.sasl}' mechanism='${mechanism}'>${first}</auth>`);
    const begun = answerOf(challenged);
    if (challenged.state !== 'done' || challenged.value.answer.kind !== 'sasl-challenge') {
        return { begun, accepted: (0,model_failure .eo)('login') };
    }
    const answer = answerScram(mechanism, credentials, login_fromBase64(challenged.value.element?.text), crypto);
    if (answer === undefined)
        return { begun, accepted: (0,model_failure .gz)((0,model_failure .V2)('login.unusable-challenge', 'login')) };
    let said = yield* askSasl(`<response xmlns='${NS.sasl}'>${login_toBase64(answer.message)}</response>`);
    const signature = said.state === 'done' ? login_fromBase64(said.value.element?.text) : '';
    if (said.state === 'done' && said.value.answer.kind === 'sasl-challenge') {
        said = yield* askSasl(`<response xmlns='${NS.sasl}'/>`);
    }
    const isImpostor = said.state === 'done' && said.value.answer.kind === 'sasl-success' && signature !== answer.serverSignature;
    return { begun, accepted: isImpostor ? (0,model_failure .gz)((0,model_failure .V2)('login.impostor', 'login')) : answerOf(said) };
}
function* logInByQuery({ account, crypto, to, token, streamId }) {
    const { user, password, allowPlain } = account;
    const username = `<username>${(0,ltx .Pm)(user)}</username>`;
    const asked = yield* askIq('get', `${token}-a`, `<query xmlns='${NS.legacyAuth}'>${username}</query>`, to);
    const begun = answerOf(asked);
    const fields = begun.state === 'done' && begun.value.kind === 'iq-result' ? begun.value.fields : [];
    const withDigest = fields.includes('digest') && streamId !== '';
    if (!allowPlain || !(withDigest || fields.includes('password')))
        return { begun, accepted: (0,model_failure .eo)('login') };
    const digest = crypto.digest('sha1', new TextEncoder().encode(streamId + password));
    const proof = withDigest ? `<digest>${toHex(digest)}</digest>` : `<password>${(0,ltx .Pm)(password)}</password>`;
    const query = `<query xmlns='${NS.legacyAuth}'>${username}${proof}<resource>${token}</resource></query>`;
    const accepted = answerOf(yield* askIq('set', `${token}-b`, query, to));
    return { begun, accepted, jid: `${user}@${to}/${token}` };
}
function* bindResource({ all }, token) {
    const bound = yield* askIq('set', `${token}-c`, `<bind xmlns='${NS.bind}'/>`);
    if (bound.state !== 'done')
        return bound;
    const { answer, element } = bound.value;
    const jid = element && child(element, NS.bind, 'bind') && child(child(element, NS.bind, 'bind') ?? element, NS.bind, 'jid');
    if (answer.kind !== 'iq-result' || jid === undefined)
        return (0,model_failure .gz)((0,model_failure .V2)('login.no-session', 'bind'));
    const session = all.find(({ namespace }) => namespace === NS.session);
    if (session !== undefined && !session.children.includes('optional')) {
        yield* askIq('set', `${token}-d`, `<session xmlns='${NS.session}'/>`);
    }
    return (0,model_failure .Vw)(jid.text.trim());
}
function* messageOneself(jid, token) {
    const id = `${token}-e`;
    const body = 'This message was sent by xmpp-tls-compliance, to see whether it can be sent without TLS.';
    yield* send(`<message to='${(0,ltx .Pm)(jid)}' type='chat' id='${id}'><body>${body}</body></message>`);
    for (;;) {
        const event = yield* read();
        const over = streamEnding(event, 'message');
        if (over !== undefined)
            return (0,model_failure .gz)(over);
        if (event.kind !== 'element' || event.element.name !== 'message' || attribute(event.element, 'id') !== id)
            continue;
        return attribute(event.element, 'type') === 'error'
            ? (0,model_failure .gz)((0,model_failure .V2)('login.no-session', 'message'))
            : (0,model_failure .Vw)('delivered');
    }
}
const answerOf = (said) => (said.state === 'done' ? (0,model_failure .Vw)(said.value.answer) : said);
function* askSasl(xml) {
    yield* send(xml);
    return yield* login_awaitAnswer('login', (element) => readAnswer(element, ['sasl-scram'], { id: '' })?.answer);
}
function* askIq(type, id, query, to) {
    const addressed = to === undefined ? '' : ` to='${(0,ltx .Pm)(to)}'`;
    yield* send(`<iq type='${type}' id='${id}'${addressed}>${query}</iq>`);
    const step = to === undefined ? 'bind' : 'login';
    return yield* login_awaitAnswer(step, (element) => (attribute(element, 'id') === id ? readIqAnswer(element) : undefined));
}
function* login_awaitAnswer(step, readOne) {
    for (;;) {
        const event = yield* read();
        if (event.kind === 'element') {
            const error = readStreamError(event.element);
            if (error !== undefined)
                return (0,model_failure .Vw)({ answer: { kind: 'stream-error', ...error } });
            const answer = readOne(event.element);
            if (answer !== undefined)
                return (0,model_failure .Vw)({ answer, element: event.element });
        }
        const over = streamEnding(event, step);
        if (over !== undefined)
            return isHangUp(over) ? (0,model_failure .Vw)({ answer: { kind: 'closed' } }) : (0,model_failure .gz)(over);
    }
}
function isHangUp({ code }) {
    return code === 'stream.closed' || code === 'tcp.reset';
}
function login_toBase64(text) {
    return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
function login_fromBase64(text = '') {
    const compact = text.replace(/\s/gu, '');
    if (!/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/u.test(compact))
        return '';
    return new TextDecoder().decode(Uint8Array.from(atob(compact), (character) => character.charCodeAt(0)));
}
function toHex(bytes) {
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

; 






function triesLogin({ endpoint, identity, settings, }) {
    return endpoint.service === 'c2s' && settings.login?.domain === identity.domain;
}
async function tryLogin(look, to) {
    const step = await withConnection(look, (connection) => plaintext_login_tryOn(connection, look, to), withoutContent);
    if (step.state === 'done')
        return { connected: (0,model_failure .Vw)('connected'), ...step.value };
    return { connected: step, ...stoppedBefore({ header: (0,model_failure .eo)('connect'), features: (0,model_failure .eo)('connect') }) };
}
async function plaintext_login_tryOn(connection, look, to) {
    const { settings, ports } = look;
    const { login: account } = settings;
    if (account === undefined || ports.scram === undefined)
        throw new Error('a login cannot be tried without an account');
    const parties = streamRequest(look, to);
    const opened = await openPlaintext(connection, look, to);
    if (opened.features.state !== 'done' || opened.header.state !== 'done')
        return stoppedBefore(opened);
    const means = chooseMeans(opened.features.value, account.allowPlain);
    if (means === undefined)
        return stoppedBefore(opened);
    const token = ports.random.token(16);
    const streamId = opened.header.value.id ?? '';
    const said = await connection.converse(logIn(means, { account, crypto: ports.scram, to, token, streamId }));
    const tried = { ...opened, means: (0,model_failure .Vw)(means), begun: said.begun, accepted: said.accepted };
    const jid = await enterSession(connection, said, parties, token);
    if (jid.state !== 'done')
        return { ...tried, bound: jid, delivered: (0,model_failure .eo)('bind') };
    const delivered = await connection.converse(messageOneself(jid.value, token));
    connection.endStream();
    return { ...tried, bound: (0,model_failure .Vw)('bound'), delivered };
}
async function enterSession(connection, { accepted, jid }, parties, token) {
    if (accepted.state !== 'done')
        return (0,model_failure .eo)('login');
    if (accepted.value.kind === 'iq-result' && jid !== undefined)
        return (0,model_failure .Vw)(jid);
    if (accepted.value.kind !== 'sasl-success')
        return (0,model_failure .eo)('login');
    connection.restartStream();
    const steps = { header: 'bind', features: 'bind' };
    const { header, features } = await connection.converse(openStream({ ...parties, steps }));
    if (features.state !== 'done')
        return header.state === 'failed' ? (0,model_failure .gz)(header.failure) : features;
    return connection.converse(bindResource(features.value, token));
}
function stoppedBefore(opened) {
    const after = opened.features.state === 'done' ? 'features' : opened.header.state === 'done' ? 'features' : 'header';
    const never = (0,model_failure .eo)(after);
    return { ...opened, means: never, begun: never, accepted: never, bound: never, delivered: never };
}
function withoutContent(said) {
    return said.replace(/(^|>)[^<>]+/gu, (_, before) => `${before}\u2026`);
}

; 




const STARTTLS = `<starttls xmlns='${NS.tls}'/>`;
function* requestStarttls() {
    return yield* requestStarttlsAnd('');
}
function* requestStarttlsAnd(behind) {
    yield* send(STARTTLS + behind);
    for (;;) {
        const event = yield* read();
        const answer = readStarttlsAnswer(event);
        if (answer === 'proceed')
            return (0,model_failure .Vw)(answer);
        if (answer === 'failure')
            return (0,model_failure .gz)((0,model_failure .V2)('starttls.failure', 'starttls'));
        const reason = streamEnding(event, 'starttls');
        if (reason !== undefined)
            return (0,model_failure .gz)(reason);
    }
}
function readStarttlsAnswer(event) {
    if (event.kind !== 'element' || event.element.namespace !== NS.tls)
        return undefined;
    const { name } = event.element;
    return name === 'proceed' || name === 'failure' ? name : undefined;
}

; 







const WATCH_MS = 3000;
async function injectBehindStarttls(look, to) {
    const taken = await withConnection(look, async (connection) => {
        const parties = streamRequest(look, to);
        const { header, features } = await openPlaintext(connection, look, to);
        if (header.state !== 'done')
            return header;
        if (features.state !== 'done')
            return features;
        const proceed = await connection.converse(requestStarttlsAnd(writeStreamHeader(parties)));
        if (proceed.state !== 'done')
            return proceed;
        if (connection.hasUnread())
            return (0,model_failure .gz)((0,model_failure .V2)('starttls.injected', 'starttls'));
        const handshake = await connection.startTls();
        if (handshake.state !== 'done')
            return handshake;
        const unasked = await connection.converse(awaitHeader('secured-features'), WATCH_MS);
        if (unasked.state === 'done')
            return (0,model_failure .Vw)('executed');
        return (0,model_failure .Vw)('discarded');
    });
    return taken.state === 'done' ? taken.value : taken;
}

; 





const WEB_QUESTIONS = [
    'sasl-external',
    'legacy-auth',
    'registration',
    'sasl2-external',
];
function writeWebQuestion(name, context) {
    return writeQuestion(name, context).replace(/^<iq /u, `<iq xmlns='${NS.client}' `);
}
const DROPPED = (0,model_failure .Vw)({ kind: 'dropped' });
function readWebAnswers(elements, asked, context, ending) {
    const answers = {};
    let open = asked;
    const conclude = (step) => ({
        ...Object.fromEntries(open.map((name, index) => [name, index === 0 ? step : (0,model_failure .eo)('question')])),
        ...answers,
    });
    for (const element of elements) {
        const error = readStreamError(element);
        if (error !== undefined)
            return conclude((0,model_failure .Vw)({ kind: 'stream-error', ...error }));
        const unheard = asked.filter((name) => answers[name] === undefined || answers[name] === DROPPED);
        const heard = readAnswer(element, unheard, context);
        if (heard === undefined)
            continue;
        answers[heard.question] = (0,model_failure .Vw)(heard.answer);
        const at = open.indexOf(heard.question);
        if (at === -1)
            continue;
        for (const name of open.slice(0, at))
            answers[name] = DROPPED;
        open = open.slice(at + 1);
    }
    if (ending === undefined)
        return answers;
    const hungUp = ending.code === 'stream.closed' || ending.code === 'tcp.reset' || ending.code === 'http.closed';
    return conclude(hungUp ? (0,model_failure .Vw)({ kind: 'closed' }) : (0,model_failure .gz)({ ...ending, step: 'question' }));
}
function openQuestions(answers, asked) {
    return asked.filter((name) => answers[name] === undefined);
}
function mayAnswerLate(answers) {
    return Object.values(answers).includes(DROPPED);
}

; 



const UNTOUCHED = { connections: 0, urls: [], toCome: 0 };
const CONFIRMATION = { bosh: 2, websocket: 1 };
function budgetFor(door, before, seen) {
    const left = CONNECTIONS - before.connections - (seen?.cost.connections ?? 0);
    const setAside = seen !== undefined ? 0 : (0,model_endpoint .p)(door) ? 1 : CONFIRMATION[door.transport] - keptBy(door);
    return Math.min(left, Math.max(1, left - before.toCome - setAside));
}
function keptBy(door) {
    return door.transport === 'websocket' && !(0,model_endpoint .p)(door) ? CONFIRMATION.websocket : 0;
}
function openLedger({ endpoint, subject, settings, ports }, budget, numbered = 0) {
    const looks = [];
    let total = { connections: 0, bytesSent: 0, bytesReceived: 0 };
    const left = () => budget - total.connections;
    const numbersTaken = () => looks.reduce((sum, { transcript }) => sum + transcript.connections(), numbered);
    const lines = () => looks.flatMap(({ transcript }) => transcript.lines());
    return {
        left,
        begin(shown = subject) {
            const look = beginLook(endpoint, shown, settings, ports, left(), numbersTaken());
            looks.push(look);
            return look;
        },
        add(look, overHttp) {
            total = sum(total, overHttp ?? costOf(look));
        },
        cost: () => total,
        lines,
        after: ({ transcript, cost }) => ({ transcript: [...transcript, ...lines()], cost: sum(cost, total) }),
    };
}
function sum(a, b) {
    return {
        connections: a.connections + b.connections,
        bytesSent: a.bytesSent + b.bytesSent,
        bytesReceived: a.bytesReceived + b.bytesReceived,
    };
}
function lastNumber({ transcript }) {
    return transcript.reduce((last, { connection }) => Math.max(last, connection), 0);
}

; 


function accusations({ features, answers }) {
    if (features.state !== 'done')
        return [];
    return QUESTION_NAMES.filter((question) => {
        const step = answers[question];
        if (step?.state !== 'done')
            return false;
        const isAccused = SPEAKS_AGAINST[question](step.value, features.value);
        return isAccused && !(question === 'versionless-verify' && isAnsweredAnyway(answers['dialback-verify']));
    });
}
const SPEAKS_AGAINST = {
    'sasl-external': (answer, { mechanisms }) => isLetIn(answer) || (mechanisms.length > 0 && leavesMechanismsOpen(answer)),
    'legacy-auth': (answer) => asksForMore(answer) || (0,model_answer .pM)(answer),
    registration: asksForMore,
    'sasl2-external': isLetIn,
    'sasl2-scram': model_answer .hb,
    'sasl-scram': model_answer .hb,
    'versionless-auth': (answer) => asksForMore(answer) || (0,model_answer .pM)(answer),
    'versionless-verify': isVerified,
    'dialback-verify': (answer, { dialback, starttls }) => dialback && starttls !== 'required' && isVerified(answer),
};
function isVerified(answer) {
    return answer.kind === 'dialback' && !(0,model_answer .X_)(answer);
}
function isAnsweredAnyway(verify) {
    return verify?.state === 'done' && isVerified(verify.value);
}
function isLetIn(answer) {
    return answer.kind === 'sasl-challenge' || answer.kind === 'sasl-success';
}
function leavesMechanismsOpen(answer) {
    return !(0,model_answer .X_)(answer) && !(0,model_answer .eW)(answer) && !(0,model_answer .DQ)(answer);
}
function asksForMore(answer) {
    return answer.kind === 'iq-result' && answer.fields.length > 0;
}

; 









const questions_DROPPED = (0,model_failure .Vw)({ kind: 'dropped' });
function* askQuestions(request) {
    const { questions, stopWhenAnswered = false, onFeatures, ...context } = request;
    const asked = QUESTION_NAMES.filter((name) => questions.includes(name));
    yield* send(asked.map((name) => writeQuestion(name, context)).join('') + STARTTLS);
    const answers = {};
    let open = asked;
    let refusals = [];
    for (;;) {
        const event = yield* read();
        const sentinel = readStarttlsAnswer(event);
        if (sentinel !== undefined) {
            return { answers: { ...answers, ...share(refusals, open, questions_DROPPED) }, sentinel: (0,model_failure .Vw)(sentinel) };
        }
        if (isFeatures(event))
            onFeatures?.();
        if (event.kind === 'element') {
            const error = readStreamError(event.element);
            if (error !== undefined)
                refusals.push({ kind: 'stream-error', ...error });
            const unheard = asked.filter((name) => answers[name] === undefined || answers[name] === questions_DROPPED);
            const heard = readAnswer(event.element, unheard, context);
            if (heard === undefined)
                continue;
            answers[heard.question] = (0,model_failure .Vw)(heard.answer);
            const at = open.indexOf(heard.question);
            if (at === -1)
                continue;
            Object.assign(answers, share(refusals, open.slice(0, at), questions_DROPPED));
            [open, refusals] = [open.slice(at + 1), []];
            if (stopWhenAnswered && open.length === 0)
                return { answers, sentinel: (0,model_failure .eo)('question') };
            continue;
        }
        const over = streamEnding(event, 'starttls');
        if (over !== undefined) {
            const last = conclude(over, refusals, open);
            return { answers: { ...answers, ...last.answers }, sentinel: last.sentinel };
        }
    }
}
function conclude(over, stated, open) {
    const hungUp = over.code === 'stream.closed' || over.code === 'tcp.reset';
    const refusals = stated.length === 0 && hungUp ? [{ kind: 'closed' }] : stated;
    const [refusal] = refusals;
    if (refusal === undefined) {
        return { answers: share([], open, (0,model_failure .gz)({ ...over, step: 'question' })), sentinel: (0,model_failure .gz)(over) };
    }
    const answers = share(refusals, open, (0,model_failure .eo)('question'));
    if (open.length > 0)
        return { answers, sentinel: (0,model_failure .eo)('question') };
    return { answers, sentinel: (0,model_failure .gz)(refusal.kind === 'closed' ? over : streamErrorFailure(refusal, 'starttls')) };
}
function share(refusals, open, rest) {
    const [first, ...behind] = open;
    const inDoubt = refusals.length > 0 &&
        refusals.length < open.filter((name) => name !== 'sasl2-external').length &&
        first === 'sasl-external' &&
        behind.some((name) => QUESTIONS[name].services.includes('c2s')) &&
        !refusals.every(model_answer .X_);
    const stepOf = (index) => {
        const refusal = refusals[index];
        return inDoubt ? (0,model_failure .eo)('question') : refusal === undefined ? rest : (0,model_failure .Vw)(refusal);
    };
    return Object.fromEntries(open.map((name, index) => [name, stepOf(index)]));
}
function remaining(answers, asked) {
    const notYet = asked.filter((name) => answers[name]?.state === 'not-reached');
    return notYet.includes('sasl-external') ? ['sasl-external'] : notYet;
}

; 


const PASSING = [
    'tcp.reset',
    'tcp.timeout',
    'stream.closed',
    'stream.timeout',
    'tls.closed',
    'tls.timeout',
];
function mainMayPass({ transport }, { connected, header, handshake, securedHeader }) {
    const plain = transport === 'starttls' && handshake.state !== 'done';
    const first = plain ? [connected, header] : [connected, handshake, securedHeader];
    return first.some(isPassing);
}
function openingMayPass({ connected, header, features }) {
    return [connected, header, features].some(isPassing);
}
function openingIsUnexplained({ transport }, opening, main) {
    if (isPassing(opening.connected))
        return true;
    if (transport === 'direct-tls')
        return failedWith(opening.header, 'stream.timeout');
    return openingMayPass(opening) && (main.features.state === 'done' || main.handshake.state !== 'done');
}
function wayMayPass(question, step) {
    if (step === undefined || !(0,model_answer .jp)(question, step))
        return false;
    return isPassing(step) || (question.startsWith('versionless') && endedByAnError(step));
}
function offerMayPass(step) {
    return step.state === 'failed' && isPassing(step) && ['connect', 'header', 'features'].includes(step.failure.step);
}
function endedByAnError(step) {
    return step.state === 'done' || (step.state === 'failed' && step.failure.condition !== undefined);
}
function isPassing(step) {
    return failedWith(step, ...PASSING);
}

; 







const plaintext_questions_QUESTIONS = {
    c2s: ['sasl-external', 'legacy-auth', 'registration', 'sasl2-external'],
    s2s: ['sasl-external', 'dialback-verify'],
};
const NO_CONNECTION_LEFT = (0,model_failure .gz)((0,model_failure .V2)('probe.connections', 'question'));
function questionsOf({ endpoint }) {
    return plaintext_questions_QUESTIONS[endpoint.service];
}
const NEVER = (0,model_failure .eo)('connect');
const NOT_BEGUN = {
    connected: (0,model_failure .gz)((0,model_failure .V2)('probe.connections', 'connect')),
    header: NEVER,
    features: NEVER,
    asked: [],
    answers: {},
    sentinel: NEVER,
};
async function askRound(look, to, before, onProceed) {
    return finishQuestions(look, to, await beginQuestions(look, to, before, onProceed), onProceed);
}
async function beginQuestions(look, to, before, onProceed) {
    if (before?.features.state === 'done')
        return reopened(before);
    if (before !== undefined && (!openingMayPass(before) || look.connectionsLeft() <= 0))
        return before;
    if (look.connectionsLeft() <= 0)
        return NOT_BEGUN;
    return ask(look, to, questionsOf(look), onProceed);
}
async function finishQuestions(look, to, first, onProceed) {
    let round = first;
    for (;;) {
        const next = nextConnections(look, round);
        if (next.length === 0)
            return round;
        const rounds = await Promise.all(next.map((questions) => ask(look, to, questions, onProceed)));
        round = rounds.reduce(joined, round);
    }
}
async function askThese(look, to, questions) {
    let round = await ask(look, to, questions);
    for (;;) {
        const left = remaining(round.answers, round.asked);
        if (left.length === 0 || look.connectionsLeft() <= 0)
            return round;
        round = joined(round, await ask(look, to, left));
    }
}
function nextConnections(look, { asked, answers, features }) {
    if (features.state !== 'done')
        return [];
    const open = asked.filter((question) => answers[question]?.state === 'not-reached');
    const ordinary = remaining(answers, open.filter((question) => question !== 'sasl2-external'));
    const spare = look.connectionsLeft() - (accusations({ features, answers }).length > 0 ? 1 : 0);
    const asksSasl2 = open.includes('sasl2-external') && spare >= open.length;
    return [...(ordinary.length > 0 && spare > 0 ? [ordinary] : []), ...(asksSasl2 ? [['sasl2-external']] : [])];
}
async function ask(look, to, questions, onProceed) {
    const step = await withConnection(look, async (connection) => {
        const heard = await askOn(connection, look, to, questions);
        if (heard.sentinel.state === 'done' && heard.sentinel.value === 'proceed')
            onProceed?.(connection);
        return heard;
    });
    if (step.state === 'done')
        return { ...step.value, connected: (0,model_failure .Vw)('connected') };
    return { connected: step, header: NEVER, features: NEVER, asked: questions, answers: {}, sentinel: NEVER };
}
async function askOn(connection, look, to, questions) {
    const { ports } = look;
    const request = streamRequest(look, to);
    const { header, features } = await openPlaintext(connection, look, to);
    if (features.state !== 'done') {
        const sentinel = (0,model_failure .eo)(header.state === 'done' ? 'features' : 'header');
        return { header, features, asked: questions, answers: {}, sentinel };
    }
    const asked = questions.filter((question) => mayBeAsked(question, features.value));
    const { answers, sentinel } = await connection.converse(askQuestions({ ...request, questions: asked, user: ports.random.token(12), id: ports.random.token(6) }));
    return { header, features, asked, answers, sentinel };
}
function mayBeAsked(question, features) {
    return question !== 'dialback-verify' || features.starttls !== 'required';
}
function joined(first, second) {
    const stopped = [second.connected, second.header, second.features].find((step) => step.state === 'failed');
    const unheard = stopped === undefined ? [] : second.asked.map((question) => [question, stopped]);
    return {
        ...first,
        answers: { ...first.answers, ...second.answers, ...Object.fromEntries(unheard) },
        sentinel: second.sentinel.state === 'done' ? second.sentinel : first.sentinel,
    };
}
function reopened(round) {
    const again = round.asked.filter((question) => wayMayPass(question, round.answers[question]));
    const open = again.map((question) => [question, (0,model_failure .eo)('question')]);
    return { ...round, answers: { ...round.answers, ...Object.fromEntries(open) } };
}
function observationOf(round, answers = round.answers) {
    const { connected, header, features, sentinel, asked } = round;
    const unasked = (0,model_failure .eo)(stepBefore(round));
    const stepOf = (question) => {
        const step = answers[question] ?? unasked;
        const isWanted = features.state === 'done' && asked.includes(question);
        return step.state === 'not-reached' && isWanted ? NO_CONNECTION_LEFT : step;
    };
    const always = ['sasl-external', 'legacy-auth', 'registration', 'dialback-verify'];
    const steps = [...new Set([...always, ...Object.keys(answers)])].map((question) => [question, stepOf(question)]);
    return { connected, header, features, answers: Object.fromEntries(steps), sentinel };
}
function stepBefore({ connected, header, features }) {
    if (connected.state !== 'done')
        return 'connect';
    if (header.state !== 'done')
        return 'header';
    return features.state === 'done' ? 'question' : 'features';
}

; 











const FURTHER = [
    'sasl2-scram',
    'sasl-scram',
    'versionless-auth',
    'versionless-verify',
];
function isFurther(question) {
    return FURTHER.includes(question);
}
const USUAL_SCRAM = 'SCRAM-SHA-1';
function further_questions_openQuestions(look, seen, before) {
    return worthAsking(look, seen).filter((question) => {
        const earlier = before[question];
        return earlier === undefined || wayMayPass(question, earlier);
    });
}
async function askFurther(look, to, seen, before, offer) {
    const answers = { ...before };
    for (const question of further_questions_openQuestions(look, seen, before)) {
        const kept = accusations({ ...seen, answers: { ...seen.answers, ...answers } }).length > 0 ? 1 : 0;
        if (look.connectionsLeft() > kept) {
            const heard = await askOne(look, to, question, seen, offer);
            Object.assign(answers, heard, { [question]: unlessHungUp(question, heard[question], before[question]) });
        }
        else if (question !== 'sasl-scram')
            answers[question] ??= NO_CONNECTION_LEFT;
    }
    return answers;
}
function unlessHungUp(question, step, before) {
    const isHangUp = question.startsWith('versionless') && step?.state === 'done' && step.value.kind === 'closed';
    const isSecond = before?.state === 'failed' && before.failure.step === 'question';
    return isHangUp && !isSecond ? (0,model_failure .gz)((0,model_failure .V2)('stream.closed', 'question')) : step;
}
async function askOne(look, to, question, seen, offer) {
    const onProceed = offer?.made() === undefined ? offer?.makeBehindProceed : undefined;
    const mayCompare = offer !== undefined && question === 'versionless-verify';
    if (mayCompare)
        return verifyBeside(look, to, seen, onProceed);
    return { [question]: await askAlone(look, to, question, seen, { onProceed }) };
}
async function verifyBeside(look, to, seen, onProceed) {
    let comparing;
    const onFeatures = () => {
        if (comparing !== undefined || isCompared(seen, {}) || look.connectionsLeft() <= 0)
            return;
        comparing = askAlone(look, to, 'dialback-verify', seen, { worth: verifying.then(isDialback, () => false) });
    };
    const verifying = askAlone(look, to, 'versionless-verify', seen, { onProceed, onFeatures });
    const answer = await verifying;
    const compared = await comparing;
    const isWorth = compared !== undefined && isDialback(answer);
    return { 'versionless-verify': answer, ...(isWorth ? { 'dialback-verify': compared } : {}) };
}
async function compareVerify(look, to, seen, answers) {
    if (!isUncompared(seen, answers))
        return answers;
    if (look.connectionsLeft() > (triesDialback(look) ? 1 : 0)) {
        return { ...answers, 'dialback-verify': await askAlone(look, to, 'dialback-verify', seen) };
    }
    const otherwise = answers['dialback-verify'] ?? seen.answers['dialback-verify'];
    return otherwise.state === 'not-reached' ? { ...answers, 'dialback-verify': NO_CONNECTION_LEFT } : answers;
}
function isUncompared(seen, answers) {
    const versionless = answers['versionless-verify'];
    return versionless !== undefined && isDialback(versionless) && !isCompared(seen, answers);
}
function isDialback(step) {
    return step.state === 'done' && step.value.kind === 'dialback';
}
function isCompared(seen, answers) {
    const step = answers['dialback-verify'] ?? seen.answers['dialback-verify'];
    return step.state === 'done' && ((0,model_answer .X_)(step.value) || !(0,model_answer .DQ)(step.value));
}
async function askAlone(look, to, question, seen, { worth, onProceed, onFeatures } = {}) {
    const { ports } = look;
    const mechanism = seen.features.state === 'done' ? scramFor(question, seen.features.value) : USUAL_SCRAM;
    const context = { user: ports.random.token(12), id: ports.random.token(6), mechanism };
    const step = await withConnection(look, async (connection) => {
        const parties = streamRequest(look, to);
        const stream = question.startsWith('versionless')
            ? await connection.converse(openVersionlessStream(parties))
            : featuresOf(await openPlaintext(connection, look, to));
        if (stream.state !== 'done')
            return stream;
        if (worth !== undefined && !(await worth)) {
            connection.endStream();
            return (0,model_failure .eo)('question');
        }
        const stopWhenAnswered = onProceed === undefined;
        const asking = askQuestions({ ...parties, ...context, questions: [question], stopWhenAnswered, onFeatures });
        const { answers, sentinel } = await connection.converse(asking);
        if (sentinel.state === 'done' && sentinel.value === 'proceed')
            onProceed?.(connection);
        return answers[question] ?? (0,model_failure .eo)('question');
    });
    return step.state === 'done' ? step.value : step.state === 'failed' ? (0,model_failure .gz)(step.failure) : step;
}
function featuresOf({ header, features }) {
    return header.state === 'done' ? features : header;
}
function worthAsking({ endpoint, settings }, seen) {
    const { features, answers } = seen;
    if (features.state !== 'done')
        return [];
    if (endpoint.service === 's2s') {
        return requiresTls(seen) && accusations(seen).length === 0 ? ['versionless-verify'] : [];
    }
    const sasl2 = answers['sasl2-external'];
    const external = answers['sasl-external'];
    const refused = external.state === 'done' && ((0,model_answer .X_)(external.value) || (0,model_answer .eW)(external.value));
    const offersScram = features.value.mechanisms.some(isScram);
    return [
        ...(sasl2?.state === 'done' && comesFromSasl2(sasl2.value) ? ['sasl2-scram'] : []),
        ...(settings.proveLoginOffer === true && offersScram && !refused ? ['sasl-scram'] : []),
        'versionless-auth',
    ];
}
function requiresTls({ features, answers, sentinel }) {
    const external = answers['sasl-external'];
    const verify = answers['dialback-verify'];
    if (external.state === 'done' && (0,model_answer .X_)(external.value))
        return true;
    if (verify.state !== 'done')
        return false;
    const offersDialback = features.state === 'done' && features.value.dialback;
    const isIgnored = (0,model_answer .eW)(verify.value) && offersDialback && sentinel.state === 'done';
    return isIgnored || (0,model_answer .X_)(verify.value) || (!offersDialback && verify.value.kind === 'stream-error');
}
function comesFromSasl2(answer) {
    return answer.kind.startsWith('sasl-') && !(0,model_answer .X_)(answer);
}
function scramFor(question, { mechanisms, sasl2 = [] }) {
    const offered = (question === 'sasl2-scram' ? [...sasl2, ...mechanisms] : mechanisms).filter(isScram);
    return offered.includes(USUAL_SCRAM) ? USUAL_SCRAM : (offered[0] ?? USUAL_SCRAM);
}
function isScram(mechanism) {
    return /^SCRAM-SHA-[0-9-]+$/u.test(mechanism);
}

; 








const LATE_MS = 2000;
const MORE_ROUNDS = 3;
async function askOverHttp(stream, asking, ports) {
    const seen = { ...UNASKED, connected: (0,model_failure .Vw)('connected'), header: (0,model_failure .Vw)(stream.header) };
    const features = await readFeatures(stream);
    if (features.state !== 'done') {
        await stream.end();
        return { ...seen, features, answers: unanswered('features') };
    }
    const answers = await askAll(stream, features.value, asking, ports);
    return { ...seen, features, answers: { ...unanswered('question'), ...answers }, sentinel: (0,model_failure .eo)('question') };
}
async function askAll(stream, features, asking, ports) {
    const first = nextRound({}, asking);
    let answers = await web_questions_askOn(stream, asking, first, ports, first.includes('sasl2-scram') ? scramFor('sasl2-scram', features) : undefined);
    const askAgain = async (questions, mechanism) => {
        const again = questions.length === 0 ? undefined : await asking.reopen();
        if (again === undefined)
            return;
        if ((await readFeatures(again)).state !== 'done')
            return again.end();
        answers = { ...answers, ...(await web_questions_askOn(again, asking, questions, ports, mechanism)) };
    };
    if (mayHaveBeenAnother(answers))
        await askAgain(['sasl-external']);
    await askAgain(nextRound(answers, asking));
    if (asking.proveLoginOffer && isOffered(features, answers)) {
        await askAgain(['sasl-scram'], scramFor('sasl-scram', features));
    }
    for (let round = 1, left = nextRound(answers, asking); round < MORE_ROUNDS && left.length > 0; round++) {
        await askAgain(left);
        left = nextRound(answers, asking);
    }
    const sasl2 = answers['sasl2-external'];
    if (sasl2?.state === 'done' && comesFromSasl2(sasl2.value)) {
        await askAgain(['sasl2-scram'], scramFor('sasl2-scram', features));
    }
    return answers;
}
function nextRound(answers, { questions, isBatched }) {
    const left = questions.filter((name) => answers[name] === undefined || answers[name].state === 'not-reached');
    const others = left.filter((name) => name !== 'sasl2-external');
    return isBatched && others.length > 0 ? others : left;
}
function mayHaveBeenAnother(answers) {
    const external = answers['sasl-external'];
    if (external?.state !== 'done' || Object.keys(answers).length < 2)
        return false;
    return endsTheStream(external.value) && !(0,model_answer .X_)(external.value);
}
function endsTheStream({ kind }) {
    return kind === 'stream-error' || kind === 'closed';
}
function isOffered({ mechanisms }, answers) {
    const external = answers['sasl-external'];
    const isRefused = external?.state === 'done' && (0,model_answer .X_)(external.value);
    return mechanisms.some(isScram) && !isRefused;
}
function webQuestionsToConfirm(seen) {
    const external = seen.answers['sasl-external'];
    const cutsOff = external.state === 'done' && endsTheStream(external.value);
    const accusing = accusations(seen);
    if (accusing.length > 0 && accusing.every((question) => question === 'sasl2-scram'))
        return accusing;
    const others = WEB_QUESTIONS.filter((question) => {
        if (question === 'sasl-external')
            return false;
        return accusing.includes(question) || (question === 'sasl2-external' && accusing.includes('sasl2-scram'));
    });
    return others.length > 0 && cutsOff ? others : ['sasl-external', ...others];
}
async function web_questions_askOn(stream, { to }, questions, { random }, mechanism) {
    const context = {
        to,
        user: random.token(12),
        id: random.token(6),
        ...(mechanism === undefined ? {} : { mechanism }),
    };
    await stream.send(questions.map((name) => writeWebQuestion(name, context)));
    const answers = await hear(stream, questions, context);
    await stream.end();
    return answers;
}
async function hear(stream, questions, context) {
    const elements = [];
    for (;;) {
        const answers = readWebAnswers(elements, questions, context);
        const open = openQuestions(answers, questions);
        if (open.length === 0 && !mayAnswerLate(answers))
            return answers;
        const isLate = open.every((question) => question === 'sasl2-external');
        const next = await stream.next('question', isLate ? LATE_MS : undefined);
        if ('code' in next)
            return open.length === 0 ? answers : readWebAnswers(elements, questions, context, next);
        elements.push(next);
    }
}
async function readFeatures(stream) {
    for (;;) {
        const next = await stream.next('features');
        if ('code' in next)
            return (0,model_failure .gz)(next);
        const error = readStreamError(next);
        if (error !== undefined)
            return (0,model_failure .gz)(streamErrorFailure(error, 'features'));
        if (next.namespace === NS.stream && next.name === 'features')
            return (0,model_failure .Vw)(readStreamFeatures(next));
    }
}
function unanswered(after) {
    const step = (0,model_failure .eo)(after);
    return { 'sasl-external': step, 'legacy-auth': step, registration: step, 'dialback-verify': step };
}
const UNASKED = {
    connected: (0,model_failure .eo)('connect'),
    header: (0,model_failure .eo)('connect'),
    features: (0,model_failure .eo)('connect'),
    answers: unanswered('connect'),
    sentinel: (0,model_failure .eo)('connect'),
};
function unopened(opened) {
    if (opened.state !== 'failed')
        return UNASKED;
    if (opened.failure.step === 'connect')
        return { ...UNASKED, connected: opened };
    const after = (0,model_failure .eo)('header');
    return { ...UNASKED, connected: (0,model_failure .Vw)('connected'), header: opened, features: after, answers: unanswered('header') };
}

; 
const LOGIN_MEANS = (  null && (['SCRAM-SHA-512', 'SCRAM-SHA-256', 'SCRAM-SHA-1', 'PLAIN', 'jabber:iq:auth']));
const SUITE_CLASSES = ['null', 'anonymous', 'export'];

; 
const TLS_1_0 = [3, 1];
const TLS_1_2 = [3, 3];
const HANDSHAKE_RECORD = 22;
const CLIENT_HELLO = 1;
const RENEGOTIATION_SCSV = 0x00ff;
const EXTENSION = { serverName: 0, supportedGroups: 10, pointFormats: 11, signatureAlgorithms: 13, alpn: 16 };
const GROUPS = [0x001d, 0x0017, 0x0019, 0x0018];
const SIGNATURES = [
    0x0804, 0x0805, 0x0806, 0x0403, 0x0503, 0x0603, 0x0401, 0x0501, 0x0601, 0x0402, 0x0203, 0x0201, 0x0202,
];
function writeClientHello({ suites, serverName, alpn, random }) {
    const extensions = [
        ...extension(EXTENSION.serverName, sized(2, [0, ...sized(2, ascii(serverName))])),
        ...extension(EXTENSION.supportedGroups, sized(2, GROUPS.flatMap(uint16))),
        ...extension(EXTENSION.pointFormats, sized(1, [0])),
        ...extension(EXTENSION.signatureAlgorithms, sized(2, SIGNATURES.flatMap(uint16))),
        ...(alpn === undefined ? [] : extension(EXTENSION.alpn, sized(2, sized(1, ascii(alpn))))),
    ];
    const offered = [...suites.map(({ id }) => id), RENEGOTIATION_SCSV];
    const noSession = [0];
    const noCompression = [1, 0];
    const body = [
        ...TLS_1_2,
        ...random,
        ...noSession,
        ...sized(2, offered.flatMap(uint16)),
        ...noCompression,
        ...sized(2, extensions),
    ];
    return Uint8Array.from([HANDSHAKE_RECORD, ...TLS_1_0, ...sized(2, [CLIENT_HELLO, ...sized(3, body)])]);
}
function extension(type, content) {
    return [...uint16(type), ...sized(2, content)];
}
function sized(lengthBytes, content) {
    const length = [content.length >> 16, content.length >> 8, content.length].map((part) => part & 0xff);
    return [...length.slice(3 - lengthBytes), ...content];
}
function uint16(value) {
    return [value >> 8, value & 0xff];
}
function ascii(text) {
    return [...text].map((character) => character.charCodeAt(0));
}

; 
const ALERTS = {
    0: 'close_notify',
    10: 'unexpected_message',
    20: 'bad_record_mac',
    21: 'decryption_failed',
    22: 'record_overflow',
    30: 'decompression_failure',
    40: 'handshake_failure',
    41: 'no_certificate',
    42: 'bad_certificate',
    43: 'unsupported_certificate',
    44: 'certificate_revoked',
    45: 'certificate_expired',
    46: 'certificate_unknown',
    47: 'illegal_parameter',
    48: 'unknown_ca',
    49: 'access_denied',
    50: 'decode_error',
    51: 'decrypt_error',
    60: 'export_restriction',
    70: 'protocol_version',
    71: 'insufficient_security',
    80: 'internal_error',
    86: 'inappropriate_fallback',
    90: 'user_canceled',
    100: 'no_renegotiation',
    109: 'missing_extension',
    110: 'unsupported_extension',
    112: 'unrecognized_name',
    113: 'bad_certificate_status_response',
    115: 'unknown_psk_identity',
    116: 'certificate_required',
    120: 'no_application_protocol',
};
const UNRECOGNIZED_NAME = 'unrecognized_name';
function alertName(description) {
    return ALERTS[description] ?? `alert ${description}`;
}

; 

const RECORD_HEADER_LENGTH = 5;
const RECORD_LIMIT = 2 ** 14 + 2048;
const ANSWER_LIMIT = 2 * RECORD_LIMIT;
const ALERT = 21;
const HANDSHAKE = 22;
const SERVER_HELLO = 2;
const CLOSE_NOTIFY = 0;
const FATAL = 2;
const VERSIONS = {
    0x0300: 'SSLv3',
    0x0301: 'TLSv1',
    0x0302: 'TLSv1.1',
    0x0303: 'TLSv1.2',
};
const NOT_TLS = { kind: 'not-tls' };
const INCOMPLETE = { kind: 'incomplete' };
function readServerHello(bytes) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const handshake = [];
    let at = 0;
    while (at < bytes.length) {
        const type = view.getUint8(at);
        if ((type !== ALERT && type !== HANDSHAKE) || (at + 1 < bytes.length && view.getUint8(at + 1) !== 3))
            return NOT_TLS;
        if (at + RECORD_HEADER_LENGTH > bytes.length)
            break;
        const length = view.getUint16(at + 3);
        if (length === 0 || length > RECORD_LIMIT)
            return NOT_TLS;
        at += RECORD_HEADER_LENGTH;
        const fragment = bytes.subarray(at, at + length);
        at += length;
        const answer = type === ALERT ? readAlert(fragment, length) : readHandshake(handshake, fragment);
        if (answer !== undefined)
            return answer;
    }
    return bytes.length > ANSWER_LIMIT ? NOT_TLS : INCOMPLETE;
}
function readAlert([level, description], length) {
    if (length !== 2)
        return NOT_TLS;
    if (level === undefined || description === undefined)
        return INCOMPLETE;
    const isFatal = level === FATAL;
    if (!isFatal && description !== CLOSE_NOTIFY)
        return undefined;
    return { kind: 'alert', level: isFatal ? 'fatal' : 'warning', description: alertName(description) };
}
function readHandshake(handshake, fragment) {
    handshake.push(...fragment);
    const [type] = handshake;
    if (type !== undefined && type !== SERVER_HELLO)
        return NOT_TLS;
    const versionAt = 4;
    const sessionAt = versionAt + 2 + 32;
    const sessionLength = handshake[sessionAt];
    if (sessionLength === undefined)
        return undefined;
    if (sessionLength > 32)
        return NOT_TLS;
    const suite = server_hello_uint16(handshake, sessionAt + 1 + sessionLength);
    if (suite === undefined)
        return undefined;
    const version = VERSIONS[server_hello_uint16(handshake, versionAt) ?? 0];
    return version === undefined ? NOT_TLS : { kind: 'server-hello', version, suite };
}
function server_hello_uint16(bytes, at) {
    const [high, low] = bytes.slice(at, at + 2);
    return high === undefined || low === undefined ? undefined : high * 256 + low;
}

; 
const WORTHLESS_SUITES = {
    null: suites({
        0xc010: 'TLS_ECDHE_RSA_WITH_NULL_SHA',
        0xc006: 'TLS_ECDHE_ECDSA_WITH_NULL_SHA',
        0x003b: 'TLS_RSA_WITH_NULL_SHA256',
        0x0002: 'TLS_RSA_WITH_NULL_SHA',
        0x0001: 'TLS_RSA_WITH_NULL_MD5',
        0xc00b: 'TLS_ECDH_RSA_WITH_NULL_SHA',
        0xc001: 'TLS_ECDH_ECDSA_WITH_NULL_SHA',
        0xc015: 'TLS_ECDH_anon_WITH_NULL_SHA',
    }),
    anonymous: suites({
        0xc019: 'TLS_ECDH_anon_WITH_AES_256_CBC_SHA',
        0xc018: 'TLS_ECDH_anon_WITH_AES_128_CBC_SHA',
        0xc017: 'TLS_ECDH_anon_WITH_3DES_EDE_CBC_SHA',
        0xc016: 'TLS_ECDH_anon_WITH_RC4_128_SHA',
        0x00a7: 'TLS_DH_anon_WITH_AES_256_GCM_SHA384',
        0x00a6: 'TLS_DH_anon_WITH_AES_128_GCM_SHA256',
        0x006d: 'TLS_DH_anon_WITH_AES_256_CBC_SHA256',
        0x006c: 'TLS_DH_anon_WITH_AES_128_CBC_SHA256',
        0x003a: 'TLS_DH_anon_WITH_AES_256_CBC_SHA',
        0x0034: 'TLS_DH_anon_WITH_AES_128_CBC_SHA',
        0x00c5: 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA256',
        0x00bf: 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA256',
        0x0089: 'TLS_DH_anon_WITH_CAMELLIA_256_CBC_SHA',
        0x0046: 'TLS_DH_anon_WITH_CAMELLIA_128_CBC_SHA',
        0xc085: 'TLS_DH_anon_WITH_CAMELLIA_256_GCM_SHA384',
        0xc084: 'TLS_DH_anon_WITH_CAMELLIA_128_GCM_SHA256',
        0xc05b: 'TLS_DH_anon_WITH_ARIA_256_GCM_SHA384',
        0xc05a: 'TLS_DH_anon_WITH_ARIA_128_GCM_SHA256',
        0xc047: 'TLS_DH_anon_WITH_ARIA_256_CBC_SHA384',
        0xc046: 'TLS_DH_anon_WITH_ARIA_128_CBC_SHA256',
        0x009b: 'TLS_DH_anon_WITH_SEED_CBC_SHA',
        0x001b: 'TLS_DH_anon_WITH_3DES_EDE_CBC_SHA',
        0x001a: 'TLS_DH_anon_WITH_DES_CBC_SHA',
        0x0018: 'TLS_DH_anon_WITH_RC4_128_MD5',
        0x0019: 'TLS_DH_anon_EXPORT_WITH_DES40_CBC_SHA',
        0x0017: 'TLS_DH_anon_EXPORT_WITH_RC4_40_MD5',
    }),
    export: suites({
        0x0014: 'TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA',
        0x0011: 'TLS_DHE_DSS_EXPORT_WITH_DES40_CBC_SHA',
        0x000e: 'TLS_DH_RSA_EXPORT_WITH_DES40_CBC_SHA',
        0x000b: 'TLS_DH_DSS_EXPORT_WITH_DES40_CBC_SHA',
        0x0008: 'TLS_RSA_EXPORT_WITH_DES40_CBC_SHA',
        0x0006: 'TLS_RSA_EXPORT_WITH_RC2_CBC_40_MD5',
        0x0003: 'TLS_RSA_EXPORT_WITH_RC4_40_MD5',
    }),
};
function suites(names) {
    return Object.entries(names).map(([id, name]) => ({ id: Number(id), name }));
}

; 









const REFUSALS = ['handshake_failure', 'insufficient_security', 'protocol_version'];
const tls_offers_NO_CONNECTION_LEFT = (0,model_failure .gz)((0,model_failure .V2)('probe.connections', 'handshake'));
async function offerClassByClass(look, way, answer, kept, areAsked = false) {
    const answers = {};
    let offered = SUITE_CLASSES;
    let last = answer;
    for (;;) {
        const picked = classPicked(last);
        for (const one of picked === undefined ? offered : [picked])
            answers[one] = last;
        const open = SUITE_CLASSES.filter((one) => answers[one] === undefined);
        const nullPicked = answers.null !== undefined && classPicked(answers.null) !== undefined;
        const spare = look.connectionsLeft() - kept - (nullPicked ? 1 : 0);
        offered = areAsked ? nextOfferOfAll(open, spare) : nextOffer(open, spare);
        if (offered.length === 0) {
            return { null: tls_offers_NO_CONNECTION_LEFT, anonymous: tls_offers_NO_CONNECTION_LEFT, export: tls_offers_NO_CONNECTION_LEFT, ...answers };
        }
        last = await enterAndOffer(look, way, offered);
    }
}
function nextOffer(open, spare) {
    if (spare > 1)
        return open;
    return spare === 1 && open.includes('null') ? ['null'] : [];
}
function nextOfferOfAll(open, spare) {
    if (spare <= 0)
        return [];
    return open.includes('null') && spare <= 2 ? ['null'] : open;
}
async function enterAndOffer(look, way, classes, kept = 0) {
    if (look.connectionsLeft() <= kept)
        return tls_offers_NO_CONNECTION_LEFT;
    const taken = await withConnection(look, async (connection) => {
        if (way.by === 'direct-tls')
            return offerSuites(connection, look, classes, way.alpn);
        const { header, features } = await openPlaintext(connection, look, way.to);
        if (header.state !== 'done')
            return header;
        const ready = features.state === 'done' ? await connection.converse(requestStarttls()) : features;
        return ready.state === 'done' ? offerSuites(connection, look, classes) : ready;
    });
    return taken.state === 'done' ? taken.value : taken;
}
async function offerSuites(connection, { identity, ports }, classes, alpn) {
    if (connection.hasUnread())
        return (0,model_failure .gz)((0,model_failure .V2)('tls.not-tls', 'handshake'));
    const suites = classes.flatMap((one) => WORTHLESS_SUITES[one]);
    connection.note(`ClientHello with ${suites.length} cipher suites, all of them worthless: ${classes.join(', ')}`);
    const hello = writeClientHello({
        suites,
        serverName: identity.domain,
        ...(alpn === undefined ? {} : { alpn }),
        random: new TextEncoder().encode(ports.random.token(32)),
    });
    const read = await connection.exchange(hello, (bytes) => {
        const answer = readServerHello(bytes);
        return answer.kind === 'incomplete' ? undefined : answer;
    });
    const answer = read.state === 'done' ? interpret(read.value, suites) : read;
    connection.note(inTheTranscript(answer));
    return answer;
}
function interpret(answer, offered) {
    switch (answer.kind) {
        case 'server-hello': {
            const suite = offered.find(({ id }) => id === answer.suite)?.name;
            if (suite !== undefined)
                return (0,model_failure .Vw)({ kind: 'picked', suite, version: answer.version });
            const picked = `it picked the cipher suite 0x${answer.suite.toString(16).padStart(4, '0')}`;
            return (0,model_failure .gz)((0,model_failure .V2)('tls.not-tls', 'handshake', `${picked}, which was not offered`));
        }
        case 'alert':
            if (REFUSALS.includes(answer.description))
                return (0,model_failure .Vw)({ kind: 'refused', by: answer.description });
            return (0,model_failure .gz)((0,model_failure .V2)(answer.level === 'fatal' ? 'tls.alert' : 'tls.closed', 'handshake', answer.description));
        case 'not-tls':
            return (0,model_failure .gz)((0,model_failure .V2)('tls.not-tls', 'handshake'));
    }
}
function inTheTranscript(answer) {
    if (answer.state === 'failed')
        return inWords(answer.failure);
    if (answer.state === 'not-reached')
        return 'no TLS handshake';
    const { value } = answer;
    return value.kind === 'picked' ? `the server picked ${value.suite} (${value.version})` : `refused: ${value.by}`;
}
function classPicked(answer) {
    if (answer.state !== 'done' || answer.value.kind !== 'picked')
        return undefined;
    const { suite } = answer.value;
    return SUITE_CLASSES.find((one) => WORTHLESS_SUITES[one].some(({ name }) => name === suite));
}

; 






const HTTPS = { by: 'direct-tls', alpn: 'http/1.1' };
function secureSubject({ url }) {
    const domain = new URL(url).hostname.replace(/^\[|\]$/gu, '');
    return { domain, unicodeDomain: domain };
}
async function offerSuitesOverHttps(door, { handshake }, ledger, { suites }) {
    if (suites !== undefined)
        return suites;
    const mayHandshake = handshake.state === 'done' || failedWith(handshake, 'tls.alert', 'tls.local-refusal');
    if (!mayHandshake || ledger.left() <= 0 || addressFamily(secureSubject(door).domain) !== undefined)
        return {};
    const look = ledger.begin(secureSubject(door));
    const worthlessSuites = await offerClassByClass(look, HTTPS, await enterAndOffer(look, HTTPS, SUITE_CLASSES), 0);
    ledger.add(look);
    return { worthlessSuites };
}
async function confirmNullSuitesOverHttps(observation, door, settings, ports, before = UNTOUCHED) {
    const budget = budgetFor(door, before, observation);
    const subject = secureSubject(door);
    const ledger = openLedger({ endpoint: door, subject, settings, ports }, budget, lastNumber(observation));
    const look = ledger.begin();
    const nullSuitesAgain = await enterAndOffer(look, HTTPS, ['null']);
    ledger.add(look);
    return { ...observation, nullSuitesAgain, ...ledger.after(observation) };
}
function sharesTls(a, b) {
    return (0,model_endpoint .p)(a) && (0,model_endpoint .p)(b) && secureSubject(a).domain === secureSubject(b).domain;
}

; 









const GUESS_PATIENCE_MS = 2000;
const RETRY_PAUSE_MS = 1000;
async function observeWebDoor(door, subject, settings, ports, before = UNTOUCHED) {
    const ledger = openLedger({ endpoint: door, subject, settings, ports }, budgetFor(door, before));
    const asking = {
        questions: WEB_QUESTIONS,
        proveLoginOffer: settings.proveLoginOffer === true,
        kept: keptBy(door),
    };
    let visit = await visitDoor(door, before.urls, asking, ledger);
    for (let retry = 0; retry < settings.retries && mayPass(door, visit) && ledger.left() > keptBy(door); retry++) {
        await ports.clock.sleep(RETRY_PAUSE_MS, ports.signal);
        visit = moreTelling(visit, await visitDoor(door, before.urls, asking, ledger));
    }
    const { entered, to, plaintext, inside } = visit;
    const seen = (0,model_endpoint .p)(door)
        ? { ...inside, plaintext, ...(await offerSuitesOverHttps(door, inside, ledger, before)) }
        : {
            ...stoppedAfter('connect', { connected: plaintext.connected }),
            plaintext: await explainHangUp(plaintext, door, ledger),
        };
    return { endpoint: entered, to, ...seen, transcript: ledger.lines(), cost: ledger.cost() };
}
async function confirmWebDoor(observation, door, subject, settings, ports, before = UNTOUCHED) {
    const budget = budgetFor(door, before, observation);
    const ledger = openLedger({ endpoint: door, subject, settings, ports }, budget, lastNumber(observation));
    const asking = { questions: webQuestionsToConfirm(observation.plaintext), proveLoginOffer: false, kept: 0 };
    const { plaintext: confirmation } = await visitDoor(door, [], asking, ledger);
    return { ...observation, confirmation, ...ledger.after(observation) };
}
function visitDoor(door, known, asking, ledger) {
    const look = ledger.begin();
    const { settings, ports } = look;
    return ports.pace.run(door, async () => {
        const origin = (0,model_endpoint .p)(door) ? { ...door, identity: { ...secureSubject(door), service: door.service } } : door;
        const { timeoutMs } = settings;
        const connectTimeoutMs = door.source === 'default-port' ? GUESS_PATIENCE_MS : timeoutMs;
        const patience = { timeoutMs, connectTimeoutMs, maxConnections: ledger.left(), signal: ports.signal };
        const session = ports.http.open(origin, patience);
        try {
            return await goThrough(door, known, asking, session, look, patience.maxConnections);
        }
        finally {
            session.close();
            ledger.add(look, session.cost());
        }
    });
}
async function goThrough(door, known, { questions, proveLoginOffer, kept }, session, look, most) {
    const record = look.transcript.open();
    record('note', `connecting to ${door.address} port ${door.port}`);
    const { url, to, opened } = await enter(door, known, session, look, record);
    const entered = { ...door, url: url.href, ...(door.anyPath === true ? { anyPath: false } : {}) };
    if ((0,model_endpoint .p)(door))
        return { entered, to, plaintext: UNASKED, inside: await seeInside(session, opened) };
    const inside = stoppedAfter('connect', {});
    if (opened.state !== 'done')
        return { entered, to, plaintext: unopened(opened), inside };
    const isBatched = door.transport === 'bosh';
    const reopen = async () => {
        if (!isBatched && session.cost().connections >= most - kept)
            return undefined;
        const again = await openAt(url, to, session, look, look.transcript.open());
        return again.state === 'done' ? again.value : undefined;
    };
    const asking = { to, questions, proveLoginOffer, isBatched, reopen };
    return { entered, to, plaintext: await askOverHttp(opened.value, asking, look.ports), inside };
}
async function seeInside(session, opened) {
    const features = opened.state === 'done' ? await readFeatures(opened.value) : (0,model_failure .eo)('secured-features');
    if (opened.state === 'done')
        await opened.value.end();
    const tls = session.tls();
    if (tls === undefined) {
        const isHandshake = opened.state === 'failed' && opened.failure.step === 'handshake';
        return isHandshake
            ? stoppedAfter('handshake', { connected: (0,model_failure .Vw)('connected'), handshake: opened })
            : stoppedAfter('connect', opened.state === 'failed' ? { connected: opened } : {});
    }
    const securedHeader = opened.state === 'done' ? (0,model_failure .Vw)(opened.value.header) : inner(opened);
    return stoppedAfter('connect', {
        connected: (0,model_failure .Vw)('connected'),
        handshake: (0,model_failure .Vw)(tls),
        securedHeader,
        securedFeatures: inner(features),
    });
}
function inner(step) {
    return step.state === 'failed' ? (0,model_failure .gz)({ ...step.failure, step: 'secured-features' }) : step;
}
const web_door_PASSING = ['tcp.reset', 'http.closed', 'http.error', 'stream.closed', 'stream.timeout'];
const SILENT = ['tcp.timeout', 'http.timeout'];
function mayPass(door, { plaintext: { connected, header, features } }) {
    const codes = door.source === 'default-port' ? web_door_PASSING : [...web_door_PASSING, ...SILENT];
    return !(0,model_endpoint .p)(door) && [connected, header, features].some((step) => failedWith(step, ...codes));
}
function moreTelling(first, second) {
    return weightOf(second) >= weightOf(first) ? second : first;
}
function weightOf({ plaintext: { connected, header, features } }) {
    if (features.state === 'done')
        return Infinity;
    const [failedFirst] = [connected, header, features].flatMap((step) => step.state === 'failed' ? [step.failure] : []);
    return (header.state === 'done' ? 10 : 0) + (failedFirst === undefined ? 0 : tells(failedFirst));
}
async function explainHangUp(seen, door, ledger) {
    if (!failedWith(seen.header, 'http.closed', 'tcp.reset') || ledger.left() <= 0)
        return seen;
    const look = ledger.begin(secureSubject(door));
    const entered = await withConnection(look, (connection) => connection.startTls('http/1.1'));
    ledger.add(look);
    const handshake = entered.state === 'done' ? entered.value : entered;
    if (handshake.state !== 'done' && !failedWith(handshake, 'tls.alert'))
        return seen;
    return { ...seen, header: (0,model_failure .gz)((0,model_failure .V2)('stream.speaks-tls', 'header')) };
}

; 


const ALPN = { c2s: 'xmpp-client', s2s: 'xmpp-server' };
async function enterDirectly(look, to) {
    const steps = await direct_tls_endpoint_enter(look, to, ALPN[look.endpoint.service]);
    if (!mayBeForAlpn(look, steps) || look.connectionsLeft() <= 0)
        return steps;
    const without = await direct_tls_endpoint_enter(look, to);
    if (!tellsMore(without, steps))
        return steps;
    return { ...without, withAlpn: { handshake: steps.handshake, securedHeader: steps.securedHeader } };
}
function tellsMore({ securedHeader }, than) {
    if (securedHeader.state === 'done')
        return true;
    return than.handshake.state !== 'done' && failedWith(securedHeader, 'stream.not-xmpp', 'xml.not-well-formed');
}
function direct_tls_endpoint_enter(look, to, alpn) {
    return takeSteps(look, async (connection) => stoppedAfter('connect', await goInside(connection, look, to, alpn)));
}
function mayBeForAlpn({ endpoint }, { handshake, securedHeader }) {
    if (failedWith(securedHeader, 'stream.not-xmpp', 'xml.not-well-formed', 'stream.closed'))
        return true;
    if (failedWith(handshake, 'tls.closed', 'tcp.reset'))
        return endpoint.transport === 'direct-tls';
    if (handshake.state !== 'failed' || handshake.failure.code !== 'tls.alert')
        return false;
    const alert = handshake.failure.detail ?? '';
    return alert !== UNRECOGNIZED_NAME && !alert.includes('certificate');
}

; 




function enterByStarttls(look, to) {
    return takeSteps(look, async (connection) => {
        const { header, features } = await openPlaintext(connection, look, to);
        if (features.state !== 'done') {
            return stoppedAfter(header.state === 'done' ? 'features' : 'header', { header, features });
        }
        const starttls = await connection.converse(requestStarttls());
        if (starttls.state !== 'done')
            return stoppedAfter('starttls', { header, features, starttls });
        const injected = stoppedAfter('starttls', {
            header,
            features,
            starttls: (0,model_failure .gz)((0,model_failure .V2)('starttls.injected', 'starttls')),
        });
        if (connection.hasUnread())
            return injected;
        const inside = await goInside(connection, look, to);
        if (failedWith(inside.handshake, 'tls.not-tls'))
            return injected;
        return { ...stoppedAfter('starttls', { header, features, starttls }), ...inside };
    });
}

; 




const enterOf = ({ transport }) => (transport === 'direct-tls' ? enterDirectly : enterByStarttls);
async function lookAtMain(look) {
    const { domain, unicodeDomain } = look.identity;
    const enter = enterOf(look.endpoint);
    const steps = await enter(look, unicodeDomain);
    if (unicodeDomain === domain || !isHostUnknown(steps) || look.connectionsLeft() <= 0) {
        return { steps, to: unicodeDomain };
    }
    return { steps: await enter(look, domain), to: domain };
}
function isHostUnknown({ header, features, securedHeader, securedFeatures }) {
    return [header, features, securedHeader, securedFeatures].some((step) => failedWith(step, 'stream.host-unknown'));
}
async function tryTlsInstead(look, { steps, to }, plaintextHeader) {
    const turnsPlaintextAway = failedWith(steps.header, 'stream.speaks-tls', 'stream.closed', 'tcp.reset');
    const isTried = look.endpoint.transport === 'starttls' && turnsPlaintextAway && steps.handshake.state !== 'done';
    if (!isTried || plaintextHeader.state === 'done' || look.connectionsLeft() <= 0)
        return steps;
    const inside = await enterDirectly(look, to);
    if (inside.handshake.state !== 'done')
        return steps;
    const { connected, header, features } = steps;
    return { ...inside, connected, header, features, starttls: (0,model_failure .eo)('header') };
}

; 






function openOffer(look, before) {
    let made = before === undefined ? undefined : Promise.resolve(before);
    return {
        makeBehindProceed(connection) {
            if (made !== undefined)
                return;
            made = offerSuites(connection, look, SUITE_CLASSES);
            connection.hold(made);
        },
        made: () => made,
    };
}
async function finishOffers(look, to, entering, offer, seen, areAsked) {
    const kept = accusations(seen).length > 0 ? 1 : 0;
    const { way, answer } = await firstOffer(look, to, entering, offer, seen, kept);
    return offerClassByClass(look, way, answer, kept, areAsked);
}
async function firstOffer(look, to, entering, offer, seen, kept) {
    const starttls = { by: 'starttls', to };
    const offered = await offer.made();
    if (offered !== undefined)
        return { way: starttls, answer: offered };
    if (mayStillProceed(seen)) {
        return { way: starttls, answer: await enterAndOffer(look, starttls, SUITE_CLASSES, kept) };
    }
    const steps = await entering;
    const way = wayInto(look.endpoint, steps, to);
    const never = way.by === 'starttls' || !beganHandshake(steps);
    return { way, answer: never ? (0,model_failure .eo)('starttls') : await enterAndOffer(look, way, SUITE_CLASSES, kept) };
}
function wayInto({ service }, { header, handshake, withAlpn, plaintext }, to) {
    const direct = handshake.state === 'done' || plaintext?.header.state !== 'done';
    if (header.state === 'done' || !direct)
        return { by: 'starttls', to };
    return withAlpn === undefined ? { by: 'direct-tls', alpn: ALPN[service] } : { by: 'direct-tls' };
}
function beganHandshake({ handshake }) {
    return handshake.state === 'done' || failedWith(handshake, 'tls.alert', 'tls.local-refusal');
}
function mayStillProceed({ sentinel, features }) {
    return sentinel.state !== 'done' && features.state === 'done' && features.value.starttls !== 'absent';
}

; 








const FOR_NULL_SUITES = 2;
async function lookAround(look, before) {
    const { domain, unicodeDomain } = look.identity;
    const stands = before !== undefined && !mainMayPass(look.endpoint, before.steps);
    const main = stands ? Promise.resolve(before) : lookAtMain(look);
    const askedAs = unicodeDomain === domain ? domain : (await main).to;
    const known = before?.to === askedAs ? before : undefined;
    const offer = openOffer(look, known?.offered);
    const asking = askRound(look, askedAs, known?.round, offer.makeBehindProceed);
    const entering = Promise.all([main, asking]).then(([entered, round]) => tryTlsInstead(look, entered, round.header));
    const [steps, behind] = await Promise.all([entering, followUp(look, askedAs, await asking, offer, entering, known)]);
    return { to: askedAs, steps, ...behind };
}
async function followUp(look, to, round, offer, entering, before) {
    const plaintext = observationOf(round);
    const known = before?.further ?? {};
    const settled = settledOffers(before);
    const forOffers = (offer.made() === undefined ? 1 : 0) + FOR_NULL_SUITES;
    const goFirst = settled === undefined && areEnough(look, plaintext, known, forOffers);
    const first = goFirst ? await askFurther(keeping(look, forOffers), to, plaintext, known, offer) : known;
    const sofar = { ...plaintext, answers: { ...plaintext.answers, ...first } };
    const suites = settled ?? (await finishOffers(look, to, entering, offer, sofar, goFirst));
    const toAsk = keeping(look, isNullPicked(suites) ? 1 : 0);
    const asked = goFirst ? first : await askFurther(toAsk, to, plaintext, known);
    const further = await compareVerify(toAsk, to, plaintext, asked);
    const seen = { round, offered: await offer.made(), suites, further };
    return { ...seen, ...(await tryDialbackOn(toAsk, to, plaintextOf({ ...seen, to }), before)) };
}
function areEnough(look, plaintext, known, forOffers) {
    const open = further_questions_openQuestions(look, plaintext, known).length;
    const mayAccuse = accusations(plaintext).length > 0 || open > 1;
    return open > 0 && look.connectionsLeft() >= forOffers + open + (mayAccuse ? 1 : 0);
}
function forSecondLook(seen) {
    return (accusations(plaintextOf(seen)).length > 0 ? 1 : 0) + (isNullPicked(seen.suites) ? 1 : 0);
}
function isNullPicked({ null: answer }) {
    return answer.state === 'done' && answer.value.kind === 'picked';
}
function mayShowMore({ endpoint }, { steps, round, further, suites }) {
    const answers = Object.entries({ ...round.answers, ...further });
    return (mainMayPass(endpoint, steps) ||
        openingIsUnexplained(endpoint, round, steps) ||
        answers.some(([question, step]) => wayMayPass(question, step)) ||
        isUncompared(observationOf(round), further) ||
        offerMayPass(suites.null));
}
function plaintextOf(seen) {
    const { round, further, dialback, versionlessDialback } = seen;
    return {
        ...observationOf(round, { ...round.answers, ...further }),
        ...(dialback === undefined ? {} : { dialback }),
        ...(versionlessDialback === undefined ? {} : { versionlessDialback }),
    };
}
function settledOffers(before) {
    const { suites } = before ?? {};
    return suites === undefined || suites.null.state === 'not-reached' || offerMayPass(suites.null) ? undefined : suites;
}
async function tryDialbackOn(look, to, plaintext, before = {}) {
    if (!triesDialback(look) || plaintext.features.state !== 'done')
        return {};
    const kept = accusations(plaintext).length > 0 ? 2 : 0;
    const tryOnce = async (versionless, earlier) => {
        if (earlier !== undefined && !openingMayPass(earlier))
            return earlier;
        if (look.connectionsLeft() <= kept)
            return earlier ?? untriedDialback(look);
        return tryDialback(look, to, versionless);
    };
    const dialback = await tryOnce(false, before.dialback);
    if (!mayBeGotAround({ ...plaintext, dialback }))
        return { dialback };
    return { dialback, versionlessDialback: await tryOnce(true, before.versionlessDialback) };
}

; 











const CONNECTIONS_TO_ASK_AGAIN = 2;
async function confirmPlaintext(observation, subject, settings, ports, before) {
    const { endpoint, cost, plaintext, to = subject.unicodeDomain } = observation;
    if (isWebDoor(endpoint))
        return confirmWebDoor(observation, endpoint, subject, settings, ports, before);
    const { dialback, versionlessDialback, ...asked } = plaintext;
    const again = { dialback: mayHaveLetUsIn(plaintext), versionless: wasTakenUp(versionlessDialback) };
    const tries = [again.dialback, again.versionless].filter(Boolean).length;
    const wanted = CONNECTIONS_TO_ASK_AGAIN + tries;
    const budget = Math.min(wanted, connectionsLeftAfter(observation, { settings, ports }));
    if (budget < 1)
        return { ...observation, confirmation: observationOf(NOT_BEGUN) };
    const look = beginLook(endpoint, subject, settings, ports, budget, cost.connections);
    const kept = accusations(plaintext).length > 0 ? 1 : 0;
    const tryOnce = async (versionless) => look.connectionsLeft() > kept ? tryDialback(look, to, versionless) : undefined;
    const second = again.dialback ? await tryOnce(false) : dialback;
    const secondVersionless = again.versionless ? await tryOnce(true) : versionlessDialback;
    const confirmation = {
        ...(await askAgain(look, to, asked)),
        ...(second === undefined ? {} : { dialback: second }),
        ...(secondVersionless === undefined ? {} : { versionlessDialback: secondVersionless }),
    };
    return { ...observation, confirmation, ...withMore(observation, look) };
}
async function confirmNullSuites(observation, subject, settings, ports, before) {
    const { endpoint, cost, to = subject.unicodeDomain } = observation;
    if (isWebDoor(endpoint))
        return confirmNullSuitesOverHttps(observation, endpoint, settings, ports, before);
    const budget = connectionsLeftAfter(observation, { settings, ports });
    const look = beginLook(endpoint, subject, settings, ports, budget, cost.connections);
    const nullSuitesAgain = await enterAndOffer(look, wayInto(endpoint, observation, to), ['null']);
    return { ...observation, nullSuitesAgain, ...withMore(observation, look) };
}
async function askAgain(look, to, before) {
    const accusing = accusations(before);
    let answers = without(before.answers, accusing);
    for (const question of accusing.filter(isFurther)) {
        if (question === 'sasl-scram' || look.connectionsLeft() <= 0)
            continue;
        answers = { ...answers, [question]: await askAlone(look, to, question, before) };
    }
    const together = accusing.filter((question) => !isFurther(question));
    const all = accusing.length === 0 ? questionsOf(look) : together;
    if (all.length === 0 || look.connectionsLeft() <= 0)
        return observationOf({ ...before, asked: [] }, answers);
    const round = await askThese(look, to, all);
    return observationOf(round, { ...answers, ...round.answers });
}
function without(answers, questions) {
    const rest = Object.entries(answers).filter(([question]) => !questions.includes(question));
    return Object.fromEntries(rest);
}

; 










const observe_RETRY_PAUSE_MS = 1000;
async function observeEndpoint(endpoint, subject, settings, ports, before) {
    if (isWebDoor(endpoint))
        return observeWebDoor(endpoint, subject, settings, ports, before);
    if (endpoint.transport === 'component')
        return observeComponentPort(endpoint, subject, settings, ports);
    const look = beginLook(endpoint, subject, settings, ports, connectionsFor({ endpoint, settings, ports }));
    let seen = await lookAround(look);
    for (let retry = 0; retry < settings.retries && mayShowMore(look, seen); retry++) {
        const more = keeping(look, forSecondLook(seen));
        if (more.connectionsLeft() <= 0)
            break;
        await ports.clock.sleep(observe_RETRY_PAUSE_MS, ports.signal);
        seen = await lookAround(more, seen);
    }
    const { to, steps, suites } = seen;
    const transcript = look.transcript.lines();
    const plaintext = plaintextOf(seen);
    const observation = { endpoint, to, ...steps, plaintext, worthlessSuites: suites, transcript, cost: costOf(look) };
    const whole = withOtherFeatures(observation, look);
    return addLogin(await addInjection(whole, look, to), look, to);
}
async function addInjection(observation, look, to) {
    if (look.settings.starttlsInjection !== true || observation.starttls.state !== 'done')
        return observation;
    const more = oneConnectionMore(observation, look);
    const injection = await injectBehindStarttls(more, to);
    return withOtherFeatures({ ...observation, injection, ...withMore(observation, more) }, more);
}
async function addLogin(observation, look, to) {
    if (!triesLogin(look) || observation.plaintext.features.state !== 'done')
        return observation;
    const more = oneConnectionMore(observation, look);
    const login = await tryLogin(more, to);
    return withOtherFeatures({ ...observation, login, ...withMore(observation, more) }, more);
}
function oneConnectionMore({ endpoint, cost }, { identity, settings, ports }) {
    return beginLook(endpoint, identity, settings, ports, 1, cost.connections);
}

; 





async function lookAtEndpoint(endpoint, subject, settings, profile, ports, before) {
    const secret = settings.login === undefined ? [] : (0,model_secret .jB)(settings.login.password);
    const observation = (0,model_secret .Nt)(await observeEndpoint(endpoint, subject, settings, ports, before), secret);
    const verdict = judgeEndpoint(observation, profile);
    let seen = observation;
    if (needsNullConfirmation(verdict, seen))
        seen = await confirmNullSuites(seen, subject, settings, ports, before);
    if (needsConfirmation(verdict, seen))
        seen = await confirmPlaintext(seen, subject, settings, ports, before);
    if (seen !== observation)
        seen = (0,model_secret .Nt)(seen, secret);
    const looked = { observation: seen, verdict: seen === observation ? verdict : judgeEndpoint(seen, profile) };
    ports.onLooked(looked);
    return looked;
}
function endpointReport({ observation, verdict }, profile) {
    const { service, transport, host, port, address, source, url } = observation.endpoint;
    return {
        service,
        transport,
        host,
        port,
        address,
        source,
        ...(url === undefined ? {} : { url }),
        verdict: verdict.verdict,
        proof: verdict.proof,
        because: verdict.because,
        checks: verdict.outcomes.map(({ check, outcome }) => ({ check, level: levelOfCheck(check, profile), outcome })),
        observation,
    };
}
function levelOfCheck(id, profile) {
    const check = checks .u.find((candidate) => candidate.id === id);
    if (!check)
        throw new Error(`no check has the id ${id}`);
    return levelOf(check, profile);
}

; 

async function lookAtComponentPorts({ componentOf }, known, look, { probe: { componentPorts = [] } }) {
    if (componentOf !== undefined)
        return [];
    const hosts = distinct(known.filter(({ service }) => service === 's2s'), ({ address }) => address);
    const guesses = hosts.flatMap(({ host, address, family }) => componentPorts.map((port) => ({
        ...{ host, address, family, port },
        service: 's2s',
        transport: 'component',
        source: 'default-port',
    })));
    const isKnown = ({ address, port }) => known.some((endpoint) => endpoint.address === address && endpoint.port === port);
    const looked = await Promise.all(guesses.filter((guess) => !isKnown(guess)).map(look));
    return looked.filter(({ observation }) => observation.header.state === 'done');
}

 
var target = __webpack_require__(6220);
; 

const MOST_LINES = 400;
const LONGEST_CONTACT = 200;
function readSecurityTxt(text, locations, now) {
    const fields = security_txt_readFields(text);
    const values = (name) => fields.filter((field) => field.name === name).map((f) => f.value);
    const [expires, ...more] = values('expires');
    if (expires === undefined || more.length > 0 || !isAfter(expires, now))
        return undefined;
    const canonical = values('canonical');
    if (canonical.length > 0 && !canonical.some((url) => locations.includes(normal(url))))
        return undefined;
    const contact = values('contact')
        .map(readContact)
        .find((one) => one !== undefined);
    if (contact === undefined)
        return undefined;
    const language = languageOf(values('preferred-languages').join(','));
    return language === undefined ? { contact } : { contact, language };
}
const normal = (url) => (URL.canParse(url) ? new URL(url).href : url);
function security_txt_readFields(text) {
    const lines = text
        .replace(/^\ufeff/u, '')
        .split(/\r\n|[\r\n]/u)
        .slice(0, MOST_LINES);
    const signature = lines.indexOf('-----BEGIN PGP SIGNATURE-----');
    return (signature < 0 ? lines : lines.slice(0, signature)).flatMap((line) => {
        const [, name, value = ''] = /^(?:- )?([A-Za-z][A-Za-z-]*):\s*(\S.*?)\s*$/u.exec(line) ?? [];
        return name === undefined ? [] : [{ name: name.toLowerCase(), value }];
    });
}
function isAfter(value, now) {
    const isTimestamp = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:?\d\d)$/u.test(value);
    return isTimestamp && Date.parse(value) > Date.parse(now);
}
function readContact(value) {
    if (value.length > LONGEST_CONTACT)
        return undefined;
    const [, address] = /^mailto:([\w.+-]+@(?:[a-z0-9-]+\.)+[a-z0-9-]+)(?:\?.*)?$/iu.exec(value) ?? [];
    if (address !== undefined)
        return `mailto:${address}`;
    return /^https:\/\/(?:[a-z0-9-]+\.)+[a-z0-9-]+(?::\d{1,5})?(?:[/?][\w.~%/?=&+,;-]*)?$/iu.test(value)
        ? value
        : undefined;
}
function languageOf(tags) {
    const spoken = tags.split(',').map((tag) => tag.trim().toLowerCase().split('-')[0] ?? '');
    return spoken.flatMap((tag) => target .Yj.find((language) => language === tag) ?? [])[0];
}

; 


const PATH = '/.well-known/security.txt';
async function findOperatorContact(domain, settings, ports) {
    const asked = new URL(`https://${domain}${PATH}`);
    const first = await fetchFile(asked, settings, ports);
    const moved = first === undefined ? undefined : redirectWithin(domain, asked, first);
    const answer = moved === undefined ? first : await fetchFile(moved, settings, ports);
    if (answer?.status !== 200)
        return undefined;
    const now = new Date(ports.clock.now()).toISOString();
    const url = (moved ?? asked).href;
    const read = readSecurityTxt(answer.body, [asked.href, url], now);
    if (read === undefined)
        return undefined;
    const { contact, language } = read;
    return { uri: contact, source: 'security.txt', url, ...(language === undefined ? {} : { language }) };
}
async function fetchFile(url, settings, ports) {
    const host = url.hostname;
    const door = { service: 'c2s', transport: 'bosh', host, port: 443, source: 'host-meta' };
    const [first] = (await openDoors([door], settings, ports)).endpoints;
    if (first === undefined)
        return undefined;
    const { http, pace, signal } = ports;
    const { address, family } = first;
    const identity = { domain: host, unicodeDomain: host, service: 'c2s' };
    return pace.run(first, async () => {
        const patience = { timeoutMs: settings.timeoutMs, maxConnections: 1, signal };
        const session = http.open({ address, family, port: 443, identity }, patience);
        try {
            const answer = await session.request({ url });
            const isTrusted = session.tls()?.verified.state === 'verified';
            return answer.state === 'done' && isTrusted ? answer.value : undefined;
        }
        finally {
            session.close();
        }
    });
}
function redirectWithin(domain, from, { status, location = '' }) {
    if (status < 300 || status >= 400 || !URL.canParse(location, from.href))
        return undefined;
    const to = new URL(location, from);
    const isOurs = to.hostname === domain || to.hostname.endsWith(`.${domain}`);
    const isPlain = to.protocol === 'https:' && to.port === '' && to.username === '' && to.password === '';
    return isOurs && isPlain ? to : undefined;
}

; 

async function contactToTell({ domain, componentOf, contact }, { verdict, waived }, settings, ports) {
    if (verdict !== 'plaintext' || waived || contact !== undefined)
        return undefined;
    return findOperatorContact(componentOf ?? domain, settings, ports);
}

; 

const MAX_REDIRECT_ADDRESSES = 4;
const LOCATION = /^(?:\[([0-9a-f:.]+)\]|([^\s:[\]]+))(?::([0-9]{1,5}))?$/iu;
async function followRedirect(from, location, settings, ports) {
    const [, ipv6, name, digits] = LOCATION.exec(location.trim()) ?? [];
    const host = (ipv6 ?? name)?.toLowerCase().replace(/\.$/u, '');
    const port = digits === undefined ? from.port : Number(digits);
    if (host === undefined || host === '' || port < 1 || port > 65535)
        return [];
    const { service, transport } = from;
    const { endpoints } = await openDoors([{ service, transport, host, port, source: 'redirect' }], settings, ports);
    return endpoints.slice(0, MAX_REDIRECT_ADDRESSES);
}

; 


function redirectOf({ endpoint, header, features, plaintext }) {
    if (endpoint.source === 'redirect' || endpoint.transport !== 'starttls')
        return undefined;
    for (const step of [header, features, plaintext.header, plaintext.features]) {
        if (step.state === 'failed' && step.failure.code === 'stream.redirected')
            return step.failure.detail;
    }
    return undefined;
}
async function findRedirects(observations, settings, ports) {
    const found = new Map();
    for (const observation of observations) {
        const location = redirectOf(observation);
        const behind = location === undefined ? [] : await followRedirect(observation.endpoint, location, settings, ports);
        if (behind.length > 0)
            found.set(observation, behind);
    }
    return found;
}
async function followRedirects(listed, look, profile, settings, ports) {
    const observations = listed.map(({ observation }) => observation);
    const redirects = await findRedirects(observations, settings, ports);
    const place = ({ transport, address, port }) => `${transport} ${address} ${port}`;
    const known = new Set(observations.map(({ endpoint }) => place(endpoint)));
    const unknown = [...redirects.values()].flat().filter((endpoint) => !known.has(place(endpoint)));
    const distinct = [...new Map(unknown.map((endpoint) => [place(endpoint), endpoint])).values()];
    const sent = listed.map((one) => {
        const redirectedTo = redirects.get(one.observation);
        if (redirectedTo === undefined)
            return one;
        const observation = { ...one.observation, redirectedTo };
        return { observation, verdict: judgeEndpoint(observation, profile) };
    });
    return [...sent, ...(await Promise.all(distinct.map(look)))];
}

; 


const RELATION = 'urn:xmpp:alt-connections:';
const FOLLOWED = ['xbosh', 'websocket', 'tls', 's2s-tls'];
const MAX_LINKS = 16;
const MAX_IPS = 8;
const XRD_LIMITS = { elementBytes: 256 * 1024, streamBytes: 256 * 1024, children: 1024 };
function readHostMeta(text, isCut = false) {
    const json = parse(text);
    const links = json === undefined ? readXrd(text) : readJrd(json);
    if (links !== undefined)
        return limited(links);
    const mayNameXmpp = json === undefined && (text.includes(RELATION) || (isCut && looksLikeHostMeta(text)));
    if (!mayNameXmpp)
        return { kind: 'none' };
    return { kind: 'unreadable', why: isCut ? 'too-long' : 'malformed' };
}
function limited(read) {
    const followed = read.filter(({ relation }) => FOLLOWED.includes(relation));
    const others = read.filter(({ relation }) => !FOLLOWED.includes(relation));
    const kept = followed.slice(0, MAX_LINKS);
    const leftOut = kept.reduce((sum, { named, ips }) => sum + named.length - ips.length, followed.length - kept.length);
    const links = [...kept, ...others.slice(0, MAX_LINKS)].map(({ named: _all, ...link }) => link);
    return { kind: 'links', links, leftOut };
}
function looksLikeHostMeta(text) {
    return /<(?:[\w-]{1,40}:)?XRD[\s>]/u.test(text) || text.includes('"links"');
}
function readXrd(text) {
    const bare = withoutDoctype(host_meta_without(host_meta_without(text, '<!--', '-->'), '<?', '?>'));
    const root = readDocument(bare, XRD_LIMITS);
    if (!isElement(root))
        return undefined;
    if (root.name !== 'XRD')
        return [];
    return root.children.flatMap((link) => {
        const relation = relationOf(attribute(link, 'rel'));
        const href = attribute(link, 'href');
        if (link.name !== 'Link' || relation === undefined)
            return [];
        return [{ relation, ips: [], named: [], ...(href === undefined ? {} : { href }) }];
    });
}
function host_meta_without(text, begin, end) {
    let kept = '';
    let from = 0;
    for (;;) {
        const at = text.indexOf(begin, from);
        const over = at === -1 ? -1 : text.indexOf(end, at + begin.length);
        if (over === -1)
            return kept + text.slice(from);
        kept += text.slice(from, at);
        from = over + end.length;
    }
}
function withoutDoctype(text) {
    const bare = text.replace(/^\uFEFF/u, '').trimStart();
    const end = bare.indexOf('>');
    const isPlain = /^<!DOCTYPE\s/u.test(bare) && !bare.slice(0, end).includes('[');
    return isPlain ? bare.slice(end + 1) : bare;
}
function readJrd(document) {
    const links = fieldsOf(document)?.['links'];
    if (!Array.isArray(links))
        return [];
    return links.flatMap((link) => {
        const { rel, href, port, ips, sni } = fieldsOf(link) ?? {};
        const relation = relationOf(host_meta_textOf(rel));
        if (relation === undefined)
            return [];
        const named = Array.isArray(ips) ? ips.flatMap((ip) => host_meta_textOf(ip) ?? []) : [];
        return [
            {
                relation,
                named,
                ips: named.slice(0, MAX_IPS),
                ...(host_meta_textOf(href) === undefined ? {} : { href: host_meta_textOf(href) ?? '' }),
                ...(host_meta_textOf(sni) === undefined ? {} : { sni: host_meta_textOf(sni) ?? '' }),
                ...(typeof port === 'number' && Number.isInteger(port) && port > 0 && port < 65_536 ? { port } : {}),
            },
        ];
    });
}
function parse(text) {
    try {
        return JSON.parse(text.replace(/^\uFEFF/u, ''));
    }
    catch {
        return undefined;
    }
}
function fieldsOf(value) {
    return typeof value === 'object' && value !== null ? value : undefined;
}
function host_meta_textOf(value) {
    return typeof value === 'string' ? cut(value) : undefined;
}
function relationOf(rel) {
    return rel?.startsWith(RELATION) ? rel.slice(RELATION.length) : undefined;
}

; 



const CONNECTIONS_AT_ONCE = 2;
const ANSWERS = [
    'http.refused',
    'http.denied',
    'http.error',
    'http.redirected',
    'http.elsewhere',
];
function readAt({ host, ...where }, urls, left, { timeoutMs }, { http, pace, signal }, spent) {
    const identity = host === undefined ? undefined : { domain: host, unicodeDomain: host, service: 'c2s' };
    return pace.run(where, async () => {
        const origin = identity === undefined ? where : { ...where, identity };
        const session = http.open(origin, { timeoutMs, maxConnections: Math.min(CONNECTIONS_AT_ONCE, left), signal });
        try {
            const fetched = [];
            for (const url of urls) {
                const one = await host_meta_files_fetchFile(url, session);
                fetched.push(one);
                if (one.kind === 'failed' && !ANSWERS.includes(one.failure.code))
                    break;
            }
            return fetched;
        }
        finally {
            session.close();
            spent.push({ address: where.address, port: where.port, connections: session.cost().connections });
        }
    });
}
async function host_meta_files_fetchFile(url, session) {
    let at = url;
    let answer = await host_meta_files_ask(at, session);
    const moved = 'code' in answer ? undefined : movedWithin(answer, at);
    if (moved !== undefined) {
        at = moved;
        answer = await host_meta_files_ask(at, session);
    }
    if ('code' in answer)
        return { kind: 'failed', url, failure: answer };
    const { status, location = '', body, isCut } = answer;
    if (status >= 300 && status < 400 && URL.canParse(location, at.href)) {
        return { kind: 'moved', url, to: new URL(location, at) };
    }
    const refused = statusFailure(answer, at, 200);
    if (refused !== undefined)
        return { kind: 'failed', url, failure: refused };
    const verified = session.tls()?.verified;
    const untrusted = verified?.state === 'not-verified' ? verified.why : [];
    return { kind: 'file', url, file: readHostMeta(body, isCut), untrusted };
}
async function host_meta_files_ask(url, session) {
    const answer = await session.request({ url });
    if (answer.state === 'done')
        return answer.value;
    return answer.state === 'failed' ? answer.failure : (0,model_failure .V2)('http.closed', 'header');
}

; 




const host_meta_MAX_ADDRESSES = 2;
const MAX_CONNECTIONS = 4;
const host_meta_RETRY_PAUSE_MS = 1000;
async function readHostMetaOf(domain, discovery, settings, ports) {
    const reading = { domain, discovery, settings, ports, spent: [] };
    const [secured, plain] = await Promise.all([readOver('https', reading), readOver('http', reading)]);
    return {
        links: mergeLinks(secured, plain),
        notes: secured.notes,
        ...(secured.unread === undefined ? {} : { unread: secured.unread }),
        spent: reading.spent,
    };
}
const FILES = ['/.well-known/host-meta', '/.well-known/host-meta.json'];
async function readOver(scheme, reading) {
    const urls = FILES.map((path) => new URL(`${scheme}://${reading.domain}${path}`));
    const fetched = await fetchFrom(reading.domain, urls, reading);
    if ('code' in fetched) {
        const isOpen = isUnknown(fetched) || (scheme === 'http' && fetched.code !== 'tcp.refused');
        return isOpen ? { links: [], ...unreadAt(urls, fetched) } : EMPTY;
    }
    const elsewhere = scheme === 'https' ? await followAll(fetched, reading) : [];
    return filesOf([...fetched.filter(({ kind }) => kind !== 'moved' || scheme === 'http'), ...elsewhere]);
}
const EMPTY = { links: [], notes: [] };
async function followAll(fetched, reading) {
    const moved = fetched.flatMap((one) => (one.kind === 'moved' ? [one] : []));
    const hosts = [...new Set(moved.filter(({ to }) => to.protocol === 'https:').map(({ to }) => to.host))];
    const followed = [];
    for (const host of hosts) {
        const here = moved.filter(({ to }) => to.host === host && to.protocol === 'https:');
        const found = await fetchFrom(hostOf(here[0]?.to), here.map(({ to }) => to), reading);
        followed.push(...('code' in found ? here.map((one) => ({ ...one, why: found })) : found));
    }
    return [...followed, ...moved.filter(({ to }) => to.protocol !== 'https:')];
}
function hostOf(url) {
    return (url?.hostname ?? '').replace(/^\[|\]$/gu, '');
}
async function fetchFrom(host, urls, { discovery, settings, ports, spent }) {
    const [{ protocol, port } = new URL('https://invalid/')] = urls;
    const isSecured = protocol === 'https:';
    const number = port === '' ? (isSecured ? 443 : 80) : Number(port);
    const door = { service: 'c2s', transport: 'bosh', host, port: number, source: 'host-meta' };
    const { endpoints, unresolved } = await openDoors([door], discovery, ports);
    let why = unresolved[0]?.failure ?? (0,model_failure .V2)('dns.nodata', 'addresses');
    for (const { address, family } of endpoints.slice(0, host_meta_MAX_ADDRESSES)) {
        const place = { address, family, port: number, ...(isSecured ? { host } : {}) };
        const left = () => MAX_CONNECTIONS - connectionsTo(place, spent);
        let fetched = await readAt(place, urls, left(), settings, ports, spent);
        for (let retry = 0; retry < settings.retries && isSecured && host_meta_mayPass(fetched) && left() > 0; retry++) {
            await ports.clock.sleep(host_meta_RETRY_PAUSE_MS, ports.signal);
            fetched = await readAt(place, urls, left(), settings, ports, spent);
        }
        const nobody = fetched.find((one) => one.kind === 'failed' && one.failure.step === 'connect');
        if (nobody?.kind !== 'failed')
            return fetched;
        why = nobody.failure;
    }
    return why;
}
function connectionsTo({ address, port }, spent) {
    const there = spent.filter((one) => one.address === address && one.port === port);
    return there.reduce((sum, { connections }) => sum + connections, 0);
}
function host_meta_mayPass(fetched) {
    return fetched.some((one) => one.kind === 'failed' && isInDoubt(one.failure));
}
function isUnknown({ code }) {
    if (code === 'run.deadline' || code === 'probe.connections')
        return true;
    return code.startsWith('dns.') && code !== 'dns.nxdomain' && code !== 'dns.nodata';
}
const IN_DOUBT = [
    'http.error',
    'http.closed',
    'http.timeout',
    'tls.timeout',
    'probe.connections',
    'run.deadline',
];
function isInDoubt({ code, step }) {
    return IN_DOUBT.includes(code) || (code === 'tcp.reset' && step === 'header');
}
const NOBODY = [
    'http.refused',
    'http.not-http',
    'tls.alert',
    'tls.not-tls',
    'tls.local-refusal',
];
function filesOf(fetched) {
    const parts = fetched.map(partOf);
    const unread = parts.find((part) => part.unread !== undefined)?.unread;
    return {
        links: parts.flatMap(({ links }) => links),
        notes: [...new Set(parts.flatMap(({ notes }) => notes))],
        ...(unread === undefined ? {} : { unread }),
    };
}
function partOf(one) {
    switch (one.kind) {
        case 'file': {
            const { url, file, untrusted } = one;
            if (file.kind === 'none')
                return EMPTY;
            if (file.kind === 'unreadable')
                return { links: [], ...unreadBecause(url, UNREADABLE[file.why]) };
            const refused = file.links.length === 0 ? [] : untrusted;
            const notes = refused.map((why) => `host-meta comes with a certificate that clients refuse: ${why}`);
            if (file.leftOut === 0)
                return { links: file.links, notes };
            const more = unreadBecause(url, `${file.leftOut} links or addresses more than we follow stand in it`);
            return { links: file.links, unread: more.unread, notes: [...notes, ...more.notes] };
        }
        case 'moved':
            return partNotFollowed(one);
        case 'failed': {
            if (NOBODY.includes(one.failure.code))
                return EMPTY;
            const { notes, unread } = unreadAt([one.url], one.failure);
            return isInDoubt(one.failure) ? { links: [], notes, unread } : { links: [], notes };
        }
    }
}
function partNotFollowed({ url, to, why }) {
    const reason = why === undefined ? 'one redirect is followed, over TLS only' : inWords(why);
    const notes = [`host-meta at ${url.href} is redirected to ${to.href}, which was not followed: ${reason}`];
    return why !== undefined && isUnknown(why)
        ? { links: [], notes, unread: unreadAt([to], why).unread }
        : { links: [], notes };
}
const UNREADABLE = {
    'too-long': 'it is longer than what we read',
    malformed: 'it is not well-formed, or declares entities',
};
function unreadAt([url], why) {
    return unreadBecause(url, inWords(why));
}
function unreadBecause(url, why) {
    const unread = (0,model_failure .V2)('host-meta.unread', 'header', why);
    return { notes: [`host-meta at ${url?.href ?? ''} could not be read: ${why}`], unread };
}
function mergeLinks(secured, plain) {
    const byKey = new Map();
    const nothing = plain.unread === undefined ? false : 'unknown';
    const add = (link, overTls) => {
        const key = [link.relation, link.href ?? `${link.ips.join(' ')} ${link.port ?? ''}`].join(' ');
        const known = byKey.get(key);
        byKey.set(key, {
            ...known,
            ...link,
            ips: [...new Set([...(known?.ips ?? []), ...link.ips])],
            overTls: overTls || known?.overTls === true,
            inPlaintext: overTls ? (known?.inPlaintext ?? nothing) : true,
        });
    };
    for (const link of secured.links)
        add(link, true);
    for (const link of plain.links)
        add(link, false);
    return [...byKey.values()];
}

; 




const NOTHING = { endpoints: [], unresolved: [], notes: [], spent: [] };
const WEB_RELATIONS = { xbosh: 'bosh', websocket: 'websocket' };
const TLS_RELATIONS = { tls: 'c2s', 's2s-tls': 's2s' };
const KINDS = ['bosh', 'websocket'];
const SCHEMES = { bosh: ['http:', 'https:'], websocket: ['ws:', 'wss:'] };
async function discoverWeb(target, known, settings, ports) {
    const open = target.services.filter((service) => !target.endpoints.some((one) => one.service === service));
    if (!open.includes('c2s'))
        return NOTHING;
    const [meta, guessed] = await Promise.all([
        discoverAdvertised(target, open, settings, ports),
        guessDoors(target, known, settings, ports),
    ]);
    const all = distinct([...known, ...meta.endpoints, ...guessed], web_discovery_placeOf);
    return { ...meta, endpoints: all.filter((endpoint) => !known.includes(endpoint)) };
}
function web_discovery_placeOf({ service, transport, address, port, url = '' }) {
    return [service, transport, address, port, url].join(' ');
}
async function discoverAdvertised({ domain }, services, settings, ports) {
    const meta = await readHostMetaOf(domain, settings, settings, ports);
    const notes = [...meta.notes];
    const doors = meta.links.flatMap((link) => {
        const named = doorsOf(link, domain);
        if (named.length === 0)
            notes.push(`host-meta names a ${link.relation} link that is not looked at`);
        return named.filter(({ service }) => services.includes(service));
    });
    const behind = await openDoors(doors, settings, ports);
    const lost = behind.unresolved.map(({ host, port, failure }) => `host-meta names ${host}:${port}: ${failure.code}`);
    const file = { service: 'c2s', host: domain, port: 443 };
    const { unread: why } = meta;
    const unread = why === undefined ? [] : KINDS.map((transport) => ({ ...file, transport, failure: why }));
    return {
        endpoints: behind.endpoints,
        unresolved: [...behind.unresolved.filter(mayLetPlaintextIn), ...unread],
        notes: [...notes, ...new Set(lost)],
        spent: meta.spent,
    };
}
function mayLetPlaintextIn({ transport, url, failure: { code } }) {
    const isNowhere = ['dns.nxdomain', 'dns.nodata', 'config.private-address'].includes(code);
    const hasTls = code !== 'dns.limit' && url !== undefined && (0,model_endpoint .p)({ transport, url });
    return !isNowhere && !hasTls;
}
function doorsOf(link, domain) {
    const { relation, href = '', ips, port, sni = domain } = link;
    const advertised = { overTls: link.overTls, inPlaintext: link.inPlaintext };
    const common = { source: 'host-meta', advertised };
    const addresses = ips.filter((ip) => addressFamily(ip) !== undefined);
    const transport = WEB_RELATIONS[relation];
    if (transport !== undefined) {
        const url = URL.canParse(href) ? new URL(href) : undefined;
        if (url === undefined || !SCHEMES[transport].some((scheme) => scheme === url.protocol))
            return [];
        const door = { ...common, service: 'c2s', transport, port: portOf(url), url: withoutSecrets(url) };
        return [url.hostname.replace(/^\[|\]$/gu, ''), ...addresses].map((host) => ({ ...door, host }));
    }
    const service = TLS_RELATIONS[relation];
    if (service === undefined || port === undefined || sni !== domain)
        return [];
    return addresses.map((host) => ({ ...common, service, transport: 'direct-tls', host, port }));
}
function portOf({ port, protocol }) {
    if (port !== '')
        return Number(port);
    return protocol === 'https:' || protocol === 'wss:' ? 443 : 80;
}
function withoutSecrets(url) {
    const bare = new URL(url);
    bare.username = '';
    bare.password = '';
    bare.hash = '';
    return bare.href;
}
async function guessDoors({ domain }, known, settings, ports) {
    const [port, ...more] = settings.httpPorts ?? [];
    if (port === undefined)
        return [];
    const door = { service: 'c2s', transport: 'bosh', host: domain, port, source: 'default-port' };
    const own = (await openDoors([door], settings, ports)).endpoints;
    const hosts = distinct([...own, ...known.filter(({ service }) => service === 'c2s')], ({ address }) => address);
    return hosts.flatMap(({ host, address, family }) => [port, ...more].flatMap((guess) => KINDS.map((transport) => guessedDoor(transport, { host, address, family, port: guess }, domain))));
}
function guessedDoor(transport, where, domain) {
    const scheme = transport === 'bosh' ? 'http' : 'ws';
    const url = `${scheme}://${domain}:${where.port}/`;
    return { ...where, service: 'c2s', transport, source: 'default-port', url, anyPath: true };
}

; 








const DECIDING = {
    bosh: 'c2s-bosh-requires-https',
    websocket: 'c2s-websocket-requires-wss',
};
async function lookAtWebDoors(target, known, look, profile, config, ports) {
    const found = await discoverWeb(target, known, { ...config.probe, ...config.network }, ports);
    const isWanted = ({ transport }) => {
        const deciding = DECIDING[transport];
        return deciding === undefined || levelOfCheck(deciding, profile) !== 'off';
    };
    const discovered = found.endpoints.filter(isWanted);
    const doors = [...known.filter(isWebDoor), ...discovered.filter(isWebDoor)];
    const places = distinct(doors, web_doors_placeOf);
    const [direct, behindPorts] = await Promise.all([
        Promise.all(discovered.filter((endpoint) => !isWebDoor(endpoint)).map((endpoint) => look(endpoint))),
        Promise.all(places.map(async (place) => {
            const behind = doors.filter((door) => web_doors_placeOf(door) === web_doors_placeOf(place));
            return sift(await lookBehindPort(behind, connectionsTo(place, found.spent), look));
        })),
    ]);
    return {
        looked: [...direct, ...behindPorts.flatMap(({ looked }) => looked)],
        unresolved: found.unresolved.filter(isWanted),
        unclear: behindPorts.flatMap(({ unclear }) => unclear),
        notes: [...found.notes, ...behindPorts.flatMap(({ notes }) => notes)],
    };
}
function web_doors_placeOf({ address, port }) {
    return `${address} port ${port}`;
}
async function lookBehindPort(doors, connections, look) {
    const seen = [];
    const urls = [];
    let made = connections;
    for (const [index, door] of doors.filter(isWebDoor).entries()) {
        const isKnown = addressesOf(door, urls).length === 0;
        if (isKnown || (door.source === 'default-port' && isShut(seen)))
            continue;
        const twin = seen.find(({ observation: { endpoint } }) => isWebDoor(endpoint) && sharesTls(endpoint, door));
        const suites = twin === undefined ? {} : { suites: suitesOf(twin.observation) };
        const looked = await look(door, { connections: made, urls, toCome: doors.length - index - 1, ...suites });
        made += looked.observation.cost.connections;
        seen.push(looked);
        urls.push(door.url, looked.observation.endpoint.url ?? door.url);
    }
    return seen;
}
function suitesOf({ worthlessSuites, nullSuitesAgain }) {
    return {
        ...(worthlessSuites === undefined ? {} : { worthlessSuites }),
        ...(nullSuitesAgain === undefined ? {} : { nullSuitesAgain }),
    };
}
function isShut(seen) {
    return seen.some(({ observation }) => {
        const { header } = observation.plaintext;
        return isNobody(observation) || (header.state === 'failed' && header.failure.code === 'stream.speaks-tls');
    });
}
function isNobody({ plaintext: { connected } }) {
    return connected.state === 'failed' && !['probe.connections', 'run.deadline'].includes(connected.failure.code);
}
function sift(seen) {
    const spokeXmpp = seen.some(({ observation }) => isSpoken(observation));
    const kept = seen.filter((one) => isKept(one, spokeXmpp));
    const dropped = seen.filter((one) => !kept.includes(one)).map(({ observation }) => observation);
    const [first] = dropped;
    if (first === undefined || dropped.some(isNobody))
        return { looked: kept, unclear: [], notes: [] };
    const unclear = dropped.filter((observation) => isUnclear(reasonOf(observation)));
    const place = web_doors_placeOf(first.endpoint);
    const [doubt] = unclear.map(reasonOf);
    const why = doubt === undefined ? '' : (0,model_failure .dp)(doubt);
    const note = doubt === undefined
        ? `${place} is open, and no XMPP over HTTP without TLS was found there`
        : `${place} is open, and it could not be seen whether XMPP over HTTP is behind it: ${why}`;
    return {
        looked: kept,
        unclear: unclear.map(({ endpoint: { service, transport, host, port, address } }) => ({
            ...{ service, transport, host, port, address },
        })),
        notes: kept.length > 0 ? [] : [note],
    };
}
function isKept({ observation }, spokeXmpp) {
    const { endpoint, plaintext } = observation;
    if (endpoint.source !== 'default-port')
        return true;
    const reason = reasonOf(observation);
    if (reason === undefined)
        return plaintext.header.state === 'done';
    if (reason.code === 'stream.host-unknown')
        return false;
    if (isSpoken(observation) || reason.code === 'http.error' || reason.code === 'run.deadline')
        return true;
    return spokeXmpp && isUnclear(reason);
}
function isSpoken({ plaintext: { header } }) {
    return header.state === 'done' || (header.state === 'failed' && speaksXmpp(header.failure));
}
function reasonOf({ plaintext: { connected, header } }) {
    const failed = [connected, header].find((step) => step.state === 'failed');
    return failed?.state === 'failed' ? failed.failure : undefined;
}
const UNCLEAR = [
    'tcp.reset',
    'tcp.failed',
    'probe.connections',
    'http.closed',
    'http.timeout',
    'stream.limit',
];
function isUnclear(reason) {
    return reason !== undefined && UNCLEAR.includes(reason.code);
}

; 











async function lookAtTarget(target, config, ports) {
    const startedAt = ports.clock.monotonic();
    const profile = makeProfile(config.checks, target.checks);
    const settings = config.network;
    const discoveries = await Promise.all(target.services.map((service) => discoverService(target, service, settings, ports)));
    const endpoints = discoveries.flatMap((found) => (found.state === 'found' ? found.endpoints : []));
    const behindAbsence = discoveries.flatMap((found) => (found.state === 'failed' ? [] : (found.behindAbsence ?? [])));
    const look = (endpoint, before) => lookAtEndpoint(endpoint, target, config.probe, profile, ports, before);
    const streams = [...endpoints.filter((endpoint) => !isWebDoor(endpoint)), ...behindAbsence];
    const [listed, web, components] = await Promise.all([
        Promise.all(streams.map((endpoint) => look(endpoint))),
        lookAtWebDoors(target, endpoints, look, profile, config, ports),
        lookAtComponentPorts(target, endpoints, look, config),
    ]);
    const redirected = await followRedirects(listed, look, profile, settings, ports);
    const looked = [...redirected, ...web.looked, ...components];
    const judged = judgeDomain({
        target,
        discoveries: discoveries.map((found) => withUnresolved(found, web.unresolved)),
        endpoints: looked.map((look) => look.verdict),
        waivers: target.waivers,
        now: new Date(ports.clock.now()).toISOString(),
    });
    const foundContact = await contactToTell(target, judged, { ...config.probe, ...settings }, ports);
    const steps = nextSteps(judged, discoveries);
    const isUnknown = judged.verdict === 'inconclusive' && isUnknownName(target.domain, discoveries);
    return {
        domain: target.domain,
        unicodeDomain: target.unicodeDomain,
        verdict: judged.verdict,
        waived: judged.waived,
        services: judged.services,
        endpoints: looked.map((look) => endpointReport(look, profile)),
        findings: judged.findings,
        ...(web.unclear.length === 0 ? {} : { unclear: web.unclear }),
        notes: [...discoveries.flatMap((found) => found.notes), ...web.notes, ...(judged.notes ?? [])],
        server: recognise_recognise(looked.map((look) => look.observation), target.server),
        durationMs: Math.round(ports.clock.monotonic() - startedAt),
        ...saidOf(target),
        ...(foundContact === undefined ? {} : { foundContact }),
        ...(steps.length === 0 ? {} : { nextSteps: steps }),
        ...(isUnknown ? { unknownName: true } : {}),
    };
}
function saidOf(target) {
    return {
        ...(target.contact === undefined ? {} : { contact: target.contact }),
        ...(target.note === undefined ? {} : { note: target.note }),
        ...(target.promise === undefined ? {} : { promise: target.promise }),
        ...(target.contacted === undefined ? {} : { contacted: target.contacted }),
        ...(target.language === undefined ? {} : { language: target.language }),
        ...(target.componentOf === undefined ? {} : { componentOf: target.componentOf }),
        ...(target.position === undefined ? {} : { position: target.position }),
    };
}
function withUnresolved(found, more) {
    if (found.state !== 'found')
        return found;
    return { ...found, unresolved: [...found.unresolved, ...more.filter(({ service }) => service === found.service)] };
}

 
var result = __webpack_require__(6550);
; 




async function merge(paths, { targets }, ports) {
    const reports = await readAll(paths, ports);
    const newestFirst = [...reports].sort((a, b) => (a.startedAt < b.startedAt ? 1 : -1));
    const found = new Map();
    const twice = new Set();
    for (const target of newestFirst.flatMap((report) => report.targets)) {
        if (found.has(target.domain))
            twice.add(target.domain);
        else
            found.set(target.domain, target);
    }
    if (twice.size > 0) {
        ports.log.warning(`In several reports, of which the newest counts: ${[...twice].sort().join(', ')}`);
    }
    const missing = targets.filter(({ domain }) => !found.has(domain)).map(unreported);
    const order = [...new Set(reports.flatMap((report) => report.targets.map(({ domain }) => domain)))];
    return asOne(reports, [...order.flatMap((domain) => found.get(domain) ?? []), ...missing], ports.version);
}
function asOne(reports, targets, version) {
    const starts = reports.map(({ startedAt }) => Date.parse(startedAt));
    const ends = reports.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs);
    const start = Math.min(...starts);
    return {
        schema: model_report .D,
        tool: { name: 'xmpp-tls-compliance', version },
        startedAt: new Date(start).toISOString(),
        durationMs: Math.max(...ends) - start,
        result: (0,result .Bg)(targets),
        targets,
        ...(reports.some(({ ofChange }) => ofChange === true) ? { ofChange: true } : {}),
    };
}
async function readAll(paths, { files }) {
    const { readReport } = await Promise.all( [__webpack_require__.e(815), __webpack_require__.e(377), __webpack_require__.e(561)]).then(__webpack_require__.bind(__webpack_require__, 7561));
    const problems = [];
    const reports = [];
    for (const path of paths) {
        const found = await files.list(path);
        if (found.length === 0)
            problems.push(`merge: there is no JSON report in "${path}"`);
        for (const file of found) {
            const text = await files.read(file);
            const read = text === undefined ? { problem: `"${file}" does not exist` } : readReport(file, text);
            if ('problem' in read)
                problems.push(`merge: ${read.problem}`);
            else
                reports.push(read.value);
        }
    }
    if (problems.length > 0)
        throw new ports .j(problems.join('\n'));
    return reports;
}
function unreported(target) {
    const { domain, unicodeDomain, services } = target;
    const nothing = {
        verdict: 'inconclusive',
        proof: 'none',
        because: ['none of the merged reports has this domain'],
    };
    return {
        domain,
        unicodeDomain,
        verdict: 'inconclusive',
        waived: false,
        services: Object.fromEntries(services.map((service) => [service, nothing])),
        endpoints: [],
        findings: [],
        notes: [],
        server: { software: target.server ?? 'generic', confidence: target.server ? 'configured' : 'unknown', by: [] },
        durationMs: 0,
        nextSteps: ['Did the job that checks it fail, or was its report not handed on?'],
        ...saidOf(target),
    };
}

 
var outputs = __webpack_require__(1665);
; 

const STYLES = { bad: 31, good: 32, unsure: 33, faint: 2, strong: 1 };
function createPaint(colour) {
    return (lines, style) => lines.map((line) => (colour && style ? `\u001b[${STYLES[style]}m${line}\u001b[0m` : line));
}
function wrap(lead, text, width) {
    const room = Math.max(20, width - lead.length);
    const lines = [];
    let line = '';
    for (const word of text.split(' ').flatMap((long) => pieces(long, room))) {
        if (line !== '' && line.length + 1 + word.length > room) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line].map((part, i) => (0,inert .Fq)((i === 0 ? lead : ' '.repeat(lead.length)) + part));
}
function pieces(word, size) {
    return word.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [''];
}

; 









const SEVERITY_STYLES = {
    plaintext: 'bad',
    failing: 'bad',
    inconclusive: 'unsure',
    waived: 'unsure',
    warned: 'unsure',
    secure: 'good',
    'not-offered': 'faint',
};
function layOutConsole(report, { width, colour }, advice) {
    const page = { columns: Math.max(60, width), paint: createPaint(colour), advice };
    const aside = (0,report_words .KF)(report);
    return {
        head: [
            ...page.paint(wrap('', shown((0,report_words .Pl)(report)), page.columns), 'strong'),
            ...(aside === undefined ? [] : wrap('', shown(aside), page.columns)),
        ],
        domains: (0,report_severity .md)(report.targets).map((target) => renderTarget(target, page)),
        tail: [`${(0,report_words .QK)(report)}. Finished in ${(0,report_words .p0)(report.durationMs)}.`],
    };
}
function renderConsole(report, options, advice) {
    const { head, domains, tail } = layOutConsole(report, options, advice);
    const blocks = domains.map(({ title, details }) => [...title, ...details]);
    return `${[...head, '', ...spaced(blocks), '', ...tail].join('\n')}\n`;
}
function renderConsoleQuietly(report, options, advice) {
    const { head, domains, tail } = layOutConsole(report, options, advice);
    return `${[...head, ...domains.flatMap(({ title }) => title), ...tail].join('\n')}\n`;
}
function renderTarget(target, page) {
    const severity = (0,report_severity .xJ)(target);
    const lead = `${report_words .Ix[severity].toUpperCase()}  `;
    const aside = target.unchanged === true ? ' (not part of this change)' : '';
    const name = `${(0,report_words .AU)(target)}${aside}`;
    const isCalm = severity === 'secure' || severity === 'not-offered';
    const said = isCalm ? `${name}: ${(0,report_words .AA)(target).map(calmWords).join(', ')}` : name;
    return {
        title: page.paint(wrap(lead, shown(said), page.columns), SEVERITY_STYLES[severity]),
        details: isCalm ? [] : console_renderDetails(target, page),
    };
}
function calmWords([service, { verdict, proof }]) {
    return `${report_words .wm[service]} ${verdict === 'secure' ? report_words .$$[proof] : report_words .A1[verdict]}`;
}
function console_renderDetails(target, page) {
    const linked = new Set();
    return [
        ...(0,report_words .AA)(target).flatMap(([service, verdict]) => wrap(`  ${report_words .wm[service]}  `, shown((0,report_words .em)((0,report_words .L2)(service, verdict))), page.columns)),
        ...target.endpoints.flatMap((endpoint) => console_renderEndpoint(endpoint, (0,finding .W)(endpoint, target.findings), page, linked)),
        ...(target.note === undefined ? [] : wrap('  on file: ', shown(target.note), page.columns)),
        ...target.notes.flatMap((note) => wrap('  note: ', shown((0,report_words .em)(note)), page.columns)),
        ...(target.nextSteps ?? []).flatMap((step) => wrap('  try: ', shown(step), page.columns)),
        ...renderServer(target, page),
        ...console_renderFix(target, page),
    ];
}
function console_renderEndpoint(endpoint, findings, page, linked) {
    if (findings.length === 0)
        return [];
    const name = `${(0,model_endpoint .z)(endpoint)}, ${endpoint.service} over ${report_words .$N[endpoint.transport]}`;
    const told = new Set();
    return [
        ...wrap('  ', shown(name), page.columns),
        ...(0,finding .q)(findings).flatMap((finding) => {
            const news = finding.evidence.filter((evidence) => !told.has(evidence));
            news.forEach((evidence) => told.add(evidence));
            const isNew = !linked.has(finding.check);
            linked.add(finding.check);
            return console_renderFinding(finding, news, isNew ? (0,links .CU)(finding.check) : undefined, page);
        }),
    ];
}
function console_renderFinding(finding, evidence, link, { columns, paint }) {
    const level = finding.waived ? 'waived' : finding.level;
    const lead = `    ${level.toUpperCase()}  `;
    const under = ' '.repeat(lead.length);
    const { waived } = finding;
    return [
        ...paint(wrap(lead, shown(`${finding.check}: ${(0,report_words .em)(finding.message)}`), columns), level === 'fail' ? 'bad' : 'unsure'),
        ...(waived ? wrap(under, shown(`Waived until ${waived.until}: ${(0,report_words .em)(waived.reason)}`), columns) : []),
        ...evidence.flatMap((piece) => wrap(`${under}evidence: `, shown(piece), columns)),
        ...(link === undefined || level !== 'fail' ? [] : paint([`${under}about: ${link}`], 'faint')),
    ];
}
function renderServer({ server, findings }, { columns }) {
    if (findings.length === 0 || server.confidence === 'unknown')
        return [];
    const by = server.by.length > 0 ? `: ${server.by.join(', ')}` : '';
    return wrap('  server: ', shown(`${server.software} (${server.confidence}${by}).`), columns);
}
function console_renderFix(target, page) {
    const [fix] = fixesFor(target, page.advice);
    return fix?.isCertain === true ? [...fix.changes.flatMap((change) => console_renderChange(change, fix)), ...then(fix)] : [];
}
function console_renderChange({ file, code }, { name }) {
    const lines = code.trimEnd().split('\n');
    return [`  fix (${name}), in ${file}:`, ...lines.map((line) => `      ${line}`)].map(inert .Fq);
}
function then({ software: { reload }, changes }) {
    return (0,remediation .jT)(changes) ? [(0,inert .Fq)(`    then: ${reload ?? 'restart the server'}`)] : [];
}
function spaced(blocks) {
    return blocks.flatMap((block, i) => {
        const before = blocks[i - 1];
        return before && (before.length > 1 || block.length > 1) ? ['', ...block] : block;
    });
}
function shown(text) {
    return (0,inert .UJ)(text, report_words .W$);
}

; 


const MOST_UNFOLDED = 3;
const MOST_DETAILED = 200;
function printReport(report, log, options) {
    if (options.isQuiet === true)
        return log.print(renderConsoleQuietly(report, options, advice .h));
    const { head, domains, tail } = layOutConsole(report, options, advice .h);
    const detailed = domains.filter(({ details }) => details.length > 0);
    if (options.folds !== true || detailed.length <= MOST_UNFOLDED) {
        return log.print(renderConsole(report, options, advice .h));
    }
    log.print(`${[...head, ''].join('\n')}\n`);
    const folded = new Set(detailed.slice(0, MOST_DETAILED));
    for (const domain of domains) {
        if (folded.has(domain))
            log.fold(domain.title.join(' '), domain.details.join('\n'));
        else
            log.print(domain.title.join('\n'));
    }
    const rest = detailed.length - folded.size;
    const more = rest > 0 ? [`The details of ${rest} more domains stand in the job summary and in json-file.`] : [];
    log.print(`${['', ...more, ...tail].join('\n')}\n`);
}

 
var p_limit = __webpack_require__(370);
; 



const ANSWERS_PER_CALL = 12;
const CALLERS = 64;
function openDialbackDesk(listener, timeoutMs, ports) {
    const open = new Set();
    const find = (matches) => [...open].find(matches);
    const register = {
        isOurs: (key, streamId) => find((entry) => entry.key === key && entry.streamId === streamId) !== undefined,
        expects: (domain) => find(({ domains }) => domains.includes(domain.toLowerCase())) !== undefined,
        hear: (id, answer) => find(({ pingId }) => pingId === id)?.hear(answer),
    };
    let callers = 0;
    listener.onCall(async (caller) => {
        if (++callers <= CALLERS)
            await takeCall(caller, register, open, timeoutMs, ports);
        callers--;
        caller.close();
    });
    return {
        open(domains, streamId) {
            let hear = () => { };
            const heard = new Promise((resolve) => (hear = resolve));
            const { random } = ports;
            const entry = {
                domains: domains.map((domain) => domain.toLowerCase()),
                streamId,
                key: random.token(40),
                pingId: random.token(20),
                hear,
            };
            open.add(entry);
            const { key, pingId } = entry;
            return { key, pingId, heard, verified: () => entry.verified, close: () => void open.delete(entry) };
        },
        close: () => listener.close(),
    };
}
async function takeCall(caller, register, open, timeoutMs, { clock, random }) {
    const deadlineMs = clock.monotonic() + ANSWERS_PER_CALL * timeoutMs;
    const confirmed = new Set();
    for (const way of ['in plaintext', 'inside TLS']) {
        const layer = openLayer(caller, () => { }, clock, deadlineMs);
        const onVerified = (key) => {
            for (const entry of open) {
                if (entry.key !== key)
                    continue;
                entry.verified = way;
                confirmed.add(entry);
            }
        };
        const call = { streamId: random.token(20), offersTls: way === 'in plaintext' };
        const end = await converseOver(layer, answerCall(register, call, onVerified), ANSWERS_PER_CALL * timeoutMs);
        if (end.kind === 'over') {
            if (end.error !== undefined && (0,model_answer .X_)(end.error))
                for (const entry of confirmed)
                    entry.hear(end.error);
            return;
        }
        if (layer.hasUnread() || !(await caller.serveTls(timeoutMs)))
            return;
    }
}

; 

const LIMITS = { perListener: 4, perAddress: 5 };
function createPace({ perListener, perAddress } = LIMITS) {
    const limits = new Map();
    const limitOf = (key, most) => {
        const limit = limits.get(key) ?? (0,p_limit .A)(most);
        limits.set(key, limit);
        return limit;
    };
    return {
        run: ({ address, port }, task) => limitOf(`${address} ${port}`, perListener)(() => limitOf(address, perAddress)(task)),
    };
}

; 



function tellLookups(resolver, tell) {
    return {
        async resolve(name, type, signal) {
            const answer = await resolver.resolve(name, type, signal);
            tell(`DNS ${type} ${name}: ${answerInWords(answer)}`);
            return answer;
        },
    };
}
function answerInWords(answer) {
    if (answer.state === 'failed')
        return (0,model_failure .dp)(answer.failure);
    const aliases = answer.aliases.map((alias) => `alias of ${alias}; `).join('');
    if (answer.state !== 'records')
        return `${aliases}${answer.state === 'nxdomain' ? 'no such name' : 'no such record'}`;
    const records = answer.records.map((record) => typeof record === 'string' ? record : `${record.priority} ${record.weight} ${record.port} ${record.target || '.'}`);
    return `${aliases}${records.join(', ')}`;
}
function describeLook({ observation, verdict }) {
    const { endpoint, transcript } = observation;
    const because = verdict.because.length === 0 ? '' : `: ${verdict.because.join('; ')}`;
    const title = `${endpoint.service} ${endpoint.transport} ${(0,model_endpoint .z)(endpoint)} is ${verdict.verdict}${because}`;
    return [title, ...(0,model_transcript .J)(transcript).split('\n').filter(Boolean)];
}

; 







async function survey(config, ports) {
    const { clock } = ports;
    const desk = await openDesk(config, ports);
    const startedAt = clock.now();
    const start = clock.monotonic();
    const deadline = new AbortController();
    const finished = new AbortController();
    void clock.sleep(config.probe.runTimeoutMs, finished.signal).then(() => deadline.abort());
    const { onDetail = () => undefined } = ports;
    const lookPorts = {
        ...ports,
        resolver: tellLookups(ports.resolver, onDetail),
        onLooked: (looked) => describeLook(looked).forEach(onDetail),
        pace: createPace(),
        signal: deadline.signal,
        ...(desk === undefined ? {} : { dialbackDesk: desk }),
    };
    const limit = (0,p_limit .A)(config.probe.parallel);
    let count = 0;
    const looks = config.targets.map((target) => limit(async () => {
        const report = await lookAtTarget(target, config, lookPorts);
        ports.onTarget(report, ++count);
        return report;
    }));
    const targets = await Promise.all(looks).finally(async () => {
        finished.abort();
        deadline.abort();
        await desk?.close();
    });
    return {
        schema: model_report .D,
        tool: { name: 'xmpp-tls-compliance', version: ports.version },
        startedAt: new Date(startedAt).toISOString(),
        durationMs: Math.round(clock.monotonic() - start),
        result: (0,result .Bg)(targets),
        targets,
    };
}
async function openDesk({ probe }, ports) {
    if (probe.s2sListen === undefined || ports.listen === undefined)
        return undefined;
    const listener = await ports.listen({ ...probe.s2sListen, domain: probe.s2sFrom });
    return openDialbackDesk(listener, probe.timeoutMs, ports);
}

; 













async function run(config, ports) {
    const seen = throughGate(await look(config, ports), ports.gate);
    printReport(seen, ports.log, ports.console);
    const tracking = ports.tracker ? await trackIssues(seen, config, ports, ports.tracker) : undefined;
    const report = withWaiversOfIssues(seen, tracking?.plan?.waived ?? []);
    endingWaivers(report).forEach((sentence) => ports.log.notice(sentence));
    const { runUrl, workflowFile } = ports;
    const context = { advice: advice .h, ...present({ runUrl, workflowFile }) };
    const files = await writeFiles(report, config, context, ports);
    if (config.output.annotations)
        ports.outputs.annotate((0,annotations .fz)(report));
    if (config.output.summary)
        await summarise(report, tracking, ports);
    return finish(report, config, { tracking, files }, ports);
}
async function look(config, { gate, ...ports }) {
    if (config.merge !== undefined)
        return merge(config.merge, config, ports);
    const decides = ({ domain }) => gate?.changed?.has(domain) ?? true;
    const targets = [...config.targets.filter(decides), ...config.targets.filter((target) => !decides(target))];
    return survey({ ...config, targets }, {
        ...ports,
        onDetail: (line) => ports.log.debug(line),
        onTarget: (target, finished) => {
            const line = renderProgress(finished, targets.length, target);
            if (line !== undefined && ports.console.isQuiet !== true)
                ports.log.info(line);
        },
    });
}
function throughGate(report, gate) {
    if (gate === undefined)
        return report;
    const { changed } = gate;
    const targets = report.targets.map((target) => changed === undefined || changed.has(target.domain) ? target : { ...target, unchanged: true });
    return { ...report, targets, result: (0,result .Bg)(targets), ofChange: true };
}
function withWaiversOfIssues(report, waivers) {
    if (waivers.length === 0)
        return report;
    const targets = report.targets.map((target) => {
        const waiver = waivers.find(({ domain }) => domain === target.domain);
        if (waiver === undefined || target.verdict !== 'plaintext')
            return target;
        const { until, reason } = waiver;
        const findings = target.findings.map((finding) => finding.group === 'plaintext' ? { waived: { until, reason }, ...finding } : finding);
        return { ...target, waived: true, findings };
    });
    return { ...report, targets, result: (0,result .Bg)(targets) };
}
async function trackIssues(report, config, ports, tracker) {
    const { log } = ports;
    const { track } = await Promise.all( [__webpack_require__.e(900), __webpack_require__.e(659)]).then(__webpack_require__.bind(__webpack_require__, 5659));
    const tracking = await track(report, { ...config, tracking: trackingOf(config) }, {
        ...ports,
        ...tracker,
        onPlan: (plan) => log.print(renderPlan(plan, tracker.writer !== undefined)),
    });
    if (tracking.applied)
        log.print(renderApplied(tracking.applied));
    tracking.warnings.forEach((warning) => log.warning(warning));
    return tracking;
}
function trackingOf({ merge: merged, targets, tracking }) {
    return merged !== undefined && targets.length === 0 ? { ...tracking, fullRun: false } : tracking;
}
async function summarise(report, tracking, ports) {
    const { plan, applied } = tracking ?? {};
    const markdown = renderSummary(report, { ...advice .h, ...present({ plan, applied, runUrl: ports.runUrl }) });
    const problem = await ports.outputs.summarise(markdown);
    if (problem !== undefined)
        ports.log.warning(problem);
}
function finish(report, config, { tracking, files }, ports) {
    const judged = judge(report, config, tracking, ports.log);
    const code = judged === result .dc.secure && !files.isComplete ? result .dc.configuration : judged;
    const values = (0,outputs .Y)({ report, code, tracking, files: files.paths });
    for (const [name, value] of Object.entries(values))
        ports.outputs.set(name, value);
    if (code === result .dc.secure)
        return code;
    const { plan, applied } = tracking ?? {};
    const context = { hasSummary: config.output.summary, ...present({ plan, applied }) };
    ports.onFailure?.(closingWords(report, reasonFor(code, report, config), context));
    return code;
}
function judge(report, { failOn }, tracking, log) {
    const plan = tracking?.plan;
    if (failOn === 'overdue' && plan === undefined)
        log.notice('fail-on is overdue, which only the issues tell, and they were not read in this run.');
    return (0,result .FO)(report, failOn, (plan?.overdue ?? []).length > 0);
}
function reasonFor(code, report, { failOn }) {
    if (code === result .dc.plaintext)
        return failOn === 'overdue' ? 'overdue' : 'plaintext';
    if (code === result .dc.configuration)
        return (0,result .lQ)(report) ? 'mistyped' : 'unwritten';
    return (0,result .hR)(report) ? 'blind' : 'inconclusive';
}
function present(values) {
    const there = Object.entries(values).filter(([, value]) => value !== undefined);
    return Object.fromEntries(there);
}

 
var external_node_fs_ = __webpack_require__(3024);
 
var runtime_clock = __webpack_require__(7642);
 
var external_node_events_ = __webpack_require__(8474);
 
var external_node_net_ = __webpack_require__(7030);
; 
function deadlineAfter(timeoutMs, signal) {
    const controller = new AbortController();
    const abort = () => controller.abort();
    const timer = setTimeout(abort, Math.ceil(timeoutMs));
    signal.addEventListener('abort', abort, { once: true });
    if (signal.aborted)
        abort();
    return {
        signal: controller.signal,
        clear: () => {
            clearTimeout(timer);
            signal.removeEventListener('abort', abort);
        },
    };
}

; 
const BUFFER_LIMIT = 64 * 1024;
function openInbox(socket, troubleOf) {
    let chunks = [];
    let size = 0;
    let last;
    let wake = () => { };
    const finish = (received) => {
        last ??= received;
        wake();
    };
    const onData = (chunk) => {
        chunks.push(chunk);
        size += chunk.length;
        if (size >= BUFFER_LIMIT)
            socket.pause();
        wake();
    };
    const onEnd = () => finish({ kind: 'end' });
    const onError = (error) => finish({ kind: 'failed', ...troubleOf(error) });
    socket.on('data', onData).on('end', onEnd).on('close', onEnd).on('error', onError);
    const somethingToTake = (timeoutMs) => new Promise((resolve) => {
        const timer = setTimeout(resolve, timeoutMs);
        wake = () => {
            clearTimeout(timer);
            resolve();
        };
    });
    const waiting = () => {
        if (size === 0)
            return last;
        const bytes = Buffer.concat(chunks);
        chunks = [];
        size = 0;
        return { kind: 'bytes', bytes };
    };
    return {
        finish,
        async take(timeoutMs) {
            if (size === 0 && last === undefined)
                await somethingToTake(timeoutMs);
            socket.resume();
            return waiting() ?? { kind: 'failed', code: 'stream.timeout' };
        },
        leave() {
            socket.off('data', onData).off('end', onEnd).off('close', onEnd).off('error', onError);
            wake();
            return waiting();
        },
    };
}

; 

const UNREACHABLE = { 4: 'net.unreachable', 6: 'net.no-ipv6-route' };
const network_failure_CODES = {
    EHOSTUNREACH: 'net.unreachable',
    ENETDOWN: 'net.unreachable',
    EACCES: 'net.unreachable',
    EPERM: 'net.unreachable',
    ECONNREFUSED: 'tcp.refused',
    ETIMEDOUT: 'tcp.timeout',
    ECONNRESET: 'tcp.reset',
    ECONNABORTED: 'tcp.reset',
    EPIPE: 'tcp.reset',
};
const NO_ROUTE = ['ENETUNREACH', 'EADDRNOTAVAIL', 'EAFNOSUPPORT'];
const network_failure_NOT_TLS = ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_UNKNOWN_PROTOCOL', 'ERR_SSL_HTTP_REQUEST'];
function troubleOf(error, family) {
    const chain = causes(error);
    for (const cause of chain) {
        const trouble = translate(cause, family);
        if (trouble !== undefined)
            return trouble;
    }
    return { code: 'tcp.failed', detail: chain.map(({ code, message }) => code ?? message).join(': ') };
}
function translate({ code = '', message = '', reason, syscall }, family) {
    const alert = /SSL alert number (\d+)/.exec(message)?.[1];
    if (alert !== undefined)
        return { code: 'tls.alert', detail: alertName(Number(alert)) };
    if (network_failure_NOT_TLS.includes(code))
        return { code: 'tls.not-tls' };
    if (/^ERR_(SSL|OSSL|TLS)_/.test(code))
        return { code: 'tls.local-refusal', detail: reason ?? message };
    if (code === 'ECONNRESET' && syscall === undefined)
        return { code: 'tls.closed' };
    const known = NO_ROUTE.includes(code) ? UNREACHABLE[family] : network_failure_CODES[code];
    return known === undefined ? undefined : { code: known, detail: code };
}
function causes(error) {
    if (typeof error !== 'object' || error === null)
        return [];
    const { cause, errors = [] } = error;
    return [error, ...[cause, ...errors].flatMap(causes)];
}

 
var external_node_tls_ = __webpack_require__(1692);
 
var external_node_crypto_ = __webpack_require__(7598);
; 


const IDENTIFIER_LIMIT = 500;
const NAME_LIMIT = 2 * model_failure .uI;
function readChain(chain) {
    return chain.map((der, index) => readCertificate(der, index === 0 ? 'leaf' : 'issuer'));
}
function readCertificate(der, position) {
    const certificate = certificate_parse(der);
    return {
        der: Buffer.from(der).toString('base64'),
        sha256: (0,external_node_crypto_.createHash)('sha256').update(der).digest('hex'),
        subject: distinguishedName(certificate?.subject),
        issuer: distinguishedName(certificate?.issuer),
        notBefore: instant(certificate?.validFrom),
        notAfter: instant(certificate?.validTo),
        identifiers: position === 'leaf' ? presentedIdentifiers(certificate?.subjectAltName) : [],
    };
}
function certificate_parse(der) {
    try {
        return new external_node_crypto_.X509Certificate(der);
    }
    catch {
        return undefined;
    }
}
function distinguishedName(lines) {
    return (lines ?? '').replaceAll('\n', ', ').slice(0, NAME_LIMIT);
}
function instant(printed) {
    const ms = Date.parse(printed ?? '');
    return Number.isNaN(ms) ? '' : new Date(ms).toISOString();
}
function presentedIdentifiers(printed) {
    return (printed ?? '').split(', ', IDENTIFIER_LIMIT).flatMap((entry) => {
        const [, kind = '', printedValue = ''] = /^([^:]*):(.*)$/su.exec(entry) ?? [];
        const value = unquote(printedValue);
        if (kind === 'DNS')
            return [presented('dns', value)];
        if (kind !== 'othername')
            return [];
        if (value.startsWith('SRVName:'))
            return [presented('srv', value.slice('SRVName:'.length))];
        if (value.startsWith('XmppAddr:'))
            return [presented('xmpp', value.slice('XmppAddr:'.length))];
        return [];
    });
}
function presented(type, value) {
    return { type, value: value.slice(0, model_failure .uI) };
}
function unquote(printed) {
    if (!printed.startsWith('"'))
        return printed;
    try {
        return String(JSON.parse(printed));
    }
    catch {
        return printed;
    }
}

; 
const SRV_SERVICE = { c2s: '_xmpp-client.', s2s: '_xmpp-server.' };
function isNamed(identity, presented) {
    return presented.some((identifier) => names(identifier, identity));
}
function names({ type, value }, { domain, unicodeDomain, service }) {
    const name = value.toLowerCase();
    const srvService = SRV_SERVICE[service];
    switch (type) {
        case 'dns':
            return matchesDomain(name, domain);
        case 'srv':
            return name.startsWith(srvService) && matchesDomain(name.slice(srvService.length), domain);
        case 'xmpp':
            return [unicodeDomain.normalize(), domain].includes(name.normalize());
    }
}
function matchesDomain(presented, domain) {
    const parent = domain.slice(domain.indexOf('.'));
    return presented === domain || (domain.includes('.') && presented === `*${parent}`);
}

; 


const QUOTED_NAMES = 5;
const verification_INCOMPLETE = 'the issuer of the certificate is not trusted here, or an intermediate certificate was not sent';
const CHAIN_ERRORS = {
    CERT_HAS_EXPIRED: 'a certificate of the chain has expired',
    CERT_NOT_YET_VALID: 'a certificate of the chain is not valid yet',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'the chain ends in a root certificate that is not trusted here',
    UNABLE_TO_GET_ISSUER_CERT: verification_INCOMPLETE,
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: verification_INCOMPLETE,
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: verification_INCOMPLETE,
    CERT_SIGNATURE_FAILURE: 'a signature in the chain is wrong',
    CERT_REVOKED: 'a certificate of the chain was revoked',
    CERT_CHAIN_TOO_LONG: 'the chain is too long',
    INVALID_CA: 'an issuer in the chain is not allowed to issue certificates',
    INVALID_PURPOSE: 'the certificate is not meant for TLS servers',
    CERT_UNTRUSTED: 'the root certificate is not trusted for TLS servers',
};
function verify(chain, chainError, identity) {
    const [leaf] = chain;
    if (leaf === undefined)
        return { state: 'not-verified', why: ['the server sent no certificate'] };
    const why = [
        ...(chainError === undefined ? [] : [CHAIN_ERRORS[chainError] ?? `the chain was not accepted (${chainError})`]),
        ...(isNamed(identity, leaf.identifiers) ? [] : [misnamed(leaf, identity)]),
    ];
    return why.length === 0 ? { state: 'verified' } : { state: 'not-verified', why };
}
function misnamed(leaf, { domain, service }) {
    const names = leaf.identifiers.map((identifier) => identifier.value);
    const more = names.length > QUOTED_NAMES ? ` and ${names.length - QUOTED_NAMES} more` : '';
    const named = names.length === 0 ? 'names nobody' : `names ${names.slice(0, QUOTED_NAMES).join(', ')}${more}`;
    return `the certificate is not for ${domain} (${service}): it ${named}`.slice(0, 2 * model_failure .uI);
}

; 






const OFFER = {
    minVersion: 'TLSv1',
    ciphers: 'ALL:COMPLEMENTOFALL:!aNULL:@SECLEVEL=0',
    ecdhCurve: 'X25519:P-256:X448:P-521:P-384',
};
function createTlsContext(caFile) {
    if (caFile === undefined)
        return (0,external_node_tls_.createSecureContext)(OFFER);
    try {
        const anchors = (0,external_node_fs_.readFileSync)(caFile, 'utf8');
        if (!anchors.includes('-----BEGIN CERTIFICATE-----'))
            throw new Error('there is no PEM certificate in it');
        return (0,external_node_tls_.createSecureContext)({ ...OFFER, ca: [...external_node_tls_.rootCertificates, anchors] });
    }
    catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new ports .j(`The CA file ${caFile} cannot be used (${why}): name a file of PEM certificates.`);
    }
}
function wrapInTls(socket, context, { identity, alpn }) {
    const options = {
        socket,
        secureContext: context,
        rejectUnauthorized: false,
        checkServerIdentity: () => undefined,
    };
    if (identity.domain !== '' && (0,external_node_net_.isIP)(identity.domain) === 0)
        options.servername = identity.domain;
    if (alpn !== undefined)
        options.ALPNProtocols = [alpn];
    return (0,external_node_tls_.connect)(options);
}
function tlsFacts(socket, identity) {
    const chain = readChain(sentChain(socket));
    const chainError = socket.authorized ? undefined : String(socket.authorizationError);
    return {
        version: socket.getProtocol() ?? 'unknown',
        cipher: socket.getCipher().name,
        ...(socket.alpnProtocol ? { alpn: socket.alpnProtocol } : {}),
        chain,
        verified: verify(chain, chainError, identity),
    };
}
function sentChain(socket) {
    const chain = [];
    let certificate = socket.getPeerX509Certificate();
    while (certificate !== undefined) {
        chain.push(certificate.raw);
        certificate = certificate.issuerCertificate;
    }
    return chain;
}

; 







const LINGER_MS = 500;
function createDialer(options = {}) {
    const context = createTlsContext(options.caFile);
    return {
        async connect({ address, port, family }, timeoutMs, signal) {
            const circumstances = { family, signal, context };
            const socket = (0,external_node_net_.connect)({ host: address, port, family, autoSelectFamily: false, noDelay: true });
            const trouble = await awaitEvent(socket, 'connect', timeoutMs, 'tcp.timeout', circumstances);
            if (trouble !== undefined)
                return (0,model_failure .gz)((0,model_failure .V2)(trouble.code, 'connect', trouble.detail));
            return (0,model_failure .Vw)(dialer_openStream(socket, circumstances));
        },
    };
}
async function awaitEvent(socket, event, timeoutMs, late, { family, signal }) {
    socket.on('error', () => { });
    const deadline = deadlineAfter(timeoutMs, signal);
    try {
        await (0,external_node_events_.once)(socket, event, { signal: deadline.signal });
        return undefined;
    }
    catch (error) {
        socket.destroy();
        if (signal.aborted)
            return { code: 'run.deadline' };
        return deadline.signal.aborted ? { code: late } : troubleOf(error, family);
    }
    finally {
        deadline.clear();
    }
}
function dialer_openStream(tcp, circumstances) {
    const { family, signal, context } = circumstances;
    const inboxOf = (socket) => openInbox(socket, (error) => troubleOf(error, family));
    let socket = tcp;
    let inbox = inboxOf(tcp);
    const abandon = () => {
        inbox.finish({ kind: 'failed', code: 'run.deadline' });
        socket.destroy();
    };
    signal.addEventListener('abort', abandon);
    tcp.once('close', () => signal.removeEventListener('abort', abandon));
    return {
        read: (timeoutMs) => inbox.take(timeoutMs),
        write(data) {
            if (socket.writable)
                socket.write(data);
        },
        async startTls(request) {
            const early = inbox.leave();
            if (early !== undefined) {
                inbox.finish({ kind: 'end' });
                tcp.destroy();
                const { code, detail } = beforeTls(early);
                return (0,model_failure .gz)((0,model_failure .V2)(code, 'handshake', detail));
            }
            const secure = wrapInTls(tcp, context, request);
            socket = secure;
            inbox = inboxOf(secure);
            const trouble = await awaitEvent(secure, 'secureConnect', request.timeoutMs, 'tls.timeout', circumstances);
            if (trouble !== undefined)
                return (0,model_failure .gz)((0,model_failure .V2)(trouble.code, 'handshake', trouble.detail));
            return (0,model_failure .Vw)(tlsFacts(secure, request.identity));
        },
        close() {
            inbox.leave();
            if (tcp.closed)
                return Promise.resolve();
            socket.resume().end();
            const timer = setTimeout(() => socket.destroy(), LINGER_MS).unref();
            return new Promise((resolve) => {
                tcp.once('close', () => {
                    clearTimeout(timer);
                    resolve();
                });
            });
        },
        traffic: () => ({ sent: tcp.bytesWritten, received: tcp.bytesRead }),
    };
}
function beforeTls(received) {
    if (received.kind === 'failed')
        return received;
    return { code: received.kind === 'end' ? 'tls.closed' : 'tls.not-tls' };
}

; 

const self_signed_DAY_MS = 24 * 3600 * 1000;
const ECDSA_WITH_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));
const COMMON_NAME = oid('2.5.4.3');
const SUBJECT_ALT_NAME = oid('2.5.29.17');
const SUBJECT = 'xmpp-tls';
function makeSelfSigned(domain) {
    const { publicKey, privateKey } = (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
    const dnsId = sequence(der(0x82, Buffer.from(domain, 'latin1')));
    const body = sequence(der(0xa0, der(0x02, Buffer.of(2))), der(0x02, Buffer.concat([Buffer.of(1), (0,external_node_crypto_.randomBytes)(8)])), ECDSA_WITH_SHA256, self_signed_name(SUBJECT), sequence(time(Date.now() - self_signed_DAY_MS), time(Date.now() + self_signed_DAY_MS)), self_signed_name(SUBJECT), publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(sequence(SUBJECT_ALT_NAME, der(0x04, dnsId)))));
    const signature = der(0x03, Buffer.concat([Buffer.of(0), (0,external_node_crypto_.sign)('sha256', body, privateKey)]));
    return {
        cert: pem(sequence(body, ECDSA_WITH_SHA256, signature)),
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
}
function self_signed_name(text) {
    return sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from(text, 'utf8')))));
}
function der(tag, content) {
    const { length } = content;
    const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
    return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
function sequence(...parts) {
    return der(0x30, Buffer.concat(parts));
}
function oid(dotted) {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
    const septets = (value) => value < 128 ? [value] : [...septets(value >> 7).map((septet) => septet | 128), value & 127];
    return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(septets)]));
}
function time(at) {
    const digits = new Date(at).toISOString().replace(/[-:T]|\.\d+/gu, '');
    return der(0x17, Buffer.from(digits.slice(2), 'ascii'));
}
function pem(certificate) {
    const lines = certificate.toString('base64').match(/.{1,64}/gu) ?? [];
    return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}

; 








const listener_LINGER_MS = 1000;
async function listen(options) {
    const context = contextOf(options);
    const sockets = new Set();
    let take;
    const server = (0,external_node_net_.createServer)({ noDelay: true }, (socket) => {
        socket.on('error', () => { });
        if (take === undefined)
            return void socket.destroy();
        sockets.add(socket);
        socket.once('close', () => sockets.delete(socket));
        void take(callerOf(socket, context));
    });
    await bind(server, options);
    return {
        onCall: (taker) => void (take = taker),
        async close() {
            take = undefined;
            for (const socket of sockets)
                socket.destroy();
            await new Promise((resolve) => server.close(resolve));
        },
    };
}
async function bind(server, { address, port }) {
    try {
        server.listen({ host: address, port, ipv6Only: (0,external_node_net_.isIPv6)(address) });
        await (0,external_node_events_.once)(server, 'listening');
    }
    catch (error) {
        const why = error.code ?? String(error);
        throw new ports .j(`s2s-listen: ${address} port ${port} cannot be listened on (${why}): name an address of this machine and a free port.`);
    }
}
function contextOf({ certificateFile, domain }) {
    if (certificateFile === undefined)
        return (0,external_node_tls_.createSecureContext)(makeSelfSigned(domain));
    try {
        const pem = (0,external_node_fs_.readFileSync)(certificateFile, 'utf8');
        return (0,external_node_tls_.createSecureContext)({ key: pem, cert: pem });
    }
    catch (error) {
        const why = error.code ?? 'unreadable';
        throw new ports .j(`s2s-certificate: ${certificateFile} cannot be used (${why}): name a PEM file with a certificate chain and its private key.`);
    }
}
function callerOf(tcp, context) {
    const inboxOf = (socket) => openInbox(socket, (error) => troubleOf(error, 4));
    let socket = tcp;
    let inbox = inboxOf(tcp);
    return {
        read: (timeoutMs) => inbox.take(timeoutMs),
        write(text) {
            if (socket.writable)
                socket.write(text);
        },
        async serveTls(timeoutMs) {
            if (inbox.leave() !== undefined)
                return false;
            const secure = new external_node_tls_.TLSSocket(tcp, { isServer: true, secureContext: context });
            secure.on('error', () => { });
            socket = secure;
            inbox = inboxOf(secure);
            try {
                await (0,external_node_events_.once)(secure, 'secure', { signal: AbortSignal.timeout(Math.ceil(timeoutMs)) });
                return true;
            }
            catch {
                return false;
            }
        },
        close() {
            inbox.leave();
            socket.resume().end();
            const timer = setTimeout(() => tcp.destroy(), listener_LINGER_MS).unref();
            tcp.once('close', () => clearTimeout(timer));
        },
    };
}

 
var external_node_http_ = __webpack_require__(7067);
 
var wrapper = __webpack_require__(2977);
; 
const BODY_LIMIT = 64 * 1024;

; 


async function readBody(response) {
    const { statusCode: status = 0, headers } = response;
    const location = headers.location?.slice(0, model_failure .uI);
    const decoder = new TextDecoder();
    let body = '';
    for await (const chunk of response) {
        body += decoder.decode(chunk, { stream: true });
        if (body.length > BODY_LIMIT)
            break;
    }
    const isCut = body.length > BODY_LIMIT;
    return {
        status,
        body: body.slice(0, BODY_LIMIT),
        ...(isCut ? { isCut } : {}),
        ...(location === undefined ? {} : { location }),
    };
}

; 


function openChannel(socket, signal) {
    const inbox = openFrames(socket, signal);
    return new Promise((resolve, reject) => {
        socket.on('error', reject);
        socket.once('unexpected-response', (_request, response) => {
            readBody(response).then(resolve, reject);
        });
        socket.once('open', () => resolve({
            send(text) {
                if (socket.readyState === socket.OPEN)
                    socket.send(text);
            },
            read: inbox,
            close: () => socket.close(),
        }));
    });
}
function openFrames(socket, signal) {
    const frames = [];
    let taken = 0;
    let last;
    let wake = () => { };
    const finish = (message) => {
        last ??= message;
        wake();
    };
    socket.on('message', (data) => {
        const text = data.toString('utf8');
        taken += text.length;
        if (taken > BODY_LIMIT)
            return finish({ kind: 'failed', code: 'stream.limit' });
        frames.push(text);
        wake();
    });
    socket.on('error', () => finish({ kind: 'end' }));
    socket.on('close', () => finish({ kind: 'end' }));
    const abandon = () => finish({ kind: 'failed', code: 'run.deadline' });
    signal.addEventListener('abort', abandon);
    socket.once('close', () => signal.removeEventListener('abort', abandon));
    return async (timeoutMs) => {
        if (frames.length === 0 && last === undefined) {
            await new Promise((resolve) => {
                const timer = setTimeout(resolve, timeoutMs);
                wake = () => {
                    clearTimeout(timer);
                    resolve();
                };
            });
        }
        const text = frames.shift();
        if (text !== undefined)
            return { kind: 'text', text };
        return last ?? { kind: 'failed', code: 'stream.timeout' };
    };
}

; 











const MEDIA_TYPE = 'text/xml; charset=utf-8';
function createHttpClient({ caFile } = {}) {
    const context = createTlsContext(caFile);
    return {
        open(origin, patience) {
            const line = openLine(origin, patience, context);
            return {
                request: (asked) => http_ask(asked, line),
                upgrade: (url) => http_upgrade(url, line),
                tls: line.tls,
                cost: line.cost,
                close: line.close,
            };
        },
    };
}
function openLine(origin, patience, context) {
    const progress = { sockets: [], isConnected: false };
    const { sockets } = progress;
    const agent = new external_node_http_.Agent({ keepAlive: true, maxSockets: 1 });
    agent.createConnection = (_options, callback) => {
        void dial(origin, patience, context, progress).then((step) => {
            if (step.state === 'done')
                return callback?.(null, step.value);
            if (step.state === 'failed')
                progress.broken = step.failure;
            return callback?.(new Error('the connection could not be made'), undefined);
        });
        return undefined;
    };
    return {
        agent,
        patience,
        made: () => sockets.length,
        failureOf(error, late) {
            if (patience.signal.aborted)
                return (0,model_failure .V2)('run.deadline', 'connect');
            if (progress.broken !== undefined)
                return progress.broken;
            if (late)
                return lateness(origin, progress);
            const { code, detail } = httpTrouble(error, origin.family);
            return (0,model_failure .V2)(code, 'header', detail);
        },
        tls: () => progress.handshake,
        cost: () => ({
            connections: sockets.length,
            bytesSent: sockets.reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
            bytesReceived: sockets.reduce((sum, { bytesRead }) => sum + bytesRead, 0),
        }),
        close() {
            for (const socket of sockets) {
                if (socket.connecting)
                    socket.destroy();
                else
                    socket.destroySoon();
            }
            agent.destroy();
        },
    };
}
async function dial({ address: host, port, family, identity }, { timeoutMs, connectTimeoutMs = timeoutMs, maxConnections, signal }, context, progress) {
    if (progress.sockets.length >= maxConnections) {
        return (0,model_failure .gz)((0,model_failure .V2)('probe.connections', progress.isConnected ? 'header' : 'connect'));
    }
    delete progress.broken;
    const circumstances = { family, signal };
    const tcp = (0,external_node_net_.connect)({ host, port, family, autoSelectFamily: false, noDelay: true });
    progress.sockets.push(tcp);
    const patienceMs = Math.min(connectTimeoutMs, timeoutMs);
    const refused = await awaitEvent(tcp, 'connect', patienceMs, 'tcp.timeout', circumstances);
    if (refused !== undefined)
        return (0,model_failure .gz)((0,model_failure .V2)(refused.code, 'connect', refused.detail));
    progress.isConnected = true;
    if (identity === undefined)
        return (0,model_failure .Vw)(tcp);
    const secure = wrapInTls(tcp, context, { identity, alpn: 'http/1.1', timeoutMs });
    const trouble = await awaitEvent(secure, 'secureConnect', timeoutMs, 'tls.timeout', circumstances);
    if (trouble !== undefined)
        return (0,model_failure .gz)((0,model_failure .V2)(trouble.code, 'handshake', trouble.detail));
    progress.handshake ??= tlsFacts(secure, identity);
    return (0,model_failure .Vw)(secure);
}
function lateness({ identity }, { isConnected, handshake }) {
    if (!isConnected)
        return (0,model_failure .V2)('tcp.timeout', 'connect');
    const inHandshake = identity !== undefined && handshake === undefined;
    return inHandshake ? (0,model_failure .V2)('tls.timeout', 'handshake') : (0,model_failure .V2)('http.timeout', 'header');
}
const TLS_RECORDS = [0x15, 0x16];
const OTHER_WEBSOCKET = /subprotocol|Sec-WebSocket-|Upgrade header/u;
function httpTrouble(error, family) {
    const { code, message, rawPacket } = typeof error === 'object' && error !== null ? error : {};
    if (String(code).startsWith('HPE_')) {
        if (TLS_RECORDS.includes(rawPacket?.[0]))
            return { code: 'stream.speaks-tls' };
        return { code: 'http.not-http' };
    }
    if (code === undefined && OTHER_WEBSOCKET.test(String(message))) {
        return { code: 'stream.not-xmpp', detail: String(message) };
    }
    const trouble = troubleOf(error, family);
    return trouble.code === 'tls.closed' ? { code: 'http.closed' } : trouble;
}
function http_ask({ url, body }, line) {
    const posted = body === undefined ? {} : { 'content-type': MEDIA_TYPE, 'content-length': Buffer.byteLength(body) };
    return settle(line, (late) => {
        const asked = (0,external_node_http_.request)({
            agent: line.agent,
            method: body === undefined ? 'GET' : 'POST',
            path: `${url.pathname}${url.search}`,
            headers: { host: url.host, accept: '*/*', ...posted },
        });
        asked.end(body);
        return { asked, answer: responseTo(asked), late };
    });
}
function http_upgrade(url, line) {
    return settle(line, (late) => {
        const socket = new wrapper .kb(`ws://${url.host}${url.pathname}${url.search}`, ['xmpp'], {
            agent: line.agent,
            headers: { host: url.host },
            perMessageDeflate: false,
            maxPayload: BODY_LIMIT,
        });
        const opened = openChannel(socket, line.patience.signal);
        return { asked: { destroy: () => socket.terminate() }, answer: opened, late };
    });
}
async function settle(line, start) {
    const before = line.made();
    const answered = await settleOnce(line, start);
    const wasKept = before > 0 && line.made() === before;
    const isGone = answered.state === 'failed' && ['http.closed', 'tcp.reset'].includes(answered.failure.code);
    return wasKept && isGone ? settleOnce(line, start) : answered;
}
async function settleOnce(line, start) {
    const { timeoutMs, signal } = line.patience;
    const deadline = deadlineAfter(timeoutMs, signal);
    const { asked, answer, late } = start(() => deadline.signal.aborted);
    const giveUp = () => asked.destroy();
    deadline.signal.addEventListener('abort', giveUp);
    try {
        return (0,model_failure .Vw)(await answer);
    }
    catch (error) {
        return (0,model_failure .gz)(line.failureOf(error, late()));
    }
    finally {
        deadline.signal.removeEventListener('abort', giveUp);
        deadline.clear();
    }
}
function responseTo(asked) {
    return new Promise((resolve, reject) => {
        asked.on('error', reject);
        asked.on('response', (response) => {
            readBody(response).then(resolve, reject);
        });
    });
}

 
var external_node_dns_ = __webpack_require__(610);
 
var external_node_https_ = __webpack_require__(4708);
 
var dns_packet = __webpack_require__(4894);
; 


const HEADER_BYTES = 12;
const MAX_RECORDS = 256;
const RCODE_NAMES = {
    0: 'NOERROR',
    1: 'FORMERR',
    2: 'SERVFAIL',
    3: 'NXDOMAIN',
    4: 'NOTIMP',
    5: 'REFUSED',
    16: 'BADVERS',
};
function readReply(bytes, id, question) {
    if (bytes.length < HEADER_BYTES || bytes.readUInt16BE(0) !== id)
        return undefined;
    const flags = bytes.readUInt16BE(2);
    const isResponse = (flags & 0x8000) !== 0;
    const isTruncated = (flags & 0x0200) !== 0;
    if (!isResponse)
        return undefined;
    if (isTruncated)
        return { state: 'truncated' };
    if (countRecords(bytes) > MAX_RECORDS)
        return malformed('too many records');
    try {
        const packet = (0,dns_packet.decode)(bytes);
        return answersTo(packet, question) ? dns_reply_interpret(packet, question) : undefined;
    }
    catch (error) {
        return malformed(String(error));
    }
}
function failedReply(code, detail) {
    return { state: 'failed', code, detail };
}
function malformed(detail) {
    return failedReply('dns.malformed', detail);
}
function countRecords(bytes) {
    return bytes.readUInt16BE(4) + bytes.readUInt16BE(6) + bytes.readUInt16BE(8) + bytes.readUInt16BE(10);
}
function answersTo(packet, { name, type }) {
    const [asked, ...more] = packet.questions ?? [];
    if (!asked)
        return responseCode(packet) !== 0;
    return more.length === 0 && asked.type === type && asked.class === 'IN' && plainName(asked.name) === plainName(name);
}
function dns_reply_interpret(packet, question) {
    const rcode = responseCode(packet);
    const rcodeName = RCODE_NAMES[rcode] ?? `response code ${rcode}`;
    switch (rcodeName) {
        case 'NOERROR':
        case 'NXDOMAIN':
            break;
        case 'FORMERR':
        case 'NOTIMP':
        case 'BADVERS':
            return { state: 'not-understood', detail: rcodeName };
        case 'REFUSED':
            return failedReply('dns.refused', rcodeName);
        default:
            return failedReply('dns.servfail', rcodeName);
    }
    const answers = (packet.answers ?? []).filter((record) => !('class' in record) || record.class === 'IN');
    if (rcode === 0 && answers.length === 0 && isReferral(packet))
        return failedReply('dns.refused', 'no recursion');
    const aliases = followAliases(plainName(question.name), question.type, answers);
    if (!aliases)
        return malformed('the aliases go round in a circle');
    const owner = aliases.at(-1) ?? plainName(question.name);
    const records = answers
        .filter((record) => record.type === question.type && plainName(record.name) === owner)
        .map((record) => readRecord(record));
    if (records.includes(undefined))
        return malformed('not an address');
    return {
        state: 'answered',
        exists: rcode === 0,
        records: records,
        aliases,
        authentic: packet.flag_ad,
    };
}
function responseCode(packet) {
    const edns = packet.additionals?.find((record) => record.type === 'OPT');
    return ((edns?.extendedRcode ?? 0) << 4) | ((packet.flags ?? 0) & 0x000f);
}
function isReferral(packet) {
    const authorities = (packet.authorities ?? []).map((record) => record.type);
    return !packet.flag_aa && !packet.flag_ra && authorities.includes('NS') && !authorities.includes('SOA');
}
function followAliases(name, type, answers) {
    if (type === 'CNAME')
        return [];
    const targets = new Map();
    for (const record of answers) {
        if (record.type === 'CNAME')
            targets.set(plainName(record.name), plainName(record.data));
    }
    const chain = [];
    for (let next = targets.get(name); next !== undefined; next = targets.get(next)) {
        if (next === name || chain.includes(next))
            return undefined;
        chain.push(next);
    }
    return chain;
}
function readRecord(record) {
    switch (record.type) {
        case 'A':
            return (0,external_node_net_.isIPv4)(record.data) ? record.data : undefined;
        case 'AAAA':
            return (0,external_node_net_.isIPv6)(record.data) ? record.data : undefined;
        case 'CNAME':
            return plainName(record.data);
        case 'SRV': {
            const { priority = 0, weight = 0, port, target } = record.data;
            return { priority, weight, port, target: plainName(target) };
        }
        default:
            return undefined;
    }
}
function plainName(name) {
    const lower = name.toLowerCase();
    return lower.endsWith('.') && lower !== '.' ? lower.slice(0, -1) : lower;
}

 
var external_node_dgram_ = __webpack_require__(1314);
; 


const UDP_PAYLOAD_BYTES = 1232;
const MAX_NAME_BYTES = 253;
const MAX_LABEL_BYTES = 63;
const EDNS = {
    type: 'OPT',
    name: '.',
    udpPayloadSize: UDP_PAYLOAD_BYTES,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    flag_do: false,
    options: [],
};
function canBeAsked(name) {
    const fits = (text, most) => text.length > 0 && Buffer.byteLength(text) <= most;
    return fits(name, MAX_NAME_BYTES) && name.split('.').every((label) => fits(label, MAX_LABEL_BYTES));
}
function encodeQuestion({ name, type }, id, edns) {
    return (0,dns_packet.encode)({
        type: 'query',
        id,
        flags: dns_packet.RECURSION_DESIRED | dns_packet.AUTHENTIC_DATA,
        questions: [{ name, type }],
        additionals: edns ? [EDNS] : [],
    });
}
function failedAnswer(code, { name, type }, detail = '') {
    const asked = `${type} ${name}`;
    const step = type === 'SRV' ? 'srv' : 'addresses';
    return { state: 'failed', failure: (0,model_failure .V2)(code, step, detail ? `${asked}: ${detail}` : asked) };
}

; 






const MAX_MESSAGE_BYTES = 65_535;
const dns_transport_MEDIA_TYPE = 'application/dns-message';
const HTTPS_ID = 0;
function askUdp(server, question, edns, patience) {
    const id = (0,external_node_crypto_.randomInt)(0x1_0000);
    return exchange(patience, (take) => {
        const socket = (0,external_node_dgram_.createSocket)((0,external_node_net_.isIPv6)(server.address) ? 'udp6' : 'udp4');
        socket.on('error', (error) => take(unreachable(error)));
        socket.on('message', (bytes) => take(readReply(bytes, id, question)));
        socket.on('connect', () => socket.send(encodeQuestion(question, id, edns)));
        socket.connect(server.port, server.address);
        return () => socket.close();
    });
}
function askTcp(server, question, edns, patience) {
    const id = (0,external_node_crypto_.randomInt)(0x1_0000);
    const message = encodeQuestion(question, id, edns);
    return exchange(patience, (take) => {
        let received = Buffer.alloc(0);
        const socket = (0,external_node_net_.connect)({ host: server.address, port: server.port });
        socket.on('error', (error) => take(unreachable(error)));
        socket.on('close', () => take(failedReply('dns.malformed', 'the answer was cut off')));
        socket.on('data', (chunk) => {
            received = Buffer.concat([received, chunk]);
            const end = received.length < 2 ? Infinity : 2 + received.readUInt16BE(0);
            if (received.length >= end)
                take(readStream(received.subarray(2, end), id, question));
        });
        socket.write(Buffer.from([message.length >> 8, message.length & 0xff, ...message]));
        return () => socket.destroy();
    });
}
function askHttps(server, question, agent, patience) {
    const message = encodeQuestion(question, HTTPS_ID, true);
    const headers = { 'content-type': dns_transport_MEDIA_TYPE, 'content-length': message.length, accept: dns_transport_MEDIA_TYPE };
    return exchange(patience, (take) => {
        const asked = (0,external_node_https_.request)(server.url, { method: 'POST', headers, agent });
        asked.on('error', (error) => take(unreachable(error)));
        asked.on('response', (response) => readResponse(response, question, take));
        asked.end(message);
        return () => asked.destroy();
    });
}
function readResponse(response, question, take) {
    const type = response.headers['content-type'] ?? 'no content type';
    const { statusCode = 0 } = response;
    if (statusCode >= 500)
        return take(failedReply('dns.servfail', `HTTP status ${statusCode}`));
    if (statusCode !== 200)
        return take(failedReply('dns.refused', `HTTP status ${statusCode}`));
    if (!type.startsWith(dns_transport_MEDIA_TYPE))
        return take(failedReply('dns.malformed', `an answer of type ${type}`));
    let received = Buffer.alloc(0);
    response.on('error', (error) => take(unreachable(error)));
    response.on('end', () => take(readStream(received, HTTPS_ID, question)));
    response.on('data', (chunk) => {
        received = Buffer.concat([received, chunk]);
        if (received.length > MAX_MESSAGE_BYTES)
            take(failedReply('dns.malformed', 'the answer is too long'));
    });
}
function readStream(bytes, id, question) {
    return readReply(bytes, id, question) ?? failedReply('dns.malformed', 'an answer to another question');
}
function unreachable(error) {
    return failedReply('dns.unreachable', error.code ?? error.message);
}
function exchange({ timeoutMs, signal }, start) {
    return new Promise((resolve) => {
        let isOver = false;
        let strays = 0;
        const take = (reply) => {
            if (reply === undefined)
                strays += 1;
            if (reply === undefined || isOver)
                return;
            isOver = true;
            clearTimeout(timer);
            signal.removeEventListener('abort', giveUp);
            letGo();
            resolve(reply);
        };
        const giveUp = () => take(failedReply('dns.timeout', strays > 0 ? `messages that do not answer it: ${strays}` : ''));
        const timer = setTimeout(giveUp, timeoutMs);
        signal.addEventListener('abort', giveUp);
        const letGo = start(take);
        if (signal.aborted)
            giveUp();
    });
}

; 


const ROUNDS = 2;
const MOST_TELLING_FIRST = [
    'dns.servfail',
    'dns.refused',
    'dns.malformed',
    'dns.timeout',
    'dns.unreachable',
];
async function askInTurn(question, deadline, signal, { servers, agent, clock }) {
    const attempts = [
        ...Array.from({ length: ROUNDS }, () => servers.map((server) => ({ server, overTcp: false }))).flat(),
        ...servers.flatMap((server) => (server.kind === 'plain' ? [{ server, overTcp: true }] : [])),
    ];
    const failures = [];
    const spoken = new Set();
    for (const [index, { server, overTcp }] of attempts.entries()) {
        const now = clock.monotonic();
        if (signal.aborted || now >= deadline)
            break;
        if (overTcp && spoken.has(server))
            continue;
        const until = now + (deadline - now) / (attempts.length - index);
        const patience = () => ({ timeoutMs: Math.max(0, until - clock.monotonic()), signal });
        const reply = await dns_attempts_ask(server, question, overTcp, agent, patience);
        if (reply.state === 'answered')
            return reply;
        failures.push(reply);
        if (reply.code === 'dns.servfail' || reply.code === 'dns.refused')
            spoken.add(server);
    }
    const byWorth = (a, b) => MOST_TELLING_FIRST.indexOf(a.code) - MOST_TELLING_FIRST.indexOf(b.code);
    return failures.sort(byWorth)[0] ?? failedReply('dns.unreachable', 'no name server is known');
}
async function dns_attempts_ask(server, question, overTcp, agent, patience) {
    if (server.kind === 'https')
        return dns_attempts_settle(await askHttps(server, question, agent, patience()));
    if (overTcp)
        return dns_attempts_settle(await askTcp(server, question, true, patience()));
    let edns = true;
    let reply = await askUdp(server, question, edns, patience());
    if (reply.state === 'not-understood') {
        edns = false;
        reply = await askUdp(server, question, edns, patience());
    }
    return dns_attempts_settle(reply.state === 'truncated' ? await askTcp(server, question, edns, patience()) : reply);
}
function dns_attempts_settle(reply) {
    switch (reply.state) {
        case 'truncated':
            return failedReply('dns.malformed', 'truncated where there is room');
        case 'not-understood':
            return failedReply('dns.refused', reply.detail);
        default:
            return reply;
    }
}

; 


const DNS_PORT = 53;
function parseNameServer(text) {
    if (/^https:\/\//i.test(text) && URL.canParse(text)) {
        return { kind: 'https', url: new URL(text) };
    }
    const bracketed = /^\[(?<address>[^\]]+)\](?::(?<port>\d{1,5}))?$/.exec(text);
    const dotted = /^(?<address>[\d.]+)(?::(?<port>\d{1,5}))?$/.exec(text);
    const { address = text, port = DNS_PORT } = (bracketed ?? dotted)?.groups ?? {};
    const isPort = Number(port) > 0 && Number(port) < 65_536;
    if ((0,external_node_net_.isIP)(address) === 0 || !isPort) {
        throw new ports .j(`dns-servers: "${text}" is not a name server; write an IP address (192.0.2.53, 192.0.2.53:5353, [2001:db8::53]:53) or an https URL.`);
    }
    return { kind: 'plain', address, port: Number(port) };
}

; 


const FAILURE_MS = 30_000;
const MAX_REMEMBERED = 5_000;
function shareLookups(ask, clock) {
    const lookups = new Map();
    function remember(key, lookup) {
        lookups.delete(key);
        lookups.set(key, lookup);
        const [first] = lookups.keys();
        if (first !== undefined && lookups.size > MAX_REMEMBERED)
            lookups.delete(first);
    }
    function start(name, type) {
        const controller = new AbortController();
        const lookup = {
            answer: ask(name, type, controller.signal),
            controller,
            waiting: 0,
            validUntil: Infinity,
        };
        void lookup.answer.then(({ state }) => {
            if (state === 'failed')
                lookup.validUntil = clock.monotonic() + FAILURE_MS;
        });
        return lookup;
    }
    return {
        async resolve(name, type, signal) {
            if (signal.aborted)
                return failedAnswer('run.deadline', { name, type });
            const key = `${type} ${name.toLowerCase()}`;
            const known = lookups.get(key);
            const lookup = known && clock.monotonic() < known.validUntil ? known : start(name, type);
            remember(key, lookup);
            const forget = () => {
                if (lookups.get(key) === lookup)
                    lookups.delete(key);
            };
            const answer = await waitFor(lookup, signal, forget);
            return answer ?? failedAnswer('run.deadline', { name, type });
        },
    };
}
function waitFor(lookup, signal, forget) {
    (0,external_node_events_.setMaxListeners)(0, signal);
    lookup.waiting += 1;
    return new Promise((resolve) => {
        const giveUp = () => {
            lookup.waiting -= 1;
            if (lookup.waiting === 0) {
                forget();
                lookup.controller.abort();
            }
            resolve(undefined);
        };
        signal.addEventListener('abort', giveUp, { once: true });
        void lookup.answer.then((answer) => {
            signal.removeEventListener('abort', giveUp);
            lookup.waiting -= 1;
            resolve(answer);
        });
    });
}

; 







const MAX_ALIASES = 8;
const MAX_HTTPS_CONNECTIONS = 8;
function createResolver(settings) {
    const { servers, timeoutMs, ca, clock = { monotonic: () => performance.now() } } = settings;
    const trust = ca ? { secureContext: (0,external_node_tls_.createSecureContext)({ ca: [...external_node_tls_.rootCertificates, ...ca] }) } : {};
    const desk = {
        servers: (servers.length > 0 ? servers : (0,external_node_dns_.getServers)()).map(parseNameServer),
        agent: new external_node_https_.Agent({ keepAlive: true, maxSockets: MAX_HTTPS_CONNECTIONS, ...trust }),
        clock,
    };
    return shareLookups((name, type, signal) => lookUp(name, type, timeoutMs, signal, desk), clock);
}
async function lookUp(name, type, timeoutMs, signal, desk) {
    const deadline = desk.clock.monotonic() + timeoutMs;
    const aliases = [];
    let authentic = true;
    for (let owner = name; canBeAsked(owner) && aliases.length <= MAX_ALIASES;) {
        const reply = await askInTurn({ name: owner, type }, deadline, signal, desk);
        if (reply.state === 'failed')
            return failedAnswer(reply.code, { name, type }, reply.detail);
        aliases.push(...reply.aliases);
        authentic &&= reply.authentic;
        if (!reply.exists)
            return { state: 'nxdomain', aliases, authentic };
        const records = reply.records;
        if (records.length > 0)
            return { state: 'records', records, aliases, authentic };
        const alias = reply.aliases.at(-1);
        if (alias === undefined)
            return { state: 'nodata', aliases, authentic };
        owner = alias;
    }
    const why = aliases.length > MAX_ALIASES ? 'too many aliases' : 'no DNS name';
    return failedAnswer('dns.malformed', { name, type }, why);
}

; 

const LENGTHS = { sha1: 20, sha256: 32, sha512: 64 };
const scramCrypto = {
    digest: (hash, data) => (0,external_node_crypto_.createHash)(hash).update(data).digest(),
    hmac: (hash, key, data) => (0,external_node_crypto_.createHmac)(hash, key).update(data).digest(),
    pbkdf2: (hash, password, salt, iterations) => (0,external_node_crypto_.pbkdf2Sync)(password, salt, iterations, LENGTHS[hash], hash),
};

; 







function openNetwork(network, timeoutMs, locate) {
    const caFile = network.caFile === undefined ? undefined : locate(network.caFile);
    const clock = (0,runtime_clock .ts)();
    const dialer = createDialer(caFile === undefined ? {} : { caFile });
    const ca = caFile === undefined ? {} : { ca: [(0,external_node_fs_.readFileSync)(caFile, 'utf8')] };
    const resolver = createResolver({ servers: network.dnsServers, timeoutMs, clock, ...ca });
    const listenHere = ({ certificateFile, ...where }) => listen(certificateFile === undefined ? where : { ...where, certificateFile: locate(certificateFile) });
    const http = createHttpClient(caFile === undefined ? {} : { caFile });
    return { dialer, http, resolver, clock, random: (0,runtime_clock .sk)(), listen: listenHere, scram: scramCrypto };
}

; 




  }),

  3796:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Nm: () => (  inForce),
    fs: () => (  changesOf),
    jT: () => (  needsRestart),
    zc: () => (  settingsFor)
  });
 
const CAUTION_NAMES = (  null && ([
    'certificate',
    'each-host',
    'existing-listener',
    'default-since',
    'renamed-after',
    'registration-module',
    'federation',
    'web-clients',
    'dormant',
]));
function settingsFor(findings, { check }) {
    return [...new Set(findings.flatMap((finding) => check(finding.check)?.mend ?? []))];
}
function changesOf({ settings }, names, domain) {
    const byFile = new Map();
    for (const setting of names.map((name) => settings[name])) {
        const key = `${setting.language} ${setting.file}`;
        const before = byFile.get(key);
        byFile.set(key, before === undefined ? setting : joined(before, setting));
    }
    return [...byFile.values()].map((setting) => filledIn(setting, domain));
}
function inForce({ reload, reloadNotes }, changes, code) {
    if (!needsRestart(changes))
        return [];
    return [reload === undefined ? 'Then restart the server.' : `Then run: ${code(reload)}`, ...reloadNotes];
}
function needsRestart(changes) {
    return changes.some(({ isElsewhere }) => isElsewhere !== true);
}
function joined(a, b) {
    const [between, end] = LINEWISE.includes(a.language) ? ['\n', /\n/u] : ['\n\n', /\n{2,}/u];
    const pieces = [a, b].flatMap(({ code }) => code.trimEnd().split(end));
    const cautions = [...(a.cautions ?? []), ...(b.cautions ?? [])];
    const isFirst = ({ name, version }, index) => cautions.findIndex((other) => other.name === name && other.version === version) === index;
    return {
        ...a,
        code: [...new Set(pieces)].join(between),
        notes: [...new Set([...a.notes, ...b.notes])],
        cautions: cautions.filter(isFirst),
    };
}
const LINEWISE = ['lua', 'properties'];
function filledIn(setting, domain) {
    if (!/^[a-z0-9.-]+$/u.test(domain))
        return setting;
    return { ...setting, code: setting.code.replaceAll('example.org', domain) };
}


  }),

  9684:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    i: () => (  SOFTWARE)
  });
const SOFTWARE = ['prosody', 'ejabberd', 'openfire', 'mongooseim', 'tigase', 'jabberd2', 'generic'];


  }),

  339:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    J: () => (  renderTranscript)
  });
const SPEAKERS = { us: 'sent', server: 'recv', note: 'note' };
function renderTranscript(lines) {
    return lines
        .map(({ connection, atMs, from, text }) => {
        const time = String(Math.round(atMs)).padStart(5);
        return `[${connection}] ${time} ms  ${SPEAKERS[from]}  ${text.replace(/\s+/gu, ' ')}`;
    })
        .join('\n');
}


  }),

  1732:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Vb: () => (  CHECK_LEVELS),
    iR: () => (  PROOFS)
  });
 
const CHECK_LEVELS = ['off', 'note', 'warn', 'fail'];
const PROOFS = ['none', 'advertised', 'behaviour'];
const SETTING_NAMES = (  null && ([
    'c2s-required',
    's2s-required',
    'legacy-auth',
    'registration',
    'certificate',
    'cipher-suites',
    'direct-tls',
    'compression',
    'starttls-buffer',
    'srv-records',
    'bosh',
    'websocket',
    'host-meta',
    'component-port',
]));


  }),

  8992:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    M: () => (  generic)
  });
  var _shared_dns_zone_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3415);
  var _shared_host_meta_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(311);
  var _shared_starttls_buffer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6749);



const FILE = 'the configuration of the server';
const generic = {
    software: 'generic',
    title: 'Any server',
    homepage: 'https://xmpp.org/software/',
    documentation: 'https://www.rfc-editor.org/rfc/rfc7590',
    rank: 1000,
    reloadNotes: [],
    traits: [],
    settings: {
        'c2s-required': {
            file: FILE,
            language: 'text',
            code: 'Set TLS (STARTTLS) for client connections to "required", not to "optional" or "enabled".',
            notes: ['RFC 6120 section 5.3.1 says how a server announces that TLS is mandatory.'],
            cautions: [{ name: 'certificate' }],
        },
        's2s-required': {
            file: FILE,
            language: 'text',
            code: 'Set TLS (STARTTLS) for server-to-server connections to "required", not to "optional" or "enabled".',
            notes: ['Client and server connections usually have a setting each.'],
            cautions: [{ name: 'certificate' }, { name: 'federation' }],
        },
        'legacy-auth': {
            file: FILE,
            language: 'text',
            code: 'Require TLS for non-SASL authentication (jabber:iq:auth, XEP-0078) as well.',
            notes: ['Optional: switch it off. XEP-0078 is obsolete; SASL has replaced it since 2004.'],
        },
        registration: {
            file: FILE,
            language: 'text',
            code: 'Require TLS for in-band registration (jabber:iq:register, XEP-0077) as well.',
            notes: ['Requiring TLS for all client connections usually covers it.'],
        },
        compression: {
            file: FILE,
            language: 'text',
            code: 'Switch off stream compression (XEP-0138), or allow it after TLS and the login only.',
            notes: ['XEP-0138 is obsolete: compression gives away secrets that TLS protects.'],
        },
        'component-port': {
            file: FILE,
            language: 'text',
            code: 'Let the listener for external components (XEP-0114) listen on the loopback address only, or switch it off.',
            notes: ['Where components run on other hosts, use a tunnel, or a firewall that lets nobody else in.'],
        },
        'starttls-buffer': (0,_shared_starttls_buffer_js__WEBPACK_IMPORTED_MODULE_2__  .f)('Upgrade the server to its current version, and every proxy that handles STARTTLS before it.'),
        'srv-records': _shared_dns_zone_js__WEBPACK_IMPORTED_MODULE_0__  .L,
        certificate: {
            file: FILE,
            language: 'text',
            code: 'Give the server a certificate for the XMPP domain, with its chain and a private key it can read.',
            notes: [
                'The name in the certificate is the XMPP domain, not the host of the SRV record (RFC 6120 section 13.7.2.1).',
            ],
        },
        'cipher-suites': {
            file: FILE,
            language: 'text',
            code: 'Remove every cipher suite with NULL in its name; in OpenSSL syntax: HIGH:!aNULL:!eNULL.',
            notes: ['RFC 9325 section 4.1 forbids suites that do not encrypt.'],
        },
        'direct-tls': {
            file: 'the DNS zone, and the configuration of the server',
            language: 'text',
            code: 'Let the _xmpps-client._tcp and _xmpps-server._tcp records name ports that speak XMPP inside TLS and nothing else.',
            notes: ['STARTTLS ports belong in `_xmpp-client._tcp` and `_xmpp-server._tcp` (XEP-0368).'],
        },
        bosh: {
            file: FILE,
            language: 'text',
            code: 'Serve BOSH on https only: close its plain http port, or bind it to 127.0.0.1 behind a web server with TLS.',
            notes: ['A redirect from http to https is harmless; an answer over http is not.'],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: FILE,
            language: 'text',
            code: 'Serve WebSocket on wss only: close its plain ws port, or bind it to 127.0.0.1 behind a web server with TLS.',
            notes: ['RFC 7395 section 3.9 leaves TLS to the WebSocket: inside it there is no STARTTLS.'],
            cautions: [{ name: 'web-clients' }],
        },
        'host-meta': _shared_host_meta_js__WEBPACK_IMPORTED_MODULE_1__  .j,
    },
};


  }),

  1513:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  b: () => (  REMEDIATIONS)
});

 
var dns_zone = __webpack_require__(3415);
 
var host_meta = __webpack_require__(311);
 
var starttls_buffer = __webpack_require__(6749);
; 
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;
function headers({ header, securedHeader, plaintext }) {
    return values([header, securedHeader, plaintext.header]);
}
function everyStreamId(observation, pattern) {
    const ids = headers(observation).flatMap(({ id }) => (id === undefined ? [] : [id]));
    return ids.length > 0 && ids.every((id) => pattern.test(id));
}
function plaintextFeatures({ features, plaintext }) {
    return values([features, plaintext.features]).flatMap(({ all }) => all);
}
function showsFeature(observation, namespace, child) {
    return plaintextFeatures(observation).some((feature) => feature.namespace === namespace && (child === undefined || feature.children.includes(child)));
}
function answers({ plaintext }) {
    return values(Object.values(plaintext.answers));
}
function said(observation, pattern) {
    const { header, features, starttls, securedHeader, securedFeatures, plaintext } = observation;
    const steps = [header, features, starttls, securedHeader, securedFeatures, plaintext.header, plaintext.features];
    const details = steps.map((step) => (step.state === 'failed' ? step.failure.detail : undefined));
    const texts = answers(observation).map((answer) => ('text' in answer ? answer.text : undefined));
    return [...details, ...texts].some((text) => text !== undefined && pattern.test(text));
}
function values(steps) {
    return steps.flatMap((step) => (step.state === 'done' ? [step.value] : []));
}

; 




const FILE = '/etc/ejabberd/ejabberd.yml';
const CLIENTS = '# in the listener on port 5222, which has module: ejabberd_c2s\n    starttls_required: true';
const HTTPS = `# in the list below listen:
  -
    port: 5443
    module: ejabberd_http
    tls: true
    request_handlers:
      /bosh: mod_bosh
      /ws: ejabberd_http_ws`;
const ADD_THERE = 'Add the line to the listener that is there; a second section `listen` would replace the first.';
const ADD_TO_LIST = 'Add it to the list that is there; a second section `listen` would replace the first.';
const CONTAINER = 'In the container images the file is `/opt/ejabberd/conf/ejabberd.yml`.';
const LISTENER = [{ name: 'certificate' }, { name: 'existing-listener' }];
const ejabberd = {
    software: 'ejabberd',
    title: 'ejabberd',
    homepage: 'https://www.ejabberd.im/',
    documentation: 'https://docs.ejabberd.im/admin/configuration/',
    rank: 20,
    reload: 'systemctl restart ejabberd',
    reloadNotes: [
        '`ejabberdctl reload-config` opens a changed listener anew, which can fail with "address already in use" and leave the port closed: if you use it, look at the port and the log afterwards, and reload once more where it is closed.',
        'In a container restart the container.',
    ],
    traits: [
        { name: 'stream ids are long decimal numbers', weight: 3, seen: (o) => everyStreamId(o, /^\d{15,20}$/u) },
        {
            name: 'policy-violation with the text "Use of STARTTLS required"',
            weight: 2,
            seen: (o) => answers(o).some((a) => a.kind === 'stream-error' && a.condition === 'policy-violation' && a.text === 'Use of STARTTLS required'),
        },
        { name: 'says "unsupported_mechanism"', weight: 1, seen: (o) => said(o, /^unsupported_mechanism$/u) },
        {
            name: 'offers dialback with errors',
            weight: 1,
            seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'errors'),
        },
    ],
    settings: {
        'c2s-required': {
            file: FILE,
            language: 'yaml',
            code: CLIENTS,
            notes: [
                ADD_THERE,
                'Every listener with the module `ejabberd_c2s` and without `tls: true` needs it.',
                'The example configuration has had it since 18.09; without it the default is false.',
                CONTAINER,
            ],
            cautions: LISTENER,
        },
        's2s-required': {
            file: FILE,
            language: 'yaml',
            code: '# at the top level\ns2s_use_starttls: required',
            notes: [
                'The example configuration has `optional` here in every version up to 26.07, and the default is false.',
                CONTAINER,
            ],
            cautions: [{ name: 'certificate' }, { name: 'federation' }],
        },
        'legacy-auth': {
            file: FILE,
            language: 'yaml',
            code: CLIENTS,
            notes: [ADD_THERE, 'Optional: take `mod_legacy_auth` out of `modules`, where no old client needs it.', CONTAINER],
            cautions: LISTENER,
        },
        registration: {
            file: FILE,
            language: 'yaml',
            code: CLIENTS,
            notes: [
                ADD_THERE,
                'Optional: `ip_access: trusted_network` in the options of `mod_register` limits registration to addresses of that access rule.',
                CONTAINER,
            ],
            cautions: LISTENER,
        },
        compression: {
            file: FILE,
            language: 'yaml',
            code: '# in the listener on port 5222, which has module: ejabberd_c2s\n    zlib: false',
            notes: [
                ADD_THERE,
                'Current versions offer compression after the login only; upgrade where it is offered before.',
            ],
        },
        'component-port': {
            file: FILE,
            language: 'yaml',
            code: '# in the listener that has module: ejabberd_service\n    ip: "127.0.0.1"',
            notes: [ADD_THERE, 'Components on other hosts need a tunnel, or a firewall that lets nobody else in.'],
        },
        'starttls-buffer': (0,starttls_buffer .f)('apt-get install --only-upgrade ejabberd'),
        'srv-records': dns_zone .L,
        certificate: {
            file: FILE,
            language: 'yaml',
            code: 'certfiles:\n  - /etc/letsencrypt/live/example.org/fullchain.pem\n  - /etc/letsencrypt/live/example.org/privkey.pem',
            notes: [
                'The user that ejabberd runs as has to be able to read both files; the log names certificates it could not use.',
            ],
        },
        'cipher-suites': {
            file: FILE,
            language: 'yaml',
            code: 'c2s_ciphers: "HIGH:!aNULL:!eNULL:!3DES:@STRENGTH"\ns2s_ciphers: "HIGH:!aNULL:!eNULL:!3DES:@STRENGTH"',
            notes: ['A `ciphers` option of a single listener overrides these.'],
        },
        'direct-tls': {
            file: FILE,
            language: 'yaml',
            code: '# in the list below listen:\n  -\n    port: 5223\n    module: ejabberd_c2s\n    tls: true\n  -\n    port: 5270\n    module: ejabberd_s2s_in\n    tls: true',
            notes: [
                ADD_TO_LIST,
                'A listener with `tls: true` speaks nothing but TLS; STARTTLS options have no meaning there.',
                'The SRV records `_xmpps-client._tcp` and `_xmpps-server._tcp` must name these ports.',
            ],
        },
        bosh: {
            file: FILE,
            language: 'yaml',
            code: HTTPS,
            notes: [
                ADD_TO_LIST,
                'Remove `mod_bosh` from every `ejabberd_http` listener without `tls: true`, or bind that listener to `127.0.0.1` behind a proxy with TLS.',
                '`starttls_required` of the client listener has no effect on HTTP.',
                CONTAINER,
            ],
            cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
        },
        websocket: {
            file: FILE,
            language: 'yaml',
            code: HTTPS,
            notes: [
                ADD_TO_LIST,
                'Remove `ejabberd_http_ws` from every `ejabberd_http` listener without `tls: true`, or bind that listener to `127.0.0.1` behind a proxy with TLS.',
                '`starttls_required` of the client listener has no effect on HTTP.',
                CONTAINER,
            ],
            cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

 
var generic = __webpack_require__(8992);
; 




const jabberd2_CLIENTS = '/etc/jabberd2/c2s.xml';
const SERVERS = '/etc/jabberd2/s2s.xml';
const DORMANT = 'The project has been dormant since 2018: consider moving to a server that is maintained.';
const REQUIRED = "<local>\n  <id require-starttls='true'\n      pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>";
const CAUTIONS = [{ name: 'certificate' }, { name: 'dormant' }];
const jabberd2 = {
    software: 'jabberd2',
    title: 'jabberd2',
    homepage: 'https://jabberd2.org/',
    documentation: 'https://github.com/jabberd2/jabberd2/wiki',
    rank: 60,
    reload: 'systemctl restart jabberd2',
    reloadNotes: ['Packages call the service `jabberd2`, an installation from source often `jabberd`.'],
    traits: [
        {
            name: 'stream ids are 40 letters and digits',
            weight: 3,
            seen: (o) => everyStreamId(o, /^(?=.*[g-z])[0-9a-z]{40}$/u),
        },
        {
            name: 'marks dialback as required',
            weight: 3,
            seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'required'),
        },
        {
            name: 'says "STARTTLS is required for this stream"',
            weight: 3,
            seen: (o) => said(o, /^STARTTLS is required for this stream$/u),
        },
        { name: 'tells us our address', weight: 1, seen: (o) => showsFeature(o, 'http://affinix.com/jabber/address') },
    ],
    settings: {
        'c2s-required': {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: REQUIRED,
            notes: [
                'Any value of `require-starttls` switches it on; without `pemfile` STARTTLS is not even offered.',
                'Also remove `<plain/>` from `<mechanisms>`; it stays under `<ssl-mechanisms>`.',
                DORMANT,
            ],
            cautions: CAUTIONS,
        },
        's2s-required': {
            file: SERVERS,
            language: 'xml',
            code: '<local>\n  <pemfile>/etc/jabberd2/server.pem</pemfile>\n</local>\n\n<security>\n  <require_tls/>\n</security>',
            notes: [
                'The requirement is never announced to other servers: what comes without TLS is dropped in silence.',
                DORMANT,
            ],
            cautions: [...CAUTIONS, { name: 'federation' }],
        },
        'legacy-auth': {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: REQUIRED,
            notes: [
                'Optional: without `<plain/>` and `<digest/>` under `<traditional>`, in the section `<authreg>`, `jabber:iq:auth` is not served at all.',
                DORMANT,
            ],
            cautions: CAUTIONS,
        },
        registration: {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: REQUIRED,
            notes: ['Optional: without `register-enable` in `<id>` registration is closed altogether.', DORMANT],
            cautions: CAUTIONS,
        },
        compression: {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: '<!-- remove this from the configuration:\n<compression/>\n-->',
            notes: ['Without the line `<compression/>` nothing is offered.', DORMANT],
        },
        'component-port': {
            file: 'router.xml',
            language: 'xml',
            code: '<local>\n  <ip>127.0.0.1</ip>\n  <port>5347</port>\n</local>',
            notes: [
                'The parts of jabberd2 meet at the same port: where they run on several hosts, let a firewall keep everybody else away from it.',
                DORMANT,
            ],
        },
        'starttls-buffer': (0,starttls_buffer .f)('apt-get install --only-upgrade jabberd2'),
        'srv-records': dns_zone .L,
        certificate: {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: "<local>\n  <id pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>",
            notes: [
                'The file holds the certificate, the intermediate ones, and the private key, in PEM.',
                'For other servers it is `<pemfile>` in the section `<local>` of `s2s.xml`.',
                DORMANT,
            ],
        },
        'cipher-suites': {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: "<local>\n  <id ciphers='HIGH:!aNULL:!eNULL'\n      pemfile='/etc/jabberd2/server.pem'>example.org</id>\n</local>",
            notes: ['For other servers it is `<ciphers>` in the section `<local>` of `s2s.xml`.', DORMANT],
        },
        'direct-tls': {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: '<local>\n  <ssl-port>5223</ssl-port>\n  <pemfile>/etc/jabberd2/server.pem</pemfile>\n</local>',
            notes: ['There is no port for direct TLS between servers: publish no `_xmpps-server._tcp` record.', DORMANT],
        },
        bosh: {
            file: jabberd2_CLIENTS,
            language: 'text',
            code: 'jabberd2 has no BOSH of its own: let the connection manager in front of it answer on https only.',
            notes: ['Bind its plain port to `127.0.0.1`, behind a web server with TLS.', DORMANT],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: jabberd2_CLIENTS,
            language: 'xml',
            code: '<io>\n  <!-- <websocket/> -->\n</io>',
            notes: [
                'Without `<websocket/>` in the section `<io>` the client port does not answer WebSocket; offer it through a web server with TLS.',
                DORMANT,
            ],
            cautions: [{ name: 'web-clients' }, { name: 'dormant' }],
        },
        'host-meta': host_meta .j,
    },
};

; 




const mongooseim_FILE = 'mongooseim.toml';
const mongooseim_CLIENTS = '[[listen.c2s]]\n  port = 5222\n  tls.mode = "starttls_required"\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"';
const mongooseim_LISTENER = [{ name: 'certificate' }, { name: 'existing-listener' }];
const mongooseim = {
    software: 'mongooseim',
    title: 'MongooseIM',
    homepage: 'https://www.erlang-solutions.com/products/mongooseim/',
    documentation: 'https://esl.github.io/MongooseDocs/latest/configuration/listen/',
    rank: 40,
    reload: 'mongooseimctl restart',
    reloadNotes: [],
    traits: [
        { name: 'stream ids are 16 hexadecimal digits', weight: 1, seen: (o) => everyStreamId(o, /^[0-9a-f]{16}$/u) },
        {
            name: 'stream error encryption-required',
            weight: 3,
            seen: (o) => answers(o).some((a) => a.kind === 'stream-error' && a.condition === 'encryption-required'),
        },
    ],
    settings: {
        'c2s-required': {
            file: mongooseim_FILE,
            language: 'toml',
            code: mongooseim_CLIENTS,
            notes: [
                'Without `tls.mode` TLS is optional (`starttls`); without any `tls` option there is no TLS at all.',
                'Set it on every `[[listen.c2s]]`.',
            ],
            cautions: mongooseim_LISTENER,
        },
        's2s-required': {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.s2s]]\n  port = 5269\n  tls.mode = "starttls_required"\n\n[s2s.outgoing]\n  tls.mode = "starttls_required"',
            notes: [
                'Up to 6.3 the setting was `use_starttls = "required"` in the section `[s2s]`, with `"false"` as default.',
            ],
            cautions: [...mongooseim_LISTENER, { name: 'renamed-after', version: '6.3' }, { name: 'federation' }],
        },
        'legacy-auth': {
            file: mongooseim_FILE,
            language: 'toml',
            code: mongooseim_CLIENTS,
            notes: ['Where `jabber:iq:auth` is answered at all, upgrade to a current version.'],
            cautions: mongooseim_LISTENER,
        },
        registration: {
            file: mongooseim_FILE,
            language: 'toml',
            code: mongooseim_CLIENTS,
            notes: [
                'Where registration is answered before TLS even so, limit `[modules.mod_register]` by `ip_access`, or remove it.',
            ],
            cautions: [...mongooseim_LISTENER, { name: 'registration-module' }],
        },
        compression: {
            file: mongooseim_FILE,
            language: 'toml',
            code: mongooseim_CLIENTS,
            notes: ['Current versions know no stream compression before the login; upgrade where it is offered.'],
        },
        'component-port': {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.component]]\n  port = 8888\n  ip_address = "127.0.0.1"\n  password = "..."',
            notes: [
                'Before 6.3 the section is `[[listen.service]]`. Components on other hosts need a tunnel, or a firewall.',
            ],
        },
        'starttls-buffer': (0,starttls_buffer .f)('Install the current release from https://github.com/esl/MongooseIM/releases.'),
        'srv-records': dns_zone .L,
        certificate: {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.c2s]]\n  port = 5222\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"',
            notes: ['`tls.certfile` takes the whole chain; `[[listen.s2s]]` takes the same options.'],
        },
        'cipher-suites': {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.c2s]]\n  port = 5222\n  tls.versions = ["tlsv1.2", "tlsv1.3"]',
            notes: [
                'Remove `tls.ciphers` where it names suites without encryption; `[[listen.s2s]]` takes the same options.',
            ],
        },
        'direct-tls': {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.c2s]]\n  port = 5223\n  tls.mode = "tls"\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"',
            notes: ['The SRV record `_xmpps-client._tcp` must name this port.'],
        },
        bosh: {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.http]]\n  port = 5285\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"\n\n  [[listen.http.handlers.mod_bosh]]\n    host = "_"\n    path = "/http-bind"',
            notes: [
                'Remove `mod_bosh` from every `[[listen.http]]` without `tls` options; the template has one on port 5280.',
            ],
            cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
        },
        websocket: {
            file: mongooseim_FILE,
            language: 'toml',
            code: '[[listen.http]]\n  port = 5285\n  tls.certfile = "priv/ssl/fullchain.pem"\n  tls.keyfile = "priv/ssl/privkey.pem"\n\n  [[listen.http.handlers.mod_websockets]]\n    host = "_"\n    path = "/ws-xmpp"',
            notes: [
                'Remove `mod_websockets` from every `[[listen.http]]` without `tls` options; the template has one on port 5280.',
            ],
            cautions: [{ name: 'existing-listener' }, { name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

; 




const PROPERTIES = 'Admin console: Server > Server Manager > System Properties';
const openfire = {
    software: 'openfire',
    title: 'Openfire',
    homepage: 'https://www.igniterealtime.org/projects/openfire/',
    documentation: 'https://www.igniterealtime.org/projects/openfire/documentation.jsp',
    rank: 30,
    reload: 'systemctl restart openfire',
    reloadNotes: [
        'Most properties hold for new connections at once; connections that are open stay as they are until then.',
    ],
    traits: [
        {
            name: 'stream ids are short and in base 36',
            weight: 1,
            seen: (o) => everyStreamId(o, /^[0-9a-z]{7,10}$/u),
        },
        { name: 'says "TLS is mandatory"', weight: 3, seen: (o) => said(o, /^TLS is mandatory, but was/u) },
        {
            name: 'says "Incorrect hostname in stream header"',
            weight: 3,
            seen: (o) => said(o, /Incorrect hostname in stream header/u),
        },
        {
            name: 'offers dialback with errors',
            weight: 1,
            seen: (o) => showsFeature(o, 'urn:xmpp:features:dialback', 'errors'),
        },
        { name: 'announces stream limits', weight: 1, seen: (o) => showsFeature(o, 'urn:xmpp:stream-limits:0') },
    ],
    settings: {
        'c2s-required': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.client.tls.policy = required',
            notes: [
                'The same choice stands under `Server > Server Settings > Client Connections`, in the advanced STARTTLS settings.',
                'The default is `optional`.',
            ],
            cautions: [{ name: 'certificate' }],
        },
        's2s-required': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.server.tls.policy = required',
            notes: [
                'The same choice stands under `Server > Server Settings > Server to Server`; the default is `optional`.',
                'Upgrade to 4.8.0 or later, so that the requirement is announced to other servers as well (OF-2633).',
            ],
            cautions: [{ name: 'certificate' }, { name: 'federation' }],
        },
        'legacy-auth': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.client.tls.policy = required',
            notes: [
                'Since 4.1.0 `jabber:iq:auth` comes from a plugin (OF-1097): optional is to remove it where no client needs it.',
            ],
            cautions: [{ name: 'certificate' }],
        },
        registration: {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.client.tls.policy = required',
            notes: [
                'Optional: `register.inband = false` closes registration altogether, which is open by default; the same choice stands under `Server > Server Settings > Registration & Login`.',
            ],
            cautions: [{ name: 'certificate' }],
        },
        compression: {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.client.compression.policy = disabled',
            notes: ['The same choice stands under `Server > Server Settings > Compression Settings`.'],
        },
        'component-port': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.component.socket.active = false',
            notes: [
                'The same choice stands under `Server > Server Settings > External Components`. Where components run on other hosts, let a firewall keep everybody else away from port 5275.',
            ],
        },
        'starttls-buffer': (0,starttls_buffer .f)('Install the current release from https://www.igniterealtime.org/downloads/.', 'the installation of the server'),
        'srv-records': dns_zone .L,
        certificate: {
            file: 'Admin console: Server > TLS/SSL Certificates',
            language: 'text',
            code: 'Identity store: import the certificate chain and the private key of your domain.',
            notes: ['The certificate has to name the XMPP domain, not the host.'],
        },
        'cipher-suites': {
            file: 'Admin console: Server > Server Settings > Client Connections, and Server to Server; advanced settings',
            language: 'text',
            code: 'Encryption cipher suites: move every suite with NULL in its name to the disabled ones.',
            notes: ['Do so for each of the listeners, for STARTTLS and for direct TLS.'],
        },
        'direct-tls': {
            file: PROPERTIES,
            language: 'properties',
            code: 'xmpp.socket.ssl.active = true\nxmpp.socket.ssl.port = 5223',
            notes: [
                'For clients this is the default; a change takes effect after a restart.',
                'The SRV record `_xmpps-client._tcp` must name this port.',
            ],
        },
        bosh: {
            file: PROPERTIES,
            language: 'properties',
            code: 'httpbind.port.plain = 0\nhttpbind.port.secure = 7443',
            notes: [
                'The plain port is 7070 by default, and serves BOSH and WebSocket alike.',
                'The same choice stands under `Server > Server Settings > Web Binding`.',
            ],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: PROPERTIES,
            language: 'properties',
            code: 'httpbind.port.plain = 0\nhttpbind.port.secure = 7443',
            notes: [
                'The plain port is 7070 by default, and serves BOSH and WebSocket alike.',
                'The same choice stands under `Server > Server Settings > Web Binding`.',
            ],
            cautions: [{ name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

; 




const prosody_FILE = '/etc/prosody/prosody.cfg.lua';
const prosody_CLIENTS = 'c2s_require_encryption = true\nallow_unencrypted_plain_auth = false';
const EVERYWHERE = 'Put it in the global section. A value below a `VirtualHost` wins there, so look for one as well.';
const SINCE = 'Since 0.12.0 this is the default, so look for a line that says otherwise; before 0.12.0 it has to be set.';
const CERTIFICATE = 'The module `tls` has to be in `modules_enabled`, and the host needs a certificate.';
const prosody_CAUTIONS = [
    { name: 'certificate' },
    { name: 'each-host' },
    { name: 'default-since', version: '0.12.0' },
];
const prosody = {
    software: 'prosody',
    title: 'Prosody',
    homepage: 'https://prosody.im/',
    documentation: 'https://prosody.im/doc/configure',
    rank: 10,
    reload: 'systemctl restart prosody',
    reloadNotes: [
        'Run `prosodyctl check config` before that: it finds mistakes in the file.',
        '`prosodyctl reload` is enough for certificates only: modules that are loaded keep their old values until they are loaded anew.',
    ],
    traits: [
        { name: 'stream ids are UUIDs', weight: 1, seen: (o) => everyStreamId(o, UUID) },
        {
            name: 'UUID stream ids on a server stream with an XML declaration',
            weight: 2,
            seen: (o) => o.endpoint.service === 's2s' && everyStreamId(o, UUID) && headers(o).every((h) => h.xmlDeclaration),
        },
        {
            name: 'UUID stream ids, and EXTERNAL refused with encryption-required',
            weight: 1,
            seen: (o) => everyStreamId(o, UUID) &&
                answers(o).some((a) => a.kind === 'sasl-failure' && a.condition === 'encryption-required'),
        },
        { name: 'announces stream limits', weight: 1, seen: (o) => showsFeature(o, 'urn:xmpp:stream-limits:0') },
        {
            name: 'says "This server does not serve"',
            weight: 3,
            seen: (o) => said(o, /\bThis (?:server|host) does not serve\b/u),
        },
        {
            name: 'says "No stream features to proceed with"',
            weight: 3,
            seen: (o) => said(o, /No stream features to proceed with/u),
        },
        {
            name: 'says "Encryption (SSL or TLS) is required to connect to this server"',
            weight: 3,
            seen: (o) => said(o, /Encryption \(SSL or TLS\) is required to connect to this server/u),
        },
    ],
    settings: {
        'c2s-required': {
            file: prosody_FILE,
            language: 'lua',
            code: prosody_CLIENTS,
            notes: [EVERYWHERE, SINCE, CERTIFICATE],
            cautions: prosody_CAUTIONS,
        },
        's2s-required': {
            file: prosody_FILE,
            language: 'lua',
            code: 's2s_require_encryption = true',
            notes: [
                EVERYWHERE,
                SINCE,
                CERTIFICATE,
                'Components such as a MUC service can carry settings of their own.',
                'Optional: `s2s_secure_auth = true` also demands a valid certificate of the other server, and cuts off those that have none.',
            ],
            cautions: [...prosody_CAUTIONS, { name: 'federation' }],
        },
        'legacy-auth': {
            file: prosody_FILE,
            language: 'lua',
            code: prosody_CLIENTS,
            notes: [
                'Optional: take `legacyauth` out of `modules_enabled`. Only very old clients and some bots still log in by `jabber:iq:auth`.',
            ],
            cautions: prosody_CAUTIONS,
        },
        registration: {
            file: prosody_FILE,
            language: 'lua',
            code: prosody_CLIENTS,
            notes: ['Optional: `allow_registration = false` closes registration altogether.'],
            cautions: prosody_CAUTIONS,
        },
        compression: {
            file: prosody_FILE,
            language: 'lua',
            code: '-- in modules_enabled, remove the line: "compression";',
            notes: [
                'Prosody has not had the module since 0.10.0: where it is still loaded it comes from a collection of its own.',
            ],
        },
        'component-port': {
            file: prosody_FILE,
            language: 'lua',
            code: 'component_interfaces = { "127.0.0.1", "::1" }',
            notes: [
                'That is the default: the line only has to go where it says something else. Components on other hosts need a tunnel, or a firewall that lets nobody else in.',
            ],
        },
        'starttls-buffer': (0,starttls_buffer .f)('apt-get install --only-upgrade prosody'),
        'srv-records': dns_zone .L,
        certificate: {
            file: prosody_FILE,
            language: 'lua',
            code: 'certificates = "certs"',
            notes: [
                'Import with `prosodyctl --root cert import /etc/letsencrypt/live`.',
                '`prosodyctl check certs` names certificates that are missing, unreadable or for another name.',
            ],
        },
        'cipher-suites': {
            file: prosody_FILE,
            language: 'lua',
            code: 'tls_profile = "intermediate"',
            notes: [
                'This has been the default since 0.12.0; also remove `ciphers` from every `ssl` table, because it overrides the profile.',
            ],
        },
        'direct-tls': {
            file: prosody_FILE,
            language: 'lua',
            code: 'c2s_direct_tls_ports = { 5223 }\ns2s_direct_tls_ports = { 5270 }',
            notes: [
                'Available since 0.12.0; before, `legacy_ssl_ports = { 5223 }` did the same for clients.',
                'The SRV records `_xmpps-client._tcp` and `_xmpps-server._tcp` must name these ports.',
            ],
        },
        bosh: {
            file: prosody_FILE,
            language: 'lua',
            code: 'consider_bosh_secure = false\nhttp_ports = { 5280 }\nhttp_interfaces = { "127.0.0.1", "::1" }\nhttps_ports = { 5281 }',
            notes: [
                '`consider_bosh_secure = true` lets clients log in over plain HTTP as if it were TLS: remove it, or make sure that only a proxy with TLS reaches the plain port.',
                'Since 0.12.0 plain HTTP listens on the machine itself only, unless `http_interfaces` says otherwise.',
                'In 0.12.0 and later a proxy named in `trusted_proxies` tells by `X-Forwarded-Proto` that it has TLS, so that the option is not needed.',
            ],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: prosody_FILE,
            language: 'lua',
            code: 'consider_websocket_secure = false\nhttp_ports = { 5280 }\nhttp_interfaces = { "127.0.0.1", "::1" }\nhttps_ports = { 5281 }',
            notes: [
                '`consider_websocket_secure = true` lets clients log in over plain HTTP as if it were TLS: remove it, or make sure that only a proxy with TLS reaches the plain port.',
                'Since 0.12.0 plain HTTP listens on the machine itself only, unless `http_interfaces` says otherwise.',
            ],
            cautions: [{ name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

; 




const tigase_FILE = 'etc/config.tdsl';
const tigase_REQUIRED = "'vhost-man' () {\n    'defaults' () {\n        'vhost-tls-required' = true\n    }\n}";
const tigase_SINCE = 'Since 8.1.0 this is the default; before it was false.';
const tigase_CAUTIONS = [
    { name: 'certificate' },
    { name: 'default-since', version: '8.1.0' },
];
const tigase = {
    software: 'tigase',
    title: 'Tigase XMPP Server',
    homepage: 'https://tigase.net/xmpp-server/',
    documentation: 'https://docs.tigase.net/',
    rank: 50,
    reload: 'scripts/tigase.sh restart etc/tigase.conf',
    reloadNotes: ['Packages and containers have their own way to restart the server.'],
    traits: [
        { name: 'stream ids are UUIDs', weight: 1, seen: (o) => everyStreamId(o, UUID) },
        {
            name: 'UUID stream ids on a server stream without an XML declaration',
            weight: 3,
            seen: (o) => o.endpoint.service === 's2s' && everyStreamId(o, UUID) && headers(o).every((h) => !h.xmlDeclaration),
        },
        { name: 'stream id "tigase-error-tigase"', weight: 3, seen: (o) => everyStreamId(o, /^tigase-error-tigase$/u) },
    ],
    settings: {
        'c2s-required': {
            file: tigase_FILE,
            language: 'groovy',
            code: tigase_REQUIRED,
            notes: [
                tigase_SINCE,
                'A single domain can be set in the admin interface as "TLS required"; it cannot weaken a global true.',
            ],
            cautions: tigase_CAUTIONS,
        },
        's2s-required': {
            file: tigase_FILE,
            language: 'groovy',
            code: tigase_REQUIRED,
            notes: ['The same setting covers clients and other servers.', tigase_SINCE],
            cautions: [...tigase_CAUTIONS, { name: 'federation' }],
        },
        'legacy-auth': {
            file: tigase_FILE,
            language: 'groovy',
            code: tigase_REQUIRED,
            notes: [
                tigase_SINCE,
                'Optional: `jabber:iq:auth` with `(active: false)` in the section `sess-man` switches the old login off altogether.',
            ],
            cautions: tigase_CAUTIONS,
        },
        registration: {
            file: tigase_FILE,
            language: 'groovy',
            code: tigase_REQUIRED,
            notes: [tigase_SINCE, 'Optional: `vhost-register-enabled` set to false closes registration altogether.'],
            cautions: tigase_CAUTIONS,
        },
        compression: {
            file: tigase_FILE,
            language: 'groovy',
            code: "'sess-man' () {\n    'zlib' (active: false) {}\n}",
            notes: ['Current versions do not offer compression before TLS where TLS is required; upgrade where they do.'],
        },
        'component-port': {
            file: tigase_FILE,
            language: 'groovy',
            code: "'ext' (active: false) {}",
            notes: ['Where external components are needed, let a firewall keep everybody else away from their port.'],
        },
        'starttls-buffer': (0,starttls_buffer .f)('Install the current release from https://tigase.dev/tigase/_server/tigase-server/~releases.', 'the installation of the server'),
        'srv-records': dns_zone .L,
        certificate: {
            file: 'certs/example.org.pem',
            language: 'text',
            code: 'certificate of the domain, its private key, then the certificates of the authorities, all in PEM',
            notes: ['One file for each domain, named for it, in the folder `certs` of the installation.'],
        },
        'cipher-suites': {
            file: tigase_FILE,
            language: 'groovy',
            code: "'hardened-mode' = 'secure'",
            notes: ['Remove `tls-enabled-ciphers` where it is set: it overrides the hardened mode.'],
        },
        'direct-tls': {
            file: tigase_FILE,
            language: 'groovy',
            code: "c2s {\n    connections {\n        5223 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
            notes: ['For clients this port is open by default.', 'The SRV record `_xmpps-client._tcp` must name this port.'],
        },
        bosh: {
            file: tigase_FILE,
            language: 'groovy',
            code: "bosh {\n    connections {\n        ports = [ 5281 ]\n        5281 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
            notes: ['Plain BOSH listens on port 5280 by default; `ports` without it closes it.'],
            cautions: [{ name: 'web-clients' }],
        },
        websocket: {
            file: tigase_FILE,
            language: 'groovy',
            code: "ws2s {\n    connections {\n        ports = [ 5291 ]\n        5291 {\n            socket = 'ssl'\n            type = 'accept'\n        }\n    }\n}",
            notes: ['Plain WebSocket listens on port 5290 by default; `ports` without it closes it.'],
            cautions: [{ name: 'web-clients' }],
        },
        'host-meta': host_meta .j,
    },
};

; 







const REMEDIATIONS = {
    prosody: prosody,
    ejabberd: ejabberd,
    openfire: openfire,
    mongooseim: mongooseim,
    tigase: tigase,
    jabberd2: jabberd2,
    generic: generic .M,
};


  }),

  3415:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    L: () => (  SRV_RECORDS)
  });
const SRV_RECORDS = {
    file: 'the DNS zone, or the firewall',
    language: 'text',
    isElsewhere: true,
    code: '_xmpp-client._tcp.example.org. 3600 IN SRV 5 0 5222 xmpp.example.org.',
    notes: [
        'Where the service is meant to be there, let the record name its host; where it is not, close its port at the address of the domain.',
        'For other servers the record is `_xmpp-server._tcp` with port 5269.',
    ],
};


  }),

  311:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    j: () => (  HOST_META)
  });
const HOST_META = {
    file: '/.well-known/host-meta on the web server of the domain',
    language: 'xml',
    isElsewhere: true,
    code: `<?xml version='1.0' encoding='utf-8'?>
<XRD xmlns='http://docs.oasis-open.org/ns/xri/xrd-1.0'>
  <Link rel='urn:xmpp:alt-connections:xbosh' href='https://xmpp.example.org/http-bind'/>
  <Link rel='urn:xmpp:alt-connections:websocket' href='wss://xmpp.example.org/xmpp-websocket'/>
</XRD>`,
    notes: [
        'Links begin with `https:` or `wss:` only (XEP-0156), also those in `host-meta.json`.',
        'Let plain `http:` redirect to `https:` instead of answering with the file.',
    ],
};


  }),

  6749:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    f: () => (  upgrade)
  });
function upgrade(code, file = 'the packages of the server') {
    return {
        file,
        language: 'text',
        code,
        notes: [
            'Plaintext that is executed inside TLS is a fault of the server or of a proxy before it, not of a setting.',
        ],
    };
}


  })

};
