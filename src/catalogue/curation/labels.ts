import { digestOf, IMPACTS, memoize, type Impact, type Labels } from '../../model/index.ts';
import { classify, type Judgement } from '../classify/index.ts';
import type { Lexicon, RawItem } from '../../products/index.ts';
import JUDGED from './labels.json' with { type: 'json' };

/**
 * Manual labels by bullet digest, for bullets that the rules of classify/ misjudge. For past pages only; the quality of
 * the rules is measured without them (`npm run catalogue:score`).
 */
export const CURATED_LABELS: ReadonlyMap<string, Judgement> = new Map(
  Object.entries(JUDGED).map(([digest, [written, because]]) => [
    digest,
    { consequences: written.split(' ').filter(isImpact), because },
  ]),
);

function isImpact(word: string): word is Impact {
  return (IMPACTS as readonly string[]).includes(word);
}

/** Labels by the rules, or by manual labels if there are any; `why` names the origin. */
export function classifyCurated(item: RawItem, lexicon: Lexicon | null = null): Labels {
  return ofLexicon(lexicon)(item);
}

/** Labels with a lexicon, memoized: releases repeat bullets word for word, and so do later updates. */
const ofLexicon = memoize((lexicon: Lexicon | null) =>
  memoize(
    (item: RawItem): Labels => classify(item, lexicon, CURATED_LABELS.get(digestOf(item.text))),
    (item) => [bulletKey(item)],
  ),
);

/** Key of everything in a bullet that decides its labels. */
function bulletKey({ section, text, parts }: RawItem): string {
  return JSON.stringify([section, text, parts]);
}
