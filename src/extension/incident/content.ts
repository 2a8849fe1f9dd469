import * as vscode from 'vscode';
import type { Incident } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, type Location } from '../../model/index.ts';
import { incidentMarkdown, localTimeZone, type IncidentStyle } from '../../report/index.ts';
import { editorLanguage, localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { Subject } from './subjects.ts';
import type { ChosenSymptom } from './symptoms.ts';

/** Subject and symptom of an incident. Never stored, because a pasted log line is private. */
export interface IncidentQuestion {
  subject: Subject;
  symptom: ChosenSymptom;
}

/** Advice on an incident, as Markdown. */
export async function incidentContent(
  worker: WorkerClient,
  { subject, symptom }: IncidentQuestion,
): Promise<string> {
  const language = editorLanguage();
  const incident = await askForIncident(worker, subject, symptom.words);
  if (incident === null) return localized(text('incident.gone', { name: subject.name }));
  const style: IncidentStyle = { language, timeZone: localTimeZone() };
  const linksLead = subject.kind === 'asset' && subject.folder === onlyFolder();
  return incidentMarkdown(incident, linksLead ? { ...style, linkTo: folderLink } : style, symptom.label);
}

function askForIncident(worker: WorkerClient, subject: Subject, symptom: string): Promise<Incident | null> {
  switch (subject.kind) {
    case 'asset':
      return worker.call('incidentOf', subject.folder, subject.assetId, symptom);
    case 'version':
      return worker.call('incidentOfVersion', subject.version, symptom);
    case 'unknown':
      return worker.call('incidentOfUnknown', symptom);
  }
}

/**
 * Path of the open folder; null if there are none or several. Links in the editor's preview are relative to it, because
 * the preview opens no `file:` links.
 */
function onlyFolder(): string | null {
  const [only, ...others] = vscode.workspace.workspaceFolders ?? [];
  return only === undefined || others.length > 0 ? null : only.uri.fsPath;
}

function folderLink(location: Location): string | null {
  if (!isFileLocation(location)) return null;
  return `/${location.file.split('/').map(encodeURIComponent).join('/')}#L${location.line}`;
}
