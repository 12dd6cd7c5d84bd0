export const id = 510;
export const ids = [510];
export const modules = {

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


  }),

  7510:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  detectForge: () => (  detectForge),
  openForge: () => (  openForge)
});

 
var forge_client = __webpack_require__(6489);
 
var forge = __webpack_require__(7588);
; 

const isItem = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const isItemList = (value) => Array.isArray(value) && value.every(isItem);
const isAnything = () => true;
const textOf = (value) => (typeof value === 'string' ? value : '');
function inUtc(instant) {
    const time = Date.parse(instant);
    return Number.isNaN(time) ? instant : new Date(time).toISOString();
}
const MOST_PAGES = 100;
async function readPages(client, path, attempt, follow) {
    const items = [];
    let next = path;
    for (let page = 0; next !== undefined; page += 1) {
        if (page === MOST_PAGES)
            throw new forge .Q(`There are too many pages to ${attempt.what}.`, { outcome: 'refused' });
        const answer = await client.send({ method: 'GET', path: next, attempt, repeatable: true, accepts: isItemList });
        if (isItemList(answer.data))
            items.push(...answer.data);
        const url = nextUrl(answer.link);
        next = url === undefined ? undefined : follow(url);
    }
    return items;
}
const nextUrl = (link) => /<([^<>]+)>;[^,]*\brel="?next"?/u.exec(link ?? '')?.[1];
function onSameServer({ apiUrl }) {
    return (next) => {
        if (URL.canParse(next) && new URL(next).origin === new URL(apiUrl).origin)
            return next;
        throw new forge .Q('The forge named another server for the next page of a list.', { outcome: 'refused' });
    };
}
async function readIfThere(client, path, attempt) {
    try {
        const answer = await client.send({ method: 'GET', path, attempt, repeatable: true, accepts: isItem });
        return isItem(answer.data) ? answer.data : undefined;
    }
    catch (error) {
        if (error instanceof forge .Q && !error.stops && (error.status === 404 || error.status === 410))
            return undefined;
        throw error;
    }
}
async function askQuietly(client, path, what) {
    try {
        const { data } = await client.send({ method: 'GET', path, attempt: { what }, repeatable: true, accepts: isItem });
        return isItem(data) ? data : undefined;
    }
    catch (error) {
        const { status, limited } = error instanceof forge .Q ? error : {};
        if (!limited && (status === 401 || status === 403 || status === 404))
            return undefined;
        throw error;
    }
}

; 


const PLAIN_COLOR = 'ededed';
function createLabels(client, organisationUrl, readAll) {
    let known = new Map();
    const labels = {
        async find(name) {
            if (!known.has(name.toLowerCase()))
                known = await readLabels(organisationUrl, readAll);
            return known.get(name.toLowerCase());
        },
        async idsOf(names) {
            const ids = [];
            for (const name of names)
                ids.push(await labels.ensure(name, PLAIN_COLOR, ''));
            return ids;
        },
        async ensure(name, color, description) {
            const id = (await labels.find(name)) ?? (await create(client, { name, color, description }));
            known = new Map(known).set(name.toLowerCase(), id);
            return id;
        },
    };
    return labels;
}
async function readLabels(organisationUrl, readAll) {
    const ofRepository = await readAll('/labels?limit=50', 'list the labels');
    const ofOrganisation = await readAll(`${organisationUrl}/labels?limit=50`, 'list the labels').catch(nothingToRead);
    const labels = [...ofOrganisation, ...ofRepository].flatMap(({ id, name }) => typeof id === 'number' ? [[textOf(name).toLowerCase(), id]] : []);
    return new Map(labels);
}
function nothingToRead(error) {
    const { status, limited } = error instanceof forge .Q ? error : {};
    if (!limited && (status === 401 || status === 403 || status === 404))
        return [];
    throw error;
}
async function create(client, body) {
    const attempt = { what: `create the label "${body.name}"` };
    const accepts = (data) => isItem(data) && typeof data.id === 'number';
    const request = { method: 'POST', path: '/labels', attempt, body, repeatable: false, accepts };
    const { data } = await client.send(request);
    return data.id;
}

; 

