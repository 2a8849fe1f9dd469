import type { Ignore, Written } from '../config/index.ts';
import { CONFIG_FILE } from '../config/index.ts';
import { text } from '../l10n/index.ts';
import {
  isDay,
  isFileLocation,
  locationKey,
  type Asset,
  type Finding,
  type KnownBug,
  type Location,
  type Problem,
  type Suppression,
} from '../model/index.ts';

/** Why a finding or a bug is left out. */
export type SuppressedBy = NonNullable<Finding['suppressed']>;

/** Answers what the team asked to leave out. A request without a reason, or past its day, has no effect and is reported. */
export interface Suppressor {
  finding(ruleId: string, location: Location, assets: readonly Asset[]): SuppressedBy | null;
  bug(bug: KnownBug, location: Location, assets: readonly Asset[]): SuppressedBy | null;
  problems: readonly Problem[];
}

/** @param today YYYY-MM-DD: the last day of a request still counts */
export function createSuppressor(
  comments: readonly Suppression[],
  ignores: readonly Written<Ignore>[],
  today: string,
): Suppressor {
  const problems: Problem[] = [];
  const active = comments.filter((comment) => isActive(comment, today, problems));
  const activeIgnores = ignores.filter(({ until, line }) => {
    if (until === undefined || until >= today) return true;
    problems.push({ source: CONFIG_FILE, text: text('suppression.expired', { until, line }) });
    return false;
  });

  function asked(
    isIt: (target: string) => boolean,
    location: Location,
    assets: readonly Asset[],
  ): SuppressedBy | null {
    const comment = active.find(({ target, scope }) => isIt(target) && speaksOf(scope, location));
    if (comment) return { by: whereOf(comment), reason: comment.reason ?? '', until: comment.until };
    const ignore = activeIgnores.find(({ rule, resource }) => isIt(rule) && namesAll(resource, assets));
    if (ignore) return { by: CONFIG_FILE, reason: ignore.reason, until: ignore.until ?? null };
    return null;
  }

  return {
    finding: (ruleId, location, assets) =>
      asked(
        (target) => target === ruleId || (target.endsWith('/') && ruleId.startsWith(target)),
        location,
        assets,
      ),
    bug: (bug, location, assets) =>
      asked((target) => target === bug.id || bug.aliases.includes(target), location, assets),
    problems,
  };
}

function isActive(comment: Suppression, today: string, problems: Problem[]): boolean {
  const { reason, until, location } = comment;
  const line = isFileLocation(location) ? location.line : 0;
  const source = whereOf(comment);
  if (reason === null) {
    problems.push({ source, text: text('suppression.noReason', { line }) });
    return false;
  }
  if (until !== null && !isDay(until)) {
    problems.push({ source, text: text('suppression.badDate', { until, line }) });
    return false;
  }
  if (until !== null && until < today) {
    problems.push({ source, text: text('suppression.expired', { until, line }) });
    return false;
  }
  return true;
}

function whereOf({ location }: Suppression): string {
  return isFileLocation(location) ? location.file : locationKey(location);
}

function speaksOf(scope: Suppression['scope'], location: Location): boolean {
  if ('address' in scope) return scope.address === locationKey(location);
  if (!isFileLocation(location) || scope.file !== location.file) return false;
  return scope.line === null || scope.line === location.line;
}

/** Without a resource a request speaks of all; `*` stands for any part of an address. */
function namesAll(resource: string | undefined, assets: readonly Asset[]): boolean {
  if (resource === undefined) return true;
  const pattern = new RegExp(`^${resource.split('*').map(RegExp.escape).join('.*')}$`);
  return assets.length > 0 && assets.every(({ name }) => pattern.test(name));
}
