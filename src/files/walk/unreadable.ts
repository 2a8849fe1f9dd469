import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';

/**
 * Problem for a file or folder that the system refuses to read.
 * @param code error code, such as `EACCES`
 */
export function unreadableProblem(source: string, code: string): Problem {
  const isForbidden = code === 'EACCES' || code === 'EPERM';
  return {
    source,
    text: isForbidden ? text('problem.noPermission') : text('problem.unreadable', { error: code }),
  };
}
