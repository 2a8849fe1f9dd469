import { AUTO_UPGRADE, INSTANCE_CLASS, INSTANCE_REPLICAS, nameSetting } from '../../vocabulary/index.ts';
import { groupByEach, locationKey, unmetConditions } from '../../model/index.ts';
import type { Asset, LinkRole, SettingValue, Text, Use } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { engineOf } from '../../products/index.ts';
import { connectDrafts, type Entry, repeatByEnvironment } from './connect.ts';
import type { AssetDraft } from './draft.ts';
import { withVersionOfGroup } from './versions/family-version.ts';
import { linked, withEffectiveParameters } from './parameters.ts';
import type { KnownSettings } from './parameters.ts';
import { OTHER_ENGINE, productOfDraft, interpretVersion } from './versions/version-facts.ts';

/** Assets of a unit by id, while they are completed. */
interface UnitAssets {
  assets: Map<string, Asset>;
  entries: Map<string, Entry>;
  /** Instances by the id of their cluster. */
  members: ReadonlyMap<string, readonly Entry[]>;
  /** Replicas by the id of their source. */
  replicas: ReadonlyMap<string, readonly Entry[]>;
}

/**
 * Builds assets from the drafts of one unit: resolves product, version and links. Drafts of uncovered engines are left
 * out. A cluster also gets settings derived from its instances, `instanceCount` and `instanceClasses`, and its
 * effective engine parameters.
 */
export function buildAssets(drafts: readonly AssetDraft[]): Asset[] {
  const entries = connectDrafts(repeatByEnvironment(drafts));
  for (const entry of entries) entry.product = productOfDraft(entry.draft);
  inheritProducts(entries);
  const ours = entries.filter(isSupported);
  const unit: UnitAssets = {
    assets: new Map(),
    entries: new Map(),
    members: instancesByLink(ours, 'member-of'),
    replicas: instancesByLink(ours, 'source'),
  };
  for (const entry of ours) {
    unit.assets.set(entry.id, toAsset(entry));
    unit.entries.set(entry.id, entry);
  }
  // Clusters first: an instance that follows its cluster passes its place to it, and gets its parameters.
  completeEach(unit, 'database', completeDatabase);
  completeEach(unit, 'db-instance', completeInstance);
  return [...unit.assets.values()];
}

function completeEach(
  unit: UnitAssets,
  kind: Asset['kind'],
  complete: (asset: Asset, unit: UnitAssets) => Asset,
): void {
  for (const asset of unit.assets.values()) {
    if (asset.kind === kind) unit.assets.set(asset.id, complete(asset, unit));
  }
}

/**
 * Fills in an unknown product from the parameter group or copy source, else from members, cluster, or the instance's
 * group.
 */
function inheritProducts(entries: readonly Entry[]): void {
  const linkedBy = (role: LinkRole): [Entry, Entry][] =>
    entries.flatMap((entry) =>
      entry.links.flatMap((link): [Entry, Entry][] => (link.role === role ? [[entry, link.entry]] : [])),
    );
  const members = linkedBy('member-of');
  for (const [entry, group] of linkedBy('cluster-parameter-group')) entry.product ??= group.product;
  for (const [replica, source] of linkedBy('source')) replica.product ??= source.product;
  for (const [copy, source] of linkedBy('restored-from')) copy.product ??= source.product;
  for (const [member, owner] of members) owner.product ??= member.product;
  for (const [member, owner] of members) member.product ??= owner.product;
  for (const [entry, group] of linkedBy('parameter-group')) entry.product ??= group.product;
}

function isSupported(entry: Entry): boolean {
  return entry.product !== OTHER_ENGINE;
}

function toAsset(entry: Entry): Asset {
  const { draft } = entry;
  const settings: Record<string, SettingValue> = {};
  const unknownSettings: string[] = [];
  for (const name of Object.keys(draft.settings)) {
    const value = draft.settings[name];
    if (value?.state === 'known') settings[name] = value.value;
    else unknownSettings.push(name);
  }
  const facts = interpretVersion(draft);
  const isUnsaid = draft.kind === 'database' && draft.engine === null && entry.product === null;
  return {
    id: entry.id,
    ...kindOf({ ...entry, kind: draft.kind }),
    product: entry.product === OTHER_ENGINE ? null : entry.product,
    name: draft.name,
    source: draft.source,
    ...facts,
    ...(isUnsaid && facts.reason?.key === 'inventory.notWritten' && { reason: text('inventory.noEngine') }),
    ...(facts.reason?.key === 'inventory.snapshot' && reasonOfSnapshot(entry)),
    versions: { declared: facts.version, running: null, pending: null },
    mayRunNewer: draft.mayRunNewer,
    settings,
    unknownSettings,
    links: entry.links
      .filter((link) => isSupported(link.entry))
      .map(({ entry: { id }, ...link }) => ({ ...link, assetId: id })),
    count: draft.count ?? 1,
    environment: draft.environment,
    ...(draft.isUnselected !== undefined && { isUnselected: draft.isUnselected }),
    ...(draft.conditions !== undefined && { conditions: draft.conditions }),
    ...(draft.deployedTo !== undefined && { deployedTo: draft.deployedTo }),
    ...withReasonOf(draft),
  };
}

