/** Factor from CPU time to elapsed time: on a busy machine a thread gets only a part of it. */
const CLOCK_ALLOWANCE = 4;

/** CPU time that this thread may use from now on for one piece of work; elapsed time if CPU time is unavailable. */
export class CpuBudget {
  #end: number;

  /** @param milliseconds of CPU time */
  constructor(milliseconds: number) {
    this.#end = cpuTime() + milliseconds;
  }

  get isSpent(): boolean {
    return cpuTime() >= this.#end;
  }

  /** @param milliseconds of additional CPU time */
  extend(milliseconds: number): void {
    this.#end += milliseconds;
  }
}

/** Milliseconds. The CPU time of a thread is available in Node since 23.9, and in no browser. */
export function cpuTime(): number {
  const { process: node } = globalThis as { process?: Partial<Pick<NodeJS.Process, 'threadCpuUsage'>> };
  if (node?.threadCpuUsage === undefined) return performance.now() / CLOCK_ALLOWANCE;
  const { user, system } = node.threadCpuUsage();
  return (user + system) / 1000;
}
