import * as z from 'zod';
import type { Asset, AssetLink, Settings, UnreadableCall } from '../../../model/index.ts';
import { IMAGE, INSTANCE_CLASS, nameSetting } from '../../../vocabulary/index.ts';
import { assetOf, withoutMissing, runningVersion, toSetting } from '../asset.ts';
import { CONFIG_QUERIES, select, type Row } from './config-queries.ts';
import { recordedSettings, unrecordedSettings } from './config-gaps.ts';
import type { OpenAccount } from '../account.ts';
import { ACTIONS } from '../aws/operations.ts';
import { describeImages, imageAsset } from '../read/images.ts';
import type { Place } from '../region-reader.ts';
import { readerFor } from '../regions.ts';
import type { AccountRun } from '../run.ts';

/** Assets of an organisation, as an AWS Config aggregator recorded them. */
export async function readAggregator(name: string, account: OpenAccount, run: AccountRun): Promise<Asset[]> {
  const reader = readerFor(account, account.home, run);
  const [clusters, instances, groups, templates, images] = await Promise.all([
    select(name, CONFIG_QUERIES.clusters, reader),
    select(name, CONFIG_QUERIES.instances, reader),
    select(name, CONFIG_QUERIES.groups, reader),
    select(name, CONFIG_QUERIES.templates, reader),
    select(name, CONFIG_QUERIES.images, reader),
  ]);
  const members = instances.map((row) => recordedInstance(row));
  return [
    ...clusters.map((row) => recordedCluster(row, members)),
    ...members,
    ...groups.flatMap(groupAssets),
    ...templates.map(templateAsset),
    ...(await imageAssets([...images, ...templates], account, run)),
  ];
}

function placeOfRow({ accountId, awsRegion, arn }: Row): Place {
  return { partition: arn?.split(':')[1] ?? 'aws', account: accountId, region: awsRegion };
}

function arnOf(row: Row, service: string, resource: string): string {
  const { partition, account, region } = placeOfRow(row);
  return row.arn ?? `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

function clusterArn(row: Row, name: string): string {
  const { partition, account, region } = placeOfRow(row);
  return `arn:${partition}:rds:${region}:${account}:cluster:${name}`;
}

function recordedCluster(row: Row, instances: readonly Asset[]): Asset {
  const { configuration } = row;
  const name =
    row.resourceName ?? stringOf(configuration.dbclusterIdentifier) ?? row.arn?.split(':').at(-1) ?? '';
  const arn = arnOf(row, 'rds', `cluster:${name}`);
  const members = instances.filter(({ links }) => links.some(({ assetId }) => assetId === arn));
  const classes = members.flatMap(({ settings }) => settings[INSTANCE_CLASS] ?? []);
  const settings = {
    [nameSetting('database')]: name,
    ...recordedSettings('database', configuration),
    ...withoutMissing({
      instanceCount: members.length === 0 ? undefined : members.length,
      instanceClasses: members.length === 0 ? undefined : [...new Set(classes)],
    }),
  };
  const pending = z.object({ engineVersion: z.string() }).safeParse(configuration.pendingModifiedValues);
  return assetOf('database', arn, name, placeOfRow(row), settings, {
    ...runningVersion({
      Engine: stringOf(configuration.engine),
      EngineVersion: stringOf(configuration.engineVersion),
      PendingModifiedValues: { EngineVersion: pending.data?.engineVersion },
    }),
    unknownSettings: unrecordedSettings('database', settings),
  });
}

function recordedInstance(row: Row): Asset {
  const { configuration } = row;
  const name = stringOf(configuration.dBInstanceIdentifier) ?? row.resourceName ?? '';
  const cluster = stringOf(configuration.dBClusterIdentifier);
  const links: AssetLink[] =
    cluster === undefined ? [] : [{ role: 'member-of', assetId: clusterArn(row, cluster) }];
  const settings = {
    ...recordedSettings('db-instance', configuration),
    [nameSetting('db-instance')]: name,
  };
  return assetOf('db-instance', arnOf(row, 'rds', `db:${name}`), name, placeOfRow(row), settings, {
    ...runningVersion({
      Engine: stringOf(configuration.engine),
      EngineVersion: stringOf(configuration.engineVersion),
    }),
    unknownSettings: unrecordedSettings('db-instance', settings),
    links,
  });
}

/** An Auto Scaling group with the hooks that AWS Config records in it. */
function groupAssets(row: Row): Asset[] {
  const { configuration, supplementaryConfiguration } = row;
  const name = row.resourceName ?? row.resourceId ?? '';
  const place = placeOfRow(row);
  const arn = arnOf(row, 'autoscaling', `autoScalingGroup::autoScalingGroupName/${name}`);
  const targets = z.array(z.string()).safeParse(configuration.targetGroupARNs).data ?? [];
  const template = templateIdOf(configuration);
  const links: AssetLink[] = targets.map((assetId) => ({ role: 'target-group', assetId }));
  if (template !== undefined) {
    const assetId = `arn:${place.partition}:ec2:${place.region}:${place.account}:launch-template/${template}`;
    links.push({ role: 'launch-template', assetId });
  }
  const settings = {
    [nameSetting('auto-scaling-group')]: name,
    ...recordedSettings('auto-scaling-group', configuration),
  };
  const group = assetOf('auto-scaling-group', arn, name, place, settings, {
    links,
    unknownSettings: unrecordedSettings('auto-scaling-group', settings),
  });
  const hooks = z
    .array(z.record(z.string(), z.unknown()))
    .safeParse(supplementaryConfiguration.LifeCycleHooks).data;
  return [group, ...(hooks ?? []).map((hook) => hookAsset(hook, group))];
}

function hookAsset(hook: Record<string, unknown>, group: Asset): Asset {
  const settings = toSetting(hook);
  const named =
    typeof settings === 'object' && settings !== null && !Array.isArray(settings)
      ? (settings as Settings)
      : {};
  const name = stringOf(named.lifecycleHookName) ?? '';
  return {
    ...group,
    id: `${group.id}#${name}`,
    kind: 'lifecycle-hook',
    name,
    settings: named,
    unknownSettings: [],
    links: [{ role: 'member-of', assetId: group.id }],
  };
}

