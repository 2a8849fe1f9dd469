import type * as vscode from 'vscode';

/** Milliseconds: long for a busy machine, and shorter than the case's own deadline, so that a case still cleans up. */
const PATIENCE = 90_000;

/**
 * Waits until `look` returns a value; calls it now, and again after each `event`.
 *
 * Example: `await eventually('the new version', vscode.languages.onDidChangeDiagnostics, () => diagnosticOn(uri))`.
 *
 * @throws Error that names what was `wanted`, when it does not come in time
 */
export async function eventually<T>(
  wanted: string,
  event: vscode.Event<unknown>,
  look: () => T | undefined,
): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const check = (): void => {
    const found = look();
    if (found !== undefined) resolve(found);
  };
  const subscription = event(check);
  const timer = setTimeout(() => {
    reject(new Error(`waited ${PATIENCE} ms in vain for ${wanted}`));
  }, PATIENCE);
  try {
    check();
    return await promise;
  } finally {
    clearTimeout(timer);
    subscription.dispose();
  }
}
