import { matchAt, type YamlText } from './text.ts';

/** What no key and no plain text begins with. */
export const INDICATORS = '&*!|>%@`,[]{}#\'"';
export const LONGEST_KEY = 1000;
/** A key of a word, as most are. */
const WORD_KEY = /\w[\w.-]*(?=:[ \n])/y;
const QUOTED_KEY = /(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\n]|'')*') *:(?= |\n|$)/y;

/** The colon after a key, -1 where there is none. */
export function keyEnd(source: YamlText, at: number): number {
  const { text } = source;
  WORD_KEY.lastIndex = at;
  if (WORD_KEY.test(text)) return WORD_KEY.lastIndex;
  const first = text.charAt(at);
  if (first === '"' || first === "'") return at + (matchAt(QUOTED_KEY, text, at)?.length ?? -at) - 1;
  if (INDICATORS.includes(first)) return -1;
  if ((first === '?' || first === ':' || first === '-') && source.isGap(at + 1)) return -1;
  const line = text.slice(at, source.lineEnd(at));
  const colon = line.indexOf(': ');
  const end = colon < 0 && line.endsWith(':') ? line.length - 1 : colon;
  const comment = line.indexOf(' #');
  return end < 0 || (comment >= 0 && comment < end) ? -1 : at + end;
}