const ACTIONS_USER_ID = -2;
const WRITING_PERMISSIONS = ['owner', 'admin', 'write'];
function createPeople(client, instance, repository) {
    const owner = repository.slice(0, repository.indexOf('/')).toLowerCase();
    const permissions = new Map();
    let own;
    const isActions = (user) => isItem(user) && user.id === ACTIONS_USER_ID;
    const mayWrite = async (user) => {
        const login = loginOf(user);
        if (login === '' || isActions(user) || login === owner)
            return login !== '' && !isActions(user);
        const answer = permissions.get(login) ?? askPermission(client, login);
        permissions.set(login, answer);
        return answer;
    };
    return {
        isActions,
        mayWrite,
        async isTrusted(user) {
            const login = loginOf(user);
            if (login === '')
                return false;
            if (isActions(user) || login === owner)
                return true;
            own ??= askOwnLogin(client, instance);
            return login === (await own) || mayWrite(user);
        },
    };
}
const loginOf = (user) => (isItem(user) ? textOf(user.login).toLowerCase() : '');
async function askPermission(client, login) {
    const path = `/collaborators/${encodeURIComponent(login)}/permission`;
    const answer = await askQuietly(client, path, `ask what ${login} may do`);
    return WRITING_PERMISSIONS.some((each) => each === answer?.permission);
}
async function askOwnLogin(client, instance) {
    return loginOf(await askQuietly(client, `${instance}/user`, 'ask whose token this is')) || undefined;
}

; 





