import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { isFileLocation } from '../../model/index.ts';
import type { Accounts } from '../accounts/index.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage, localized } from '../language.ts';
import type { Log } from '../ui/log.ts';
import { rangeOf, uriOf } from '../ui/ranges.ts';
import { webviewFrame } from '../ui/webview-frame.ts';
import type { FromPage, RowView, TableView, ToPage } from '../webview/checklist/messages.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { PanelChecklist } from '../worker/protocol.ts';
import type { WorkspaceAnalysis } from '../workspace/analysis.ts';
import { analysedFolders } from '../workspace/analysed-folders.ts';
import { acceptCheck } from './accept.ts';
import { exportChecklist } from './export.ts';
import type { FixPreviews } from './fixes/fix-preview.ts';
import { copyCommand, previewFix } from './fixes/fix.ts';
import { FromPageMessage } from './message-schema.ts';
import { CoalescedRunner } from './coalesced-runner.ts';
import { SentList } from './sent-list.ts';
import { joinChecklists, resourceWithKey, rowWithKey } from './joined-checklists.ts';
import { evidenceLocations, snippetOf, checklistView, type RowSource } from './view.ts';

export interface PanelServices {
  analysis: WorkspaceAnalysis;
  worker: WorkerClient;
  accounts: Pick<Accounts, 'checklist' | 'onDidChange'>;
  log: Log;
  previews: FixPreviews;
}

/** A webview with the checklist, updated while it is open. */
export class ChecklistPanel implements Disposable {
  readonly #services: PanelServices;
  readonly #panel: vscode.WebviewPanel;
  readonly #language = editorLanguage();
  readonly #sentRows = new SentList<RowView>();
  readonly #sentTables = new SentList<TableView>();
  readonly #showing = new CoalescedRunner(() => this.#show());
  #checklists: readonly PanelChecklist[] = [];
  /** True once the page listens for messages. */
  #isReady = false;
  /** Key of the resource that the page scrolls to next. */
  #goTo: string | null;

  /**
   * @param pages folder of the page's script and style
   * @param resource key of the resource to scroll to
   */
  constructor(pages: vscode.Uri, services: PanelServices, resource: string | null, onDidDispose: () => void) {
    const { analysis, accounts } = services;
    this.#services = services;
    this.#goTo = resource;
    this.#panel = vscode.window.createWebviewPanel(
      'errataLens.checklist',
      localized(text('panel.title')),
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: [pages] },
    );
    const update = (): void => this.#update();
    const listeners = vscode.Disposable.from(
      this.#panel.webview.onDidReceiveMessage((received: unknown) => {
        const message = FromPageMessage.safeParse(received);
        if (message.success) this.#report(this.#answer(message.data));
      }),
      analysis.onDidAnalyse(update),
      accounts.onDidChange(update),
      vscode.workspace.onDidGrantWorkspaceTrust(update),
    );
    this.#panel.onDidDispose(() => {
      this.#isReady = false;
      listeners.dispose();
      onDidDispose();
    });
    this.#panel.webview.html = webviewFrame(this.#panel.webview, pages, {
      name: 'checklist',
      title: localized(text('panel.title')),
      language: this.#language,
    });
  }

  /** Brings the panel to the front, and scrolls to a resource if one is given. */
  reveal(resource: string | null): void {
    this.#panel.reveal();
    if (resource === null) return;
    this.#goTo = resource;
    this.#update();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  #update(): void {
    if (this.#isReady) this.#report(this.#showing.request());
  }

  #report(action: Promise<void>): void {
    void action.catch((error: unknown) => this.#services.log.error(error));
  }

  async #show(): Promise<void> {
    this.#checklists = await readChecklists(this.#services);
    const goTo = this.#goTo;
    this.#goTo = null;
    const { rows, tables, ...view } = checklistView(
      this.#checklists,
      this.#language,
      vscode.workspace.isTrusted,
    );
    const message: ToPage = {
      type: 'show',
      view: { ...view, rows: this.#sentRows.changesTo(rows), tables: this.#sentTables.changesTo(tables) },
      goTo,
    };
    await this.#panel.webview.postMessage(message);
  }

  async #answer(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#isReady = true;
        this.#sentRows.clear();
        this.#sentTables.clear();
        return this.#showing.request();
      case 'export':
        if (!vscode.workspace.isTrusted) return;
        return exportChecklist(joinChecklists(this.#checklists), message.format);
      case 'open': {
        const source = rowWithKey(this.#checklists, message.key);
        return source === null ? undefined : openPlace(source, message.place);
      }
      case 'fixAll': {
        const resource = resourceWithKey(this.#checklists, message.key);
        const { worker, previews } = this.#services;
        if (resource !== null && vscode.workspace.isTrusted)
          await previewFix(worker, previews, { ...resource, check: null });
        return;
      }
      case 'accept':
      case 'copy':
      case 'fix': {
        const source = rowWithKey(this.#checklists, message.key);
        const isAllowed = message.type === 'copy' || vscode.workspace.isTrusted;
        if (source !== null && isAllowed) await handleMessage(source, message.type, this.#services);
      }
    }
  }
}

/** Checklists of all folders, then that of the accounts. */
async function readChecklists({ worker, accounts }: PanelServices): Promise<PanelChecklist[]> {
  const [code, running] = await Promise.all([
    Promise.all(analysedFolders(vscode.workspace).map(({ uri }) => worker.call('checklistOf', uri.fsPath))),
    accounts.checklist(),
  ]);
  return running === null ? code : [...code, running];
}

async function handleMessage(
  source: RowSource,
  action: 'accept' | 'copy' | 'fix',
  { worker, previews }: PanelServices,
): Promise<void> {
  const { checklist, row } = source;
  switch (action) {
    case 'accept':
      return acceptCheck(source);
    case 'copy':
      return row.fix === null ? undefined : copyCommand(snippetOf(source) ?? row.fix.command);
    case 'fix':
      // A running resource is fixed by a command, not by an edit.
      if (checklist.folder === null) return;
      return previewFix(worker, previews, { folder: checklist.folder, assetId: row.assetId, check: row.id });
  }
}

async function openPlace(source: RowSource, index: number): Promise<void> {
  const place = evidenceLocations(source)[index];
  const { folder } = source.checklist;
  if (place === undefined || folder === null || !isFileLocation(place)) return;
  await vscode.window.showTextDocument(uriOf(vscode.Uri.file(folder), place.file), {
    viewColumn: vscode.ViewColumn.Beside,
    selection: rangeOf(place),
  });
}