/** Names the database that a snapshot was made of, where code shows it. */
function reasonOfSnapshot({ links }: Entry): Partial<Pick<Asset, 'reason'>> {
  const restored = links.find(
    ({ role, entry }) => role === 'restored-from' && entry.draft.kind !== 'db-snapshot',
  );
  const source = restored?.entry.draft.name;
  return source === undefined ? {} : { reason: text('inventory.snapshotOf', { source }) };
}

/** A DB instance without a cluster is a database, for services that have such instances. */
export function kindOf({
  kind,
  product,
  links,
}: Pick<Entry, 'product'> & { kind: Asset['kind']; links: readonly { role: LinkRole }[] }): Pick<
  Asset,
  'kind' | 'declaredAs'
> {
  const service = product === OTHER_ENGINE ? undefined : engineOf(product)?.engine.service;
  const isAlone = kind === 'db-instance' && !links.some(({ role }) => role === 'member-of');
  return isAlone && service === 'rds' ? { kind: 'database', declaredAs: kind } : { kind };
}

/** Reasons that the code itself shows and that people can resolve. */
const SHOWN_REASONS: ReadonlySet<string> = new Set([
  'inventory.cfn.condition',
  'inventory.onlyUnder',
  'inventory.changesIgnored',
  'inventory.changesIgnored.all',
]);

function withReasonOf({ settings }: AssetDraft): Pick<Asset, 'unknownBecause'> {
  const reasons = Object.entries(settings).flatMap(([name, value]) =>
    value.state === 'unknown' && SHOWN_REASONS.has(value.reason.key) ? [[name, value.reason] as const] : [],
  );
  return reasons.length === 0 ? {} : { unknownBecause: Object.fromEntries(reasons) };
}

function engineWritten(draft: AssetDraft | undefined): string | null {
  return draft?.engine?.state === 'known' && typeof draft.engine.value === 'string'
    ? draft.engine.value
    : null;
}

function completeDatabase(database: Asset, unit: UnitAssets): Asset {
  return database.declaredAs === undefined
    ? completeCluster(database, unit)
    : completeLoneInstance(database, unit);
}

/**
 * Completes a DB instance without a cluster: missing facts come from the instance that it replicates, else from its
 * parameter group.
 */
function completeLoneInstance(instance: Asset, unit: UnitAssets): Asset {
  const group = linked(instance, 'parameter-group', unit.assets);
  const source = linked(instance, 'source', unit.assets);
  const draft = unit.entries.get(instance.id)?.draft;
  const isNotWritten = draft?.version === null;
  const isFollower = isNotWritten && source?.product === instance.product && source.engineVersion !== null;
  const database = isFollower
    ? withVersionOf(instance, source)
    : withVersionOfGroup(instance, group, { engine: engineWritten(draft), isNotWritten });
  return {
    ...database,
    ...withEffectiveParameters(withReplicas(database, unit), undefined, [group]),
    mayRunNewer: database.mayRunNewer ?? upgradedByAws([database]),
  };
}

/** Adds the replicas of an instance that the code declares. */
function withReplicas(instance: Asset, { replicas }: UnitAssets): Asset {
  const found = replicas.get(instance.id) ?? [];
  if (found.length === 0) return instance;
  const names = found.filter((replica) => isCertainReplica(replica, instance)).map(({ draft }) => draft.name);
  return names.length > 0
    ? { ...instance, settings: { ...instance.settings, [INSTANCE_REPLICAS]: names } }
    : { ...instance, unknownSettings: [...instance.unknownSettings, INSTANCE_REPLICAS] };
}

/** False for a replica that a deployment can leave out. */
function isCertainReplica({ draft, links }: Entry, { id, conditions }: Asset): boolean {
  const isConditional = unmetConditions(draft.conditions, conditions).length > 0;
  return !isConditional && links.some((link) => link.entry.id === id && link.conditions === undefined);
}

/**
 * Completes a cluster from its instances: their number, classes and parameters, and the places that repeat its version.
 */
