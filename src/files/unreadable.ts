import { text } from '../l10n/index.ts';
import type { Problem } from '../model/index.ts';

/** The problem with a file or folder that the system does not let be read. @param code of Node: `EACCES` */
export function unreadableProblem(source: string, code: string): Problem {
  const isForbidden = code === 'EACCES' || code === 'EPERM';
  return {
    source,
    text: isForbidden ? text('problem.noPermission') : text('problem.unreadable', { error: code }),
  };
}
