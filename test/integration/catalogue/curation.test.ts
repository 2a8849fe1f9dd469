import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { CURATED_LABELS, classifyCurated } from '../../../src/catalogue/curation/labels.ts';
import { classify } from '../../../src/catalogue/classify/index.ts';
import { CURATED_LINKS } from '../../../src/catalogue/curation/links.ts';
import { groupedBullets } from '../../../src/catalogue/merge/index.ts';
import type { Item } from '../../../src/model/index.ts';
import { communityMirror } from '../../support/mirror/community-mirror.ts';
import { releasesOfMirror, releasesOfPostgresqlMirror } from '../../support/mirror/mirror-releases.ts';
import { needsShared } from '../../support/shared.ts';

describe('curated data', { skip: needsShared }, () => {
  let byRules: Map<string, Item>;
  let curated: Map<string, Item>;

  before(async () => {
    const itemsBy = async (labelsOf: typeof classify): Promise<Map<string, Item>> => {
      const { releases } = await communityMirror(labelsOf);
      const items = [...releasesOfMirror(labelsOf), ...releases].flatMap((release) => release.items);
      return new Map(items.map((item) => [item.digest, item]));
    };
    [byRules, curated] = await Promise.all([itemsBy(classify), itemsBy(classifyCurated)]);
  });

  test('overrides labels of the rules, and records that a person judged', () => {
    for (const [digest, { consequences, because }] of CURATED_LABELS) {
      const item = curated.get(digest);
      assert.ok(item, `${digest} is a bullet`);
      assert.deepEqual(item.consequences, consequences);
      assert.ok(item.why.includes(`kind ${item.kind}: a reader's judgement: ${because}`), digest);
      assert.notDeepEqual(byRules.get(digest)?.consequences, consequences, `${digest} is needed`);
    }
    const changed = [...curated].filter(([digest, { impact }]) => impact !== byRules.get(digest)?.impact);
    assert.ok(changed.every(([digest]) => CURATED_LABELS.has(digest)));
  });

  test('joins or separates linked bullets', async () => {
    const { releases: upstream } = await communityMirror();
    const engines = [releasesOfMirror(), await releasesOfPostgresqlMirror(), upstream];
    const groups = engines.flatMap((releases) => groupedBullets(releases, { links: CURATED_LINKS }));
    const bullets = new Set(engines.flat().flatMap(({ items }) => items.map(({ digest }) => digest)));
    const together = ([a, b]: readonly [string, string]): boolean =>
      groups.some((group) => [a, b].every((digest) => group.some((bullet) => bullet.digest === digest)));
    for (const pair of CURATED_LINKS.same) assert.ok(together(pair), pair.join(' '));
    for (const pair of CURATED_LINKS.different) assert.ok(!together(pair), pair.join(' '));
    const { same, different, brought = [] } = CURATED_LINKS;
    for (const digest of [...same, ...different, ...brought].flat()) {
      assert.ok(bullets.has(digest), `${digest} is a bullet`);
    }
  });
});

test('the score prints its results and the parts that it left out', () => {
  const script = path.resolve(import.meta.dirname, '../../../scripts/score/catalogue.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  assert.equal(status, 0, stderr);
  assert.match(stdout, /^Aurora MySQL: \d+ releases, \d+ items, \d+ bugs$/m);
  assert.match(stdout, /^ {2}2\.11\.1 +2023-02-14( +\d+){5}$/m);
  if (needsShared === false) {
    assert.match(stdout, /Labels, rules alone[^]+Labels, rules and curation[^]+Same bug or not, rules alone/);
    assert.doesNotMatch(stdout, /left out|below target/);
  } else {
    assert.match(stdout, /left out: .*needs \.\.\/shared/);
  }
});
