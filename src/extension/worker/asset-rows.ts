import {
  isNearEnd,
  flavoursOf,
  osSupportMessage,
  osSupportOf,
  supportMessage,
  supportOf,
  unknownVersionReason,
} from '../../analysis/index.ts';
import {
  adviceOf,
  compareSeverity,
  type Advice,
  type Asset,
  type AssetCounts,
  type BugDetails,
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

/** Summary of an asset, small because thousands are sent. */
export interface AssetRow {
  id: string;
  kind: AssetKind;
  name: string;
  product: ProductId | null;
  /**
   * The running version, or else the declared one; its prefix or the expression in the code if it is not exact. Null if
   * there is no version.
   */
  version: string | null;
  /** Reason why the version is unknown, and how to make it known; null if it is known. */
  unknown: UnknownVersion | null;
  versions: Asset['versions'];
  /**
   * Number of known bugs. Null, which is no all-clear, if they were not counted: version unknown or too new, finding
   * suppressed, no bug listed.
   */
  counts: AssetCounts | null;
  /** Counts of the upstream that it contains; absent if they are unknown. */
  upstream?: NonNullable<BugDetails['upstream']>;
  /** Advice on the version; null if there is none. */
  advice: Advice | null;
  /** Highest severity of the findings; null without findings. */
  severity: FindingSeverity | null;
  support: { text: Text; state: SupportState } | null;
  /** Messages of the findings, most severe first. */
  messages: readonly Text[];
  location: Location;
  /** Cluster of an instance. */
  owner: string | null;
}

/** Support without extra charge: it continues, ends within weeks, or has ended. */
export type SupportState = 'supported' | 'ending' | 'ended';

const KINDS_WITH_ROWS: readonly AssetKind[] = [
  'database',
  'global-cluster',
  'db-instance',
  'auto-scaling-group',
  'operating-system',
];

/** Rows of assets that have a version or replace instances. All others, such as alarms, are only in the checklist. */
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
  const support = createSupportLookup(catalogue, today);
  return assets
    .filter(({ kind }) => KINDS_WITH_ROWS.includes(kind))
    .map((asset) => {
      const own = (found.get(asset.id) ?? []).sort((a, b) => compareSeverity(a.severity, b.severity));
      return rowOf(asset, own, support);
    });
}

function rowOf(asset: Asset, findings: readonly Finding[], support: SupportLookup): AssetRow {
  const bugs = findings.find(({ bugIds }) => bugIds.length > 0)?.bugs;
  const exact = asset.versions.running ?? asset.version;
  return {
    id: asset.id,
    kind: asset.kind,
    name: asset.name,
    product: asset.product,
    version: exact ?? asset.versionPrefix ?? asset.engineVersion,
    unknown: unknownVersionReason(asset),
    versions: asset.versions,
    counts: bugs?.counts ?? null,
    ...(bugs?.upstream && { upstream: bugs.upstream }),
    advice: findings.map(adviceOf).find((advice) => advice !== null) ?? null,
    severity: findings[0]?.severity ?? null,
    support: exact === null ? null : support(asset, exact),
    messages: findings.map(({ message }) => message),
    location: asset.location,
    owner: asset.links.find(({ role }) => role === 'member-of')?.assetId ?? null,
  };
}

type SupportLookup = (asset: Asset, version: string) => AssetRow['support'];

/** Returns a lookup of support that memoizes, because a fleet has few versions. */
function createSupportLookup(catalogue: Catalogue, today: string): SupportLookup {
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
            state: supportState(status.phase !== 'standard', status.daysLeft),
          }
        );
      }
      if (system === null) return null;
      const status = osSupportOf(catalogue, product, today);
      return (
        status && {
          text: osSupportMessage(status, flavours),
          state: supportState(status.phase === 'ended', status.daysLeft),
        }
      );
    }
  };
}

function supportState(hasEnded: boolean, daysLeft: number | null): SupportState {
  if (hasEnded) return 'ended';
  return isNearEnd(daysLeft) ? 'ending' : 'supported';
}
