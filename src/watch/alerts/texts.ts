import { countOf } from '../../analysis/index.ts';
import { bugTitle, text } from '../../l10n/index.ts';
import type { Asset, BugMatch, Text, ProductId } from '../../model/index.ts';
import { productName, isSystem, serviceWord } from '../../products/index.ts';
import type { VersionGroup } from '../versions/version-groups.ts';
import type { AlertBug } from './alert.ts';
import type { NoteChange } from '../publications/diff.ts';
import type { PublishedRelease, Withdrawal } from '../publications/publications.ts';
import type { SupportDate } from './support-dates.ts';

/** A version in use, the number of a release's fixes that it lacks, and its assets. */
export interface AffectedVersion {
  product: ProductId;
  version: string;
  fixes: number;
  assets: readonly Asset[];
}

export function newReleaseText(
  release: PublishedRelease,
  affected: readonly AffectedVersion[],
  bugs: readonly AlertBug[],
  places: number,
): Text {
  return text('watch.newRelease', { ...releaseFacts(release, affected, bugs), lts: release.lts, places });
}

export function olderReleaseText(
  release: PublishedRelease,
  affected: readonly AffectedVersion[],
  bugs: readonly AlertBug[],
): Text {
  return text('watch.olderRelease', releaseFacts(release, affected, bugs));
}

export function newFixesText(
  release: PublishedRelease,
  affected: readonly AffectedVersion[],
  bugs: readonly AlertBug[],
): Text {
  return text('watch.newFixes', releaseFacts(release, affected, bugs));
}

/** Facts about a release and its fixes, for the sentence of an alert. */
function releaseFacts(
  { product, version, date }: PublishedRelease,
  affected: readonly AffectedVersion[],
  bugs: readonly AlertBug[],
) {
  return {
    name: productName(product),
    version,
    date,
    total: bugs.length,
    urgent: bugs.filter(({ urgency }) => urgency === 'urgent').length,
    runs: affected.map((run) => affectedVersionText(product, run)),
  };
}

export function newBugText(
  { product, version }: PublishedRelease,
  match: BugMatch,
  affected: readonly AffectedVersion[],
): Text {
  return text('watch.newBug', {
    name: productName(product),
    version,
    title: bugTitle(match.bug),
    urgency: text(`urgency.${match.urgency.level}`),
    runs: affected.map((run) => affectedVersionText(product, run)),
    reason: match.reason,
  });
}

/** @param named product that the sentence names */
function affectedVersionText(named: ProductId, run: AffectedVersion): Text {
  const { product, version, fixes, assets } = run;
  const who = assetsText(product, assets);
  return text('watch.run', { version: product === named ? version : nameOf(run), fixes, who });
}

/** `RDS for PostgreSQL 16.6` */
export function nameOf({ product, version }: { product: ProductId; version: string }): string {
  return `${productName(product)} ${version}`;
}

/** Assets of a group; of one of an upstream, with the version that contains it. */
function whoText({ product, runs, assets }: VersionGroup): Text {
  if (runs === undefined) return assetsText(product, assets);
  return text('watch.who.contains', { version: nameOf(runs), who: assetsText(runs.product, assets) });
}

function assetsText(product: ProductId, assets: readonly Asset[]): Text {
  const count = runningCount(assets);
  if (isSystem(product)) return text('watch.who.uses', { count });
  return text('watch.who.runs', { count, unit: serviceWord(product, 'unit') });
}

/**
 * Number of databases or images, at least one. A declaration with `count` 0 stands for running databases, which are
 * counted instead.
 */
function runningCount(assets: readonly Asset[]): number {
  return Math.max(1, countOf(assets));
}

export function withdrawnText(
  { product, version, reason }: Withdrawal,
  groups: readonly VersionGroup[],
): Text {
  const about = { name: productName(product), version, who: groups.map(whoText) };
  switch (reason) {
    case 'deprecated':
      return text('watch.deprecated', about);
    case 'recalled':
      return text('watch.recalled', about);
    case 'gone':
    case 'unlisted':
      return text('watch.withdrawn', about);
  }
}

/** @param daysLeft negative after the date */
export function supportText(
  { product, scope, event, date }: SupportDate,
  daysLeft: number,
  assets: readonly Asset[],
): Text {
  const about = { name: productName(product), scope, date, days: daysLeft, assets: runningCount(assets) };
  switch (event) {
    case 'standard-ends':
      return text(about.days < 0 ? 'watch.support.standard.past' : 'watch.support.standard', about);
    case 'extended-starts':
      return text(about.days < 0 ? 'watch.support.extended.past' : 'watch.support.extended', about);
    case 'year-3-starts':
      return text(about.days < 0 ? 'watch.support.year3.past' : 'watch.support.year3', about);
    case 'all-ends':
      return text(about.days < 0 ? 'watch.support.all.past' : 'watch.support.all', about);
  }
}

export function unreadableText(product: ProductId, since: string): Text {
  return text('watch.unreadable', { name: productName(product), since });
}

export function changedNotesText(
  { product, version }: PublishedRelease,
  changes: readonly NoteChange[],
): Text {
  return text('watch.changedNotes', { name: productName(product), version, count: changes.length });
}
