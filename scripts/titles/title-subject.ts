import { partsOf } from './vendor-words.ts';

/** Verbs that begin an item of upstream notes, before its subject: in `Fix crash in X when …` the subject is X. */
const VERBS = anyOf(`
  correctly | further | always | also | additionally | set | compute | calculate | pass | mark |
  initialize | release | acquire | invalidate | flush | validate | reset | require | undo | truncate |
  shorten | fix | avoid | prevent | ensure | repair | correct | disallow | reject | allow | handle |
  harden | guard against | be more careful | cope with | detect | remove | add | make | use | do not |
  don't | properly | restore | improve | teach | disable | enforce | check | report | revert | keep |
  clean up | protect against | tighten | adjust | re-?allow | restrict | fix up | tolerate | using | honor
  | update | forbid | trying | re-use | accept | support | consider | recognize | block | stop | include |
  account for | retry | skip | ignore | throw | show | track | limit | perform | apply | move | change |
  treat | when | in | during
`);
/** Words between such a verb and the subject. */
const FILLERS = anyOf(`
  possible | potential | rare | unlikely | some | several | assorted | various | minor | incorrect | wrong
  | an? | the | that | possibly | unexpected | missing | faulty | improper | bogus | unsafe | undesirable
  | unnecessary | overly | with | to | for | of | about | failing | failure | having
`);
/** Effects before one of the links and the subject: `crash in X`. */
const EFFECTS = anyOf(`
  crash(?:es)? | leaks? | leakage | failures? | errors? | deadlocks? | hangs? | bugs? | issues? |
  problems? | race conditions? | core dumps? | corruption | misbehavior | mistakes? | oversights? |
  dereferences? | overruns? | overreads? | overflows? | hazards? | use-after-free | loops? | behavior |
  handling | processing
`);
/** Links from an effect to its subject. */
const LINKS = anyOf(`
  in | of | when | while | with | due to | during | from | for | that | where | on | at | caused by |
  involving | around | by
`);
/** Vague nouns before the real subject: `a rare scenario where X`. */
const VAGUE_NOUNS = anyOf(`
  scenarios? | cases? | places | ways | situations? | circumstances | delays | waits? | windows? |
  order of operations | errors? | messages?
`);
/** Links from a vague noun to the subject. */
const VAGUE_LINKS = anyOf(`
  in which | whereby | where | before | when | while | during | that assumed that | in | for
`);
/** Words that end a subject. */
const STOP_WORDS = anyOf(`
  when | while | if | that | which | where | whose | due | because | so | after | before | unless | until
  | instead | rather | since | as | to | is | are | was | were | can | could | may | might | has | have |
  but | not
`);
/** Words with which no subject may end. */
const DANGLING_WORDS = anyOf(`
  an? | the | of | in | on | for | with | from | during | using | inside | within | into | under | at |
  its | their | and | or | by | as | to
`);
/** Words that begin the last phrase, or the last name of a list, which a subject can lack. */
const CONNECTIVES = anyOf(`
  of | in | on | for | with | from | during | into | under | at | by | to | and | or
`);

const LEADING_VERBS = new RegExp(`^(?:${VERBS} )+(?:${FILLERS} )*`, 'i');
const LEADING_EFFECT = new RegExp(String.raw`^(?:(?:\S+ ){0,2}?${EFFECTS} ${LINKS} )`, 'i');
const LEADING_VAGUE_NOUN = new RegExp(
  String.raw`^(?:(?:\S+ ){0,2}?${VAGUE_NOUNS} )${VAGUE_LINKS} (?:an? |the )?`,
  'i',
);
/** Link that remains before the subject: `when X`, `could cause failure to X`. */
const LEADING_LINK =
  /^(?:when|while|if|(?:could|can|might) (?:cause|lead to|result in)(?: failures? (?:to|of|in))?) /i;
/** Quoted statement, which counts as a name. */
const STATEMENT = /“([A-Z][A-Z. ]+)”/g;
const STOP = new RegExp(String.raw`[,;:(“"]|\.(?=\s|$)|\b${STOP_WORDS}\b`);
const DANGLING = new RegExp(String.raw`(?:[\s.]${DANGLING_WORDS})*[\s.]*$`, 'i');
const LAST_PHRASE = new RegExp(String.raw`^(.+) ${CONNECTIVES}\s.*$`, 'i');
const [MAX_WORDS, MAX_LENGTH] = [8, 60];
/** Maximum number of words, if parts of names count as words: a longer run of the item's words would be a quotation. */
const MAX_PARTS = 10;

/** Subject of a sentence in at most eight words; null if there is none. */
export function subjectOf(sentence: string): string | null {
  const [head = ''] = sentence.split(/\.(?=\s|$)/, 1);
  const object = head
    .replace(STATEMENT, '$1')
    .replace(LEADING_VERBS, '')
    .replace(LEADING_EFFECT, '')
    .replace(LEADING_VAGUE_NOUN, '')
    .replace(LEADING_LINK, '')
    .replace(/^(?:(?:an?|the|some|possible) )+/i, '');
  const [phrase = ''] = object.split(STOP, 1);
  const kept = phrase.trim().split(/\s+/).slice(0, MAX_WORDS);
  while (kept.join(' ').length > MAX_LENGTH) kept.pop();
  const subject = withoutQuotation(kept.join(' ')).replace(DANGLING, '');
  return subject.length < 4 || subject === head ? null : subject;
}

/** The subject, and its beginnings without the last phrases, the longest first. */
export function beginningsOf(subject: string): string[] {
  const shorter = LAST_PHRASE.exec(subject)?.[1];
  return shorter === undefined ? [subject] : [subject, ...beginningsOf(shorter)];
}

function withoutQuotation(phrase: string): string {
  if (partsOf(phrase).length <= MAX_PARTS) return phrase;
  const shorter = LAST_PHRASE.exec(phrase)?.[1] ?? phrase.split(' ').slice(0, -1).join(' ');
  return withoutQuotation(shorter);
}

/** Pattern for any of some words, which are separated by ` | `. Words may contain patterns. */
function anyOf(list: string): string {
  return `(?:${list
    .trim()
    .split(/\s*\|\s*/)
    .join('|')})`;
}
