import { countOf } from '../../analysis/index.ts';
import { bugTitle, text } from '../../l10n/index.ts';
import type { Asset, BugMatch, Text, ProductId } from '../../model/index.ts';
import { productName, isSystem } from '../../products/index.ts';
import type { AlertBug } from './alert.ts';
import type { NoteChange } from '../diff.ts';
import type { SeenRelease, Withdrawal } from '../seen.ts';
import type { SupportDate } from './support-dates.ts';

/** A version in use, the number of a release's fixes that it lacks, and its assets. */
export interface Run {
  version: string;
  fixes: number;
  assets: readonly Asset[];
}

export function newReleaseText(
  release: SeenRelease,
  runs: readonly Run[],
  bugs: readonly AlertBug[],
  places: number,
): Text {
  return text('watch.newRelease', { ...releaseFacts(release, runs, bugs), lts: release.lts, places });
}

export function olderReleaseText(
  release: SeenRelease,
  runs: readonly Run[],
  bugs: readonly AlertBug[],
): Text {
  return text('watch.olderRelease', releaseFacts(release, runs, bugs));
}

export function newFixesText(release: SeenRelease, runs: readonly Run[], bugs: readonly AlertBug[]): Text {
  return text('watch.newFixes', releaseFacts(release, runs, bugs));
}

/** Facts about a release and its fixes, for the sentence of an alert. */
function releaseFacts(
  { product, version, date }: SeenRelease,
  runs: readonly Run[],
  bugs: readonly AlertBug[],
) {
  return {
    name: productName(product),
    version,
    date,
    total: bugs.length,
    urgent: bugs.filter(({ urgency }) => urgency === 'urgent').length,
    runs: runs.map((run) => runText(product, run)),
  };
}

export function newBugText({ product, version }: SeenRelease, match: BugMatch, runs: readonly Run[]): Text {
  return text('watch.newBug', {
    name: productName(product),
    version,
    title: bugTitle(match.bug),
    urgency: text(`urgency.${match.urgency.level}`),
    runs: runs.map((run) => runText(product, run)),
    reason: match.reason,
  });
}

function runText(product: ProductId, { version, fixes, assets }: Run): Text {
  return text('watch.run', { version, fixes, who: whoText(product, assets) });
}

function whoText(product: ProductId, assets: readonly Asset[]): Text {
  return text(isSystem(product) ? 'watch.who.uses' : 'watch.who.runs', { count: clustersOf(assets) });
}

/**
 * Number of clusters, at least one. A declaration with running clusters counts as none (`count` 0): they are counted
 * instead.
 */
function clustersOf(assets: readonly Asset[]): number {
  return Math.max(1, countOf(assets));
}

export function withdrawnText({ product, version, reason }: Withdrawal, assets: readonly Asset[]): Text {
  const about = {
    name: productName(product),
    version,
    who: whoText(product, assets),
  };
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
  const about = { name: productName(product), scope, date, days: daysLeft, assets: clustersOf(assets) };
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

export function changedNotesText({ product, version }: SeenRelease, changes: readonly NoteChange[]): Text {
  return text('watch.changedNotes', { name: productName(product), version, count: changes.length });
}
