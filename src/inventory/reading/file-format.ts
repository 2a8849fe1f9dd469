import type { SourceFile } from '../../syntax/index.ts';
import type { FormatClaim, Format, Reading, WorkspaceView } from './format.ts';

export const EMPTY_READING: Reading = { drafts: [], problems: [], includes: [] };

/** A format in which each file is a unit. Fields that a reading omits are empty. */
export function formatOfFiles(
  claim: FormatClaim,
  needles: Format['needles'],
  read: (source: SourceFile, view: WorkspaceView) => Partial<Reading>,
  more: Partial<Format> = {},
): Format {
  return {
    ...claim,
    needles,
    unitOf: (file) => file,
    read: (unit, view) => {
      const source = view.read(unit);
      return source === null ? EMPTY_READING : { ...EMPTY_READING, ...read(source, view) };
    },
    ...more,
  };
}
