import type { Format } from '../../formats/format.ts';
import { answeredOnceEach, madeOnce, writtenParts } from '../../../model/index.ts';

/** A line that says something to people only; programs have whole pages of them. */
const COMMENT = /^[ \t]*\/\//;

/** What formats are looked for by, and patterns of it by which of them are still open. */
const quick = answeredOnceEach((formats: readonly Format[]) => ({
  words: writtenParts(formats.map(needlesOf)),
  patterns: new Map<string, RegExp>(),
}));

/**
 * The formats of which a line that is no comment has a needle. One quick pass over the text for what all needles have,
 * and only the lines that it finds are asked for each: no needle goes over the end of a line.
 */
export function matchingOf(file: string, latin1: string, formats: readonly Format[]): Format[] {
  const claiming = formats.filter((format) => format.claims(file));
  let open = claiming;
  let pattern = quickPattern(formats, open);
  for (let from = 0; open.length > 0;) {
    pattern.lastIndex = from;
    if (!pattern.test(latin1)) break;
    const start = latin1.lastIndexOf('\n', pattern.lastIndex - 1) + 1;
    const end = latin1.indexOf('\n', pattern.lastIndex);
    from = end < 0 ? latin1.length : end;
    const line = latin1.slice(start, from);
    const left = COMMENT.test(line) ? open : open.filter((format) => !needlesOf(format).test(line));
    if (left.length < open.length) pattern = quickPattern(formats, (open = left));
  }
  return claiming.filter((format) => !open.includes(format));
}

function quickPattern(formats: readonly Format[], open: readonly Format[]): RegExp {
  const { words, patterns } = quick(formats);
  return madeOnce(patterns, open.map(({ id }) => id).join(), () => {
    const wanted = open.flatMap((format) => words[formats.indexOf(format)] ?? []);
    return new RegExp([...new Set(wanted)].join('|'), 'g');
  });
}

/** One pattern of a format's needles: a pass with it is several times faster than a search for each. */
export const needlesOf = answeredOnceEach(({ needles }: Format): RegExp =>
  needles instanceof RegExp ? needles : patternOfTexts(needles),
);

/** A pattern of texts as they are written. */
export function patternOfTexts(needles: readonly string[]): RegExp {
  return new RegExp(needles.map((needle) => needle.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'));
}
