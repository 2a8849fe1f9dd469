import { normaliseText, packageFamily, type BugMatch, type Feature, type Impact } from '../../model/index.ts';

/** Troubles that people can choose from when they have no words for them. */
export const SYMPTOMS = ['aborted', 'refused', 'restart', 'cpu', 'memory', 'replication'] as const;
export type Symptom = (typeof SYMPTOMS)[number];

const WORDS: Record<Symptom, string> = {
  aborted: 'connections aborted',
  refused: 'connections refused, too many connections',
  restart: 'restart, crash',
  cpu: 'high CPU, slow',
  memory: 'out of memory',
  replication: 'replication, replica lag',
};

/** The words by which a chosen symptom is looked for. */
export function wordsOf(symptom: Symptom): string {
  return WORDS[symptom];
}

interface Sign {
  /** As people describe it and as logs of MySQL, the kernel and web servers write it. */
  words: RegExp;
  impacts: readonly Impact[];
  /** Packages of an operating system that such a trouble passes through: advisories tell no symptoms. */
  packages: readonly string[];
}

const SIGNS: readonly Sign[] = [
  {
    words:
      /connect|abort|refus|login|handshake|timed? ?out|timeout|communication packets|\b(?:1040|1158|1159|1160|1161|2002|2003|2006|2013)\b|syn flood|tls|ssl|接続|切断/,
    impacts: ['connectivity'],
    packages: ['kernel', 'openssl', 'glibc', 'curl'],
  },
  {
    words:
      /restart|crash|fail ?over|hang|\bdown\b|unavailab|signal \d|assertion|segfault|panic|stack trace|shutdown|再起動|停止|フェイルオーバ/,
    impacts: ['unavailability'],
    packages: ['kernel', 'systemd', 'glibc'],
  },
  {
    words: /\bcpu\b|slow|laten|\block|deadlock|lag|soft lockup|blocked for more than|遅|負荷/,
    impacts: ['performance'],
    packages: ['kernel', 'glibc'],
  },
  {
    words: /memor|\boom\b|oom-?kill|swap|storage|disk full|no space|メモリ|ストレージ/,
    impacts: ['memory'],
    packages: ['kernel', 'glibc', 'systemd'],
  },
  { words: /replic|binlog|\blag\b|gtid|relay log|レプリ/, impacts: ['replication'], packages: [] },
  { words: /wrong|corrupt|inconsisten|lost|データ/, impacts: ['data'], packages: [] },
  { words: /upgrade|migrat|アップグレード/, impacts: ['upgrade'], packages: [] },
];

const CONNECTION_SURGE = /abort|surge|spike|burst|many connect|connection storm|切断|急増|集中/;
const SURGE: Feature = 'connection-surge';

/** From this score on a bug fits: its impact looks like the symptom, or several words are the same. */
const FITS = 1.5;

/**
 * Bugs that are near to a described symptom or a pasted log line, nearest first (ties keep their order, of weight), and
 * the others in the order given. It ranks what is listed: nearness is not a cause. Without a symptom nothing fits.
 */
export function fittingSymptom(
  matches: readonly BugMatch[],
  symptom: string,
): { fitting: BugMatch[]; others: BugMatch[] } {
  const ranked = scored(matches, symptom);
  const isFitting = new Set(ranked.filter(({ score }) => score >= FITS).map(({ match }) => match));
  return {
    fitting: ranked.map(({ match }) => match).filter((match) => isFitting.has(match)),
    others: matches.filter((match) => !isFitting.has(match)),
  };
}

function scored(matches: readonly BugMatch[], symptom: string): { match: BugMatch; score: number }[] {
  const described = describe(symptom);
  return matches
    .map((match) => ({ match, score: scoreOf(match, described) }))
    .sort((a, b) => b.score - a.score);
}

interface Described {
  lower: string;
  signs: readonly Sign[];
  words: readonly string[];
}

function describe(symptom: string): Described {
  const lower = withoutValues(symptom.toLowerCase());
  return { lower, signs: SIGNS.filter(({ words }) => words.test(lower)), words: contentWords(lower) };
}

/** A log line's own values (names, addresses, times) would match titles by chance. */
function withoutValues(line: string): string {
  return line
    .replace(/'[^']*'|"[^"]*"|`[^`]*`/g, ' ')
    .replace(/\b\d{4}-\d\d-\d\d[t ][\d:.]+z?\b|\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?\b|\b0x[0-9a-f]+\b/g, ' ');
}

/** 0 means unrelated. */
function scoreOf({ bug, applies }: BugMatch, { lower, signs, words }: Described): number {
  if (applies === 'off') return 0;
  if (bug.os !== undefined) return packageScore(bug.os.package, lower, signs);
  let score = signs.some(({ impacts }) => impacts.includes(bug.impact)) ? 4 : 0;
  if (score > 0 && CONNECTION_SURGE.test(lower) && bug.features.includes(SURGE)) score += 4;
  if (score > 0 && applies === 'on') score += 1;
  const bugWords = new Set(contentWords(`${bug.title} ${bug.text ?? ''}`));
  const shared = words.filter((word) => bugWords.has(word)).length;
  return score + Math.min(shared, 4) * 0.5;
}

/** A package that the words name is nearer than one that such a trouble merely passes through. */
function packageScore(name: string, lower: string, signs: readonly Sign[]): number {
  const family = packageFamily(name);
  const isNamed = [name, family].some((each) => lower.split(/[^a-z0-9.+-]+/).includes(each));
  if (isNamed) return 6;
  const ranks = signs.flatMap(({ packages }) => {
    const rank = packages.indexOf(family);
    return rank === -1 ? [] : [rank];
  });
  return ranks.length === 0 ? 0 : 4 - Math.min(...ranks) * 0.25;
}

const FILLER = new Set(
  'the and for with that when was are not from can new under error warning note user host'.split(' '),
);

function contentWords(words: string): string[] {
  const found = normaliseText(words)
    .split(' ')
    .filter((word) => word.length > 2 && !/^\d+$/.test(word) && !FILLER.has(word))
    .map((word) => word.replace(/(ions|ion|ing|ed|es|s)$/, ''));
  return [...new Set(found)];
}
