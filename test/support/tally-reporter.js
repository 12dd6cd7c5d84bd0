import { writeFileSync } from 'node:fs';

/**
 * Writes how many tests passed, failed and were skipped to the file named by XMPP_TLS_TALLY, for `.ci/run`; does nothing
 * when that is not set. Jest takes a reporter only as a default export.
 */
export default class TallyReporter {
  /** @param {unknown} _contexts @param {import('@jest/reporters').AggregatedResult} results */
  onRunComplete(_contexts, results) {
    const file = process.env.XMPP_TLS_TALLY;
    if (file === undefined || file === '') return;
    const tally = {
      passed: results.numPassedTests,
      // A file that could not even be loaded ran no test, yet it is a failure.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(file, `${JSON.stringify(tally)}\n`);
  }
}
