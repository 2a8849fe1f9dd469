import type * as vscode from 'vscode';
import { productName, productIds, defaultProduct } from '../../products/index.ts';
import { bugsMarkdown, upgradeMarkdown } from '../../report/index.ts';
import { readAssetReference } from '../contributions/argument-schemas.ts';
import { editorLanguage } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';

/** A page about a version as Markdown. */
export async function versionContent(worker: WorkerClient, uri: vscode.Uri): Promise<string> {
  const [, subject, title = ''] = /^\/([a-z]+)\/(.*)\.md$/.exec(uri.path) ?? [];
  const product = productIds().find((each) => title.startsWith(`${productName(each)} `)) ?? defaultProduct();
  const version = title.slice(productName(product).length + 1);
  const place = uri.query === '' ? null : readAssetReference(JSON.parse(uri.query));
  const [folder, assetId] = [place?.folder ?? null, place?.assetId ?? null];
  if (subject === 'upgrade') {
    return upgradeMarkdown(
      await worker.call('upgradesOf', product, version, folder, assetId),
      editorLanguage(),
    );
  }
  return bugsMarkdown(await worker.call('bugsOf', product, version, folder, assetId), editorLanguage());
}
