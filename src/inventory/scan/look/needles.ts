import type { Format } from '../../reading/format.ts';
import { memoize, getOrInsert, writtenParts } from '../../../model/index.ts';
import { SUPPRESSION_KEYWORD } from '../suppressions.ts';
import { needlesOf } from '../../reading/needles.ts';

/** A line that says something to people only; programs have whole pages of them. */
const COMMENT = /^[ \t]*\/\//;

/** The formats that claim a file. One for all files that the same ones claim. */
export interface Claiming {
  formats: readonly Format[];
  /** Those that may pull in other units. */
  referring: readonly Format[];
  /** Finds what their needles have, or the keyword of comments for this program. Few files have any of it. */
  words: RegExp;
}

/** What formats are looked for by, patterns of it by which of them are still open, and which of them claimed a file. */
const quick = memoize((formats: readonly Format[]) => ({
  words: writtenParts([...formats.map(needlesOf), new RegExp(SUPPRESSION_KEYWORD)]),
  patterns: new Map<string, RegExp>(),
  claiming: new Map<number, Claiming>(),
}));

/** Which formats claim a file, by its path. @param formats always the same list, whose patterns are made once */
export function claimingOf(file: string, formats: readonly Format[]): Claiming {
  let bits = 0;
  for (let nth = 0; nth < formats.length; nth++) if (formats[nth]?.claims(file) === true) bits += 2 ** nth;
  return getOrInsert(quick(formats).claiming, bits, () => {
    const claiming = formats.filter(({ claims }) => claims(file));
    const referring = claiming.filter((format) => format.refersTo !== undefined);
    return { formats: claiming, referring, words: quickPattern(formats, claiming) };
  });
}

/**
 * The formats of which a line that is no comment has a needle; null where there is no word of any. One quick pass for what
 * all needles have, and only the lines that it finds are asked for each: no needle goes over the end of a line.
 */
export function matchingOf(latin1: string, claiming: Claiming, formats: readonly Format[]): Format[] | null {
  let open = claiming.formats;
  let pattern = claiming.words;
  let from = 0;
  while (open.length > 0) {
    pattern.lastIndex = from;
    if (!pattern.test(latin1)) break;
    const start = latin1.lastIndexOf('\n', pattern.lastIndex - 1) + 1;
    const end = latin1.indexOf('\n', pattern.lastIndex);
    from = end < 0 ? latin1.length : end;
    const line = latin1.slice(start, from);
    const left = COMMENT.test(line) ? open : open.filter((format) => !needlesOf(format).test(line));
    if (left.length < open.length) pattern = quickPattern(formats, (open = left));
  }
  return from === 0 ? null : claiming.formats.filter((format) => !open.includes(format));
}

function quickPattern(formats: readonly Format[], open: readonly Format[]): RegExp {
  const { words, patterns } = quick(formats);
  return getOrInsert(patterns, open.map(({ id }) => id).join(), () => {
    const wanted = open.flatMap((format) => words[formats.indexOf(format)] ?? []);
    return new RegExp([...new Set([...wanted, ...(words.at(-1) ?? [])])].join('|'), 'g');
  });
}
