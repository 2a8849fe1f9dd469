import type * as vscode from 'vscode';

/** Version of this extension. */
export function ownVersion({ extension }: Pick<vscode.ExtensionContext, 'extension'>): string {
  const manifest: unknown = extension.packageJSON;
  return (manifest as { version: string }).version;
}
