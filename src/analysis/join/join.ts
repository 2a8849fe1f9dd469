import { text } from '../../l10n/index.ts';
import {
  clusterOfInstance,
  compareVersions,
  locationKey,
  withoutNeverCreated,
  type Asset,
  type AssetKind,
  type Inventory,
  type Text,
} from '../../model/index.ts';
import { engineOf, serviceWord } from '../../products/index.ts';
import { matchByIdentifier, matchByName, matchByStack, type Match, type MatchedBy } from './join-matches.ts';

/** Declaration with its running assets. */
export interface JoinRow {
  declared: Asset;
  running: readonly Asset[];
  by: MatchedBy;
  /** True if an asset runs another version than the declared one. */
  drifts: boolean;
  /** `declared 3.04.2; 9 clusters run it, 3 run 3.10.4` */
  text: Text;
}

/** Declarations, joined with running assets. */
export interface Join {
  rows: readonly JoinRow[];
  /** Running assets with several candidate declarations. */
  ambiguous: readonly { running: Asset; candidates: readonly Asset[] }[];
}

const JOINED: readonly AssetKind[] = ['database', 'global-cluster'];

/**
 * Finds the code that declares running assets: by `import` blocks and identifiers, by the tags of the stack, else by the
 * only match of engine and name. Each method uses only what the earlier ones left. Ambiguous assets are not joined.
 */
export function joinInventories(workspace: Inventory, accounts: Inventory): Join {
  const declared = withoutNeverCreated(workspace.assets).filter(isJoined);
  let open = accounts.assets.filter(isJoined);
  const found: { running: Asset; declared: Asset; by: MatchedBy }[] = [];
  const ambiguous: { running: Asset; candidates: readonly Asset[] }[] = [];
  for (const match of [matchByIdentifier, matchByStack, matchByName]) {
    const matches = match(declared, open, new Set(found.map((each) => each.declared.id)));
    for (const each of matches) {
      const [only, ...others] = commonDeclaration(each);
      if (only === undefined) continue;
      if (others.length === 0) found.push({ running: each.running, declared: only, by: each.by });
      else ambiguous.push({ running: each.running, candidates: [only, ...others] });
    }
    const settled = new Set(matches.map(({ running }) => running.id));
    open = open.filter(({ id }) => !settled.has(id));
  }
  const groups = Map.groupBy(found, (each) => each.declared.id);
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined
      ? []
      : [
          joinRow(
            first.declared,
            group.map(({ running }) => running),
            first.by,
          ),
        ];
  });
  return { rows, ambiguous };
}

function isJoined({ kind, product }: Asset): boolean {
  return engineOf(product) !== null && JOINED.includes(kind);
}

/** Declaration for several that have their version at one place, and so agree. */
function commonDeclaration({ candidates }: Match): readonly Asset[] {
  const [first] = candidates;
  const isOne =
    first?.version !== null &&
    candidates.every((each) => locationKey(each.location) === locationKey(first?.location ?? each.location));
  return isOne ? candidates.slice(0, 1) : candidates;
}

function joinRow(declared: Asset, running: readonly Asset[], by: MatchedBy): JoinRow {
  const counts = countVersions(running);
  const wanted = declared.version;
  const same = wanted === null ? 0 : (counts.get(wanted) ?? 0);
  const others = [...counts]
    .filter(([version]) => version !== wanted)
    .sort(([a], [b]) => compareVersions(a, b));
  const pending = [...new Set(running.flatMap(({ versions }) => versions.pending ?? []))].sort(
    compareVersions,
  );
  const isDrift = wanted !== null && others.length > 0;
  const isInRange =
    declared.versionPrefix !== null &&
    others.every(([version]) => startsWith(version, declared.versionPrefix ?? ''));
  const unit = serviceWord(declared.product, 'unit');
  const runs = [
    ...(same > 0 ? [text('join.same', { count: same, unit })] : []),
    ...others.map(([version, count]) => text('join.runs', { version, count })),
  ];
  return {
    declared,
    running,
    by,
    drifts: isDrift || (declared.versionPrefix !== null && !isInRange),
    text: text('join.row', {
      declared: declaredText(wanted ?? declared.versionPrefix),
      running: runs.length === 0 ? [text('join.noneRead', { unit })] : runs,
      pending,
    }),
  };
}

function declaredText(version: string | null): Text {
  return version === null ? text('join.undeclared') : text('join.declared', { version });
}

function startsWith(version: string, prefix: string): boolean {
  return version === prefix || version.startsWith(`${prefix}.`);
}

function countVersions(running: readonly Asset[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { versions } of running) {
    if (versions.running !== null) counts.set(versions.running, (counts.get(versions.running) ?? 0) + 1);
  }
  return counts;
}

/** Running assets, with the version that their code declares; instances have their cluster's. */
export function withDeclaredVersions(accounts: readonly Asset[], { rows }: Join): Asset[] {
  const declared = new Map(rows.flatMap((row) => row.running.map(({ id }) => [id, row.declared] as const)));
  return accounts.map((asset) => {
    const own = declared.get(asset.id) ?? declared.get(clusterOfInstance(asset) ?? '');
    const version = own?.version ?? own?.versionPrefix;
    return version === undefined || version === null
      ? asset
      : { ...asset, versions: { ...asset.versions, declared: version } };
  });
}

/**
 * Declared assets with their running versions. Of several the lowest counts, because it has the most bugs. A known
 * running version leaves nothing to guess about automatic upgrades.
 */
export function withRunningVersions(workspace: readonly Asset[], { rows }: Join): Asset[] {
  const known = new Map(rows.map((row) => [row.declared.id, versionsOf(row)]));
  const byId = new Map(workspace.map((asset) => [asset.id, asset]));
  return workspace.map((asset) => {
    const cluster = byId.get(clusterOfInstance(asset) ?? '');
    const follows = cluster !== undefined && locationKey(cluster.location) === locationKey(asset.location);
    const versions = known.get(asset.id) ?? (follows ? known.get(cluster.id) : undefined);
    return versions === undefined ? asset : { ...asset, versions, mayRunNewer: null };
  });
}

function versionsOf({ declared, running }: JoinRow): Asset['versions'] {
  const lowest = (of: 'running' | 'pending'): string | null =>
    running.flatMap(({ versions }) => versions[of] ?? []).sort(compareVersions)[0] ?? null;
  return { ...declared.versions, running: lowest('running'), pending: lowest('pending') };
}
