import { normaliseText, type BugMatch, type Impact } from '../model/index.ts';
import { compareMatches } from './known-bugs.ts';

/** Words by which people describe a trouble, and the impacts that look like it. */
const SYMPTOMS: readonly { words: RegExp; impacts: readonly Impact[] }[] = [
  { words: /connect|abort|refus|login|handshake|timed? ?out|接続|切断/, impacts: ['connectivity'] },
  {
    words: /restart|crash|fail ?over|hang|down|unavailab|再起動|停止|フェイルオーバ/,
    impacts: ['unavailability'],
  },
  { words: /cpu|slow|laten|lock|lag|遅|負荷/, impacts: ['performance'] },
  { words: /memor|oom|swap|storage|メモリ|ストレージ/, impacts: ['memory'] },
  { words: /replic|binlog|lag|レプリ/, impacts: ['replication'] },
  { words: /wrong|corrupt|inconsisten|lost|データ/, impacts: ['data'] },
  { words: /upgrade|migrat|アップグレード/, impacts: ['upgrade'] },
];

const CONNECTION_SURGE = /abort|surge|spike|burst|many connect|connection storm|切断|急増|集中/;

/**
 * Orders bugs by how near they are to a described symptom or a pasted log line; ties keep the order of weight. It ranks
 * what is listed: nearness is not a cause.
 */
export function rankBySymptom(matches: readonly BugMatch[], symptom: string): BugMatch[] {
  const scores = new Map(matches.map((match) => [match, symptomScore(match, symptom)]));
  return [...matches].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || compareMatches(a, b));
}

/** 0 means unrelated. */
export function symptomScore({ bug, applies }: BugMatch, symptom: string): number {
  if (applies === 'off') return 0;
  const lower = symptom.toLowerCase();
  const impacts = SYMPTOMS.filter(({ words }) => words.test(lower)).flatMap((entry) => entry.impacts);
  let score = impacts.includes(bug.impact) ? 4 : 0;
  if (score > 0 && CONNECTION_SURGE.test(lower) && bug.features.includes('connection-surge')) score += 4;
  if (score > 0 && applies === 'on') score += 1;
  const bugWords = new Set(contentWords(`${bug.title} ${bug.text ?? ''}`));
  const shared = contentWords(symptom).filter((word) => bugWords.has(word)).length;
  return score + Math.min(shared, 4) * 0.5;
}

const FILLER = new Set([
  'the',
  'and',
  'for',
  'with',
  'that',
  'when',
  'was',
  'are',
  'not',
  'from',
  'can',
  'new',
  'under',
]);

function contentWords(words: string): string[] {
  const found = normaliseText(words)
    .split(' ')
    .filter((word) => word.length > 2 && !FILLER.has(word))
    .map((word) => word.replace(/(ions|ion|ing|ed|es|s)$/, ''));
  return [...new Set(found)];
}
