import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { isFileLocation, type Location } from '../../model/index.ts';
import { incidentMarkdown, localTimeZone, type IncidentStyle } from '../../report/index.ts';
import type { Disposable } from '../disposable.ts';
import { editorLanguage, localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { Subject } from './subjects.ts';
import type { ChosenSymptom } from './symptoms.ts';

const INCIDENT_SCHEME = 'errata-lens-incident';

/** What was asked. It is kept in memory only: a pasted log line is nobody else's. */
export interface IncidentQuestion {
  subject: Subject;
  symptom: ChosenSymptom;
}

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
        : incidentContent(worker, question);
    },
  });
  return {
    async show(question) {
      // One document a subject: another symptom or another hour takes its place.
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

/** Tells subjects of the same name apart. */
function subjectKey(subject: Subject): string {
  return subject.kind === 'version'
    ? 'version'
    : (subject.assetId.split('#')[0]?.replace(/[/:]/g, '-') ?? '');
}

async function incidentContent(
  worker: WorkerClient,
  { subject, symptom }: IncidentQuestion,
): Promise<string> {
  const language = editorLanguage();
  const incident =
    subject.kind === 'version'
      ? await worker.call('incidentOfVersion', subject.version, symptom.words)
      : await worker.call('incidentOf', subject.folder, subject.assetId, symptom.words);
  if (incident === null) return localized(text('incident.gone', { name: subject.name }));
  const style: IncidentStyle = { language, timeZone: localTimeZone() };
  const linksLead = subject.kind === 'asset' && subject.folder === onlyFolder();
  return incidentMarkdown(incident, linksLead ? { ...style, linkTo: addressOf } : style, symptom.called);
}

/** VS Code's preview opens no `file:` links, but paths that begin with a slash: below the one folder that is open. */
function onlyFolder(): string | null {
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  return only === undefined || others.length > 0 ? null : only.uri.fsPath;
}

function addressOf(location: Location): string | null {
  if (!isFileLocation(location)) return null;
  return `/${location.file.split('/').map(encodeURIComponent).join('/')}#L${location.line}`;
}
