import type { SourceFile } from '../../syntax/index.ts';
import { CLAIMS } from './claims.ts';
import type { Format, Reading, WorkspaceView } from './format.ts';

export const NOTHING: Reading = { drafts: [], problems: [], includes: [] };

/** A format of which each file is a unit by itself. What its reading does not mention there is none of. */
export function formatOfFiles(
  id: keyof typeof CLAIMS,
  needles: Format['needles'],
  read: (source: SourceFile, view: WorkspaceView) => Partial<Reading>,
  more: Partial<Format> = {},
): Format {
  return {
    id,
    claims: CLAIMS[id],
    needles,
    unitOf: (file) => file,
    read: (unit, view) => {
      const source = view.read(unit);
      return source === null ? NOTHING : { ...NOTHING, ...read(source, view) };
    },
    ...more,
  };
}
