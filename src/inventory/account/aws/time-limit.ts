/** Thrown if a call does not end within its time limit. */
export class TimeLimitError extends Error {
  override readonly name = 'TimeLimit';
}

/**
 * Result of a task. Rejects at once if the task takes longer than the limit (milliseconds) or the scan is cancelled,
 * even if the task ignores its signal.
 * @throws {TimeLimitError} and the signal's reason
 */
export async function withTimeLimit<T>(
  limit: number,
  cancel: AbortSignal,
  task: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  cancel.throwIfAborted();
  const controller = new AbortController();
  const { signal } = controller;
  const onCancel = (): void => controller.abort(cancel.reason);
  cancel.addEventListener('abort', onCancel, { once: true });
  const timer = setTimeout(() => controller.abort(new TimeLimitError(`no answer in ${limit} ms`)), limit);
  const stopped = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    return await Promise.race([task(signal), stopped]);
  } finally {
    clearTimeout(timer);
    cancel.removeEventListener('abort', onCancel);
  }
}
