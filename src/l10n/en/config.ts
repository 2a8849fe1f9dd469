import type { Message, Say } from '../say.ts';

export const config = {
  'config.syntax': (a: { error: string; line: number }) =>
    `Line ${a.line}: not valid YAML (${a.error}). What was readable is used.`,
  'config.unreadable': (a: { error: string }) =>
    `Not used: cannot be read (${a.error}). Check its permissions.`,
  'config.notAMap': () => 'Not used: the file must hold keys such as “ignore” or “known-issues”.',
  'config.unknownKey': (a: { key: string; line: number }) =>
    `Line ${a.line}: unknown key “${a.key}”, not used. docs/configuration.md lists the keys.`,
  'config.misfit': (a: { key: string; issue: string; line: number }) =>
    `Line ${a.line}: this entry of “${a.key}” is not used: ${a.issue}.`,
  'config.noReason': (a: { key: string; line: number }) =>
    `Line ${a.line}: this entry of “${a.key}” is not used: it gives no reason. Add “reason:” and say why.`,
  'config.unknownCheck': (a: { id: string; line: number }) =>
    `Line ${a.line}: there is no check “${a.id}”: this entry has no effect. “errata-lens checklist” lists the names.`,
  'config.unknownThreshold': (
    a: { id: string; name: string; known: readonly string[]; line: number },
    say: Say,
  ) => {
    const known = a.known.length === 0 ? 'It has none' : `It has: ${say(a.known)}`;
    return `Line ${a.line}: the check “${a.id}” has no threshold “${a.name}”. ${known}.`;
  },
} satisfies Record<string, Message>;
