import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  catalogueAsOf,
  daysBetween,
  SOAK_DAYS,
  supportOf,
  upgradeAnswer,
  urgentAmong,
} from '../../../src/analysis/index.ts';
import { bugIdsOf, reportedBugs } from '../../../src/analysis/bugs/known-bugs.ts';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { LANGUAGES, say } from '../../../src/l10n/index.ts';
import type { Advice, Catalogue, ProductId, Release } from '../../../src/model/index.ts';
import { productOf } from '../../../src/products/index.ts';

const catalogue = await loadCatalogue(null);

function adviceOn(product: ProductId, version: string, day: string): Advice | null {
  const known = catalogueAsOf(catalogue, day);
  return upgradeAnswer(known, product, version, { day }).advice?.advice ?? null;
}

/** `2.12.6, then 3.10.6 via 2.12.6 (before 2029-06-30)` */
function inShort(advice: Advice | null): string {
  if (advice === null) return 'none';
  const { stay, now, destination } = advice;
  if (stay) return 'stay';
  const via = destination?.path.slice(0, -1) ?? [];
  const way = via.length === 0 ? '' : ` via ${via.join()}`;
  const time =
    (destination?.before ?? null) === null ? (destination?.when ?? '') : `before ${destination?.before}`;
  return [now?.version ?? '', destination === null ? '' : `then ${destination.version}${way} (${time})`]
    .filter((part) => part !== '')
    .join(', ');
}

/** Expected advice, checked by hand, with the patches that the notes of the snapshot list. */
const EXPECTED: readonly (readonly [ProductId, version: string, day: string, expected: string])[] = [
  ['aurora-mysql', '2.07.9', '2026-12-01', '2.12.6, then 3.10.6 via 2.12.6 (before 2029-06-30)'],
  ['aurora-mysql', '2.11.1', '2026-12-01', '2.12.6, then 3.10.6 via 2.12.6 (before 2029-06-30)'],
  ['aurora-mysql', '3.04.0', '2026-12-01', '3.10.6'],
  ['aurora-mysql', '3.04.0', '2026-04-15', '3.04.6'],
  ['aurora-mysql', '3.10.5', '2026-12-01', '3.10.6'],
  ['aurora-mysql', '3.10.5', '2026-10-10', 'stay'],
  ['aurora-mysql', '3.12.0', '2026-12-01', '3.13.0'],
  ['aurora-postgresql', '11.9', '2026-12-01', '11.21.12, then 17.7.5 via 11.21.12 (before 2027-03-31)'],
  ['aurora-postgresql', '14.6.4', '2026-12-01', '14.22.3, then 17.7.5 (before 2027-02-28)'],
  ['aurora-postgresql', '14.6.4', '2026-08-20', '14.6.13'],
  ['aurora-postgresql', '15.4', '2026-12-01', '15.17.3'],
  ['aurora-postgresql', '15.10.4', '2026-12-01', '15.10.7'],
  ['aurora-mysql', '3.13.0', '2026-12-01', 'stay'],
  ['aurora-mysql', '3.13.0', '2027-09-01', 'then 8.4.8 (next-maintenance)'],
  [
    'amazon-linux-2',
    '2.0.20240109.0',
    '2027-01-05',
    '2.0.20260930.0, then 2023.12.20260930 via 2.0.20260930.0 (urgent)',
  ],
  ['amazon-linux-1', '2018.03.0.20230404.0', '2026-12-01', 'then 2023.12.20260930 (urgent)'],
  ['amazon-linux-2023', '2023.6.20241010.0', '2026-12-01', '2023.12.20260930'],
  ['amazon-linux-2023', '2023.12.20260930', '2026-12-01', 'stay'],
  ['amazon-linux-2023', '2023.12.20260930', '2027-06-01', 'none'],
  ['bottlerocket', '1.20.0', '2026-12-01', '1.50.0'],
  ['bottlerocket', '1.50.0', '2026-12-01', 'none'],
];

