import { text } from '../../../l10n/index.ts';
import { isFileLocation, type Asset, type Fix } from '../../../model/index.ts';
import { getsEvents, type AwaitedEvents } from '../receivers/rules.ts';
import {
  allOf,
  failingLink,
  fail,
  passingLink,
  notApplicable,
  unknownLink,
  pass,
  withRemarks,
  unknown,
  type Answer,
  type CheckLink,
} from '../answers.ts';
import { controlMappings, scalingGuide, type Check, type CheckContext, type Note } from '../check.ts';
import type { Graph } from '../reading/graph.ts';
import { GRACE_SETTING, groupName, hooksOf, replacesByLoadBalancer, templateOf } from '../subjects/groups.ts';
import { isWritten, listOf, numberOf, readSetting, textOf } from '../reading/readings.ts';

/** Seconds (our choice): a boot takes at least this long; more than an hour hides broken instances. */
const MIN_GRACE_SECONDS = 120;
const MAX_GRACE_SECONDS = 3600;
const SUGGESTED_GRACE_SECONDS = 300;

const applicationChecks: Note = {
  id: 'asg-app-status-check',
  title: text('check.asg-app-status-check.title'),
  level: 'could',
  evaluate(group) {
    if (isFileLocation(group.location)) return notApplicable(text('evidence.liveOnly'));
    const checks = group.settings.applicationStatusChecks;
    if (checks === undefined)
      return unknown(text('evidence.notAsked', { operation: 'DescribeApplicationStatusChecks' }));
    return listOf(checks).length === 0
      ? notApplicable(text('evidence.noStatusChecks'))
      : fail(text('evidence.statusChecks'));
  },
};

export const asgElbHealthGrace: Check = {
  id: 'asg-elb-health-grace',
  title: text('check.asg-elb-health-grace.title'),
  why: text('check.asg-elb-health-grace.why'),
  level: 'must',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, context) {
    const byLoadBalancer = replacesByLoadBalancer(group);
    if (byLoadBalancer === null) return unknown(readSetting(group, 'healthCheckType').evidence);
    if (!byLoadBalancer) return notApplicable(text('evidence.noElbChecks', { group: group.name }));
    const grace = readSetting(group, GRACE_SETTING);
    if (grace.state === 'unknown') return unknown(grace.evidence);
    const seconds = numberOf(grace.value);
    if (seconds === null) return unknown(grace.evidence);
    return withRemarks(
      answerOfGrace(group, seconds, grace.evidence, context),
      seconds > MAX_GRACE_SECONDS ? text('evidence.longGrace') : null,
    );
  },
  care: text('check.asg-elb-health-grace.care'),
  helpUri: scalingGuide('health-check-grace-period'),
  mappings: controlMappings({
    securityHub: ['AutoScaling.1'],
    config: ['autoscaling-group-elb-healthcheck-required'],
    prowler: ['autoscaling_group_elb_health_check_enabled'],
    checkov: ['CKV2_AWS_15'],
    wellArchitected: ['REL11-BP03'],
  }),
  notes: [applicationChecks],
};

function answerOfGrace(
  group: Asset,
  seconds: number,
  evidence: Answer['evidence'],
  context: CheckContext,
): Answer {
  if (seconds > 0) {
    const needed = neededGrace(group, context);
    if (seconds >= needed) return pass(evidence);
    return fail(text('evidence.shortGrace', { seconds, needed }), {
      level: 'should',
      fix: graceFix(group, needed),
    });
  }
  const needed = neededGrace(group, context);
  const fix = graceFix(group, needed);
  const [hook] = hooksOf(group, context.graph, 'launching');
  if (hook === undefined) return fail(evidence, { fix });
  return allOf([launchHookLink(group, hook, needed, context)], { fix });
}

/**
 * Link to a launch hook that replaces a grace period: it holds a new instance long enough, and something completes it. A
 * hook that times out with abandon terminates each instance, which is a loop of its own (EC2 Auto Scaling,
 * lifecycle-hooks).
 */
function launchHookLink(group: Asset, hook: Asset, needed: number, { graph }: CheckContext): CheckLink {
  const heartbeat = readSetting(hook, 'heartbeatTimeout');
  const result = readSetting(hook, 'defaultResult');
  if (heartbeat.state === 'unknown') return unknownLink(heartbeat.evidence);
  if (result.state === 'unknown') return unknownLink(result.evidence);
  const seconds = numberOf(heartbeat.value) ?? 0;
  const name = hook.name;
  const abandons = textOf(result.value) === 'ABANDON';
  if (seconds < needed)
    return failingLink(
      text(abandons ? 'evidence.launchHookShort.abandons' : 'evidence.launchHookShort', {
        hook: name,
        seconds,
        needed,
      }),
    );
  if (!abandons || completesLaunch(group, graph))
    return passingLink(text('evidence.launchHook', { hook: name }));
  return isCompletedElsewhere(group, hook, graph)
    ? unknownLink(text('evidence.launchHookCompleted', { hook: name }))
    : failingLink(text('evidence.launchHookAbandons', { hook: name, seconds }));
}

/** True if the start script reports that the instance is ready. */
function completesLaunch(group: Asset, graph: Graph): boolean {
  const userData = textOf(templateOf(group, graph)?.settings.userData) ?? '';
  return userData
    .split('\n')
    .some((line) => line.includes('complete-lifecycle-action') && !line.trimStart().startsWith('#'));
}

/** True if something outside the instance can complete the hook: its target, a rule, an unknown start script. */
function isCompletedElsewhere(group: Asset, hook: Asset, graph: Graph): boolean {
  const template = templateOf(group, graph);
  const launch: AwaitedEvents = {
    source: 'aws.autoscaling',
    types: ['EC2 Instance-launch Lifecycle Action'],
    about: { field: 'AutoScalingGroupName', asset: group },
  };
  return (
    template === undefined ||
    isWritten(template, 'userData') === null ||
    isWritten(hook, 'notificationTargetARN') !== false ||
    graph.near(group, 'event-rule').some((rule) => getsEvents(rule, launch) !== false)
  );
}

/** Seconds of grace period that a group needs: a boot, two rounds of failed probes, the warm-up that the team set. */
export function neededGrace(group: Asset, context: CheckContext): number {
  const probes = context.graph.linked(group, 'target-group').map((target) => {
    const interval = readSetting(target, 'healthCheckIntervalSeconds');
    const failures = readSetting(target, 'unhealthyThresholdCount');
    if (interval.state === 'unknown' || failures.state === 'unknown') return 0;
    return 2 * (numberOf(interval.value) ?? 0) * (numberOf(failures.value) ?? 0);
  });
  const warmup = numberOf(group.settings.defaultInstanceWarmup) ?? 0;
  return Math.max(context.threshold('grace', MIN_GRACE_SECONDS), warmup, ...probes);
}

function graceFix(group: Asset, needed: number): Fix {
  const seconds = Math.max(SUGGESTED_GRACE_SECONDS, needed);
  return {
    title: text('fix.grace', { seconds }),
    changes: [{ kind: 'setting', assetId: group.id, setting: GRACE_SETTING, value: seconds, mode: 'set' }],
    command:
      `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${groupName(group)} ` +
      `--health-check-grace-period ${seconds}`,
  };
}
