import { createContext, Script, type Context } from 'node:vm';
import { cpuTime } from './cpu-budget.ts';

/** Stands for the result of work that was interrupted. */
export const INTERRUPTED = Symbol('interrupted');

/** The clock ends a pass a little before the thread has had all of its CPU time. */
const MOST_OF_IT = 0.75;
/** Times the CPU time by the clock after which work ends even if its thread had no turn. */
const LONGEST_WAIT = 16;

/** Node interrupts nothing but scripts: https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options */
let caller: { script: Script; context: Context } | null = null;

/**
 * Does synchronous work, and interrupts it in the middle of a loop or a regular expression once it has taken too long. Where
 * the machine gave the thread less time than the clock showed, the work begins again and has more: it must bear that. No
 * `finally` of interrupted work is run.
 * @param milliseconds of CPU time
 */
export function interruptible<T>(milliseconds: number, work: () => T): T | typeof INTERRUPTED {
  for (let wait = milliseconds; ;) {
    const before = cpuTime();
    const result = byTheClock(wait, work);
    const used = cpuTime() - before;
    if (result !== INTERRUPTED || used >= milliseconds * MOST_OF_IT || wait >= milliseconds * LONGEST_WAIT)
      return result;
    wait *= Math.max(2, Math.min(milliseconds / used, LONGEST_WAIT));
  }
}

function byTheClock<T>(milliseconds: number, work: () => T): T | typeof INTERRUPTED {
  caller ??= { script: new Script('work()'), context: createContext(Object.create(null) as Context) };
  const { script, context } = caller;
  let result: T | typeof INTERRUPTED = INTERRUPTED;
  context.work = (): void => void (result = work());
  try {
    script.runInContext(context, { timeout: Math.ceil(milliseconds) });
  } catch (error) {
    if (!isTimeout(error)) throw error;
    return INTERRUPTED;
  }
  return result;
}

/** The error is one of the script's own context, which has an `Error` of its own. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
