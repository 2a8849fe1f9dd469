import * as vscode from 'vscode';
import { LANGUAGES, loadLanguage, say, text, type Language } from '../../l10n/index.ts';
import { localTimeZone, supportPackMarkdown } from '../../report/index.ts';
import { editorLanguage, localized } from '../language.ts';
import {
  subjectOfArgument,
  subjectItem,
  listedSubjects,
  type ListedSubject,
  type SubjectSources,
} from './subjects.ts';
import { pickSymptom, type ChosenSymptom } from './symptoms.ts';

/** Each language's own name for itself. */
const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', ja: '日本語' };

/**
 * Opens the evidence for a support case as an untitled document, so that the user reads it before sending it.
 * @param describedFor returns the symptom that was entered for a database before; otherwise asks for one
 */
export async function prepareSupportCase(
  sources: SubjectSources,
  given: unknown,
  describedFor: (database: { folder: string | null; assetId: string }) => ChosenSymptom | undefined,
): Promise<void> {
  const subjects = await listedSubjects(sources);
  const databases = subjects.filter(({ kind }) => kind === 'database');
  if (databases.length === 0) {
    await vscode.window.showInformationMessage(localized(text('pack.noDatabase')));
    return;
  }
  const database = subjectOfArgument(databases, given) ?? (await pickDatabase(databases));
  if (database === undefined) return;
  const subject = { folder: database.folder?.uri.fsPath ?? null, assetId: database.assetId };
  const symptom =
    describedFor(subject) ??
    (await pickSymptom(text('pack.command'), (words) =>
      sources.worker.call('symptomFits', { kind: 'asset', ...subject }, words),
    ));
  if (symptom === undefined) return;
  const language = await pickLanguage();
  if (language === undefined) return;
  const pack = await sources.worker.call('supportPackOf', subject.folder, subject.assetId, symptom.words);
  if (pack === null) {
    await vscode.window.showInformationMessage(localized(text('incident.gone', { name: database.name })));
    return;
  }
  const content = supportPackMarkdown(pack, { language, timeZone: localTimeZone() });
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
}

async function pickDatabase(databases: readonly ListedSubject[]): Promise<ListedSubject | undefined> {
  const [only, ...others] = databases;
  if (others.length === 0) return only;
  const language = editorLanguage();
  const picked = await vscode.window.showQuickPick(
    databases.map((database) => ({ ...subjectItem(database), database })),
    {
      title: say(text('pack.command'), language),
      placeHolder: say(text('pack.pick.database'), language),
      matchOnDescription: true,
      matchOnDetail: true,
    },
  );
  return picked?.database;
}

/** Asks for the language of the document; the editor's language comes first. */
async function pickLanguage(): Promise<Language | undefined> {
  const own = editorLanguage();
  const ordered = [own, ...LANGUAGES.filter((language) => language !== own)];
  const picked = await vscode.window.showQuickPick(
    ordered.map((language) => ({ label: LANGUAGE_NAMES[language], language })),
    { title: say(text('pack.command'), own), placeHolder: say(text('pack.pick.language'), own) },
  );
  if (picked !== undefined) await loadLanguage(picked.language);
  return picked?.language;
}
