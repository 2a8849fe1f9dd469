import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findingsOf, isForNewClusters, releaseDay, supportOf, versionAnswer } from '../index.ts';
import { say } from '../../l10n/index.ts';
import { isPreview, supportedLtsBranches } from './support.ts';
import { supportMessage } from './support-message.ts';
import { type Asset, type Catalogue, type ReleaseStatus } from '../../model/index.ts';
import { minorPeriodOf } from '../../products/index.ts';
import { readAuroraVersion } from '../../products/aurora-mysql/versions.ts';
import { inventoryOf } from '../../../test/support/checks/checklist.ts';
import { catalogueOf, releaseOf, supportOf as periodOf } from '../../../test/support/catalogue/catalogue.ts';

const EXTENDED = { extendedOffered: true, extendedStarts: '2024-12-01', extendedEnds: '2029-06-30' };
const SUPPORT = [
  periodOf('8.4', { standardEnds: '2032-04-30' }),
  periodOf('3', { standardEnds: '2028-04-30' }),
  periodOf('2', { standardEnds: '2024-10-31', ...EXTENDED }),
  periodOf('8.4.7', { standardEnds: '2027-11-30' }),
  periodOf('3.10', { standardEnds: '2028-04-30', lts: true }),
  periodOf('3.09', { standardEnds: '2026-08-31' }),
  periodOf('3.04', { standardEnds: '2026-10-31' }),
  periodOf('2.11', { standardEnds: '2024-10-31', ...EXTENDED }),
];

function catalogueWith(...releases: Catalogue['releases']): Catalogue {
  return { ...catalogueOf(releases), support: SUPPORT };
}

test('treats a version above the calendar as new, and one below as ended', () => {
  const published = catalogueWith(releaseOf('3.05.2', '2024-01-01'));
  const phaseOf = (version: string) => supportOf(published, 'aurora-mysql', version, '2026-11-24')?.phase;
  assert.deepEqual(['3.99.0', '8.4.9', '3.05.2', '2.13.0'].map(phaseOf), [
    undefined,
    'standard',
    'unlisted',
    'ended',
  ]);
  const newer = supportOf(catalogueWith(), 'aurora-mysql', '2.13.0', '2026-11-24');
  assert.deepEqual([newer?.scope, newer?.standardEnds], ['2', '2024-10-31']);
});

test('ends Extended Support of a release on its own day, and that of others with the line', () => {
  const of = (scope: string, extendedEnds: string | null) => ({
    ...periodOf(scope, { standardEnds: '2025-02-28', ...EXTENDED, extendedEnds }),
    product: 'rds-postgresql' as const,
  });
  const support = [of('12', '2028-02-29'), of('12.22', null), of('12.22-rds.20250508', '2026-10-31')];
  const known = { ...catalogueOf([]), support };
  const statusOf = (version: string, day: string) => {
    const status = supportOf(known, 'rds-postgresql', version, day);
    return [status?.phase, status?.extended?.ends];
  };
  assert.deepEqual(statusOf('12.22', '2026-12-03'), ['extended', '2028-02-29']);
  // The calendar does not list it yet.
  assert.deepEqual(statusOf('12.22-rds.20260514', '2026-12-03'), ['extended', null]);
  assert.deepEqual(statusOf('12.22-rds.20250508', '2026-10-31'), ['extended', '2026-10-31']);
  assert.deepEqual(statusOf('12.22-rds.20250508', '2026-12-03'), ['ended', '2026-10-31']);
  const over = supportOf(known, 'rds-postgresql', '12.22-rds.20250508', '2026-12-03') ?? assert.fail();
  const message = supportMessage(over, '2026-12-03');
  assert.match(say(message, 'en'), /ended 2025-02-28, and Extended Support 2026-10-31\.$/);
  assert.match(say(message, 'ja'), /RDS 延長サポートは 2026-10-31 に終了/);
});

