import path from 'node:path';
import { compareText, type Asset } from '../../../model/index.ts';
import { SharedNumbers, ThreadEnded } from '../../../threads/index.ts';
import type { ScannedFiles } from '../files.ts';
import type { Format } from '../../reading/format.ts';
import { PROGRAMS } from '../../formats/programs/language-of.ts';
import type { KeptScan } from '../kept/kept-scan.ts';
import { lookOfNamed, NOTHING_SEEN } from '../look/look.ts';
import { readUnit, type UnitReading, type WantedUnit } from '../read-unit.ts';
import { ReadingThread, type LookQuestion, type Part, type Question } from './reading-thread.ts';
import { SharedStamps, type WalkedFile } from '../../../files/index.ts';

/** A scan gives other work a turn after this many milliseconds. */
const TURN = 25;
/** Files from which on a second thread is worth its start. */
const LARGE = 500;
/** Files that the thread looks at while others are walked: what it does in two turns. */
const AHEAD = 2000;

export interface ReaderOptions {
  formats: readonly Format[];
  /** False reads everything in this thread. */
  mayStartThread: boolean;
  /** Milliseconds of CPU time for a file or a unit that the second thread reads. */
  budget: number;
  signal: AbortSignal | undefined;
  onProgress: ((files: number) => void) | undefined;
  onVersions: ((assets: readonly Asset[]) => void) | undefined;
}

