import type { Format } from '../../formats/format.ts';
import { answeredOnceEach, madeOnce, writtenParts } from '../../../model/index.ts';

/** A line that says something to people only; programs have whole pages of them. */
const COMMENT = /^[ \t]*\/\//;

/** By which of the formats are still looked for. */
const quickPatterns = new WeakMap<readonly Format[], Map<string, RegExp>>();

/**
 * The formats of which a line that is no comment has a needle. One quick pass over the text for what all needles have,
 * and only the lines that it finds are asked for each: no needle goes over the end of a line.
 */
export function matchingOf(file: string, latin1: string, formats: readonly Format[]): Format[] {
  const claiming = formats.filter((format) => format.claims(file));
  let open = claiming;
  let quick = quickPattern(formats, open);
  for (let from = 0; open.length > 0;) {
    quick.lastIndex = from;
    if (!quick.test(latin1)) break;
    const start = latin1.lastIndexOf('\n', quick.lastIndex - 1) + 1;
    const end = latin1.indexOf('\n', quick.lastIndex);
    from = end < 0 ? latin1.length : end;
    const line = latin1.slice(start, from);
    const left = COMMENT.test(line) ? open : open.filter((format) => !needlesOf(format).test(line));
    if (left.length < open.length) quick = quickPattern(formats, (open = left));
  }
  return claiming.filter((format) => !open.includes(format));
}

function quickPattern(formats: readonly Format[], open: readonly Format[]): RegExp {
  const known = madeOnce(quickPatterns, formats, () => new Map<string, RegExp>());
  return madeOnce(known, open.map(({ id }) => id).join(), () => {
    const all = new RegExp(open.map((format) => needlesOf(format).source).join('|'));
    return new RegExp(writtenParts(all) ?? all, 'g');
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
