import type { SourceFile } from '../../../syntax/index.ts';
import { text } from '../../../l10n/index.ts';
import type { Problem, Suppression } from '../../../model/index.ts';
import type { Format } from '../../reading/format.ts';
import { decode, isFromUtf16 } from '../read-file.ts';
import { isGeneratedText } from '../../../files/index.ts';
import { readSuppressions, SUPPRESSION_KEYWORD } from '../suppressions.ts';
import { claimingFormats, matchingFormats } from './needles.ts';

/** Result of searching a file without parsing it. */
export interface SearchResult {
  /** Formats whose needles the file contains. */
  matching: ReadonlySet<Format>;
  /** Units that the file uses, by format. */
  refersTo: ReadonlyMap<Format, readonly string[]>;
  problem: Problem | null;
  suppressions: readonly Suppression[];
}

/** Result that nearly all files share as one object, to save memory. */
export const NOTHING_FOUND: SearchResult = {
  matching: new Set(),
  refersTo: new Map(),
  problem: null,
  suppressions: [],
};

/**
 * Searches a file for the needles of the formats that claim it.
 * @param source its text, if known already
 */
export function searchFile(
  file: string,
  bytes: Buffer | Problem,
  formats: readonly Format[],
  source: SourceFile | null = null,
): SearchResult {
  const claiming = claimingFormats(file, formats);
  if (!Buffer.isBuffer(bytes)) {
    const mayBeText = ['problem.unreadable', 'problem.noPermission'].includes(bytes.text.key);
    const isSearched = claiming.formats.some(
      ({ onlyAdds, needsText }) => onlyAdds !== true && (mayBeText || needsText?.(file) !== true),
    );
    return isSearched ? { ...NOTHING_FOUND, problem: bytes } : NOTHING_FOUND;
  }
  const latin1 = bytes.toString('latin1');
  const found = matchingFormats(latin1, claiming, formats);
  const hasSuppressions = found !== null && latin1.includes(SUPPRESSION_KEYWORD);
  const isRead = found !== null && (found.length > 0 || hasSuppressions) && !isGeneratedText(file, latin1);
  const matching = isRead ? found : [];
  const refersTo = new Map<Format, readonly string[]>();
  for (const format of claiming.referring) {
    // The unit of a matching file is read anyway, so its references are not needed here.
    const units = matching.includes(format) ? [] : (format.refersTo?.(file, latin1) ?? []);
    if (units.length > 0) refersTo.set(format, units);
  }
  const suppressions =
    isRead && hasSuppressions ? readSuppressions(source ?? { file, text: decode(bytes) }) : [];
  if (matching.length + refersTo.size + suppressions.length === 0) return NOTHING_FOUND;
  const problem = isFromUtf16(bytes) ? { source: file, text: text('problem.utf16') } : null;
  return { matching: new Set(matching), refersTo, problem, suppressions };
}

/** Search result with formats by name, for threads and the store. */
export interface NamedSearchResult extends Omit<SearchResult, 'matching' | 'refersTo'> {
  matching: readonly string[];
  refersTo: readonly (readonly [format: string, units: readonly string[]])[];
}

export function resultWithNames({ matching, refersTo, ...rest }: SearchResult): NamedSearchResult {
  return {
    ...rest,
    matching: [...matching].map(({ id }) => id),
    refersTo: [...refersTo].map(([{ id }, units]) => [id, units]),
  };
}

export function resultOfNamed(
  { matching, refersTo, ...rest }: NamedSearchResult,
  formats: readonly Format[],
): SearchResult {
  const named = (id: string): Format[] => formats.filter((format) => format.id === id);
  return {
    ...rest,
    matching: new Set(matching.flatMap(named)),
    refersTo: new Map(refersTo.flatMap(([id, units]) => named(id).map((format) => [format, units] as const))),
  };
}
