import { daysBetween } from '../../analysis/index.ts';
import type { BugMatch } from '../../model/index.ts';
import type { VersionGroup } from '../versions/version-groups.ts';
import type { AlertInput } from './alert-input.ts';
import { idOf, type Alert } from './alert.ts';
import { exposuresTo } from './exposure.ts';
import { ownLinesFirst } from './release-alerts.ts';
import { changedNotesText, unreadableText, withdrawnText } from './texts.ts';

/** Alerts for versions in use that the vendor has withdrawn. */
export function withdrawals({ news, now, inUse, today }: AlertInput): Alert[] {
  return news.withdrawn.flatMap((withdrawal) => {
    const { product, version, reason } = withdrawal;
    const groups = inUse.filter((group) => group.product === product && group.version === version);
    if (groups.length === 0) return [];
    const url = now.releases.find(
      (release) => release.product === product && release.version === version,
    )?.url;
    return [
      {
        id: idOf('withdrawn', product, version, reason),
        kind: 'withdrawn',
        severity: reason === 'recalled' ? 'critical' : 'high',
        product,
        release: version,
        versions: versionsOf(groups, version),
        assetIds: assetIdsOf(groups),
        bugs: [],
        changes: [],
        message: withdrawnText(withdrawal, groups),
        url: url ?? '',
        foundOn: today,
      },
    ];
  });
}

/** Days after which an unreadable source is reported. */
const UNREADABLE_DAYS = 7;

/** Alerts for sources that could not be read for a week, because silence would look like good news. */
export function unreadableSources({ failing, inUse, today }: AlertInput): Alert[] {
  return Object.entries(failing).flatMap(([product, since]) => {
    const groups = inUse.filter((group) => group.product === product);
    if (groups.length === 0 || daysBetween(since, today) < UNREADABLE_DAYS) return [];
    return [
      {
        id: idOf('source-unreadable', product, since),
        kind: 'source-unreadable' as const,
        severity: 'medium' as const,
        product,
        release: null,
        versions: versionsOf(groups),
        assetIds: assetIdsOf(groups),
        bugs: [],
        changes: [],
        message: unreadableText(product, since),
        url: '',
        foundOn: today,
      },
    ];
  });
}

/**
 * Alerts for changed notes of a version in use, or about a bug that it has. One change can be made in the notes of many
 * lines: a bug is reported once, for a line in use if possible.
 */
export function changedNotes(input: AlertInput): Alert[] {
  const { news, inUse, today } = input;
  const reported = new Set<string>();
  return ownLinesFirst(news.changed, input).flatMap(({ release, changes }) => {
    const sameProduct = inUse.filter(({ product }) => product === release.product);
    const digests = new Set(changes.flatMap((change) => change.digests));
    const isChanged = ({ bug }: BugMatch): boolean =>
      bug.listings.some(({ version, digest }) => version === release.version && digests.has(digest));
    const groups = sameProduct.filter((group) => {
      const pairs = exposuresTo(group, isChanged).map(({ match, assetId }) => idOf(match.bug.id, assetId));
      const isNews = pairs.some((pair) => !reported.has(pair));
      for (const pair of pairs) reported.add(pair);
      return isNews || group.version === release.version;
    });
    if (groups.length === 0) return [];
    const { product, version } = release;
    return [
      {
        id: idOf('changed-notes', product, version, ...digests),
        kind: 'changed-notes' as const,
        severity: 'info' as const,
        product,
        release: version,
        versions: versionsOf(groups, version),
        assetIds: assetIdsOf(groups),
        bugs: [],
        changes: changes.map(({ before, after }) => ({ before, after })),
        message: changedNotesText(release, changes),
        url: release.url,
        foundOn: today,
      },
    ];
  });
}

/** A release, if the news is about one, and the versions in use. */
function versionsOf(groups: readonly VersionGroup[], ...release: readonly string[]): string[] {
  return [...new Set([...release, ...groups.map(({ version, runs }) => runs?.version ?? version)])];
}

function assetIdsOf(groups: readonly VersionGroup[]): string[] {
  return groups.flatMap(({ assets }) => assets.map(({ id }) => id));
}
