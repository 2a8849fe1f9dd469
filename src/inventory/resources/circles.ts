import { text } from '../../l10n/index.ts';
import type { Problem } from '../../model/index.ts';
import { locate, type Span } from '../../syntax/index.ts';

/**
 * What is told of a reference to one of the units that it comes from: each unit of the circle finds it when it is read, and
 * it is told where it leads back to its first unit. Null where there is no circle.
 */
export function circleTo(target: string, ancestors: readonly string[], reference: Span): Problem[] | null {
  const at = ancestors.indexOf(target);
  if (at < 0) return null;
  const { file, line } = locate(reference);
  const isTold = ancestors.slice(at + 1).every((other) => target < other);
  return isTold ? [{ source: file, text: text('problem.circle', { line, target }) }] : [];
}
