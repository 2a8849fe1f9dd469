import { LIST_SEPARATOR, featureName, inBrackets, say, type Language } from '../../src/l10n/index.ts';
import { plural } from '../../src/l10n/say.ts';
import type { KnownBug } from '../../src/model/index.ts';
import { productOf } from '../../src/products/index.ts';
import { beginningsOf, subjectOf } from './title-subject.ts';
import { EFFECTS, GENERAL_SUBJECTS, WORST, type Words } from './title-words.ts';

const MAX_LENGTH = 90;
const MAX_NAMES = 3;
/** Statements, functions, views, types, drivers: facts that a title may quote. A statement of several words is one name. */
const NAMES = new RegExp(
  [
    String.raw`\B\.NET\b`,
    String.raw`(?<![A-Z] )\b[A-Z][A-Z_]+(?: [A-Z][A-Z_]+){1,3}\b(?! [A-Z]{2})`,
    String.raw`\b(?:sys|information_schema\w*|mysql|pg_catalog)\.\w+`,
    String.raw`@@\w+`,
    String.raw`\b\w+(?=\(\))`,
    String.raw`\b[A-Z][A-Z_\d]{2,}\b`,
    String.raw`\b[a-z]+(?:_[a-z\d]+)+\b`,
    String.raw`\b(?:JDBC|ODBC|py(?:odbc|ODBC)|Hibernate|SqlBulkCopy|psql|PostGIS|pgvector)\b`,
  ].join('|'),
  'g',
);
/** Words in capitals that name no statement. */
const NO_NAMES: ReadonlySet<string> = new Set(
  'ERROR FATAL PANIC BUG SQL AWS THE NULL NOT AND OR API RDS CPU DDL DML DB GUC LTS TSQL T-SQL MVU OOM ZDP ZDR'.split(
    ' ',
  ),
);
/** Message of the server, in quotes or after a colon. */
const MESSAGE =
  /\b(?:error|message|FATAL|PANIC)\b[^.“"'‘:]{0,40}[:“"'‘]{1,3}\s*([\w][^“”"’‘:;()]{5,48}?)(?=[.”"’:;(]|$)/i;
/** Circumstance in a sentence, a few words long. */
const CIRCUMSTANCE =
  /\b((?:when|while|during|after|if|due to|because of|caused by|under) (?:\S+ ){1,5}?\S+?)(?=[.,;:(]|$| (?:and|which|that|can|could|may|might|causing|leading|resulting)\b)/;
/** Quoted message as the community writes it: `“no relation entry for relid” errors`. */
const QUOTED = /“([^“”]{8,56})” (?:errors?|failures?|messages?|warnings?|complaints?)\b/;
const ERROR_NUMBER = /\berrors? (?:message |code )?#?(\d{3,5})\b/i;

/** Title composed of names, effects and labels, for a bug without a title in our own words. */
export function composeTitle(bug: KnownBug): { title: string; titleIn?: { ja: string } } {
  const { cves } = bug;
  const [cve] = cves;
  if (cve !== undefined) {
    const more = cves.length - 1;
    return more === 0
      ? { title: cve }
      : { title: `${cve} and ${plural(more, 'more CVE')}`, titleIn: { ja: `${cve} ほか ${more} 件の CVE` } };
  }
  return { title: titleIn('en', bug), titleIn: { ja: titleIn('ja', bug) } };
}

/**
 * Parts of a title: subject, effect and features, as in "LEFT OUTER JOIN, views: fails (“Internal error”)
 * (Babelfish)". English titles without a subject begin with the circumstance.
 */
function titleIn(language: Language, bug: KnownBug): string {
  const { impact, features, text } = bug;
  const sentence = text ?? '';
  const and = LIST_SEPARATOR[language];
  const names = namesIn(sentence);
  const generalSubjects = GENERAL_SUBJECTS.filter(({ when }) => when.test(sentence)).map(
    ({ words }) => words[language],
  );
  // Items of upstream notes begin with the part that was fixed.
  const subject = bug.commits === undefined ? null : subjectOf(sentence);
  const subjects = [...names, ...generalSubjects].slice(0, MAX_NAMES);
  const abouts =
    subject === null
      ? [subjects.length, 2, 1].map((count) => subjects.slice(0, count).join(and))
      : beginningsOf(subject);
  const circumstance = language === 'en' && names.length === 0 ? CIRCUMSTANCE.exec(sentence)?.[1] : undefined;
  const effect = effectOf(sentence, impact)[language];
  const named = features.map((feature) => say(featureName(feature), language));
  // Variants from the most to the least complete: further features are dropped first, then the circumstance, then the
  // subject.
  const variants = [...abouts, ''].flatMap((about) =>
    [[effect, outside(about, circumstance)].join(' ').trimEnd(), effect].flatMap((happens) =>
      [named.length, 2, 1, 0].map((others) => {
        const what = capitalised(about === '' ? happens : `${about}: ${happens}`);
        const rest = named
          .slice(0, others)
          .filter((name) => !what.toLowerCase().includes(name.toLowerCase()));
        return (
          what + (rest.length === 0 ? '' : inBrackets(rest.join(and), language)) + communityBug(bug, and)
        );
      }),
    ),
  );
  return variants.find((words) => words.length <= MAX_LENGTH) ?? capitalised(WORST[impact][language]);
}

/** Circumstance, unless it contains what the title is about. */
function outside(about: string, circumstance = ''): string {
  return about !== '' && circumstance.includes(about) ? '' : circumstance;
}

function communityBug({ product, communityBugs: [number] }: KnownBug, and: string): string {
  const { community } = productOf(product);
  return community === null || number === undefined ? '' : `${and}${community.name} bug ${number}`;
}

/** Names in a sentence, without those that are part of a longer one. */
function namesIn(sentence: string): string[] {
  const found = [...new Set(sentence.match(NAMES))].filter((name) => !NO_NAMES.has(name));
  return found.filter((name) => !found.some((other) => other !== name && other.includes(name)));
}

function effectOf(sentence: string, impact: KnownBug['impact']): Words {
  const { words } = EFFECTS.find(({ when, of }) => of?.includes(impact) === true && when.test(sentence)) ??
    EFFECTS.find(({ when, of }) => of === undefined && when.test(sentence)) ?? { words: WORST[impact] };
  const number = ERROR_NUMBER.exec(sentence)?.[1];
  const message = (QUOTED.exec(sentence) ?? MESSAGE.exec(sentence))?.[1]?.trim();
  const quoted = message ?? (number === undefined ? null : `error ${number}`);
  return quoted === null ? words : { en: `${words.en} (“${quoted}”)`, ja: `${words.ja}（「${quoted}」）` };
}

function capitalised(words: string): string {
  return /^[a-z]+(?:[ :,-]|$)/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words;
}
