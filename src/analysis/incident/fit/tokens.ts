import { stemOf } from '../../../catalogue/index.ts';

/** A word of a text. */
export interface Token {
  stem: string;
  raw: string;
  /** Characters of the text, from and to. */
  start: number;
  end: number;
  /** Number of the word in the text; parts of a name share the place of the name. */
  place: number;
  /** True for a part of a name: `slow` in `slow_log`. */
  isPart: boolean;
}

/** Words that tell nothing about a bug: grammar, courtesy, what every question is about, and what lines of logs begin with. */
const NOISE = new Set(
  `a about all also although always am an and any app application are as at aurora aws amazon be because been but by case cause caused com customer
  database db did do does doing don driver due dba each engine err errno error errors etc even ever every exception experience fatal few fine for found
  from get gets getting go got had happen happens has have he help here hi how i if in info into is issue issues it its java just know last let like ll
  log look looks main many may me might mine more most my mysql mysqld need no not note now of ok on one only or org other our out over own per php please
  postgres postgresql postmaster problem production prod quite re really run running same sb say see seen server service shows since so some somebody
  someone something sometimes sqlstate still such suddenly sure t than thanks that the their them then there these they thing this those though through to today try
  trying too two under until up upon us use used user users using ve very via was we week went were what when where whether which while who whole why will
  with within without would yes yesterday you your severity detail warning context statement hint code name names number line near module file
  pdo pdoexception pymysql psycopg2 cj jdbc sqlexception operationalerror py rb go js version new old night morning hour minute second day again after
  before during only right once between against fail fails failed failing failure cannot unable come comes take takes took taking make work works working
  host user table tables query queries time times call called add added read reading find`.split(/\s+/),
);

export function isNoise(stem: string, raw: string): boolean {
  return raw.length < 2 || NOISE.has(raw) || NOISE.has(stem) || /^\d+(?:\.\d+)*$/.test(raw);
}

/** The words of a text in order: names whole and in their parts, numbers with their units. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let place = 0;
  const joined = text.replace(/(\d),(?=\d{3}\b)/g, '$1\u200b');
  for (const { 0: found, index } of joined.matchAll(
    /\bcve-\d{4}-\d+|\bmy-\d{6}\b|\bbug\s*#?\s*\d{5,}|\d+(?:\.\d+)*\s?(?:gi?b|mi?b|ki?b|ti?b)\b|\d+(?:\.\d+)+|[A-Za-z0-9_]+/gi,
  )) {
    const end = index + found.length;
    const raw = found
      .toLowerCase()
      .replace(/[\s#]+/g, '')
      .replace(/^_+|_+$/g, '');
    if (raw === '') continue;
    place++;
    tokens.push({ stem: wordStem(raw), raw, start: index, end, place, isPart: false });
    const parts = found.includes('_') ? found.split('_') : found.split(/(?<=[a-z])(?=[A-Z])/);
    if (parts.length < 2) continue;
    for (const part of parts) {
      const lower = part.toLowerCase();
      if (lower.length > 1)
        tokens.push({ stem: wordStem(lower), raw: lower, start: index, end, place: place++, isPart: true });
    }
  }
  return tokens;
}

/** The form in which words are compared; short words lose the same ends as long ones: "kill" as "killed", "take" as "takes". */
export function wordStem(word: string): string {
  if (/[_\d]/.test(word)) return word;
  return stemOf(word)
    .replace(/(?<=[a-z]{3})e$/, '')
    .replace(/([bdglmnprt])\1$/, '$1');
}
