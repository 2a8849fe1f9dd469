import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  adviceHead,
  adviceJson,
  adviceSteps,
  upgradeAdvice,
  versionAnswer,
  type UpgradeAdvice,
} from '../../../analysis/index.ts';
import { blueGreenOf } from '../../../analysis/upgrade/upgrade-demands.ts';
import { effectOf } from '../../../analysis/advice/upgrade-path.ts';
import { effectBetween } from '../../../analysis/index.ts';
import { say } from '../../../l10n/index.ts';
import type { BugMatch, KnownBug, Release } from '../../../model/index.ts';
import { upgradeTable } from '../../../report/index.ts';
import { bugOf, catalogueOf, releaseOf, supportOf } from '../../../../test/support/catalogue/catalogue.ts';

const product = 'aurora-postgresql';
const DAY = '2026-11-24';

function release(version: string, date: string, lts = false): Release {
  const [line = '', minor = ''] = version.split('.');
  return releaseOf(version, date, { product, line, branch: `${line}.${minor}`, lts });
}

const period = (scope: string, standardEnds: string, lts = false) => ({
  ...supportOf(scope, { standardEnds, lts }),
  product,
});

const URGENT = { product, impact: 'data', severity: 'critical' } as const;
const fixed = (id: string, in_: readonly string[], more: Partial<Omit<KnownBug, 'bounds'>> = {}): KnownBug =>
  bugOf(id, in_, { ...URGENT, ...more });

const CATALOGUE = {
  ...catalogueOf(
    [
      release('14.6', '2024-01-10'),
      release('14.20', '2026-06-01'),
      release('15.4', '2024-02-01'),
      release('15.5', '2024-03-01', true),
      release('15.5.4', '2026-05-01', true),
      release('15.10', '2026-04-20'),
      release('16.4', '2024-08-01'),
      release('17.5', '2025-06-01', true),
      release('17.5.1', '2026-05-01', true),
      release('17.9', '2026-07-01'),
    ],
    [
      fixed('old', ['14.20', '15.5.4', '15.10', '17.5.1']),
      fixed('late', ['14.20', '17.9'], { impact: 'memory', severity: 'medium' }),
      fixed('babel', ['17.9'], { impact: 'functionality', severity: 'medium' }),
    ],
  ),
  support: [
    period('14', '2027-02-28'),
    period('15', '2028-02-29'),
    period('16', '2029-02-28'),
    period('17', '2030-02-28'),
    period('14.6', '2027-02-28'),
    period('14.20', '2027-02-28'),
    period('15.5', '2028-02-29', true),
    period('15.10', '2027-09-30'),
    period('16.4', '2027-09-30'),
    period('17.5', '2030-02-28', true),
    period('17.9', '2027-09-30'),
  ],
};

const advise = (from: string, day = DAY): UpgradeAdvice => upgradeAdvice(CATALOGUE, product, from, { day });
const versions = ({ targets }: UpgradeAdvice): string[] => targets.map(({ version }) => version);
const ids = (matches: readonly BugMatch[]): string[] => matches.map(({ bug }) => bug.id).sort();

describe('upgrade advice for Aurora PostgreSQL', () => {
  test('skips major versions to the longest long-term support, if the account confirms it', () => {
    const advice = advise('14.6');
    assert.equal(advice.recommended, '17.5.1');
    assert.equal(
      say(advice.reason, 'en'),
      'Standard support of version 14 ends 2027-02-28 (in 96 days). 17.5 is a long-term support version, in standard ' +
        'support until 2030-02-28. The pages do not state an upgrade from 14.20 to 17.5.1: ask for ValidUpgradeTarget ' +
        '(aws rds describe-db-engine-versions), and stay on 14.20 until then.',
    );
    assert.match(say(advice.reason, 'ja'), /ValidUpgradeTarget/);
    assert.equal(advice.interim, '14.20');
    assert.deepEqual(versions(advice).slice(0, 2), ['17.5.1', '14.20']);
  });

  test('names the release to write in code for a patch that the API has no name for', () => {
    const { advice } = advise('14.6');
    assert.ok(advice);
    const head = adviceHead(advice);
    assert.ok(head);
    assert.equal(say(head, 'en'), 'upgrade to 14.20 now, and to 17.5.1 (in code: 17.5) before 2027-02-28');
    assert.match(say(head, 'ja'), /17\.5\.1（コードでは 17\.5）に/);
    const steps = adviceSteps(advice, product);
    assert.match(steps === null ? '' : say(steps, 'en'), /Then 17\.5\.1 \(in code: 17\.5\)/);
    const { now, destination } = adviceJson(advice, 'en') ?? {};
    assert.deepEqual([now?.write, destination?.write], [undefined, '17.5']);
  });

  test('compares every release that the reason and the notes name', () => {
    const known = { ...CATALOGUE, releases: [...CATALOGUE.releases, release('15.11', '2026-06-01')] };
    const advice = upgradeAdvice(known, product, '15.5', { day: DAY });
    assert.match(say(advice.reason, 'en'), /Of other minor versions, 15\.10 fixes/);
    assert.deepEqual(
      advice.notes.map(({ args }) => args),
      [{ version: '15.11' }],
    );
    assert.deepEqual(versions(advice), ['15.5.4', '15.10', '17.5.1', '15.11', '17.9']);
  });

  test('takes the release with most fixes, or preferred LTS, in a lasting major version', () => {
    const known = { ...CATALOGUE, bugs: [...CATALOGUE.bugs, fixed('more', ['15.10'])] };
    const at = (prefer: 'lts' | null) =>
      upgradeAdvice(known, product, '15.4', { day: DAY, prefer }).advice?.now?.version;
    assert.deepEqual([at(null), at('lts')], ['15.10', '15.5.4']);
  });
});

