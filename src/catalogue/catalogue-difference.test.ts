import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueDifference } from '../../scripts/snapshot/catalogue-difference.ts';
import { loadCatalogue } from './index.ts';

const PRODUCT = 'aurora-mysql';

test('describes the changes of a new snapshot product by product', async () => {
  const after = await loadCatalogue(null);
  assert.match(catalogueDifference(after, after), /Nothing else is different/);

  const [newest, second, ...others] = after.releases.filter(({ product }) => product === PRODUCT);
  const [bug, changed] = after.bugs.filter(({ product }) => product === PRODUCT);
  assert.ok(newest && second && bug && changed && others.length > 0);
  const before = {
    ...after,
    asOf: '2026-01-01T00:00:00Z',
    releases: [
      ...after.releases.filter((release) => release !== newest && release !== second),
      { ...second, lts: !second.lts },
      { ...newest, version: '3.99.0' },
    ],
    bugs: after.bugs
      .filter((each) => each !== bug)
      .map((each) => (each === changed ? { ...each, title: 'Other' } : each)),
    support: after.support.map((period) => ({ ...period, standardEnds: '2020-01-01' })),
  };
  const difference = catalogueDifference(before, after);
  assert.match(difference, /before: 2026-01-01/);
  assert.match(difference, /## Aurora MySQL\n/);
  assert.ok(difference.includes(`**New releases: 1**\n\n- [${newest.version}](${newest.url})`), difference);
  assert.ok(difference.includes('**Releases that are gone: 1**\n\n- [3.99.0]'));
  assert.ok(difference.includes(`**Releases with other facts: 1**\n\n- [${second.version}]`));
  assert.ok(difference.includes(`**New bugs: 1**\n\n- ${bug.title} (${bug.severity}; fixed in `));
  assert.ok(difference.includes('**Bugs with a changed description: 1**'));
  assert.match(difference, /\*\*Support periods with other dates: \d+\*\*\n\n- \S+: standard support to 20/);
});
