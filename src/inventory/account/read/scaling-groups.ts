import type { Activity, AutoScalingGroup, LifecycleHook } from '@aws-sdk/client-auto-scaling';
import {
  compareText,
  type Asset,
  type AssetLink,
  type Settings,
  type SettingValue,
} from '../../../model/index.ts';
import { settingsFrom, settingsByCall } from '../answers.ts';
import { assetOf, pickFields, stackTags } from '../asset.ts';
import type { RegionReader } from '../region-reader.ts';

/** An Auto Scaling group, with the parts of the answer that other readers use. */
export interface ScalingGroup {
  asset: Asset;
  targetGroupArns: readonly string[];
  launch: LaunchReference | null;
}

/** Launch template or configuration of a group. */
export type LaunchReference =
  | { kind: 'template'; id: string; name: string | null; version: string }
  | { kind: 'configuration'; name: string };

const GROUP_KIND = 'auto-scaling-group';
const PAGE_SIZE = 100;
/** Number of recent activities of a group: enough to see a replacement loop. */
const ACTIVITY_COUNT = 100;

/** Auto Scaling groups of a Region with their hooks, recent activities and notifications. */
export async function readScalingGroups(
  reader: RegionReader,
): Promise<{ groups: ScalingGroup[]; hooks: Asset[] }> {
  const listing = await reader.pages(
    'autoscaling:DescribeAutoScalingGroups',
    (scaling, options, NextToken) =>
      scaling.describeAutoScalingGroups({ MaxRecords: PAGE_SIZE, NextToken }, options),
    ({ NextToken }) => NextToken,
  );
  const found = listing.pages.flatMap(({ AutoScalingGroups = [] }) => AutoScalingGroups);
  const answers = new Map(
    found.map((group) => [group.AutoScalingGroupARN ?? group.AutoScalingGroupName, group]),
  );
  if (answers.size === 0) return { groups: [], hooks: [] };
  const notifications = await readNotifications(reader);
  const read = await Promise.all(
    [...answers.values()].map((group) => readGroup(group, notifications, reader)),
  );
  return { groups: read.map(({ group }) => group), hooks: read.flatMap(({ hooks }) => hooks) };
}

interface Notifications {
  isKnown: boolean;
  of: (name: string) => SettingValue[];
}

async function readNotifications(reader: RegionReader): Promise<Notifications> {
  const listing = await reader.pages(
    'autoscaling:DescribeNotificationConfigurations',
    (scaling, options, NextToken) =>
      scaling.describeNotificationConfigurations({ MaxRecords: PAGE_SIZE, NextToken }, options),
    ({ NextToken }) => NextToken,
  );
  const all = listing.pages.flatMap(({ NotificationConfigurations = [] }) => NotificationConfigurations);
  // The service returns one entry per notification type; code has one entry per topic.
  const of = (name: string): SettingValue[] => {
    const own = all.filter(({ AutoScalingGroupName }) => AutoScalingGroupName === name);
    return [...Map.groupBy(own, ({ TopicARN = '' }) => TopicARN)].map(([topicARN, types]) => ({
      topicARN,
      notificationTypes: types.flatMap(({ NotificationType }) => NotificationType ?? []),
    }));
  };
  return { isKnown: listing.isComplete, of };
}

