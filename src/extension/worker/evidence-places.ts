import { declaringFile, placeOfDeclaration, placeOfSetting } from '../../inventory/index.ts';
import type { ReadFile } from '../../edits/index.ts';
import {
  isFileLocation,
  type Asset,
  type CheckRow,
  type FileLocation,
  type Text,
  type TextArg,
} from '../../model/index.ts';

/**
 * The places in files that a row's evidence is about: each setting where it is written, else where its asset is
 * declared. Empty for what runs in an account.
 */
export function evidencePlaces(row: CheckRow, assets: readonly Asset[], read: ReadFile): FileLocation[] {
  if (!isFileLocation(row.location)) return [];
  const named = [row.evidence, ...row.missing].flatMap(settingsIn);
  const found = named.flatMap(({ asset: name, setting }) => {
    const asset = nearest(name, row.assetId, assets);
    const source = asset === undefined ? null : read(declaringFile(asset));
    if (asset === undefined || source === null) return [];
    return placeOfSetting(asset, setting, source) ?? [];
  });
  if (found.length > 0) return distinct(found);
  const subject = assets.find(({ id }) => id === row.assetId);
  const isElsewhere = subject === undefined || subject.location !== row.location;
  const source = isElsewhere ? null : read(declaringFile(subject));
  const declared = isElsewhere || source === null ? null : placeOfDeclaration(subject, source);
  return [declared ?? row.location];
}

/** The settings that a sentence names, with the asset or parameter group that has them. */
function settingsIn({ args }: Text): { asset: string; setting: string }[] {
  const { asset, group, name } = args;
  const owner = asset ?? group;
  const own = typeof owner === 'string' && typeof name === 'string' ? [{ asset: owner, setting: name }] : [];
  return [...own, ...Object.values(args).flatMap(inside)];
}

function inside(arg: TextArg): { asset: string; setting: string }[] {
  if (typeof arg !== 'object' || arg === null) return [];
  return 'key' in arg ? settingsIn(arg) : arg.flatMap(inside);
}

/** Names repeat from folder to folder: the one whose id is most like the row's. */
function nearest(name: string, assetId: string, assets: readonly Asset[]): Asset | undefined {
  const folder = folderOf(assetId);
  const alike = assets.filter((asset) => asset.name === name);
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
