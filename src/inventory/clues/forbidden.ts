import { wordsPattern } from '../../model/index.ts';
import type { Passage } from './passages.ts';

// A sentence that names a remedy recommends it, unless it forbids or doubts the remedy, or only plans it.

const NEGATIONS = wordsPattern([
  String.raw`never|not|cannot|avoid\w*|without|forb[ia]d\w*|prohibit\w*|ban(?:s|ned)?|refrain\w*`,
  'stop(?:ped)? using|instead of|rather than|no longer|deprecated|obsolete',
]);
const FORBIDDEN_BEFORE = new RegExp(String.raw`${NEGATIONS.source}|n[’']t\b`, 'gi');
/** Phrases that look like a negation but recommend. */
const URGED_AFTER_NEGATION = /^(?:not|never|n[’']t)\s+(?:only|hesitate|forget|wait|fail|be afraid)\b/i;

/** Verbs of an imperative after `and` or `then`; after a comma, some more. */
const IMPERATIVES = 'run|use|execute|call|suspend|put|set|switch|change|detach';
const IMPERATIVES_AFTER_COMMA = 'run|use|execute|call|issue|type|suspend|put|set|switch|change|detach';
/** A new clause with an imperative of its own. */
const NEW_CLAUSE = new RegExp(
  [
    String.raw`[;:—–]|\bbut\b`,
    String.raw`,\s*(?:(?:then|instead|rather|just|please|first|but|and)\s+)*(?:$|(?:${IMPERATIVES_AFTER_COMMA})\b)`,
    String.raw`\b(?:instead|and|then)\s+(?:$|(?:${IMPERATIVES})\b)`,
  ].join('|'),
  'i',
);

/** Words after a form of "be" that forbid or doubt. */
const FORBIDDING_ADJECTIVES = [
  'forbidden|prohibited|banned|disallowed|deprecated|obsolete|dangerous|off[- ]limits',
  'not (?:allowed|permitted|an option|a remedy|recommended|documented)',
].join('|');
const FORBIDDEN_AFTER = new RegExp(
  [
    String.raw`\b(?:is|are|was|were|be|being|been)\b[^.;]{0,24}\b(?:${FORBIDDING_ADJECTIVES})`,
    String.raw`\b(?:must|should|may|can)(?:\s*not|n[’']t)\b|\bcannot\b`,
    String.raw`\bdo(?:es)?(?:\s+not|n[’']t)\s+(?:help|work|stop)|\bhas no effect|\bno longer\b`,
    String.raw`\b(?:forbidden|prohibited|never|not (?:allowed|permitted|recommended))\b`,
    '❌|🚫',
  ].join('|'),
  'i',
);
const FORBIDDING_TITLE = new RegExp(
  [
    String.raw`\b(?:do not|don[’']t|never|forbidden|prohibited|anti-?patterns?|not allowed|avoid)\b`,
    '禁止|厳禁|(?:やって|して)は(?:いけない|ならない|ダメ|だめ)|しないこと|(?<![A-Za-z])NG(?![A-Za-z])',
  ].join('|'),
  'i',
);
const FORBIDDING_TITLE_BEFORE =
  /(?:禁止|厳禁|(?<![A-Za-z])NG|(?:やって|して)は(?:いけない|ならない|ダメ)|避ける)[^。]{0,10}[:：]/;
const FORBIDDEN_AFTER_JAPANESE = new RegExp(
  [
    '禁止|厳禁|禁じ|不可|使わな|使用しな|実行しな|行わな|(?<!忘れ)しないこと|しないで|しない(?:ように|で|。|$)',
    '(?:ては|では)(?:いけ|なら|ダメ|だめ|駄目)|避け|やめ(?!る前)|使うな|するな|(?<![A-Za-z])NG(?![A-Za-z])',
    '廃止|非推奨|(?<!でき)できません|できない|認められ|許可されて(?:い)?(?:ない|ません)',
    '効果(?:が|は)?(?:ない|ありません)|しません|未定|検討中',
  ].join('|'),
);
/** A question or a plan is no recommendation. */
const QUESTION_OR_PLAN = /[?？]\s*$|でしょうか|ますか|\b(?:TODO|FIXME|TBD)\b/;
const POINTS_BACK = /^\s*(?:⚠️?\s*)?(?:this|that|these|the above|上記|この|これ)/i;
const POINTS_ON = /[:：]\s*$|\b(?:this|these|following|below)\b|次の|以下|下記|この/i;

/**
 * True if a passage, or the text around it, forbids the remedy that it names.
 * @param at offset of the remedy in the passage
 */
export function isForbidden(
  passage: Passage,
  at: number,
  length: number,
  next: Passage | undefined,
): boolean {
  const { text, heading, lead } = passage;
  if (QUESTION_OR_PLAN.test(text) || FORBIDDING_TITLE.test(heading)) return true;
  if (isForbiddenAt(text, at, at + length)) return true;
  if (POINTS_ON.test(lead) && isForbiddenByLead(lead)) return true;
  return next !== undefined && POINTS_BACK.test(next.text) && isForbiddenAt(next.text, 0, 0);
}

function isForbiddenByLead(lead: string): boolean {
  const sentence = lead.replace(/[:：]\s*$/, '');
  return isForbiddenAt(sentence, lead.length, lead.length) || FORBIDDEN_AFTER_JAPANESE.test(lead);
}

function isForbiddenAt(text: string, start: number, end: number): boolean {
  const before = text.slice(0, start);
  for (const match of before.matchAll(FORBIDDEN_BEFORE)) {
    const between = before.slice(match.index + match[0].length);
    if (URGED_AFTER_NEGATION.test(before.slice(match.index)) || NEW_CLAUSE.test(between)) continue;
    return true;
  }
  if (FORBIDDING_TITLE_BEFORE.test(before)) return true;
  const after = text.slice(end);
  return (
    FORBIDDEN_AFTER.test(restOfClause(after)) || FORBIDDEN_AFTER_JAPANESE.test(restOfJapaneseClause(after))
  );
}

/** Beginning of a clause whose negation does not concern the words before. */
const LATER_CLAUSE = new RegExp(
  [
    String.raw`;|,\s+(?:and|but|then|never|do not|don[’']t)\b|\band (?:never|do not|don[’']t)\b`,
    String.raw`\buntil\b|\bbefore\b|\bso that\b`,
  ].join('|'),
  'i',
);

/** Text up to the next clause: a later negation applies to something else. */
function restOfClause(after: string): string {
  return after.split(LATER_CLAUSE)[0] ?? after;
}

/** A topic continues after a comma; a verb in its connecting form ends there. */
function restOfJapaneseClause(after: string): string {
  if (/^[`」』"'）)]*\s*(?:は|の(?:使用|実行|利用)|を使うこと)/.test(after)) return after;
  return after.split(/[、，]|(?:して|し)(?=から)/)[0] ?? after;
}