async function readGroup(
  group: AutoScalingGroup,
  notifications: Notifications,
  reader: RegionReader,
): Promise<{ group: ScalingGroup; hooks: Asset[] }> {
  const { AutoScalingGroupName: name = '', AutoScalingGroupARN } = group;
  const arn =
    AutoScalingGroupARN ?? reader.arn('autoscaling', `autoScalingGroup::autoScalingGroupName/${name}`);
  const [hooks, activities] = await Promise.all([
    reader.ask('autoscaling:DescribeLifecycleHooks', (scaling, options) =>
      scaling.describeLifecycleHooks({ AutoScalingGroupName: name }, options),
    ),
    reader.ask('autoscaling:DescribeScalingActivities', (scaling, options) =>
      scaling.describeScalingActivities({ AutoScalingGroupName: name, MaxRecords: ACTIVITY_COUNT }, options),
    ),
  ]);
  const targetGroupArns = targetGroupsOf(group);
  const launch = launchOf(group);
  const others = [
    settingsOfNotifications(name, notifications),
    settingsByCall('autoscaling:DescribeScalingActivities', GROUP_KIND, activitiesIn(activities?.Activities)),
    // Hooks are assets of their own.
    settingsByCall('autoscaling:DescribeLifecycleHooks', GROUP_KIND, hooks === null ? null : {}),
  ];
  const settings = others.reduce((all, each) => ({ ...all, ...each.settings }), {
    ...groupSettings(group),
    ...stackTags(group.Tags),
  });
  const links: AssetLink[] = targetGroupArns.map((assetId) => ({ role: 'target-group', assetId }));
  if (launch !== null) links.push({ role: 'launch-template', assetId: launchArn(launch, reader) });
  return {
    group: {
      asset: assetOf(GROUP_KIND, arn, name, reader.place, settings, {
        links,
        unknownSettings: others.flatMap(({ unknownSettings }) => unknownSettings),
      }),
      targetGroupArns,
      launch,
    },
    hooks: (hooks?.LifecycleHooks ?? []).map((hook) => hookAsset(hook, arn, reader)),
  };
}

function settingsOfNotifications(
  name: string,
  notifications: Notifications,
): ReturnType<typeof settingsByCall> {
  const own = notifications.of(name);
  const isComplete = notifications.isKnown || own.length > 0;
  return settingsByCall(
    'autoscaling:DescribeNotificationConfigurations',
    GROUP_KIND,
    isComplete ? { NotificationConfigurations: own } : null,
  );
}

/** Orders activities that began at the same time by their ids. */
function newestFirst(a: Activity, b: Activity): number {
  const later = (b.StartTime?.getTime() ?? 0) - (a.StartTime?.getTime() ?? 0);
  return later || compareText(a.ActivityId ?? '', b.ActivityId ?? '');
}

function activitiesIn(activities: readonly Activity[] | undefined): object | null {
  if (activities === undefined) return null;
  const recent = activities
    .toSorted(newestFirst)
    .map((activity) => pickFields(activity, ['Cause', 'Description', 'StartTime', 'StatusCode']));
  return { ScalingActivities: recent };
}

function groupSettings(group: AutoScalingGroup): Settings {
  const Instances = group.Instances?.map((instance) =>
    pickFields(instance, ['InstanceId', 'HealthStatus', 'LifecycleState']),
  );
  return settingsFrom(GROUP_KIND, { ...group, Instances });
}

function targetGroupsOf({ TargetGroupARNs = [], TrafficSources = [] }: AutoScalingGroup): string[] {
  const sources = TrafficSources.flatMap(({ Identifier }) =>
    Identifier?.includes(':targetgroup/') === true ? [Identifier] : [],
  );
  return [...new Set([...TargetGroupARNs, ...sources])];
}

function launchOf(group: AutoScalingGroup): LaunchReference | null {
  const template =
    group.LaunchTemplate ?? group.MixedInstancesPolicy?.LaunchTemplate?.LaunchTemplateSpecification;
  if (template?.LaunchTemplateId !== undefined) {
    const { LaunchTemplateId: id, LaunchTemplateName: name = null, Version: version = '$Default' } = template;
    return { kind: 'template', id, name, version };
  }
  const name = group.LaunchConfigurationName;
  return name === undefined ? null : { kind: 'configuration', name };
}

/**
 * ARN of a launch configuration. The real one contains an id that the group does not return, so the name takes its
 * place.
 */
export function launchArn(launch: LaunchReference, reader: RegionReader): string {
  return launch.kind === 'template'
    ? reader.arn('ec2', `launch-template/${launch.id}`)
    : reader.arn('autoscaling', `launchConfiguration::launchConfigurationName/${launch.name}`);
}

function hookAsset(hook: LifecycleHook, group: string, reader: RegionReader): Asset {
  const name = hook.LifecycleHookName ?? '';
  const settings = settingsFrom('lifecycle-hook', hook);
  return assetOf('lifecycle-hook', `${group}#${name}`, name, reader.place, settings, {
    links: [{ role: 'member-of', assetId: group }],
    location: { account: reader.place.account, region: reader.place.region, arn: group },
  });
}
