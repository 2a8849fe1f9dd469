import * as z from 'zod';
import { textSchema } from '../../catalogue/index.ts';
import type { AccountInventory } from '../../inventory/index.ts';
import { text } from '../../l10n/index.ts';
import { ASSET_KINDS, TIERS, type Asset, type Problem, type Tier } from '../../model/index.ts';
import { isProduct } from '../../products/index.ts';
import { kindFromJson } from '../../report/index.ts';
import { KEPT_SCAN_FILE } from './stored-scan-file.ts';

/** An account scan as it is stored. Contains no credentials. */
export interface KeptScan {
  /** Time of the scan, ISO 8601 in UTC. */
  at: string;
  tier: Tier;
  inventory: AccountInventory;
}

const SCAN_FORMAT = 1;

export function writeKeptScan(scan: KeptScan): string {
  return JSON.stringify({ format: SCAN_FORMAT, ...scan });
}

const string = z.string().nullable().catch(null);
const problem = z.object({ source: z.string(), text: textSchema });

// An asset of an account scan, which is running and has no place in a file.
const asset = z.object({
  id: z.string(),
  kind: z.string().transform(kindFromJson).pipe(z.enum(ASSET_KINDS)),
  declaredAs: z.literal('db-instance').optional().catch(undefined),
  product: z.string().refine(isProduct).nullable(),
  name: z.string(),
  source: z.literal('api'),
  engineVersion: string,
  version: string,
  versionPrefix: string,
  resolution: z
    .enum(['literal', 'default', 'variable', 'mapping', 'constant', 'partial', 'floating', 'unknown'])
    .catch('unknown'),
  reason: textSchema.nullable().catch(null),
  versions: z.object({ declared: string, running: string, pending: string }),
  mayRunNewer: textSchema.nullable().catch(null),
  settings: z.record(z.string(), z.json()).catch({}),
  unknownSettings: z.array(z.string()).catch([]),
  links: z
    .array(
      z.object({
        role: z.enum([
          'member-of',
          'cluster-parameter-group',
          'parameter-group',
          'launch-template',
          'target-group',
          'load-balancer',
          'image',
          'watches',
        ]),
        assetId: z.string(),
      }),
    )
    .catch([]),
  location: z.object({ account: z.string(), region: z.string(), arn: z.string() }),
  count: z.int().positive().catch(1),
});

const kept = z.object({
  format: z.literal(SCAN_FORMAT),
  at: z.iso.datetime(),
  tier: z.enum(TIERS),
  inventory: z.object({
    assets: z.array(z.unknown()),
    problems: z.array(problem).catch([]),
    accounts: z
      .array(
        z.object({
          profile: z.string(),
          account: z.string(),
          arn: z.string().nullable(),
          regions: z.array(z.string()),
        }),
      )
      .catch([]),
    calls: z
      .object({
        total: z.int(),
        byAction: z.record(z.string(), z.int()),
        perCluster: z.number().nullable(),
      })
      .catch({ total: 0, byAction: {}, perCluster: null }),
    unreadable: z
      .array(z.object({ operation: z.string(), account: z.string(), region: z.string(), reason: z.string() }))
      .catch([]),
    isRefused: z.boolean().catch(false),
    unread: z.array(z.string()).catch([]),
  }),
});

/**
 * Parses a stored scan. An invalid asset is skipped and reported as a problem of the scan. Null if the text is not a
 * scan, or was written by a newer version.
 */
export function readKeptScan(written: string): KeptScan | null {
  let json: unknown;
  try {
    json = JSON.parse(written);
  } catch {
    return null;
  }
  const parsed = kept.safeParse(json);
  if (!parsed.success) return null;
  const { at, tier, inventory } = parsed.data;
  const assets = inventory.assets.flatMap((entry): Asset[] => {
    const read = asset.safeParse(entry);
    if (!read.success) return [];
    const { declaredAs, ...known } = read.data;
    return [{ ...known, ...(declaredAs && { declaredAs }), uses: [], environment: null }];
  });
  const skipped = inventory.assets.length - assets.length;
  const problems: Problem[] =
    skipped === 0
      ? inventory.problems
      : [...inventory.problems, { source: KEPT_SCAN_FILE, text: text('accounts.lost', { count: skipped }) }];
  return { at, tier, inventory: { ...inventory, assets, suppressions: [], problems } };
}
