import { createContext, Script, type Context } from 'node:vm';
import { cpuTime } from './cpu-budget.ts';

/** Result of interrupted work. */
export const INTERRUPTED = Symbol('interrupted');

/** Share of the CPU budget after which the clock ends a pass. */
const MAX_SHARE = 0.75;
/** Factor from CPU time to the elapsed time after which work ends even if its thread did not run. */
const MAX_WAIT_MS = 16;

/** Node interrupts only scripts: https://nodejs.org/api/vm.html#scriptrunincontextcontextifiedobject-options */
let caller: { script: Script; context: Context } | null = null;

/**
 * Runs synchronous work, and interrupts it in the middle of a loop or a regular expression if it takes too long. If the
 * machine gave the thread less CPU time than elapsed, the work restarts with a longer limit, so it must be repeatable.
 * Interrupted work runs no `finally`.
 * @param milliseconds of CPU time
 */
export function interruptible<T>(milliseconds: number, work: () => T): T | typeof INTERRUPTED {
  for (let wait = milliseconds; ;) {
    const before = cpuTime();
    const result = runByClock(wait, work);
    const used = cpuTime() - before;
    if (result !== INTERRUPTED || used >= milliseconds * MAX_SHARE || wait >= milliseconds * MAX_WAIT_MS)
      return result;
    wait *= Math.max(2, Math.min(milliseconds / used, MAX_WAIT_MS));
  }
}

function runByClock<T>(milliseconds: number, work: () => T): T | typeof INTERRUPTED {
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

/** True for a time-out. The error belongs to the script's own context, which has its own `Error`. */
function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
