import { isMessageKey, say, text } from '../../l10n/index.ts';
import { locationsOf, type EditorLevel, type Finding, type Text, type TextArg } from '../../model/index.ts';
import { wrappedLines } from '../wrapped.ts';
import { locationText } from './scan-details.ts';
import type { ScanTextOptions } from './text-options.ts';
import { placeLines } from './version-rows.ts';

const LOUDNESS: readonly EditorLevel[] = ['warning', 'information', 'hint'];

/** What is said of some places; of two parts where others may begin with the same one. */
interface Sentence {
  level: EditorLevel;
  whole: string;
  parts: { lead: string; rest: string } | null;
  places: string[];
}

/** Each sentence once, the loudest first, with every place that it is about; what several begin with is said once, too. */
export function sentences(findings: readonly Finding[], options: ScanTextOptions): string[] {
  const { language, limit } = options;
  const byWords = Map.groupBy(
    findings,
    ({ level, message }) => `${level} ${say(aboutGroup(message, '…'), language)}`,
  );
  const told = [...byWords.values()].flatMap((group) => sentenceOf(group, options));
  const byLead = Map.groupBy(told, ({ level, whole, parts }) => `${level} ${parts?.lead ?? whole}`);
  const ordered = [...byLead.values()].sort(
    ([a], [b]) => LOUDNESS.indexOf(a?.level ?? 'hint') - LOUDNESS.indexOf(b?.level ?? 'hint'),
  );
  let left = limit;
  const lines = ordered.flatMap((group) => {
    const shown = group.slice(0, left);
    left -= shown.length;
    return blockOf(shown, options);
  });
  const more = told.length - limit;
  return more > 0 ? [...lines, say(text('scan.moreFindings', { count: more }), language)] : lines;
}

function sentenceOf(group: readonly Finding[], { language }: ScanTextOptions): Sentence[] {
  const [first] = group;
  if (first === undefined) return [];
  const { level, message } = first;
  const places = [...new Set(group.flatMap(placesOf))];
  const [lead, then] = [message.args['first'], message.args['then']];
  const isOfTwo = message.key === 'os.joined' && isText(lead) && isText(then);
  const parts = isOfTwo ? { lead: say(lead, language), rest: say(then, language) } : null;
  const groups = [...new Set(group.map((each) => groupIn(each.message)))];
  return [{ level, whole: say(aboutGroup(message, groups), language), parts, places }];
}

/** Sentences with one beginning: one in a piece, several below what they share. */
function blockOf(group: readonly Sentence[], options: ScanTextOptions): string[] {
  const { language, paint, width } = options;
  const [first, ...others] = group;
  if (first === undefined) return [];
  const { level, whole, parts, places } = first;
  const isShared = others.length > 0 && parts !== null;
  const word = say(text(`level.${level}`), language);
  const opening = `${word}  ${isShared ? parts.lead : whole}`;
  const [head = '', ...rest] = wrappedLines(opening, width, '  ', '');
  const begin = [`${paint.level(level, word)}${head.slice(word.length)}`, ...rest];
  if (!isShared) return [...begin, ...placeLines(places, options)];
  const items = group.flatMap((each) => [
    ...wrappedLines(each.parts?.rest ?? each.whole, width, '    ', '  - '),
    ...placeLines(each.places, options).map((line) => `  ${line}`),
  ]);
  return [...begin, ...items];
}

/** Every place of a finding, in words. */
export function placesOf(finding: Finding): string[] {
  return locationsOf(finding).map(locationText);
}

function isText(value: unknown): value is Text {
  return typeof value === 'object' && value !== null && 'key' in value;
}

/** The Auto Scaling group that a sentence is about; empty where it is about none. */
function groupIn({ args }: Text): string {
  return typeof args['group'] === 'string' ? args['group'] : '';
}

/** The sentence about these Auto Scaling groups instead of its own: what holds for several is said once. */
function aboutGroup(message: Text, group: TextArg): Text {
  if (!('group' in message.args)) return message;
  const ofSeveral = `${message.key}.groups`;
  const key = Array.isArray(group) && group.length > 1 && isMessageKey(ofSeveral) ? ofSeveral : message.key;
  return { key, args: { ...message.args, group } };
}
