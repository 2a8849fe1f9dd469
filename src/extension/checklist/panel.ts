import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { isFileLocation } from '../../model/index.ts';
import type { ChecklistResult } from '../../report/index.ts';
import type { AnalysisController } from '../analysis-controller.ts';
import { editorLanguage } from '../language.ts';
import { isEnabled } from '../settings.ts';
import type { Log } from '../ui/log.ts';
import { rangeOf, uriOf } from '../ui/ranges.ts';
import type { FromPage, ToPage } from '../webview/checklist/messages.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { FolderChecklist } from '../worker/protocol.ts';
import { acceptCheck } from './accept.ts';
import { exportChecklist } from './export.ts';
import { pageHtml } from './page.ts';
import { keyOf, viewOf, type RowSource } from './view.ts';

/** The command that opens the checklist: one panel a window, kept up to date while it is open. */
export function registerChecklist(
  context: Pick<vscode.ExtensionContext, 'extensionUri'>,
  analysis: AnalysisController,
  worker: WorkerClient,
  log: Log,
): vscode.Disposable {
  let panel: vscode.WebviewPanel | null = null;
  const open = vscode.commands.registerCommand('errataLens.openChecklist', () => {
    if (panel !== null) {
      panel.reveal();
      return;
    }
    panel = openPanel(vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview'), analysis, worker, log);
    panel.onDidDispose(() => {
      panel = null;
    });
  });
  return vscode.Disposable.from(open, { dispose: () => void panel?.dispose() });
}

function openPanel(
  pages: vscode.Uri,
  analysis: AnalysisController,
  worker: WorkerClient,
  log: Log,
): vscode.WebviewPanel {
  const language = editorLanguage();
  const title = say(text('panel.title'), language);
  const panel = vscode.window.createWebviewPanel('errataLens.checklist', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [pages],
  });
  let shown: FolderChecklist[] = [];
  let isReady = false;

  // A new analysis while one is asked for is asked once more at the end, however many there were.
  let asking = false;
  let again = false;
  async function refresh(): Promise<void> {
    if (!isReady) return;
    again = true;
    if (asking) return;
    asking = true;
    try {
      while (again) {
        again = false;
        shown = await readChecklists(worker);
        await panel.webview.postMessage({ type: 'show', view: viewOf(shown, language) } satisfies ToPage);
      }
    } finally {
      asking = false;
    }
  }

  async function answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        isReady = true;
        return refresh();
      case 'export':
        return exportChecklist(joined(shown), message.format);
      case 'open':
      case 'accept':
      case 'copy': {
        const source = sourceOf(shown, message.key);
        if (source !== null) await act(message.type, source);
      }
    }
  }

  const report = (error: unknown): void => log.error(error);
  const listeners = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage((message: FromPage) => void answer(message).catch(report)),
    analysis.onDidAnalyse(() => void refresh().catch(report)),
  );
  panel.onDidDispose(() => {
    isReady = false;
    listeners.dispose();
  });
  panel.webview.html = pageHtml(panel.webview, pages, language);
  return panel;
}

function readChecklists(worker: WorkerClient): Promise<FolderChecklist[]> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => uri.scheme === 'file' && isEnabled(uri),
  );
  return Promise.all(folders.map(({ uri }) => worker.call('checklistOf', uri.fsPath)));
}

function joined(checklists: readonly FolderChecklist[]): ChecklistResult {
  return {
    rows: checklists.flatMap(({ rows }) => rows),
    findings: checklists.flatMap(({ findings }) => findings),
    problems: checklists.flatMap(({ problems }) => problems),
    asOf: checklists[0]?.asOf ?? '',
  };
}

function sourceOf(checklists: readonly FolderChecklist[], key: string): RowSource | null {
  for (const checklist of checklists) {
    const row = checklist.rows.find((each) => keyOf({ checklist, row: each }) === key);
    if (row !== undefined) return { checklist, row };
  }
  return null;
}

async function act(what: 'open' | 'accept' | 'copy', source: RowSource): Promise<void> {
  const { location, fix } = source.row;
  if (what === 'accept') return acceptCheck(source);
  if (what === 'open' && isFileLocation(location)) {
    const uri = uriOf(vscode.Uri.file(source.checklist.folder), location.file);
    await vscode.window.showTextDocument(uri, {
      viewColumn: vscode.ViewColumn.Beside,
      selection: rangeOf(location),
    });
  }
  if (what === 'copy' && fix !== null) {
    await vscode.env.clipboard.writeText(fix.command);
    vscode.window.setStatusBarMessage(say(text('panel.copied'), editorLanguage()), 5_000);
  }
}
