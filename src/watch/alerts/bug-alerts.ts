import type { BugMatch } from '../../model/index.ts';
import type { AlertInput } from './alert-input.ts';
import { idOf, type Alert } from './alert.ts';
import { exposuresTo, isFromItem, markReported, createListedTest, wasReported } from './exposure.ts';
import { bugsOf, ownLinesFirst, severityOfBugs } from './release-alerts.ts';
import type { PublishedRelease } from '../publications/publications.ts';
import { newBugText } from './texts.ts';

/** A bug that was added to earlier notes since the last look, and the assets that have it. */
interface Addition {
  match: BugMatch;
  release: PublishedRelease;
  digests: Set<string>;
  /** Ids of the affected assets. */
  assets: Set<string>;
}

/** Alerts for bugs that were added to earlier notes since the last look. A bug that any notes listed before is not new. */
export function newBugs(input: AlertInput, reported: Set<string>): Alert[] {
  const additions = [...additionsOf(input, reported).values()];
  return additions.map(({ match, release, digests, assets }): Alert => {
    for (const assetId of assets) markReported(reported, match, assetId);
    const affected = input.inUse
      .filter((group) => group.product === release.product)
      .map(({ product, version, runs, assets: all }) => ({
        ...(runs ?? { product, version }),
        fixes: 1,
        assets: all.filter(({ id }) => assets.has(id)),
      }))
      .filter((run) => run.assets.length > 0);
    const [firstDigest = ''] = [...digests].sort();
    return {
      id: idOf('new-bug', release.product, firstDigest),
      kind: 'new-bug',
      severity: severityOfBugs(bugsOf([match])),
      product: release.product,
      release: release.version,
      versions: [...new Set([release.version, ...affected.map(({ version }) => version)])],
      assetIds: [...assets],
      bugs: bugsOf([match]),
      changes: [],
      message: newBugText(release, match, affected),
      url: release.url,
      foundOn: input.today,
    };
  });
}

function additionsOf(input: AlertInput, reported: ReadonlySet<string>): Map<string, Addition> {
  const { news, inUse, before } = input;
  const isOld = createListedTest(before);
  const additions = new Map<string, Addition>();
  for (const { release, item } of ownLinesFirst(news.added, input)) {
    const isNewToAsset = (match: BugMatch): boolean =>
      isFromItem(match, release.version, item.digest) && !isOld(match);
    const groups = inUse.filter(({ product }) => product === release.product);
    for (const { match, assetId } of groups.flatMap((group) => exposuresTo(group, isNewToAsset))) {
      if (wasReported(reported, match, assetId)) continue;
      const entry = additions.get(match.bug.id) ?? { match, release, digests: new Set(), assets: new Set() };
      entry.digests.add(item.digest);
      entry.assets.add(assetId);
      additions.set(match.bug.id, entry);
    }
  }
  return additions;
}
