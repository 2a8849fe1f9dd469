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
  readNamedVersion,
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

/** Version that a link names; of the default product unless the link names another. */
export function versionNamed(version: string, product: unknown): Omit<PickedVersion, 'place'> {
  if (typeof product === 'string' && isProduct(product)) return { product, version };
  return readNamedVersion(version) ?? { product: defaultProduct(), version };
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

/** List item for the typed text, unless the list already has this version. */
function typedItems(value: string, used: readonly UsedVersion[]): VersionItem[] {
  const written = value.trim();
  if (written === '') return [];
  const named = readNamedVersion(written);
  if (named === null) {
    return used.length > 0
      ? []
      : [
          {
            label: localized(text('command.noRelease', { written, examples: examples() })),
            alwaysShow: true,
            chosen: null,
          },
        ];
  }
  if (used.some(({ product, version }) => product === named.product && version === named.version)) return [];
  return [
    {
      label: `${productName(named.product)} ${named.version}`,
      alwaysShow: true,
      chosen: { ...named, place: null },
    },
  ];
}