describe('new bugs of an upgrade target', () => {
  test('exclude bugs of the present version, and leave unknown ones undetermined', () => {
    const target = advise('14.6').targets.find(({ version }) => version === '17.5.1');
    assert.ok(target);
    const { clears, remains, undetermined, brings, undeterminedThere } = target;
    const lists = [clears, remains, undetermined, brings, undeterminedThere].map(ids);
    // `late` is fixed in 14.20 and remains in 17.5; the notes of version 14 do not cover `babel`.
    assert.deepEqual(lists, [['old'], ['late'], [], [], ['babel']]);
    const fromFixed = advise('14.20').targets.find(({ version }) => version === '17.5.1');
    assert.deepEqual(ids(fromFixed?.brings ?? []), ['late']);
  });

  test('appear in a column beside remaining ones', () => {
    const [columns, first] = upgradeTable(advise('14.6'), 'en');
    assert.deepEqual(columns?.slice(3, 5), ['Stays', 'New']);
    assert.deepEqual(first?.slice(0, 5), ['17.5.1 (recommended then)', '1/1', '1/2', '1', '0']);
  });

  test('are not claimed as fixed in a comparison if the other version may have them', () => {
    const of = (version: string): readonly BugMatch[] => {
      const answer = versionAnswer(CATALOGUE, product, version, DAY);
      assert.ok('matches' in answer);
      return answer.matches;
    };
    const { clears, leaves, brings, undetermined } = effectBetween(of('17.5.1'), of('14.6'));
    assert.deepEqual([clears, leaves, brings, undetermined].map(ids), [[], ['late'], ['old'], ['babel']]);
  });
});

describe('upgrade methods of certain versions', () => {
  const offered: [from: string, to: string, first: string | null][] = [
    ['11.9', '11.21', '11.21'],
    ['12.9.8', '17.7', '12.16'],
    ['13.9.5', '17.7', '13.12'],
    ['14.6.4', '14.22', '14.9'],
    ['10.18', '17.7', '11.21'],
    ['14.9', '17.7', null],
    ['16.1', '17.7', null],
    ['18.1', '18.3', null],
  ];
  for (const [from, to, first] of offered) {
    test(`include blue/green deployment from ${from} to ${to} as documented`, () => {
      const claims = blueGreenOf(product, from, to);
      const [claim] = claims;
      assert.ok(claim);
      if (first === null) assert.equal(claim.id, 'blueGreen.pg.logical');
      else {
        assert.equal(claims.length, 1);
        assert.match(
          say(claim.text, 'en'),
          new RegExp(`^Not offered from ${from}: .* needs ${first} or higher`),
        );
        assert.match(claim.url, /BlueGreenDeployments\.html$/);
      }
    });
  }

  test('include zero-downtime patching only for versions that have it', () => {
    assert.match(say(effectOf(product, '13.7', '13.9'), 'en'), /Zero-downtime/);
    assert.doesNotMatch(say(effectOf(product, '13.6', '13.9'), 'en'), /Zero-downtime/);
    assert.doesNotMatch(say(effectOf('aurora-mysql', '2.09.3', '2.12.6'), 'en'), /Zero-downtime/);
  });
});
