import { engineOf, engines } from '../../../products/index.ts';
import type {
  DBCluster,
  DBInstance,
  DescribeDBInstancesCommandOutput,
  Filter,
  GlobalCluster,
} from '@aws-sdk/client-rds';
import type { Asset, AssetLink, Settings } from '../../../model/index.ts';
import { nameSetting } from '../../../vocabulary/index.ts';
import { settingsFrom } from '../answers.ts';
import { assetOf, withoutMissing, runningVersion, stackTags } from '../asset.ts';
import type { Listing, RegionReader } from '../region-reader.ts';

/** Databases of a Region, as the service describes them. */
export interface DescribedDatabases {
  clusters: readonly DBCluster[];
  instances: readonly DBInstance[];
  globalClusters: readonly GlobalCluster[];
}

const RDS_PAGE = 100;

/** Clusters and instances of the supported engines, all or only the named ones, with members and global clusters. */
export async function readDatabases(
  reader: RegionReader,
  names: readonly string[],
): Promise<DescribedDatabases> {
  const ofEngines = { Name: 'engine', Values: engines().map(({ engine }) => engine.api) };
  const filtersBy = (Name: string): Filter[] =>
    names.length === 0 ? [ofEngines] : [ofEngines, { Name, Values: [...names] }];
  const instancesBy = (name: string): Promise<Listing<DescribeDBInstancesCommandOutput>> =>
    reader.pages(
      'rds:DescribeDBInstances',
      (rds, options, Marker) =>
        rds.describeDBInstances({ Filters: filtersBy(name), MaxRecords: RDS_PAGE, Marker }, options),
      ({ Marker }) => Marker,
    );
  const [clusters, ...instances] = await Promise.all([
    reader.pages(
      'rds:DescribeDBClusters',
      (rds, options, Marker) =>
        rds.describeDBClusters(
          { Filters: filtersBy('db-cluster-id'), MaxRecords: RDS_PAGE, Marker },
          options,
        ),
      ({ Marker }) => Marker,
    ),
    instancesBy('db-cluster-id'),
    // A standalone instance has no cluster, and the filters of a call all have to match.
    ...(names.length === 0 ? [] : [instancesBy('db-instance-id')]),
  ]);
  const databases = {
    clusters: unique(
      clusters.pages.flatMap(({ DBClusters = [] }) => DBClusters),
      (each) => each.DBClusterArn,
    ).filter((cluster) => isSupportedEngine(cluster) && isNamed(cluster.DBClusterIdentifier, names)),
    instances: unique(
      instances.flatMap(({ pages }) => pages.flatMap(({ DBInstances = [] }) => DBInstances)),
      (each) => each.DBInstanceArn,
    ).filter((instance) => isSupportedEngine(instance) && isNamed(ownerOf(instance), names)),
  };
  if (databases.clusters.length === 0) return { ...databases, globalClusters: [] };
  const globals = await reader.pages(
    'rds:DescribeGlobalClusters',
    (rds, options, Marker) => rds.describeGlobalClusters({ MaxRecords: RDS_PAGE, Marker }, options),
    ({ Marker }) => Marker,
  );
  const globalClusters = unique(
    globals.pages.flatMap(({ GlobalClusters = [] }) => GlobalClusters),
    (each) => each.GlobalClusterArn,
  );
  return { ...databases, globalClusters: globalClusters.filter(isSupportedEngine) };
}

/** True for an engine of ours. The service also returns engines that were not requested. */
function isSupportedEngine({ Engine }: { Engine?: string | undefined }): boolean {
  return engines().some(({ engine }) => engine.api === Engine);
}

/** Name of the database that an instance is, or is a member of. */
function ownerOf({ DBClusterIdentifier, DBInstanceIdentifier }: DBInstance): string | undefined {
  return DBClusterIdentifier ?? DBInstanceIdentifier;
}

function isNamed(name: string | undefined, names: readonly string[]): boolean {
  return names.length === 0 || (name !== undefined && names.includes(name));
}

/** Removes repeated items: a page that is sent twice does not duplicate assets. */
function unique<T>(items: readonly T[], keyOf: (item: T) => string | undefined): T[] {
  return [...new Map(items.map((item, index) => [keyOf(item) ?? String(index), item])).values()];
}

