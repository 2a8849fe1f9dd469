import { firstSentence } from '../../lexicon/index.ts';
import type { Kind } from '../../model/index.ts';
import type { Lexicon } from '../../products/index.ts';
import { byHeading, firstMatch, firstLabelIn, rulesFor, type FoundLabel, type LabelRule } from './rules.ts';
import type { Reading } from './words.ts';

/** Words of a fix, whatever else the bullet contains. */
const REPAIRS = rulesFor<Kind>('fix', [
  /^\W*(?:fix(?:ed|es|ing)?|resolve[sd]|addressed|corrected|reverted)\b/,
  /^\W*(?:backport(?:ed)?\b|bug ?#|bug ?\d{5,}|community bug|mysql bug)/,
  /^(?:added a fix|excluded a community change)\b/,
  /\bby fixing\b|\bfix(?:es|ed)? (?:an?|the|several|multiple|this) (?:\w+ )?(?:issue|bug|problem|defect)s?\b/,
  /\b(?:resolve[sd]?|address(?:es|ed)?|correct(?:s|ed)?) (?:an?|the|this) (?:\w+ )?(?:issue|bug|problem|defect)\b/,
  /\b(?:experiencing|hit|affected by|encounter(?:ed|ing)?) this (?:issue|problem|bug)\b/,
  { when: /\bfix\b/, unless: /\bbug fix\b/ },
  /\bto (?:avoid|prevent) (?:\S+ ){0,2}?(?:restarts?|failovers?|crashes|outages?)\b/,
  new RegExp(
    [
      String.raw`\b(?:advised|encouraged|recommended) to (?:upgrade|update|use this version)\b`,
      String.raw`\bshould (?:upgrade|be updated|consider upgrading)\b`,
    ].join('|'),
  ),
]);

/** A new switch means a feature, even if the text begins as an improvement. */
const SWITCHES = rulesFor<Kind>('feature', [
  /\b(?:feature|optimization) is controlled by\b|\bparameter for this feature is\b/,
  /\bis configurable (?:via|with|by)\b/,
]);

const IMPROVEMENT_VERBS = rulesFor<Kind>('improvement', [
  /^(?:further |performance )?(?:improv|enhanc|optimi[sz]|reduc|increas|extend|accelerat|simplif|strengthen|better\b)/,
]);

/** Removals, deactivations, changes and advice. */
const NOTICES = rulesFor<Kind>('notice', [
  /^(?:removed|removal of|dropped) (?:the )?(?:\S+ ){0,4}?support\b|^removal of\b/,
  /^(?:disabled|restricted|deprecated)\b/,
  /\b(?:is|are|has been|have been) (?:now )?(?:disabled|deprecated|removed|discontinued)\b/,
  /\b(?:is|are) no longer (?:enabled|supported|available|allowed|permitted|included)\b/,
  /\b(?:is|are) not (?:enabled|supported|available) (?:in|on|when|for|with)\b|\bdoes not (?:contain |include )?support\b/,
  /\bis enabled only (?:for|on)\b/,
  /^(?:changed|updated|the|modified)\b.{0,90}\bdefault\b.{0,90}\b(?:from|to|exclude|changed)\b/,
  /\bdefault\b.{0,90}\b(?:has|have) been (?:changed|updated)\b/,
  /^changed (?:the|two|three)\b|\b(?:has|have) been changed (?:to|from)\b/,
  /^to (?:perform|upgrade|use|migrate)\b.*\b(?:refer to|see|first)\b|^to \w+\b.*\byou must\b/,
  /\b(?:operating system|os) (?:upgrade|update) is available\b/,
  /^(?:we (?:strongly )?recommend|you must|note)\b/,
]);

/** Words for named or configurable things. */
const NAMED =
  '(?:parameters?|variables?|metrics?|counters?|keywords?|hints?|statements?|privileges?|users?|functions?|tables?|views?|columns?|procedures?|options?|commands?|types?|roles?|features?|wait events?)';

/** New names or settings for the user. */
const FEATURES = rulesFor<Kind>('feature', [
  /^(?:added|adds?|enabled|introduced|launched|extended|provided)\b.{0,80}?\bsupport\b/,
  /^supports?\b|^(?:amazon )?aurora\b(?:(?!\badded\b).){0,40}\bsupports?\b|\badds support\b/,
  /^launch(?:ed|ing)\b|^(?:an?|two|three|several) new\b/,
  new RegExp(`^(?:added|introduce[sd]|implemented)\\b.{0,60}?\\bnew\\b.{0,60}?\\b${NAMED}\\b`),
  {
    when: new RegExp(`^(?:added|introduced)\\b.{0,30}?\\b(?:the|an?|two|three) (?:\\S+ ){0,4}?${NAMED}\\b`),
    unless: /^added (?:the )?(?:ability|capability)\b/,
  },
  /^added (?:the )?(?:ability|capability|option)\b.{0,60}\b(?:parameter|variable|setting)\b/,
  new RegExp(`\\b${NAMED} (?:were|was|have been|has been) added\\b|\\b(?:have|has) been added to\\b`),
  /\b(?:you|customers|users) can now\b|\bnow,? (?:you|customers|users) can\b/,
  /\bstarting with\b.{0,40}\byou can\b|\bwith this release, you can\b/,
  /\bnow (?:also )?supports?\b|\bnow allows?\b/,
  /\b(?:is|are) now (?:also )?(?:supported|available)\b|\bgenerally available\b|\bis available\b/,
]);

/** Existing behaviour, faster, cheaper or clearer. */
const IMPROVEMENTS = rulesFor<Kind>('improvement', [
  /^(?:made|added|introduced|enabled|included?|includes)\b/,
  /\b(?:has|have) been (?:improved|enhanced|optimi[sz]ed|extended|increased|reduced)\b/,
  /\b(?:was|were|has been|have been) (?:upgraded|updated) to\b|\bhas updated\b/,
  new RegExp(
    [
      String.raw`\bnow (?:has|implements?|shows?|uses?|recreates?|close|closes|returns?|resets?|works|writes)\b`,
      ...[String.raw`\bcan now\b`, String.raw`\b(?:is|are) now \w+ed\b`],
    ].join('|'),
  ),
  /\bpreviously,|\bimprov(?:e|es|ed|ing|ements?)\b/,
  /^(?:automatically|updated|upgraded|masked|excluded?)\b/,
]);

/** Words for an error, in a bullet that states neither a fix nor a novelty. */
const ERROR_WORDS = rulesFor<Kind>('fix', [
  /\b(?:cause[sd]?|causing|led to|leads? to|result(?:s|ed|ing)? in|crash(?:es|ed)?|assert(?:ion|ed)?|server exit|leak)\b/,
  /\b(?:fail(?:s|ed|ures?)?|incorrect(?:ly)?|wrong(?:ly)?|unable|unexpected(?:ly)?|unnecessar(?:y|ily)|missing)\b/,
  /\b(?:could not|not possible|deadlocks?|stalls?|not (?:freed|released|handled|honored))\b/,
  /\(\W{0,5}(?:\w+ ){0,5}bugs? ?#\d{5,}/,
  /\bavoids?\b[^.]*\b(?:restart|failover|crash)\b/,
]);

const CHANGES: readonly LabelRule<Kind>[] = [...IMPROVEMENT_VERBS, ...NOTICES, ...FEATURES, ...IMPROVEMENTS];

const UPSTREAM_HEADING = /\bintegration of mysql\b|\bmysql bug fixes\b/;
/** Known issues and limitations of a release, which it does not fix. */
const KNOWN_ISSUES = /\b(?:known (?:issues?|limitations?)|limitations|unsupported features?)\b/;
/** Heading of new features, also for a part of the product: "Babelfish: New features". */
const NEWS = /^(?:[\w ]+: )?(?:new )?features?\b|^release highlights?\b/;
/** "Smart thing - what it does": announcements of new features on early pages. */
const ANNOUNCEMENT = /^[a-z][\w ()/]{2,60} - |^(?:introduced|enabled) (?!an? )/;

/**
 * Kind of a bullet, decided by its words and not by its heading: first the opening sentence, then the others. If no words
 * decide, a bare name under "New features" is a novelty; elsewhere it is part of a list that another bullet introduces,
 * and must not become a bug of its own.
 */
export function kindOf({ section, text }: Reading, lexicon: Lexicon | null = null): FoundLabel<Kind> {
  if (UPSTREAM_HEADING.test(section)) return byHeading('fix', section);
  if (KNOWN_ISSUES.test(section)) return byHeading('notice', section);
  const isNews = NEWS.test(section);
  if (isNews && ANNOUNCEMENT.test(text)) return byHeading('feature', section);
  const opening = firstSentence(text);
  return (
    firstLabelIn(lexicon?.kinds, text) ??
    firstMatch(REPAIRS, text) ??
    firstMatch(SWITCHES, text) ??
    firstMatch(CHANGES, opening) ??
    firstMatch(CHANGES, text) ??
    firstMatch(ERROR_WORDS, text) ??
    (isNews ? byHeading('feature', section) : { label: 'notice', because: 'nothing that was broken' })
  );
}