const CAPABILITIES = {
    closeReasons: false,
    closers: false,
    dueDates: true,
    subIssues: false,
    atomicLabels: false,
    reactions: true,
};
const DIALECT = {
    forge: 'The forge',
    permission: 'job tokens may not write on pull requests of forks, and another token needs the permission "issue: read and write"',
};
const PAGE = 'limit=50';
function createForgejoReader(options) {
    const { client, readAll, labels, people } = connect(options);
    return {
        capabilities: CAPABILITIES,
        async listManaged(label) {
            if ((await labels.find(label)) === undefined)
                return [];
            const query = new URLSearchParams({ state: 'all', type: 'issues', labels: label, sort: 'oldest' });
            const found = await readAll(`/issues?${query}&${PAGE}`, 'list the issues');
            const managed = found.filter((item) => !isItem(item.pull_request) && hasLabel(item, label));
            const issues = new Map();
            for (const item of managed) {
                const issue = await toIssue(item, people);
                issues.set(issue.number, issue);
            }
            return [...issues.values()].sort((a, b) => a.number - b.number);
        },
        async readIssue(issue) {
            const item = await readIfThere(client, `/issues/${issue}`, { what: `read #${issue}`, issue });
            return item && toIssue(item, people);
        },
        async listComments(issue) {
            const what = `read the comments of #${issue}`;
            const comments = await readAll(`/issues/${issue}/comments?${PAGE}`, what, issue);
            const bodies = [];
            for (const { user, body } of comments)
                if (await people.isTrusted(user))
                    bodies.push(textOf(body));
            return bodies;
        },
        async listCommentsSince(since, needsRights = isAnything) {
            const found = await readAll(`/issues/comments?${new URLSearchParams({ since })}&${PAGE}`, 'read the new comments');
            const comments = new Map();
            for (const item of found) {
                const comment = toComment(item, people);
                if (comment === undefined)
                    continue;
                const may = !comment.isBot && needsRights(comment) && (await people.mayWrite(item.user));
                comments.set(comment.id, { ...comment, mayCommand: may });
            }
            return [...comments.values()].sort((a, b) => a.id - b.id);
        },
    };
}
function createForgejoWriter(options) {
    const { client, labels, readAll, people } = connect(options);
    return {
        async ensureLabel(name, color, description) {
            await labels.ensure(name, color, description);
        },
        async create({ title, body, labels: names, assignees, dueOn }) {
            const due = dueOn === undefined ? {} : { due_date: dueDate(dueOn) };
            const ids = await labels.idsOf(names);
            const issue = await forgejo_create(client, { title, body, labels: ids, assignees, ...due }, readAll);
            const stranger = (await people.isTrusted(issue.author)) ? [] : [STRANGER];
            const notes = [...issue.notes, ...stranger];
            return { number: issue.number, url: issue.url, ...(notes.length === 0 ? {} : { note: notes.join(' ') }) };
        },
        async change(issue, change) {
            const attempt = { what: `change #${issue}`, issue };
            const body = changeBody(change);
            if (Object.keys(body).length > 0) {
                const path = `/issues/${issue}`;
                await client.send({ method: 'PATCH', path, attempt, body, repeatable: true, accepts: isAnything });
            }
            if (change.labels === undefined)
                return;
            const ids = { labels: await labels.idsOf(change.labels) };
            const path = `/issues/${issue}/labels`;
            await client.send({ method: 'PUT', path, attempt, body: ids, repeatable: true, accepts: isAnything });
        },
        async comment(issue, body) {
            const attempt = { what: `comment on #${issue}`, issue };
            const path = `/issues/${issue}/comments`;
            await client.send({ method: 'POST', path, attempt, body: { body }, repeatable: false, accepts: hasId });
        },
        addSubIssue: () => Promise.reject(new Error('This forge has no sub-issues.')),
        async react(comment) {
            const attempt = { what: `react to comment ${comment}`, issue: comment };
            const [path, body] = [`/issues/comments/${comment}/reactions`, { content: '+1' }];
            await client.send({ method: 'POST', path, attempt, body, repeatable: true, accepts: isAnything });
        },
    };
}
const hasId = (data) => isItem(data) && typeof data.id === 'number';
const STRANGER = 'The forge does not say that the author of this token may write here, so the next run will not take the issue for ours.';
function connect(options) {
    const { apiUrl, repository } = options;
    const client = (0,forge_client .B)(options, DIALECT);
    const readAll = (path, what, issue) => readPages(client, path, { what, ...(issue === undefined ? {} : { issue }) }, (next) => samePath(path, next));
    const owner = repository.slice(0, repository.indexOf('/'));
    const labels = createLabels(client, `${apiUrl}/orgs/${encodeURIComponent(owner)}`, readAll);
    return { client, readAll, labels, people: createPeople(client, apiUrl, repository) };
}
function samePath(path, next) {
    const page = URL.canParse(next) ? (new URL(next).searchParams.get('page') ?? '') : '';
    if (/^\d{1,6}$/u.test(page))
        return `${path}&page=${page}`;
    throw new forge .Q('The forge named a next page without its number.', { outcome: 'refused' });
}
const namesOf = ({ labels }) => Array.isArray(labels) ? labels.map((label) => textOf(isItem(label) ? label.name : label)) : [];
const hasLabel = (item, label) => namesOf(item).some((name) => name.toLowerCase() === label.toLowerCase());
async function toIssue(item, people) {
    const { number, closed_at: closedAt, created_at: createdAt, updated_at: updatedAt, due_date: due } = item;
    if (typeof number !== 'number')
        throw new forge .Q('The forge listed an issue without a number.', { outcome: 'refused' });
    const isClosed = item.state === 'closed';
    return {
        number,
        title: textOf(item.title),
        body: textOf(item.body),
        state: isClosed ? 'closed' : 'open',
        labels: namesOf(item),
        locked: item.is_locked === true,
        url: textOf(item.html_url),
        trusted: await people.isTrusted(item.user),
        ...(isClosed && typeof closedAt === 'string' ? { closedAt: inUtc(closedAt) } : {}),
        ...(typeof createdAt === 'string' ? { createdAt: inUtc(createdAt) } : {}),
        ...(typeof updatedAt === 'string' ? { updatedAt: inUtc(updatedAt) } : {}),
        ...(typeof due === 'string' && due !== '' ? { dueOn: dayOf(due) } : {}),
    };
}
function dayOf(dueDate) {
    const utc = inUtc(dueDate);
    return (utc.slice(11, 19) === '23:59:59' ? utc : dueDate).slice(0, 10);
}
function toComment(item, people) {
    const { id, body, user, issue_url: issueUrl, created_at: createdAt } = item;
    const issue = Number(/\/issues\/(\d+)$/u.exec(textOf(issueUrl))?.[1]);
    if (typeof id !== 'number' || Number.isNaN(issue))
        return undefined;
    const author = isItem(user) ? textOf(user.login) : '';
    const when = inUtc(textOf(createdAt));
    return { id, issue, body: textOf(body), author, isBot: people.isActions(user), mayCommand: false, createdAt: when };
}
async function forgejo_create(client, draft, readAll) {
    try {
        return await createOnce(client, draft);
    }
    catch (error) {
        if (!(error instanceof forge .Q && error.status === 422))
            throw error;
        const may = (await readAll(`/assignees?${PAGE}`, 'list who can be assigned')).map(({ login }) => textOf(login));
        const assignees = draft.assignees.filter((login) => may.some((each) => each.toLowerCase() === login.toLowerCase()));
        if (assignees.length === draft.assignees.length)
            throw error;
        const refused = draft.assignees.filter((login) => !assignees.includes(login));
        const note = `Nobody can be assigned as ${refused.join(', ')} in this repository; the issue was opened without.`;
        return { ...(await createOnce(client, { ...draft, assignees })), notes: [note] };
    }
}
async function createOnce(client, body) {
    const accepts = (data) => isItem(data) && typeof data.number === 'number';
    const attempt = { what: 'open an issue' };
    const { data } = await client.send({ method: 'POST', path: '/issues', attempt, body, repeatable: false, accepts });
    const issue = data;
    return { number: issue.number, url: textOf(issue.html_url), author: issue.user, notes: [] };
}
const dueDate = (day) => `${day}T00:00:00Z`;
function changeBody({ title, body, state, dueOn }) {
    const due = typeof dueOn === 'string' ? dueDate(dueOn) : undefined;
    const fields = { title, body, state, due_date: due, unset_due_date: dueOn === null ? true : undefined };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

 
var model_case = __webpack_require__(6525);
; 


const TRUSTED_ASSOCIATIONS = ['OWNER', 'MEMBER', 'COLLABORATOR'];
const WRITING_ROLES = ['admin', 'maintain', 'write'];
const COMMANDING_ROLES = [...WRITING_ROLES, 'triage'];
const isBot = (user) => isItem(user) && user.type === 'Bot';
function createGitHubPeople(client, apiUrl) {
    const roles = new Map();
    let own;
    const rolesOf = (login) => {
        const answer = roles.get(login) ?? askRoles(client, login);
        roles.set(login, answer);
        return answer;
    };
    const hasRole = async (login, wanted) => login !== '' && (await rolesOf(login)).some((role) => wanted.includes(role));
    const isKnown = ({ user, author_association: association }) => isBot(user) || TRUSTED_ASSOCIATIONS.some((each) => each === association);
    return {
        isKnown,
        async isTrusted(item) {
            if (isKnown(item))
                return true;
            const login = github_people_loginOf(item.user);
            if (login === '')
                return false;
            own ??= github_people_askOwnLogin(client, apiUrl);
            return login.toLowerCase() === (await own) || hasRole(login, WRITING_ROLES);
        },
        mayCommand: async ({ user, author_association: association }) => association === 'OWNER' || hasRole(github_people_loginOf(user), COMMANDING_ROLES),
    };
}
const github_people_loginOf = (user) => (isItem(user) ? textOf(user.login) : '');
async function askRoles(client, login) {
    const path = `/collaborators/${encodeURIComponent(login)}/permission`;
    const { role_name: role, permission } = (await askQuietly(client, path, `ask what ${login} may do`)) ?? {};
    return [textOf(role), textOf(permission)];
}
async function github_people_askOwnLogin(client, apiUrl) {
    try {
        return textOf((await askQuietly(client, `${apiUrl}/user`, 'ask whose token this is'))?.login).toLowerCase();
    }
    catch (error) {
        if (error instanceof forge .Q && !error.limited)
            return '';
        throw error;
    }
}

; 





const github_CAPABILITIES = {
    closeReasons: true,
    closers: true,
    dueDates: false,
    subIssues: true,
    atomicLabels: true,
    reactions: true,
};
const github_DIALECT = {
    forge: 'GitHub',
    permission: 'add "permissions: { contents: read, issues: write }" to the job',
};
function createGitHubReader(options) {
    const { client, people } = github_connect(options);
    const read = (path, attempt) => readPages(client, path, attempt, onSameServer(options));
    const toListed = async (item) => ({
        ...github_toIssue(item),
        trusted: await people.isTrusted(item),
    });
    return {
        capabilities: github_CAPABILITIES,
        async listManaged(label) {
            const query = new URLSearchParams({ labels: label, state: 'all', sort: 'created', direction: 'asc' });
            const found = await read(`/issues?${query}&per_page=100`, { what: 'list the issues' });
            const issues = new Map();
            for (const item of found.filter((each) => each.pull_request === undefined && github_hasLabel(each, label))) {
                const issue = await toListed(item);
                issues.set(issue.number, issue);
            }
            return [...issues.values()];
        },
        async readIssue(issue) {
            const item = await readIfThere(client, `/issues/${issue}`, { what: `read #${issue}`, issue });
            if (item === undefined || !isHere(item, issue, options))
                return undefined;
            return { ...(await toListed(item)), ...(isClosedByBot(item) ? { closedByBot: true } : {}) };
        },
        async listComments(issue) {
            const attempt = { what: `read the comments of #${issue}`, issue };
            const comments = await read(`/issues/${issue}/comments?per_page=100`, attempt);
            const trusted = await keepAsync(comments, async (item) => people.isKnown(item) || ((0,model_case .Jx)(textOf(item.body)) && people.isTrusted(item)));
            return trusted.map(({ body }) => textOf(body));
        },
        async listCommentsSince(since, needsRights = isAnything) {
            const query = new URLSearchParams({ since, sort: 'created', direction: 'asc', per_page: '100' });
            const found = await read(`/issues/comments?${query}`, { what: 'read the new comments' });
            const comments = new Map();
            for (const item of found) {
                const comment = github_toComment(item);
                if (comment === undefined)
                    continue;
                const may = !comment.isBot && needsRights(comment) && (await people.mayCommand(item));
                comments.set(comment.id, { ...comment, mayCommand: may });
            }
            return [...comments.values()].sort((a, b) => a.id - b.id);
        },
    };
}
function github_connect(options) {
    const client = (0,forge_client .B)(options, github_DIALECT);
    return { client, people: createGitHubPeople(client, options.apiUrl) };
}
function createGitHubWriter(options) {
    const { client, people } = github_connect(options);
    return {
        ensureLabel: (name, color, description) => ensureLabel(client, { name, color, description }),
        create: (draft) => github_create(client, people, draft),
        async change(issue, change) {
            const attempt = { what: `change #${issue}`, issue };
            const [method, path, body] = ['PATCH', `/issues/${issue}`, github_changeBody(change)];
            await client.send({ method, path, attempt, body, repeatable: true, accepts: isAnything });
        },
        async comment(issue, body) {
            const attempt = { what: `comment on #${issue}`, issue };
            const path = `/issues/${issue}/comments`;
            await client.send({ method: 'POST', path, attempt, body: { body }, repeatable: false, accepts: github_hasId });
        },
        addSubIssue: (parent, child) => addSubIssue(client, parent, child),
        async react(comment) {
            const attempt = { what: `react to comment ${comment}`, issue: comment };
            const path = `/issues/comments/${comment}/reactions`;
            await client.send({
                method: 'POST',
                path,
                attempt,
                body: { content: '+1' },
                repeatable: true,
                accepts: isAnything,
            });
        },
    };
}
async function addSubIssue(client, parent, child) {
    const attempt = { what: `put #${child} below #${parent}`, issue: parent };
    const read = { method: 'GET', path: `/issues/${child}`, attempt, repeatable: true, accepts: isItem };
    const { data } = await client.send(read);
    const body = { sub_issue_id: isItem(data) ? data.id : undefined };
    const path = `/issues/${parent}/sub_issues`;
    try {
        await client.send({ method: 'POST', path, attempt, body, repeatable: true, accepts: isAnything });
    }
    catch (error) {
        if (!(error instanceof forge .Q))
            throw error;
        if (error.status === 422 && /duplicate/iu.test(error.message))
            return;
        if (error.status !== 404)
            throw error;
        const hint = 'This GitHub has no sub-issues, or one of the two is gone; nothing else is missing.';
        throw new forge .Q(error.message, { outcome: 'refused', status: 404, hint });
    }
}
function isHere({ number, repository_url: where }, issue, { repository }) {
    const isOurs = typeof where !== 'string' || where.toLowerCase().endsWith(`/repos/${repository.toLowerCase()}`);
    return number === issue && isOurs;
}
function isClosedByBot({ state, closed_by: by }) {
    return state === 'closed' && (isBot(by) || (isItem(by) && textOf(by.login).endsWith('[bot]')));
}
const github_hasId = (data) => isItem(data) && typeof data.id === 'number';
const labelsOf = ({ labels }) => Array.isArray(labels) ? labels.map((label) => textOf(isItem(label) ? label.name : label)) : [];
const github_hasLabel = (item, label) => labelsOf(item).some((name) => name.toLowerCase() === label.toLowerCase());
function github_toIssue(item) {
    const { number, title, body, state, state_reason: stateReason, locked } = item;
    const { closed_at: closedAt, created_at: createdAt, updated_at: updatedAt } = item;
    if (typeof number !== 'number')
        throw new forge .Q('GitHub listed an issue without a number.', { outcome: 'refused' });
    return {
        number,
        title: textOf(title),
        body: textOf(body),
        state: state === 'closed' ? 'closed' : 'open',
        labels: labelsOf(item),
        locked: locked === true,
        url: textOf(item.html_url),
        ...(typeof stateReason === 'string' ? { stateReason } : {}),
        ...(typeof closedAt === 'string' ? { closedAt: inUtc(closedAt) } : {}),
        ...(typeof createdAt === 'string' ? { createdAt: inUtc(createdAt) } : {}),
        ...(typeof updatedAt === 'string' ? { updatedAt: inUtc(updatedAt) } : {}),
    };
}
function github_toComment({ id, body, user, issue_url: issueUrl, created_at: createdAt }) {
    const issue = Number(/\/issues\/(\d+)$/u.exec(textOf(issueUrl))?.[1]);
    if (typeof id !== 'number' || Number.isNaN(issue))
        return undefined;
    const author = isItem(user) ? textOf(user.login) : '';
    return { id, issue, body: textOf(body), author, isBot: isBot(user), createdAt: inUtc(textOf(createdAt)) };
}
async function ensureLabel(client, body) {
    const attempt = { what: `create the label "${body.name}"` };
    try {
        await client.send({ method: 'POST', path: '/labels', attempt, body, repeatable: true, accepts: isAnything });
    }
    catch (error) {
        if (!(error instanceof forge .Q && error.status === 422))
            throw error;
    }
}
async function github_create(client, people, { title, body, labels, assignees }) {
    const post = (assigned) => github_createOnce(client, people, { title, body, labels, assignees: assigned });
    try {
        return await post(assignees);
    }
    catch (error) {
        if (!(error instanceof forge .Q && error.status === 422))
            throw error;
        const assigned = await keepAsync(assignees, (login) => isAssignable(client, login));
        if (assigned.length === assignees.length)
            throw error;
        const refused = assignees.filter((login) => !assigned.includes(login));
        const note = `Nobody can be assigned as ${refused.join(', ')} in this repository; the issue was opened without.`;
        return { ...(await post(assigned)), note };
    }
}
async function github_createOnce(client, people, body) {
    const accepts = (data) => isItem(data) && typeof data.number === 'number';
    const attempt = { what: 'open an issue' };
    const { data } = await client.send({ method: 'POST', path: '/issues', attempt, body, repeatable: false, accepts });
    const issue = data;
    const stranger = 'The author of this token is no collaborator here, so the next run will not take the issue for ours.';
    const isOurs = await people.isTrusted(issue);
    return { number: issue.number, url: textOf(issue.html_url), ...(isOurs ? {} : { note: stranger }) };
}
async function isAssignable(client, login) {
    const path = `/assignees/${encodeURIComponent(login)}`;
    const attempt = { what: `ask whether ${login} can be assigned` };
    try {
        await client.send({ method: 'GET', path, attempt, repeatable: true, accepts: isAnything });
        return true;
    }
    catch (error) {
        if (error instanceof forge .Q && error.status === 404)
            return false;
        throw error;
    }
}
async function keepAsync(items, test) {
    const kept = [];
    for (const item of items)
        if (await test(item))
            kept.push(item);
    return kept;
}
function github_changeBody({ title, body, state, stateReason, labels }) {
    const fields = { title, body, state, state_reason: stateReason, labels };
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

; 



function detectForge(apiUrl, onForgejo) {
    const { pathname } = new URL(apiUrl);
    if (/\/api\/v1\/?$/u.test(pathname))
        return 'forgejo';
    const isGitHub = pathname.replace(/\/$/u, '') === '/api/v3' || (0,forge_client .D)(apiUrl);
    return onForgejo && !isGitHub ? 'forgejo' : 'github';
}
function openForge(kind, options, writes) {
    const [createReader, createWriter] = FORGES[kind];
    return { reader: createReader(options), ...(writes ? { writer: createWriter(options) } : {}) };
}
const FORGES = {
    github: [createGitHubReader, createGitHubWriter],
    forgejo: [createForgejoReader, createForgejoWriter],
};


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


  })

};
