import { text } from '../../../l10n/index.ts';
import { TIERS, type Text, type Tier } from '../../../model/index.ts';

/** A call that the scan can make, and the facts that it provides. Its IAM action has the same name. */
interface Operation {
  tier: Tier;
  unlocks: Text;
}

/**
 * Every call of the account scan: nothing that is not listed here leaves this machine. All of them only read. Actions:
 * Service Authorization Reference, access levels List and Read.
 */
export const OPERATIONS = {
  'sts:GetCallerIdentity': versions(text('account.unlocks.identity')),
  'ec2:DescribeRegions': versions(text('account.unlocks.regions')),
  'rds:DescribeDBClusters': versions(text('account.unlocks.clusters')),
  'rds:DescribeDBInstances': versions(text('account.unlocks.instances')),
  'rds:DescribeGlobalClusters': versions(text('account.unlocks.globalClusters')),
  'rds:DescribeDBEngineVersions': versions(text('account.unlocks.engineVersions')),
  'rds:DescribeDBMajorEngineVersions': versions(text('account.unlocks.majorEngineVersions')),
  'rds:DescribePendingMaintenanceActions': versions(text('account.unlocks.maintenance')),
  'autoscaling:DescribeAutoScalingGroups': versions(text('account.unlocks.scalingGroups')),
  'ec2:DescribeInstances': versions(text('account.unlocks.machines')),
  'ec2:DescribeImages': versions(text('account.unlocks.images')),
  'ssm:DescribeInstanceInformation': versions(text('account.unlocks.managedInstances')),
  'config:SelectAggregateResourceConfig': versions(text('account.unlocks.aggregator')),

  'rds:DescribeDBClusterParameters': checklist(text('account.unlocks.clusterParameters')),
  'rds:DescribeDBParameters': checklist(text('account.unlocks.parameters')),
  'rds:DescribeEventSubscriptions': checklist(text('account.unlocks.subscriptions')),
  'rds:DescribeDBRecommendations': checklist(text('account.unlocks.recommendations')),
  'rds:DescribeEvents': checklist(text('account.unlocks.databaseEvents')),
  'rds:DescribeDBProxies': checklist(text('account.unlocks.proxies')),
  'rds:DescribeDBProxyTargetGroups': checklist(text('account.unlocks.proxyPools')),
  'rds:DescribeDBProxyTargets': checklist(text('account.unlocks.proxyTargets')),
  'autoscaling:DescribeLifecycleHooks': checklist(text('account.unlocks.hooks')),
  'autoscaling:DescribeScalingActivities': checklist(text('account.unlocks.activities')),
  'autoscaling:DescribeNotificationConfigurations': checklist(text('account.unlocks.notifications')),
  'elasticloadbalancing:DescribeTargetGroups': checklist(text('account.unlocks.targetGroups')),
  'elasticloadbalancing:DescribeTargetGroupAttributes': checklist(text('account.unlocks.targetAttributes')),
  'elasticloadbalancing:DescribeTargetHealth': checklist(text('account.unlocks.targetHealth')),
  'elasticloadbalancing:DescribeLoadBalancers': checklist(text('account.unlocks.loadBalancers')),
  'elasticloadbalancing:DescribeLoadBalancerAttributes': checklist(
    text('account.unlocks.balancerAttributes'),
  ),
  'cloudwatch:DescribeAlarms': checklist(text('account.unlocks.alarms')),
  'logs:DescribeLogGroups': checklist(text('account.unlocks.logGroups')),
  'events:ListRules': checklist(text('account.unlocks.rules')),
  'events:ListTargetsByRule': checklist(text('account.unlocks.ruleTargets')),
  'sns:ListSubscriptionsByTopic': checklist(text('account.unlocks.topicSubscriptions')),
  'sns:GetTopicAttributes': checklist(text('account.unlocks.topicAttributes')),
  'cloudtrail:DescribeTrails': checklist(text('account.unlocks.trails')),
  'cloudtrail:GetTrailStatus': checklist(text('account.unlocks.trailStatus')),
  'cloudtrail:GetEventSelectors': checklist(text('account.unlocks.trailEvents')),

  'ec2:DescribeLaunchTemplateVersions': evidence(text('account.unlocks.launchTemplates')),
  'autoscaling:DescribeLaunchConfigurations': evidence(text('account.unlocks.launchConfigurations')),
} as const satisfies Readonly<Record<string, Operation>>;

/** `rds:DescribeDBClusters` */
export type Action = keyof typeof OPERATIONS;

export const ACTIONS = Object.keys(OPERATIONS) as readonly Action[];

export function isAction(name: string): name is Action {
  return name in OPERATIONS;
}

/** True if a tier includes a call. */
export function isAllowed(action: Action, tier: Tier): boolean {
  return TIERS.indexOf(OPERATIONS[action].tier) <= TIERS.indexOf(tier);
}

function versions(unlocks: Text): Operation {
  return { tier: 'versions', unlocks };
}

function checklist(unlocks: Text): Operation {
  return { tier: 'checklist', unlocks };
}

function evidence(unlocks: Text): Operation {
  return { tier: 'evidence', unlocks };
}
