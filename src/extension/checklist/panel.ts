import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { isFileLocation } from '../../model/index.ts';
import { NO_PATHS, type ChecklistResult } from '../../report/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { FixArgument, ResourceArgument } from '../contributions/arguments.ts';
import type { CommandHandlers } from '../contributions/commands.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage, localized } from '../language.ts';
import type { Log } from '../ui/log.ts';
import { rangeOf, uriOf } from '../ui/ranges.ts';
import type { FromPage, RowView, TableView, ToPage } from '../webview/checklist/messages.ts';
import { analysedFolders } from '../workspace/open-folders.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { PanelChecklist } from '../worker/protocol.ts';
import { acceptCheck } from './accept.ts';
import { exportChecklist } from './export.ts';
import { registerFixPreviews, type FixPreviews } from './fix-preview.ts';
import { copyCommand, offerFix } from './fix.ts';
import { FromPageMessage } from './message-schema.ts';
import { pageHtml } from './page.ts';
import { SentList } from './sent-list.ts';
import { keyOf, placesOf, resourceKey, viewOf, type RowSource } from './view.ts';

export interface Checklist extends Disposable {
  commands: CommandHandlers<'openChecklist' | 'applyFix'>;
}

/** The command that opens the checklist: one panel a window, kept up to date while it is open. */
export function registerChecklist(
  context: Pick<vscode.ExtensionContext, 'extensionUri'>,
  analysis: WorkspaceAnalysis,
  worker: WorkerClient,
  accounts: Pick<Accounts, 'checklist' | 'onDidChange'>,
  log: Log,
): Checklist {
  const previews = registerFixPreviews();
  let opened: OpenPanel | null = null;
  function open(argument: unknown): void {
    const given = ResourceArgument.safeParse(argument);
    const resource = given.success ? resourceKey(given.data.folder ?? null, given.data.assetId) : null;
    if (opened !== null) {
      opened.panel.reveal();
      if (resource !== null) opened.goTo(resource);
      return;
    }
    const pages = vscode.Uri.joinPath(context.extensionUri, 'dist', 'webview');
    opened = openPanel(pages, { analysis, worker, accounts, log, previews }, resource);
    opened.panel.onDidDispose(() => {
      opened = null;
    });
  }
  return {
    commands: {
      openChecklist: open,
      async applyFix(argument) {
        const given = FixArgument.safeParse(argument);
        if (given.success) await offerFix(worker, previews, given.data);
      },
    },
    dispose() {
      previews.dispose();
      opened?.panel.dispose();
    },
  };
}

interface Services {
  analysis: WorkspaceAnalysis;
  worker: WorkerClient;
  accounts: Pick<Accounts, 'checklist' | 'onDidChange'>;
  log: Log;
  previews: FixPreviews;
}

interface OpenPanel {
  panel: vscode.WebviewPanel;
  goTo(resource: string): void;
}

function openPanel(
  pages: vscode.Uri,
  { analysis, worker, accounts, log, previews }: Services,
  first: string | null,
): OpenPanel {
  const language = editorLanguage();
  const title = localized(text('panel.title'));
  const panel = vscode.window.createWebviewPanel('errataLens.checklist', title, vscode.ViewColumn.Active, {
    enableScripts: true,
    localResourceRoots: [pages],
  });
  let shown: PanelChecklist[] = [];
  let isReady = false;
  let wanted = first;
  const rows = new SentList<RowView>();
  const tables = new SentList<TableView>();

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
        shown = await readChecklists(worker, accounts);
        const goTo = wanted;
        wanted = null;
        const view = viewOf(shown, language, vscode.workspace.isTrusted);
        await panel.webview.postMessage({
          type: 'show',
          view: { ...view, rows: rows.next(view.rows), tables: tables.next(view.tables) },
          goTo,
        } satisfies ToPage);
      }
    } finally {
      asking = false;
    }
  }

  async function answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        isReady = true;
        rows.forget();
        tables.forget();
        return refresh();
      case 'export':
        if (!vscode.workspace.isTrusted) return;
        return exportChecklist(joined(shown), message.format);
      case 'open': {
        const source = sourceOf(shown, message.key);
        return source === null ? undefined : openPlace(source, message.place);
      }
      case 'accept':
      case 'copy':
      case 'fix': {
        const source = sourceOf(shown, message.key);
        const isAllowed = message.type === 'copy' || vscode.workspace.isTrusted;
        if (source !== null && isAllowed) await act(message.type, source, worker, previews);
      }
    }
  }

  const report = (error: unknown): void => log.error(error);
  const listeners = vscode.Disposable.from(
    panel.webview.onDidReceiveMessage((received: unknown) => {
      const message = FromPageMessage.safeParse(received);
      if (message.success) void answer(message.data).catch(report);
    }),
    analysis.onDidAnalyse(() => void refresh().catch(report)),
    accounts.onDidChange(() => void refresh().catch(report)),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void refresh().catch(report)),
  );
  panel.onDidDispose(() => {
    isReady = false;
    listeners.dispose();
  });
  panel.webview.html = pageHtml(panel.webview, pages, language);
  return {
    panel,
    goTo(resource) {
      wanted = resource;
      void refresh().catch(report);
    },
  };
}

/** Each folder's, and that of what runs after them. */
async function readChecklists(
  worker: WorkerClient,
  accounts: Services['accounts'],
): Promise<PanelChecklist[]> {
  const folders = analysedFolders(vscode.workspace);
  const [code, running] = await Promise.all([
    Promise.all(folders.map(({ uri }) => worker.call('checklistOf', uri.fsPath))),
    accounts.checklist(),
  ]);
  return running === null ? code : [...code, running];
}

function joined(checklists: readonly PanelChecklist[]): ChecklistResult {
  return {
    rows: checklists.flatMap(({ rows }) => rows),
    findings: checklists.flatMap(({ findings }) => findings),
    overview: {
      clusters: checklists.flatMap(({ overview }) => overview.clusters),
      groups: checklists.flatMap(({ overview }) => overview.groups),
    },
    problems: checklists.flatMap(({ problems }) => problems),
    asOf: checklists[0]?.asOf ?? '',
    paths: checklists.length === 1 ? (checklists[0]?.paths ?? NO_PATHS) : NO_PATHS,
  };
}

function sourceOf(checklists: readonly PanelChecklist[], key: string): RowSource | null {
  for (const checklist of checklists) {
    const index = checklist.rows.findIndex((row) => keyOf({ checklist, row }) === key);
    const row = checklist.rows[index];
    if (row !== undefined) return { checklist, row, index };
  }
  return null;
}

async function act(
  what: 'accept' | 'copy' | 'fix',
  source: RowSource,
  worker: WorkerClient,
  previews: FixPreviews,
): Promise<void> {
  const { checklist, row } = source;
  switch (what) {
    case 'accept':
      return acceptCheck(source);
    case 'copy':
      return row.fix === null ? undefined : copyCommand(row.fix.command);
    case 'fix':
      // What runs is mended by its command, and nothing is mendable there.
      if (checklist.folder === null) return;
      return offerFix(worker, previews, { folder: checklist.folder, assetId: row.assetId, check: row.id });
  }
}

async function openPlace(source: RowSource, index: number): Promise<void> {
  const place = placesOf(source)[index];
  const { folder } = source.checklist;
  if (place === undefined || folder === null || !isFileLocation(place)) return;
  await vscode.window.showTextDocument(uriOf(vscode.Uri.file(folder), place.file), {
    viewColumn: vscode.ViewColumn.Beside,
    selection: rangeOf(place),
  });
}
