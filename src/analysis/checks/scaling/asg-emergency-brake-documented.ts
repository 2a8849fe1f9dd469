import { text } from '../../../l10n/index.ts';
import { shellWord, type Asset, type Runbook } from '../../../model/index.ts';
import { userGivenName } from '../../../vocabulary/index.ts';
import { failingLink, fail, passingLink, notApplicable, pass, unknown, type CheckLink } from '../answers.ts';
import { answerOfChain, nameLink, type Chain } from '../chain.ts';
import { controlMappings, scalingGuide, type Check, type Note } from '../check.ts';
import type { Graph } from '../reading/graph.ts';
import { groupName, replacesByLoadBalancer } from '../subjects/groups.ts';
import { isOn, readSetting } from '../reading/readings.ts';

const scaleInProtection: Note = {
  id: 'asg-scale-in-protection-not-a-cure',
  title: text('check.asg-scale-in-protection-not-a-cure.title'),
  level: 'could',
  evaluate(group) {
    const protection = readSetting(group, 'newInstancesProtectedFromScaleIn');
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
  evaluate(group, { clues, graph }) {
    if (clues === null) return unknown(text('evidence.filesNotRead'));
    return answerOfChain(runbookChain(group, clues.runbooks, graph), {
      fix: {
        title: text('fix.writeBrake'),
        changes: [],
        command: writeBrake(group),
      },
    });
  },
  care: text('check.asg-emergency-brake-documented.care'),
  helpUri: scalingGuide('as-suspend-resume-processes'),
  mappings: controlMappings({ wellArchitected: ['REL05-BP07', 'REL11-BP04'] }),
  notes: [scaleInProtection],
};

/** Chain of a runbook: the remedy → recommended, not forbidden → for this group → an undo. */
function runbookChain(group: Asset, runbooks: readonly Runbook[], graph: Graph): Chain {
  const link = (name: string, outcome: CheckLink): Chain[number] => nameLink(name, null, outcome);
  const [first] = runbooks;
  if (first === undefined) return [link('remedy', failingLink(text('evidence.noBrake')))];
  const allowed = runbooks.filter(({ isForbidden }) => !isForbidden);
  if (allowed.length === 0)
    return [link('recommended', failingLink(text('evidence.brakeForbidden', placeArgs(first))))];
  const others = graph.ofKind('auto-scaling-group').filter((each) => each !== group);
  const own = allowed.filter(({ groups }) => isAbout(group, others, groups));
  const [forOther] = allowed;
  const brake = own.find(({ undo }) => undo !== null) ?? own[0];
  if (brake === undefined) {
    const named = forOther?.groups.join(', ') ?? '';
    return [
      link(
        'group',
        failingLink(text('evidence.brakeOfOther', { ...placeArgs(forOther ?? first), groups: named })),
      ),
    ];
  }
  const remedy = text(`remedy.${brake.remedy}`);
  return [
    link('remedy', passingLink(text('evidence.brake', { ...placeArgs(brake), remedy }))),
    link(
      'undo',
      brake.undo === null
        ? failingLink(text('evidence.brakeWithoutUndo', { ...placeArgs(brake), remedy }))
        : passingLink(text('evidence.brakeUndo', placeArgs({ location: brake.undo }))),
    ),
  ];
}

/** True unless a runbook names other groups of this code only. */
function isAbout(group: Asset, others: readonly Asset[], names: readonly string[]): boolean {
  const own = userGivenName(group);
  if (names.length === 0 || own === null || names.includes(own)) return true;
  return !names.every((name) => others.some((other) => userGivenName(other) === name));
}

function placeArgs({ location: { file, line } }: Pick<Runbook, 'location'>): { file: string; line: number } {
  return { file, line };
}

/** Command that adds the brake and its undo to a runbook. The fix only documents the brake and never pulls it. */
function writeBrake(group: Asset): string {
  const of = (action: string): string =>
    `aws autoscaling ${action} --auto-scaling-group-name ${groupName(group)} --scaling-processes ReplaceUnhealthy`;
  const lines = [
    '# Stop a replacement loop',
    of('suspend-processes'),
    '# Undo, when the cause is gone',
    of('resume-processes'),
  ];
  return (
    `grep -qs ${shellWord(of('suspend-processes'))} RUNBOOK.md || ` +
    `printf '%s\\n' ${lines.map(shellWord).join(' ')} >> RUNBOOK.md`
  );
}
