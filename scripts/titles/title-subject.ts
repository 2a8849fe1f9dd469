import { partsOf } from './vendor-words.ts';

/** Verb that begins an item of upstream notes, before its subject: in `Fix crash in X when …` the subject is X. */

const VERB =
  /^(?:(?:correctly|further|always|also|additionally|set|compute|calculate|pass|mark|initialize|release|acquire|invalidate|flush|validate|reset|require|undo|truncate|shorten|fix|avoid|prevent|ensure|repair|correct|disallow|reject|allow|handle|harden|guard against|be more careful|cope with|detect|remove|add|make|use|do not|don't|properly|restore|improve|teach|disable|enforce|check|report|revert|keep|clean up|protect against|tighten|adjust|re-?allow|restrict|fix up|tolerate|using|honor|update|forbid|trying|re-use|accept|support|consider|recognize|block|stop|include|account for|retry|skip|ignore|throw|show|track|limit|perform|apply|move|change|treat|when|in|during) )+(?:(?:possible|potential|rare|unlikely|some|several|assorted|various|minor|incorrect|wrong|an?|the|that|possibly|unexpected|missing|faulty|improper|bogus|unsafe|undesirable|unnecessary|overly|with|to|for|of|about|failing|failure|having) )*/i;
const EFFECT =
  /^(?:(?:\S+ ){0,2}?(?:crash(?:es)?|leaks?|leakage|failures?|errors?|deadlocks?|hangs?|bugs?|issues?|problems?|race conditions?|core dumps?|corruption|misbehavior|mistakes?|oversights?|dereferences?|overruns?|overreads?|overflows?|hazards?|use-after-free|loops?|behavior|handling|processing) (?:in|of|when|while|with|due to|during|from|for|that|where|on|at|caused by|involving|around|by) )/i;
/** Vague words before the real subject: `a rare scenario where X`. */
const VAGUE =
  /^(?:(?:\S+ ){0,2}?(?:scenarios?|cases?|places|ways|situations?|circumstances|delays|waits?|windows?|order of operations|errors?|messages?) )(?:in which|whereby|where|before|when|while|during|that assumed that|in|for) (?:an? |the )?/i;
/** Quoted statement, which counts as a name. */
const STATEMENT = /“([A-Z][A-Z. ]+)”/g;
const STOP =
  /[,;:(“"]|\.(?=\s|$)|\b(?:when|while|if|that|which|where|whose|due|because|so|after|before|unless|until|instead|rather|since|as|to|is|are|was|were|can|could|may|might|has|have|but|not)\b/;
const DANGLING =
  /(?:[\s.](?:an?|the|of|in|on|for|with|from|during|using|inside|within|into|under|at|its|their|and|or|by|as|to))*[\s.]*$/i;
const [MOST_WORDS, LONGEST] = [8, 60];
/** Longest subject in parts of names: a longer run of the item's words would be a quotation. */
const MOST_PARTS = 10;
/** Last phrase, or last name of a list, which a subject can lack. */
const LAST_PHRASE = /^(.+) (?:of|in|on|for|with|from|during|into|under|at|by|to|and|or)\s.*$/i;

/** Subject of a sentence in at most eight words; null if there is none. */
export function subjectOf(sentence: string): string | null {
  const [head = ''] = sentence.split(/\.(?=\s|$)/, 1);
  const object = head
    .replace(STATEMENT, '$1')
    .replace(VERB, '')
    .replace(EFFECT, '')
    .replace(VAGUE, '')
    .replace(/^(?:(?:an?|the|some|possible) )+/i, '');
  const [phrase = ''] = object.split(STOP, 1);
  const words = phrase.trim().split(/\s+/).slice(0, MOST_WORDS);
  while (words.join(' ').length > LONGEST) words.pop();
  const subject = withoutQuotation(words.join(' ')).replace(DANGLING, '');
  return subject.length < 4 || subject === head ? null : subject;
}

function withoutQuotation(phrase: string): string {
  if (partsOf(phrase).length <= MOST_PARTS) return phrase;
  const shorter = LAST_PHRASE.exec(phrase)?.[1] ?? phrase.split(' ').slice(0, -1).join(' ');
  return withoutQuotation(shorter);
}
