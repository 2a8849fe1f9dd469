import type { Message } from '../say.ts';

export const inventory = {
  'problem.tooLarge': (a: { limitMb: number }) =>
    `Not read: larger than ${a.limitMb} MB. Versions in this file are not known.`,
  'problem.unreadable': (a: { error: string }) =>
    `Cannot be read (${a.error}). Versions here are not known; check the permissions.`,
  'problem.binary': () => 'Not read: binary content under an infrastructure file name.',
  'problem.syntax': (a: { error: string; line: number }) =>
    `Not understood from line ${a.line} on (${a.error}). What was readable is used; the rest of this file is not known.`,
} satisfies Record<string, Message>;
