import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Format } from './format.ts';
import type { Looked } from './look.ts';
import type { UnitReading } from './read-unit.ts';
import type { WalkedFile } from './walk.ts';

/** A format and a unit of it. */
export type NamedUnit = readonly [format: string, unit: string];

/** What a file tells, with formats by their names. */
export interface SentLook extends Omit<Looked, 'matching' | 'refersTo'> {
  matching: readonly string[];
  refersTo: readonly (readonly [format: string, units: readonly string[]])[];
}

/** What a reading thread is asked, one after the other. It takes its part of the work by shared numbers. */
export type Question =
  /** The next files of the scan, relative to its base; answered are those that have anything to tell. */
  | { method: 'look'; base: string; files: readonly string[]; numbers: Int32Array }
  /** `open`: texts in place of those on the disk. */
  | { method: 'read'; units: readonly NamedUnit[]; open: readonly OpenFile[]; numbers: Int32Array };

export type OpenFile = WalkedFile & { text: string };

interface Answers {
  look: SentLook;
  read: UnitReading;
}

/** Answers by their number. */
export type Part<M extends keyof Answers> = readonly (readonly [nth: number, Answers[M]])[];

/** Parts as they come, then the end. */
export type Reply = { part: Part<'look'> | Part<'read'> } | { isDone: true } | { error: string };

interface Waiting {
  onPart: (part: never) => void;
  resolve: () => void;
  reject: (error: Error) => void;
}

/** The bundle's entry stands beside its chunks or one folder above them. */
const ENTRIES = ['reading-thread.js', '../reading-thread.js', 'reading-thread-entry.ts'];

/** A second thread that looks at files and reads units. */
export class ReadingThread {
  readonly #worker: Worker;
  /** In the order of their questions. */
  readonly #waiting: Waiting[] = [];
  #failure: Error | null = null;
  #isReady = false;

  /** Null where a thread gains nothing, or where a bundle brings none. */
  static start(): ReadingThread | null {
    const entry = ENTRIES.map((name) => path.join(import.meta.dirname, name)).find((file) =>
      existsSync(file),
    );
    return entry === undefined || availableParallelism() < 2 ? null : new ReadingThread(entry);
  }

  private constructor(entry: string) {
    this.#worker = new Worker(entry);
    this.#worker.once('online', () => (this.#isReady = true));
    this.#worker.on('message', (reply: Reply) => {
      if ('part' in reply) this.#waiting[0]?.onPart(reply.part as never);
      else if ('error' in reply) this.#fail(new Error(reply.error));
      else this.#waiting.shift()?.resolve();
    });
    this.#worker.on('error', (error) =>
      this.#fail(error instanceof Error ? error : new Error(String(error))),
    );
    this.#worker.on('exit', () => this.#fail(new Error('the reading thread ended')));
  }

  /** Whether it has nothing to do. */
  get isIdle(): boolean {
    return this.#isReady && this.#failure === null && this.#waiting.length === 0;
  }

  /** Rejects when the thread ends before it has answered all of it. */
  ask<Q extends Question>(question: Q, onPart: (part: Part<Q['method']>) => void): Promise<void> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    this.#waiting.push({ onPart, resolve: () => resolve(undefined), reject });
    this.#worker.postMessage(question);
    return promise;
  }

  close(): void {
    void this.#worker.terminate();
    this.#fail(new Error('the reading thread was closed'));
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#failure);
  }
}

/** Formats by their names. */
export function formatNamed(formats: readonly Format[], id: string): Format {
  const format = formats.find((each) => each.id === id);
  if (format === undefined) throw new Error(`no format is called ${id}`);
  return format;
}
