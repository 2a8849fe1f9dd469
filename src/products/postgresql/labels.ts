import type { Labels } from '../../model/index.ts';
import { NOTICE_LABELS } from '../notice-labels.ts';
import type { Classify, RawItem } from '../source.ts';
import { LEXICON } from './lexicon.ts';
import { MAJOR_CHANGES } from './notes/release.ts';
import { extensionOf, partOf } from './parts.ts';

/** Labels of an item of the community's notes. */
export function labelsOf(classify: Classify, item: RawItem): Labels {
  const { section, text, cves } = item;
  if (section === 'Migration') return { ...NOTICE_LABELS, why: ['kind notice: heading "migration"'] };
  if (section === MAJOR_CHANGES)
    return { ...NOTICE_LABELS, kind: 'feature', why: ['kind feature: a new major version'] };
  const labels = classify(item, LEXICON);
  const [part, extension] = [partOf(text), extensionOf(text)];
  return {
    ...(cves.length > 0 ? withRating(labels) : labels),
    ...(part && { part }),
    ...(extension !== undefined && { extension }),
  };
}

/** The notes rate no CVE. */
function withRating(labels: Labels): Labels {
  const others = labels.consequences.filter((impact) => impact !== 'security' && impact !== 'functionality');
  const why = labels.why.filter((reason) => !/^(?:kind|impact|severity) /.test(reason));
  return {
    ...labels,
    kind: 'fix',
    impact: 'security',
    severity: 'unrated',
    consequences: ['security', ...others],
    why: ['kind fix: "CVE"', 'impact security: "CVE"', 'severity unrated: "CVE"', ...why],
  };
}
