import type { Asset } from '../../model/index.ts';
import type { Graph } from './graph.ts';
import { read, textOf } from './readings.ts';

/** Whether a group replaces instances that its load balancer calls unhealthy; null when that cannot be told. */
export function replacesByLoadBalancer(group: Asset): boolean | null {
  const type = read(group, 'healthCheckType');
  if (type.state === 'unknown') return null;
  return (textOf(type.value) ?? '').split(',').some((name) => name.trim() === 'ELB');
}

/** The hooks of a group for one transition; `unclear` ones could be for any. */
export function hooksOf(
  group: Asset,
  graph: Graph,
  transition: 'launching' | 'terminating' | 'unclear',
): readonly Asset[] {
  return graph.linkedTo(group, 'member-of', 'lifecycle-hook').filter(({ settings, unknownSettings }) => {
    if (unknownSettings.includes('lifecycleTransition')) return transition === 'unclear';
    return textOf(settings.lifecycleTransition) === `autoscaling:EC2_INSTANCE_${transition.toUpperCase()}`;
  });
}

/** A group's name in a command, or a word to be replaced. */
export function groupName(group: Asset): string {
  return textOf(group.settings.autoScalingGroupName) ?? 'GROUP';
}

/** The launch template or launch configuration of a group. */
export function templateOf(group: Asset, graph: Graph): Asset | undefined {
  return graph.linked(group, 'launch-template')[0];
}
