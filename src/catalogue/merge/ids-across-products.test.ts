import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeBugs } from './index.ts';
import { loadSnapshot } from '../snapshot/index.ts';
import { itemOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

test('assigns different ids to bugs of two engines with the same text', () => {
  const words = 'Fixed an issue where a reader restarts after the network was cut.';
  const other = 'Fixed an issue where a lost network made a reader restart.';
  const postgresql = { product: 'aurora-postgresql', line: '15', branch: '15.4' } as const;
  const bugs = mergeBugs([
    releaseOf('15.4.1', '2030-01-01', { ...postgresql, items: [itemOf(words)] }),
    releaseOf('3.10.1', '2030-02-01', { items: [itemOf(words)] }),
    releaseOf('3.10.2', '2030-03-01', { items: [itemOf(other)] }),
    releaseOf('15.4.2', '2030-03-01', { ...postgresql, items: [itemOf(other)] }),
  ]);
  const digests = [itemOf(words), itemOf(other)].map(({ digest }) => digest);
  const named = bugs.flatMap(({ id, aliases }) => [id, ...aliases]);
  assert.equal(new Set(named).size, named.length);
  // The first engine's bug keeps the digest as id; the other id adds its first release.
  const ofMysql = bugs.filter(({ product }) => product === 'aurora-mysql');
  assert.deepEqual(ofMysql.map(({ id }) => id).sort(), digests.toSorted());
  assert.ok(bugs.some(({ id, product }) => product === 'aurora-postgresql' && id === `${digests[0]}-15.4.1`));
});

test('shares no id or alias between two bugs of the embedded catalogue', async () => {
  const { bugs } = await loadSnapshot();
  const owners = new Map<string, string>();
  for (const { id, aliases, product } of bugs) {
    for (const name of new Set([id, ...aliases])) {
      assert.equal(owners.get(name) ?? product, product, name);
      owners.set(name, product);
    }
  }
  const ids = bugs.map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
});
