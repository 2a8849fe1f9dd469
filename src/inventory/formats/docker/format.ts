import { scriptOf } from '../../../syntax/shell/index.ts';
import { imageWords } from '../../../products/index.ts';
import path from 'node:path/posix';
import { formatOfFiles } from '../../reading/file-format.ts';
import { readCompose } from './compose.ts';
import { DOCKER_CLAIM, isCompose } from './names.ts';
import { imagesInDockerfile } from './stages.ts';

/** Dockerfiles and Containerfiles, Compose files, development containers. */
export const docker = formatOfFiles(
  DOCKER_CLAIM,
  [...imageWords('container', 'builtOn', 'packages', 'parameter'), 'aws rds '],
  (source, { embedded }) =>
    isCompose(path.basename(source.file))
      ? readCompose(source, embedded)
      : { drafts: imagesInDockerfile(scriptOf(source), source.file, embedded) },
);
