/** Prints one plain closing line, and with REQUIRE_ALL=1 fails a run in which any test was skipped or none ran. */
export default class NoSkipsReporter {
  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests
    this.passed = results.numPassedTests
    this.skipped = skipped
    console.log(`${results.numPassedTests} passed, ${results.numFailedTests} failed, ${skipped} skipped`)
  }

  getLastError() {
    if (process.env.REQUIRE_ALL !== '1') return undefined
    if (this.skipped > 0) return new Error(`REQUIRE_ALL=1, but ${this.skipped} tests were skipped`)
    if (this.passed === 0) return new Error('REQUIRE_ALL=1, but no test ran')
    return undefined
  }
}
