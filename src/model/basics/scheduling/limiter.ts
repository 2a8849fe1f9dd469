/** Runs a task as soon as fewer than the limit are running, in the order of the calls. */
export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

/**
 * Creates a limiter.
 * @param most maximum number of tasks that run at a time, 1 or more
 */
export function createLimiter(most: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (task) => {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The slot is handed over directly, so that no other task can take it in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
