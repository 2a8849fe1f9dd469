import {
  isNearEnd,
  flavoursOf,
  osSupportMessage,
  osSupportOf,
  supportMessage,
  supportOf,
  unknownVersionOf,
} from '../../analysis/index.ts';
import {
  adviceOf,
  compareSeverity,
  type Advice,
  type Asset,
  type AssetCounts,
  type AssetKind,
  type Catalogue,
  type Finding,
  type FindingSeverity,
  type Location,
  type ProductId,
  type Text,
  type UnknownVersion,
} from '../../model/index.ts';
import { isSystem, productOf } from '../../products/index.ts';

/** An asset and what matters about it, small enough to be sent for thousands of them. */
export interface AssetRow {
  id: string;
  kind: AssetKind;
  name: string;
  product: ProductId | null;
  /** What runs, else what is written; its beginning or the written words where no more is known; null without any. */
  version: string | null;
  /** Why the release is not known, and how to make it known; null where it is. */
  unknown: UnknownVersion | null;
  versions: Asset['versions'];
  /** Known bugs of the asset; null where none is counted, which is no all-clear: unknown, newer, suppressed, none listed. */
  counts: AssetCounts | null;
  /** What to do about its version; null where nothing can be advised. */
  advice: Advice | null;
  /** The worst of its findings; null without any. */
  severity: FindingSeverity | null;
  support: { text: Text; state: SupportState } | null;
  /** What its findings say, the worst first. */
  says: readonly Text[];
  location: Location;
  /** The cluster that an instance is a member of. */
  owner: string | null;
}

/** Whether the vendor supports a version without charge: it does, for some weeks more, no longer. */
export type SupportState = 'supported' | 'ending' | 'ended';

const SHOWN: readonly AssetKind[] = [
  'database',
  'global-cluster',
  'db-instance',
  'auto-scaling-group',
  'operating-system',
];

/** The assets that have a version or replace instances; parameter groups, alarms and the like are the checklist's. */
export function assetRows(
  catalogue: Catalogue,
  assets: readonly Asset[],
  findings: readonly Finding[],
  today: string,
): AssetRow[] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.suppressed !== null) continue;
    for (const id of finding.assetIds) found.set(id, [...(found.get(id) ?? []), finding]);
  }
  const support = supportReader(catalogue, today);
  return assets
    .filter(({ kind }) => SHOWN.includes(kind))
    .map((asset) => {
      const own = (found.get(asset.id) ?? []).sort((a, b) => compareSeverity(a.severity, b.severity));
      return rowOf(asset, own, support);
    });
}

function rowOf(asset: Asset, findings: readonly Finding[], support: SupportReader): AssetRow {
  const exact = asset.versions.running ?? asset.version;
  return {
    id: asset.id,
    kind: asset.kind,
    name: asset.name,
    product: asset.product,
    version: exact ?? asset.versionPrefix ?? asset.engineVersion,
    unknown: unknownVersionOf(asset),
    versions: asset.versions,
    counts: findings.find(({ bugIds }) => bugIds.length > 0)?.bugs?.counts ?? null,
    advice: findings.map(adviceOf).find((advice) => advice !== null) ?? null,
    severity: findings[0]?.severity ?? null,
    support: exact === null ? null : support(asset, exact),
    says: findings.map(({ message }) => message),
    location: asset.location,
    owner: asset.links.find(({ role }) => role === 'member-of')?.assetId ?? null,
  };
}

type SupportReader = (asset: Asset, version: string) => AssetRow['support'];

/** A fleet runs few versions: each is looked up once. */
function supportReader(catalogue: Catalogue, today: string): SupportReader {
  const known = new Map<string, AssetRow['support']>();
  return (asset, version) => {
    const { product } = asset;
    const flavours = product !== null && isSystem(product) ? flavoursOf([asset]) : [];
    const key = [product, version, ...flavours].join(' ');
    const cached = known.get(key);
    if (cached !== undefined) return cached;
    const answer = read();
    known.set(key, answer);
    return answer;

    function read(): AssetRow['support'] {
      if (product === null) return null;
      const { lineage, system } = productOf(product);
      if (lineage !== null) {
        const status = supportOf(catalogue, product, version, today);
        return (
          status && {
            text: supportMessage(status, today),
            state: stateOf(status.phase !== 'standard', status.daysLeft),
          }
        );
      }
      if (system === null) return null;
      const status = osSupportOf(catalogue, product, today);
      return (
        status && {
          text: osSupportMessage(status, flavours),
          state: stateOf(status.phase === 'ended', status.daysLeft),
        }
      );
    }
  };
}

function stateOf(hasEnded: boolean, daysLeft: number | null): SupportState {
  if (hasEnded) return 'ended';
  return isNearEnd(daysLeft) ? 'ending' : 'supported';
}
