import { adviceLine } from '../../analysis/index.ts';
import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';
import type { ShownDetails } from '../worker/protocol.ts';

/** The two most important numbers, short enough for a line; undefined without counts. */
export function lensText({ counts, top, advice }: ShownDetails): Text | undefined {
  if (top.length === 0) return undefined;
  const { urgent, apply: all } = counts;
  return text('lens.bugs', { urgent, all, next: adviceLine(advice) });
}
