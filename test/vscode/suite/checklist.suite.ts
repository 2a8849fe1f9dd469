import assert from 'node:assert/strict';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Case } from '../harness/cases.ts';
import { codeActionsAt } from './code-actions.ts';
import { eventually } from './eventually.ts';

export const cases: Case[] = [
  {
    name: 'opens the checklist in one tab, even if the command runs again',
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
      const shown = await eventually('the panel', vscode.window.tabGroups.onDidChangeTabs, () =>
        panels().length > 0 ? panels() : undefined,
      );
      assert.equal(shown.length, 1);
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    },
  },
  {
    name: 'offers fixes that save evidence at a replacement loop, and two links to the checklist',
    async run({ vscode, folder, workspaces }) {
      await cp(path.join(workspaces, 'incident'), folder, { recursive: true });
      const uri = vscode.Uri.file(path.join(folder, 'terraform', 'web.tf'));
      const document = await vscode.workspace.openTextDocument(uri);
      const hasLoop = (): boolean | undefined =>
        vscode.languages
          .getDiagnostics(uri)
          .some(({ code }) => typeof code === 'object' && code.value === 'check/replacement-loop') ||
        undefined;
      await eventually('the loop', vscode.languages.onDidChangeDiagnostics, hasLoop);
      const line = document.positionAt(document.getText().indexOf('"aws_autoscaling_group" "web"'));
      const at = document.lineAt(line.line).range.end.translate(0, -4);
      const actions = await codeActionsAt(vscode, uri, new vscode.Range(at, at));
      const titles = actions.map(({ title }) => title);
      assert.ok(titles.includes('Open checklist for aws_autoscaling_group.web'), titles.join('\n'));
      assert.deepEqual(
        titles.filter((title) => title.includes('does not stop the loop')),
        [
          'Set the grace period to 300 s (preview; saves evidence, does not stop the loop)',
          'Add a termination hook that saves logs (preview; saves evidence, does not stop the loop)',
        ],
      );
      assert.equal(
        titles.some((title) => /path|health check type/i.test(title)),
        false,
        'no fix touches a check path or type',
      );
    },
  },
];
