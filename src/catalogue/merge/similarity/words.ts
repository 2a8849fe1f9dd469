/**
 * Normalises the words of release notes, so that two wordings of one bug can be compared: the subject of a bug
 * remains, the structure of its sentence does not. Words keep their order, with the part of the sentence that they come
 * from.
 */
import { normalise, stemOf } from '../../../lexicon/index.ts';
import { REPLACEMENTS, STOP_WORDS, SYNONYMS } from './vocabulary.ts';

/** Role of a word: effect, condition, cause or consequence. */
export type Part = 'main' | 'condition' | 'cause' | 'consequence';

export function isAside(part: Part): boolean {
  return part === 'cause' || part === 'consequence';
}

export interface Word {
  stem: string;
  part: Part;
}

/** Sentences and brackets that refer elsewhere; they differ from page to page and do not describe the bug. */
const REFERENCES: readonly RegExp[] = [
  /https?:\/\/[^\s)]*/gi,
  /\((?:ref\.?\s+)?(?:mysql(?:\s[\d.]+)?\s+|community\s+)*bugs?\b[^)]*\)/gi,
  /^(?:backport\s+(?:of\s+)?)?(?:a\s+fix\s+for\s+)?(?:community\s+)?bug\s*(?:#\s*)?\d+(?:\s*,\s*bug\s*(?:#\s*)?\d+)*(?:\s*[:–-])?/gi,
  /\b(?:community\s+)?bug(?:\s+fix)?\s*(?:#\s*)?\d{5,}/gi,
  /\(fixed in [^)]*\)/gi,
  new RegExp(
    String.raw`(?<=^|[.;,]\s)(?:${[
      ...['for (?:more|further) (?:information|details)', 'for details', 'more information'],
      ...['to learn more', 'thanks to', 'see', 'refer to', 'please (?:see|refer)'],
    ].join('|')})\b[^.]*(?:\.(?!\s|$)[^.]*)*\.?`,
    'gi',
  ),
  /\bif you encounter this issue, contact [^.]*\./gi,
];

const CONDITION = new Set([
  'when',
  'while',
  'if',
  'during',
  'after',
  'upon',
  'once',
  'before',
  'unless',
  'until',
]);
const CAUSE = new Set(['due', 'because']);
const CONSEQUENCE = new Set([
  'lead',
  'leads',
  'leading',
  'resulting',
  'results',
  'potentially',
  'eventually',
]);
const BACK_REFERENCE = new Set(['this', 'it', 'these']);

/** Removes references, e.g. bug numbers and "for more information" sentences. */
export function withoutReferences(text: string): string {
  return REFERENCES.reduce((rest, reference) => rest.replace(reference, ' '), text).trim();
}

/** Normalised content words of a text, in order, with repetitions. */
export function contentWords(text: string): Word[] {
  const words: Word[] = [];
  let part: Part = 'main';
  let isFirstOfSentence = true;
  for (const token of tokens(text)) {
    if (token === '.') {
      isFirstOfSentence = true;
      continue;
    }
    part = partAfter(token, part, isFirstOfSentence, words.length > 0);
    isFirstOfSentence = false;
    if (!STOP_WORDS.has(token)) words.push({ stem: canonical(token), part });
  }
  return words;
}

function partAfter(token: string, part: Part, isFirstOfSentence: boolean, hasBegun: boolean): Part {
  if (CONDITION.has(token)) return 'condition';
  if (!hasBegun) return part;
  if (CAUSE.has(token)) return 'cause';
  if (CONSEQUENCE.has(token)) return 'consequence';
  if (isFirstOfSentence) return BACK_REFERENCE.has(token) ? 'consequence' : 'main';
  return part;
}

/** Lower-case words with the ends of sentences as `.`; expressions of several words are already replaced. */
function tokens(text: string): string[] {
  let line = normalise(withoutReferences(text))
    .replaceAll("'", '')
    .replace(/(\d),(\d{3})\b/g, '$1$2')
    .replace(/(\d) (gb|gib|tb|tib|mb|kb)\b/g, '$1$2')
    .replace(/\bi\/o\b/g, 'io')
    .replaceAll('-', ' ')
    .replace(/\.{2,}/g, ' ')
    .replace(/[.:;](?=\s|$)/g, ' . ')
    .replace(/[^a-z0-9_.]+/g, ' ')
    .replace(/(?<=[a-z0-9])\.(?=\s)|(?<=\s)\.(?=[a-z0-9])/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const [expression, replacement] of REPLACEMENTS) line = line.replace(expression, replacement);
  return line.split(' ').filter((token) => token !== '');
}

function canonical(token: string): string {
  const stem = stemOf(token);
  return SYNONYMS.get(stem) ?? stem;
}
