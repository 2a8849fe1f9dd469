// Results of a suite: counts, reasons of skipped tests, and the time of each file.

/** Collects the messages of scripts/test/reporter.mjs. */
export class Tally {
  constructor(name) {
    this.name = name;
    this.passed = 0;
    this.failed = 0;
    this.skipped = 0;
    this.seconds = 0;
    /** True if the suite reported its end. */
    this.ended = false;
    /** Name of the last finished test; a hanging one follows it. */
    this.lastTest = '';
    this.reasons = new Map();
    this.files = new Map();
  }

  take(message) {
    if (message.event === 'end') this.ended = true;
    if (message.event === 'time')
      this.files.set(message.file, (this.files.get(message.file) || 0) + message.ms);
    if (message.event !== 'test') return;
    this[message.outcome] += 1;
    this.lastTest = `"${message.name}" (${message.file})`;
    if (message.outcome !== 'skipped') return;
    this.reasons.set(message.reason, [...(this.reasons.get(message.reason) || []), message.name]);
  }

  get total() {
    return this.passed + this.failed + this.skipped;
  }

  get counts() {
    return `${this.passed} passed, ${this.failed} failed, ${this.skipped} skipped`;
  }

  /** Line for each reason of skipped tests: the test's name, or the number of tests. */
  skippedReasons() {
    return [...this.reasons].map(([reason, names]) => {
      const what = names.length === 1 ? names[0] : `${names.length} tests`;
      return `  left out: ${what}${reason === '' ? '' : ` (${reason})`}`;
    });
  }
}

/** Slowest files of all suites, one per line. */
export function slowestFiles(tallies, count) {
  return tallies
    .flatMap(({ files }) => [...files])
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
    .map(([file, ms]) => `  ${(ms / 1000).toFixed(1).padStart(6)} s  ${file}`);
}
