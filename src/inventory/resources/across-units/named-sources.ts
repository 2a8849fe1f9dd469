import {
  type Asset,
  type AssetKind,
  groupByEach,
  isSameRegion,
  type LinkRole,
} from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import { linksOfKind, sourcesOf, userGivenName } from '../../../vocabulary/index.ts';
import { kindOf, withVersionOf } from '../assets.ts';

/** A database or snapshot as another resource names it. */
interface NamedSource {
  role: LinkRole;
  kinds: readonly AssetKind[];
  name: string;
  /** Region in an ARN. */
  region: string | null;
}

interface Sources {
  byId: ReadonlyMap<string, Asset>;
  byName: ReadonlyMap<string, readonly Asset[]>;
}

const DATABASE_KINDS: readonly AssetKind[] = ['db-instance', 'database'];
const ARN = /^arn:[\w-]+:rds:(?<region>[\w-]+):\d*:(?:db|cluster|(?:cluster-)?snapshot):(?<name>.+)$/;
/** Snapshot that RDS makes every day, named after its database. */
const DAILY_SNAPSHOT = /^rds:(?<database>.+?)-\d{4}(?:-\d\d){4}$/;
/** Field of a copy at a point in time that names its source. */
const SOURCE_FIELD = /^source.*Identifier$/;

/**
 * Completes replicas and restored databases whose source is in another unit, or is named by an ARN: the source's engine,
 * and its version for a replica. Snapshots are left out, because they only lead to their databases.
 */
export function withNamedSources(assets: readonly Asset[]): Asset[] {
  const sources = {
    byId: new Map(assets.map((asset) => [asset.id, asset])),
    byName: groupByEach(assets.filter(isSource), namesOf),
  };
  const completed = new Map<string, Asset>();
  const complete = (asset: Asset): Asset => {
    const before = completed.get(asset.id);
    if (before !== undefined) return before;
    // A source that leads back to its replica is taken as it is.
    completed.set(asset.id, asset);
    const found = isOpen(asset) ? sourceOf(asset, sources) : null;
    const done = found === null ? asset : withSource(asset, found.role, complete(found.source));
    completed.set(asset.id, done);
    return done;
  };
  return assets
    .filter(({ kind }) => kind !== 'db-snapshot')
    .map((asset) => withoutSnapshots(complete(asset), sources));
}

function isSource({ kind }: Asset): boolean {
  return kind === 'db-snapshot' || DATABASE_KINDS.includes(kind);
}

/** True for a database without a version of its own. */
function isOpen({ kind, engineVersion, versionPrefix }: Asset): boolean {
  return DATABASE_KINDS.includes(kind) && engineVersion === null && versionPrefix === null;
}

function namesOf(asset: Asset): string[] {
  const name = userGivenName(asset);
  return name === null ? [] : [name.toLowerCase()];
}

/** The one database that an asset follows or was restored from; null if none is known, or several are possible. */
function sourceOf(asset: Asset, sources: Sources): { role: LinkRole; source: Asset } | null {
  const found = databasesBehind(asset, sources, new Set());
  const [first, another] = new Map(found.map((each) => [each.source.id, each])).values();
  return first === undefined || another !== undefined ? null : first;
}

/** Databases behind the links and names of a database or snapshot; snapshots on the way lead to their own. */
function databasesBehind(
  asset: Asset,
  sources: Sources,
  seen: ReadonlySet<string>,
): { role: LinkRole; source: Asset }[] {
  if (seen.has(asset.id)) return [];
  const linked = asset.links.flatMap(({ role, assetId }) => {
    const source = sources.byId.get(assetId);
    return source !== undefined && (role === 'source' || role === 'restored-from') ? [{ role, source }] : [];
  });
  const found =
    linked.length > 0 ? linked : namedBy(asset).flatMap((named) => assetsNamed(named, asset, sources));
  const through = new Set([...seen, asset.id]);
  return found.flatMap(({ role, source }) =>
    source.kind === 'db-snapshot'
      ? databasesBehind(source, sources, through).map((behind) => ({ ...behind, role }))
      : [{ role, source }],
  );
}

/** Sources that the settings of an asset name. */
function namedBy({ kind, declaredAs, settings }: Asset): NamedSource[] {
  return sourcesOf(declaredAs ?? kind).flatMap(({ name, source }) => {
    const value = settings[name];
    const written =
      typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([field, each]) => (SOURCE_FIELD.test(field) ? [each] : []))
        : [value];
    const kinds =
      linksOfKind(declaredAs ?? kind).find((link) => link.settings?.includes(name) === true)?.to ??
      DATABASE_KINDS;
    const role = source === 'replica' ? 'source' : 'restored-from';
    return written.flatMap((each) => (typeof each === 'string' ? { role, ...readName(each, kinds) } : []));
  });
}

/** Parts of a name or ARN; a daily snapshot stands for its database. */
function readName(
  written: string,
  kinds: readonly AssetKind[],
): Pick<NamedSource, 'name' | 'region' | 'kinds'> {
  const { region = null, name = written } = ARN.exec(written)?.groups ?? {};
  const database = DAILY_SNAPSHOT.exec(name)?.groups?.database;
  return database === undefined ? { name, region, kinds } : { name: database, region, kinds: DATABASE_KINDS };
}

/** Assets of a name in the same Region and environment. */
function assetsNamed(
  { role, kinds, name, region }: NamedSource,
  { id, deployedTo, environment }: Asset,
  { byName }: Sources,
): { role: LinkRole; source: Asset }[] {
  const target = region === null ? deployedTo : { region, provider: null };
  const found = (byName.get(name.toLowerCase()) ?? []).filter(
    (asset) =>
      asset.id !== id &&
      kinds.includes(asset.declaredAs ?? asset.kind) &&
      isSameRegion(target, asset.deployedTo),
  );
  const near = found.filter((asset) => asset.environment === environment);
  return (near.length > 0 ? near : found).map((source) => ({ role, source }));
}

function withSource(asset: Asset, role: LinkRole, source: Asset): Asset {
  const { product } = source;
  if (product === null || (asset.product !== null && asset.product !== product)) return asset;
  const isLinked = asset.links.some(({ assetId }) => assetId === source.id);
  const links = isLinked ? asset.links : [...asset.links, { role, assetId: source.id }];
  const known = { ...asset, ...kindOf({ ...asset, product, links }), product, links };
  if (role === 'source' && known.declaredAs !== undefined && source.engineVersion !== null)
    return withVersionOf(known, source);
  return known.reason?.key === 'inventory.snapshot'
    ? { ...known, reason: text('inventory.snapshotOf', { source: source.name }) }
    : known;
}

function withoutSnapshots(asset: Asset, { byId }: Sources): Asset {
  const links = asset.links.filter(({ assetId }) => byId.get(assetId)?.kind !== 'db-snapshot');
  return links.length === asset.links.length ? asset : { ...asset, links };
}
