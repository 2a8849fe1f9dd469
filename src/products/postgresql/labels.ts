import { TRAITS, type Feature, type Labels, type Trait } from '../../model/index.ts';
import { firstSentence } from '../../lexicon/index.ts';
import { NOTICE_LABELS } from '../notice-labels.ts';
import type { Classify, RawItem } from '../source.ts';
import { LEXICON } from './lexicon/index.ts';
import { MAJOR_CHANGES } from './notes/release.ts';
import { extensionOf, isOfServerAndExtension, partOf } from './parts.ts';

/** Labels of an item of the community's notes. */
export function labelsOf(classify: Classify, item: RawItem): Labels {
  const { section, text, cves } = item;
  if (section === 'Migration') return { ...NOTICE_LABELS, why: ['kind notice: heading "migration"'] };
  if (section === MAJOR_CHANGES)
    return { ...NOTICE_LABELS, kind: 'feature', why: ['kind feature: a new major version'] };
  const labels = classify(item, LEXICON);
  const [part, extension] = [partOf(text), extensionOf(text)];
  const rated = cves.length > 0 ? withRating(labels) : withOwnTraits(labels, text);
  return {
    ...rated,
    ...(isOfServerAndExtension(text) && rated.needs.length > 0 && { needs: [rated.needs.flat()] }),
    ...(part && { part }),
    ...(extension !== undefined && { extension }),
  };
}

/** Bugs in the everyday work of every cluster. Naming a statement means little in notes about statements. */
const EVERYDAY =
  /\b(?:auto-?vacuum|concurrent(?:ly)? (?:updat|insert|delet)\w*|in-place updates?|hot (?:chain|update)s?|new connections?|every (?:query|statement|transaction)|any (?:query|insert|update)|b-?tree index(?:es)?|visibility map|multixact|hash aggregation (?:\S+ )?spill\w*|CONCURRENTLY option|(?:CREATE INDEX|REINDEX)[ .]+CONCURRENTLY|catalog corruption|catalog is vacuumed)\b/i;

/** Features that few applications use, whatever else happens at the same time. */
const SELDOM = /\bMERGE\b|\bEXPLAIN\b|\bserializab(?:le|ility)\b/i;
/** Work that the notes ask for after the update. */
const REPAIR =
  /\b(?:re-?index(?:ing)?\b[^.]{0,60}\b(?:is advisable|is recommended|should repair|suffice)|(?:advisable|recommend(?:ed)?|require|should|users|need to) (?:\S+ ){0,2}?(?:re-?index(?:ed|ing)?|rebuilt)|be (?:repaired by re-?indexing|rebuilt after)|(?:drop and re-?create|should re-?create|re-add the constraint)|recommended fix\b[^.]*\bmanual|short of REINDEX|can be repaired \(after)\b/i;
/** Damage in what is stored, unlike a wrong answer to one query. */
const DAMAGE =
  /\b(?:(?:index|data|catalog|table|page|toast)\w* (?:file )?(?:corruption|loss|damage)|corrupt(?:ed|ion)? (?:of )?(?:\S+ ){0,2}?(?:index|table|data|catalog|chain|sequence)|lose data|updates? (?:may |might |could )?(?:be |being )lost|failure to (?:fully )?enforce|fail(?:s|ed|ing)? to (?:fully )?enforce|missing foreign-key)/i;
/** Damage that was there before, or that hardware does. */
const OF_OTHERS = /\b(?:against|of|with|contains?|detect\w*|due to|already) (?:\S+ )?corrupt/i;

function withOwnTraits(labels: Labels, text: string): Labels {
  const { impact, traits } = labels;
  if (impact === null) return labels;
  const isEveryday = EVERYDAY.test(text) && !SELDOM.test(text);
  // A failing function is one form of a statement.
  const isNarrow =
    !isEveryday &&
    (traits.includes('narrow') ||
      impact === 'functionality' ||
      isUnexplained(text) ||
      isWrongResultOfOne(impact, text) ||
      SELDOM.test(text));
  const isRare = isNarrow || traits.some((trait) => trait === 'rare' || trait === 'privileged');
  const isDamage =
    REPAIR.test(text) || (impact === 'data' && !isRare && DAMAGE.test(text) && !OF_OTHERS.test(text));
  const own: Partial<Record<Trait, boolean>> = { everyday: isEveryday, narrow: isNarrow, damage: isDamage };
  return { ...labels, traits: TRAITS.filter((trait) => own[trait] ?? traits.includes(trait)) };
}

/** True for a wrong result of one function that statements call. */
function isWrongResultOfOne(impact: Labels['impact'], text: string): boolean {
  const head = firstSentence(text);
  return impact === 'data' && /\b[a-z]\w*\(\)/.test(head) && !DAMAGE.test(text);
}

/** True for an item of one short sentence: the community explains what matters, so this is a corner case. */
function isUnexplained(text: string): boolean {
  return text.length < 130 && !/[.:] [A-Z]/.test(text);
}

/** Features that an attacker finds only where somebody set them up, unlike statements and values. */
const SET_UP: ReadonlySet<Feature> = new Set<Feature>([
  'logical-replication',
  'extensions',
  'foreign-data-wrappers',
  'kerberos',
  'ssl-tls',
  'upgrade',
]);

/** Labels of a CVE, which the notes do not rate, and whose statements and values an attacker chooses. */
function withRating(labels: Labels): Labels {
  const others = labels.consequences.filter((impact) => impact !== 'security' && impact !== 'functionality');
  const why = labels.why.filter((reason) => !/^(?:kind|impact|severity) /.test(reason));
  return {
    ...labels,
    kind: 'fix',
    impact: 'security',
    severity: 'unrated',
    needs: labels.needs.filter((either) => either.every((feature) => SET_UP.has(feature))),
    traits: labels.traits.filter((trait) => trait !== 'narrow' && trait !== 'everyday'),
    consequences: ['security', ...others],
    why: ['kind fix: "CVE"', 'impact security: "CVE"', 'severity unrated: "CVE"', ...why],
  };
}
