import {
  getOrInsert,
  isFileLocation,
  locationKey,
  type Asset,
  type Finding,
  type FindingPlace,
  type Text,
  type TextArg,
} from '../../model/index.ts';

/**
 * Arguments of sentences that count the assets of one place, with neutral values for a finding that lists its places
 * instead.
 */
const COUNTED: Readonly<Record<string, TextArg>> = { images: null, kinds: null };

/**
 * Merges findings about the same version in several places of the code into one with all its places, whose fix changes
 * all of them. Suppressed places and examples stay separate.
 */
export function foldFindings(findings: readonly Finding[], assets: readonly Asset[]): Finding[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  // Findings of one version mostly share their list of bugs and their sentence.
  const lists = new Map<readonly string[], string>();
  const sentences = new Map<Text, string>();
  const contents = ({ bugIds, message }: Finding): string =>
    getOrInsert(lists, bugIds, () => bugIds.join(' ')) +
    getOrInsert(sentences, message, () => JSON.stringify(withoutCounts(message)));
  const groups = Map.groupBy(findings, (finding) => foldKey(finding, contents) ?? finding);
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [folded([first, ...others], byId)],
  );
}

/**
 * Assets of a finding, with those that have an equal finding. The editor shows it at every place; its fix at one place
 * covers all that the terminal merges.
 */
export function assetsFoldedTogether(
  findings: readonly Finding[],
  assets: readonly Asset[],
  { ruleId, assetIds }: Pick<Finding, 'ruleId' | 'assetIds'>,
): string[] {
  const folds = foldFindings(
    findings.filter((each) => each.ruleId === ruleId),
    assets,
  ).filter((each) => each.assetIds.some((id) => assetIds.includes(id)));
  return [...new Set([...assetIds, ...folds.flatMap((each) => each.assetIds)])];
}

/** Key of findings to merge; null for a separate one: a running asset, a check of one resource. */
function foldKey(finding: Finding, contentsOf: (finding: Finding) => string): string | null {
  const { ruleId, alsoRules, severity, level, isExample, applies, suppressed, location } = finding;
  if (!isFileLocation(location) || ruleId.includes('/')) return null;
  const rules = [ruleId, ...(alsoRules ?? [])].sort();
  return (
    JSON.stringify([rules, severity, level, applies, isExample === true, suppressed]) + contentsOf(finding)
  );
}

/** Sentence without its counts. */
function withoutCounts({ key, args }: Text): Text {
  const rest = Object.entries(args).map(([name, value]): [string, TextArg] => [
    name,
    Object.hasOwn(COUNTED, name) ? (COUNTED[name] ?? null) : isText(value) ? withoutCounts(value) : value,
  ]);
  return { key, args: Object.fromEntries(rest) };
}

function isText(value: TextArg): value is Text {
  return typeof value === 'object' && value !== null && 'key' in value;
}

function folded(group: readonly [Finding, ...Finding[]], byId: ReadonlyMap<string, Asset>): Finding {
  const [first, ...others] = group;
  const places = uniquePlaces(group.map((finding) => placeOfFinding(finding, byId)));
  if (others.length === 0) return { ...first, places };
  const assetIds = [...new Set(group.flatMap((finding) => finding.assetIds))];
  return {
    ...first,
    assetIds,
    message: withoutCounts(first.message),
    places,
    related: group.flatMap(({ related }) => related),
  };
}

function placeOfFinding({ location, assetId }: Finding, byId: ReadonlyMap<string, Asset>): FindingPlace {
  const asset = byId.get(assetId);
  return {
    location,
    name: asset?.name ?? assetId,
    version: asset?.versions.running ?? asset?.version ?? null,
  };
}

function uniquePlaces(places: readonly FindingPlace[]): FindingPlace[] {
  return [...new Map(places.map((place) => [locationKey(place.location), place])).values()];
}
