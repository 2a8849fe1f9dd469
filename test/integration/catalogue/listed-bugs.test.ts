import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bugsInUpgradingTo, bugsOfVersion } from '../../../src/analysis/index.ts';
import { loadSnapshot } from '../../../src/catalogue/snapshot/index.ts';
import type { BugMatch, KnownBug } from '../../../src/model/index.ts';

/** Reason why a bug is listed for no version. */
type Reason = 'listed where an upgrade leads to it' | 'no published release began with it';

test('lists every bug for some version, or has a reason for none', async () => {
  const catalogue = await loadSnapshot();
  const releases = catalogue.releases.filter(({ product }) => product === 'aurora-mysql');
  const idsOf = (matchesAt: (version: string) => readonly BugMatch[]): Set<string> =>
    new Set(releases.flatMap(({ version }) => matchesAt(version).map(({ bug }) => bug.id)));
  const listed = idsOf((version) => bugsOfVersion(catalogue, 'aurora-mysql', version, new Map()));
  const inUpgrades = idsOf((version) => bugsInUpgradingTo(catalogue, 'aurora-mysql', version));

  const reasons = Map.groupBy(
    catalogue.bugs.filter(({ product, id }) => product === 'aurora-mysql' && !listed.has(id)),
    (bug) => reasonOf(bug),
  );
  assert.deepEqual(
    Object.fromEntries([...reasons].map(([reason, bugs]) => [reason, bugs.length])),
    { 'listed where an upgrade leads to it': 27, 'no published release began with it': 1 },
    JSON.stringify([...reasons]),
  );

  function reasonOf({ id, bounds, listings }: KnownBug): Reason | undefined {
    if (inUpgrades.has(id)) return 'listed where an upgrade leads to it';
    // A change of MySQL that is absent since the first release with that MySQL.
    const first = releases.find(({ communityVersion }) => communityVersion === bounds.introducedInCommunity);
    if (first?.version === listings[0]?.version) return 'no published release began with it';
    return undefined;
  }
});
