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
  const byVersion = Map.groupBy(
    originals.map((fold) => extentOf(fold, byId)),
    ({ finding }) => versionOf(finding, byId),
  );
  for (const fold of repeated) {
    const version = versionOf(fold, byId);
    const alike = version === null ? [] : byVersion.get(version);
    const original = alike?.find((each) => isRepeatedBy(each, fold, byId));
    if (original === undefined) merged.set(fold, [fold]);
    else merged.get(original.finding)?.push(fold);
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
function isRepeatedBy(original: Extent, repetition: Finding, byId: ReadonlyMap<string, Asset>): boolean {
  if (!rulesOf(repetition).every((rule) => original.rules.has(rule))) return false;
  const folders = (repetition.places ?? []).flatMap(({ location }) => codeFolderOf(location) ?? []);
  if (folders.length > 0) return folders.every((folder) => original.folders.has(folder));
  return assetsOf(repetition, byId).every(
    ({ id, name }) => original.created.has(name) || original.named.has(nameInFolder(id, name)),
  );
}

/** Extent of a finding, in sets: both it and its repetitions may have thousands of assets. */
interface Extent {
  finding: Finding;
  rules: ReadonlySet<string>;
  /** Folders of its places, and those above them. */
  folders: ReadonlySet<string>;
  /** Names of resources of modules that its assets create: `a.b` and `b` of `module.a.b`. */
  created: ReadonlySet<string>;
  /** Names of its assets, each with its folder: values of the same folder create them. */
  named: ReadonlySet<string>;
}

function extentOf(finding: Finding, byId: ReadonlyMap<string, Asset>): Extent {
  const files = (finding.places ?? []).flatMap(({ location }) =>
    isFileLocation(location) ? [location.file] : [],
  );
  const assets = assetsOf(finding, byId);
  return {
    finding,
    rules: new Set(rulesOf(finding)),
    folders: new Set(files.flatMap(foldersAbove)),
    created: new Set(assets.flatMap(({ name }) => namesInModules(name))),
    named: new Set(assets.map(({ id, name }) => nameInFolder(id, name))),
  };
}

function foldersAbove(file: string): string[] {
  const parts = file.split('/');
  return ['.', ...parts.slice(1).map((_, nth) => parts.slice(0, nth + 1).join('/'))];
}

/** Parts of an address that are compared: real modules nest a few levels deep. */
const MOST_PARTS = 32;

function namesInModules(name: string): string[] {
  const parts = name.split('.').slice(-MOST_PARTS);
  return parts.slice(1).map((_, nth) => parts.slice(nth + 1).join('.'));
}

function nameInFolder(id: string, name: string): string {
  const folder = path.dirname(id.slice(0, Math.max(0, id.indexOf('#'))));
  return JSON.stringify([folder, name]);
}

function assetsOf({ assetIds }: Finding, byId: ReadonlyMap<string, Asset>): Asset[] {
  return assetIds.flatMap((id) => byId.get(id) ?? []);
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
