import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { bugsMarkdown } from '../../report/index.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';

const SCHEME = 'errata-lens';

/** Read-only documents that list the known bugs of a version: `errata-lens:/aurora-mysql 2.11.1.md`. */
export interface BugDocuments extends Disposable {
  show(version: string): Promise<void>;
}

export function registerBugDocuments(worker: WorkerClient): BugDocuments {
  const provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: (uri) => contentOf(worker, versionOf(uri)),
  });
  return {
    async show(version) {
      const uri = vscode.Uri.from({ scheme: SCHEME, path: `/Aurora MySQL ${version}.md` });
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    },
    dispose: () => {
      provider.dispose();
    },
  };
}

function versionOf(uri: vscode.Uri): string {
  return uri.path.replace(/^\/Aurora MySQL /, '').replace(/\.md$/, '');
}

async function contentOf(worker: WorkerClient, version: string): Promise<string> {
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
