import { text } from '../../../l10n/index.ts';
import {
  adviceOf,
  firstStep,
  getOrInsert,
  isFileLocation,
  isNeverCreated,
  lastStep,
  type Asset,
  type Finding,
  type FindingPlace,
  type Text,
  type TextArg,
} from '../../../model/index.ts';
import { unknownVersionReason } from '../../judging/unknown-version.ts';
import {
  hasUnknownVersion,
  rulesOf,
  uniquePlaces,
  withoutRepeated,
  type UnknownVersionFinding,
} from './repetitions.ts';

/**
 * Arguments of sentences that count or name the assets of one place, with neutral values for a finding that lists its
 * places instead.
 */
const PLACE_ARGUMENTS: Readonly<Record<string, TextArg>> = { images: null, kinds: null, asset: null };

/**
 * Merges findings about the same version in several places of the code into one with all its places, whose fix changes
 * all of them. Also merges copies that a tool wrote, defaults that no caller uses, and unknown versions of one product
 * with the same next step. Suppressed places stay separate.
 */
export function foldFindings(findings: readonly Finding[], assets: readonly Asset[]): Finding[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  // Findings of one version mostly share their list of bugs and their sentence.
  const lists = new Map<readonly string[], string>();
  const sentences = new Map<Text, string>();
  const contents = (finding: Finding): string => {
    const { bugIds, message } = finding;
    return hasUnknownVersion(finding)
      ? JSON.stringify([
          ...[finding.unknown.what, nextStepOf(finding, byId), supportPart(message)],
          ...[firstStep(adviceOf(finding))?.version, lastStep(adviceOf(finding))?.version],
        ])
      : getOrInsert(lists, bugIds, () => bugIds.join(' ')) +
          getOrInsert(sentences, message, () => JSON.stringify(withoutPlace(message)));
  };
  const fold = (those: readonly Finding[], isApart: (finding: Finding) => boolean): Finding[] => {
    const groups = Map.groupBy(those, (finding) =>
      isApart(finding) ? finding : (foldKey(finding, contents) ?? finding),
    );
    return [...groups.values()].flatMap(([first, ...others]) =>
      first === undefined ? [] : [foldedFinding([first, ...others], byId)],
    );
  };
  // Defaults of several modules may share a version, and each may have other callers.
  const isDefault = ({ assetId }: Finding): boolean => isNeverCreated(byId.get(assetId) ?? {});
  return fold(withoutRepeated(fold(findings, isDefault), byId), () => false);
}

/** The part about support of a message that joins two; null without one. */
function supportPart({ key, args }: Text): Text | null {
  const { then = null } = args;
  return key === 'os.joined' && isText(then) ? then : null;
}

/** Next step that makes a version known; of a replica that of its source. */
function nextStepOf({ assetId, unknown }: UnknownVersionFinding, byId: ReadonlyMap<string, Asset>): Text {
  if (unknown.reason.key !== 'inventory.replica') return unknown.next;
  const link = byId.get(assetId)?.links.find(({ role }) => role === 'source');
  const source = link && byId.get(link.assetId);
  return (source && unknownVersionReason(source)?.next) ?? unknown.next;
}

/**
 * Assets of a finding, with those that have an equal finding. The editor shows it at every place; its fix at one place
 * covers all that the terminal merges.
 */
export function foldedAssets(
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
  const rules = hasUnknownVersion(finding) ? [] : rulesOf(finding).sort();
  return (
    JSON.stringify([rules, severity, level, applies, isExample === true, suppressed]) + contentsOf(finding)
  );
}

/** Sentence without the arguments that count or name the assets of one place. */
function withoutPlace({ key, args }: Text): Text {
  const rest = Object.entries(args).map(([name, value]): [string, TextArg] => [
    name,
    Object.hasOwn(PLACE_ARGUMENTS, name) ? (PLACE_ARGUMENTS[name] ?? null) : argOfAnyPlace(value),
  ]);
  return { key, args: Object.fromEntries(rest) };
}

function argOfAnyPlace(value: TextArg): TextArg {
  if (value instanceof Array) return value.map(argOfAnyPlace);
  return isText(value) ? withoutPlace(value) : value;
}

function isText(value: TextArg): value is Text {
  return typeof value === 'object' && value !== null && 'key' in value;
}

function foldedFinding(group: readonly [Finding, ...Finding[]], byId: ReadonlyMap<string, Asset>): Finding {
  const [first, ...others] = group;
  const places = uniquePlaces(group.flatMap((finding) => finding.places ?? [placeOfFinding(finding, byId)]));
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

/** True if two messages differ at most in the arguments that count or name the assets of one place. */
function isSameMessage(a: Text, b: Text): boolean {
  return JSON.stringify(withoutPlace(a)) === JSON.stringify(withoutPlace(b));
}

/** Sentence of a group. If its versions are unknown for several reasons, the first one is the example. */
function groupSentence(
  [first, ...others]: readonly [Finding, ...Finding[]],
  name: string,
  count: number,
): Pick<Finding, 'message' | 'unknown' | 'alsoRules'> {
  const { message, unknown } = first;
  const isAlike =
    message.key !== 'version.unknown' && others.every((each) => isSameMessage(each.message, message));
  if (unknown === undefined || isAlike) return { message: withoutPlace(message) };
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
