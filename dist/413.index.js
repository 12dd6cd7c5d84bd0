export const id = 413;
export const ids = [413];
export const modules = {

  8413:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  readConfigFile: () => (  readConfigFile)
});

 
var dist = __webpack_require__(8815);
 
var schemas = __webpack_require__(2857);
 
var inputs = __webpack_require__(6977);
 
var reading = __webpack_require__(8618);
; 



function validate(schema, value) {
    const result = schema.safeParse(value, { error: sayIssue });
    return result.success
        ? { value: result.data }
        : { complaints: result.error.issues.flatMap((issue) => toComplaints(issue)) };
}
const NAMES_OF_TYPES = {
    object: 'a map',
    record: 'a map',
    array: 'a list',
    string: 'text',
    number: 'a number',
    int: 'a whole number',
    boolean: 'true or false',
};
function sayIssue(issue) {
    switch (issue.code) {
        case 'invalid_type':
            return issue.input === undefined
                ? 'is missing'
                : `must be ${nameOfType(issue.expected)}, but is ${found(issue.input)}`;
        case 'invalid_value':
            if (issue.input === undefined)
                return 'is missing';
            return `unknown value ${found(issue.input)}${(0,reading .h)(String(issue.input), issue.values.map(String))}`;
        case 'unrecognized_keys':
            return issue.keys.map((key) => sayUnknownKey(key, issue.inst)).join('\n');
        case 'too_small':
            return issue.origin === 'number' ? `must be at least ${issue.minimum}` : 'must not be empty';
        case 'too_big':
            return `must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters long' : ''}`;
        case 'invalid_format':
            return `${found(issue.input)} is not a date: write it like 2027-01-31`;
        case 'invalid_union':
            return `must be ${(0,reading .Vo)(issue.errors.flatMap(expectedTypes))}, but is ${found(issue.input)}`;
        default:
            return undefined;
    }
}
function sayUnknownKey(key, owner) {
    if (owner instanceof schemas .b8S && owner.keyType instanceof schemas .Vb4) {
        return `unknown check${(0,reading .h)(key, owner.keyType.options.map(String))}`;
    }
    const known = owner instanceof schemas .bvH ? Object.keys(owner.shape) : [];
    if (known.includes('fail-on') && inputs .Qh.some((name) => name === key)) {
        return 'is an input of the Action and a flag of the command line, and cannot be set in a file';
    }
    return `unknown key${(0,reading .h)(key, known)}`;
}
function toComplaints(issue) {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? key.toString() : key));
    if (issue.code === 'invalid_union')
        return bestForm(issue, path);
    if (issue.code !== 'unrecognized_keys')
        return [{ path, of: 'value', sentence: wholeFile(path, issue.message) }];
    const sentences = issue.message.split('\n');
    return issue.keys.map((key, i) => ({ path: [...path, key], of: 'key', sentence: sentences[i] ?? issue.message }));
}
function wholeFile(path, sentence) {
    if (path.length === 0)
        return sentence.replace(/^must be a map,/u, 'the file must begin with "hosts:",');
    const isEmpty = path.length === 1 && path[0] === 'hosts' && sentence.endsWith('but is empty');
    return isEmpty ? 'names no domain: write them below it, one per line, as in "- example.org"' : sentence;
}
function bestForm(issue, path) {
    const [best] = issue.errors.map((form) => ({ form, misfit: misfitOf(form) })).sort((a, b) => a.misfit - b.misfit);
    if (!best || best.misfit === MISFIT.type)
        return [{ path, of: 'value', sentence: issue.message }];
    return best.form
        .flatMap((inner) => toComplaints(inner))
        .map((complaint) => ({ ...complaint, path: [...path, ...complaint.path] }));
}
const MISFIT = { inside: 0, whole: 1, word: 2, type: 3 };
function misfitOf(form) {
    const codes = form.filter(({ path }) => path.length === 0).map(({ code }) => code);
    if (codes.includes('invalid_type'))
        return MISFIT.type;
    if (codes.includes('invalid_value'))
        return MISFIT.word;
    return codes.length > 0 ? MISFIT.whole : MISFIT.inside;
}
function expectedTypes(form) {
    return form.flatMap((issue) => (issue.code === 'invalid_type' ? [nameOfType(issue.expected)] : []));
}
function nameOfType(expected) {
    return NAMES_OF_TYPES[expected] ?? expected;
}
function found(input) {
    if (input === null)
        return 'empty';
    if (typeof input === 'string')
        return (0,reading .hD)(input);
    return typeof input === 'object' ? `a ${Array.isArray(input) ? 'list' : 'map'}` : String(input);
}

