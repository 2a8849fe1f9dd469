import { maxScriptDepth } from '../../../values/index.ts';
import { needlesOf } from '../../scan/look/needles.ts';
import type { DocumentReader, Format, WorkspaceView } from '../format.ts';

/**
 * Reads the documents that other files hold, each by the formats that would read a file of its name. What a document names
 * is in no file here: it is the only one that its format sees.
 */
export function documentReader(formats: readonly Format[], depth = 0): DocumentReader {
  return (source) => {
    if (depth >= maxScriptDepth) return [];
    const { file, text } = source;
    const view: WorkspaceView = {
      list: () => [],
      folders: () => [],
      read: (name) => (name === file ? source : null),
      readNamed: () => null,
      modified: () => null,
      readDocument: documentReader(formats, depth + 1),
    };
    const taken = new Set<number>();
    return formats
      .filter((format) => format.prepare === undefined && format.claims(file) && needlesOf(format).test(text))
      .flatMap((format) => {
        const { drafts } = format.read(file, view);
        const kept =
          format.givesWay === true
            ? drafts.filter(({ version, at }) => !taken.has((version?.at ?? at).line))
            : drafts;
        for (const { version, at } of kept) taken.add((version?.at ?? at).line);
        return kept;
      });
  };
}
