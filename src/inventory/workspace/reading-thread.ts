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

/** What a file tells, with its place in the question, and formats by their names. */
export interface SentLook extends Omit<Looked, 'matching' | 'refersTo'> {
  nth: number;
  matching: readonly string[];
  refersTo: readonly (readonly [format: string, units: readonly string[]])[];
}

/** What a reading thread does: one question after the other, answered in this order. */
export interface ReadingApi {
  /** Those of the files that have anything to tell. */
  look(files: readonly WalkedFile[]): readonly SentLook[];
  /** All files of the scan, before units are read. `open`: texts in place of those on the disk. */
  know(base: string, files: readonly string[], open: readonly (WalkedFile & { text: string })[]): null;
  read(units: readonly NamedUnit[]): Promise<readonly UnitReading[]>;
}

export type Question = {
  [M in keyof ReadingApi]: { method: M; args: Parameters<ReadingApi[M]> };
}[keyof ReadingApi];
export type Answer = { result: unknown } | { error: string };

interface Waiting {
  resolve: (result: unknown) => void;
  reject: (error: Error) => void;
}

/** Questions that a thread has before it, so that it need not wait for the next: some milliseconds of work. */
const AHEAD = 4;
/** The bundle's entry stands beside its chunks or one folder above them. */
const ENTRIES = ['reading-thread.js', '../reading-thread.js', 'reading-thread-entry.ts'];

/** A second thread that looks at files and reads units. */
export class ReadingThread {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
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
    this.#worker.on('message', (answer: Answer) => {
      const waiting = this.#waiting.shift();
      if ('error' in answer) waiting?.reject(new Error(answer.error));
      else waiting?.resolve(answer.result);
    });
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', () => this.#fail(new Error('the reading thread ended')));
  }

  /** Whether another question would not wait long. */
  get isFree(): boolean {
    return this.#isReady && this.#waiting.length < AHEAD;
  }

  /** Rejects when the thread ends before it answers. */
  ask<M extends keyof ReadingApi>(
    method: M,
    ...args: Parameters<ReadingApi[M]>
  ): Promise<Awaited<ReturnType<ReadingApi[M]>>> {
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#waiting.push({ resolve, reject });
    this.#worker.postMessage({ method, args });
    return promise as Promise<Awaited<ReturnType<ReadingApi[M]>>>;
  }

  close(): void {
    void this.#worker.terminate();
    this.#fail(new Error('the reading thread was closed'));
  }

  #fail(error: unknown): void {
    this.#isReady = false;
    for (const { reject } of this.#waiting.splice(0))
      reject(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Formats by their names. */
export function formatNamed(formats: readonly Format[], id: string): Format {
  const format = formats.find((each) => each.id === id);
  if (format === undefined) throw new Error(`no format is called ${id}`);
  return format;
}
