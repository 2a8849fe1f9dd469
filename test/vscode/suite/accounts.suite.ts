import assert from 'node:assert/strict';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire, syncBuiltinESMExports } from 'node:module';
import path from 'node:path';
import type * as vscode from 'vscode';
import type * as threads from 'node:worker_threads';
import { runningAsset, scanOf } from '../../support/accounts/account-scan.ts';
import type { Case } from '../harness/cases.ts';
import { codeActionsAt } from './code-actions.ts';
import { eventually } from './eventually.ts';

const code = (name: string): string => `resource "aws_rds_cluster" "${name}" {
  cluster_identifier = "${name}"
  engine             = "aurora-mysql"
  engine_version     = "8.0.mysql_aurora.3.04.0"
}
`;

/** Scan that another window has kept: both clusters run 3.04.2. */
const KEPT = JSON.stringify({
  format: 1,
  ...scanOf(['orders', 'users'].map((name) => runningAsset('database', name, '111111111111', 'eu-west-1'))),
});

/** Collects all threads that start from now on. */
function watchThreads(): threads.Worker[] {
  const started: threads.Worker[] = [];
  const module = createRequire(__filename)('node:worker_threads') as typeof threads;
  const { Worker } = module;
  module.Worker = class extends Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      super(...args);
      started.push(this);
    }
  };
  syncBuiltinESMExports();
  return started;
}

/** Replaces a file atomically, as other windows do: a reader never sees half of it. */
async function replaceFile(file: string, content: string): Promise<void> {
  await writeFile(`${file}.tmp`, content);
  await rename(`${file}.tmp`, file);
}

/** Repeats an action until a promise ends, because VS Code does not report when its file watcher is ready. */
async function meanwhile<T>(act: () => Promise<void>, end: Promise<T>): Promise<T> {
  let last = act();
  const again = setInterval(() => {
    last = last.then(act);
  }, WRITTEN_AGAIN);
  try {
    return await end;
  } finally {
    clearInterval(again);
    await last;
  }
}

/** Milliseconds between repetitions of the action. */
const WRITTEN_AGAIN = 2000;

export const cases: Case[] = [
  {
    name: 'links a scan kept by another window to the code, with a fix for drift, even after the thread crashed',
    async run({ vscode: api, folder, storage }) {
      const started = watchThreads();
      const file = path.join(folder, 'accounts', 'orders.tf');
      const kept = path.join(storage, 'accounts.json');
      await mkdir(path.dirname(file));
      await writeFile(file, code('orders'));
      const document = await api.workspace.openTextDocument(file);
      await api.window.showTextDocument(document);
      const diagnosticWith = (uri: vscode.Uri, words: string): Promise<vscode.Diagnostic> =>
        eventually(words, api.languages.onDidChangeDiagnostics, () =>
          api.languages.getDiagnostics(uri).find(({ message }) => message.includes(words)),
        );
      const gone = (uri: vscode.Uri): Promise<true> =>
        eventually('no drift', api.languages.onDidChangeDiagnostics, () =>
          api.languages.getDiagnostics(uri).some(({ message }) => message.includes('runs 3.04.2'))
            ? undefined
            : true,
        );
      try {
        await diagnosticWith(document.uri, 'Aurora MySQL 3.04.0');
        await mkdir(storage, { recursive: true });
        const drift = await meanwhile(
          () => replaceFile(kept, KEPT),
          diagnosticWith(document.uri, 'declared 3.04.0; 1 runs 3.04.2'),
        );
        const actions = await codeActionsAt(api, document.uri, drift.range);
        const fix = actions.find(({ title }) => title.includes('running version 3.04.2'));
        assert.ok(fix?.edit, actions.map(({ title }) => title).join('\n'));
        assert.ok(await api.workspace.applyEdit(fix.edit));
        assert.match(document.getText(), /"8\.0\.mysql_aurora\.3\.04\.2"/);
        await gone(document.uri);

        const edit = new api.WorkspaceEdit();
        const start = document.positionAt(document.getText().indexOf('3.04.2'));
        edit.replace(document.uri, new api.Range(start, start.translate(0, 6)), '3.04.1');
        assert.ok(await api.workspace.applyEdit(edit));
        await diagnosticWith(document.uri, 'declared 3.04.1; 1 runs 3.04.2');

        assert.equal(started.length, 1, 'the analysis thread');
        await started[0]?.terminate();
        const users = path.join(folder, 'accounts', 'users.tf');
        const other = api.Uri.file(users);
        await meanwhile(
          () => replaceFile(users, code('users')),
          diagnosticWith(other, 'declared 3.04.0; 1 runs 3.04.2'),
        );
        await diagnosticWith(document.uri, 'declared 3.04.1; 1 runs 3.04.2');
        assert.equal(started.length, 2);

        await rm(kept);
        await gone(other);
      } finally {
        await api.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
        await rm(kept, { force: true });
        await rm(path.dirname(file), { recursive: true });
      }
    },
  },
];
