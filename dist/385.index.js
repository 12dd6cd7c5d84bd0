export const id = 385;
export const ids = [385];
export const modules = {

  9385:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

 
__webpack_require__.r(__webpack_exports__);

 
__webpack_require__.d(__webpack_exports__, {
  openGate: () => (  openGate)
});

; 
function changedDomains(before, after) {
    const isGeneral = JSON.stringify(general(before)) !== JSON.stringify(general(after));
    const known = new Map(before.targets.map((target) => [target.domain, said(target)]));
    const changed = after.targets.filter((target) => isGeneral || target.position === undefined || known.get(target.domain) !== said(target));
    return new Set(changed.map(({ domain }) => domain));
}
function general({ checks, probe }) {
    const { s2sFrom, httpPorts, componentPorts, activeS2s, proveLoginOffer, starttlsInjection } = probe;
    return [sorted(checks), s2sFrom, httpPorts, componentPorts, activeS2s, proveLoginOffer, starttlsInjection];
}
function said({ services, endpoints, checks, waivers, componentOf }) {
    return JSON.stringify([services, endpoints, sorted(checks), waivers, componentOf]);
}
function sorted(levels) {
    return Object.entries(levels).sort(([a], [b]) => (a < b ? -1 : 1));
}

 
var load = __webpack_require__(1490);
 
var forge_forge = __webpack_require__(7588);
 
var forge_client = __webpack_require__(6489);
; 


function createContentReader(options) {
    const client = (0,forge_client .B)(options, { forge: 'The forge', permission: 'add "permissions: contents: read"' });
    return {
        async readAt(path, commit) {
            const escaped = path.split('/').map(encodeURIComponent).join('/');
            try {
                const { data } = await client.send({
                    method: 'GET',
                    path: `/contents/${escaped}?ref=${encodeURIComponent(commit)}`,
                    attempt: { what: `read ${path} as it was before` },
                    repeatable: true,
                    accepts: isFile,
                });
                return isFile(data) ? Buffer.from(data.content, 'base64').toString('utf8') : undefined;
            }
            catch (error) {
                if (error instanceof forge_forge .Q && error.status === 404)
                    return undefined;
                throw error;
            }
        },
    };
}
function isFile(data) {
    const { content, encoding } = (typeof data === 'object' && data !== null ? data : {});
    return typeof content === 'string' && encoding === 'base64';
}

 
var model_ports = __webpack_require__(3041);
; 





async function openGate(after, sources, ports) {
    const { base, forge, ownApiUrl, inside } = ports;
    const all = (why) => ({ because: `All domains decide: ${why}.` });
    if (after.config.file === undefined)
        return all('no configuration file names them');
    if (base === undefined)
        return all('the event names no commit to compare with');
    if (forge?.apiUrl !== ownApiUrl)
        return all('there is no token to read the configuration before this change');
    const { readFile, trouble } = filesAt(base, forge, inside);
    try {
        const before = await (0,load .Z)({ ...sources, readFile });
        const changed = changedDomains(before.config, after.config);
        return { changed, because: countInWords(changed, after.config.targets.length) };
    }
    catch (error) {
        if (!(error instanceof model_ports .j))
            throw error;
        return all(trouble() ?? 'before this change there was no configuration that could be read');
    }
}
function filesAt(base, forge, inside) {
    const contents = createContentReader(forge);
    let refusal;
    return {
        trouble: () => refusal && `${refusal.message.replace(/\.$/u, '')}; the job needs "permissions: contents: read"`,
        readFile: async (path) => {
            try {
                const way = inside(path);
                return way === undefined ? undefined : await contents.readAt(way, base);
            }
            catch (error) {
                if (error instanceof forge_forge .Q)
                    refusal = error;
                throw error;
            }
        },
    };
}
const NAMED = 5;
function countInWords(changed, total) {
    if (changed.size === 0)
        return 'This change adds and changes no domain: none decides.';
    const rest = changed.size - NAMED;
    const names = [...[...changed].slice(0, NAMED), ...(rest > 0 ? [`${rest} more`] : [])].join(', ');
    return `Only what this change adds or changes decides: ${changed.size} of ${total} domains (${names}).`;
}


  }),

  6489:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  B: () => (  createForgeClient),
  D: () => (  isGitHubCloud)
});

 
var github = __webpack_require__(4794);
 