describe('the advice on the embedded catalogue', () => {
  for (const [product, version, day, expected] of EXPECTED) {
    test(`gives the expected advice for ${version} on ${day}`, () => {
      assert.equal(inShort(adviceOn(product, version, day)), expected);
    });
  }

  test('names a release younger than the soak time as the reason to stay', () => {
    const { reason } = adviceOn('aurora-mysql', '3.10.5', '2026-10-10') ?? {};
    assert.match(reason === undefined ? '' : say(reason, 'en'), /3\.10\.6/);
  });

  test('asks the reader for facts that no page states, and advises until then', () => {
    const { destination } = adviceOn('aurora-postgresql', '14.6.4', '2026-12-01') ?? {};
    const [, ask = ''] =
      / ([^.]*The pages do not state .*)$/.exec(say(destination?.reason ?? NONE, 'en')) ?? [];
    assert.match(ask, /ValidUpgradeTarget.*stay on 14\.22\.3 until then/);
  });

  test('keeps an image within the Kubernetes version of its cluster', () => {
    const advice = adviceOn(
      'amazon-linux-2023',
      'amazon-eks-node-al2023-x86_64-standard-1.24-v20240917',
      '2026-12-01',
    );
    assert.equal(advice?.now?.image, 'v20250123');
    const newest = 'amazon-eks-node-al2023-x86_64-standard-1.24-v20250123';
    assert.equal(adviceOn('amazon-linux-2023', newest, '2026-12-01'), null);
  });
});

const NONE = { key: '', args: {} };

const DAYS = [
  ...['2025-06-15', '2026-01-10', '2026-04-15', '2026-08-20', '2026-10-10', '2026-12-01'],
  ...['2027-01-05', '2027-03-01', '2027-06-01', '2027-09-01', '2028-02-01', '2029-07-15'],
];

/** First, middle and last patch of many minor versions of each engine, 65 in all. */
const VERSIONS: readonly (readonly [ProductId, string])[] = (
  ['aurora-mysql', 'aurora-postgresql'] as const
).flatMap((product) => {
  const own = catalogue.releases.filter((release) => release.product === product && isPlain(release));
  const wanted = product === 'aurora-mysql' ? 30 : 35;
  return Array.from({ length: wanted }, (_, i) => own[Math.floor((i * own.length) / wanted)])
    .filter((release) => release !== undefined)
    .map(({ version }) => [product, version] as const);
});

function isPlain({ status, line, product }: Release): boolean {
  const lines = productOf(product).advice?.lines ?? [];
  return !status.includes('beta') && lines.includes(line);
}

interface Case {
  known: Catalogue;
  product: ProductId;
  from: string;
  day: string;
  advice: Advice | null;
}

const CASES: readonly Case[] = DAYS.flatMap((day) => {
  const known = catalogueAsOf(catalogue, day);
  const published = new Set(known.releases.map(({ product, version }) => `${product} ${version}`));
  return VERSIONS.filter(([product, from]) => published.has(`${product} ${from}`)).map(([product, from]) => ({
    ...{ known, product, from, day },
    advice: upgradeAnswer(known, product, from, { day }).advice?.advice ?? null,
  }));
});

function each(check: (one: Case & { advice: Advice }, words: string) => void): void {
  for (const { advice, ...one } of CASES)
    if (advice !== null) check({ ...one, advice }, `${one.from} on ${one.day}: ${inShort(advice)}`);
}

const phaseOf = ({ known, product, day }: Case, version: string): string | undefined =>
  supportOf(known, product, version, day)?.phase;

