import { text } from '../../../l10n/index.ts';
import type { Asset } from '../../../model/index.ts';
import { NOTIFICATION_TYPES } from '../../../vocabulary/index.ts';
import { absentLink } from '../absent-link.ts';
import { namesIn, fieldOf, isUnknownField, listOf, readSetting, textOf } from '../reading/readings.ts';
import { passingLink, unknownLink } from '../answers.ts';
import { answerOfChain, bestChain, follow, nameLink, type Chain } from '../chain.ts';
import { controlMappings, scalingGuide, type Check, type CheckContext } from '../check.ts';
import type { Graph } from '../reading/graph.ts';
import { getsEvents, ruleChain, type AwaitedEvents } from '../receivers/rules.ts';
import { topicChain } from '../receivers/topics.ts';
import { groupName } from '../subjects/groups.ts';
import { commandVariable } from '../commands.ts';

export const asgNotifications: Check = {
  id: 'asg-notifications',
  title: text('check.asg-notifications.title'),
  why: text('check.asg-notifications.why'),
  level: 'should',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, context) {
    return answerOfChain(terminationChain(group, context), {
      fix: {
        title: text('fix.notifications'),
        changes: [{ kind: 'notification', assetId: group.id, types: NOTIFICATION_TYPES }],
        command:
          `aws autoscaling put-notification-configuration --auto-scaling-group-name ${groupName(group)} ` +
          `--topic-arn ${commandVariable('ALARM_TOPIC_ARN')} --notification-types ${NOTIFICATION_TYPES.join(' ')}`,
      },
    });
  },
  care: text('check.asg-notifications.care'),
  helpUri: scalingGuide('ec2-auto-scaling-sns-notifications'),
  mappings: controlMappings({ wellArchitected: ['REL11-BP06'] }),
};

/** Chain from a termination to a person, by the group's own notifications or by a rule. */
function terminationChain(group: Asset, { graph }: CheckContext): Chain {
  const chains = [...notificationChains(group, graph), ...ruleChains(group, graph)];
  const [first, ...others] = chains;
  if (first !== undefined) return bestChain([first, ...others]);
  const configured = readSetting(group, 'notificationConfigurations');
  const evidence = text(
    areLaunchesReported(group, graph) ? 'evidence.noNotifications' : 'evidence.noNotifications.launches',
    {
      group: group.name,
    },
  );
  const link =
    configured.state === 'unknown'
      ? unknownLink(configured.evidence)
      : absentLink(graph, [group], 'DescribeNotificationConfigurations', evidence);
  return [nameLink('notification', null, link)];
}

/** True if launches of a group are reported, or if an unreadable rule may report them. */
function areLaunchesReported(group: Asset, graph: Graph): boolean {
  return (
    configurationsOf(group).some(({ types }) => types.some((type) => LAUNCHED.notification.test(type))) ||
    graph
      .near(group, 'event-rule')
      .some((rule) => getsEvents(rule, awaitedEvents(group, LAUNCHED.event)) !== false)
  );
}

interface Configuration {
  types: readonly string[];
  /** Topic as written; null if unknown. */
  topic: string | null;
  isHidden: boolean;
}

function configurationsOf({ settings }: Asset): Configuration[] {
  return listOf(settings.notificationConfigurations).map((entry) => ({
    // Older templates write a single type.
    types: [
      ...namesIn(fieldOf(entry, 'notificationTypes'), 'name'),
      ...[textOf(fieldOf(entry, 'notificationType')) ?? []].flat(),
    ],
    topic: textOf(fieldOf(entry, 'topicARN')) ?? textOf(fieldOf(entry, 'topicArn')),
    isHidden: isUnknownField(entry, 'notificationTypes'),
  }));
}

function notificationChains(group: Asset, graph: Graph): Chain[] {
  return configurationsOf(group).flatMap(({ types, topic, isHidden: isOpen }): Chain[] => {
    const evidence = readSetting(group, 'notificationConfigurations').evidence;
    if (isOpen) return [[nameLink('notification', group, unknownLink(evidence))]];
    if (!types.some((type) => TERMINATED.notification.test(type))) return [];
    const notification = nameLink('notification', group, passingLink(evidence));
    const receiver = graph.linked(group, 'notifies').find(({ id, name }) => topic === id || topic === name);
    if (receiver !== undefined)
      return [[notification, ...topicChain(receiver, 'autoscaling.amazonaws.com', graph)]];
    const elsewhere = text('evidence.topicElsewhere', { alarm: group.name, receiver: topic ?? '?' });
    return [[notification, nameLink('topic', group, unknownLink(elsewhere))]];
  });
}

function ruleChains(group: Asset, graph: Graph): Chain[] {
  return graph.near(group, 'event-rule').flatMap((rule): Chain[] => {
    const answer = getsEvents(rule, awaitedEvents(group, TERMINATED.event));
    if (answer === false) return [];
    const link = answer
      ? passingLink(text('evidence.eventRule', { rule: rule.name }))
      : unknownLink(text('evidence.ruleUnclear', { rule: rule.name }));
    return [follow(nameLink('rule', rule, link), () => ruleChain(rule, graph))];
  });
}

function awaitedEvents(group: Asset, type: string): AwaitedEvents {
  return { source: 'aws.autoscaling', types: [type], about: { field: 'AutoScalingGroupName', asset: group } };
}

/** Types of notifications and events. Those of failures are left out, since no instance came or went. */
const TERMINATED = { notification: /EC2_INSTANCE_TERMINATE$/, event: 'EC2 Instance Terminate Successful' };
const LAUNCHED = { notification: /EC2_INSTANCE_LAUNCH$/, event: 'EC2 Instance Launch Successful' };
