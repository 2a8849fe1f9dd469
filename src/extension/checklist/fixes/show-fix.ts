import * as vscode from 'vscode';
import { text } from '../../../l10n/index.ts';
import type { Text } from '../../../model/index.ts';
import { localized } from '../../language.ts';

/** A file and its text after the fix. */
interface ComparedFile {
  left: vscode.Uri;
  right: vscode.Uri;
}

/** Shows the differences of a fix, asks whether to apply it, and closes them. */
export async function confirmDifferences(title: Text, files: readonly ComparedFile[]): Promise<boolean> {
  const words = localized(title);
  try {
    await showDifferences(words, files);
    return await askToApply(title, files);
  } finally {
    await closeDifferences(
      words,
      files.map(({ right }) => right.toString()),
    );
  }
}

async function showDifferences(title: string, files: readonly ComparedFile[]): Promise<void> {
  const [only] = files;
  if (files.length === 1 && only !== undefined) {
    const options = { preview: true, preserveFocus: true, viewColumn: vscode.ViewColumn.Beside };
    await vscode.commands.executeCommand('vscode.diff', only.left, only.right, title, options);
    return;
  }
  const resources = files.map(({ left, right }) => [left, left, right]);
  await vscode.commands.executeCommand('vscode.changes', title, resources);
}

/** Asks in a list that stays open while the user reads the differences. */
function askToApply(title: Text, files: readonly ComparedFile[]): Promise<boolean> {
  const names = files.map(({ left }) => vscode.workspace.asRelativePath(left));
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

/** Closes the diff view. That of one file is found by its document, that of several only by its title. */
async function closeDifferences(title: string, addresses: readonly string[]): Promise<void> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .filter(({ input, label }) =>
      input instanceof vscode.TabInputTextDiff
        ? addresses.includes(input.modified.toString())
        : input === undefined && label === title,
    );
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs);
}
