import path from 'node:path';
import { compareText, type Asset } from '../../../model/index.ts';
import { SharedNumbers, ThreadEnded } from '../../../threads/index.ts';
import type { ScannedFiles } from '../files.ts';
import type { Format } from '../../reading/format.ts';
import { PROGRAMS_CLAIM } from '../../formats/programs/language-of.ts';
import type { KeptScan } from '../kept/kept-scan.ts';
import { resultOfNamed, NOTHING_FOUND } from '../search/search-file.ts';
import { readUnit, type UnitReading, type WantedUnit } from '../read-unit.ts';
import { ReadingThread, type SearchQuestion, type Part, type Question } from './reading-thread.ts';
import { SharedStamps, type WalkedFile } from '../../../files/index.ts';

/** Milliseconds after which a scan yields to other work. */
const TURN_MS = 25;
/** Number of files from which a second thread is worth its start. */
const MIN_FILES_FOR_THREAD = 500;
/** Files that the thread searches during the walk: its work for two turns. */
const FILES_SEARCHED_AHEAD = 2000;

export interface ReaderOptions {
  formats: readonly Format[];
  /** False to read everything in this thread. */
  mayStartThread: boolean;
  /** Milliseconds of CPU time per file or unit in the second thread. */
  budget: number;
  signal: AbortSignal | undefined;
  onProgress: ((files: number) => void) | undefined;
  onVersions: ((assets: readonly Asset[]) => void) | undefined;
}

/** Threads that read a scan: this one, and a second one for large scans. Each takes the next unit that is free. */
export class Readers {
  readonly #options: ReaderOptions;
  #thread: ReadingThread | null = null;
  /** Requests to the thread during the walk. */
  readonly #ahead: Promise<void>[] = [];

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Adds walked files with their relevance: from an earlier scan, or searched now. */
  async search(walked: Iterable<WalkedFile>, files: ScannedFiles, kept: KeptScan | null): Promise<void> {
    const { left, known } = await this.#walk(walked, files, kept);
    const numbers = SharedNumbers.create(left.length);
    const question = searchQuestion(files, left, numbers, known);
    const answer = (part: Part<'search'>): void => this.#note(part, question, files);
    await this.#share(files, numbers, question, answer, (nth) => {
      const file = left[nth];
      if (file !== undefined) files.addFromDisk(file);
    });
    await Promise.all(this.#ahead);
  }

  /** Readings of the units, in order. */
  async read(units: readonly WantedUnit[], files: ScannedFiles): Promise<readonly UnitReading[]> {
    const readings: UnitReading[] = [];
    // One thread starts at the front, the other at the back.
    const order = units
      .map((wanted, nth) => ({ ...wanted, nth, kind: formatOrder(wanted) }))
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
   * Walks all folders first. If there are enough files for a second thread, it starts during the walk and searches the
   * files found so far.
   * @returns the files not searched yet, and the names of the known ones
   */
  async #walk(
    walked: Iterable<WalkedFile>,
    files: ScannedFiles,
    kept: KeptScan | null,
  ): Promise<{ left: string[]; known: string[] }> {
    const found: string[] = [];
    const known: string[] = [];
    let count = 0;
    const turns = new EventLoopTurns(this.#options.signal);
    for (const file of walked) {
      const looked = kept?.lookOf(file) ?? null;
      // In file order, whichever thread searched them; most are irrelevant.
      files.addResult(file.file, looked ?? NOTHING_FOUND);
      if (looked !== null) known.push(file.file);
      else {
        found.push(file.file);
        if (++count === MIN_FILES_FOR_THREAD && this.#options.mayStartThread)
          this.#thread = ReadingThread.start(this.#options.budget);
      }
      if (!turns.isDue) continue;
      if (this.#thread?.isIdle === true)
        this.#searchAhead(this.#thread, found.splice(0, FILES_SEARCHED_AHEAD), files);
      await turns.give();
    }
    await turns.give();
    return { left: found, known };
  }

  #searchAhead(thread: ReadingThread, batch: readonly string[], files: ScannedFiles): void {
    const question = searchQuestion(files, batch, SharedNumbers.create(batch.length));
    const asked = thread.ask(question, (part) => this.#note(part, question, files));
    this.#ahead.push(
      asked.catch((error: unknown) => {
        this.#lose(error, files);
        if (this.#options.signal?.aborted === true) return;
        for (const file of batch) files.addFromDisk(file);
      }),
    );
  }

  /** Records search results of the thread, and the stamps of the files that it read. */
  #note(part: Part<'search'>, question: SearchQuestion, files: ScannedFiles): void {
    for (const [nth, look] of part) {
      const file = question.files[nth];
      if (file !== undefined) files.addResult(file, resultOfNamed(look, this.#options.formats));
    }
    if (question.stamps !== null) new SharedStamps(question.stamps).addTo(files.stamps, question.files);
  }

  /**
   * Distributes numbered work between this thread and the other. Work without an answer from the other thread is done
   * here.
   */
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
    const turns = new EventLoopTurns(this.#options.signal);
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

  /** Closes the second thread after a crash, and gives up on the task in progress, which could crash this thread, too. */
  #lose(error: unknown, files: ScannedFiles): void {
    this.close();
    if (error instanceof ThreadEnded && error.task !== null) files.giveUpOn(error.task, error.reason);
  }
}

function searchQuestion(
  { base, givenUp, areKept, within }: ScannedFiles,
  files: readonly string[],
  numbers: SharedNumbers,
  known: readonly string[] = [],
): SearchQuestion {
  const stamps = areKept ? SharedStamps.create(files.length).memory : null;
  return { method: 'search', base, files, known, givenUp, areKept, within, numbers: numbers.memory, stamps };
}

/** Folders first, programs last: each thread warms up for one of them, and the documents in the middle are small. */
function formatOrder({ unit }: WantedUnit): string {
  const notation = unit.endsWith('.hcl') ? '' : path.extname(unit);
  return PROGRAMS_CLAIM.claims(unit) ? `~${notation}` : notation;
}

/** Yields to other work at intervals. */
class EventLoopTurns {
  readonly #signal: AbortSignal | undefined;
  #due = performance.now() + TURN_MS;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  get isDue(): boolean {
    return performance.now() >= this.#due;
  }

  /** Rejects with the signal's reason if the scan is cancelled. */
  async give(): Promise<void> {
    this.#due = performance.now() + TURN_MS;
    await new Promise((resolve) => setImmediate(resolve));
    this.#signal?.throwIfAborted();
  }
}
