import { readOsImage } from '../../../model/index.ts';
import { literalText, mapsIn, pathTo } from '../document/data.ts';
import { documentProblems, readDocuments } from '../document/read.ts';
import { entryOf, locate, textOf, valueOf } from '../document/node.ts';
import type { SourceFile } from '../draft.ts';
import type { Reading } from '../format.ts';
import { imageDraft } from '../pieces.ts';
import { scriptIn } from '../shell/script.ts';
import { imagesInStages } from './stages.ts';

/** The images that the services of a Compose file and development containers run. */
export function readCompose(source: SourceFile): Reading {
  const documents = readDocuments(source);
  const drafts = documents.flatMap(({ root }) =>
    [...mapsIn(root)].flatMap((place) => {
      const inline = valueOf(place.map, 'dockerfile_inline');
      if (inline?.kind === 'scalar') return imagesInStages(scriptIn(inline, source), source.file);
      const entry = entryOf(place.map, 'image');
      const written = textOf(entry?.value ?? null);
      if (entry === null || written === null || readOsImage(written) === null) return [];
      const name = [...pathTo(place), 'image'].join('.');
      const at = locate(entry.keySpan);
      return [
        imageDraft({ source: 'image', name, file: source.file, at, version: literalText(entry.value) }),
      ];
    }),
  );
  return {
    drafts,
    problems: drafts.length > 0 ? documentProblems(source.file, documents) : [],
    includes: [],
  };
}
