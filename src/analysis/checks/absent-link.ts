import { text } from '../../l10n/index.ts';
import type { Asset, Text } from '../../model/index.ts';
import type { CheckLink } from './answers.ts';
import { isReadInFull, isSeenInPart, TOOL_NAMES } from './reading/defaults.ts';
import type { Graph } from './reading/graph.ts';

/** Link for something that was not found: missing if everything was read, else unknown. */
export function absentLink(
  graph: Graph,
  subjects: readonly Asset[],
  operation: string,
  evidence: Text,
): CheckLink {
  const partial = subjects.find((subject) => !isReadInFull(subject));
  if (partial !== undefined) {
    const why = isSeenInPart(partial)
      ? text('evidence.seenInPart', { asset: partial.name })
      : text('evidence.readInPart', { tool: TOOL_NAMES[partial.source] });
    const unclear = {
      outcome: 'unknown',
      evidence: text('evidence.list', { parts: [evidence, why] }),
    } as const;
    // CDK programs are the only partly read code that edits can change.
    return partial.source === 'cdk' && !isSeenInPart(partial) ? { ...unclear, isUnfound: true } : unclear;
  }
  if (subjects.some((subject) => graph.wasRefused(operation, subject))) {
    return { outcome: 'unknown', evidence: text('evidence.refused', { operation }) };
  }
  return { outcome: 'fail', evidence };
}
