import type { Message } from '../say.ts';

export const inventory = {
  'problem.tooLarge': (a: { limitMb: number }) =>
    `Not read: larger than ${a.limitMb} MB. Versions in this file are not known.`,
  'problem.unreadable': (a: { error: string }) =>
    `Cannot be read (${a.error}). Versions here are not known; check the permissions.`,
  'problem.binary': () => 'Not read: binary content under an infrastructure file name.',
  'problem.syntax': (a: { error: string; line: number }) =>
    `Not understood from line ${a.line} on (${a.error}). What was readable is used; the rest of this file is not known.`,
  'inventory.notWritten': () =>
    'No engine version is written; AWS takes its default when the database is created.',
  'inventory.notAVersion': () => 'The engine version is not a text.',
  'inventory.partial': (a: { written: string }) =>
    `${a.written} names no single release: AWS resolves it when the database is created.`,
  'inventory.notUnderstood': (a: { written: string }) => `${a.written} is not an Aurora MySQL version.`,
  'inventory.noDefault': (a: { name: string }) =>
    `${a.name} has no default; its value is given at deployment.`,
  'inventory.computed': (a: { expression: string }) => `${a.expression} is only known at deployment.`,
  'inventory.autoMinorUpgrade': (a: { name: string }) =>
    `${a.name} lets AWS upgrade minor versions: what runs may be newer.`,
} satisfies Record<string, Message>;
