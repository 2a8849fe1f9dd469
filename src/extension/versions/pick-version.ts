import * as vscode from 'vscode';
import { say, text } from '../../l10n/index.ts';
import { isFileLocation, type ProductId, type Text } from '../../model/index.ts';
import {
  defaultProduct,
  exampleReleases,
  isProduct,
  isUpstreamOnly,
  productName,
  products,
  readNamedVersions,
} from '../../products/index.ts';
import type { AssetReference } from '../contributions/argument-schemas.ts';
import { editorLanguage, localized } from '../language.ts';
import type { UsedVersion } from '../worker/protocol.ts';

/** Version that the user chose, and the asset whose settings apply if the version comes from the workspace. */
export interface PickedVersion {
  product: ProductId;
  version: string;
  place: AssetReference | null;
}

interface VersionItem extends vscode.QuickPickItem {
  chosen: PickedVersion | null;
}

/** Asks for a version: lists those of workspace and accounts, and accepts others as text. */
export function pickVersion(title: Text, used: readonly UsedVersion[]): Promise<PickedVersion | undefined> {
  const input = vscode.window.createQuickPick<VersionItem>();
  const listed = used.map(usedItem);
  input.title = localized(title);
  input.placeholder = localized(
    text(listed.length === 0 ? 'command.ask.prompt' : 'command.ask.pick', { examples: examples() }),
  );
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.items = listed;
  input.ignoreFocusOut = true;
  input.onDidChangeValue((value) => (input.items = [...listed, ...typedItems(value, used)]));
  return new Promise((resolve) => {
    input.onDidAccept(() => {
      const chosen = input.activeItems[0]?.chosen ?? null;
      // An unknown release stays in the field, and a message explains it.
      if (chosen === null) return;
      resolve(chosen);
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

/** Version that a link names; without a product, of the first that has it, or of the default one. */
export function versionNamed(version: string, product: unknown): Omit<PickedVersion, 'place'> {
  if (typeof product === 'string' && isProduct(product)) return { product, version };
  return readNamedVersions(version)[0] ?? { product: defaultProduct(), version };
}

function usedItem({
  product,
  version,
  folder,
  assetId,
  location,
  places,
  hasUrgent,
}: UsedVersion): VersionItem {
  const where = isFileLocation(location) ? `${location.file}:${location.line}` : location.arn;
  const more = places > 1 ? [localized(text('command.ask.morePlaces', { count: places - 1 }))] : [];
  return {
    label: `${productName(product)} ${version}`,
    ...(hasUrgent ? { description: say(text('command.ask.hasUrgent'), editorLanguage()) } : {}),
    detail: [where, ...more].join(' · '),
    chosen: { product, version, place: folder === null ? null : { folder, assetId } },
  };
}

function examples(): string[] {
  return exampleReleases(products().filter(({ id }) => !isUpstreamOnly(id)));
}

/** List items for the typed text, one for each product that it can mean, without those that the list already has. */
function typedItems(value: string, used: readonly UsedVersion[]): VersionItem[] {
  const written = value.trim();
  if (written === '') return [];
  const named = readNamedVersions(written);
  if (named.length === 0 && used.length === 0) {
    const label = localized(text('command.noRelease', { written, examples: examples() }));
    return [{ label, alwaysShow: true, chosen: null }];
  }
  return named
    .filter(
      (each) => !used.some(({ product, version }) => product === each.product && version === each.version),
    )
    .map((each) => ({
      label: `${productName(each.product)} ${each.version}`,
      alwaysShow: true,
      chosen: { ...each, place: null },
    }));
}
