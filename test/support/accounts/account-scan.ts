import type { KeptScan } from '../../../src/extension/accounts/kept-scan.ts';
import type { Asset } from '../../../src/model/index.ts';

/** A running resource of an account, as a scan finds it. */
export function runningAsset(
  kind: Asset['kind'],
  name: string,
  account: string,
  region: string,
  more: Partial<Asset> = {},
): Asset {
  const arn = `arn:aws:rds:${region}:${account}:${kind === 'db-instance' ? 'db' : 'cluster'}:${name}`;
  return {
    id: arn,
    kind,
    product: 'aurora-mysql',
    name,
    source: 'api',
    engineVersion: '8.0.mysql_aurora.3.04.2',
    version: '3.04.2',
    versionPrefix: null,
    resolution: 'literal',
    reason: null,
    versions: { declared: null, running: '3.04.2', pending: null },
    mayRunNewer: null,
    settings: kind === 'database' ? { dbClusterIdentifier: name } : {},
    unknownSettings: [],
    links: [],
    location: { account, region, arn },
    uses: [],
    count: 1,
    environment: null,
    ...more,
  };
}

/** A scan in its stored form. */
export function scanOf(assets: readonly Asset[]): KeptScan {
  return {
    at: '2026-11-24T10:00:00.000Z',
    tier: 'checklist',
    inventory: {
      assets,
      suppressions: [],
      problems: [],
      accounts: [{ profile: 'one', account: '111111111111', arn: null, regions: ['eu-west-1'] }],
      calls: { total: 12, byAction: {}, perCluster: 12 },
      unreadable: [],
      isRefused: false,
      unread: [],
    },
  };
}

/** A running cluster of an account with a version. */
export function runningCluster(name: string, version: string): Asset {
  return runningAsset('database', name, '111111111111', 'eu-west-1', {
    engineVersion: `5.7.mysql_aurora.${version}`,
    version,
    versions: { declared: null, running: version, pending: null },
  });
}
