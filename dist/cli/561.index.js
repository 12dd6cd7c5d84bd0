export const id = 561;
export const ids = [561];
export const modules = {

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

  7561:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    readReport: () => (  readReport)
  });
  var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2857);
  var zod__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4377);
  var _model_report_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(1819);
  var _model_software_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9684);
  var _model_target_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6220);
  var _model_verdict_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1732);
  var _domain_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5708);
  var _position_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(9223);
  var _reading_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8618);








const VERDICTS = ['plaintext', 'secure', 'inconclusive', 'not-offered'];
const service = zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(_model_target_js__WEBPACK_IMPORTED_MODULE_3__  .Bg);
const endpoint = zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({
    ...{ service, transport: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(_model_target_js__WEBPACK_IMPORTED_MODULE_3__  .Zz), host: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP(), port: zod__WEBPACK_IMPORTED_MODULE_2__  .Whr(), address: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP() },
    url: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP().exactOptional(),
});
const judged = { verdict: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(VERDICTS), proof: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(_model_verdict_js__WEBPACK_IMPORTED_MODULE_4__  .iR), because: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(zod__WEBPACK_IMPORTED_MODULE_2__  .YjP()) };
const transcript = zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({ connection: zod__WEBPACK_IMPORTED_MODULE_2__  .aig(), atMs: zod__WEBPACK_IMPORTED_MODULE_2__  .aig(), from: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(['us', 'server', 'note']), text: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP() }));
const finding = zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({
    ...{ check: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP(), title: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP(), level: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(_model_verdict_js__WEBPACK_IMPORTED_MODULE_4__  .Vb).exclude(['off']) },
    ...{ group: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(['plaintext', 'tls']), service, endpoint, proof: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(_model_verdict_js__WEBPACK_IMPORTED_MODULE_4__  .iR) },
    ...{ message: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP(), evidence: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(zod__WEBPACK_IMPORTED_MODULE_2__  .YjP()) },
    waived: zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({ until: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP(), reason: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP() }).exactOptional(),
});
const target = zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({
    domain: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP().refine((domain) => {
        const read = (0,_domain_js__WEBPACK_IMPORTED_MODULE_0__  .dO)(domain);
        return 'value' in read && read.value === domain;
    }),
    ...{ unicodeDomain: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP(), verdict: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(VERDICTS), waived: zod__WEBPACK_IMPORTED_MODULE_2__  .zMY(), durationMs: zod__WEBPACK_IMPORTED_MODULE_2__  .aig() },
    services: zod__WEBPACK_IMPORTED_MODULE_2__  .jgl(service, zod__WEBPACK_IMPORTED_MODULE_2__  ._H3(judged)),
    endpoints: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(endpoint.extend({
        ...judged,
        checks: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({})),
        observation: zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({ endpoint, transcript }),
    })),
    findings: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(finding),
    notes: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(zod__WEBPACK_IMPORTED_MODULE_2__  .YjP()),
    server: zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({
        software: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(_model_software_js__WEBPACK_IMPORTED_MODULE_5__  .i),
        confidence: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(['configured', 'likely', 'possible', 'unknown']),
        by: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(zod__WEBPACK_IMPORTED_MODULE_2__  .YjP()),
        alternatives: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(_model_software_js__WEBPACK_IMPORTED_MODULE_5__  .i)).exactOptional(),
    }),
    ...{ contact: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP().exactOptional(), note: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP().exactOptional(), promise: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP().exactOptional() },
    language: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(_model_target_js__WEBPACK_IMPORTED_MODULE_3__  .Yj).exactOptional(),
    position: zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({ file: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP(), line: zod__WEBPACK_IMPORTED_MODULE_2__  .Whr().min(1), column: zod__WEBPACK_IMPORTED_MODULE_2__  .Whr().min(1) }).exactOptional(),
    nextSteps: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(zod__WEBPACK_IMPORTED_MODULE_2__  .YjP()).exactOptional(),
    ...{ unknownName: zod__WEBPACK_IMPORTED_MODULE_2__  .euz(true).exactOptional(), unchanged: zod__WEBPACK_IMPORTED_MODULE_2__  .euz(true).exactOptional() },
});
const report = zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({
    schema: zod__WEBPACK_IMPORTED_MODULE_2__  .euz(_model_report_js__WEBPACK_IMPORTED_MODULE_6__  .D),
    tool: zod__WEBPACK_IMPORTED_MODULE_2__  ._H3({ name: zod__WEBPACK_IMPORTED_MODULE_2__  .euz('xmpp-tls-compliance'), version: zod__WEBPACK_IMPORTED_MODULE_2__  .YjP() }),
    startedAt: zod__WEBPACK_IMPORTED_MODULE_7__  .w$(),
    durationMs: zod__WEBPACK_IMPORTED_MODULE_2__  .aig().min(0),
    result: zod__WEBPACK_IMPORTED_MODULE_2__  .k5n(['pass', 'fail', 'inconclusive']),
    targets: zod__WEBPACK_IMPORTED_MODULE_2__  .YOg(target),
    ofChange: zod__WEBPACK_IMPORTED_MODULE_2__  .euz(true).exactOptional(),
});
function readReport(path, text) {
    const no = (why) => ({ problem: `${(0,_reading_js__WEBPACK_IMPORTED_MODULE_8__  .hD)(path)} is no JSON report of this tool: ${why}` });
    let json;
    try {
        json = JSON.parse(text);
    }
    catch {
        return no('it is not JSON');
    }
    const read = report.safeParse(json);
    if (read.success)
        return { value: read.data };
    const [first] = read.error.issues;
    const where = (0,_position_js__WEBPACK_IMPORTED_MODULE_1__  .Dt)((first?.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key)));
    return no(where === '' ? 'it is something else' : `${where} is not what it should be`);
}


  })

};
