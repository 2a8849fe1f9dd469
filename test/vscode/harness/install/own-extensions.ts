import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserVsCode } from './install-vscode.ts';

/**
 * Extensions of VS Code itself that no window of the tests has: AI, sign-in, debuggers, version control, and tools of languages.
 * Each window would read them, send them to its extension host and start some, which is half of the cost of opening it.
 */
const LEFT_OUT =
  /^(?:copilot|mermaid-|ms-vscode\.|microsoft-auth|git|npm$|grunt$|gulp$|jake$|emmet$|ipynb$|notebook-|debug-|terminal-|tunnel-|simple-browser$|(?:css|html|json|php|typescript)-language-|configuration-editing$|merge-conflict$|media-preview$|extension-editing$|references-view$|prompt-)/;

/** Folder with the built-in extensions of VS Code for the windows of tests, and with one added extension. */
export async function chooseOwnExtensions(
  vscode: BrowserVsCode,
  dataFolder: string,
  companionFolder?: string,
): Promise<string> {
  const all = join(vscode.serverFolder, 'extensions');
  const chosen = join(dataFolder, 'own-extensions');
  await mkdir(chosen, { recursive: true });
  for (const name of await readdir(all)) {
    if (!LEFT_OUT.test(name)) await symlink(join(all, name), join(chosen, name));
  }
  if (companionFolder !== undefined) await symlink(companionFolder, join(chosen, 'companion'));
  return chosen;
}
