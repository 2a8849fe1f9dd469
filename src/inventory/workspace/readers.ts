import path from 'node:path';
import { compareText } from '../../model/index.ts';
import type { ScannedFiles } from './files.ts';
import type { Format } from './format.ts';
import { NOTHING_SEEN } from './look.ts';
import { readUnit, type UnitReading } from './read-unit.ts';
import { formatNamed, ReadingThread } from './reading-thread.ts';
import type { WantedUnit } from './units.ts';
import type { WalkedFile } from './walk.ts';

/** A scan gives other work a turn after this many milliseconds. */
const TURN = 25;
/** Files from which on a second thread is worth its start. */
const LARGE = 500;
/** What is handed over at once: some milliseconds of work. */
const FILES_AT_ONCE = 64;
const UNITS_AT_ONCE = 3;

export interface ReaderOptions {
  formats: readonly Format[];
  /** False reads everything in this thread. */
  mayStartThread: boolean;
  signal: AbortSignal | undefined;
  onProgress: ((files: number) => void) | undefined;
}

/** Who reads a scan: this thread, and a second one where there is much to read. Each takes what the other leaves. */
export class Readers {
  readonly #options: ReaderOptions;
  #thread: ReadingThread | null = null;

  constructor(options: ReaderOptions) {
    this.#options = options;
  }

  /** Adds what was walked to the files, with what it may matter to. */
  async look(walked: Iterable<WalkedFile>, files: ScannedFiles): Promise<void> {
    const found = await this.#walkAll(walked);
    let taken = 0;
    const next = (): WalkedFile[] => found.slice(taken, (taken += FILES_AT_ONCE));
    const here = (batch: readonly WalkedFile[]): void => {
      for (const file of batch) files.addFromDisk(file);
    };
    const there = async (thread: ReadingThread, batch: readonly WalkedFile[]): Promise<void> => {
      // In their order, whoever looks at them; most have nothing to tell.
      for (const file of batch) files.addLooked(file, NOTHING_SEEN);
      for (const { nth, matching, refersTo, problem, suppressions } of await thread.ask('look', batch)) {
        const file = batch[nth];
        if (file === undefined) continue;
        files.addLooked(file, {
          matching: new Set(matching.map((id) => this.#format(id))),
          refersTo: new Map(refersTo.map(([id, units]) => [this.#format(id), units])),
          problem,
          suppressions,
        });
      }
    };
    await this.#share(next, files, here, there);
  }

  /** What the units say, in their order. */
  async read(units: readonly WantedUnit[], files: ScannedFiles): Promise<readonly UnitReading[]> {
    const readings: UnitReading[] = [];
    const left = units.map((wanted, nth) => ({ ...wanted, nth })).sort(byKind);
    // One from the front, the other from the back: so each warms up for its own kinds of files.
    const here = async (batch: typeof left): Promise<void> => {
      for (const { format, unit } of batch) await format.prepare?.([unit]);
      for (const { format, unit, nth } of batch) readings[nth] = readUnit(format, unit, files);
    };
    const there = async (thread: ReadingThread, batch: typeof left): Promise<void> => {
      const read = await thread.ask(
        'read',
        batch.map(({ format, unit }) => [format.id, unit] as const),
      );
      for (const [i, { nth }] of batch.entries()) if (read[i] !== undefined) readings[nth] = read[i];
    };
    if (this.#thread !== null) this.#tellOfFiles(files);
    const next = (isThere: boolean): typeof left =>
      isThere ? left.splice(-UNITS_AT_ONCE) : left.splice(0, UNITS_AT_ONCE);
    await this.#share(next, files, here, there);
    return readings;
  }

  close(): void {
    this.#thread?.close();
    this.#thread = null;
  }

  /** Walks before anything is read: a thread that is worth it starts meanwhile. */
  async #walkAll(walked: Iterable<WalkedFile>): Promise<WalkedFile[]> {
    const found: WalkedFile[] = [];
    const turns = new Turns(this.#options.signal);
    for (const file of walked) {
      found.push(file);
      if (found.length === LARGE && this.#options.mayStartThread) this.#thread = ReadingThread.start();
      if (turns.isDue) await turns.give();
    }
    await turns.give();
    return found;
  }

  /** The thread answers in order, so nobody waits for it here. */
  #tellOfFiles(files: ScannedFiles): void {
    const known = [...files.entries()];
    const open = known.flatMap(([file, { absolute, source, isOpen }]) =>
      isOpen && source !== null ? [{ file, absolute, text: source.text }] : [],
    );
    const names = known.map(([file]) => file);
    void this.#thread?.ask('know', files.base, names, open).catch(() => this.close());
  }

  /** Until `next` gives nothing more. Whatever the thread does not answer is done here. */
  async #share<T>(
    next: (isThere: boolean) => T[],
    files: ScannedFiles,
    here: (batch: T[]) => void | Promise<void>,
    there: (thread: ReadingThread, batch: T[]) => Promise<void>,
  ): Promise<void> {
    const turns = new Turns(this.#options.signal);
    const underWay: Promise<void>[] = [];
    for (;;) {
      const thread = this.#thread?.isFree === true ? this.#thread : null;
      const batch = next(thread !== null);
      if (batch.length === 0) break;
      if (thread === null) await here(batch);
      else {
        underWay.push(
          there(thread, batch).catch(() => {
            this.close();
            return here(batch);
          }),
        );
      }
      const { isDue } = turns;
      if (isDue) this.#options.onProgress?.(files.size);
      // An answer comes only in a turn.
      if (isDue || this.#thread !== null) await turns.give();
    }
    await Promise.all(underWay);
  }

  #format(id: string): Format {
    return formatNamed(this.#options.formats, id);
  }
}

/** Programs by their language, data by its notation; folders first. */
function byKind(a: WantedUnit, b: WantedUnit): number {
  return compareText(path.extname(a.unit), path.extname(b.unit));
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
    if (this.isDue) this.#due = performance.now() + TURN;
    await new Promise((resolve) => setImmediate(resolve));
    this.#signal?.throwIfAborted();
  }
}
