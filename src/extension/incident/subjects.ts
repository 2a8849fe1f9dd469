import * as vscode from 'vscode';
import { text } from '../../l10n/index.ts';
import { isFileLocation, accountRegionOf, type Text } from '../../model/index.ts';
import {
  productName,
  readEngineVersion,
  engineAcceptingVersion,
  defaultProduct,
  engines,
  exampleReleases,
} from '../../products/index.ts';
import type { Accounts } from '../accounts/index.ts';
import { ResourceArgument } from '../contributions/argument-schemas.ts';
import { localized } from '../language.ts';
import { analysedFolders } from '../workspace/analysed-folders.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { IncidentAbout, IncidentSubject } from '../worker/protocol.ts';

/** Subject of an incident: a declared or running resource, a version, or unknown. */
export type Subject = IncidentAbout & { name: string };

export interface ListedSubject extends IncidentSubject {
  /** Null for a running resource. */
  folder: vscode.WorkspaceFolder | null;
}

/** Services that know the possible subjects. */
export interface SubjectSources {
  worker: WorkerClient;
  accounts: Pick<Accounts, 'subjects'>;
}

/** Clusters and groups in folders and in the last account scan. */
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

/** Subject that a command's argument names (a tree row); null if it names none. */
export function subjectOfArgument(subjects: readonly ListedSubject[], given: unknown): ListedSubject | null {
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

/** Asks for a group or a cluster. Asks for a version if there is none, or if the user prefers it. */
export async function pickSubject(sources: SubjectSources, given: unknown): Promise<Subject | undefined> {
  const subjects = await listedSubjects(sources);
  const known = subjectOfArgument(subjects, given);
  if (known !== null) return toSubject(known);
  if (subjects.length === 0) return askForVersionSubject();
  const other = { label: localized(text('incident.pick.version')), subject: null };
  const unknown = { label: localized(text('incident.pick.unknown')), subject: 'unknown' as const };
  const picked = await vscode.window.showQuickPick(
    [
      ...subjects.map((subject) => ({ ...subjectItem(subject), subject })),
      { kind: vscode.QuickPickItemKind.Separator, label: '', subject: null },
      other,
      unknown,
    ],
    {
      title: localized(text('incident.command')),
      placeHolder: localized(text('incident.pick.subject')),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  if (picked === undefined) return undefined;
  if (picked.subject === 'unknown') return unknownSubject();
  return picked.subject === null ? askForVersionSubject() : toSubject(picked.subject);
}

function toSubject({ folder, assetId, name }: ListedSubject): Subject {
  return { kind: 'asset', folder: folder?.uri.fsPath ?? null, assetId, name };
}

/** List item for a subject: its name, kind and place. */
export function subjectItem({
  kind,
  name,
  product,
  version,
  location,
  folder,
}: ListedSubject): vscode.QuickPickItem {
  const place = isFileLocation(location) ? `${location.file}:${location.line}` : location.arn;
  const isOneOfMany = (vscode.workspace.workspaceFolders ?? []).length > 1;
  const kindText: Text =
    kind === 'auto-scaling-group'
      ? text('incident.kind.group')
      : text(version === null ? 'incident.kind.cluster.unknown' : 'incident.kind.cluster', {
          engine: productName(product ?? defaultProduct()),
          version,
        });
  return {
    label: name,
    description: [localized(kindText), ...accountRegionOf(location)].join(' · '),
    detail: isOneOfMany && folder !== null ? `${folder.name} · ${place}` : place,
  };
}

async function askForVersionSubject(): Promise<Subject | undefined> {
  const written = await vscode.window.showInputBox({
    title: localized(text('incident.command')),
    prompt: localized(text('incident.ask.prompt')),
    placeHolder: exampleReleases(engines()).join(', '),
    ignoreFocusOut: true,
    validateInput: (value) =>
      value.trim() === '' || readEngineVersion(value).form === 'release'
        ? null
        : localized(text('command.notARelease', { written: value, examples: exampleReleases(engines()) })),
  });
  if (written?.trim() === '') return unknownSubject();
  const understood = readEngineVersion(written ?? '');
  if (understood.form !== 'release') return undefined;
  const { version } = understood;
  const product = engineAcceptingVersion(version)?.id ?? defaultProduct();
  return { kind: 'version', version, name: `${productName(product)} ${version}` };
}

function unknownSubject(): Subject {
  return { kind: 'unknown', name: localized(text('incident.unknownVersion')) };
}
