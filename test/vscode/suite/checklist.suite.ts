import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Case } from '../harness/cases.ts';
import { eventually } from './eventually.ts';

export const cases: Case[] = [
  {
    name: 'the command opens the checklist in a tab, once however often it runs',
    async run({ vscode, folder, workspaces }) {
      await cp(path.join(workspaces, 'incident'), folder, { recursive: true });
      await vscode.commands.executeCommand('errataLens.openChecklist');
      await vscode.commands.executeCommand('errataLens.openChecklist');
      const panels = (): unknown[] =>
        vscode.window.tabGroups.all
          .flatMap(({ tabs }) => tabs)
          .filter(
            ({ input }) =>
              input instanceof vscode.TabInputWebview && input.viewType.endsWith('errataLens.checklist'),
          );
      const shown = await eventually(vscode.window.tabGroups.onDidChangeTabs, () =>
        panels().length > 0 ? panels() : undefined,
      );
      assert.equal(shown.length, 1);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  },
];