; 

const NESTING_LIMIT = 100;
const OPENING = new Set(['flow-seq-start', 'flow-map-start']);
const CLOSING = new Set(['flow-seq-end', 'flow-map-end']);
const NESTING = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);
const ANNOUNCING = new Set(['doc-mode', 'scalar', 'flow-error-end']);
function findDeepNesting(text) {
    let [offset, brackets, marks, lineStart] = [0, 0, 0, true];
    let type = '';
    for (const token of new dist .JG().lex(text)) {
        type = type === 'scalar' ? 'text' : (dist .DB.tokenType(token) ?? 'text');
        if (ANNOUNCING.has(type))
            continue;
        if (OPENING.has(type))
            brackets++;
        if (CLOSING.has(type))
            brackets = Math.max(0, brackets - 1);
        if (lineStart)
            marks = type === 'space' ? token.length : 0;
        if (NESTING.has(type))
            marks++;
        if (brackets + marks > NESTING_LIMIT)
            return offset;
        offset += token.length;
        lineStart = token.endsWith('\n');
    }
    return undefined;
}

 
var place = __webpack_require__(2413);
 
var position = __webpack_require__(9223);
 
var iso = __webpack_require__(4377);
 
var software = __webpack_require__(9684);
 
var target = __webpack_require__(6220);
 
var verdict = __webpack_require__(1732);
 
var domain = __webpack_require__(5708);
 
var kinds = __webpack_require__(5609);
 
var readers = __webpack_require__(4246);
; 









