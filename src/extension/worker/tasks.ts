import { doing, type GivenUpWhy } from '../../threads/index.ts';

/** Work for a folder that can be given up: a rule that hangs costs only that folder's result. */
export class FolderTasks {
  readonly #givenUp: ReadonlyMap<string, GivenUpWhy>;

  /** @param givenUp tasks that ended an earlier thread */
  constructor(givenUp: ReadonlyMap<string, GivenUpWhy>) {
    this.#givenUp = givenUp;
  }

  /** @throws when it was given up before */
  run<T>(what: string, folder: string, work: () => T): T {
    const task = `${what} ${folder}`;
    if (this.#givenUp.has(task)) throw new Error(`Given up, because it took too long before: ${task}`);
    return doing(task, work);
  }
}