describe(`the advice for ${VERSIONS.length} versions on ${DAYS.length} days`, () => {
  test('goes upwards only, to releases older than the soak time that are neither withdrawn nor previews', () => {
    each(({ known, product, from, day, advice }, words) => {
      const { compare } = productOf(product).versions;
      for (const step of [advice.now, advice.destination]) {
        if (step === null) continue;
        const release = known.releases.find((one) => one.product === product && one.version === step.version);
        assert.ok(release, words);
        assert.ok(daysBetween(release.date, day) >= SOAK_DAYS, words);
        assert.ok(!release.status.some((word) => word === 'beta' || word === 'deprecated'), words);
        const stops = [from, ...step.path];
        assert.equal(stops.at(-1), step.version, words);
        for (const [i, stop] of step.path.entries()) assert.ok(compare(stop, stops[i] ?? '') > 0, words);
      }
    });
  });

  test('stays in the major version now, and leaves it with the destination', () => {
    each(({ product, from, advice: { now, destination } }, words) => {
      const { line } = productOf(product).versions;
      if (now !== null) assert.equal(line(now.version), line(from), words);
      if (destination !== null) assert.notEqual(line(destination.version), line(from), words);
    });
  });

  test('never leads to less support than the current version has', () => {
    const rank = (phase: string | undefined): number =>
      ['ended', 'extended', 'standard'].indexOf(phase ?? 'standard');
    each((one, words) => {
      const { from, advice } = one;
      for (const step of [advice.now, advice.destination])
        if (step !== null) assert.ok(rank(phaseOf(one, step.version)) >= rank(phaseOf(one, from)), words);
    });
  });

  test('never ignores an urgent bug that a newer supported patch fixes', () => {
    each((one, words) => {
      const { known, product, from, day, advice } = one;
      const { branch, compare } = productOf(product).versions;
      const phase = phaseOf(one, from);
      if (advice.now !== null || (phase !== 'standard' && phase !== 'extended')) return;
      const urgent = urgentAmong(reportedBugs(known, product, from, new Map()));
      const fixing = known.releases.filter(
        (release) =>
          release.product === product &&
          release.branch === branch(from) &&
          release.status.every((word) => word !== 'beta' && word !== 'deprecated') &&
          compare(release.version, from) > 0 &&
          daysBetween(release.date, day) >= SOAK_DAYS &&
          urgent.some(({ bug }) => !bugIdsOf(known, product, release.version).has(bug.id)),
      );
      assert.deepEqual(
        fixing.map(({ version }) => version),
        [],
        words,
      );
    });
  });

  test('has a destination with longer support, or one after the end of support', () => {
    each((one, words) => {
      const { known, product, from, day, advice } = one;
      const { now, destination } = advice;
      if (destination === null) return;
      const endOf = (version: string): string => supportOf(known, product, version, day)?.standardEnds ?? '';
      const stays = now?.version ?? from;
      const isOver = !['standard', 'extended'].includes(phaseOf(one, stays) ?? 'standard');
      assert.ok(isOver || endOf(destination.version) > endOf(stays), words);
    });
  });

  test('always has a step after the end of support, and never recommends staying then', () => {
    for (const { known, product, from, day, advice } of CASES) {
      const phase = supportOf(known, product, from, day)?.phase;
      if (phase !== 'ended' && phase !== 'unlisted') continue;
      assert.ok(advice !== null && !advice.stay, `${from} on ${day}: ${inShort(advice)}`);
    }
  });

  test('has a day only with "before", and none in the past', () => {
    each(({ day, advice }, words) => {
      for (const step of [advice.now, advice.destination]) {
        if (step === null) continue;
        assert.equal(step.before !== null, step.when === 'before', words);
        assert.ok(step.before === null || step.before >= day, words);
      }
    });
  });

  test('consists of complete sentences in both languages', () => {
    each(({ advice }) => {
      const sentences = [advice.reason, advice.now?.reason, advice.destination?.reason].filter(
        (sentence) => sentence !== undefined,
      );
      for (const sentence of sentences) {
        for (const language of LANGUAGES) {
          const said = say(sentence, language);
          assert.match(said, /(?:[.。]|catalogue update)$/);
          assert.doesNotMatch(said, /undefined|null|NaN|\[object|advice\.|upgrade\./);
        }
      }
    });
  });
});
