import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { ASSET_KINDS, PRODUCTS, SEVERITIES, type Asset } from '../model/index.ts';

/** What an earlier scan found, as far as a later one compares with it. */
export interface EarlierScan {
  assets: readonly Asset[];
  findings: readonly Pick<EarlierFinding, 'ruleId' | 'alsoRules' | 'assetIds' | 'severity' | 'bugIds'>[];
}

const optional = z.string().nullable().catch(null);
const location = z.union([
  z.object({
    file: z.string(),
    line: z.int(),
    column: z.int(),
    endLine: z.int(),
    endColumn: z.int(),
  }),
  z.object({ account: z.string(), region: z.string(), arn: z.string() }),
]);
const settings = z.record(z.string(), z.json()).catch({});
const asset = z.object({
  id: z.string(),
  kind: z.enum(ASSET_KINDS),
  product: z.enum(PRODUCTS).nullable(),
  name: z.string(),
  engineVersion: optional,
  version: optional,
  versions: z
    .object({ declared: optional, running: optional, pending: optional })
    .catch({ declared: null, running: null, pending: null }),
  settings,
  unknownSettings: z.array(z.string()).catch([]),
  count: z.int().catch(1),
  environment: optional,
  location,
});
const finding = z.object({
  ruleId: z.string(),
  alsoRules: z.array(z.string()).catch([]),
  assetId: z.string(),
  assetIds: z.array(z.string()).optional(),
  severity: z.enum([...SEVERITIES, 'info']),
  bugIds: z.array(z.string()).catch([]),
});
type EarlierFinding = z.infer<typeof finding> & { assetIds: readonly string[] };
const scan = z.object({
  schemaVersion: z.literal(1),
  assets: z.array(z.unknown()),
  findings: z.array(z.unknown()),
});

/**
 * The JSON of an earlier `scan` or `account`, permissively: an entry that cannot be understood is left out. Null when it is
 * something else.
 */
export function readScanJson(written: string): EarlierScan | null {
  let json: unknown;
  try {
    json = JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const parsed = scan.safeParse(json);
  if (!parsed.success) return null;
  return {
    assets: parsed.data.assets.flatMap((entry) => {
      const read = asset.safeParse(entry);
      return read.success ? [{ ...UNTOLD, ...read.data }] : [];
    }),
    findings: parsed.data.findings.flatMap((entry) => {
      const read = finding.safeParse(entry);
      return read.success ? [{ ...read.data, assetIds: read.data.assetIds ?? [read.data.assetId] }] : [];
    }),
  };
}

/** The same of a file; null too where there is none that can be read. */
export async function readScanFile(file: string): Promise<EarlierScan | null> {
  return readScanJson(await readFile(file, 'utf8').catch(() => ''));
}

/** What the JSON does not tell of an asset, or what does not matter in a comparison. */
const UNTOLD = {
  source: 'api',
  versionPrefix: null,
  resolution: 'literal',
  reason: null,
  mayRunNewer: null,
  links: [],
  uses: [],
} as const;
