import { text } from '../../../l10n/index.ts';
import { isFileLocation, type Asset, type Fix } from '../../../model/index.ts';
import { fail, notApplicable, pass, remarked, unknown, type Answer } from '../answers.ts';
import { maps, scalingGuide, type Check, type CheckContext, type Note } from '../check.ts';
import { GRACE, groupName, hooksOf, replacesByLoadBalancer } from './groups.ts';
import { listOf, numberOf, read } from '../readings.ts';

/** Seconds (our choice): the least that a boot takes; more than an hour hides broken instances. */
const SHORTEST = 120;
const LONGEST = 3600;
const OFFERED = 300;

const applicationChecks: Note = {
  id: 'asg-app-status-check',
  title: text('check.asg-app-status-check.title'),
  level: 'could',
  evaluate(group) {
    if (isFileLocation(group.location)) return unknown(text('evidence.liveOnly'));
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
    if (byLoadBalancer === null) return unknown(read(group, 'healthCheckType').evidence);
    if (!byLoadBalancer) return notApplicable(text('evidence.noElbChecks', { group: group.name }));
    const grace = read(group, GRACE);
    if (grace.state === 'unknown') return unknown(grace.evidence);
    const seconds = numberOf(grace.value);
    if (seconds === null) return unknown(grace.evidence);
    return remarked(
      answerOfGrace(group, seconds, grace.evidence, context),
      seconds > LONGEST ? text('evidence.longGrace') : null,
    );
  },
  care: text('check.asg-elb-health-grace.care'),
  helpUri: scalingGuide('health-check-grace-period'),
  mappings: maps({
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
  const launch = hooksOf(group, context.graph, 'launching');
  if (launch.length > 0) return pass(text('evidence.launchHook', { hook: launch[0]?.name ?? '' }));
  return fail(evidence, { fix: graceFix(group, neededGrace(group, context)) });
}

/** Seconds that a grace period should have: a boot, two rounds of failed probes, the warm-up that the team set. */
export function neededGrace(group: Asset, context: CheckContext): number {
  const probes = context.graph.linked(group, 'target-group').map((target) => {
    const interval = read(target, 'healthCheckIntervalSeconds');
    const failures = read(target, 'unhealthyThresholdCount');
    if (interval.state === 'unknown' || failures.state === 'unknown') return 0;
    return 2 * (numberOf(interval.value) ?? 0) * (numberOf(failures.value) ?? 0);
  });
  const warmup = numberOf(group.settings.defaultInstanceWarmup) ?? 0;
  return Math.max(context.threshold('grace', SHORTEST), warmup, ...probes);
}

function graceFix(group: Asset, needed: number): Fix {
  const seconds = Math.max(OFFERED, needed);
  return {
    title: text('fix.grace', { seconds }),
    changes: [{ kind: 'setting', assetId: group.id, setting: GRACE, value: seconds, mode: 'set' }],
    command:
      `aws autoscaling update-auto-scaling-group --auto-scaling-group-name ${groupName(group)} ` +
      `--health-check-grace-period ${seconds}`,
  };
}
