import { digestOf, memoize, type Labels } from '../../model/index.ts';
import { classify } from '../classify/index.ts';
import type { Lexicon, RawItem } from '../../products/index.ts';

/**
 * Curated: what somebody read and judged where the rules of classify/ fall short, by digest of the bullet. For past pages
 * only; whether rules suffice is measured without it (`npm run catalogue:score`).
 */
export const CURATED_LABELS: Readonly<Record<string, Pick<Labels, 'impact' | 'severity'>>> = {
  // A replica that was restarted does not replicate; it is the replication that does not start.
  f6d83a4fb0: { impact: 'replication', severity: 'high' },
  // Replicas carry out what failed on their source, and diverge.
  '3a2542c7a1': { impact: 'data', severity: 'critical' },
  // In debug builds only, which nobody runs.
  '7940c06591': { impact: 'functionality', severity: 'low' },
};

/** Labels by the rules, and by a reader's judgement where there is one; `why` says which. */
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

/** Labels of a bullet by the rules of a lexicon. Releases repeat bullets word for word, and so do later looks. */
const byRules = memoize((lexicon: Lexicon | null) =>
  memoize(
    (item: RawItem): Labels => classify(item, lexicon),
    (item) => [bulletKey(item)],
  ),
);

/** All of a bullet that its labels are made of. */
function bulletKey({ section, text, parts }: RawItem): string {
  return JSON.stringify([section, text, parts]);
}
