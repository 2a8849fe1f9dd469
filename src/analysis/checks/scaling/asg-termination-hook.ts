import { text } from '../../../l10n/index.ts';
import { isUnknownSetting, shellWord, type Asset, type Fix, type Text } from '../../../model/index.ts';
import { absent } from '../alarms/alarms.ts';
import { allOf, fail, good, notApplicable, open, pass, remarked, type Link } from '../answers.ts';
import { maps, scalingGuide, type Check, type CheckContext, type Note } from '../check.ts';
import { getsEvents } from '../alarms/event-rules.ts';
import type { Graph } from '../graph.ts';
import { groupName, hooksOf, hooksUnread, templateOf } from './groups.ts';
import { logShipping } from './lt-log-shipping.ts';
import { isWritten, numberOf, read, textOf, unreadable } from '../readings.ts';

/** Seconds: enough to save logs, without delaying every scale-in (our choice). */
const SENSIBLE = { least: 60, most: 900 };
const OFFERED = 300;

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
    const answer = allOf(hookLinks(group, context), {
      level: isShipped ? 'should' : null,
      fix: hookFix(group, context.graph),
    });
    const [hook] = hooksOf(group, context.graph, 'terminating');
    return remarked(answer, hook === undefined ? null : heartbeatRemark(hook));
  },
  care: text('check.asg-termination-hook.care'),
  helpUri: scalingGuide('lifecycle-hooks'),
  mappings: maps({ wellArchitected: ['REL06-BP04', 'OPS04-BP02'] }),
  notes: [warmPoolHooks],
};

/** The hook, and who acts while it holds the instance. */
export function hookLinks(group: Asset, { graph }: CheckContext): Link[] {
  const hooks = hooksOf(group, graph, 'terminating');
  const [hook] = hooks;
  if (hook === undefined) {
    if (isUnknownSetting(group, 'lifecycleHooks')) return [hooksUnread(group)];
    const [unclear] = hooksOf(group, graph, 'unclear');
    if (unclear !== undefined) return [open(text('evidence.hookUnclear', { hook: unclear.name }))];
    return [absent(graph, [group], 'DescribeLifecycleHooks', text('evidence.noHook', { group: group.name }))];
  }
  return [good(text('evidence.hook', { hook: hook.name })), consumerLink(group, hooks, graph)];
}

function consumerLink(group: Asset, hooks: readonly Asset[], graph: Graph): Link {
  const notified = hooks.find((hook) => isWritten(hook, 'notificationTargetARN') !== false);
  if (notified !== undefined) return good(text('evidence.hookNotifies', { hook: notified.name }));
  const rules = graph.near(group, 'event-rule');
  const answers = rules.map((candidate) => getsEvents(candidate, 'aws.autoscaling', isAboutHook));
  const rule = rules[answers.indexOf(true)];
  if (rule !== undefined) return good(text('evidence.hookRule', { rule: rule.name }));
  const template = templateOf(group, graph);
  const userData = textOf(template?.settings.userData) ?? '';
  if (/target-lifecycle-state/.test(userData)) return good(text('evidence.hookScript'));
  const unclear = rules[answers.indexOf(null)];
  if (unclear !== undefined) return open(text('evidence.ruleUnclear', { rule: unclear.name }));
  if (template !== undefined && isWritten(template, 'userData') === null) {
    const inCode = text('evidence.userDataUnknown', { template: template.name });
    return open(unreadable(template, inCode, 'userData'));
  }
  const evidence = text('evidence.hookWithoutConsumer', { hook: hooks[0]?.name ?? '' });
  return absent(graph, [group], 'ListRules', evidence);
}

const isAboutHook = (type: string): boolean => type === 'EC2 Instance-terminate Lifecycle Action';

function heartbeatRemark(hook: Asset): Text | null {
  const heartbeat = read(hook, 'heartbeatTimeout');
  const seconds = heartbeat.state === 'known' ? numberOf(heartbeat.value) : null;
  if (seconds === null || (seconds >= SENSIBLE.least && seconds <= SENSIBLE.most)) return null;
  return text('evidence.heartbeat', { seconds, ...SENSIBLE });
}

/** A hook without a consumer only delays: the code edit brings both, the command names one. */
function hookFix(group: Asset, graph: Graph): Fix {
  const [present] = hooksOf(group, graph, 'terminating');
  const name = textOf(present?.settings.lifecycleHookName) ?? 'save-logs';
  return {
    title: text('fix.hook'),
    changes: present === undefined ? [{ kind: 'termination-hook', assetId: group.id }] : [],
    command:
      `aws autoscaling put-lifecycle-hook --lifecycle-hook-name ${shellWord(name)} ` +
      `--auto-scaling-group-name ${groupName(group)} ` +
      `--lifecycle-transition autoscaling:EC2_INSTANCE_TERMINATING --heartbeat-timeout ${OFFERED} ` +
      '--default-result CONTINUE ' +
      '--notification-target-arn SQS_OR_SNS_ARN --role-arn ROLE_ARN',
  };
}
