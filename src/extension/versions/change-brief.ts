import * as vscode from 'vscode';
import type { ChangeBrief, UpgradeTarget } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import { isProduct, productName } from '../../products/index.ts';
import { briefHtml, briefMarkdown, targetSummary } from '../../report/index.ts';
import { readAssetReference } from '../contributions/argument-schemas.ts';
import { editorLanguage, localized } from '../language.ts';
import type { WorkerClient } from '../worker-client.ts';
import type { Accounts } from '../accounts/index.ts';
import { analysedFolders } from '../workspace/analysed-folders.ts';
import { pickVersion, type PickedVersion } from './pick-version.ts';

type BriefFormat = 'html' | 'markdown';

/** Asks for version, target and format, and creates the document for the person who approves the upgrade. */
export async function prepareChangeBrief(
  worker: WorkerClient,
  accounts: Pick<Accounts, 'rows'>,
  given: Readonly<Record<'version' | 'product' | 'place', unknown>>,
): Promise<void> {
  const folders = analysedFolders(vscode.workspace).map(({ uri }) => uri.fsPath);
  await accounts.rows();
  const known = versionOfArgument(given);
  const picked =
    known ?? (await pickVersion(text('brief.command'), await worker.call('usedVersions', folders)));
  if (picked === undefined) return;
  const { product, version } = picked;
  const place = picked.place ?? { folder: null, assetId: null };
  const { advice, standing } = await worker.call('upgradesOf', product, version, place.folder, place.assetId);
  const [why] = standing;
  if (advice === null || advice.targets.length === 0) {
    const none = text('brief.noWay', { name: productName(product), from: version });
    await vscode.window.showInformationMessage(localized(advice === null && why !== undefined ? why : none));
    return;
  }
  const to = await pickTarget(advice.targets, advice.recommended);
  const format = to === undefined ? undefined : await pickFormat();
  if (to === undefined || format === undefined) return;
  const brief = await worker.call('briefOf', folders, product, version, to);
  if ('why' in brief || 'noTarget' in brief) {
    const none = text('brief.noTarget', {
      name: productName(product),
      from: version,
      to,
    });
    await vscode.window.showInformationMessage(localized('why' in brief ? brief.why : none));
    return;
  }
  await (format === 'html' ? saveHtml(brief) : openMarkdown(brief));
}

/** Version that a page passes; null if the user has to choose one. */
function versionOfArgument({
  version,
  product,
  place,
}: Readonly<Record<'version' | 'product' | 'place', unknown>>): PickedVersion | null {
  if (typeof version !== 'string' || typeof product !== 'string' || !isProduct(product)) return null;
  return { product, version, place: readAssetReference(place) };
}

async function pickTarget(
  targets: readonly UpgradeTarget[],
  recommended: string | null,
): Promise<string | undefined> {
  const language = editorLanguage();
  const picked = await vscode.window.showQuickPick(
    targets.map((target) => ({
      label: target.version,
      ...(target.version === recommended ? { description: localized(text('upgrade.recommended')) } : {}),
      detail: targetSummary(target, language),
      version: target.version,
    })),
    { title: localized(text('brief.command')), placeHolder: localized(text('brief.pick.target')) },
  );
  return picked?.version;
}

async function pickFormat(): Promise<BriefFormat | undefined> {
  const forms: readonly (vscode.QuickPickItem & { form: BriefFormat })[] = [
    { label: localized(text('brief.form.html')), form: 'html' },
    { label: localized(text('brief.form.markdown')), form: 'markdown' },
  ];
  const picked = await vscode.window.showQuickPick(forms, {
    title: localized(text('brief.command')),
    placeHolder: localized(text('brief.pick.form')),
  });
  return picked?.form;
}

async function openMarkdown(brief: ChangeBrief): Promise<void> {
  const content = briefMarkdown(brief, editorLanguage());
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
}

async function saveHtml(brief: ChangeBrief): Promise<void> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const name = `change-brief-${brief.from}-${brief.target.version}.html`;
  const target = await vscode.window.showSaveDialog({
    title: localized(text('brief.save')),
    filters: { HTML: ['html'] },
    ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, name) }),
  });
  if (target === undefined) return;
  await vscode.workspace.fs.writeFile(target, Buffer.from(briefHtml(brief, editorLanguage())));
  const open = localized(text('brief.open'));
  const message = localized(text('brief.saved', { file: target.fsPath }));
  if ((await vscode.window.showInformationMessage(message, open)) === open)
    await vscode.env.openExternal(target);
}
