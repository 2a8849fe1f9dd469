import { type Config, EMPTY_CONFIG } from '../../../src/config/index.ts';
import { runChecks } from '../../../src/analysis/index.ts';
import { cloudformation } from '../../../src/inventory/formats/cloudformation/format.ts';
import { terraform } from '../../../src/inventory/formats/terraform/index.ts';
import type { Asset, Catalogue, CheckRow, Inventory, WorkspaceClues } from '../../../src/model/index.ts';
import { bugOf, catalogueOf, releaseOf, supportOf } from '../catalogue/catalogue.ts';
import { assetsOf } from '../code/format.ts';

export const TODAY = '2026-11-24';

/** Releases of two branches, a long-term one among them; one bug that a patch of 3.12 fixes. */
export const CATALOGUE: Catalogue = {
  ...catalogueOf(
    [
      ['2.11.1', '2023-02-01'],
      ['2.11.2', '2023-06-01'],
      releaseOf('3.10.1', '2025-09-01', { lts: true }),
      releaseOf('3.10.2', '2025-12-01', { lts: true }),
      ['3.12.0', '2026-02-17'],
      ['3.12.1', '2026-06-17'],
    ],
    [
      bugOf('surge', ['2.11.2'], {
        title: 'Connections are dropped in a surge',
        impact: 'connectivity',
        severity: 'critical',
      }),
      bugOf('crash', ['3.12.1'], { severity: 'high' }),
    ],
  ),
  support: [
    supportOf('2', {
      standardEnds: '2024-10-31',
      extendedStarts: '2024-12-01',
      extendedEnds: '2029-06-30',
    }),
    supportOf('2.11', { standardEnds: '2024-10-31', extendedOffered: true }),
    supportOf('3.10', { standardEnds: '2028-04-30', lts: true }),
    supportOf('3.12', { standardEnds: '2027-12-31' }),
    { ...supportOf('2'), product: 'amazon-linux-2', standardEnds: '2026-06-30' },
    {
      ...supportOf('2023'),
      product: 'amazon-linux-2023',
      standardEnds: '2027-06-30',
      maintenanceEnds: '2029-06-30',
    },
  ],
};

/** The inventory of one Terraform module or one CloudFormation template. */
export function inventoryOf(kind: 'tf' | 'cfn', text: string): Inventory {
  const assets =
    kind === 'tf'
      ? assetsOf(terraform, '.', { 'main.tf': text })
      : assetsOf(cloudformation, 'stack.yaml', { 'stack.yaml': text });
  return { assets: [...assets.values()], suppressions: [], problems: [] };
}

export interface RunOptions {
  clues?: WorkspaceClues | null;
  config?: Partial<Config>;
  today?: string;
}

export function rowsOf(
  inventory: Inventory,
  { clues = null, config = {}, today = TODAY }: RunOptions = {},
): CheckRow[] {
  return runChecks(CATALOGUE, inventory, { ...EMPTY_CONFIG, ...config }, { today, clues });
}

/** Row of a check; of several rows, the first that applies. */
export function rowOf(inventory: Inventory, id: string, options: RunOptions = {}): CheckRow {
  const rows = rowsOf(inventory, options).filter((row) => row.id === id);
  const row = rows.find(({ answer }) => answer !== 'not-applicable') ?? rows[0];
  if (row === undefined) throw new Error(`no row of ${id}`);
  return row;
}

/** An asset as an account scan returns it. */
export function apiAsset(
  kind: Asset['kind'],
  name: string,
  settings: Asset['settings'],
  more: Partial<Asset> = {},
): Asset {
  const isDatabase = kind === 'database' || kind === 'db-instance';
  const arn = `arn:aws:test:eu-west-1:111122223333:${kind}:${name}`;
  return {
    id: arn,
    kind,
    product: isDatabase ? 'aurora-mysql' : null,
    name,
    source: 'api',
    engineVersion: isDatabase ? '8.0.mysql_aurora.3.10.1' : null,
    version: isDatabase ? '3.10.1' : null,
    versionPrefix: null,
    resolution: 'literal',
    reason: null,
    versions: { declared: null, running: isDatabase ? '3.10.1' : null, pending: null },
    mayRunNewer: null,
    settings,
    unknownSettings: [],
    links: [],
    location: { account: '111122223333', region: 'eu-west-1', arn },
    uses: [],
    count: 1,
    environment: null,
    ...more,
  };
}
