import { availableParallelism } from 'node:os';
import { Thread } from '../../../threads/index.ts';
import type { Format } from '../../reading/format.ts';
import type { GivenUp } from '../given-up.ts';
import type { NamedSearchResult } from '../search/search-file.ts';
import type { UnitReading } from '../read-unit.ts';
import { entryOf, MAX_THREAD_MEMORY_MB } from './thread-entries.ts';
import { compileCacheEnvironment } from '../../../files/index.ts';

/** A format and one of its units. */
export type NamedUnit = readonly [format: string, unit: string];

/** The next files of the scan, relative to its base; answers are for relevant files only. */
export interface SearchQuestion {
  method: 'search';
  base: string;
  files: readonly string[];
  /** Files of the scan that need no search. */
  known: readonly string[];
  givenUp: GivenUp;
  areKept: boolean;
  within: readonly string[] | null;
  /**
   * Buffer of SharedNumbers: the part of the work that the thread takes. Buffer of SharedStamps: the stamps of its
   * files.
   */
  numbers: Int32Array;
  stamps: Float64Array | null;
}

export interface ReadQuestion {
  method: 'read';
  units: readonly NamedUnit[];
  /** Texts that replace those on disk. */
  open: readonly OpenFile[];
  numbers: Int32Array;
}

export type Question = SearchQuestion | ReadQuestion;
export type OpenFile = Readonly<Record<'file' | 'text', string>>;

interface Answers {
  search: NamedSearchResult;
  read: UnitReading;
}

/** Answers by number. */
export type Part<M extends keyof Answers> = readonly (readonly [nth: number, Answers[M]])[];

/** Requests to the thread, one after the other. */
export interface ReadingApi {
  answer(id: number, question: Question): Promise<void>;
}

/** Receiver of the thread's answers, part by part. */
export interface PartReceiver {
  take(id: number, part: Part<'search'> | Part<'read'>): void;
}

/** A second thread that searches files and reads units. */
export class ReadingThread {
  readonly #thread: Thread<ReadingApi, PartReceiver>;
  readonly #takers = new Map<number, (part: never) => void>();
  #lastId = 0;

  /**
   * Null if a thread gains nothing, or the bundle contains none.
   * @param budget milliseconds of CPU time per file or unit
   */
  static start(budget: number): ReadingThread | null {
    const entry = entryOf('reading-thread');
    return entry === null || availableParallelism() < 2 ? null : new ReadingThread(entry, budget);
  }

  private constructor(entry: URL, budget: number) {
    this.#thread = new Thread<ReadingApi, PartReceiver>({
      entry,
      env: compileCacheEnvironment(),
      budget,
      maxMemory: MAX_THREAD_MEMORY_MB,
      localFunctions: { take: (id, part) => this.#takers.get(id)?.(part as never) },
    });
  }

  /** True without open requests. */
  get isIdle(): boolean {
    return this.#thread.isIdle;
  }

  /** @throws {ThreadEnded} if the thread ends before it has answered completely */
  async ask<Q extends Question>(question: Q, onPart: (part: Part<Q['method']>) => void): Promise<void> {
    const id = ++this.#lastId;
    this.#takers.set(id, onPart);
    try {
      await this.#thread.call('answer', id, question);
    } finally {
      this.#takers.delete(id);
    }
  }

  close(): void {
    void this.#thread.close();
  }
}

/** Format by name. */
export function formatNamed(formats: readonly Format[], id: string): Format {
  const format = formats.find((each) => each.id === id);
  if (format === undefined) throw new Error(`no format is called ${id}`);
  return format;
}
