import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { isFileLocation, runsIn, type Text } from '../../model/index.ts';
import { readAuroraVersion, productName } from '../../products/index.ts';
import type { Accounts } from '../accounts/index.ts';
import { ResourceArgument } from '../contributions/arguments.ts';
import { editorLanguage } from '../language.ts';
import { analysedFolders } from '../workspace/open-folders.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { IncidentSubject } from '../worker/protocol.ts';

/** What an incident is about: something that a folder declares or that runs, or a version where nothing is known. */
export type Subject =
  | { kind: 'asset'; folder: string | null; assetId: string; name: string }
  | { kind: 'version'; version: string; name: string };

export interface ListedSubject extends IncidentSubject {
  /** Null for what runs. */
  folder: vscode.WorkspaceFolder | null;
}

/** Where subjects come from. */
export interface SubjectSources {
  worker: WorkerClient;
  accounts: Pick<Accounts, 'subjects'>;
}

/** The clusters and groups of every folder, and those that the last account scan found. */
export async function listedSubjects({ worker, accounts }: SubjectSources): Promise<ListedSubject[]> {
  const folders = analysedFolders(vscode.workspace);
  const found = await Promise.all(
    folders.map(async (folder) => {
      const subjects = await worker.call('incidentSubjects', folder.uri.fsPath);
      return subjects.map((subject) => ({ ...subject, folder }));
    }),
  );
  const running = await accounts.subjects();
  return [...found.flat(), ...running.map((subject) => ({ ...subject, folder: null }))];
}

/** The subject that a command was given (a row of a tree), or null. */
export function givenSubject(subjects: readonly ListedSubject[], given: unknown): ListedSubject | null {
  const argument = ResourceArgument.safeParse(given);
  if (!argument.success) return null;
  const { assetId, folder } = argument.data;
  return (
    subjects.find(
      (subject) =>
        subject.assetId === assetId && (typeof folder !== 'string' || subject.folder?.uri.fsPath === folder),
    ) ?? null
  );
}

/** Asks for a group or a cluster; where there is none, or for another one, for a version. */
export async function pickSubject(sources: SubjectSources, given: unknown): Promise<Subject | undefined> {
  const language = editorLanguage();
  const subjects = await listedSubjects(sources);
  const known = givenSubject(subjects, given);
  if (known !== null) return asSubject(known);
  if (subjects.length === 0) return askForVersion();
  const other = { label: say(text('incident.pick.version'), language), subject: null };
  const picked = await vscode.window.showQuickPick(
    [
      ...subjects.map((subject) => ({ ...itemOf(subject), subject })),
      { kind: vscode.QuickPickItemKind.Separator, label: '', subject: null },
      other,
    ],
    {
      title: say(text('incident.command'), language),
      placeHolder: say(text('incident.pick.subject'), language),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (picked === undefined) return undefined;
  return picked.subject === null ? askForVersion() : asSubject(picked.subject);
}

function asSubject({ folder, assetId, name }: ListedSubject): Subject {
  return { kind: 'asset', folder: folder?.uri.fsPath ?? null, assetId, name };
}

/** A subject as an entry of a list: its name, what it is, and where it is written. */
export function itemOf({ kind, name, version, location, folder }: ListedSubject): vscode.QuickPickItem {
  const language = editorLanguage();
  const place = isFileLocation(location) ? `${location.file}:${location.line}` : location.arn;
  const isOneOfMany = (vscode.workspace.workspaceFolders ?? []).length > 1;
  const what: Text =
    kind === 'auto-scaling-group' ? text('incident.kind.group') : text('incident.kind.cluster', { version });
  return {
    label: name,
    description: [say(what, language), ...runsIn(location)].join(' · '),
    detail: isOneOfMany && folder !== null ? `${folder.name} · ${place}` : place,
  };
}

async function askForVersion(): Promise<Subject | undefined> {
  const language = editorLanguage();
  const written = await vscode.window.showInputBox({
    title: say(text('incident.command'), language),
    prompt: say(text('incident.ask.prompt'), language),
    placeHolder: '2.11.1',
    ignoreFocusOut: true,
    validateInput: (value) =>
      readAuroraVersion(value).form === 'release'
        ? null
        : say(text('command.notARelease', { written: value }), language),
  });
  const understood = readAuroraVersion(written ?? '');
  if (understood.form !== 'release') return undefined;
  const { version } = understood;
  return { kind: 'version', version, name: `${productName('aurora-mysql')} ${version}` };
}