const LIBRARY = {
    ...{ array: schemas .YOg, boolean: schemas .zMY, enum: schemas .k5n, int: schemas .Whr },
    ...{ literal: schemas .euz, number: schemas .aig, string: schemas .YjP, union: schemas .KCZ },
};
const WELL_KNOWN = {
    5222: { service: 'c2s', transport: 'starttls' },
    5269: { service: 's2s', transport: 'starttls' },
    5223: { service: 'c2s', transport: 'direct-tls' },
    5270: { service: 's2s', transport: 'direct-tls' },
};
function readEndpoint(text) {
    const [, host = '', port = ''] = /^(.*):([^:\]]*)$/u.exec(text.trim()) ?? [];
    const rest = WELL_KNOWN[port];
    if (!(0,readers .sW)(port))
        return { problem: `${(0,reading .hD)(text)} is not an endpoint: write one such as "xmpp.example.org:5222"` };
    if (!rest)
        return { problem: `port ${port} does not tell what is behind it: name service, transport, host and port` };
    const read = (0,domain .rk)(host);
    return 'problem' in read ? read : { value: { ...rest, host: read.value, port: Number(port) } };
}
const domainText = schemas .YjP().meta({ pattern: '^[^\\s/@:,;*]+$' });
const endpoint = schemas .KCZ([
    schemas .YjP().transform((0,kinds .hF)(readEndpoint)),
    schemas .rej({
        service: schemas .k5n(target .Bg).describe('Who connects there.'),
        transport: schemas .k5n(target .Zz).exclude(['component']).default('starttls').describe('How TLS begins there.'),
        host: schemas .YjP().transform((0,kinds .hF)(domain .rk)).describe('Host name or IP address.'),
        port: schemas .Whr().min(1).max(65535).describe('TCP port.'),
        path: schemas .YjP()
            .regex(/^\/[\x21-\x7e]*$/u, 'a path begins with / and has no blanks')
            .exactOptional()
            .describe('Path of BOSH or WebSocket, which are tried without TLS; if it is missing, the common ones are.'),
    }),
]);
function checkLevels(knownChecks) {
    const levels = schemas .jgl(schemas .k5n(knownChecks), schemas .k5n(verdict .Vb));
    return levels.transform((some) => some);
}
function waiver(knownChecks) {
    return schemas .rej({
        checks: schemas .KCZ([schemas .euz('all'), schemas .YOg(schemas .k5n(knownChecks)).min(1)])
            .describe('Ids of the checks that may fail, or "all".'),
        until: iso .p6().describe('First day on which it counts again, as in 2027-01-31.'),
        reason: schemas .YjP().trim().min(1).max(500).describe('Why; shown wherever the waiver is.'),
    })
        .describe('A dated exception: what it covers is reported, and does not fail the run.');
}
const operator = {
    contact: schemas .YjP()
        .transform((0,kinds .hF)(readers .L2))
        .exactOptional()
        .describe('Where to reach the operator: a mailto:, xmpp: or https: address. Absent: the security.txt of the domain is asked, where plaintext is found.'),
    language: schemas .k5n(target .Yj)
        .exactOptional()
        .describe('Language of the letters to the operator. Absent: that of the run, or else one that security.txt prefers.'),
    contacted: iso .p6()
        .exactOptional()
        .describe('Day on which the operator was written to: counts as acknowledged, and a silence is counted from it.'),
    promise: schemas .KCZ([iso .p6(), schemas .euz('next-maintenance')])
        .exactOptional()
        .describe('What the operator promised: a date such as 2026-12-01, or "next-maintenance".'),
};
function host(knownChecks) {
    const one = waiver(knownChecks);
    return schemas .rej({
        domain: domainText.transform((0,kinds .hF)(domain .dO)).describe('The XMPP domain: what stands behind the @ of a JID.'),
        services: inputs .mc.services.kind
            .yaml(LIBRARY)
            .exactOptional()
            .describe('Services to check, instead of the general ones.'),
        endpoints: schemas .YOg(endpoint)
            .min(1)
            .exactOptional()
            .describe('Endpoints to check for the services they name, instead of those in the DNS.'),
        components: schemas .YOg(domainText.transform((0,kinds .hF)(domain .dO)))
            .exactOptional()
            .describe('Domains of components, such as a chat service. Each is checked for s2s and has an issue of its own.'),
        server: schemas .k5n(software .i).exactOptional().describe('Software of the server, where it is not recognised.'),
        note: schemas .YjP().trim().min(1).max(500).exactOptional().describe('Shown with the results.'),
        ...operator,
        checks: checkLevels(knownChecks).exactOptional().describe('Levels of checks for this domain, by check id.'),
        waive: schemas .KCZ([one.transform((single) => [single]), schemas .YOg(one)])
            .exactOptional()
            .describe('One waiver, or a list of them.'),
    })
        .superRefine(({ services, endpoints = [] }, context) => {
        const refuse = (index, message) => context.addIssue({ code: 'custom', path: ['endpoints', index], message });
        for (const [index, one] of endpoints.entries()) {
            if (services && !services.includes(one.service)) {
                refuse(index, `is for ${one.service}, which "services" of this domain leaves out`);
            }
            const isWeb = one.transport === 'bosh' || one.transport === 'websocket';
            if (isWeb && one.service !== 'c2s')
                refuse(index, `is for ${one.service}, and ${one.transport} is for c2s only`);
            if (one.path !== undefined && !isWeb)
                refuse(index, 'has a path, which only bosh and websocket have');
            const isRepeated = endpoints.slice(0, index).some((other) => isSameEndpoint(one, other));
            if (isRepeated)
                refuse(index, 'is listed twice: keep one');
        }
    });
}
function isSameEndpoint(a, b) {
    return a.service === b.service && a.transport === b.transport && a.host === b.host && a.port === b.port;
}
function defaults() {
    const named = Object.entries(inputs .mc).filter(([, input]) => input.inFile);
    const shape = named.map(([name, { kind, description }]) => [name, kind.yaml(LIBRARY).exactOptional().describe(description)]);
    return schemas .rej(Object.fromEntries(shape)).transform((values) => values);
}
function fileSchema(knownChecks) {
    const detailed = host(knownChecks);
    const bare = domainText.transform((text, context) => ({ domain: (0,kinds .hF)(domain .dO)(text, context) }));
    return schemas .rej({
        defaults: defaults().exactOptional().describe('Settings of the whole run. An input of the Action wins over them.'),
        checks: checkLevels(knownChecks).exactOptional().describe('How a failing check counts, by check id.'),
        hosts: schemas .YOg(schemas .KCZ([bare, detailed]))
            .exactOptional()
            .describe('The domains to check: a name, or a name with more about it.'),
    });
}
function jsonSchema(knownChecks) {
    return z.toJSONSchema(fileSchema(knownChecks), { io: 'input', target: 'draft-7' });
}

