import type { Message } from '../say.ts';

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
} satisfies Record<string, Message>;
