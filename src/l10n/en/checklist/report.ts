import type { Text } from '../../../model/index.ts';
import { form, type Message, part, plural, type Say } from '../../say.ts';

export const report = {
  'answer.pass': 'pass',
  'answer.fail': 'fail',
  'answer.unknown': 'unknown',
  'answer.not-applicable': 'n/a',
  'checkLevel.must': 'must',
  'checkLevel.should': 'should',
  'checkLevel.could': 'could',
  'checklist.title': 'Observability checklist',
  'checklist.tooMany': (a: { rows: number; left: number; name: string }) =>
    `The checklist stops after ${a.rows} answers: ${plural(a.left, 'resource')} from ${a.name} on ${form(a.left, 'is', 'are')} not checked. Check one folder at a time.`,
  'checklist.gaveUp': (a: { count: number; rows: number; check: string }) =>
    `The checklist took too long: ${a.count} of ${a.rows} answers were given up and are unknown, the first of ${a.check}. Check one folder at a time.`,
  'checklist.none': 'No databases or Auto Scaling groups found.',
  'checklist.fine': (a: { count: number }) => `${plural(a.count, 'check')} passed or not applicable`,
  'checklist.verbose': 'All checks, and what each resource logs: --verbose.',
  'checklist.summary': (a: {
    pass: number;
    fail: number;
    must: number;
    unknown: number;
    accepted: number;
    assets: number;
    asOf: string;
  }) => {
    const accepted = part(a.accepted, `, ${a.accepted} accepted`);
    return `${plural(a.assets, 'resource')}: ${a.pass} pass, ${a.fail} fail (${a.must} required)${accepted}, ${a.unknown} unknown. Notes as of ${a.asOf}.`;
  },
  'checklist.accepted': (a: { reason: string; date: string }) => `accepted ${a.date}: ${a.reason}`,
  'checklist.why': 'Why',
  'checklist.found': 'Found',
  'checklist.fix': 'Fix',
  'checklist.care': 'Caveats',
  'checklist.note': 'Note',
  'checklist.note.found': (a: { demand: Text; evidence: Text }, say: Say) =>
    `${say(a.demand)}. Unknown: ${say(a.evidence)}`,
  'checklist.note.found.known': (a: { demand: Text; evidence: Text }, say: Say) =>
    `${say(a.demand)}. Found: ${say(a.evidence)}`,
  'checklist.loop': 'The replacement loop',
  'checklist.column.check': 'Check',
  'checklist.column.level': 'Level',
  'checklist.column.answer': 'Answer',
  'checklist.byQuestion': 'By question of the Well-Architected Framework',
  'wa.OPS04': 'how the workload tells what it does',
  'wa.OPS05': 'how defects are reduced and fixes get in',
  'wa.REL01': 'quotas and limits',
  'wa.REL05': 'how it behaves when something that it depends on fails',
  'wa.REL06': 'how its resources are monitored',
  'wa.REL08': 'how changes are made',
  'wa.REL10': 'how faults are kept apart',
  'wa.REL11': 'how it withstands failures of its parts',
} satisfies Record<string, Message>;
