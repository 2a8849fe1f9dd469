import * as vscode from 'vscode';
import { PRODUCT_NAMES, PRODUCTS, type Product } from '../../model/index.ts';
import { bugsMarkdown, upgradeMarkdown } from '../../report/index.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';

const SCHEME = 'errata-lens';

type Subject = 'bugs' | 'upgrade';

/** Read-only documents about a version: `errata-lens:/bugs/Aurora MySQL 2.11.1.md`, `…/upgrade/Amazon Linux 2 …`. */
export interface Documents extends Disposable {
  show(subject: Subject, product: Product, version: string): Promise<void>;
}

export function registerDocuments(worker: WorkerClient): Documents {
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => contentOf(worker, uri),
  });
  return {
    async show(subject, product, version) {
      const path = `/${subject}/${PRODUCT_NAMES[product]} ${version}.md`;
      const uri = vscode.Uri.from({ scheme: SCHEME, path });
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    },
    dispose: () => {
      provider.dispose();
    },
  };
}

function contentOf(worker: WorkerClient, uri: vscode.Uri): Promise<string> {
  const [, subject, title = ''] = /^\/([a-z]+)\/(.*)\.md$/.exec(uri.path) ?? [];
  const product = PRODUCTS.find((each) => title.startsWith(`${PRODUCT_NAMES[each]} `)) ?? 'aurora-mysql';
  const version = title.slice(PRODUCT_NAMES[product].length + 1);
  return subject === 'upgrade'
    ? upgradeContent(worker, product, version)
    : bugContent(worker, product, version);
}

async function upgradeContent(worker: WorkerClient, product: Product, version: string): Promise<string> {
  return upgradeMarkdown(await worker.call('upgradesOf', product, version, null, null), editorLanguage());
}

async function bugContent(worker: WorkerClient, product: Product, version: string): Promise<string> {
  return bugsMarkdown(await worker.call('bugsOf', product, version), editorLanguage());
}
