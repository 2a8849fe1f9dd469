import {
  areOverlapping,
  isNoise,
  phraseMatches,
  tokensOf,
  withPlainSigns,
  type Span,
} from '../../../lexicon/index.ts';

/**
 * Kind of a term: a concept of the lexicon, a word (or a pair of Japanese characters) outside of all concepts, a name such
 * as `work_mem` there, or a word within a concept, which counts only if both texts have exactly that word. A name within
 * a concept (`aws_s3`) tells more than the concept and is a word.
 */
export type TermKind = 'row' | 'word' | 'name' | 'pair' | 'within';

/** Term, with the words of the text that it represents. */
export interface Term {
  key: string;
  kind: TermKind;
  surface: string;
}

/** Kinds of names and of other words, within a concept and outside of all. */
const NAME_KINDS = ['word', 'name'] as const;
const WORD_KINDS = ['within', 'word'] as const;

/** Splits a text into terms: concepts of the lexicon, and words outside of all concepts. Each term once. */
export function termsOf(text: string): Term[] {
  const plain = withPlainSigns(text);
  const lower = plain.toLowerCase();
  const tokens = tokensOf(plain);
  const matches = phraseMatches(lower, tokens);
  const terms = new Map<string, Term>();
  const add = (term: Term): void => {
    if (!terms.has(term.key)) terms.set(term.key, term);
  };
  for (const { concept, spans } of matches)
    add({ key: `=${concept}`, kind: 'row', surface: surfaceOf(spans, lower) });
  const within = (span: Span) => matches.filter((match) => areOverlapping(match, { spans: [span] }));
  for (const { stem, raw, start, end, isPart } of tokens) {
    if (isPart || isNoise(stem, raw)) continue;
    const around = within([start, end]);
    if (around.some(({ consumes }) => consumes)) continue;
    const [inPhrase, outside] = raw.includes('_') ? NAME_KINDS : WORD_KINDS;
    add({ key: stem, kind: around.length > 0 ? inPhrase : outside, surface: raw });
  }
  for (const { key, kind, span } of japaneseTerms(lower))
    if (within(span).length === 0) add({ key, kind, surface: key });
  return [...terms.values()];
}

/** Words at some positions of a text, in its order. */
function surfaceOf(spans: readonly Span[], lower: string): string {
  const words = spans.toSorted(([a], [b]) => a - b).map(([start, end]) => lower.slice(start, end));
  return [...new Set(words)].join(' ');
}

/** Words that are no evidence of a bug. */
const NOISE = new Set(
  `データベース データ クエリ サーバー インスタンス アプリ アプリケーション エラー テーブル クラスター ログ システム 場合 実行 発生
  使用 利用 使う 使っ 原因 問題 状態 出る 出た 出て 時に 前に 後に 中に 間に`
    .split(/\s+/)
    .map(withoutLongVowel),
);

/** Katakana word without a long vowel at its end, which is written or not: メモリー, メモリ. */
function withoutLongVowel(word: string): string {
  return word.replace(/(?<=[\u30a1-\u30ff]{2})ー$/, '');
}

/** Whole katakana words, and pairs that begin with a kanji, since compounds vary. */
function japaneseTerms(lower: string): { key: string; kind: TermKind; span: Span }[] {
  const words = [...lower.matchAll(/[\u30a1-\u30ff]{2,}/g)].map(({ 0: key, index }) => ({
    key,
    index,
    kind: 'word' as const,
  }));
  const pairs = [...lower.matchAll(/(?=([\u4e00-\u9fff][\u3041-\u309f\u4e00-\u9fff]))/g)].map(
    ({ 1: key = '', index }) => ({
      key,
      index,
      kind: 'pair' as const,
    }),
  );
  return [...words, ...pairs]
    .map(({ key, index, kind }) => ({
      key: withoutLongVowel(key),
      kind,
      span: [index, index + key.length] as const,
    }))
    .filter(({ key }) => !NOISE.has(key));
}
