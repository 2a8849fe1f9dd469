import { text } from '../../../l10n/index.ts';
import { isFileLocation, type Asset, type SettingValue, type Text } from '../../../model/index.ts';
import { fail, notApplicable, pass, withRemarks, unknown } from '../answers.ts';
import { namesIn, fieldOf, listOf, numberOf, textOf } from '../reading/readings.ts';
import { controlMappings, scalingGuide, type Check } from '../check.ts';
import { groupName } from '../subjects/groups.ts';

/** Replacements that count as a loop (our choice): within half an hour, or in a day as a multiple of the desired size. */
const IN_HALF_AN_HOUR = 3;
const TIMES_DESIRED = 2;
const HALF_AN_HOUR = 30 * 60_000;
const CAUSE =
  /taken out of service in response to (?:an? )?(?:ELB|EC2|EBS|VPC Lattice|user)[ -]?(?:system )?health[ -]check/i;

export const asgUnhealthyLoopLive: Check = {
  id: 'asg-unhealthy-loop-live',
  title: text('check.asg-unhealthy-loop-live.title'),
  why: text('check.asg-unhealthy-loop-live.why'),
  level: 'must',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { graph, threshold }) {
    if (isFileLocation(group.location)) return notApplicable(text('evidence.liveOnly'));
    if (namesIn(group.settings.suspendedProcesses, 'processName').includes('ReplaceUnhealthy')) {
      return notApplicable(text('evidence.replacementSuspended'));
    }
    const activities = group.settings.scalingActivities;
    if (activities === undefined) {
      return unknown(text('evidence.refused', { operation: 'DescribeScalingActivities' }));
    }
    const times = replacements(listOf(activities));
    const [newest = 0] = times;
    const inHalfAnHour = mostWithin(times, HALF_AN_HOUR);
    const inDay = times.filter((time) => newest - time <= 48 * HALF_AN_HOUR).length;
    const desired = Math.max(1, numberOf(group.settings.desiredCapacity) ?? 1);
    const isLoop =
      inHalfAnHour >= threshold('inHalfAnHour', IN_HALF_AN_HOUR) || inDay > TIMES_DESIRED * desired;
    if (!isLoop) return pass(text('evidence.replacements', { count: inDay }));
    const answer = fail(text('evidence.loopLive', { inHalfAnHour, inDay }), {
      fix: {
        title: text('fix.brake'),
        changes: [],
        command:
          `aws autoscaling suspend-processes --auto-scaling-group-name ${groupName(group)} ` +
          '--scaling-processes ReplaceUnhealthy',
      },
    });
    return withRemarks(answer, failingTargets(graph.linked(group, 'target-group')));
  },
  helpUri: scalingGuide('replace-unhealthy-instance'),
  mappings: controlMappings({ wellArchitected: ['REL11-BP01'] }),
};

/** Load balancer's reasons for unhealthy targets, verbatim. */
function failingTargets(targets: readonly Asset[]): Text | null {
  const reasons = targets
    .flatMap(({ settings }) => listOf(settings.targetHealth))
    .filter((health) => textOf(fieldOf(health, 'state')) === 'unhealthy')
    .flatMap((health) => textOf(fieldOf(health, 'reason')) ?? []);
  return reasons.length === 0 ? null : text('evidence.targetReasons', { reasons: [...new Set(reasons)] });
}

/** Times at which instances were replaced for their health, newest first; milliseconds. */
function replacements(activities: readonly SettingValue[]): number[] {
  return activities
    .filter((activity) => CAUSE.test(textOf(fieldOf(activity, 'cause')) ?? ''))
    .map((activity) => Date.parse(textOf(fieldOf(activity, 'startTime')) ?? ''))
    .filter((time) => !Number.isNaN(time))
    .sort((a, b) => b - a);
}

function mostWithin(times: readonly number[], span: number): number {
  return Math.max(
    0,
    ...times.map((last) => times.filter((time) => time <= last && last - time <= span).length),
  );
}
