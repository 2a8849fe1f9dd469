import { normalise } from './normalise.ts';
import { stemOf } from './stem.ts';

/** Word of a text. */
export interface Token {
  stem: string;
  raw: string;
  /** Characters of the text, from and to. */
  start: number;
  end: number;
  /** Number of the word in the text; parts of a name share the number of the name. */
  place: number;
  /** True for a part of a name: `slow` in `slow_log`. */
  isPart: boolean;
}

/** Words that are no evidence of a bug: grammar, courtesy, words of every question, and prefixes of log lines. */
const NOISE = new Set(
  `a about all also although always am an and any app application are as at aurora aws amazon be because been but by
  case cause caused com customer database db did do does doing don driver due dba each engine err errno error errors
  etc even ever every exception experience fatal few fine for found from get gets getting go got had happen happens
  has have he help here hi how i if in info into is issue issues it its java just know last let like ll log look looks
  main many may me might mine more most my mysql mysqld need no none not note now of ok on one only or org other our out
  over own per php please postgres postgresql postmaster problem production prod quite re really run running same sb
  say see seen server service shows since so some somebody someone something sometimes sqlstate still such suddenly
  sure t than thanks that the their them then there these they thing this those though through to today try trying too
  two under until up upon us use used user users using ve very via was we week went were what when where whether which
  while who whole why will with within without would yes yesterday you your severity detail warning context statement
  hint code name names number line near module file pdo pdoexception pymysql psycopg2 cj jdbc sqlexception
  operationalerror py rb go js version new old night morning hour minute second day again after before during only
  right once between against fail fails failed failing failure cannot unable come comes take takes took taking make
  work works working host user table tables query queries time times call called add added read reading find`.split(
    /\s+/,
  ),
);

export function isNoise(stem: string, raw: string): boolean {
  return raw.length < 2 || NOISE.has(raw) || NOISE.has(stem) || /^\d+(?:\.\d+)*$/.test(raw);
}

/** Words of a text in order: names whole and in parts, numbers with their units. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const words = wordsIn(text);
  let place = 0;
  for (let at = 0; at < words.length;) {
    const count = wordsInOne(words, at, text);
    const [first, last] = [words[at], words[at + count - 1]];
    at += count;
    if (first === undefined || last === undefined) break;
    const { index: start } = first;
    const { end } = last;
    const found = count === 1 ? first.word : text.slice(start, end);
    const raw = partsOf(found.toLowerCase().replace(/[\s#]/g, ''), '_').join('_');
    if (raw === '') continue;
    place++;
    tokens.push({ stem: stemOf(raw), raw, start, end, place, isPart: false });
    const parts = found.includes('_') ? partsOf(found, '_') : found.split(/(?<=[a-z])(?=[A-Z])/);
    if (parts.length < 2) continue;
    for (const part of parts.map((each) => each.toLowerCase())) {
      if (part.length < 2) continue;
      tokens.push({ stem: stemOf(part), raw: part, start, end, place: place++, isPart: true });
    }
  }
  return tokens;
}

/** Word of a text with the characters that it stands for. */
interface Written {
  word: string;
  index: number;
  end: number;
}

/** Words of a text; a contraction is two: `does` and `not`. */
function wordsIn(text: string): Written[] {
  return [...text.matchAll(/\w+(?:'t\b)?/gi)].flatMap(({ 0: found, index }) =>
    (found.includes("'") ? normalise(found).split(/\W+/) : [found]).map((word) => ({
      word,
      index,
      end: index + found.length,
    })),
  );
}

function partsOf(name: string, separator: string): string[] {
  return name.split(separator).filter((part) => part !== '');
}

const DIGITS = /^\d+$/;
const UNIT = /^(?:[kmgt]i?b)$/i;

/** Number of words that form one: a number with its unit, a version, a CVE, a bug or a message by its number. */
function wordsInOne(words: readonly Written[], at: number, text: string): number {
  const wordAt = (offset: number): string => words[at + offset]?.word ?? '';
  const between = (offset: number): string => {
    const [one, next] = [words[at + offset], words[at + offset + 1]];
    return one === undefined || next === undefined ? '' : text.slice(one.end, next.index);
  };
  const isNumber = (offset: number): boolean => DIGITS.test(wordAt(offset));
  const isDashAndNumber = (offset: number): boolean => between(offset - 1) === '-' && isNumber(offset);
  const first = wordAt(0).toLowerCase();
  if (first === 'cve' && isDashAndNumber(1) && isDashAndNumber(2)) return 3;
  if (first === 'my' && isDashAndNumber(1)) return 2;
  if (first === 'bug' && isNumber(1) && wordAt(1).length > 4 && between(0).length < 3) return 2;
  if (!isNumber(0)) return 1;
  if (UNIT.test(wordAt(1)) && between(0) === ' ') return 2;
  return isNumber(1) && between(0) === '.' ? 2 : 1;
}
