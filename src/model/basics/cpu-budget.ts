/** A busy machine gives a thread a part of the time that passes: by the clock a budget is this many times as long. */
const CLOCK_ALLOWANCE = 4;

/** CPU time that this thread may take from now on for one piece of work; by the clock where it cannot be asked for. */
export class CpuBudget {
  #end: number;

  /** @param milliseconds of CPU time */
  constructor(milliseconds: number) {
    this.#end = cpuTime() + milliseconds;
  }

  get isSpent(): boolean {
    return cpuTime() >= this.#end;
  }

  /** @param milliseconds of CPU time that are added */
  extend(milliseconds: number): void {
    this.#end += milliseconds;
  }
}

/** Milliseconds. Only Node from 23.9 on tells the CPU time of a thread, and no browser does. */
export function cpuTime(): number {
  const { process: node } = globalThis as { process?: Partial<Pick<NodeJS.Process, 'threadCpuUsage'>> };
  if (node?.threadCpuUsage === undefined) return performance.now() / CLOCK_ALLOWANCE;
  const { user, system } = node.threadCpuUsage();
  return (user + system) / 1000;
}
