export const id = 886;
export const ids = [886];
export const modules = {

  6886:
(function (__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) {

  __webpack_require__.d(__webpack_exports__, {
    answerable: () => (  answerable)
  });
  var _forge_forge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7588);
  var _issues_hearing_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(232);
  var _issues_marker_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7664);
  var _issues_phases_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(3850);
  var _issues_words_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3541);
  var _config_narrow_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(459);






async function answerable(comment, config, reader, now) {
    try {
        const words = (0,_issues_words_js__WEBPACK_IMPORTED_MODULE_4__  .ux)(comment.body, comment.createdAt);
        if (words.length === 0)
            return { because: 'the comment holds no command' };
        const state = await caseBehind(comment.issue, config.tracking.labelPrefix, reader);
        if (typeof state === 'string')
            return { because: state };
        const { domain, answeredAt } = state;
        if (!config.targets.some((target) => target.domain === domain))
            return { because: 'the domain of the issue is not in the configuration' };
        const asksOnly = words.some(({ kind }) => kind === 'retest') && !(0,_issues_hearing_js__WEBPACK_IMPORTED_MODULE_1__  .Kb)(answeredAt, now);
        if (!asksOnly && !(await mayCommand(comment, reader)))
            return { because: 'who wrote the comment may not write or triage here' };
        return { config: (0,_config_narrow_js__WEBPACK_IMPORTED_MODULE_5__  .s)(config, [domain]) };
    }
    catch (error) {
        if (error instanceof _forge_forge_js__WEBPACK_IMPORTED_MODULE_0__  .Q)
            return { because: (0,_forge_forge_js__WEBPACK_IMPORTED_MODULE_0__  .b)(error) };
        throw error;
    }
}
async function caseBehind(number, label, reader) {
    const issue = await reader.readIssue(number);
    const isOurs = issue?.trusted === true && issue.labels.some((name) => name.toLowerCase() === label.toLowerCase());
    const reading = isOurs ? (0,_issues_marker_js__WEBPACK_IMPORTED_MODULE_2__  .nP)(issue.body) : undefined;
    if (issue === undefined || reading?.kind !== 'case')
        return `#${number} is not an issue of ours`;
    if (issue.state === 'closed' && (0,_issues_phases_js__WEBPACK_IMPORTED_MODULE_3__  .Is)(reading.state))
        return `#${number} is closed, and its case is over`;
    return reading.state;
}
async function mayCommand({ id, createdAt }, reader) {
    const comments = await reader.listCommentsSince(createdAt, (comment) => comment.id === id);
    return comments.some((comment) => comment.id === id && comment.mayCommand);
}


  })

};