/** Who reads a scan: this thread, and a second one where there is much to read. Each takes what the other leaves. */
export class Readers {
  readonly #options: ReaderOptions;
  #thread: ReadingThread | null = null;
  /** What the thread was asked while the walk went on. */
  readonly #ahead: Promise<void>[] = [];

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Adds what was walked to the files, with what it may matter to: as an earlier scan saw it, or as it is read now. */
  async look(walked: Iterable<WalkedFile>, files: ScannedFiles, kept: KeptScan | null): Promise<void> {
    const { left, known } = await this.#walk(walked, files, kept);
    const numbers = SharedNumbers.create(left.length);
    const question = lookQuestion(files, left, numbers, known);
    const answer = (part: Part<'look'>): void => this.#note(part, question, files);
    await this.#share(files, numbers, question, answer, (nth) => {
      const file = left[nth];
      if (file !== undefined) files.addFromDisk(file);
    });
    await Promise.all(this.#ahead);
  }

  /** What the units say, in their order. */
  async read(units: readonly WantedUnit[], files: ScannedFiles): Promise<readonly UnitReading[]> {
    const readings: UnitReading[] = [];
    // One thread from the front, the other from the back.
    const order = units
      .map((wanted, nth) => ({ ...wanted, nth, kind: kindOf(wanted) }))
      .sort((a, b) => compareText(a.kind, b.kind) || compareText(a.unit, b.unit));
    const numbers = SharedNumbers.create(order.length);
    const versions = new Set<string>();
    const isFirst = ({ kind, product, version }: Asset): boolean =>
      versions.size < versions.add([kind, product, version].join(' ')).size;
    const take = (at: number, reading: UnitReading): void => {
      const wanted = order[at];
      if (wanted !== undefined) readings[wanted.nth] = reading;
      const first = reading.assets.filter(isFirst);
      if (first.length > 0) this.#options.onVersions?.(first);
    };
    const answer = (part: Part<'read'>): void => {
      for (const [at, reading] of part) take(at, reading);
    };
    const question = {
      method: 'read',
      units: order.map(({ format, unit }) => [format.id, unit] as const),
      open: files.open().map(({ file, text }) => ({ file, text })),
      numbers: numbers.memory,
    } as const;
    await this.#share(files, numbers, question, answer, async (at) => {
      const wanted = order[at];
      if (wanted !== undefined) take(at, await readUnit(wanted.format, wanted.unit, files));
    });
    return readings;
  }

  close(): void {
    this.#thread?.close();
    this.#thread = null;
  }

  /**
   * Walks before anything is read here: a thread that is worth it starts meanwhile, and looks at what was walked by then.
   * @returns the files that nobody has looked at, and the names of those that are known
   */
  async #walk(
    walked: Iterable<WalkedFile>,
    files: ScannedFiles,
    kept: KeptScan | null,
  ): Promise<{ left: string[]; known: string[] }> {
    const found: string[] = [];
    const known: string[] = [];
    let count = 0;
    const turns = new Turns(this.#options.signal);
    for (const file of walked) {
      const looked = kept?.lookOf(file) ?? null;
      // In their order, whoever looks at them; most have nothing to tell.
      files.addLooked(file.file, looked ?? NOTHING_SEEN);
      if (looked !== null) known.push(file.file);
      else {
        found.push(file.file);
        if (++count === LARGE && this.#options.mayStartThread)
          this.#thread = ReadingThread.start(this.#options.budget);
      }
      if (!turns.isDue) continue;
      if (this.#thread?.isIdle === true) this.#lookAhead(this.#thread, found.splice(0, AHEAD), files);
      await turns.give();
    }
    await turns.give();
    return { left: found, known };
  }

  #lookAhead(thread: ReadingThread, batch: readonly string[], files: ScannedFiles): void {
    const question = lookQuestion(files, batch, SharedNumbers.create(batch.length));
    const asked = thread.ask(question, (part) => this.#note(part, question, files));
    this.#ahead.push(
      asked.catch((error: unknown) => {
        this.#lose(error, files);
        if (this.#options.signal?.aborted === true) return;
        for (const file of batch) files.addFromDisk(file);
      }),
    );
  }

  /** Notes what the thread saw in some files, and what those were like that it has read. */
  #note(part: Part<'look'>, question: LookQuestion, files: ScannedFiles): void {
    for (const [nth, look] of part) {
      const file = question.files[nth];
      if (file !== undefined) files.addLooked(file, lookOfNamed(look, this.#options.formats));
    }
    if (question.stamps !== null) new SharedStamps(question.stamps).addTo(files.stamps, question.files);
  }

  /** Does what the numbers stand for, here and in the thread. What the thread does not answer is done here. */
  async #share<Q extends Question>(
    files: ScannedFiles,
    numbers: SharedNumbers,
    question: Q,
    answer: (part: Part<Q['method']>) => void,
    here: (nth: number) => void | Promise<void>,
  ): Promise<void> {
    const isDoneHere = new Uint8Array(numbers.count);
    const isLost = this.#thread?.ask(question, answer).then(
      () => false,
      (error: unknown) => {
        this.#lose(error, files);
        return true;
      },
    );
    const turns = new Turns(this.#options.signal);
    const doEach = async (next: () => number | null): Promise<void> => {
      for (let nth = next(); nth !== null; nth = next()) {
        isDoneHere[nth] = 1;
        const result = here(nth);
        if (result !== undefined) await result;
        if (!turns.isDue) continue;
        this.#options.onProgress?.(numbers.taken);
        await turns.give();
      }
    };
    await doEach(() => numbers.next());
    if ((await isLost) !== true) return;
    let left = 0;
    await doEach(() => {
      left = isDoneHere.indexOf(0, left);
      return left < 0 ? null : left;
    });
  }

  /** What the thread ended with is not tried here. */
  #lose(error: unknown, files: ScannedFiles): void {
    this.close();
    if (error instanceof ThreadEnded && error.task !== null) files.giveUp(error.task, error.why);
  }
}

function lookQuestion(
  { base, givenUp, areKept, within }: ScannedFiles,
  files: readonly string[],
  numbers: SharedNumbers,
  known: readonly string[] = [],
): LookQuestion {
  const stamps = areKept ? SharedStamps.create(files.length).memory : null;
  return { method: 'look', base, files, known, givenUp, areKept, within, numbers: numbers.memory, stamps };
}

/** Folders first, programs last: each thread warms up for one of them, and the documents where they meet are small. */
function kindOf({ unit }: WantedUnit): string {
  const notation = unit.endsWith('.hcl') ? '' : path.extname(unit);
  return PROGRAMS.claims(unit) ? `~${notation}` : notation;
}

/** Gives other work its turn now and then. */
class Turns {
  readonly #signal: AbortSignal | undefined;
  #due = performance.now() + TURN;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  get isDue(): boolean {
    return performance.now() >= this.#due;
  }

  /** Rejects with the signal's reason when the scan is to stop. */
  async give(): Promise<void> {
    this.#due = performance.now() + TURN;
    await new Promise((resolve) => setImmediate(resolve));
    this.#signal?.throwIfAborted();
  }
}
