import { digestOf, memoize, type Labels } from '../../model/index.ts';
import { classify } from '../classify/index.ts';
import type { Lexicon, RawItem } from '../../products/index.ts';

/**
 * Manual labels by bullet digest, for bullets that the rules of classify/ misjudge. For past pages only; the quality of
 * the rules is measured without them (`npm run catalogue:score`).
 */
export const CURATED_LABELS: Readonly<Record<string, Pick<Labels, 'impact' | 'severity'>>> = {
  // The effect is replication that does not start after a restart of the replica.
  f6d83a4fb0: { impact: 'replication', severity: 'high' },
  // Replicas execute statements that failed on their source, and diverge.
  '3a2542c7a1': { impact: 'data', severity: 'critical' },
  // Only in debug builds, which are not used.
  '7940c06591': { impact: 'functionality', severity: 'low' },
};

/** Labels by the rules, or by manual labels if there are any; `why` names the origin. */
export function classifyCurated(item: RawItem, lexicon: Lexicon | null = null): Labels {
  const labels = byRules(lexicon)(item);
  const judged = CURATED_LABELS[digestOf(item.text)];
  if (judged === undefined) return labels;
  const kept = labels.why.filter((reason) => !/^(?:impact|severity) /.test(reason));
  const { impact, severity } = judged;
  return {
    ...labels,
    impact,
    severity,
    consequences: [impact ?? 'functionality'],
    why: [...kept, `impact ${impact}: a reader's judgement`, `severity ${severity}: a reader's judgement`],
  };
}

/** Labels by the rules of a lexicon, memoized: releases repeat bullets word for word, and so do later updates. */
const byRules = memoize((lexicon: Lexicon | null) =>
  memoize(
    (item: RawItem): Labels => classify(item, lexicon),
    (item) => [bulletKey(item)],
  ),
);

/** Key of everything in a bullet that decides its labels. */
function bulletKey({ section, text, parts }: RawItem): string {
  return JSON.stringify([section, text, parts]);
}
