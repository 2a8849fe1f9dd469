import { IMAGE } from '../../vocabulary/index.ts';
import type { Asset, AssetLink } from '../../model/index.ts';
import { clusterAsset, globalClusterAsset, instanceAsset, readDatabases } from './read/clusters.ts';
import { withDatabaseFacts } from './read/database-facts.ts';
import { readImages, type Images } from './read/images.ts';
import { readLaunchTemplates } from './read/launch-templates.ts';
import { readLoadBalancing } from './read/load-balancing.ts';
import {
  readAlarms,
  readEventRules,
  readLogGroups,
  readSubscriptions,
  readTrails,
} from './read/monitoring.ts';
import { readParameterGroups, withParameters } from './read/parameter-groups.ts';
import { withTopics } from './read/topics.ts';
import { readProxies } from './read/proxies.ts';
import { readScalingGroups, type ScalingGroup } from './read/scaling-groups.ts';
import type { RegionReader } from './region-reader.ts';

/** Assets of one Region of one account; with names, only those databases and the resources that belong to them. */
export async function scanRegion(reader: RegionReader, names: readonly string[]): Promise<Asset[]> {
  const [databases, fleet] = await Promise.all([
    scanDatabases(reader, names),
    names.length === 0 ? scanFleet(reader) : [],
  ]);
  const watched = [...databases, ...fleet];
  if (watched.length === 0) return [];
  const [alarms, rules, trails] = await Promise.all([
    readAlarms(watched, reader),
    readEventRules(reader),
    readTrails(reader),
  ]);
  return await withTopics([...watched, ...alarms, ...rules, ...trails], reader);
}

async function scanDatabases(reader: RegionReader, names: readonly string[]): Promise<Asset[]> {
  const answers = await readDatabases(reader, names);
  const clusters = answers.clusters.map((cluster) => clusterAsset(cluster, answers, reader));
  const instances = answers.instances.map((each) => instanceAsset(each, clusters, answers.clusters, reader));
  const globals = answers.globalClusters.map((cluster) => globalClusterAsset(cluster, reader));
  const databases = [...clusters, ...instances];
  const [groups, detailed, subscriptions, proxies, logGroups] = await Promise.all([
    readParameterGroups(databases, reader),
    withDatabaseFacts(databases, reader),
    readSubscriptions(databases, reader),
    readProxies(databases, reader),
    readLogGroups(
      databases.filter(({ kind }) => kind === 'database'),
      reader,
    ),
  ]);
  return [
    ...withParameters(detailed, groups),
    ...globals,
    ...groups,
    ...subscriptions,
    ...proxies,
    ...logGroups,
  ];
}

async function scanFleet(reader: RegionReader): Promise<Asset[]> {
  const { groups, hooks } = await readScalingGroups(reader);
  const [templates, balancing] = await Promise.all([
    readLaunchTemplates(groups, reader),
    readLoadBalancing([...new Set(groups.flatMap(({ targetGroupArns }) => targetGroupArns))], reader),
  ]);
  const named = templates.flatMap(({ settings }) =>
    typeof settings[IMAGE] === 'string' ? [settings[IMAGE]] : [],
  );
  const images = await readImages(named, reader);
  return [
    ...groups.map((group) => withImages(group.asset, imagesOfGroup(group, images))),
    ...hooks,
    ...templates.map((template) => withImages(template, imagesOfTemplate(template, groups, images))),
    ...balancing,
    ...images.assets,
  ];
}

function imagesOfGroup({ asset }: ScalingGroup, { byGroup }: Images): string[] {
  return [...(byGroup.get(asset.name) ?? [])];
}

/** Image that a template names, or else the images of the instances in its groups. */
function imagesOfTemplate(template: Asset, groups: readonly ScalingGroup[], images: Images): string[] {
  const imageId = template.settings[IMAGE];
  if (typeof imageId === 'string' && imageId.startsWith('ami-')) return [images.assetId(imageId)];
  const users = groups.filter(({ asset }) => asset.links.some(({ assetId }) => assetId === template.id));
  return [...new Set(users.flatMap((group) => imagesOfGroup(group, images)))];
}

function withImages(asset: Asset, images: readonly string[]): Asset {
  const links = images.map((assetId): AssetLink => ({ role: 'image', assetId }));
  return { ...asset, links: [...asset.links, ...links] };
}
