import { runTask, type GiveUpReason } from '../../threads/index.ts';

/** Additional CPU time for each asset in milliseconds. Judging needs less, and stops by itself earlier. */
const TIME_OF_ASSET = 5;

/** Runs work on a folder as a task that can be given up, so that a rule that hangs costs only that folder's result. */
export class FolderTasks {
  readonly #givenUp: ReadonlyMap<string, GiveUpReason>;

  /** @param givenUp tasks that ended an earlier thread */
  constructor(givenUp: ReadonlyMap<string, GiveUpReason>) {
    this.#givenUp = givenUp;
  }

  /**
   * @param assets number of assets in the folder, each of which adds to the task's budget
   * @throws if the task was given up before
   */
  run<T>(what: string, folder: string, work: () => T, assets = 0): T {
    const task = `${what} ${folder}`;
    if (this.#givenUp.has(task)) throw new Error(`Given up, because it took too long before: ${task}`);
    return runTask(task, work, assets * TIME_OF_ASSET);
  }
}
