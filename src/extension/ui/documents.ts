import * as vscode from 'vscode';
import type { ProductId } from '../../model/index.ts';
import type { AssetReference } from '../contributions/argument-schemas.ts';
import type { Disposable } from '../disposable.ts';
import type { VersionPages, VersionSubject } from '../versions/panels.ts';
import type { Log } from './log.ts';
import type { WorkerClient } from '../worker-client.ts';

const VERSION_SCHEME = 'errata-lens';

/** Pages about versions, also as read-only documents: `errata-lens:/bugs/Aurora MySQL 2.11.1.md`, `…/upgrade/…`. */
export interface Documents extends Disposable {
  show(
    subject: VersionSubject,
    product: ProductId,
    version: string,
    place: AssetReference | null,
  ): Promise<void>;
}

/** @param canWrite true if this editor can edit files and write documents */
export function registerDocuments(
  pageFolder: vscode.Uri,
  worker: WorkerClient,
  log: Log,
  canWrite: boolean,
): Documents {
  let pages: Promise<VersionPages> | null = null;
  const loadPages = async (): Promise<VersionPages> =>
    (await import('../versions/panels.ts')).createVersionPages(pageFolder, worker, log, canWrite);
  const provider = vscode.workspace.registerTextDocumentContentProvider(VERSION_SCHEME, {
    provideTextDocumentContent: async (uri) =>
      (await import('../versions/content.ts')).versionContent(worker, uri),
  });
  return {
    async show(subject, product, version, place) {
      (await (pages ??= loadPages())).show({ subject, product, version, place });
    },
    dispose: () => {
      provider.dispose();
      void pages?.then((loaded) => loaded.dispose());
    },
  };
}