var inert = __webpack_require__(9805);
 
var forge_forge = __webpack_require__(7588);
; 


const VERDICT_STANDS = 'The check itself is not affected.';
const NEXT_RUN = 'The next run goes on where this one stopped.';
function toForgeError(failure, attempt, dialect) {
    const { status } = failure;
    const { forge } = dialect;
    const isRefusal = status !== undefined && status < 500;
    const happened = isRefusal ? `${forge} did not let us` : `${forge} gave no usable answer when asked to`;
    const said = [status, (0,inert .UJ)(failure.message, 160)].filter((part) => part !== undefined && part !== '').join(': ');
    return new forge_forge .Q(`${happened} ${attempt.what} (${said}).`, {
        outcome: !isRefusal && failure.mayHaveBeenCarriedOut ? 'lost' : 'refused',
        ...(status === undefined ? {} : { status }),
        ...explain(failure, attempt, dialect),
    });
}
function explain({ status, message, retryAfterMs }, { issue }, { permission }) {
    if (retryAfterMs !== undefined)
        return { hint: `The rate limit is used up. ${NEXT_RUN}`, stops: true, limited: true };
    if (status !== undefined && status < 400)
        return { hint: 'Nothing is written anywhere else.' };
    switch (status) {
        case 401:
            return { hint: `The token is not valid: check the input "token". ${VERDICT_STANDS}`, stops: true };
        case 403: {
            if (/\blocked\b/iu.test(message))
                return { hint: 'The issue is locked.' };
            return { hint: `The token lacks permission: ${permission}. ${VERDICT_STANDS}`, stops: true };
        }
        case 404: {
            if (issue !== undefined)
                return { hint: 'It was deleted or moved, or the token may not change it.' };
            const why = 'The repository does not exist, or the token may not see its issues';
            return { hint: `${why}: ${permission}. ${VERDICT_STANDS}`, stops: true };
        }
        case 410: {
            if (issue !== undefined && !/\bdisabled\b/iu.test(message))
                return { hint: 'It was deleted.' };
            const remedy = 'turn them on in its settings, or set "manage-issues: false"';
            return { hint: `Issues are turned off in this repository: ${remedy}. ${VERDICT_STANDS}`, stops: true };
        }
        default:
            return status === undefined || status >= 500 ? { hint: NEXT_RUN } : {};
    }
}

 
var lib = __webpack_require__(4942);
 
var undici = __webpack_require__(6752);
; 


function proxyFetch(apiUrl) {
    const dispatcher = new lib .Qq().getAgentDispatcher(apiUrl);
    const send = (url, init) => (0,undici.fetch)(url, { ...init, ...(dispatcher ? { dispatcher } : {}) });
    return send;
}

; 



