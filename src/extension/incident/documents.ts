import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import type { Disposable } from '../disposable.ts';
import { localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { IncidentQuestion } from './content.ts';
import type { Subject } from './subjects.ts';

const INCIDENT_SCHEME = 'errata-lens-incident';

/** Read-only documents about incidents, shown as Markdown previews. */
export interface IncidentDocuments extends Disposable {
  show(question: IncidentQuestion): Promise<void>;
}

export function registerIncidentDocuments(worker: WorkerClient): IncidentDocuments {
  const questions = new Map<string, IncidentQuestion>();
  const changed = new vscode.EventEmitter<vscode.Uri>();
  const provider = vscode.workspace.registerTextDocumentContentProvider(INCIDENT_SCHEME, {
    onDidChange: changed.event,
    provideTextDocumentContent: (uri) => {
      const question = questions.get(uri.path);
      return question === undefined
        ? localized(text('incident.askAgain'))
        : import('./content.ts').then(({ incidentContent }) => incidentContent(worker, question));
    },
  });
  return {
    async show(question) {
      // One document per subject; a new symptom or a newer answer replaces it.
      const name = question.subject.name.replace(/[^\p{L}\p{N} ._-]/gu, '-');
      const uri = vscode.Uri.from({
        scheme: INCIDENT_SCHEME,
        path: `/${name} (${subjectKey(question.subject)}).md`,
      });
      questions.set(uri.path, question);
      changed.fire(uri);
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}

/** Key that also distinguishes subjects of the same name. */
function subjectKey(subject: Subject): string {
  return subject.kind !== 'asset' ? 'version' : (subject.assetId.split('#')[0]?.replace(/[/:]/g, '-') ?? '');
}
