import { writeFileSync } from 'node:fs';

/** Longer than anything takes to close. */
const LEFTOVERS_MS = 20_000;

/**
 * Writes how many tests passed, failed and were skipped to the file named by XMPP_TLS_TALLY, for `.ci/run`; does nothing
 * when that is not set. Jest takes a reporter only as a default export.
 */
export default class TallyReporter {
  /** @param {unknown} _contexts @param {import('@jest/reporters').AggregatedResult} results */
  onRunComplete(_contexts, results) {
    warnOfLeftovers(results.success);
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

/** A test that fails may leave a server open, for which Jest would wait without end. */
function warnOfLeftovers(success) {
  const end = () => {
    console.error('Something was left open by the tests: jest --detectOpenHandles shows what.');
    process.exit(success ? 0 : 1);
  };
  setTimeout(end, LEFTOVERS_MS).unref();
}