function completeCluster(declared: Asset, unit: UnitAssets): Asset {
  const clusterGroup = linked(declared, 'cluster-parameter-group', unit.assets);
  const isLeftOut = unit.entries.get(declared.id)?.draft.version === null;
  const isNotWritten = isLeftOut || declared.reason?.key === 'inventory.notWritten';
  const ofOwner = isLeftOut ? completeFromGlobal(declared, unit) : declared;
  const engine = engineWritten(unit.entries.get(declared.id)?.draft);
  const cluster = withVersionOfGroup(ofOwner, clusterGroup, { engine, isNotWritten });
  const members = instancesOfCluster(cluster, unit);
  const instanceGroups = members.map((member) => linked(member, 'parameter-group', unit.assets));
  const named = withGroupName(cluster, clusterGroup);
  const { settings, unknownSettings } = withEffectiveParameters(named, clusterGroup, instanceGroups);
  const isCertain = ({ conditions }: Asset): boolean =>
    unmetConditions(conditions, cluster.conditions).length === 0;
  const counts = members.map((member) =>
    isCertain(member) ? (unit.entries.get(member.id)?.draft.count ?? null) : null,
  );
  const classes = members.map((member) => member.settings[INSTANCE_CLASS] ?? null);
  const derived: Record<string, SettingValue> = {};
  const unknown: string[] = [];
  if (counts.includes(null)) unknown.push('instanceCount');
  else if (members.length > 0)
    derived.instanceCount = counts.reduce<number>((all, each) => all + (each ?? 0), 0);
  const isNoneCertain = members.length > 0 && !members.some(isCertain);
  if (isNoneCertain || members.some((member) => member.unknownSettings.includes(INSTANCE_CLASS)))
    unknown.push('instanceClasses');
  else if (members.length > 0)
    derived.instanceClasses = [...new Set(classes)].filter((name) => name !== null);
  return {
    ...cluster,
    settings: { ...derived, ...settings },
    unknownSettings: [...unknownSettings, ...unknown],
    mayRunNewer: cluster.mayRunNewer ?? upgradedByAws([cluster, ...members]),
    uses: [...cluster.uses, ...members.flatMap((member) => repeatedPlaces(member, cluster))],
  };
}

/** Instances by the id of the database that they link to in a role. */
function instancesByLink(entries: readonly Entry[], linked: LinkRole): ReadonlyMap<string, readonly Entry[]> {
  const instances = entries.filter(({ draft }) => draft.kind === 'db-instance');
  return groupByEach(
    instances,
    ({ links }) => new Set(links.flatMap(({ role, entry }) => (role === linked ? [entry.id] : []))),
  );
}

function instancesOfCluster({ id }: Asset, { assets, members }: UnitAssets): Asset[] {
  return (members.get(id) ?? []).flatMap((member) => assets.get(member.id) ?? []);
}

/** Only a written setting counts: automatic minor upgrades are the default of every tool. */
function upgradedByAws(assets: readonly Asset[]): Text | null {
  const on = assets.find((asset) => asset.settings[AUTO_UPGRADE] === true);
  return on === undefined ? null : text('inventory.autoMinorUpgrade', { asset: on.name });
}

/** A group in the same unit is known even if AWS generates its name. */
function withGroupName(cluster: Asset, group: Asset | undefined): KnownSettings {
  const { settings, unknownSettings } = cluster;
  const setting = nameSetting('cluster-parameter-group');
  if (group === undefined || settings[setting] !== undefined) return cluster;
  return {
    settings: { ...settings, [setting]: group.name },
    unknownSettings: unknownSettings.filter((name) => name !== setting),
  };
}

/** Place where an instance repeats its cluster's version: an edit has to change both. */
function repeatedPlaces(instance: Asset, cluster: Asset): Use[] {
  if (instance.engineVersion === null || !repeatsCluster(instance, cluster)) return [];
  return [{ location: instance.location, name: instance.name }];
}

/** Completes an instance: without a version, or with its cluster's, it gets the cluster's version and place. */
function completeInstance(instance: Asset, unit: UnitAssets): Asset {
  const cluster = linked(instance, 'member-of', unit.assets);
  if (cluster?.kind !== 'database') return instance;
  const own = linked(instance, 'parameter-group', unit.assets);
  const clusterGroup = linked(cluster, 'cluster-parameter-group', unit.assets);
  const withParameters = { ...instance, ...withEffectiveParameters(instance, clusterGroup, [own]) };
  if (!repeatsCluster(instance, cluster)) return withParameters;
  return withVersionOf(withParameters, cluster);
}

/** A cluster without a version takes that of its global cluster. */
function completeFromGlobal(cluster: Asset, unit: UnitAssets): Asset {
  const owner = linked(cluster, 'member-of', unit.assets);
  if (owner?.kind !== 'global-cluster' || owner.engineVersion === null) return cluster;
  return withVersionOf(cluster, owner);
}

/** Version of an asset's owner: declared there, and used at the asset. */
export function withVersionOf(asset: Asset, owner: Asset): Asset {
  const { engineVersion, version, versionPrefix, resolution, reason, location, versions } = owner;
  return {
    ...asset,
    ...{ engineVersion, version, versionPrefix, resolution, reason, location, versions },
    ...(owner.isUnselected !== undefined && { isUnselected: owner.isUnselected }),
    uses: [...asset.uses, { location: asset.location, name: asset.name }],
  };
}

/** True if the instance repeats or omits its cluster's version. */
function repeatsCluster(instance: Asset, cluster: Asset): boolean {
  if (locationKey(instance.location) === locationKey(cluster.location)) return false;
  if (instance.engineVersion === null) return true;
  if (instance.engineVersion === cluster.engineVersion) return true;
  return instance.version !== null && instance.version === cluster.version;
}
