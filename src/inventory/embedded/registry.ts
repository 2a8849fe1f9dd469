import type { SourceFile } from '../../syntax/index.ts';
import { maxScriptDepth } from '../../values/index.ts';
import type { AssetDraft } from '../resources/draft.ts';
import type { Embedded, EmbeddedReaders, Format, WorkspaceView } from '../reading/format.ts';
import { needlesOf } from '../reading/needles.ts';

const NO_READERS: EmbeddedReaders = {
  script: () => [],
  manifests: () => [],
  settings: () => [],
  template: () => [],
};

/** A registry without readers. */
export const NO_EMBEDDED: Embedded = { ...NO_READERS, document: () => [], isReadAlone: () => false };

/** The readers that formats registered for text embedded in other files. */
export function createEmbedded(formats: readonly Format[], depth = 0): Embedded {
  const registered = formats.reduce<Partial<EmbeddedReaders>>(
    (all, { embedded }) => ({ ...all, ...embedded }),
    {},
  );
  return {
    ...NO_READERS,
    ...registered,
    document: (source) => (depth >= maxScriptDepth ? [] : draftsOfLoneFile(source, formats, depth)),
    isReadAlone: (file, id) =>
      formats.some((format) => (id ?? format.id) === format.id && format.claims(file)),
  };
}

/**
 * Reads a document with the formats that would read a file of its name. References lead nowhere: the format sees only
 * this file.
 */
function draftsOfLoneFile(source: SourceFile, formats: readonly Format[], depth: number): AssetDraft[] {
  const { file, text } = source;
  const view: WorkspaceView = {
    list: () => [],
    folders: () => [],
    read: (name) => (name === file ? source : null),
    readNamed: () => null,
    modified: () => null,
    embedded: createEmbedded(formats, depth + 1),
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
}
