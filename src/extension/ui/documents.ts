import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { bugsMarkdown, upgradeMarkdown } from '../../report/index.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';

const SCHEME = 'errata-lens';

type Subject = 'bugs' | 'upgrade';

/** Read-only documents about a version: `errata-lens:/bugs/Aurora MySQL 2.11.1.md`, `…/upgrade/…`. */
export interface Documents extends Disposable {
  show(subject: Subject, version: string): Promise<void>;
}

export function registerDocuments(worker: WorkerClient): Documents {
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => contentOf(worker, uri),
  });
  return {
    async show(subject, version) {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${subject}/Aurora MySQL ${version}.md` });
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    },
    dispose: () => {
      provider.dispose();
    },
  };
}

function contentOf(worker: WorkerClient, uri: vscode.Uri): Promise<string> {
  const version = uri.path.replace(/^.*\/Aurora MySQL /, '').replace(/\.md$/, '');
  return uri.path.startsWith('/upgrade/') ? upgradeContent(worker, version) : bugContent(worker, version);
}

async function upgradeContent(worker: WorkerClient, version: string): Promise<string> {
  const targets = await worker.call('upgradesOf', version, null, null);
  return upgradeMarkdown('aurora-mysql', version, targets, editorLanguage());
}

async function bugContent(worker: WorkerClient, version: string): Promise<string> {
  const report = await worker.call('bugsOf', version);
  const language = editorLanguage();
  switch (report.knowledge) {
    case 'listed':
    case 'unlisted':
      return bugsMarkdown('aurora-mysql', report.version, report.matches, report.asOf, language);
    case 'newer':
      return say(text('version.newer', report), language);
    case 'not-covered':
      return say(text('version.notCovered', report), language);
    case 'not-a-release':
      return say(text('command.notARelease', { written: version }), language);
  }
}
