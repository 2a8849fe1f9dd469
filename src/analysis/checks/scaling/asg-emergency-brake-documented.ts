import { text } from '../../../l10n/index.ts';
import { fail, notApplicable, pass, unknown } from '../answers.ts';
import { maps, scalingGuide, type Check, type Note } from '../check.ts';
import { groupName, replacesByLoadBalancer } from './groups.ts';
import { isOn, read } from '../readings.ts';

const scaleInProtection: Note = {
  id: 'asg-scale-in-protection-not-a-cure',
  title: text('check.asg-scale-in-protection-not-a-cure.title'),
  level: 'could',
  evaluate(group) {
    const protection = read(group, 'newInstancesProtectedFromScaleIn');
    if (protection.state === 'unknown') return unknown(protection.evidence);
    if (!isOn(protection.value)) return notApplicable(protection.evidence);
    return replacesByLoadBalancer(group) === true
      ? fail(text('evidence.scaleInProtection'))
      : pass(protection.evidence);
  },
};

export const asgEmergencyBrakeDocumented: Check = {
  id: 'asg-emergency-brake-documented',
  title: text('check.asg-emergency-brake-documented.title'),
  why: text('check.asg-emergency-brake-documented.why'),
  level: 'should',
  appliesTo: ['auto-scaling-group'],
  evaluate(group, { clues }) {
    if (clues === null) return unknown(text('evidence.filesNotRead'));
    const [brake] = clues.brakes;
    if (brake !== undefined) return pass(text('evidence.brake', { file: brake.file, line: brake.line }));
    return fail(text('evidence.noBrake'), {
      fix: {
        title: text('fix.writeBrake'),
        changes: [],
        command:
          `aws autoscaling suspend-processes --auto-scaling-group-name ${groupName(group)} ` +
          '--scaling-processes ReplaceUnhealthy',
      },
    });
  },
  care: text('check.asg-emergency-brake-documented.care'),
  helpUri: scalingGuide('as-suspend-resume-processes'),
  mappings: maps({ wellArchitected: ['REL05-BP07', 'REL11-BP04'] }),
  notes: [scaleInProtection],
};
