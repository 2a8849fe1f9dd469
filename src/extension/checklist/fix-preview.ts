import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { Disposable } from '../disposable.ts';
import { localized } from '../language.ts';

const PREVIEW_SCHEME = 'errata-lens-fix';

/** A file, and its text with the fix. */
export interface ProposedFile {
  uri: vscode.Uri;
  after: string;
}

export interface FixPreviews extends Disposable {
  /** Shows the differences and asks. False when the person decides against it or goes away. */
  confirm(title: Text, files: readonly ProposedFile[]): Promise<boolean>;
}

/** Differences of a fix in the editor's own comparison, with the question above it. */
export function registerFixPreviews(): FixPreviews {
  const proposed = new Map<string, string>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(PREVIEW_SCHEME, {
    provideTextDocumentContent: (uri) => proposed.get(uri.toString()) ?? '',
  });
  let count = 0;
  return {
    dispose: () => void provider.dispose(),
    async confirm(title, files) {
      count += 1;
      const words = localized(title);
      const shown = files.map(({ uri, after }) => {
        const right = uri.with({ scheme: PREVIEW_SCHEME, query: String(count) });
        proposed.set(right.toString(), after);
        return { left: uri, right };
      });
      try {
        await showDifferences(words, shown);
        return await askToApply(title, files);
      } finally {
        await close(
          words,
          shown.map(({ right }) => right.toString()),
        );
        for (const { right } of shown) proposed.delete(right.toString());
      }
    },
  };
}

async function showDifferences(
  title: string,
  files: readonly { left: vscode.Uri; right: vscode.Uri }[],
): Promise<void> {
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    const options = { preview: true, preserveFocus: true, viewColumn: vscode.ViewColumn.Beside };
    await vscode.commands.executeCommand('vscode.diff', only.left, only.right, title, options);
    return;
  }
  const resources = files.map(({ left, right }) => [left, left, right]);
  await vscode.commands.executeCommand('vscode.changes', title, resources);
}

/** A list that stays while the person reads the differences. */
function askToApply(title: Text, files: readonly ProposedFile[]): Promise<boolean> {
  const names = files.map(({ uri }) => vscode.workspace.asRelativePath(uri));
  const yes = { label: `$(check) ${localized(text('panel.fix.apply', { files: names }))}` };
  const no = { label: `$(close) ${localized(text('panel.fix.discard'))}` };
  const list = vscode.window.createQuickPick();
  list.title = localized(title);
  list.placeholder = localized(text('panel.fix.question'));
  list.items = [yes, no];
  list.ignoreFocusOut = true;
  return new Promise<boolean>((resolve) => {
    list.onDidAccept(() => {
      resolve(list.selectedItems[0] === yes);
      list.hide();
    });
    list.onDidHide(() => {
      resolve(false);
      list.dispose();
    });
    list.show();
  });
}

/** The comparison of one file is known by its text, that of several only by its title. */
async function close(title: string, addresses: readonly string[]): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input, label }) =>
      input instanceof vscode.TabInputTextDiff
        ? addresses.includes(input.modified.toString())
        : input === undefined && label === title,
    );
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
