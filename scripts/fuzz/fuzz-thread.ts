import { Thread, ThreadEnded } from '../../src/threads/index.ts';
import { Progress } from './progress.ts';
import type { FuzzInput } from './target.ts';
import type { InputFailure, FuzzApi, FuzzListener } from './thread-entry.ts';

const ENTRY = new URL('./thread-entry.ts', import.meta.url);
/** Limit of the heap in megabytes. */
const MAX_HEAP_MB = 1024;

/** Thread that reads inputs, with a new one after it was killed. */
export class FuzzThread {
  readonly progress = new Progress();
  readonly #budget: number;
  readonly #onComplaint: (complaint: InputFailure) => void;
  #thread: Thread<FuzzApi, FuzzListener> | null = null;

  /** @param budget milliseconds of CPU time for one unit, after which the thread is killed */
  constructor(budget: number, onComplaint: (complaint: InputFailure) => void = () => undefined) {
    this.#budget = budget;
    this.#onComplaint = onComplaint;
  }

  /** @returns reason why the thread was killed; null if it finished the batch */
  async run(target: string, seed: number, count: number, from: number): Promise<ThreadEnded | null> {
    return await this.#ask(async (thread) => {
      await thread.call('run', target, seed, count, from);
      return null;
    });
  }

  async check(
    target: string,
    input: FuzzInput,
  ): Promise<{ complaint: string | null; milliseconds: number } | ThreadEnded> {
    return await this.#ask((thread) => thread.call('check', target, input));
  }

  async close(): Promise<void> {
    await this.#thread?.close();
    this.#thread = null;
  }

  async #ask<T>(question: (thread: Thread<FuzzApi, FuzzListener>) => Promise<T>): Promise<T | ThreadEnded> {
    this.#thread ??= new Thread<FuzzApi, FuzzListener>({
      entry: ENTRY,
      data: this.progress.memory,
      localFunctions: { reportFailure: this.#onComplaint },
      budget: this.#budget,
      maxMemory: MAX_HEAP_MB,
    });
    try {
      return await question(this.#thread);
    } catch (error) {
      if (!(error instanceof ThreadEnded)) throw error;
      await this.close();
      return error;
    }
  }
}
