import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { text } from '../../../l10n/index.ts';
import type { CommandHandlers } from '../../contributions/commands.ts';
import { editorId } from '../../contributions/names.ts';
import type { Disposable } from '../../disposable.ts';
import { editorLanguage, localized } from '../../language.ts';
import type { NewsStore } from '../news-store.ts';
import type * as Page from './page.ts';
import { currentStatus } from '../status-bar.ts';
import type { Watch } from '../watch.ts';

export interface NewsDocument extends Disposable {
  commands: CommandHandlers<'whatsNew'>;
}

/** Registers the command that opens the document *What's New for You*, one per window, which is updated while it is open. */
export function registerWhatsNew(watch: Watch, newsStore: NewsStore): NewsDocument {
  let panel: vscode.WebviewPanel | null = null;
  /** Loaded on demand. */
  let writer: typeof Page | null = null;

  function show(): void {
    if (panel === null || writer === null) return;
    const page = {
      sorted: newsStore.sorted,
      lastLook: newsStore.lastLook,
      status: currentStatus(watch, newsStore),
    };
    panel.webview.html = writer.newsPageHtml(page, editorLanguage(), randomBytes(16).toString('base64url'));
  }

  async function open(): Promise<void> {
    await newsStore.open();
    writer ??= await import('./page.ts');
    if (panel !== null) {
      panel.reveal();
      return;
    }
    const title = localized(text('news.title'));
    panel = vscode.window.createWebviewPanel(editorId('whatsNew'), title, vscode.ViewColumn.Active, {
      enableScripts: false,
      enableCommandUris: writer.PAGE_COMMANDS.map((name) => editorId(name)),
      localResourceRoots: [],
      enableFindWidget: true,
    });
    panel.onDidDispose(() => {
      panel = null;
    });
    show();
  }
  const listeners = vscode.Disposable.from(newsStore.onDidChange(show), watch.onDidChange(show));
  return {
    commands: { whatsNew: open },
    dispose() {
      listeners.dispose();
      panel?.dispose();
    },
  };
}
