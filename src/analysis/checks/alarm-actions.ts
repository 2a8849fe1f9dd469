import { text } from '../../l10n/index.ts';
import { shellWord } from '../../model/index.ts';
import { allOf, linkOf, notApplicable } from './answers.ts';
import { cloudWatchGuide, maps, type Check } from './check.ts';
import { isOn, listOf, read, textOf } from './readings.ts';

/** Alarms of other services are not ours to judge. */
const OURS = /^(?:AWS\/(?:RDS|AutoScaling|ApplicationELB|NetworkELB|EC2)|CWAgent)$/;

export const alarmActions: Check = {
  id: 'alarm-actions',
  title: text('check.alarm-actions.title'),
  why: text('check.alarm-actions.why'),
  level: 'must',
  appliesTo: ['alarm'],
  evaluate(alarm) {
    const namespace = textOf(alarm.settings.namespace);
    if (namespace !== null && !OURS.test(namespace))
      return notApplicable(text('evidence.otherAlarm', { namespace }));
    const hasActions = linkOf(read(alarm, 'alarmActions'), (value) => listOf(value).length > 0);
    const isEnabled = linkOf(read(alarm, 'actionsEnabled'), isOn);
    const name = shellWord(textOf(alarm.settings.alarmName) ?? 'ALARM');
    return allOf([hasActions, isEnabled], {
      fix: {
        title: text('fix.alarmActions'),
        // Whom to tell is not ours to choose.
        changes:
          hasActions.outcome === 'fail'
            ? []
            : [{ kind: 'setting', assetId: alarm.id, setting: 'actionsEnabled', value: true, mode: 'set' }],
        command: `aws cloudwatch enable-alarm-actions --alarm-names ${name}`,
      },
    });
  },
  care: text('check.alarm-actions.care'),
  helpUri: cloudWatchGuide('alarm-actions'),
  mappings: maps({
    securityHub: ['CloudWatch.15', 'CloudWatch.17'],
    config: ['cloudwatch-alarm-action-check', 'cloudwatch-alarm-action-enabled-check'],
    prowler: ['cloudwatch_alarm_actions_enabled', 'cloudwatch_alarm_actions_alarm_state_configured'],
    checkov: ['CKV_AWS_319'],
    wellArchitected: ['REL11-BP06'],
  }),
};
