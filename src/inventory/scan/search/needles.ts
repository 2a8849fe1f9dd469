import type { Format } from '../../reading/format.ts';
import { memoize, getOrInsert, literalWords } from '../../../model/index.ts';
import { SUPPRESSION_KEYWORD } from '../suppressions.ts';
import { needlesOf } from '../../reading/needles.ts';

/** Comment line; programs contain whole pages of them. */
const COMMENT_LINE = /^[ \t]*\/\//;

/** Formats that claim a file; shared by all files with the same ones. */
export interface ClaimingFormats {
  formats: readonly Format[];
  /** Formats that may use other units. */
  referring: readonly Format[];
  /** Pattern of all needles, or of the suppression keyword. Few files match. */
  words: RegExp;
}

/** Patterns for a list of formats: for all needles, for each set not found yet, and for each set that claims a file. */
const quick = memoize((formats: readonly Format[]) => ({
  words: literalWords([...formats.map(needlesOf), new RegExp(SUPPRESSION_KEYWORD)]),
  patterns: new Map<string, RegExp>(),
  claiming: new Map<number, ClaimingFormats>(),
}));

/** Formats that claim a file, by its path. @param formats always the same list, whose patterns are built once */
export function claimingFormats(file: string, formats: readonly Format[]): ClaimingFormats {
  let bits = 0;
  for (let nth = 0; nth < formats.length; nth++) if (formats[nth]?.claims(file) === true) bits += 2 ** nth;
  return getOrInsert(quick(formats).claiming, bits, () => {
    const claiming = formats.filter(({ claims }) => claims(file));
    const referring = claiming.filter((format) => format.refersTo !== undefined);
    return { formats: claiming, referring, words: quickPattern(formats, claiming) };
  });
}

/**
 * Formats with a needle in a line that is no comment; null if no line contains any word. One fast pass finds candidate
 * lines, and only these are tested for each format: no needle crosses a line break.
 */
export function matchingFormats(
  latin1: string,
  claiming: ClaimingFormats,
  formats: readonly Format[],
): Format[] | null {
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
    const left = COMMENT_LINE.test(line) ? open : open.filter((format) => !needlesOf(format).test(line));
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
