import { availableParallelism } from 'node:os';
import { Thread } from '../../../threads/index.ts';
import type { Format } from '../../reading/format.ts';
import type { GivenUp } from '../given-up.ts';
import type { NamedLook } from '../look/look.ts';
import type { UnitReading } from '../read-unit.ts';
import { entryOf, MOST_MEMORY } from './thread-entries.ts';
import { keepingCode } from '../../../files/index.ts';

/** A format and a unit of it. */
export type NamedUnit = readonly [format: string, unit: string];

/** The next files of the scan, relative to its base; answered are those that have anything to tell. */
export interface LookQuestion {
  method: 'look';
  base: string;
  files: readonly string[];
  /** Files of the scan that nobody has to look at. */
  known: readonly string[];
  givenUp: GivenUp;
  areKept: boolean;
  within: readonly string[] | null;
  /** Of SharedNumbers: which part of the work the thread takes. Of SharedStamps: what the files of it are like. */
  numbers: Int32Array;
  stamps: Float64Array | null;
}

export interface ReadQuestion {
  method: 'read';
  units: readonly NamedUnit[];
  /** Texts in place of those on the disk. */
  open: readonly OpenFile[];
  numbers: Int32Array;
}

export type Question = LookQuestion | ReadQuestion;
export type OpenFile = Readonly<Record<'file' | 'text', string>>;

interface Answers {
  look: NamedLook;
  read: UnitReading;
}

/** Answers by their number. */
export type Part<M extends keyof Answers> = readonly (readonly [nth: number, Answers[M]])[];

/** What the thread is asked, one question after the other. */
export interface ReadingApi {
  answer(id: number, question: Question): Promise<void>;
}

/** Where the thread hands in its answers, part by part. */
export interface PartsTaker {
  take(id: number, part: Part<'look'> | Part<'read'>): void;
}

/** A second thread that looks at files and reads units. */
export class ReadingThread {
  readonly #thread: Thread<ReadingApi, PartsTaker>;
  readonly #takers = new Map<number, (part: never) => void>();
  #lastId = 0;

  /**
   * Null where a thread gains nothing, or where a bundle brings none.
   * @param budget milliseconds of CPU time for a file or a unit
   */
  static start(budget: number): ReadingThread | null {
    const entry = entryOf('reading-thread');
    return entry === null || availableParallelism() < 2 ? null : new ReadingThread(entry, budget);
  }

  private constructor(entry: URL, budget: number) {
    this.#thread = new Thread<ReadingApi, PartsTaker>({
      entry,
      env: keepingCode(),
      budget,
      mostMemory: MOST_MEMORY,
      here: { take: (id, part) => this.#takers.get(id)?.(part as never) },
    });
  }

  /** Whether it has nothing to do. */
  get isIdle(): boolean {
    return this.#thread.isIdle;
  }

  /** @throws {ThreadEnded} when the thread ends before it has answered all of it */
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

/** Formats by their names. */
export function formatNamed(formats: readonly Format[], id: string): Format {
  const format = formats.find((each) => each.id === id);
  if (format === undefined) throw new Error(`no format is called ${id}`);
  return format;
}