const TEMPLATE_REFERENCE = z.object({ launchTemplateId: z.string() });
const MIXED_INSTANCES_POLICY = z.object({
  launchTemplate: z.object({ launchTemplateSpecification: TEMPLATE_REFERENCE }),
});

function templateIdOf({ launchTemplate, mixedInstancesPolicy }: Row['configuration']): string | undefined {
  const own = TEMPLATE_REFERENCE.safeParse(launchTemplate).data?.launchTemplateId;
  return (
    own ??
    MIXED_INSTANCES_POLICY.safeParse(mixedInstancesPolicy).data?.launchTemplate.launchTemplateSpecification
      .launchTemplateId
  );
}

function templateAsset(row: Row): Asset {
  const { configuration, resourceId = '' } = row;
  const name = stringOf(configuration.LaunchTemplateName) ?? row.resourceName ?? resourceId;
  const image = imageIdOf(row);
  const links: AssetLink[] =
    image === undefined ? [] : [{ role: 'image', assetId: imageArn(image, placeOfRow(row)) }];
  const settings = { [nameSetting('launch-template')]: name, ...withoutMissing({ [IMAGE]: image }) };
  return assetOf(
    'launch-template',
    arnOf(row, 'ec2', `launch-template/${resourceId}`),
    name,
    placeOfRow(row),
    settings,
    {
      links,
      unknownSettings: unrecordedSettings('launch-template', settings),
    },
  );
}

function imageIdOf({ configuration }: Row): string | undefined {
  const data = z.object({ ImageId: z.string() }).safeParse(configuration.LaunchTemplateData).data;
  const id = stringOf(configuration.imageId) ?? data?.ImageId;
  return id?.startsWith('ami-') === true ? id : undefined;
}

function imageArn(id: string, { partition, region, account }: Place): string {
  return `arn:${partition}:ec2:${region}:${account}:image/${id}`;
}

/** Assets of images. AWS Config records only their ids; every account can describe public images. */
async function imageAssets(rows: readonly Row[], account: OpenAccount, run: AccountRun): Promise<Asset[]> {
  const named = rows.filter((row) => imageIdOf(row) !== undefined);
  const byRegion = Map.groupBy(named, ({ awsRegion }) => awsRegion);
  const assets = await Promise.all(
    [...byRegion].map(async ([region, own]) => {
      const ids = [...new Set(own.flatMap((row) => imageIdOf(row) ?? []))];
      const described = await describeImages(ids, readerFor(account, region, run));
      const places = Map.groupBy(own, (row) => `${row.accountId} ${imageIdOf(row) ?? ''}`);
      return [...places.values()].flatMap((same) => {
        const [row] = same;
        const id = row === undefined ? undefined : imageIdOf(row);
        if (row === undefined || id === undefined) return [];
        const place = placeOfRow({ ...row, arn: undefined });
        const partitioned = { ...place, partition: account.partition };
        const count = same.reduce((sum, each) => sum + (each['COUNT(*)'] ?? 0), 0);
        return [imageAsset(id, described, count, [], imageArn(id, partitioned), partitioned)];
      });
    }),
  );
  return assets.flat();
}

function stringOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** Calls whose facts an aggregator provides. */
const REPLACED_CALLS: ReadonlySet<string> = new Set([
  'sts:GetCallerIdentity',
  'ec2:DescribeRegions',
  'config:SelectAggregateResourceConfig',
  'rds:DescribeDBClusters',
  'rds:DescribeDBInstances',
  'autoscaling:DescribeAutoScalingGroups',
  'autoscaling:DescribeLifecycleHooks',
  'ec2:DescribeInstances',
  'ec2:DescribeImages',
]);

/** Calls that were not made, for every Region that only the aggregator covers. */
export function skippedCalls(assets: readonly Asset[]): UnreadableCall[] {
  const places = new Map(
    assets.flatMap(({ location }) =>
      'region' in location ? [[`${location.account} ${location.region}`, location]] : [],
    ),
  );
  const unasked = ACTIONS.filter((action) => !REPLACED_CALLS.has(action));
  return [...places.values()].flatMap(({ account, region }) =>
    unasked.map((operation) => ({ operation, account, region, reason: 'aggregator' })),
  );
}
