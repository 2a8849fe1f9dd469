import { cloudformation } from '../cloudformation/format.ts';
import { readCompose } from '../docker/compose.ts';
import { isCompose, isDockerfile } from '../docker/names.ts';
import { imagesInDockerfile } from '../docker/stages.ts';
import type { SourceFile } from '../../../syntax/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import type { Format, WorkspaceView } from '../format.ts';
import { imageSettings } from '../image-settings/format.ts';
import { kubernetes } from '../kubernetes/format.ts';
import { needlesOf } from '../../scan/look/look.ts';
import type { DocumentReader } from './documents.ts';

const FORMATS: readonly Format[] = [kubernetes, cloudformation, imageSettings];

/** Reads the documents of scripts, each by its own format. @param view what such a document may name */
export function documentReader(view: WorkspaceView): DocumentReader {
  return (name, source) => {
    if (isDockerfile(name)) return imagesInDockerfile(source);
    if (isCompose(name)) return readCompose(source).drafts;
    return draftsOf(source, view);
  };
}

/** For texts of other code: what they name is in no file of theirs. */
export const readDocument: DocumentReader = documentReader({
  list: () => [],
  folders: () => [],
  read: () => null,
  readNamed: () => null,
  modified: () => null,
});

function draftsOf(source: SourceFile, view: WorkspaceView): readonly AssetDraft[] {
  const own = { ...view, read: (file: string) => (file === source.file ? source : view.read(file)) };
  const taken = new Set<number>();
  return FORMATS.filter((format) => needlesOf(format).test(source.text)).flatMap((format) => {
    const { drafts } = format.read(source.file, own);
    const kept = format.givesWay === true ? drafts.filter((draft) => !taken.has(lineOf(draft))) : drafts;
    for (const draft of kept) taken.add(lineOf(draft));
    return kept;
  });
}

function lineOf({ version, at }: AssetDraft): number {
  return (version?.at ?? at).line;
}
