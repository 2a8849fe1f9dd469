const pending = new Set<() => void>();

/** Runs `action` when this process ends, also by Ctrl+C or SIGTERM, unless it was cancelled before. */
export function atExit(action: () => void): { cancel: () => void } {
  listen();
  pending.add(action);
  return { cancel: () => pending.delete(action) };
}

let listening = false;

function listen(): void {
  if (listening) return;
  listening = true;
  process.once('exit', () => {
    for (const action of pending) action();
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
}
