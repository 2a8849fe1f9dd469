import type { Labels } from '../../model/index.ts';
import { classifyOsItem } from '../amazon-linux/notes/classify.ts';
import type { RawItem } from '../source.ts';

/** A variant is an edition of the system for one orchestrator and version: the images of one that is dropped end. */
const DROPPED = /^(?:remove|drop)\b.*\bvariants?\b|\blose support\b|\blast release\b.*\bsupport\b/i;
const INCOMPATIBLE = /\bknown incompatibilit/i;

/** Labels of one bullet: a fix of some function, or a notice. What it says of CVEs is told by its package. */
export function classifyChangelogItem(item: RawItem): Labels {
  const labels = classifyOsItem(item);
  if (DROPPED.test(item.text)) return { ...noticeOf(item, labels), topic: 'end-of-support' };
  if (INCOMPATIBLE.test(item.section)) return { ...noticeOf(item, labels), topic: 'known-issue' };
  return labels;
}

function noticeOf(item: RawItem, labels: Labels): Labels {
  return labels.kind === 'notice' ? labels : classifyOsItem({ ...item, section: '', text: '' });
}
