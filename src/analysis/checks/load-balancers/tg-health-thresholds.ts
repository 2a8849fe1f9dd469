import { text } from '../../../l10n/index.ts';
import type { Asset, Fix } from '../../../model/index.ts';
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
  type CheckLink,
} from '../answers.ts';
import { balancerGuide, controlMappings, type Check, type CheckContext, type Note } from '../check.ts';
import { hooksOf, targetArn } from '../subjects/groups.ts';
import { numberOf, readSetting } from '../reading/readings.ts';
import { drivesReplacement } from './tg-health-path-shallow.ts';

/** Seconds (our choice): a failover of Aurora takes about as long. */
const MIN_SECONDS = 60;

const deregistration: Note = {
  id: 'tg-deregistration-delay',
  title: text('check.tg-deregistration-delay.title'),
  level: 'could',
  evaluate(target, { graph }) {
    const delay = readSetting(target, 'deregistration_delay.timeout_seconds');
    if (delay.state === 'unknown') return unknown(delay.evidence);
    const seconds = numberOf(delay.value) ?? 0;
    if (seconds === 0) return fail(delay.evidence);
    const heartbeats = graph
      .linkedTo(target, 'target-group', 'auto-scaling-group')
      .flatMap((group) => hooksOf(group, graph, 'terminating'))
      .flatMap((hook) => numberOf(hook.settings.heartbeatTimeout) ?? []);
    const heartbeat = heartbeats.find((each) => each < seconds);
    return withRemarks(
      pass(delay.evidence),
      heartbeat === undefined ? null : text('evidence.delayBeyondHook', { seconds, heartbeat }),
    );
  },
};

export const tgHealthThresholds: Check = {
  id: 'tg-health-thresholds',
  title: text('check.tg-health-thresholds.title'),
  why: text('check.tg-health-thresholds.why'),
  level: 'should',
  appliesTo: ['target-group'],
  evaluate(target, context) {
    if (drivesReplacement(target, context.graph) === false) {
      return notApplicable(text('evidence.noReplacement', { target: target.name }));
    }
    return allOf([patienceLink(target, context), timeoutLink(target)], {
      fix: {
        title: text('fix.thresholds'),
        changes: [
          settingChange(target, 'healthCheckIntervalSeconds', 30),
          settingChange(target, 'unhealthyThresholdCount', 3),
        ],
        command:
          `aws elbv2 modify-target-group --target-group-arn ${targetArn(target)} ` +
          '--health-check-interval-seconds 30 --unhealthy-threshold-count 3',
      },
    });
  },
  care: text('check.tg-health-thresholds.care'),
  helpUri: balancerGuide('target-group-health-checks'),
  mappings: controlMappings({ wellArchitected: ['REL11-BP01'] }),
  notes: [deregistration],
};

function settingChange({ id }: Asset, setting: string, value: number): Fix['changes'][number] {
  return { kind: 'setting', assetId: id, setting, value, mode: 'set' };
}

/** Link that holds if a target may fail long enough before it counts as unhealthy. */
function patienceLink(target: Asset, { threshold }: CheckContext): CheckLink {
  const interval = readSetting(target, 'healthCheckIntervalSeconds');
  const failures = readSetting(target, 'unhealthyThresholdCount');
  if (interval.state === 'unknown') return unknownLink(interval.evidence);
  if (failures.state === 'unknown') return unknownLink(failures.evidence);
  const seconds = (numberOf(interval.value) ?? 0) * (numberOf(failures.value) ?? 0);
  const evidence = text('evidence.patience', {
    seconds,
    interval: numberOf(interval.value) ?? 0,
    failures: numberOf(failures.value) ?? 0,
  });
  return seconds >= threshold('seconds', MIN_SECONDS) ? passingLink(evidence) : failingLink(evidence);
}

function timeoutLink(target: Asset): CheckLink {
  const interval = numberOf(target.settings.healthCheckIntervalSeconds);
  const timeout = numberOf(target.settings.healthCheckTimeoutSeconds);
  const isTooLong = interval !== null && timeout !== null && timeout >= interval;
  return isTooLong
    ? failingLink(text('evidence.timeoutTooLong', { timeout, interval }))
    : passingLink(text('evidence.timeoutFits'));
}
