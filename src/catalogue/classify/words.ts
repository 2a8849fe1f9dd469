import { normalise } from '../../lexicon/index.ts';
import type { RawItem } from '../../products/index.ts';

/** A bullet, prepared for the rules: in lower case, with plain quotes and single blanks. */
export interface Reading {
  /** Heading above the bullet, without its colon. */
  section: string;
  /** Words of the bullet, without addresses and references to other documentation. */
  text: string;
  /** Effects: the text without the circumstances ("when …", "during …", "due to …"). */
  claims: string;
}

/** Sentences that refer elsewhere, give instructions, or date a setting's change. */
const POINTERS: readonly RegExp[] = [
  /^for (?:more|additional|further|general|a full|a complete|information|details|the list|(?:a )?(?:full )?description)\b/,
  /^(?:see|refer to|learn more|to learn more|more information|more details|additional information)\b/,
  /^(?:the )?(?:details|information) (?:about|on|of|for)\b.*\b(?:can be|is) found\b/,
  /^if you encounter\b.*\bcontact\b/,
  /\bwe (?:strongly )?(?:recommend|advise|suggest)\b/,
  /^(?:with|after|prior to) this fix\b|^as a workaround\b|^to work around\b/,
  /^(?:for|in) (?:earlier|previous|older) versions\b/,
  new RegExp(
    String.raw`^(?:this|the) (?:${[
      ...['feature', 'improvement', 'enhancement', 'optimization', 'setting'],
      '[a-z -]{1,40} cache',
    ].join('|')}) is (?:also )?(?:enabled|turned on)\b.*\bwhen\b`,
  ),
];

/** A sentence that only names circumstances. */
const CONDITION =
  /(?<=^|[.!?)"] )(?:this|the|it)(?: (?:issue|problem|bug|behavior))? (?:(?:can|could|may|might|only|also|mainly|will) )*(?:occurs?|occurred|happens?|affects?|affected|is (?:more likely|limited)|applies)\b[^.]*/g;

const OPENS = new RegExp(
  [
    ...['when', 'while', 'whenever', 'during', 'after', '(?<!the )following', 'until'],
    ...['upon', 'once', 'before', 'unless', 'if', 'due to', 'because(?: of)?', 'caused by'],
    ...['as a result of', 'across', 'on (?:restart|startup)'],
  ].join('|'),
).source;
/** Boundary between circumstances and effects in a sentence. */
const CIRCUMSTANCE_END = new RegExp(
  String.raw`[,;:.]|\b(?:${[
    ...['can', 'could', 'may', 'might', 'will', 'would', 'cause[sd]?', 'causing', 'leads?'],
    ...['leading', 'led', 'results?', 'resulting', 'resulted', 'triggers?', 'which', 'that'],
    ...['but', 'and (?:results?|causes?|leads?)'],
  ].join('|')})\b`,
).source;
const CIRCUMSTANCES = new RegExp(`\\b(?:${OPENS})\\b(?:(?!${CIRCUMSTANCE_END}).)*`, 'g');

/** Prepares a bullet for the rules. */
export function readItem(item: RawItem): Reading {
  const text = plain(item.text)
    .split(/(?<=[.!?)"])\s+(?=[a-z"'[(])/)
    .filter((sentence) => !POINTERS.some((pointer) => pointer.test(sentence)))
    .join(' ');
  return {
    section: plain(item.section).replace(/:$/, ''),
    text,
    claims: text
      .replace(/\bzero[- ]downtime[- ]/g, 'zdp ')
      .replace(CONDITION, ' … ')
      .replace(CIRCUMSTANCES, ' … '),
  };
}

/** Replaces the full stop inside version numbers, so that a rule's `[^.]` reaches to the end of the sentence. */
const POINT = '․';

function plain(text: string): string {
  return normalise(text)
    .replace(/(?:\(\s{0,3})?https?:\/\/[^\s)]*(?:\s{0,3}\))?/g, ' ')
    .replace(/\bdead[ -]?latch/g, 'deadlatch')
    .replace(/(?<=[a-z])\.(?=[a-z])|\.{2,}/g, ' ')
    .replace(/(?<=\d)\.(?=[\dx*])/g, POINT)
    .replace(/\s+/g, ' ')
    .trim();
}

/** Words of a reading as in the bullet, except for case. */
export function originalWording(words: string): string {
  return words.replaceAll(POINT, '.');
}
