import { say, text } from '../../l10n/index.ts';
import type { EditorLevel, Finding } from '../../model/index.ts';
import { wrapSentence } from '../terminal/wrap.ts';
import { splitSentence, placesOf } from './finding-places.ts';
import type { ScanTextOptions } from './text-options.ts';
import { placeLines } from './version-rows.ts';

const LEVEL_ORDER: readonly EditorLevel[] = ['warning', 'information', 'hint'];

/** A sentence about some places. It has two parts if others can share its beginning. */
interface Sentence {
  level: EditorLevel;
  whole: string;
  parts: { lead: string; rest: string } | null;
  places: string[];
}

/** Each sentence once with all its places, the most severe first. Sentences with the same beginning share it. */
export function findingSentences(findings: readonly Finding[], options: ScanTextOptions): string[] {
  const { language, limit } = options;
  const byWords = Map.groupBy(findings, ({ level, message }) => `${level} ${say(message, language)}`);
  const found = [...byWords.values()].flatMap((group) => sentenceOf(group, options));
  const byLead = Map.groupBy(found, ({ level, whole, parts }) => `${level} ${parts?.lead ?? whole}`);
  const ordered = [...byLead.values()].sort(
    ([a], [b]) => LEVEL_ORDER.indexOf(a?.level ?? 'hint') - LEVEL_ORDER.indexOf(b?.level ?? 'hint'),
  );
  let left = limit;
  const lines = ordered.flatMap((group) => {
    const shown = group.slice(0, left);
    left -= shown.length;
    return blockOf(shown, options);
  });
  const more = found.length - limit;
  return more > 0 ? [...lines, say(text('scan.moreFindings', { count: more }), language)] : lines;
}

function sentenceOf(group: readonly Finding[], { language }: ScanTextOptions): Sentence[] {
  const [first] = group;
  if (first === undefined) return [];
  const { level, message } = first;
  const two = splitSentence(first);
  const parts = two && { lead: say(two.lead, language), rest: say(two.rest, language) };
  return [{ level, whole: say(message, language), parts, places: [...new Set(group.flatMap(placesOf))] }];
}

/** Sentences with the same beginning: one alone on a line, several below the shared part. */
function blockOf(group: readonly Sentence[], options: ScanTextOptions): string[] {
  const { language, paint, width } = options;
  const [first, ...others] = group;
  if (first === undefined) return [];
  const { level, whole, parts, places } = first;
  const isShared = others.length > 0 && parts !== null;
  const word = say(text(`level.${level}`), language);
  const opening = `${word}  ${isShared ? parts.lead : whole}`;
  const [head = '', ...rest] = wrapSentence(opening, width, '  ', '');
  const begin = [`${paint.level(level, word)}${head.slice(word.length)}`, ...rest];
  if (!isShared) return [...begin, ...placeLines(places, options)];
  const items = group.flatMap((each) => [
    ...wrapSentence(each.parts?.rest ?? each.whole, width, '    ', '  - '),
    ...placeLines(each.places, options).map((line) => `  ${line}`),
  ]);
  return [...begin, ...items];
}
