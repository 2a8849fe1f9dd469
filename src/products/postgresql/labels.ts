import { TRAITS, type Labels, type Trait } from '../../model/index.ts';
import { NOTICE_LABELS } from '../notice-labels.ts';
import type { Classify, RawItem } from '../source.ts';
import { LEXICON } from './lexicon/index.ts';
import { MAJOR_CHANGES } from './notes/release.ts';
import { extensionOf, partOf } from './parts.ts';

/** Labels of an item of the community's notes. */
export function labelsOf(classify: Classify, item: RawItem): Labels {
  const { section, text, cves } = item;
  if (section === 'Migration') return { ...NOTICE_LABELS, why: ['kind notice: heading "migration"'] };
  if (section === MAJOR_CHANGES)
    return { ...NOTICE_LABELS, kind: 'feature', why: ['kind feature: a new major version'] };
  const labels = withOwnTraits(classify(item, LEXICON), text);
  const [part, extension] = [partOf(text), extensionOf(text)];
  return {
    ...(cves.length > 0 ? withRating(labels) : labels),
    ...(part && { part }),
    ...(extension !== undefined && { extension }),
  };
}

/** Bugs in the everyday work of every cluster. Naming a statement means little in notes about statements. */
const EVERYDAY =
  /\b(?:auto-?vacuum|concurrent(?:ly)? (?:updat|insert|delet)\w*|in-place updates?|hot (?:chain|update)s?|new connections?|every (?:query|statement|transaction)|any (?:query|insert|update)|b-?tree index(?:es)?|visibility map|multixact|hash aggregation (?:\S+ )?spill\w*|CONCURRENTLY option|(?:CREATE INDEX|REINDEX)[ .]+CONCURRENTLY|catalog corruption|catalog is vacuumed)\b/i;

function withOwnTraits(labels: Labels, text: string): Labels {
  if (labels.impact === null) return labels;
  const others = labels.traits.filter((trait) => trait !== 'everyday' && trait !== 'narrow');
  if (EVERYDAY.test(text)) return { ...labels, traits: inOrder([...others, 'everyday']) };
  const isNarrow = labels.traits.includes('narrow') || isUnexplained(text);
  return { ...labels, traits: inOrder([...others, ...(isNarrow ? (['narrow'] as const) : [])]) };
}

/** True for an item of one short sentence: the community explains what matters, so this is a corner case. */
function isUnexplained(text: string): boolean {
  return text.length < 130 && !/[.:] [A-Z]/.test(text);
}

function inOrder(traits: readonly Trait[]): Trait[] {
  return TRAITS.filter((trait) => traits.includes(trait));
}

/** Labels with a severity for CVEs, which the notes do not rate. */
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
