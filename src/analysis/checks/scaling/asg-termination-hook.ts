import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, shellWord, type Asset, type Fix, type Text } from '../../../model/index.ts';
import { absentLink } from '../absent-link.ts';
import {
  failingLink,
  fail,
  passingLink,
  notApplicable,
  unknownLink,
  pass,
  withRemarks,
  type CheckLink,
} from '../answers.ts';
import { answerOfChain, bestChain, decisiveLink, follow, nameLink, type Chain } from '../chain.ts';
import { controlMappings, scalingGuide, type Check, type CheckContext, type Note } from '../check.ts';
import { actingRoleChain, consumerChain } from '../receivers/consumers.ts';
import { getsEvents, ruleChain, type AwaitedEvents } from '../receivers/rules.ts';
import type { Graph } from '../reading/graph.ts';
import { groupName, hooksOf, unreadHooksLink, templateOf } from '../subjects/groups.ts';
import { logShipping } from '../hosts/lt-log-shipping.ts';
import { isWritten, numberOf, readSetting, textOf, unknownValueReason } from '../reading/readings.ts';
import { commandVariable } from '../commands.ts';

/** Seconds: enough to save logs without delaying every scale-in (our choice). */
const HEARTBEAT_SECONDS = { least: 60, most: 900 };
const SUGGESTED = 300;

const warmPoolHooks: Note = {
  id: 'asg-warm-pool-hooks',
  title: text('check.asg-warm-pool-hooks.title'),
  level: 'could',
  evaluate(group, { graph }) {
    const hasPool = Object.keys(group.settings).some((name) => name.startsWith('warmPool.'));
    if (!hasPool) return notApplicable(text('evidence.noWarmPool'));
    const [launch] = hooksOf(group, graph, 'launching');
    return launch === undefined
      ? fail(text('evidence.warmPoolWithoutHook'))
      : pass(text('evidence.warmPoolHook', { hook: launch.name }));
  },
};

export const asgTerminationHook: Check = {
  id: 'asg-termination-hook',
  title: text('check.asg-termination-hook.title'),
  why: text('check.asg-termination-hook.why'),
  level: 'must',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, context) {
    const template = templateOf(group, context.graph);
    const isShipped = template !== undefined && logShipping(template, context).outcome === 'pass';
    const answer = answerOfChain(hookChain(group, context), {
      level: isShipped ? 'should' : null,
      fix: hookFix(group, context.graph),
    });
    const [hook] = hooksOf(group, context.graph, 'terminating');
    return withRemarks(answer, hook === undefined ? null : heartbeatRemark(hook));
  },
  care: text('check.asg-termination-hook.care'),
  helpUri: scalingGuide('lifecycle-hooks'),
  mappings: controlMappings({ wellArchitected: ['REL06-BP04', 'OPS04-BP02'] }),
  notes: [warmPoolHooks],
};

/**
 * Chain of the hook and its consumer, which acts while the hook holds the instance: `hook`, the links to the consumer,
 * `heartbeat`.
 */
export function hookChain(group: Asset, context: CheckContext): Chain {
  const { graph } = context;
  const [first, ...others] = hooksOf(group, graph, 'terminating');
  if (first === undefined) return [nameLink('hook', null, missingHook(group, graph))];
  return bestChain([
    chainOfHook(group, first, context),
    ...others.map((hook) => chainOfHook(group, hook, context)),
  ]);
}

function missingHook(group: Asset, graph: Graph): CheckLink {
  if (isUnknownSetting(group, 'lifecycleHooks')) return unreadHooksLink(group);
  const [unclear] = hooksOf(group, graph, 'unclear');
  if (unclear !== undefined) return unknownLink(text('evidence.hookUnclear', { hook: unclear.name }));
  return absentLink(graph, [group], 'DescribeLifecycleHooks', text('evidence.noHook', { group: group.name }));
}

function chainOfHook(group: Asset, hook: Asset, { graph }: CheckContext): Chain {
  const consumer = bestChain([
    ruledChain(group, hook, graph),
    notifiedChain(hook, graph),
    scriptChain(group, hook, graph),
  ]);
  return [
    nameLink('hook', hook, passingLink(text('evidence.hook', { hook: hook.name }))),
    ...consumer,
    nameLink('heartbeat', hook, heartbeatLink(hook)),
  ];
}

/** Chain of the topic or queue that the hook notifies through a role. */
function notifiedChain(hook: Asset, graph: Graph): Chain {
  const written = isWritten(hook, 'notificationTargetARN');
  const nobody = text('evidence.hookWithoutConsumer', { hook: hook.name });
  if (written === false) return [nameLink('consumer', hook, absentLink(graph, [hook], 'ListRules', nobody))];
  const [receiver] = graph.linked(hook, 'notifies');
  const target = { at: hook, arn: textOf(hook.settings.notificationTargetARN), receiver };
  const notifies = nameLink('target', hook, passingLink(text('evidence.hookNotifies', { hook: hook.name })));
  if (receiver === undefined || receiver.kind === 'function')
    return [notifies, ...consumerChain(target, graph, AUTO_SCALING)];
  const acting = {
    ...PUBLISHING_ROLE,
    actions: [PUBLISH_ACTIONS[receiver.kind === 'queue' ? 'queue' : 'topic']],
  } as const;
  const role = actingRoleChain(hook, 'roleARN', acting, graph);
  if (decisiveLink(role)?.outcome === 'fail') return [notifies, ...role];
  // The role publishes, so the policy of the topic or queue need not name a service.
  return [notifies, ...role, ...consumerChain(target, graph, null)];
}

