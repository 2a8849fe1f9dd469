import {
  documentProblems,
  mapsIn,
  pathTo,
  readDocuments,
  valueOf,
  type SourceFile,
} from '../../../syntax/index.ts';
import { imageWords } from '../../../products/index.ts';
import type { Embedded, Reading } from '../../reading/format.ts';
import { scriptIn } from '../../../syntax/shell/index.ts';
import { imagesInDockerfile } from './stages.ts';
import { imageAt } from '../../resources/passes/image-reference.ts';

const CONTAINER_IMAGE = new RegExp(imageWords('container', 'builtOn').join('|'));

/** Images of the services in a Compose file and of development containers. */
export function readCompose(source: SourceFile, embedded: Embedded): Pick<Reading, 'drafts' | 'problems'> {
  const documents = readDocuments(source);
  const drafts = documents.flatMap(({ root }) =>
    mapsIn(root).flatMap((place) => {
      const inline = valueOf(place.map, 'dockerfile_inline');
      if (inline?.kind === 'scalar')
        return imagesInDockerfile(scriptIn(inline, source), source.file, embedded);
      const image = valueOf(place.map, 'image');
      if (image?.kind !== 'scalar' || !CONTAINER_IMAGE.test(image.text)) return [];
      const script = scriptIn(image, source);
      const whole = { start: 0, end: script.text.length };
      return imageAt(whole, [...pathTo(place), 'image'].join('.'), new Map(), script, source.file);
    }),
  );
  return { drafts, problems: drafts.length > 0 ? documentProblems(source.file, documents) : [] };
}
