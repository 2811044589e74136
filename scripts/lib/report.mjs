/** Adds up what several test runners reported. */
export function createReport() {
  const totals = { passed: 0, failed: 0 };
  const skipped = [];
  return {
    add({ passed, failed, skipped: names = [] }) {
      totals.passed += passed;
      totals.failed += failed;
      skipped.push(...names);
    },
    /** Prints every skipped test by name, then the closing line; returns the exit code. */
    close(write = (line) => console.log(line)) {
      if (skipped.length > 0) write(`\nSkipped, because this machine cannot run them:\n${skipped.map((name) => `  - ${name}`).join('\n')}`);
      write(`\n${totals.passed} passed, ${totals.failed} failed`);
      return totals.failed === 0 && totals.passed > 0 ? 0 : 1;
    },
  };
}
