import assert from 'node:assert/strict';
import { cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type * as vscode from 'vscode';
import { HOSTILE_CASES } from '../../support/hostile/hostile-cases.ts';
import type { Case } from '../harness/cases.ts';
import { eventually } from './eventually.ts';

const JAVA = 'App.java';

/** Log of the extension, as soon as it is visible. */
function logOf(api: typeof vscode): vscode.TextDocument | undefined {
  return api.workspace.textDocuments.find(
    ({ uri, fileName }) => uri.scheme === 'output' && /errata-lens/i.test(fileName),
  );
}

export const cases: Case[] = [
  {
    name: 'skips a file that aborts its parser with one line in the log, and shows the incident beside it',
    async run({ vscode, folder, workspaces }) {
      await cp(path.join(workspaces, 'incident'), folder, { recursive: true });
      const hostile = HOSTILE_CASES.find(({ files }) => JAVA in files);
      await writeFile(path.join(folder, JAVA), hostile?.files[JAVA] ?? assert.fail('no such case'));
      const database = vscode.Uri.file(path.join(folder, 'terraform', 'database.tf'));
      try {
        await vscode.commands.executeCommand('errataLens.scanWorkspace');
        await eventually('the findings of the incident', vscode.languages.onDidChangeDiagnostics, () =>
          vscode.languages.getDiagnostics(database).find(({ message }) => message.includes('2.11')),
        );
        await vscode.commands.executeCommand('errataLens.showLog');
        const log = await eventually('the log', vscode.workspace.onDidOpenTextDocument, () => logOf(vscode));
        const about = (): string[] =>
          log
            .getText()
            .split('\n')
            .filter((line) => line.includes(JAVA));
        await eventually(
          `a line in the log: ${log.getText()}`,
          vscode.workspace.onDidChangeTextDocument,
          () => (about().length > 0 ? true : undefined),
        );
        assert.equal(about().length, 1, about().join('\n'));
      } finally {
        await rm(path.join(folder, JAVA), { force: true });
      }
    },
  },
];
