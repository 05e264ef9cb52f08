import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that a machine can read: `12 passed, 0 failed`, with `, 1 skipped` when any was. */
export default class SummaryReporter implements Reporter {
  private line = '';

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const counts = { passed: 0, failed: unhandledErrors.length, skipped: 0 };
    for (const module of modules) {
      // A file that does not load has no tests to count, and must not pass for nothing.
      counts.failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'passed') counts.passed += 1;
        else if (state === 'failed') counts.failed += 1;
        else counts.skipped += 1;
      }
    }
    this.line = `${counts.passed} passed, ${counts.failed} failed`;
    if (counts.skipped > 0) this.line += `, ${counts.skipped} skipped`;
    // Reporters run together; written on exit, the line is the last whatever the others still print.
    process.once('exit', () => process.stdout.write(`${this.line}\n`));
  }
}
