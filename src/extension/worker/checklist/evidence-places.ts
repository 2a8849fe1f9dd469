import { declaringFile, placeOfDeclaration, placeOfSetting } from '../../../edits/index.ts';
import type { ReadFile } from '../../../edits/index.ts';
import {
  isFileLocation,
  type Asset,
  type CheckRow,
  type FileLocation,
  type Text,
  type TextArg,
} from '../../../model/index.ts';

/**
 * Locations of each row's evidence in files: settings, or the asset's declaration if the setting is missing. Empty for
 * running resources.
 */
export function evidencePlaces(
  assets: readonly Asset[],
  read: ReadFile,
): (row: CheckRow) => readonly FileLocation[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const byName = Map.groupBy(assets, ({ name }) => name);
  return (row) => {
    if (!isFileLocation(row.location)) return [];
    const found = [row.evidence, ...row.missing].flatMap(settingsIn).flatMap(({ asset: name, setting }) => {
      const asset = inSameFolder(byName.get(name) ?? [], row.assetId);
      const source = asset === undefined ? null : read(declaringFile(asset));
      return asset === undefined || source === null ? [] : (placeOfSetting(asset, setting, source) ?? []);
    });
    if (found.length > 0) return distinct(found);
    const subject = byId.get(row.assetId);
    // Evidence about another asset has its own location.
    if (subject === undefined || subject.location !== row.location) return [row.location];
    const source = read(declaringFile(subject));
    return [(source === null ? null : placeOfDeclaration(subject, source)) ?? row.location];
  };
}

/** Settings that a sentence's arguments name, with their asset or parameter group. */
function settingsIn({ args }: Text): { asset: string; setting: string }[] {
  const { asset, group, name } = args;
  const owner = asset ?? group;
  const own = typeof owner === 'string' && typeof name === 'string' ? [{ asset: owner, setting: name }] : [];
  return [...own, ...Object.values(args).flatMap(settingsInArgument)];
}

function settingsInArgument(arg: TextArg): { asset: string; setting: string }[] {
  if (typeof arg !== 'object' || arg === null) return [];
  return 'key' in arg ? settingsIn(arg) : arg.flatMap(settingsInArgument);
}

/** The asset in the row's folder, because names repeat across folders. */
function inSameFolder(alike: readonly Asset[], assetId: string): Asset | undefined {
  const folder = folderOf(assetId);
  return (
    alike.find(({ id }) => id === assetId) ?? alike.find(({ id }) => folderOf(id) === folder) ?? alike[0]
  );
}

function folderOf(id: string): string {
  const file = id.split('#')[0] ?? '';
  return file.slice(0, file.lastIndexOf('/') + 1);
}

function distinct(places: readonly FileLocation[]): FileLocation[] {
  const byLine = new Map(places.map((place) => [`${place.file}:${place.line}`, place]));
  return [...byLine.values()];
}
