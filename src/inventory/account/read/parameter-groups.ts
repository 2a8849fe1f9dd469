import type { Parameter } from '@aws-sdk/client-rds';
import type { Asset, SettingValue, ProductId } from '../../../model/index.ts';
import { nameSetting } from '../../../vocabulary/index.ts';
import { withEffectiveParameters } from '../../resources/parameters.ts';
import { assetOf } from '../asset.ts';
import type { Listing, RegionReader } from '../region-reader.ts';

type GroupKind = 'cluster-parameter-group' | 'parameter-group';

const RDS_PAGE = 100;

interface Page {
  Parameters?: Parameter[] | undefined;
  Marker?: string | undefined;
}

/**
 * Parameter groups of the databases, with the values that users set. Each is read once, even if several databases use
 * it. Default groups cannot be edited and are not read. An unreadable group becomes no asset: its parameters are
 * unknown.
 */
export async function readParameterGroups(
  databases: readonly Asset[],
  reader: RegionReader,
): Promise<Asset[]> {
  const clusterGroups = groupsOf(databases, 'cluster-parameter-group').map(async ([name, product]) => {
    const listing = await reader.pages(
      'rds:DescribeDBClusterParameters',
      (rds, options, Marker) =>
        rds.describeDBClusterParameters(
          { DBClusterParameterGroupName: name, Source: 'user', MaxRecords: RDS_PAGE, Marker },
          options,
        ),
      ({ Marker }) => Marker,
    );
    return groupAsset('cluster-parameter-group', { name, product }, listing, reader);
  });
  const groups = groupsOf(databases, 'parameter-group').map(async ([name, product]) => {
    const listing = await reader.pages(
      'rds:DescribeDBParameters',
      (rds, options, Marker) =>
        rds.describeDBParameters(
          { DBParameterGroupName: name, Source: 'user', MaxRecords: RDS_PAGE, Marker },
          options,
        ),
      ({ Marker }) => Marker,
    );
    return groupAsset('parameter-group', { name, product }, listing, reader);
  });
  return (await Promise.all([...clusterGroups, ...groups])).flat();
}

/** Clusters and instances with their effective parameters, as for assets from code. */
export function withParameters(databases: readonly Asset[], groups: readonly Asset[]): Asset[] {
  const byId = new Map([...databases, ...groups].map((asset) => [asset.id, asset]));
  const linkedTo = (asset: Asset, role: Asset['links'][number]['role']): Asset | undefined => {
    const link = asset.links.find((each) => each.role === role);
    return link === undefined ? undefined : byId.get(link.assetId);
  };
  const members = Map.groupBy(
    databases.filter(({ kind }) => kind === 'db-instance'),
    (instance) => linkedTo(instance, 'member-of')?.id,
  );
  return databases.map((asset) => {
    if (asset.declaredAs !== undefined)
      return { ...asset, ...withEffectiveParameters(asset, undefined, [linkedTo(asset, 'parameter-group')]) };
    if (asset.kind === 'database') {
      const own = linkedTo(asset, 'cluster-parameter-group');
      const instanceGroups = (members.get(asset.id) ?? []).map((member) =>
        linkedTo(member, 'parameter-group'),
      );
      return { ...asset, ...withEffectiveParameters(asset, own, instanceGroups) };
    }
    const cluster = linkedTo(asset, 'member-of');
    if (asset.kind !== 'db-instance' || cluster === undefined) return asset;
    const clusterGroup = linkedTo(cluster, 'cluster-parameter-group');
    return {
      ...asset,
      ...withEffectiveParameters(asset, clusterGroup, [linkedTo(asset, 'parameter-group')]),
    };
  });
}

function groupsOf(databases: readonly Asset[], kind: GroupKind): [name: string, product: ProductId | null][] {
  const own = new Map<string, ProductId | null>();
  for (const { settings, product } of databases) {
    const name = settings[nameSetting(kind)];
    if (typeof name === 'string' && !name.startsWith('default.') && !own.has(name)) own.set(name, product);
  }
  return [...own];
}

function groupAsset(
  kind: GroupKind,
  { name, product }: Pick<Asset, 'name' | 'product'>,
  { pages, isComplete }: Listing<Page>,
  reader: RegionReader,
): Asset[] {
  if (!isComplete) return [];
  const parameters: Record<string, SettingValue> = {};
  for (const { ParameterName, ParameterValue } of pages.flatMap(({ Parameters = [] }) => Parameters)) {
    if (ParameterName !== undefined && ParameterValue !== undefined)
      parameters[ParameterName] = ParameterValue;
  }
  const arn = reader.arn('rds', `${kind === 'parameter-group' ? 'pg' : 'cluster-pg'}:${name}`);
  return [assetOf(kind, arn, name, reader.place, { [nameSetting(kind)]: name, ...parameters }, { product })];
}