/** Link that holds if a rule matches the awaited events of a group. */
function ruleLink(rule: Asset, group: Asset, awaited: AwaitedEvents): CheckLink {
  const gets = getsEvents(rule, awaited);
  if (gets === null) return unknownLink(text('evidence.ruleUnclear', { rule: rule.name }));
  return gets
    ? passingLink(text('evidence.hookRule', { rule: rule.name }))
    : failingLink(text('evidence.ruleForOthers', { rule: rule.name, asset: group.name }));
}

/** Chain of a rule on the hook's events, up to its consumer. */
function ruledChain(group: Asset, hook: Asset, graph: Graph): Chain {
  const awaited: AwaitedEvents = {
    source: 'aws.autoscaling',
    types: ['EC2 Instance-terminate Lifecycle Action'],
    about: { field: 'AutoScalingGroupName', asset: group },
  };
  const chains = graph.near(group, 'event-rule').flatMap((rule): Chain[] => {
    const gets = getsEvents(rule, { source: awaited.source, types: awaited.types });
    if (gets === false) return [];
    const link = nameLink('rule', rule, ruleLink(rule, group, awaited));
    return [follow(link, () => ruleChain(rule, graph, (target) => consumerChain(target, graph, EVENT_BUS)))];
  });
  const nobody = text('evidence.hookWithoutConsumer', { hook: hook.name });
  const [first, ...others] = chains;
  return first === undefined
    ? [nameLink('consumer', hook, absentLink(graph, [group], 'ListRules', nobody))]
    : bestChain([first, ...others]);
}

/** Chain of the instance itself, which polls its lifecycle state. */
function scriptChain(group: Asset, hook: Asset, graph: Graph): Chain {
  const template = templateOf(group, graph);
  const lines = (textOf(template?.settings.userData) ?? '').split('\n').filter((line) => !/^\s*#/.test(line));
  if (template !== undefined && lines.some((line) => line.includes('target-lifecycle-state')))
    return [nameLink('consumer', template, passingLink(text('evidence.hookScript')))];
  if (template !== undefined && isWritten(template, 'userData') === null) {
    const inCode = text('evidence.userDataUnknown', { template: template.name });
    return [nameLink('consumer', template, unknownLink(unknownValueReason(template, inCode, 'userData')))];
  }
  const nobody = text('evidence.hookWithoutConsumer', { hook: hook.name });
  return [nameLink('consumer', hook, absentLink(graph, [group], 'ListRules', nobody))];
}

const AUTO_SCALING = 'autoscaling.amazonaws.com';
const EVENT_BUS = 'events.amazonaws.com';
const PUBLISH_ACTIONS = { topic: 'sns:Publish', queue: 'sqs:SendMessage' } as const;
const PUBLISHING_ROLE = {
  service: AUTO_SCALING,
  managed: /(?:AdministratorAccess|PowerUserAccess|AutoScalingNotificationAccessRole)$/,
} as const;

/** Link that holds if the hook holds an instance long enough to save its logs. */
function heartbeatLink(hook: Asset): CheckLink {
  const heartbeat = readSetting(hook, 'heartbeatTimeout');
  const seconds = heartbeat.state === 'known' ? numberOf(heartbeat.value) : null;
  if (seconds === null) return unknownLink(heartbeat.evidence);
  const { least } = HEARTBEAT_SECONDS;
  return seconds < least
    ? failingLink(text('evidence.heartbeatShort', { hook: hook.name, seconds, least }))
    : passingLink(text('evidence.heartbeatEnough', { hook: hook.name, seconds }));
}

function heartbeatRemark(hook: Asset): Text | null {
  const heartbeat = readSetting(hook, 'heartbeatTimeout');
  const seconds = heartbeat.state === 'known' ? numberOf(heartbeat.value) : null;
  if (seconds === null || seconds <= HEARTBEAT_SECONDS.most) return null;
  return text('evidence.heartbeat', { seconds, ...HEARTBEAT_SECONDS });
}

/**
 * Fix with a hook and its consumer: the code edit contains both, the command names one. A hook without a consumer only
 * delays.
 */
function hookFix(group: Asset, graph: Graph): Fix {
  const [present] = hooksOf(group, graph, 'terminating');
  const name = textOf(present?.settings.lifecycleHookName) ?? 'save-logs';
  return {
    title: text('fix.hook'),
    changes: present === undefined ? [{ kind: 'termination-hook', assetId: group.id }] : [],
    command:
      `aws autoscaling put-lifecycle-hook --lifecycle-hook-name ${shellWord(name)} ` +
      `--auto-scaling-group-name ${groupName(group)} ` +
      `--lifecycle-transition autoscaling:EC2_INSTANCE_TERMINATING --heartbeat-timeout ${SUGGESTED} ` +
      '--default-result CONTINUE ' +
      `--notification-target-arn ${commandVariable('HOOK_TARGET_ARN')} --role-arn ${commandVariable('HOOK_ROLE_ARN')}`,
  };
}
