import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findingsOf, upgradeAdvice } from '../index.ts';
import { say } from '../../l10n/index.ts';
import type { Asset, Settings } from '../../model/index.ts';
import { bugOf, catalogueOf, releaseOf } from '../../../test/support/catalogue/catalogue.ts';

const DAY = '2026-11-24';
const RELEASES = [
  releaseOf('2.11.1', '2023-02-14', { osUpgrade: true }),
  releaseOf('2.11.2', '2023-03-24', { osUpgrade: true, osUpgradeClasses: ['db.r4', 'db.r5'] }),
];
const CATALOGUE = catalogueOf(RELEASES, [bugOf('aaaaaaaaaa', ['2.11.2'], { severity: 'high' })]);

function asset(kind: Asset['kind'], name: string, settings: Settings, version: string | null): Asset {
  const arn = `arn:aws:rds:eu-west-1:111122223333:${name}`;
  return {
    id: arn,
    kind,
    product: 'aurora-mysql',
    name,
    source: 'api',
    engineVersion: version,
    version,
    versionPrefix: null,
    resolution: version === null ? 'unknown' : 'literal',
    reason: null,
    versions: { declared: null, running: version, pending: null },
    mayRunNewer: null,
    settings,
    unknownSettings: [],
    links:
      kind === 'db-instance' ? [{ role: 'member-of', assetId: 'arn:aws:rds:eu-west-1:111122223333:db' }] : [],
    location: { account: '111122223333', region: 'eu-west-1', arn },
    uses: [],
    count: 1,
    environment: null,
  };
}

function related(...assets: Asset[]): string[] {
  const findings = findingsOf(CATALOGUE, { assets, suppressions: [], problems: [] }, { today: DAY });
  assert.equal(findings.length, 1, 'no finding of its own');
  return findings.flatMap((finding) => finding.related.map(({ message }) => say(message, 'en')));
}

test('adds pending updates of the operating system to the cluster, also those of its instances', () => {
  const cluster = asset(
    'database',
    'db',
    { pendingMaintenanceActions: [{ action: 'db-upgrade' }] },
    '2.11.1',
  );
  const instance = asset(
    'db-instance',
    'db-1',
    {
      pendingMaintenanceActions: [{ action: 'system-update', autoAppliedAfterDate: '2026-12-05T03:00:00Z' }],
    },
    null,
  );
  const findings = related(cluster, instance);
  // An upgrade to the running version needs no finding.
  assert.equal(findings.length, 1);
  assert.match(findings[0] ?? '', /^db-1: an operating system update is pending \(2026-12-05\)/);
});

test('includes operating system notes of a target in the advice', () => {
  const [target] = upgradeAdvice(CATALOGUE, 'aurora-mysql', '2.11.1', { day: DAY }).targets;
  const hazards = target?.hazards.map((hazard) => say(hazard, 'en')) ?? [];
  assert.match(
    hazards.join('\n'),
    /Upgrading to 2\.11\.2 also upgrades an old instance OS, on db\.r4, db\.r5/,
  );
  const [finding] = findingsOf(
    CATALOGUE,
    { assets: [asset('database', 'db', {}, '2.11.1')], suppressions: [], problems: [] },
    { today: DAY },
  );
  const reason = finding?.bugs?.advice?.reason;
  assert.match(
    reason === undefined ? '' : say(reason, 'en'),
    /Upgrading to 2\.11\.2 also upgrades an old instance OS, on db\.r4, db\.r5/,
  );
});
