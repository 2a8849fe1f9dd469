import { text } from '../../../l10n/index.ts';
import { shellWord } from '../../../model/index.ts';
import { daysBetween } from '../../support/support.ts';
import { fail, pass, withRemarks, unknown } from '../answers.ts';
import { namesIn, fieldOf, listOf, readSetting, textOf } from '../reading/readings.ts';
import { controlMappings, scalingGuide, type Check } from '../check.ts';
import { groupName } from '../subjects/groups.ts';

/** Processes that are suspended for hours in an incident; the reason contains the day. */
const BRAKES: ReadonlySet<string> = new Set(['HealthCheck', 'ReplaceUnhealthy']);

export const asgNoForgottenSuspension: Check = {
  id: 'asg-no-forgotten-suspension',
  title: text('check.asg-no-forgotten-suspension.title'),
  why: text('check.asg-no-forgotten-suspension.why'),
  level: 'should',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { today }) {
    const suspended = readSetting(group, 'suspendedProcesses');
    if (suspended.state === 'unknown') return unknown(suspended.evidence);
    const names = namesIn(suspended.value, 'processName');
    if (names.length === 0) return pass(suspended.evidence);
    const reasons = listOf(suspended.value).map((each) => textOf(fieldOf(each, 'suspensionReason')) ?? '');
    const day = reasons.flatMap((reason) => /\d{4}-\d\d-\d\d/.exec(reason)?.[0] ?? []).sort()[0];
    const isBrake = names.every((name) => BRAKES.has(name));
    if (isBrake && day !== undefined && daysBetween(day, today) <= 1) {
      return pass(text('evidence.suspendedNow', { names, day }));
    }
    const answer = fail(text('evidence.suspended', { names }), {
      fix: {
        title: text('fix.resume', { names }),
        changes: [],
        command:
          `aws autoscaling resume-processes --auto-scaling-group-name ${groupName(group)} ` +
          `--scaling-processes ${names.map(shellWord).join(' ')}`,
      },
    });
    const isByAws = reasons.some((reason) => /administrative/i.test(reason));
    return withRemarks(answer, isByAws ? text('evidence.suspendedByAws') : null);
  },
  care: text('check.asg-no-forgotten-suspension.care'),
  helpUri: scalingGuide('as-suspend-resume-processes'),
  mappings: controlMappings({ wellArchitected: ['REL11-BP03'] }),
};
