export const id = 907;
export const ids = [907];
export const modules = {

  8907:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {


 
__webpack_require__.d(__webpack_exports__, {
  explain: () => (  explain)
});

 
var checks = __webpack_require__(3607);
 
var reading = __webpack_require__(8618);
 
var ports = __webpack_require__(3041);
 
var remediation = __webpack_require__(1513);
 
var model_remediation = __webpack_require__(3796);
; 
function specificationName({ document, section }) {
    return section === undefined ? document : `${document} section ${section}`;
}
function specificationUrl({ document, section }) {
    const number = document.slice(4);
    if (document.startsWith('XEP-'))
        return `https://xmpp.org/extensions/xep-${number}.html`;
    return `https://www.rfc-editor.org/rfc/rfc${number}${section === undefined ? '' : `#section-${section}`}`;
}

 
var layout = __webpack_require__(5526);
; 



function renderExplanation(check, remediations, { width, colour }) {
    const paint = (0,layout .X)(colour);
    const paragraph = (lead, text) => (0,layout .L)(lead, text, width);
    const effect = check.group === 'plaintext' ? 'decides whether a domain counts as plaintext' : 'is about TLS itself';
    const lines = [
        ...paint([check.id], 'strong'),
        ...paragraph('  ', `${check.title}.`),
        '',
        ...paragraph('  Level   ', `${check.level} by default; it ${effect}.`),
        ...paragraph('  Why     ', check.why),
        ...paragraph('  How     ', check.how),
        ...check.specifications.map((one, i) => `  ${i === 0 ? 'Rules' : '     '}   ${specificationName(one)}: ${specificationUrl(one)}`),
        '',
        ...paint(['  Fix'], 'strong'),
        ...remediations.flatMap((remediation) => renderSetting(check, remediation, paragraph)),
    ];
    return `${lines.join('\n')}\n`;
}
function renderCheckList(checks, { width }) {
    const indent = Math.max(...checks.map(({ id }) => id.length)) + 4;
    const lines = checks.flatMap(({ id, title }) => width - indent < 40 ? [`  ${id}`, ...(0,layout .L)('      ', title, width)] : (0,layout .L)(`  ${id}`.padEnd(indent), title, width));
    return `${['Checks; xmpp-tls --explain CHECK says more:', ...lines].join('\n')}\n`;
}
function renderSetting({ mend }, remediation, paragraph) {
    const { title, settings } = remediation;
    const { file, code, notes } = settings[mend];
    const [afterwards, ...remarks] = (0,model_remediation .Nm)(remediation, [settings[mend]], (command) => command);
    return [
        '',
        ...paragraph('  ', `${title}: ${file}`),
        ...code.split('\n').map((line) => `      ${line}`),
        ...notes.flatMap((note) => paragraph('    - ', note)),
        ...(afterwards === undefined ? [] : paragraph('    ', afterwards)),
        ...remarks.flatMap((note) => paragraph('    - ', note)),
    ];
}

; 





function explain({ check: id, server }, page) {
    if (id === undefined)
        return renderCheckList(checks .u, page);
    const found = checks .u.find((candidate) => candidate.id === id);
    if (found)
        return renderExplanation(found, server ? [remediation .b[server]] : Object.values(remediation .b), page);
    const known = checks .u.map((candidate) => candidate.id);
    const near = (0,reading .pA)(id, known);
    const hint = near === undefined ? ': xmpp-tls --explain lists them' : `; did you mean ${(0,reading .hD)(near)}?`;
    throw new ports .j(`--explain: there is no check ${(0,reading .hD)(id)}${hint}`);
}


  })

};
