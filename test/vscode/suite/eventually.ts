import type * as vscode from 'vscode';

/**
 * Waits for what `look` finds: asked now, and again after each `event`. The case's own deadline ends a wait in vain.
 *
 * Example: `await eventually(vscode.languages.onDidChangeDiagnostics, () => diagnosticOn(uri, '3.10.4'))`.
 */
export async function eventually<T>(event: vscode.Event<unknown>, look: () => T | undefined): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>();
  const check = (): void => {
    const found = look();
    if (found !== undefined) resolve(found);
  };
  const subscription = event(check);
  try {
    check();
    return await promise;
  } finally {
    subscription.dispose();
  }
}
