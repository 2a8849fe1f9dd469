import { text } from '../../l10n/index.ts';
import {
  getOrInsert,
  isFileLocation,
  type Asset,
  type Finding,
  type FindingPlace,
  type Text,
  type TextArg,
  type UnknownVersion,
} from '../../model/index.ts';
import { rulesOf, uniquePlaces, withoutRepeated } from './repetitions.ts';

/**
 * Arguments of sentences that count the assets of one place, with neutral values for a finding that lists its places
 * instead.
 */
const COUNTED: Readonly<Record<string, TextArg>> = { images: null, kinds: null };

/**
 * Merges findings about the same version in several places of the code into one with all its places, whose fix changes
 * all of them; also what is written again by a tool, a default that nobody takes, and versions that are unknown for one
 * reason. Suppressed places and examples stay separate.
 */
export function foldFindings(findings: readonly Finding[], assets: readonly Asset[]): Finding[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  // Findings of one version mostly share their list of bugs and their sentence.
  const lists = new Map<readonly string[], string>();
  const sentences = new Map<Text, string>();
  const contents = (finding: Finding): string => {
    const { bugIds, message, unknown } = finding;
    if (isOpenImage(finding)) return JSON.stringify([finding.unknown.what, supportPart(message)]);
    return isUnknown(message, unknown)
      ? JSON.stringify([unknown.what, reasonToFold(finding, unknown, byId), unknown.next])
      : getOrInsert(lists, bugIds, () => bugIds.join(' ')) +
          getOrInsert(sentences, message, () => JSON.stringify(withoutCounts(message)));
  };
  const groups = Map.groupBy(findings, (finding) => foldKey(finding, contents) ?? finding);
  const folds = [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [folded([first, ...others], byId)],
  );
  return withoutRepeated(folds, byId);
}

/** True if nothing of a version is known. */
function isUnknown(message: Text, unknown: UnknownVersion | undefined): unknown is UnknownVersion {
  return message.key === 'version.unknown' && unknown !== undefined;
}

/** True for an image of a known system that has to be pinned, whatever chooses its release today. */
function isOpenImage(finding: Finding): finding is Finding & { unknown: UnknownVersion } {
  return finding.bugs === null && finding.unknown?.next.key === 'unknown.next.image';
}

/** The part about support of a message that joins two; null without one. */
function supportPart({ key, args }: Text): Text | null {
  const { then = null } = args;
  return key === 'os.joined' && isText(then) ? then : null;
}

/**
 * Reason that assets of unknown version share: of images its kind, since one scan of the account makes all of them known;
 * of a replica the reason of its source.
 */
function reasonToFold(
  { assetId }: Finding,
  { what, reason }: UnknownVersion,
  byId: ReadonlyMap<string, Asset>,
): Text | string {
  if (what.key === 'unknown.image') return reason.key;
  if (reason.key !== 'inventory.replica') return reason;
  const source = byId.get(assetId)?.links.find(({ role }) => role === 'source');
  return (source && byId.get(source.assetId)?.reason) ?? reason;
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
  const { ruleId, severity, level, isExample, applies, suppressed, location } = finding;
  if (!isFileLocation(location) || ruleId.includes('/')) return null;
  const rules = isOpenImage(finding) ? [] : rulesOf(finding).sort();
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
    ...groupSentence(group, byId.get(first.assetId)?.name ?? first.assetId, assetIds.length),
    places,
    related: group.flatMap(({ related }) => related),
  };
}

/** True if two messages differ in their counts at most. */
function isSameMessage(a: Text, b: Text): boolean {
  return JSON.stringify(withoutCounts(a)) === JSON.stringify(withoutCounts(b));
}

/** Sentence of a group; of unknown versions, with the first reason as an example if there are others. */
function groupSentence(
  [first, ...others]: readonly [Finding, ...Finding[]],
  name: string,
  count: number,
): Pick<Finding, 'message' | 'unknown' | 'alsoRules'> {
  const { message, unknown } = first;
  // Only images that have to be pinned are grouped with other messages than their own.
  const hasOtherMessages = isOpenImage(first) && others.some((each) => !isSameMessage(each.message, message));
  if (unknown === undefined || !(isUnknown(message, unknown) || hasOtherMessages))
    return { message: withoutCounts(message) };
  const reason = JSON.stringify(unknown.reason);
  const isOneReason = others.every((each) => JSON.stringify(each.unknown?.reason) === reason);
  const given = {
    ...unknown,
    reason: isOneReason ? unknown.reason : text('unknown.forExample', { reason: unknown.reason }),
  };
  const lead = text('version.unknown', { asset: name, others: count - 1, ...given });
  const then = supportPart(message);
  const rules = new Set([first, ...others].flatMap(rulesOf));
  rules.delete(first.ruleId);
  return {
    message: then === null ? lead : text('os.joined', { first: lead, then }),
    unknown: given,
    ...(rules.size > 0 && { alsoRules: [...rules] }),
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
