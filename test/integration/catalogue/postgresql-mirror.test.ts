import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, test } from 'node:test';
import { readCommunityLabels, scoreCommunityItems } from '../../../scripts/score/community-items.ts';
import { cveAnswer } from '../../../src/analysis/index.ts';
import type { Item } from '../../../src/model/index.ts';
import { communityMirror } from '../../support/mirror/community-mirror.ts';
import { needsShared } from '../../support/shared.ts';

const FIXTURES = path.resolve(import.meta.dirname, '../../fixtures/postgresql');

function lines<T>(name: string): T[] {
  const rows = readFileSync(path.join(FIXTURES, name), 'utf8').trim().split('\n');
  return rows.map((row) => JSON.parse(row) as T);
}

describe("the community's notes in the mirror", { skip: needsShared }, () => {
  test('are read completely', async () => {
    const { releases, bugs, problems } = await communityMirror();
    assert.deepEqual(problems, []);
    const minors = releases.filter(({ version }) => !version.endsWith('.0'));
    assert.equal(minors.length, 138);
    assert.equal(minors.flatMap(({ items }) => items).length, 6187);
    assert.equal(releases.length, 146);
    // The pages name 139; six belong to older bugs and other projects.
    assert.equal(new Set(bugs.flatMap(({ cves }) => cves)).size, 133);
    assert.ok(bugs.length > 2150 && bugs.length < 2400, `${bugs.length}`);
  });

  test('contain 324 items and 20 CVEs of 16.7 to 16.14', async () => {
    const { releases } = await communityMirror();
    const items = releases
      .filter(({ version }) => /^16\.(?:[7-9]|1[0-4])$/.test(version))
      .flatMap((release) => release.items);
    assert.equal(items.length, 324);
    // The notes name two more, of older bugs.
    assert.equal(new Set(items.flatMap(({ cves }) => cves)).size, 20);
  });

  test('contain one bug of a release for each set of commits', async () => {
    const { releases, bugs } = await communityMirror();
    const bugOf = new Map(
      bugs.flatMap(({ id, listings }) => listings.map(({ version, digest }) => [`${version} ${digest}`, id])),
    );
    const sets = new Map<string, Set<string>>();
    for (const { version, items } of releases)
      for (const { digest, kind, commits, cves } of items) {
        if (kind !== 'fix' || commits === undefined || commits.main.length === 0 || cves.length > 1) continue;
        const key = commits.main.join(' ');
        sets.set(key, (sets.get(key) ?? new Set()).add(bugOf.get(`${version} ${digest}`) ?? ''));
      }
    // One commit fixes two items of one release.
    assert.deepEqual(
      [...sets].filter(([, ids]) => ids.size > 1).map(([key]) => key),
      ['59bd34c2f'],
    );
  });

  test('have the labels that a reader gave', async () => {
    const { releases } = await communityMirror();
    const items = new Map(releases.flatMap((release) => release.items.map((item) => [item.digest, item])));
    const judged = lines<{ id: string; impact: string | null; part: string | null }>('items.jsonl');
    const share = (isRight: (item: Item, judgement: (typeof judged)[number]) => boolean): number =>
      judged.filter((each) => {
        const item = items.get(each.id);
        return item !== undefined && isRight(item, each);
      }).length / judged.length;
    assert.ok(judged.length >= 150);
    const impacts = share((item, { impact }) => (item.kind === 'fix' ? item.impact : null) === impact);
    const parts = share(
      (item, { part, impact }) =>
        impact === null || (item.part ?? (item.extension === undefined ? null : 'extension')) === part,
    );
    assert.ok(impacts >= 0.8, `impacts ${impacts}`);
    assert.ok(parts >= 0.95, `parts ${parts}`);
  });

  for (const draw of ['blind-a', 'blind-b', 'blind-c', 'blind-d', 'blind-e'])
    test(`have the labels that an independent reader gave: ${draw}`, async () => {
      const labels = readCommunityLabels(path.join(FIXTURES, `${draw}.jsonl`));
      const all = scoreCommunityItems(labels, await communityMirror());
      const sure = scoreCommunityItems(
        labels.filter(({ unsure }) => !unsure),
        await communityMirror(),
      );
      assert.ok(all.precision >= 0.94 && all.recall >= 0.97, `bug or not ${all.precision} ${all.recall}`);
      assert.ok(all.counted >= 0.92 && all.part >= 0.91, `counted ${all.counted} parts ${all.part}`);
      assert.ok(sure.impact >= 0.85, `impacts ${sure.impact}`);
      // One draw has no urgent bug of which the reader was sure.
      assert.ok(!(sure.aucUrgent < 0.9), `urgent ${sure.aucUrgent}`);
    });

  test('are paired over major versions as a reader paired them', async () => {
    const { bugs } = await communityMirror();
    const bugOf = ([version, digest]: readonly [string, string]): string | undefined =>
      bugs.find(({ listings }) => listings.some((one) => one.version === version && one.digest === digest))
        ?.id;
    const pairs = lines<{ a: [string, string]; b: [string, string]; same: boolean }>('pairs.jsonl');
    assert.ok(pairs.length >= 40);
    const wrong = pairs.filter(({ a, b, same }) => {
      const [one, other] = [bugOf(a), bugOf(b)];
      return one === undefined || other === undefined || (one === other) !== same;
    });
    assert.deepEqual(wrong, []);
  });

  test('name the first fixed release of each major version, as the community does', async () => {
    const catalogue = await communityMirror();
    const first = JSON.parse(readFileSync(path.join(FIXTURES, 'first-fixed.json'), 'utf8')) as Record<
      string,
      string[]
    >;
    for (const [cve, versions] of Object.entries(first)) {
      const fixed = cveAnswer(catalogue, cve)?.branches.flatMap(({ firstFixed }) => firstFixed ?? []) ?? [];
      assert.deepEqual(
        versions.filter((version) => !fixed.includes(version)),
        [],
        cve,
      );
    }
  });
});
