import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  daysBetween,
  SOAK_DAYS,
  supportOf,
  upgradeAdvice,
  type UpgradeAdvice,
} from '../../../src/analysis/index.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { say } from '../../../src/l10n/index.ts';
import { compareVersions, type Release } from '../../../src/model/index.ts';
import { auroraLine } from '../../../src/products/aurora-mysql/versions.ts';

/** Days that the embedded catalogue and its calendar cover. */
const DAYS = ['2026-08-05', '2026-11-27', '2027-06-01'];

const catalogue = await loadCatalogue(null);
const releases = catalogue.releases.filter(({ product }) => product === 'aurora-mysql');
const byVersion = new Map(releases.map((release) => [release.version, release]));

function releaseOf(version: string): Release {
  const release = byVersion.get(version);
  assert.ok(release, version);
  return release;
}

const table = DAYS.flatMap((day) =>
  releases.map((from) => ({
    day,
    from,
    advice: upgradeAdvice(catalogue, 'aurora-mysql', from.version, { day }),
  })),
);

function everyAdvice(check: (from: Release, advice: UpgradeAdvice, day: string) => void): void {
  for (const { from, advice, day } of table) check(from, advice, day);
}

function recommendedOf({ recommended }: UpgradeAdvice): string | null {
  return recommended === null || recommended === 'stay' ? null : recommended;
}

describe('the advice for every release of the embedded catalogue', () => {
  test('recommends a release in standard support that is neither a preview nor withdrawn', () => {
    everyAdvice((from, advice, day) => {
      const to = recommendedOf(advice);
      if (to === null) return;
      const words = `${from.version} → ${to} on ${day}`;
      assert.equal(supportOf(catalogue, 'aurora-mysql', to, day)?.phase, 'standard', words);
      assert.deepEqual(
        releaseOf(to).status.filter((word) => word === 'beta' || word === 'deprecated'),
        [],
        words,
      );
    });
  });

  test('never goes down, neither to the target nor on the path', () => {
    everyAdvice((from, { targets }) => {
      for (const { version, path } of targets) {
        const stops = [from.version, ...path];
        assert.equal(stops.at(-1), version);
        for (const [i, stop] of path.entries())
          assert.ok(compareVersions(stop, stops[i] ?? '') > 0, stops.join());
      }
    });
  });

  test('has a path of in-place upgrades, with steps over a major version only from supported releases', () => {
    everyAdvice((from, advice, day) => {
      const to = recommendedOf(advice);
      const target = advice.targets.find(({ version }) => version === to);
      // After the end of support of a major version, the pages offer no path from it; an account may.
      const open = day === '2026-11-27' ? ['in-place'] : ['in-place', 'unknown'];
      if (to !== null) assert.ok(open.includes(target?.reachable ?? ''), `${from.version} → ${to}`);
      for (const { reachable, path } of advice.targets) {
        if (reachable !== 'in-place') continue;
        const stops = [from.version, ...path];
        for (const [i, stop] of path.entries()) {
          const start = stops[i] ?? '';
          if (auroraLine(start) === auroraLine(stop)) continue;
          const phase = supportOf(catalogue, 'aurora-mysql', start, day)?.phase ?? '';
          assert.ok(['standard', 'extended'].includes(phase), `${start} → ${stop} on ${day}: ${phase}`);
        }
      }
    });
  });

  test('names the soak time if the target is younger', () => {
    let young = 0;
    everyAdvice((from, advice, day) => {
      const to = recommendedOf(advice);
      if (to === null || daysBetween(releaseOf(to).date, day) >= SOAK_DAYS) return;
      young += 1;
      const { more } = advice.targets.find(({ version }) => version === to) ?? {};
      const said = (more?.caveats ?? []).map((caveat) => say(caveat, 'en')).join();
      assert.match(said, /soak time/, `${from.version} → ${to} on ${day}`);
    });
    assert.equal(young, 0, 'an older release was there each time');
  });

  test('lists the recommended target first, and marks unsupported and young releases', () => {
    everyAdvice((from, advice, day) => {
      const to = recommendedOf(advice);
      if (to !== null) assert.equal(advice.targets[0]?.version, to, from.version);
      for (const { version, more } of advice.targets) {
        const phase = supportOf(catalogue, 'aurora-mysql', version, day)?.phase;
        if (phase !== 'standard') assert.notEqual(more?.caveats.length, 0, `${from.version} → ${version}`);
      }
    });
  });

  test('stays only in a supported release without a newer patch that is old enough', () => {
    everyAdvice((from, { recommended }, day) => {
      if (recommended !== 'stay') return;
      assert.equal(supportOf(catalogue, 'aurora-mysql', from.version, day)?.phase, 'standard', from.version);
      const newer = releases.filter(
        ({ branch, version, date }) =>
          branch === from.branch &&
          compareVersions(version, from.version) > 0 &&
          daysBetween(date, day) >= SOAK_DAYS,
      );
      assert.deepEqual(
        newer.map(({ version }) => version),
        [],
        `${from.version} on ${day}`,
      );
    });
  });

  test('recommends the newest long-term patch for another major version, and after the end of a long-term one', () => {
    const advised = ['2.11.1', '2.12.6', '3.04.0', '3.04.6'].map(
      (from) => upgradeAdvice(catalogue, 'aurora-mysql', from, { day: '2026-11-27' }).recommended,
    );
    const newest = releases.filter(({ branch }) => branch === '3.10').map(({ version }) => version);
    assert.deepEqual(new Set(advised), new Set([newest.sort(compareVersions).at(-1)]));
  });

  test('has one reason in both languages, in complete sentences', () => {
    everyAdvice((_, { reason, notes, targets }) => {
      for (const sentence of [reason, ...notes, ...targets.map((target) => target.reason)]) {
        for (const language of ['en', 'ja'] as const) {
          const said = say(sentence, language);
          assert.match(said, /(?:[.。]|catalogue update)$/);
          assert.doesNotMatch(said, /undefined|null|NaN|\[object/);
        }
      }
    });
  });
});
