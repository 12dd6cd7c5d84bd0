export const id = 275;
export const ids = [275];
export const modules = {

  275:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

 
__webpack_require__.r(__webpack_exports__);

 
__webpack_require__.d(__webpack_exports__, {
  folderTracker: () => (  folderTracker)
});

 
var promises_ = __webpack_require__(1455);
 
var external_node_path_ = __webpack_require__(6760);
 
var forge = __webpack_require__(7588);
 
var dist = __webpack_require__(8815);
; 

const FENCE = '---';
const COMMENT = /^<!-- xmpp-tls-compliance comment(?: of (\d{4}-\d\d-\d\dT[\d:.]+Z))? below -->\n/mu;
const openingOf = ({ at }) => `<!-- xmpp-tls-compliance comment${at === undefined ? '' : ` of ${at}`} below -->`;
function issueFileName(number, domain) {
    const name = domain.replace(/[^a-z0-9.-]+/giu, '-').replace(/^[.-]+/u, '');
    return `${String(number).padStart(4, '0')}-${name || 'issue'}.md`;
}
function issueNumber(fileName) {
    const digits = /^(\d{4,9})-.+\.md$/u.exec(fileName)?.[1];
    return digits === undefined ? undefined : Number(digits);
}
function writeIssueFile({ number, title, state, stateReason, labels, closedAt, dueOn, locked, body, comments, }) {
    const facts = { number, title, state, stateReason, labels, closedAt, due: dueOn, ...(locked ? { locked } : {}) };
    const present = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
    const said = comments.flatMap((comment) => [openingOf(comment), '', comment.body, '']);
    return [FENCE, (0,dist .As)(present, { lineWidth: 0 }).replace(/\n$/u, ''), FENCE, '', body, '', ...said].join('\n');
}
function readIssueFile(text, fileName) {
    const [, matter, rest] = /^---\n([^]*?)\n---\n?([^]*)$/u.exec(text.replaceAll('\r\n', '\n')) ?? [];
    const facts = matter === undefined ? undefined : parseFacts(matter);
    const number = issueNumber(fileName);
    if (rest === undefined || facts === undefined || number === undefined)
        return undefined;
    const [body = '', ...comments] = rest.split(COMMENT);
    const { title, state, stateReason, labels, closedAt, due, locked } = facts;
    return {
        number,
        title: textOf(title) ?? '',
        ...readState(textOf(state)),
        labels: readLabels(labels),
        locked: locked === true,
        body: trimBlankLines(body),
        comments: inTurns(comments),
        ...present('stateReason', textOf(stateReason)),
        ...present('closedAt', textOf(closedAt)),
        ...present('dueOn', /^\d{4}-\d\d-\d\d$/u.exec(textOf(due) ?? '')?.[0]),
    };
}
function readState(text = 'open') {
    const state = text.trim().toLowerCase();
    if (state === 'open' || state === 'closed')
        return { state };
    return { state: 'open', unknownState: text };
}
function readLabels(labels) {
    if (Array.isArray(labels))
        return labels.map(String);
    const text = textOf(labels);
    return text === undefined ? [] : [text];
}
function inTurns(parts) {
    const comments = [];
    for (let index = 0; index < parts.length; index += 2) {
        const [at, body = ''] = parts.slice(index, index + 2);
        comments.push({ body: trimBlankLines(body), ...(at === undefined ? {} : { at }) });
    }
    return comments;
}
function parseFacts(matter) {
    try {
        const value = (0,dist .qg)(matter);
        return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
    }
    catch {
        return undefined;
    }
}
const textOf = (value) => {
    return value === undefined || value === null ? undefined : String(value);
};
function present(name, value) {
    return value === undefined ? {} : { [name]: value };
}
const trimBlankLines = (text) => text.replace(/^\n+|\n+$/gu, '');

; 




const CAPABILITIES = {
    closeReasons: true,
    closers: false,
    dueDates: true,
    subIssues: false,
    atomicLabels: true,
    reactions: false,
};
const COMMENTS_PER_ISSUE = 10_000;
function createFolderReader({ folder }) {
    const readAll = async () => {
        const names = await issueNames(folder);
        refuseTwins(folder, names);
        return Promise.all(names.map((name) => readIssue(folder, name)));
    };
    return {
        capabilities: CAPABILITIES,
        async listManaged(label) {
            const all = await readAll();
            return all.filter(({ issue }) => issue.labels.includes(label)).map((named) => toListed(folder, named));
        },
        async readIssue(number) {
            const name = (await issueNames(folder)).find((each) => issueNumber(each) === number);
            return name === undefined ? undefined : toListed(folder, await readIssue(folder, name));
        },
        listComments: async (number) => (await findIssue(folder, number)).issue.comments.map(({ body }) => body),
        async listCommentsSince(since) {
            const comments = await Promise.all((await readAll()).map((named) => commentsOf(folder, named)));
            return comments.flat().filter(({ isBot, createdAt }) => !isBot || createdAt >= since);
        },
    };
}
function toListed(folder, { name, issue: { comments: _comments, ...issue } }) {
    return { ...issue, url: (0,external_node_path_.join)(folder, name), trusted: true };
}
async function commentsOf(folder, { name, issue }) {
    if (issue.comments.length === 0)
        return [];
    const changedAt = (await (0,promises_.stat)((0,external_node_path_.join)(folder, name))).mtime.toISOString();
    return issue.comments.map(({ body, at }, index) => ({
        id: issue.number * COMMENTS_PER_ISSUE + index + 1,
        issue: issue.number,
        body,
        author: '',
        isBot: at !== undefined,
        mayCommand: at === undefined,
        createdAt: at ?? changedAt,
    }));
}
function createFolderWriter({ folder, clock, }) {
    return {
        ensureLabel: async () => undefined,
        async create({ title, body, labels, domain, dueOn }) {
            const due = dueOn === undefined ? {} : { dueOn };
            const draft = { title, body, labels, state: 'open', locked: false, comments: [], ...due };
            const { name, number } = await createFile(folder, domain ?? title, draft);
            return { number, url: (0,external_node_path_.join)(folder, name) };
        },
        async change(number, change) {
            const { name, issue } = await findIssue(folder, number);
            await replace(folder, name, changed(issue, change, new Date(clock.now()).toISOString()));
        },
        async comment(number, body) {
            const { name, issue } = await findIssue(folder, number);
            const comments = [...issue.comments, { body, at: new Date(clock.now()).toISOString() }];
            await replace(folder, name, { ...issue, comments });
        },
        addSubIssue: () => Promise.reject(new Error('A folder has no sub-issues.')),
        react: async () => undefined,
    };
}
function changed(issue, { dueOn: newDate, ...change }, now) {
    const { closedAt, dueOn: oldDate, ...rest } = { ...issue, ...change };
    const dueOn = newDate === undefined ? oldDate : newDate;
    return {
        ...rest,
        ...(dueOn === undefined || dueOn === null ? {} : { dueOn }),
        ...(rest.state === 'closed' ? { closedAt: closedAt ?? now } : {}),
    };
}
async function issueNames(folder) {
    try {
        return (await (0,promises_.readdir)(folder)).filter((name) => issueNumber(name) !== undefined).sort();
    }
    catch (error) {
        if (isMissing(error))
            return [];
        throw unusable(folder, error);
    }
}
function refuseTwins(folder, names) {
    const twin = names.find((name, index) => issueNumber(name) === issueNumber(names[index - 1] ?? ''));
    if (twin === undefined)
        return;
    const both = names.filter((name) => issueNumber(name) === issueNumber(twin)).join(' and ');
    const free = twin.replace(/^\d+/u, String(lastNumber(names) + 1).padStart(4, '0'));
    const hint = `Rename ${twin} to ${free}.`;
    throw new forge .Q(`In ${folder} the same number is used twice: ${both}.`, { outcome: 'refused', hint });
}
async function findIssue(folder, number) {
    const name = (await issueNames(folder)).find((each) => issueNumber(each) === number);
    if (name === undefined)
        throw new forge .Q(`There is no issue ${number} in ${folder}.`, { outcome: 'refused' });
    return readIssue(folder, name);
}
async function readIssue(folder, name) {
    const text = await (0,promises_.readFile)((0,external_node_path_.join)(folder, name), 'utf8').catch((error) => {
        throw unusable(folder, error);
    });
    const issue = readIssueFile(text, name);
    if (issue?.unknownState !== undefined) {
        const message = `The state of ${(0,external_node_path_.join)(folder, name)} is ${JSON.stringify(issue.unknownState.slice(0, 40))}.`;
        throw new forge .Q(message, { outcome: 'refused', hint: 'Write "open" or "closed".' });
    }
    if (issue === undefined) {
        const hint = 'Mend the lines between the two "---", or delete the file.';
        throw new forge .Q(`The front matter of ${(0,external_node_path_.join)(folder, name)} cannot be read.`, { outcome: 'refused', hint });
    }
    return { name, issue };
}
async function replace(folder, name, issue) {
    const draft = (0,external_node_path_.join)(folder, `.${name}.new`);
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        await (0,promises_.writeFile)(draft, writeIssueFile(issue));
        await (0,promises_.rename)(draft, (0,external_node_path_.join)(folder, name));
    }
    catch (error) {
        throw unusable(folder, error);
    }
}
async function createFile(folder, domain, issue) {
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        for (let number = lastNumber(await issueNames(folder)) + 1;; number += 1) {
            const claim = (0,external_node_path_.join)(folder, `.${number}.new`);
            const isClaimed = await (0,promises_.writeFile)(claim, writeIssueFile({ number, ...issue }), { flag: 'wx' }).then(() => true, (error) => {
                if (error.code === 'EEXIST')
                    return false;
                throw error;
            });
            if (!isClaimed)
                continue;
            if (lastNumber(await issueNames(folder)) >= number) {
                await (0,promises_.unlink)(claim);
                continue;
            }
            const name = issueFileName(number, domain);
            await (0,promises_.rename)(claim, (0,external_node_path_.join)(folder, name));
            return { number, name };
        }
    }
    catch (error) {
        throw error instanceof forge .Q ? error : unusable(folder, error);
    }
}
const lastNumber = (names) => Math.max(0, ...names.map((name) => issueNumber(name) ?? 0));
const isMissing = (error) => error.code === 'ENOENT';
function unusable(folder, error) {
    const why = error.message;
    const hint = 'Choose another folder for the issues, or make it writable. The check itself is not affected.';
    return new forge .Q(`The issues in ${folder} cannot be used (${why}).`, { outcome: 'refused', hint, stops: true });
}

; 

function folderTracker(folder, clock, dryRun) {
    const reader = createFolderReader({ folder });
    return dryRun ? { reader } : { reader, writer: createFolderWriter({ folder, clock }) };
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
