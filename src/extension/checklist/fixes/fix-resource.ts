import * as vscode from 'vscode';
import { text } from '../../../l10n/index.ts';
import { kindWords } from '../../kind-words.ts';
import { localized } from '../../language.ts';
import { analysedFolders } from '../../workspace/analysed-folders.ts';
import type { WorkerClient } from '../../worker-client.ts';
import type { FixArgument } from '../../contributions/argument-schemas.ts';

/** Asks for a resource with a failed check that an edit can fix; null if there is none, or if cancelled. */
export async function pickFixable(worker: WorkerClient): Promise<FixArgument | null> {
  const folders = analysedFolders(vscode.workspace).map(({ uri }) => uri.fsPath);
  const checklists = await Promise.all(folders.map((folder) => worker.call('checklistOf', folder)));
  const items = checklists.flatMap(({ folder, resources, fixable }) =>
    resources.flatMap(({ id, name, kind, product }) => {
      const count = fixable.filter(({ assetId }) => assetId === id).length;
      if (folder === null || count === 0) return [];
      return [
        {
          label: name,
          description: localized(kindWords({ kind, product })),
          detail: localized(text('panel.fixable', { count })),
          fix: { folder, assetId: id, check: null },
        },
      ];
    }),
  );
  if (items.length === 0) {
    void vscode.window.showInformationMessage(localized(text('panel.fixable.none')));
    return null;
  }
  const picked = await vscode.window.showQuickPick(items, {
    title: localized(text('panel.fixable.title')),
    matchOnDescription: true,
  });
  return picked?.fix ?? null;
}
