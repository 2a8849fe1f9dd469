import { userGivenName } from '../../../vocabulary/index.ts';
import { text } from '../../../l10n/index.ts';
import { isFileLocation, isUnknownSetting, shellWord, type Asset } from '../../../model/index.ts';
import { namesIn, nameOf, numberOf, readSetting, textOf } from '../reading/readings.ts';
import { unknownLink, type CheckLink } from '../answers.ts';
import { commandVariable } from '../commands.ts';
import type { Graph } from '../reading/graph.ts';

/** True if a group replaces instances that its load balancer reports as unhealthy; null if unknown. */
export function replacesByLoadBalancer(group: Asset): boolean | null {
  const type = readSetting(group, 'healthCheckType');
  if (type.state === 'unknown') return null;
  return (textOf(type.value) ?? '').split(',').some((name) => name.trim() === 'ELB');
}

/** Processes that every replacement needs. */
const REPLACING: ReadonlySet<string> = new Set(['HealthCheck', 'ReplaceUnhealthy', 'Terminate']);

/** Suspended processes of a group that are part of a replacement. */
export function suspendedReplacement(group: Asset): string[] {
  return namesIn(group.settings.suspendedProcesses, 'processName').filter((name) => REPLACING.has(name));
}

/** Hooks of a group for one transition; `unclear` ones could be for any. */
export function hooksOf(
  group: Asset,
  graph: Graph,
  transition: 'launching' | 'terminating' | 'unclear',
): readonly Asset[] {
  return graph.linkedTo(group, 'member-of', 'lifecycle-hook').filter((hook) => {
    if (isUnknownSetting(hook, 'lifecycleTransition')) return transition === 'unclear';
    return (
      textOf(hook.settings.lifecycleTransition) === `autoscaling:EC2_INSTANCE_${transition.toUpperCase()}`
    );
  });
}

/** Unknown link with the reason why the hooks of a group are unknown. */
export function unreadHooksLink(group: Asset): CheckLink {
  if (group.source === 'api')
    return unknownLink(text('evidence.refused', { operation: 'DescribeLifecycleHooks' }));
  const name = nameOf(group, 'lifecycleHooks');
  return unknownLink(text('evidence.unknownSetting', { asset: group.name, name }));
}

/** Setting with the time for which a new instance is left alone. */
export const GRACE_SETTING = 'healthCheckGracePeriod';

/** Seconds for which a group leaves a new instance alone; null if unknown. */
export function graceOf(group: Asset): number | null {
  const grace = readSetting(group, GRACE_SETTING);
  return grace.state === 'known' ? numberOf(grace.value) : null;
}

/** Name of a group as a word of a command, or a placeholder. */
export function groupName(group: Asset): string {
  return shellWord(userGivenName(group) ?? 'GROUP');
}

/** Launch template or launch configuration of a group. */
export function templateOf(group: Asset, graph: Graph): Asset | undefined {
  return graph.linked(group, 'launch-template')[0];
}

/** Groups that start their instances from a launch template or launch configuration. */
export function groupsOf(template: Asset, graph: Graph): readonly Asset[] {
  return graph.linkedTo(template, 'launch-template', 'auto-scaling-group');
}

/** ARN of a load balancer as a word of a command; one that is only declared is looked up by its name. */
export function balancerArn(balancer: Asset): string {
  return arnOf(balancer, 'load-balancer', 'LoadBalancer');
}

/** ARN of a target group as a word of a command. */
export function targetArn(target: Asset): string {
  return arnOf(target, 'target-group', 'TargetGroup');
}

function arnOf({ location, settings }: Asset, word: 'load-balancer' | 'target-group', field: string): string {
  if (!isFileLocation(location)) return shellWord(location.arn);
  const name = textOf(settings.name);
  if (name === null)
    return commandVariable(word === 'load-balancer' ? 'LOAD_BALANCER_ARN' : 'TARGET_GROUP_ARN');
  return `"$(aws elbv2 describe-${word}s --names ${shellWord(name)} --query ${field}s[0].${field}Arn --output text)"`;
}
