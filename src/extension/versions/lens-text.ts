import { adviceLine } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { ShownDetails } from '../worker/protocol.ts';

/** The two most important counts, short enough for one line; undefined if there are no counts. */
export function lensText({ counts, top, advice }: ShownDetails): Text | undefined {
  if (top.length === 0) return undefined;
  const { urgent, apply: all } = counts;
  return text('lens.bugs', { urgent, all, next: adviceLine(advice) });
}
