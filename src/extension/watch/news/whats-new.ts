import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import { say, text } from '../../../l10n/index.ts';
import type { Disposable } from '../../disposable.ts';
import { editorLanguage } from '../../language.ts';
import { registerTrustedCommand } from '../../trusted-command.ts';
import type { NewsDesk } from '../desk.ts';
import { newsPageHtml, PAGE_COMMANDS } from './page.ts';
import { currentStatus } from '../status-bar.ts';
import type { Watch } from '../watch.ts';

/** The command that opens the document *What's New for You*: one a window, kept up to date while it is open. */
export function registerWhatsNew(watch: Watch, desk: NewsDesk): Disposable {
  let panel: vscode.WebviewPanel | null = null;

  function show(): void {
    if (panel === null) return;
    const page = { sorted: desk.sorted(), lastLook: desk.lastLook(), status: currentStatus(watch, desk) };
    panel.webview.html = newsPageHtml(page, editorLanguage(), randomBytes(16).toString('base64url'));
  }

  const open = registerTrustedCommand('errataLens.whatsNew', async () => {
    await desk.open();
    if (panel !== null) {
      panel.reveal();
      return;
    }
    const title = say(text('news.title'), editorLanguage());
    panel = vscode.window.createWebviewPanel('errataLens.whatsNew', title, vscode.ViewColumn.Active, {
      enableScripts: false,
      enableCommandUris: PAGE_COMMANDS,
      localResourceRoots: [],
      enableFindWidget: true,
    });
    panel.onDidDispose(() => {
      panel = null;
    });
    show();
  });
  return vscode.Disposable.from(open, desk.onDidChange(show), watch.onDidChange(show), {
    dispose() {
      panel?.dispose();
    },
  });
}