; 

const MOST_EXPLAINED = 50;
function yamlMistakes(document, text) {
    const errors = [...document.errors, ...document.warnings].slice(0, MOST_EXPLAINED);
    return errors.map((error) => explain(error, document, text));
}
const here = (sentence, when = /(?:)/u) => ({ message, pos }) => when.test(message) ? { offset: pos[0], sentence } : undefined;
const EXPLANATIONS = {
    DUPLICATE_KEY: [here('this key is written twice: keep one')],
    MULTIPLE_DOCS: [here('a second document begins here: write only one')],
    TAB_AS_INDENT: [here('a tab stands here: YAML is indented with spaces')],
    MISSING_CHAR: [
        openQuote,
        here('this line is not part of the list item above: indent it like the key behind the dash', /without - indicator/u),
        here('a colon is missing behind this key, as in "hosts:"', /Implicit map keys/u),
    ],
    BAD_INDENT: [openBracket, here('this line is indented differently from those it belongs to')],
    BLOCK_AS_IMPLICIT_KEY: [
        here('the line is indented less than the list it belongs to', /block sequence/u),
        here('text with a colon in it has to stand in quotes; a key on the next line, below this key'),
    ],
    MULTILINE_IMPLICIT_KEY: [here('a blank is missing behind a colon, or the next line is indented too far')],
    UNEXPECTED_TOKEN: [here('the value ended before this: inside of single quotes, write a quotation mark twice')],
    BAD_SCALAR_START: [
        ({ pos }, _, text) => ({
            offset: pos[0],
            sentence: `a value cannot begin with ${text.charAt(pos[0])}: put it in quotes`,
        }),
    ],
};
function explain(error, document, text) {
    for (const one of EXPLANATIONS[error.code] ?? []) {
        const mistake = one(error, document, text);
        if (mistake)
            return mistake;
    }
    const sentence = `this is not valid YAML: ${error.message.replace(/\s+/gu, ' ').slice(0, 200)}`;
    return { offset: error.pos[0], sentence };
}
function openQuote({ message, pos }, document) {
    if (!/^Missing closing .quote/u.test(message))
        return undefined;
    let offset;
    (0,dist .YR)(document, (_, node) => {
        if ((0,dist .jn)(node) && node.range && /^QUOTE/u.test(node.type ?? '') && node.range[0] <= pos[0])
            offset = node.range[0];
    });
    return { offset: offset ?? pos[0], sentence: 'the quotation mark that opens here is never closed' };
}
function openBracket({ message, pos }, document) {
    const [, kind] = /^Flow (sequence|map)/u.exec(message) ?? [];
    if (kind === undefined)
        return undefined;
    let offset;
    (0,dist .YR)(document, (_, node) => {
        if ((0,dist .P3)(node) && node.flow === true && node.range && node.range[0] <= pos[0])
            offset = node.range[0];
    });
    const [open, close] = kind === 'map' ? ['{', '}'] : ['[', ']'];
    return {
        offset: offset ?? pos[0],
        sentence: `the ${open} that opens here is never closed: write ${close} at its end`,
    };
}

; 







