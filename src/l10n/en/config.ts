import type { Text } from '../../model/index.ts';
import type { Message, Say } from '../say.ts';

export const config = {
  'config.syntax': (a: { error: string; line: number }) =>
    `Line ${a.line}: not valid YAML (${a.error}). What was readable is used.`,
  'config.tooLarge': (a: { limitKb: number }) =>
    `Not used: larger than ${a.limitKb} KB. None of its entries counts.`,
  'config.tooDeep': 'Not used: its lists or keys are nested too deeply.',
  'config.unreadable': (a: { error: string }) =>
    `Not used: cannot be read (${a.error}). Check its permissions.`,
  'config.notAMap': 'Not used: the file must contain keys such as “ignore” or “known-issues”.',
  'config.unknownKey': (a: { key: string; line: number }) =>
    `Line ${a.line}: unknown key “${a.key}”, not used. docs/configuration.md lists the keys.`,
  'config.misfit': (a: { key: string; issue: Text; line: number }, say: Say) =>
    `Line ${a.line}: this entry of “${a.key}” is not used: ${say(a.issue)}.`,
  'config.issue.list': 'a list is expected; begin each entry with “-”',
  'config.issue.map': 'keys with values are expected',
  'config.issue.text': 'text is expected',
  'config.issue.missing': (a: { name: string }) => `“${a.name}” is missing`,
  'config.issue.unknown': (a: { names: readonly string[] }, say: Say) =>
    `there is no “${say(a.names)}” in such an entry`,
  'config.issue.oneOf': (a: { name: string; values: readonly string[] }, say: Say) =>
    `“${a.name}” must be one of ${say(a.values)}`,
  'config.issue.oneOf.unnamed': (a: { name: string; values: readonly string[] }, say: Say) =>
    `it must be one of ${say(a.values)}`,
  'config.issue.day': (a: { name: string }) => `“${a.name}” must be a valid date: YYYY-MM-DD`,
  'config.issue.link': (a: { name: string }) => `“${a.name}” must be an address that begins with https://`,
  'config.issue.tooLong': (a: { name: string; most: number }) =>
    `“${a.name}” must not be longer than ${a.most} characters`,
  'config.issue.empty': (a: { name: string }) => `“${a.name}” must not be empty`,
  'config.issue.range': (a: { name: string; range: string }) =>
    `“${a.range}” in “${a.name}” is not a version or a range such as 2.11.x, ^3.10 or >=2.11.0 <2.11.4`,
  'config.issue.kind': (a: { name: string; kind: Text }, say: Say) =>
    `“${a.name}” is not what is expected there: ${say(a.kind)}`,
  'config.issue.kind.unnamed': (a: { name: string; kind: Text }, say: Say) =>
    `it is not what is expected there: ${say(a.kind)}`,
  'config.kind.list': 'a list',
  'config.kind.map': 'keys with values',
  'config.kind.text': 'text (in quotes if it looks like a number)',
  'config.kind.number': 'a number',
  'config.kind.boolean': 'true or false',
  'config.kind.other': 'another value',
  'config.noBaseline': (a: { file: string }) =>
    `The baseline “${a.file}” is not used: it is missing, or not the JSON of a scan. Make one with: errata-lens scan --format json.`,
  'config.noReason': (a: { key: string; line: number }) =>
    `Line ${a.line}: this entry of “${a.key}” is not used: it gives no reason. Add “reason:” and say why.`,
  'config.unknownCheck': (a: { id: string; line: number }) =>
    `Line ${a.line}: there is no check “${a.id}”: this entry has no effect. “errata-lens checklist” lists the names.`,
  'config.unknownThreshold': (
    a: { id: string; name: string; known: readonly string[]; line: number },
    say: Say,
  ) => {
    const known = `It has: ${say(a.known)}`;
    return `Line ${a.line}: the check “${a.id}” has no threshold “${a.name}”. ${known}.`;
  },
  'config.unknownThreshold.none': (a: {
    id: string;
    name: string;
    known: readonly string[];
    line: number;
  }) => {
    const known = 'It has none';
    return `Line ${a.line}: the check “${a.id}” has no threshold “${a.name}”. ${known}.`;
  },
} satisfies Record<string, Message>;
