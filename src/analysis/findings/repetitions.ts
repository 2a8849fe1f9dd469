import path from 'node:path/posix';
import {
  isFileLocation,
  isReplaced,
  locationKey,
  type Asset,
  type Finding,
  type FindingPlace,
} from '../../model/index.ts';

/**
 * Findings without those that repeat another one of the same version, which gets their places: about a template, plan or
 * state beside the code that made it, or about a default that nobody takes.
 */
export function withoutRepeated(folds: readonly Finding[], byId: ReadonlyMap<string, Asset>): Finding[] {
  const repeated = new Set(folds.filter((fold) => isRepetition(fold, byId)));
  if (repeated.size === 0) return [...folds];
  const originals = folds.filter((fold) => !repeated.has(fold));
  const merged = new Map<Finding, [Finding, ...Finding[]]>(originals.map((fold) => [fold, [fold]]));
  const byVersion = Map.groupBy(originals, (fold) => versionOf(fold, byId));
  for (const fold of repeated) {
    const version = versionOf(fold, byId);
    const alike = version === null ? [] : byVersion.get(version);
    const original = alike?.find((each) => isRepeatedBy(each, fold, byId));
    if (original === undefined) merged.set(fold, [fold]);
    else merged.get(original)?.push(fold);
  }
  return folds.flatMap((fold) => {
    const [first, ...others] = merged.get(fold) ?? [];
    if (first === undefined) return [];
    if (others.length === 0) return [first];
    return [
      {
        ...first,
        assetIds: [...new Set([first, ...others].flatMap(({ assetIds }) => assetIds))],
        places: uniquePlaces([first, ...others].flatMap(({ places = [] }) => places)),
      },
    ];
  });
}

/** Template, plan or state that a tool wrote, with the folder of the code below which it was written. */
const WRITTEN_BY_TOOLS = /^(?:(.*)\/)?(?:cdk\.out\/.*|[^/]*\.tfstate|[^/]*plan[^/]*\.json)$/;

function isRepetition({ assetIds, places = [] }: Finding, byId: ReadonlyMap<string, Asset>): boolean {
  const isUnused = assetIds.every((id) => {
    const asset = byId.get(id);
    return asset !== undefined && isReplaced(asset);
  });
  return isUnused || places.every(({ location }) => codeFolderOf(location) !== null);
}

/** Folder of the code from which a tool wrote a file; null for a file that people write. */
function codeFolderOf(location: FindingPlace['location']): string | null {
  const written = isFileLocation(location) ? WRITTEN_BY_TOOLS.exec(location.file) : null;
  return written === null ? null : (written[1] ?? '.');
}

/**
 * True if a finding covers another one: tools wrote the places of the other from its code, or it is about the same
 * resource of a module as its callers create it.
 */
function isRepeatedBy(original: Finding, repetition: Finding, byId: ReadonlyMap<string, Asset>): boolean {
  if (!new Set(rulesOf(repetition)).isSubsetOf(new Set(rulesOf(original)))) return false;
  const folders = (repetition.places ?? []).flatMap(({ location }) => codeFolderOf(location) ?? []);
  if (folders.length === 0) {
    const made = assetsOf(original, byId);
    return assetsOf(repetition, byId).every((asset) => made.some((each) => isCreationOf(each, asset)));
  }
  return folders.every((folder) =>
    original.places?.some(
      ({ location }) => isFileLocation(location) && !path.relative(folder, location.file).startsWith('../'),
    ),
  );
}

function assetsOf({ assetIds }: Finding, byId: ReadonlyMap<string, Asset>): Asset[] {
  return assetIds.flatMap((id) => byId.get(id) ?? []);
}

/** True if an asset is a resource of a module as a caller creates it, or as values of its own folder do. */
function isCreationOf(made: Asset, { id, name }: Asset): boolean {
  return made.name.endsWith(`.${name}`) || (made.name === name && folderOfId(made.id) === folderOfId(id));
}

function folderOfId(id: string): string {
  return path.dirname(id.slice(0, Math.max(0, id.indexOf('#'))));
}

/** Product and version of a finding about code; null if the version is unknown. */
function versionOf(
  { assetId, suppressed, isExample, location }: Finding,
  byId: ReadonlyMap<string, Asset>,
): string | null {
  const asset = byId.get(assetId);
  const version = asset?.version ?? asset?.versionPrefix ?? null;
  if (version === null || !isFileLocation(location)) return null;
  return JSON.stringify([asset?.product, version, suppressed, isExample]);
}

/** Rules that a finding covers. */
export function rulesOf({ ruleId, alsoRules = [] }: Finding): string[] {
  return [ruleId, ...alsoRules];
}

/** Places without repetitions. */
export function uniquePlaces(places: readonly FindingPlace[]): FindingPlace[] {
  return [...new Map(places.map((place) => [locationKey(place.location), place])).values()];
}
