import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { ProductId } from '../../model/index.ts';
import { productName } from '../../products/index.ts';
import { runCommand } from '../contributions/commands.ts';
import type { AssetReference } from '../contributions/argument-schemas.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage, localized } from '../language.ts';
import type { Log } from '../ui/log.ts';
import { webviewFrame } from '../ui/webview-frame.ts';
import type { FromVersionPage, ToVersionPage, VersionView } from '../webview/version/messages.ts';
import type { WorkerClient } from '../worker-client.ts';
import { FromPage } from './message-schema.ts';
import { setVersion } from './set-version.ts';
import { bugsView, upgradeView } from './view.ts';

export type VersionSubject = 'bugs' | 'upgrade';

/** Subject of a page. */
interface Question {
  subject: VersionSubject;
  product: ProductId;
  version: string;
  place: AssetReference | null;
}

/** Pages about versions, as filterable tables in one panel per subject. */
export interface VersionPages extends Disposable {
  show(question: Question): void;
}

/**
 * @param pages folder of the page's script and style
 * @param canWrite true if this editor can edit files and write documents; in Restricted Mode it cannot in any case
 */
export function createVersionPages(
  pages: vscode.Uri,
  worker: WorkerClient,
  log: Log,
  canWrite: boolean,
): VersionPages {
  const open = new Map<string, vscode.WebviewPanel>();

  function create(question: Question): vscode.WebviewPanel {
    const panel = createPanel(question, pages);
    const messages = new VersionPageMessages(question, panel.webview, worker, canWrite);
    panel.webview.onDidReceiveMessage((received: unknown) => {
      messages.handle(received).catch((error: unknown) => log.error(error));
    });
    panel.webview.html = webviewFrame(panel.webview, pages, {
      name: 'version',
      title: 'Errata Lens',
      language: editorLanguage(),
    });
    return panel;
  }

  return {
    show(question) {
      const key = JSON.stringify(question);
      const known = open.get(key);
      if (known !== undefined) known.reveal();
      else {
        const panel = create(question);
        open.set(key, panel);
        panel.onDidDispose(() => open.delete(key));
      }
    },
    dispose() {
      for (const panel of open.values()) panel.dispose();
    },
  };
}

function createPanel({ subject, product, version }: Question, pages: vscode.Uri): vscode.WebviewPanel {
  return vscode.window.createWebviewPanel(
    `errataLens.${subject}`,
    localized(text(`page.title.${subject}`, { name: productName(product), version })),
    vscode.ViewColumn.Active,
    { enableScripts: true, localResourceRoots: [pages] },
  );
}

/** Handles the messages of one page. */
class VersionPageMessages {
  readonly #question: Question;
  readonly #webview: vscode.Webview;
  readonly #worker: WorkerClient;
  readonly #canWrite: boolean;
  /** Command line with the same answer; empty until the page is shown. */
  #command = '';
  /** Version that the page offers to write; null if it offers none. */
  #settable: string | null = null;

  constructor(question: Question, webview: vscode.Webview, worker: WorkerClient, canWrite: boolean) {
    this.#question = question;
    this.#webview = webview;
    this.#worker = worker;
    this.#canWrite = canWrite;
  }

  /** Handles a message; ignores one of another form. */
  async handle(received: unknown): Promise<void> {
    const message = FromPage.safeParse(received);
    if (message.success) await this.#answer(message.data);
  }

  async #answer({ type }: FromVersionPage): Promise<void> {
    switch (type) {
      case 'copyCommand':
        await vscode.env.clipboard.writeText(this.#command);
        vscode.window.setStatusBarMessage(localized(text('panel.copied')), 5_000);
        return;
      case 'setVersion':
        await this.#setVersion();
        return;
      case 'prepareBrief': {
        const { version, product, place } = this.#question;
        if (this.#canWrite) await runCommand(vscode.commands, 'changeBrief', version, product, place);
        return;
      }
      case 'ready':
        await this.#show();
    }
  }

  async #setVersion(): Promise<void> {
    const { product, place } = this.#question;
    if (place === null || this.#settable === null || !vscode.workspace.isTrusted) return;
    await setVersion(this.#worker, product, place, this.#settable);
  }

  async #show(): Promise<void> {
    const mayWrite = this.#canWrite && vscode.workspace.isTrusted;
    const view = await versionViewOf(this.#question, this.#worker, mayWrite);
    this.#command = view.command;
    this.#settable = view.actions.set?.version ?? null;
    const shown: ToVersionPage = { type: 'show', view };
    await this.#webview.postMessage(shown);
  }
}

async function versionViewOf(
  { subject, product, version, place }: Question,
  worker: WorkerClient,
  mayWrite: boolean,
): Promise<VersionView> {
  const language = editorLanguage();
  const [folder, assetId] = [place?.folder ?? null, place?.assetId ?? null];
  return subject === 'bugs'
    ? bugsView(await worker.call('bugsOf', product, version, folder, assetId), version, language)
    : upgradeView(await worker.call('upgradesOf', product, version, folder, assetId), language, {
        canSet: mayWrite && place !== null,
        canPrepare: mayWrite,
      });
}
