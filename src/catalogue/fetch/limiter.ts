/** Runs tasks, at most so many at a time, the others in the order of their arrival. */
export function createLimiter(most: number): <T>(task: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async function run(task) {
    if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await task();
    } finally {
      // The place is handed over, so that nobody can take it in between.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
