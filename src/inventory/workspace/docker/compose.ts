import { readOsImage } from '../../../model/index.ts';
import { literalText, mapsIn, pathTo } from '../document/data.ts';
import { documentProblems, readDocuments } from '../document/read.ts';
import { entryOf, locate, textOf } from '../document/node.ts';
import type { SourceFile } from '../draft.ts';
import type { Reading } from '../format.ts';
import { imageDraft } from '../pieces.ts';

/** The images that the services of a Compose file and development containers run. */
export function readCompose(source: SourceFile): Reading {
  const documents = readDocuments(source);
  const drafts = documents.flatMap(({ root }) =>
    [...mapsIn(root)].flatMap((place) => {
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