test('treats a major version below the calendar as unlisted, and excludes previews', () => {
  const shown = catalogueWith(releaseOf('3.05.2', '2026-01-01', { status: ['beta'] }));
  assert.equal(supportOf(shown, 'aurora-mysql', '1.22.2', '2026-11-24')?.phase, 'unlisted');
  assert.equal(supportOf(shown, 'aurora-mysql', '3.05.2', '2026-11-24'), null);
  assert.equal(supportOf(catalogueOf([]), 'aurora-mysql', '1.22.2', '2026-11-24'), null);
});

test('leaves the support of a version unknown if neither pages nor calendar list it', () => {
  const code = inventoryOf(
    'tf',
    'resource "aws_rds_cluster" "a" {\n  engine = "aurora-mysql"\n  engine_version = "8.0.mysql_aurora.3.07.9"\n}',
  );
  const known = catalogueWith(releaseOf('3.05.2', '2024-01-01'), releaseOf('3.10.5', '2026-07-30'));
  assert.deepEqual(
    findingsOf(known, code, { today: '2026-11-24' }).map(({ ruleId, coverage }) => [ruleId, coverage]),
    [['unknown-version', 'not-covered']],
  );
});

test('does not treat an early patch of a released minor version as a preview', () => {
  const early = releaseOf('3.05.2', '2026-01-01', { status: ['beta'] });
  const shown = catalogueWith(releaseOf('3.05.1', '2025-12-01'), early);
  assert.equal(isPreview(shown, 'aurora-mysql', '3.05.2'), false);
  const alone = catalogueWith(early, releaseOf('3.10.5', '2026-07-30'));
  assert.equal(isPreview(alone, 'aurora-mysql', '3.05.2'), true);
  const { standing } = versionAnswer(alone, 'aurora-mysql', '3.05.2', '2026-11-24');
  assert.match(say(standing[0] ?? assert.fail(), 'en'), /3\.05\.2 was published as a preview/);
  assert.match(say(standing[0] ?? assert.fail(), 'ja'), /3\.05\.2 は評価用のプレビュー/);
});

describe("calendar entry of a release's minor version", () => {
  const scopeOf = (version: string) => minorPeriodOf(SUPPORT, releaseOf(version, '2026-01-01'))?.scope;

  test('has two parts, and three in line 8.4', () => {
    assert.deepEqual(['3.10.5', '2.11.1', '8.4.7', '3.05.0.1'].map(scopeOf), [
      '3.10',
      '2.11',
      '8.4.7',
      undefined,
    ]);
  });

  test('belongs to the same product', () => {
    const os = { ...releaseOf('2.11.1', '2026-01-01'), product: 'amazon-linux-2' } as const;
    assert.equal(minorPeriodOf(SUPPORT, os), undefined);
  });
});

describe('availability of a release for new clusters', () => {
  const answer = (version: string, day: string, ...status: readonly ReleaseStatus[]) => {
    const release = releaseOf(version, '2020-01-01', { status });
    return isForNewClusters(catalogueWith(release), release, day);
  };
  const cases: [string, boolean | null, boolean | null][] = [
    ['lasts through standard support', answer('3.10.1', '2026-11-20'), true],
    ['lasts through Extended Support', answer('2.11.1', '2026-11-20', 'extended-support'), true],
    ['ends after standard support', answer('3.09.0', '2026-11-20'), false],
    ['includes the last day of support', answer('3.09.0', '2026-08-31'), true],
    ['ends after Extended Support', answer('2.11.1', '2029-07-01'), false],
    ['ends with a deprecation on its page', answer('3.10.1', '2026-11-20', 'deprecated'), false],
    ['is unknown for a minor version that left the calendar', answer('3.05.1', '2026-11-20'), null],
  ];
  for (const [name, found, expected] of cases) test(name, () => assert.equal(found, expected));
});

