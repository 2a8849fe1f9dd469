/** A thread whose tasks hang, fill its memory or end it. */
import { runTask, exitThread, serveThread } from '../../../src/threads/index.ts';

/** Grows in small steps: one allocation above the limit would end the process instead of the thread. */
let chain: object = {};

const TASKS = {
  quick: () => 'done',
  spin: () => {
    for (;;);
  },
  // Catastrophic on purpose: a regular expression runs outside JavaScript's own loops.
  backtrack: () => /^(a+)+$/.test(`${'a'.repeat(40)}b`),
  fill: () => {
    for (;;) chain = { chain };
  },
  spoil: () => exitThread(),
  fail: () => {
    throw new Error('only this question');
  },
};
export type TaskName = keyof typeof TASKS;

/** CPU time of this thread, in milliseconds. */
function cpuTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function spinFor(milliseconds: number): void {
  const end = cpuTime() + milliseconds;
  while (cpuTime() < end);
}

export interface HostileApi {
  run(name: TaskName): unknown;
  /** A task after the end of another one: the watchdog must not add them up. */
  runInTurn(count: number, milliseconds: number): number;
  /** A task with more time than others. */
  runLong(milliseconds: number, moreTime: number): string;
}

serveThread<Record<string, never>, HostileApi>({
  run: (name) => runTask<unknown>(`task ${name}`, TASKS[name]),
  runInTurn: (count, milliseconds) => {
    for (let nth = 0; nth < count; nth++) {
      runTask(`task ${nth}`, () => {
        spinFor(milliseconds);
      });
    }
    return count;
  },
  runLong: (milliseconds, moreTime) =>
    runTask(
      'long task',
      () => {
        spinFor(milliseconds);
        return 'done';
      },
      moreTime,
    ),
});
