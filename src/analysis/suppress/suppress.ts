import type { Ignore, WithLineNumber } from '../../config/index.ts';
import { CONFIG_FILE } from '../../config/index.ts';
import {
  clusterOfInstance,
  isFileLocation,
  locationKey,
  type Asset,
  type Finding,
  type KnownBug,
  type Location,
  type Problem,
  type Suppression,
} from '../../model/index.ts';
import { isInRanges } from '../../products/index.ts';
import { Comments } from './comments.ts';
import { EntriesByResource } from './resource-pattern.ts';
import { commentMistakes, ignoreMistakes } from './suppression-mistakes.ts';

/** Suppression of a finding or a bug. */
export type SuppressedBy = NonNullable<Finding['suppressed']>;

/** Suppressions of a team. One without a reason, or past its day, has no effect and is reported. */
export interface Suppressor {
  finding(ruleId: string, location: Location, assets: readonly Asset[]): SuppressedBy | null;
  bug(bug: KnownBug, location: Location, assets: readonly Asset[]): SuppressedBy | null;
  /** True if any suppression can be about a place or its bugs; false saves a lookup for each bug. */
  mayCover(location: Location): boolean;
  /** Assets that remain in a finding of a rule if the configuration names others of them. */
  rest(ruleId: string, assets: readonly Asset[]): readonly Asset[];
  problems: readonly Problem[];
}

/** @param today YYYY-MM-DD: the last day of a request still counts */
export function createSuppressor(
  comments: readonly Suppression[],
  ignores: readonly WithLineNumber<Ignore>[],
  today: string,
): Suppressor {
  const inComments = commentMistakes(comments, today);
  const inConfig = ignoreMistakes(ignores, today);
  const active = new Comments(comments.filter((comment) => !inComments.ineffective.has(comment)));
  const byRule = new Map(
    [
      ...Map.groupBy(
        ignores.filter((entry) => !inConfig.ineffective.has(entry)),
        ({ rule }) => rule,
      ),
    ].map(([rule, entries]) => [rule, new EntriesByResource(entries, isOfVersion)]),
  );

  function findSuppression(
    targets: readonly string[],
    location: Location,
    assets: readonly Asset[],
  ): SuppressedBy | null {
    const comment = active.at(location, targets);
    if (comment) return { by: placeName(comment), reason: comment.reason ?? '', until: comment.until };
    const entries = targets.flatMap((target) => byRule.get(target) ?? []);
    const ignore = entries.length === 0 ? undefined : entryForAll(entries, assets);
    return ignore === undefined
      ? null
      : { by: CONFIG_FILE, reason: ignore.reason, until: ignore.until ?? null };
  }

  return {
    finding: (ruleId, location, assets) => findSuppression(targetsOf(ruleId), location, assets),
    bug: (bug, location, assets) => findSuppression([bug.id, ...bug.aliases], location, assets),
    mayCover: (location) => byRule.size > 0 || active.isAnyAt(location),
    rest: (ruleId, assets) => {
      const entries = targetsOf(ruleId).flatMap((target) => byRule.get(target) ?? []);
      if (entries.length === 0) return assets;
      const isNamed = (asset: Asset): boolean => entries.some((each) => each.naming(asset) !== undefined);
      const covered = new Set(subjectsOf(assets).flatMap((asset) => (isNamed(asset) ? asset.id : [])));
      return assets.filter((asset) => !covered.has(asset.id) && !covered.has(clusterOfInstance(asset) ?? ''));
    },
    problems: [...inComments.problems, ...inConfig.problems],
  };
}

/** Targets that suppress findings of a rule: the rule, or a family that it is in (`check/`). */
function targetsOf(ruleId: string): string[] {
  const targets = [ruleId];
  for (let at = ruleId.indexOf('/'); at >= 0; at = ruleId.indexOf('/', at + 1))
    targets.push(ruleId.slice(0, at + 1));
  return targets;
}

function isOfVersion({ versions }: Ignore, { version, versions: { running } }: Asset): boolean {
  if (versions === undefined) return true;
  const own = running ?? version;
  return own !== null && isInRanges(own, versions);
}

/** Finding about several assets, reduced to those that the configuration does not suppress. */
export function findForUnsuppressed(
  suppressor: Pick<Suppressor, 'rest'>,
  assets: readonly [Asset, ...Asset[]],
  find: (assets: readonly [Asset, ...Asset[]]) => readonly Finding[],
): Finding[] {
  return find(assets).flatMap((finding) => {
    const rest = suppressor.rest(finding.ruleId, assets);
    if (rest.length === assets.length) return finding;
    const [first, ...others] = rest;
    if (first === undefined) return finding;
    return find([first, ...others]).filter(({ ruleId }) => ruleId === finding.ruleId);
  });
}

/** Entry that suppresses something about assets: each of them has to be named; the first one's entry is returned. */
function entryForAll(
  entries: readonly EntriesByResource<WithLineNumber<Ignore>>[],
  assets: readonly Asset[],
): WithLineNumber<Ignore> | undefined {
  for (const { general } of entries) if (general !== undefined) return general;
  let first: WithLineNumber<Ignore> | undefined;
  for (const asset of subjectsOf(assets)) {
    const found = entries.map((each) => each.naming(asset)).find((entry) => entry !== undefined);
    if (found === undefined) return undefined;
    first ??= found;
  }
  return first;
}

/**
 * Names that suppress a finding about some assets in a configuration: their addresses, or their ids if something else has
 * the same address.
 * @param others all assets of the inventory
 */
export function resourcesToName(assets: readonly Asset[], others: readonly Asset[]): string[] {
  const ids = new Set(assets.map(({ id }) => id));
  return subjectsOf(assets).map(({ id, name }) => {
    const address = id.slice(id.indexOf('#') + 1);
    const isShared = others.some(
      (other) => other.name === name && !ids.has(other.id) && !isSameFile(id, other.id),
    );
    return isShared ? id : address;
  });
}

function isSameFile(a: string, b: string): boolean {
  return a.split('#')[0] === b.split('#')[0];
}

/** Assets without the instances of clusters among them: a cluster decides for its instances. */
function subjectsOf(assets: readonly Asset[]): readonly Asset[] {
  const ids = new Set(assets.map(({ id }) => id));
  return assets.filter((asset) => !ids.has(clusterOfInstance(asset) ?? ''));
}

function placeName({ location }: Suppression): string {
  return isFileLocation(location) ? location.file : locationKey(location);
}