describe('long-term support', () => {
  test('follows calendar and pages while standard support lasts', () => {
    const catalogue = catalogueWith(releaseOf('3.04.0', '2023-07-31', { lts: true }));
    assert.deepEqual(supportedLtsBranches(catalogue, 'aurora-mysql', '2026-10-31'), ['3.10', '3.04']);
    assert.deepEqual(supportedLtsBranches(catalogue, 'aurora-mysql', '2026-11-01'), ['3.10']);
    assert.deepEqual(supportedLtsBranches(catalogueWith(), 'aurora-mysql', '2026-10-31'), ['3.10']);
  });

  test('ends with the minor version 8.4.7, not with its line', () => {
    assert.equal(
      supportOf(catalogueWith(), 'aurora-mysql', '8.4.7', '2026-11-20')?.standardEnds,
      '2027-11-30',
    );
  });
});

describe('support of a version that is resolved at creation', () => {
  const findingsOfVersion = (written: string) => {
    const findings = findingsOf(
      catalogueWith(...['3.05.2', '3.10.5', '8.4.7'].map((version) => releaseOf(version, '2024-01-01'))),
      { assets: [clusterOf(written)], suppressions: [], problems: [] },
      { today: '2026-11-24' },
    );
    return findings.map(({ ruleId, severity, level, message }) => [
      `${ruleId} ${severity} ${level}`,
      say(message, 'en'),
      say(message, 'ja'),
    ]);
  };
  const rulesOf = (written: string) => findingsOfVersion(written).map(([rule]) => rule);

  test('is lost if every possible release has lost it', () => {
    const [[rule, lost, japanese] = [], ...rest] = findingsOfVersion('5.7.12');
    assert.deepEqual(rest, []);
    assert.match(lost ?? '', /resolves to the default release of 2 at creation/);
    assert.equal(rule, 'end-of-support high warning');
    assert.match(
      lost ?? '',
      /^Every Aurora MySQL 2 release that “5\.7\.12” can resolve to is out of standard support\. Aurora MySQL 2: standard support ended 2024-10-31; Extended Support billed since 2024-12-01/,
    );
    assert.match(
      japanese ?? '',
      /^「5\.7\.12」から解決される Aurora MySQL 2 のリリースは、すべて標準サポートが終了/,
    );
    for (const written of ['5.7', '3.09', '3.04', '3.05', '5.6'])
      assert.deepEqual(rulesOf(written), ['end-of-support high warning'], written);
  });

  test('lasts while one possible release is supported', () => {
    for (const written of ['8.0', '8.0.mysql_aurora.3', '3.10', '8.4'])
      assert.deepEqual(rulesOf(written), ['partial-version info hint'], written);
  });
});

function clusterOf(written: string): Asset {
  const read = readAuroraVersion(written);
  return {
    id: 'main.tf#aws_rds_cluster.main',
    kind: 'database',
    product: 'aurora-mysql',
    name: 'main',
    source: 'terraform',
    engineVersion: written,
    version: null,
    versionPrefix: read.form === 'partial' ? read.prefix : null,
    resolution: 'partial',
    reason: null,
    versions: { declared: null, running: null, pending: null },
    mayRunNewer: null,
    settings: {},
    unknownSettings: [],
    links: [],
    location: { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 8 },
    uses: [],
    count: 1,
    environment: null,
  };
}

test('marks a day that is only the latest or the earliest possible one', () => {
  const said = (dayBound?: 'latest' | 'earliest') => {
    const day = releaseDay({ date: '2022-03-29', ...(dayBound && { dayBound }) });
    return [say(day, 'en'), say(day, 'ja')];
  };
  assert.deepEqual(said(), ['2022-03-29', '2022-03-29']);
  assert.deepEqual(said('latest'), ['by 2022-03-29', '2022-03-29 以前']);
  assert.deepEqual(said('earliest'), ['2022-03-29 or later', '2022-03-29 以後']);
});
