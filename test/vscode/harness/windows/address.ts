import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * One port for every server that a window opens, one after another: a browser caches compiled scripts by address, and the
 * first window at a new address costs nearly as much as two.
 */
let kept = Number(process.env['ERRATA_LENS_WINDOWS_PORT'] ?? 0);

/** Environment of a process that opens windows after this one. */
export function addressEnvironment(): Record<string, string> {
  return { ERRATA_LENS_WINDOWS_PORT: `${kept}` };
}

/** The port, or 0 if it is not chosen yet or in use by another process. */
export async function portForWindows(): Promise<number> {
  if (kept === 0) return 0;
  const trial = createServer();
  try {
    await once(trial.listen(kept, '127.0.0.1'), 'listening');
    await once(trial.close(), 'close');
    return kept;
  } catch {
    return 0;
  }
}

/** Records the port that a server got by `portForWindows`. */
export function keepPort(port: number): void {
  kept = port;
}
