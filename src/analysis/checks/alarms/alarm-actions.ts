import { text } from '../../../l10n/index.ts';
import { shellWord, type Asset, type Text } from '../../../model/index.ts';
import { notApplicable, withRemarks } from '../answers.ts';
import { answerOfChain, decisiveLink } from '../chain.ts';
import { cloudWatchGuide, controlMappings, type Check } from '../check.ts';
import { isWritten, textOf } from '../reading/readings.ts';
import { actionChain } from '../receivers/actions.ts';

/** Namespaces of services that the checks judge; alarms on other services are ignored. */
const JUDGED_NAMESPACES = /^(?:AWS\/(?:RDS|AutoScaling|ApplicationELB|NetworkELB|EC2)|CWAgent)$/;

/** Metrics that stop when the monitored resource is dead. */
const LIVENESS_METRICS: ReadonlySet<string> = new Set([
  'EngineUptime',
  'GroupInServiceInstances',
  'GroupInServiceCapacity',
  'HealthyHostCount',
]);

export const alarmActions: Check = {
  id: 'alarm-actions',
  title: text('check.alarm-actions.title'),
  why: text('check.alarm-actions.why'),
  level: 'must',
  appliesTo: ['alarm'],
  evaluate(alarm, { graph }) {
    const namespace = textOf(alarm.settings.namespace);
    if (namespace !== null && !JUDGED_NAMESPACES.test(namespace))
      return notApplicable(text('evidence.otherAlarm', { namespace }));
    const chain = actionChain(alarm, graph);
    const isSilent = decisiveLink(chain)?.name === 'action';
    const name = shellWord(textOf(alarm.settings.alarmName) ?? 'ALARM');
    const answer = answerOfChain(chain, {
      fix: {
        title: text('fix.alarmActions'),
        changes: isSilent
          ? []
          : [{ kind: 'setting', assetId: alarm.id, setting: 'actionsEnabled', value: true, mode: 'set' }],
        command: `aws cloudwatch enable-alarm-actions --alarm-names ${name}`,
      },
    });
    return withRemarks(answer, silentDeath(alarm));
  },
  care: text('check.alarm-actions.care'),
  helpUri: cloudWatchGuide('alarm-actions'),
  mappings: controlMappings({
    securityHub: ['CloudWatch.15', 'CloudWatch.17'],
    config: ['cloudwatch-alarm-action-check', 'cloudwatch-alarm-action-enabled-check'],
    prowler: ['cloudwatch_alarm_actions_enabled', 'cloudwatch_alarm_actions_alarm_state_configured'],
    checkov: ['CKV_AWS_319'],
    wellArchitected: ['REL11-BP06'],
  }),
};

/**
 * Remark on an alarm that stays silent when the resource is dead: a dead resource sends no data, so missing data has to
 * ring.
 */
function silentDeath(alarm: Asset): Text | null {
  const { namespace, metricName, treatMissingData } = alarm.settings;
  const metric = textOf(metricName) ?? '';
  const isOfLife = LIVENESS_METRICS.has(metric) || textOf(namespace) === 'CWAgent';
  const isSafe = textOf(treatMissingData) === 'breaching' || isWritten(alarm, 'treatMissingData') === null;
  return isOfLife && !isSafe ? text('evidence.silentDeath', { metric }) : null;
}
