import path from 'node:path/posix';
import * as z from 'zod';
import { ASSET_KINDS, settingsFromReport, SEVERITIES, type Asset } from '../../../model/index.ts';
import { isProduct } from '../../../products/index.ts';
import { kindFromJson } from '../asset-kinds.ts';

/** Parts of an earlier scan that comparisons need. */
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
  kind: z.string().transform(kindFromJson).pipe(z.enum(ASSET_KINDS)),
  product: z.string().refine(isProduct).nullable(),
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
  inUse: z.string().catch('yes'),
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
  idRoot: z.string().nullable().catch(null),
  assets: z.array(z.unknown()),
  findings: z.array(z.unknown()),
});

/**
 * Parses the JSON of an earlier `scan` or `account`, permissively: invalid entries are left out. Null for anything else.
 * @param idRoot root of the ids that are compared with it: the scan's ids are converted to it
 */
export function readScanJson(written: string, idRoot: string | null = null): EarlierScan | null {
  let json: unknown;
  try {
    json = JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
  const parsed = scan.safeParse(json);
  if (!parsed.success) return null;
  const idFrom = (id: string): string => convertId(id, parsed.data.idRoot, idRoot);
  return {
    assets: parsed.data.assets.flatMap((entry) => {
      const read = asset.safeParse(entry);
      if (!read.success) return [];
      const { inUse, ...known } = read.data;
      const { settings: shown, hidden } = settingsFromReport(known.settings);
      const unknownSettings = [...new Set([...known.unknownSettings, ...hidden])];
      const isUnselected = inUse === 'no' && { isUnselected: 'replaced' as const };
      return [
        {
          ...NOT_COMPARED,
          ...known,
          ...isUnselected,
          settings: shown,
          unknownSettings,
          id: idFrom(known.id),
        },
      ];
    }),
    findings: parsed.data.findings.flatMap((entry) => {
      const read = finding.safeParse(entry);
      if (!read.success) return [];
      const { assetId, assetIds = [assetId], ...others } = read.data;
      return [{ ...others, assetId: idFrom(assetId), assetIds: assetIds.map(idFrom) }];
    }),
  };
}

/**
 * Converts an id of one folder's scan for the scan of another folder of the same repository. If the repository of either
 * is unknown, both count as the same folder. An ARN is the same everywhere.
 */
function convertId(id: string, from: string | null, to: string | null): string {
  const end = id.indexOf('#');
  if (from === null || to === null || from === to || end < 0) return id;
  return path.relative(to, path.join(from, id.slice(0, end))) + id.slice(end);
}

/** Values of assets that the JSON does not contain and no comparison needs. */
const NOT_COMPARED = {
  source: 'api',
  versionPrefix: null,
  resolution: 'literal',
  reason: null,
  mayRunNewer: null,
  links: [],
  uses: [],
} as const;