const API_VERSION = '2026-03-10';
const REPEATS = 3;
const BACKOFF_MS = [1000, 2000, 4000];
const REQUEST_TIMEOUT_MS = 30_000;
const LONGEST_WAIT_MS = 120_000;
const GITHUB_PACE_MS = 1000;
const UNNAMED_WAIT_MS = 60_000;
function createForgeClient(options, dialect) {
    const { clock } = options;
    const request = openRequest(options);
    const paceMs = options.writePaceMs ?? (isGitHubCloud(options.apiUrl) ? GITHUB_PACE_MS : 0);
    let lastWriteAt = -Infinity;
    async function pace() {
        const wait = lastWriteAt + paceMs - clock.monotonic();
        if (wait > 0)
            await clock.sleep(wait);
        lastWriteAt = clock.monotonic();
    }
    return {
        async send(wanted) {
            for (let repeat = 0;; repeat += 1) {
                if (wanted.method !== 'GET')
                    await pace();
                const outcome = await request(wanted);
                if (!('failure' in outcome))
                    return outcome;
                const wait = waitBefore(repeat, wanted, outcome.failure);
                if (wait === undefined)
                    throw toForgeError(outcome.failure, wanted.attempt, dialect);
                await clock.sleep(wait);
            }
        },
    };
}
function waitBefore(repeat, { repeatable }, failure) {
    if (repeat >= REPEATS)
        return undefined;
    if (failure.retryAfterMs !== undefined)
        return failure.retryAfterMs <= LONGEST_WAIT_MS ? failure.retryAfterMs : undefined;
    const passing = failure.status === undefined || failure.status >= 500;
    const harmless = repeatable || !failure.mayHaveBeenCarriedOut;
    return passing && harmless ? BACKOFF_MS[repeat] : undefined;
}
function isGitHubCloud(apiUrl) {
    const { hostname } = new URL(apiUrl);
    return hostname === 'api.github.com' || hostname.endsWith('.ghe.com');
}
function openRequest({ token, repository, apiUrl, clock, fetch = proxyFetch(apiUrl) }) {
    const silent = () => undefined;
    const log = { debug: silent, info: silent, warn: silent, error: silent };
    const octokit = (0,github .Q)(token, { baseUrl: apiUrl, log, request: { fetch } });
    const headers = isGitHubCloud(apiUrl) ? { 'x-github-api-version': API_VERSION } : {};
    return async (wanted) => {
        const { method, path, body, accepts } = wanted;
        const url = path.startsWith('https://') || path.startsWith('http://') ? path : `/repos/${repository}${path}`;
        const redirect = method === 'GET' ? 'follow' : 'manual';
        const request = { signal: AbortSignal.timeout(REQUEST_TIMEOUT_MS), log, redirect };
        try {
            const answer = await octokit.request({ ...body, method, url, headers, request });
            const status = answer.status;
            if (status >= 300)
                return { failure: { status, message: 'it was moved', mayHaveBeenCarriedOut: false } };
            if (accepts(answer.data))
                return { data: answer.data, link: answer.headers.link };
            return {
                failure: {
                    status: undefined,
                    message: 'the answer was cut or is not what it should be',
                    mayHaveBeenCarriedOut: true,
                },
            };
        }
        catch (error) {
            return { failure: failureOf(error, clock) };
        }
    };
}
function failureOf(error, clock) {
    const { message, response, status } = error;
    if (response === undefined || status === undefined) {
        const codes = causesOf(error);
        const mayHaveBeenCarriedOut = !codes.some((code) => NEVER_SENT.includes(code));
        return { status: undefined, message: codes.at(-1) ?? message ?? String(error), mayHaveBeenCarriedOut };
    }
    const retryAfterMs = isRateLimit(status, response) ? waitAskedFor(response.headers, clock.now()) : undefined;
    const text = messageOf(response.data) ?? message ?? '';
    return {
        status,
        message: text,
        mayHaveBeenCarriedOut: true,
        ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    };
}
const NEVER_SENT = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];
function causesOf(error) {
    const { code, cause } = (error ?? {});
    const deeper = cause === undefined ? [] : causesOf(cause);
    return typeof code === 'string' ? [code, ...deeper] : deeper;
}
function messageOf(data) {
    const { message } = (typeof data === 'object' && data !== null ? data : {});
    return typeof message === 'string' ? message : undefined;
}
function isRateLimit(status, { headers, data }) {
    if (status === 429)
        return true;
    if (status !== 403)
        return false;
    const isUsedUp = String(headers['x-ratelimit-remaining']) === '0';
    return isUsedUp || headers['retry-after'] !== undefined || /rate limit/iu.test(messageOf(data) ?? '');
}
function waitAskedFor(headers, now) {
    const seconds = Number(headers['retry-after']);
    if (headers['retry-after'] !== undefined && seconds >= 0)
        return seconds * 1000;
    const resetAt = Number(headers['x-ratelimit-reset']) * 1000;
    return resetAt > now ? resetAt - now : UNNAMED_WAIT_MS;
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
