import type { SourceFile } from '../../../syntax/index.ts';
import { text } from '../../../l10n/index.ts';
import type { Problem, Suppression } from '../../../model/index.ts';
import type { Format } from '../../reading/format.ts';
import { decode, isFromUtf16 } from '../read-file.ts';
import { isRecorded } from '../../../files/index.ts';
import { readSuppressions, SUPPRESSION_KEYWORD } from '../suppressions.ts';
import { claimingOf, matchingOf } from './needles.ts';

/** What a file tells without being parsed. */
export interface Looked {
  /** The formats of which the file contains a needle. */
  matching: ReadonlySet<Format>;
  /** Units that the file pulls in, by format. */
  refersTo: ReadonlyMap<Format, readonly string[]>;
  problem: Problem | null;
  suppressions: readonly Suppression[];
}

/** Of nearly every file of a workspace: one object for all of them. */
export const NOTHING_SEEN: Looked = {
  matching: new Set(),
  refersTo: new Map(),
  problem: null,
  suppressions: [],
};

/**
 * Looks for what may matter to the formats that claim a file.
 * @param source its text, where it is known already
 */
export function lookAt(
  file: string,
  bytes: Buffer | Problem,
  formats: readonly Format[],
  source: SourceFile | null = null,
): Looked {
  const claiming = claimingOf(file, formats);
  if (!Buffer.isBuffer(bytes)) {
    const mayBeText = ['problem.unreadable', 'problem.noPermission'].includes(bytes.text.key);
    const isTold = claiming.formats.some(
      ({ onlyAdds, needsText }) => onlyAdds !== true && (mayBeText || needsText?.(file) !== true),
    );
    return isTold ? { ...NOTHING_SEEN, problem: bytes } : NOTHING_SEEN;
  }
  const latin1 = bytes.toString('latin1');
  const found = matchingOf(latin1, claiming, formats);
  const isTelling = found !== null && latin1.includes(SUPPRESSION_KEYWORD);
  const isRead = found !== null && (found.length > 0 || isTelling) && !isRecorded(file, latin1);
  const matching = isRead ? found : [];
  const refersTo = new Map<Format, readonly string[]>();
  for (const format of claiming.referring) {
    // Its own unit matters anyway where it matches.
    const units = matching.includes(format) ? [] : (format.refersTo?.(file, latin1) ?? []);
    if (units.length > 0) refersTo.set(format, units);
  }
  const suppressions = isRead && isTelling ? readSuppressions(source ?? { file, text: decode(bytes) }) : [];
  if (matching.length + refersTo.size + suppressions.length === 0) return NOTHING_SEEN;
  const problem = isFromUtf16(bytes) ? { source: file, text: text('problem.utf16') } : null;
  return { matching: new Set(matching), refersTo, problem, suppressions };
}

/** What a file tells, with formats by their names: as threads send it, and as it is kept. */
export interface NamedLook extends Omit<Looked, 'matching' | 'refersTo'> {
  matching: readonly string[];
  refersTo: readonly (readonly [format: string, units: readonly string[]])[];
}

export function namedLook({ matching, refersTo, ...told }: Looked): NamedLook {
  return {
    ...told,
    matching: [...matching].map(({ id }) => id),
    refersTo: [...refersTo].map(([{ id }, units]) => [id, units]),
  };
}

export function lookOfNamed({ matching, refersTo, ...told }: NamedLook, formats: readonly Format[]): Looked {
  const named = (id: string): Format[] => formats.filter((format) => format.id === id);
  return {
    ...told,
    matching: new Set(matching.flatMap(named)),
    refersTo: new Map(refersTo.flatMap(([id, units]) => named(id).map((format) => [format, units] as const))),
  };
}
