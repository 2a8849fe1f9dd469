import type { Labels } from '../../../model/index.ts';
import { NOTICE_LABELS } from '../../notice-labels.ts';
import type { RawItem } from '../../source.ts';
import { topicOf } from './notices.ts';

const FIX = /^(?:.{0,60}\b)?(?:fix(?:e[sd])?|bug fix|correct(?:s|ed)?)\b/i;

/**
 * Labels of a bullet about a release of an operating system: a kernel fix is a functional bug, everything else a
 * notice. Fixes of packages come from other sections.
 */
export function classifyOsItem(item: RawItem): Labels {
  const { topic, words } = topicOf(`${item.section}: ${item.text}`);
  const fixInText = topic === 'other' ? FIX.exec(item.text)?.[0] : undefined;
  const fix = /\bfixes\b/i.test(item.section) ? item.section : fixInText;
  if (fix !== undefined) {
    return {
      kind: 'fix',
      impact: 'functionality',
      severity: 'medium',
      consequences: ['functionality'],
      features: [],
      needs: [],
      traits: [],
      why: [`kind fix: "${fix}"`],
    };
  }
  const why = words === '' ? [] : [`topic ${topic}: "${words}"`];
  return {
    ...NOTICE_LABELS,
    why,
    topic,
  };
}