const SIZE_LIMIT = 256 * 1024;
const ALIAS_LIMIT = 10_000;
function readConfigFile(file, text, knownChecks) {
    const positionAt = (0,position .NJ)(text, file);
    const problemAt = (offset, sentence) => (0,place .G)(positionAt(offset), sentence);
    if (text.length > SIZE_LIMIT)
        return {
            problems: [problemAt(SIZE_LIMIT, 'the file has more than 256 KiB: spread its domains over several files')],
        };
    const deep = findDeepNesting(text);
    if (deep !== undefined)
        return { problems: [problemAt(deep, 'this nests too deeply for a configuration')] };
    const document = (0,dist .Tp)(text, { prettyErrors: false, stringKeys: true });
    const mistakes = yamlMistakes(document, text);
    if (mistakes.length > 0) {
        return { problems: onePerLine(mistakes.map(({ offset, sentence }) => problemAt(offset, sentence))) };
    }
    const value = toPlain(document);
    if (value === undefined)
        return { problems: [(0,place .G)(positionAt(0), 'its aliases stand for more than a configuration needs')] };
    const checked = validate(fileSchema(knownChecks), value);
    if ('value' in checked) {
        return { path: file, content: checked.value, positionOf: (path) => positionAt((0,position .b4)(document, path, 'value')) };
    }
    const problems = checked.complaints
        .map(({ path, of, sentence }) => ({ path, sentence, offset: (0,position .b4)(document, path, of) }))
        .sort((a, b) => a.offset - b.offset)
        .map(({ path, sentence, offset }) => problemAt(offset, path.length > 0 ? `${(0,position .Dt)(path)}: ${sentence}` : sentence));
    return { problems };
}
function onePerLine(problems) {
    const lineOf = ({ position }) => position?.line;
    return problems.filter((one, i) => problems.findIndex((other) => lineOf(other) === lineOf(one)) === i);
}
function toPlain(document) {
    try {
        return document.toJS({ maxAliasCount: ALIAS_LIMIT }) ?? {};
    }
    catch (error) {
        if (error instanceof ReferenceError)
            return undefined;
        throw error;
    }
}


  }),

  9223:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    Dt: () => (  pathName),
    NJ: () => (  createLineFinder),
    b4: () => (  offsetOf)
  });
  var yaml__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8815);
  var _reading_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8618);


function createLineFinder(text, file) {
    const lines = new yaml__WEBPACK_IMPORTED_MODULE_0__  .HN();
    lines.addNewLine(0);
    for (const { index } of text.matchAll(/\n/gu))
        lines.addNewLine(index + 1);
    return (offset) => {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col };
    };
}
function offsetOf(document, path, of) {
    let node = document.contents;
    for (const [index, key] of path.entries()) {
        const next = childOf((0,yaml__WEBPACK_IMPORTED_MODULE_0__  .Vj)(node) ? node.resolve(document) : node, key, of === 'key' && index === path.length - 1);
        if (!next)
            break;
        node = next;
    }
    return node?.range?.[0] ?? 0;
}
function childOf(node, key, wantsKey) {
    if ((0,yaml__WEBPACK_IMPORTED_MODULE_0__  .oP)(node))
        return node.items[Number(key)];
    if (!(0,yaml__WEBPACK_IMPORTED_MODULE_0__  .jh)(node))
        return undefined;
    const pair = node.items.find((item) => (0,yaml__WEBPACK_IMPORTED_MODULE_0__  .jn)(item.key) && String(item.key.value) === String(key));
    return wantsKey ? pair?.key : (pair?.value ?? pair?.key);
}
function pathName(path) {
    return path
        .map((key) => (typeof key === 'number' ? `[${key}]` : /^[\w-]{1,60}$/u.test(key) ? `.${key}` : `[${(0,_reading_js__WEBPACK_IMPORTED_MODULE_1__  .hD)(key)}]`))
        .join('')
        .replace(/^\./u, '');
}


  }),

  9684:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    i: () => (  SOFTWARE)
  });
const SOFTWARE = ['prosody', 'ejabberd', 'openfire', 'mongooseim', 'tigase', 'jabberd2', 'generic'];


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


  })

};
