import { text } from '../../l10n/index.ts';
import { shellWord } from '../../model/index.ts';
import { fail, pass, unknown } from './answers.ts';
import { namesIn } from './alarms.ts';
import { maps, scalingGuide, type Check } from './check.ts';
import { groupName } from './groups.ts';
import { read } from './readings.ts';

export const asgNoForgottenSuspension: Check = {
  id: 'asg-no-forgotten-suspension',
  title: text('check.asg-no-forgotten-suspension.title'),
  why: text('check.asg-no-forgotten-suspension.why'),
  level: 'should',
  appliesTo: ['auto-scaling-group'],
  evaluate(group) {
    const suspended = read(group, 'suspendedProcesses');
    if (suspended.state === 'unknown') return unknown(suspended.evidence);
    const names = namesIn(suspended.value, 'processName');
    if (names.length === 0) return pass(suspended.evidence);
    return fail(text('evidence.suspended', { names }), {
      fix: {
        title: text('fix.resume', { names }),
        changes: [],
        command: `aws autoscaling resume-processes --auto-scaling-group-name ${groupName(group)} --scaling-processes ${names.map(shellWord).join(' ')}`,
      },
    });
  },
  care: text('check.asg-no-forgotten-suspension.care'),
  helpUri: scalingGuide('as-suspend-resume-processes'),
  mappings: maps({ wellArchitected: ['REL11-BP03'] }),
};
