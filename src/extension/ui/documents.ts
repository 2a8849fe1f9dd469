import * as vscode from 'vscode';
import type { ProductId } from '../../model/index.ts';
import { productName, productIds, defaultProduct } from '../../products/index.ts';
import { bugsMarkdown, upgradeMarkdown } from '../../report/index.ts';
import { readAssetPlace, type AssetPlace } from '../contributions/arguments.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import { registerVersionPages, type VersionSubject } from '../versions/panels.ts';
import type { Log } from './log.ts';
import type { WorkerClient } from '../worker-client.ts';

const VERSION_SCHEME = 'errata-lens';

/** Pages about a version, also as read-only text: `errata-lens:/bugs/Aurora MySQL 2.11.1.md`, `…/upgrade/…`. */
export interface Documents extends Disposable {
  show(subject: VersionSubject, product: ProductId, version: string, place: AssetPlace | null): Promise<void>;
}

export function registerDocuments(pageFolder: vscode.Uri, worker: WorkerClient, log: Log): Documents {
  const pages = registerVersionPages(pageFolder, worker, log);
  const provider = vscode.workspace.registerTextDocumentContentProvider(VERSION_SCHEME, {
    provideTextDocumentContent: (uri) => versionContent(worker, uri),
  });
  return {
    show: (subject, product, version, place) => pages.show({ subject, product, version, place }),
    dispose: () => {
      provider.dispose();
      pages.dispose();
    },
  };
}

async function versionContent(worker: WorkerClient, uri: vscode.Uri): Promise<string> {
  const [, subject, title = ''] = /^\/([a-z]+)\/(.*)\.md$/.exec(uri.path) ?? [];
  const product = productIds().find((each) => title.startsWith(`${productName(each)} `)) ?? defaultProduct();
  const version = title.slice(productName(product).length + 1);
  const place = uri.query === '' ? null : readAssetPlace(JSON.parse(uri.query));
  const [folder, assetId] = [place?.folder ?? null, place?.assetId ?? null];
  if (subject === 'upgrade') {
    return upgradeMarkdown(
      await worker.call('upgradesOf', product, version, folder, assetId),
      editorLanguage(),
    );
  }
  return bugsMarkdown(await worker.call('bugsOf', product, version, folder, assetId), editorLanguage());
}
