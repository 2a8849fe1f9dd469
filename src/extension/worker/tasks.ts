import { runTask, type GiveUpReason } from '../../threads/index.ts';

/** CPU time in milliseconds that each asset adds to the budget. Judging an asset needs less, and has limits of its own. */
const CPU_MS_PER_ASSET = 5;

/** Runs work on a folder as a task that the watchdog can give up, so that a hanging rule costs only that folder's result. */
export class FolderTasks {
  readonly #givenUp: ReadonlyMap<string, GiveUpReason>;

  /** @param givenUp tasks that ended an earlier thread */
  constructor(givenUp: ReadonlyMap<string, GiveUpReason>) {
    this.#givenUp = givenUp;
  }

  /**
   * Runs a task under a name that contains the folder.
   * @param what kind of the task
   * @param assets number of assets, which increases the budget
   * @throws if the task was given up before
   */
  run<T>(what: string, folder: string, work: () => T, assets = 0): T {
    const task = `${what} ${folder}`;
    if (this.#givenUp.has(task)) throw new Error(`Given up, because it took too long before: ${task}`);
    return runTask(task, work, assets * CPU_MS_PER_ASSET);
  }
}
