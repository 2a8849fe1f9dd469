// Progress of the suites: on a terminal one line a suite that is kept up to date, elsewhere a line when one ends.

/** Milliseconds between two updates: a terminal need not show every test. */
const REDRAW = 100;

export class Progress {
  constructor(out = process.stdout) {
    this.out = out;
    this.tallies = [];
    this.lines = 0;
    this.drawn = 0;
  }

  begin(tally) {
    this.tallies.push(tally);
    this.draw();
  }

  step() {
    if (Date.now() - this.drawn >= REDRAW) this.draw();
  }

  end(tally) {
    if (this.out.isTTY) {
      this.erase();
      this.tallies = this.tallies.filter((one) => one !== tally);
    }
    this.out.write(`${lineOf(tally)} in ${tally.seconds.toFixed(1)} s\n`);
    this.draw();
  }

  /** Prints text above the lines that are redrawn. */
  print(text) {
    this.erase();
    this.out.write(text.endsWith('\n') ? text : `${text}\n`);
    this.draw();
  }

  draw() {
    if (!this.out.isTTY) return;
    this.erase();
    for (const tally of this.tallies) this.out.write(`${lineOf(tally)}…\n`.slice(0, this.out.columns));
    this.lines = this.tallies.length;
    this.drawn = Date.now();
  }

  erase() {
    if (this.lines > 0) this.out.write(`\u001b[${this.lines}A\u001b[J`);
    this.lines = 0;
  }
}

function lineOf(tally) {
  return `${tally.name}: ${tally.counts}`;
}