export function clusterAsset(
  cluster: DBCluster,
  { instances, globalClusters }: DescribedDatabases,
  reader: RegionReader,
): Asset {
  const name = cluster.DBClusterIdentifier ?? '';
  const arn = cluster.DBClusterArn ?? reader.arn('rds', `cluster:${name}`);
  const members = instances.filter(({ DBClusterIdentifier }) => DBClusterIdentifier === name);
  const global = globalClusters.find(({ GlobalClusterMembers = [] }) =>
    GlobalClusterMembers.some(({ DBClusterArn }) => DBClusterArn === arn),
  );
  const group = cluster.DBClusterParameterGroup;
  const links: AssetLink[] = [];
  if (global?.GlobalClusterArn !== undefined)
    links.push({ role: 'member-of', assetId: global.GlobalClusterArn });
  if (group !== undefined)
    links.push({ role: 'cluster-parameter-group', assetId: reader.arn('rds', `cluster-pg:${group}`) });
  return assetOf(
    'database',
    arn,
    name,
    reader.place,
    { ...clusterSettings(cluster, global), ...memberSettings(cluster, members) },
    {
      ...runningVersion(cluster),
      links,
    },
  );
}

function clusterSettings(cluster: DBCluster, global: GlobalCluster | undefined): Settings {
  return {
    ...settingsFrom('database', cluster),
    ...withoutMissing({ [nameSetting('global-cluster')]: global?.GlobalClusterIdentifier }),
    ...stackTags(cluster.TagList),
  };
}

/** Number and classes of a cluster's instances. The number is known from the cluster if the instances are unreadable. */
function memberSettings({ DBClusterMembers = [] }: DBCluster, members: readonly DBInstance[]): Settings {
  const instanceCount = Math.max(DBClusterMembers.length, members.length);
  if (instanceCount === 0) return {};
  const classes = members.flatMap(({ DBInstanceClass }) => DBInstanceClass ?? []);
  return withoutMissing({
    instanceCount,
    instanceClasses: classes.length === 0 ? undefined : [...new Set(classes)],
  });
}

export function instanceAsset(
  instance: DBInstance,
  clusters: readonly Asset[],
  answers: readonly DBCluster[],
  reader: RegionReader,
): Asset {
  const name = instance.DBInstanceIdentifier ?? '';
  const arn = instance.DBInstanceArn ?? reader.arn('rds', `db:${name}`);
  const cluster = clusters.find((each) => each.name === instance.DBClusterIdentifier);
  const group = instance.DBParameterGroups?.[0];
  const member = answers
    .find(({ DBClusterIdentifier }) => DBClusterIdentifier === instance.DBClusterIdentifier)
    ?.DBClusterMembers?.find(({ DBInstanceIdentifier }) => DBInstanceIdentifier === name);
  const links: AssetLink[] = [];
  if (cluster !== undefined) links.push({ role: 'member-of', assetId: cluster.id });
  if (group?.DBParameterGroupName !== undefined)
    links.push({ role: 'parameter-group', assetId: reader.arn('rds', `pg:${group.DBParameterGroupName}`) });
  const settings = {
    ...settingsFrom('db-instance', instance),
    ...withoutMissing({
      parameterApplyStatus: group?.ParameterApplyStatus,
      dbClusterParameterGroupStatus: member?.DBClusterParameterGroupStatus,
    }),
    ...stackTags(instance.TagList),
  };
  const facts = { ...runningVersion(instance), links };
  const isAlone = instance.DBClusterIdentifier === undefined;
  return isAlone && engineOf(facts.product)?.engine.service === 'rds'
    ? assetOf('database', arn, name, reader.place, settings, { ...facts, declaredAs: 'db-instance' })
    : assetOf('db-instance', arn, name, reader.place, settings, facts);
}

export function globalClusterAsset(cluster: GlobalCluster, reader: RegionReader): Asset {
  const name = cluster.GlobalClusterIdentifier ?? '';
  const settings = settingsFrom('global-cluster', cluster);
  const arn =
    cluster.GlobalClusterArn ??
    `arn:${reader.place.partition}:rds::${reader.place.account}:global-cluster:${name}`;
  return assetOf(
    'global-cluster',
    arn,
    name,
    reader.place,
    settings,
    runningVersion({ Engine: cluster.Engine, EngineVersion: cluster.EngineVersion }),
  );
}
