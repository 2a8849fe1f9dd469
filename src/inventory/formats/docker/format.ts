import path from 'node:path/posix';
import { CLAIMS } from '../claims.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { readCompose } from './compose.ts';
import { isCompose } from './names.ts';
import { imagesInDockerfile } from './stages.ts';

/** Dockerfiles and Containerfiles, Compose files, development containers. */
export const docker: Format = {
  id: 'docker',
  claims: CLAIMS.docker,
  needles: ['amazonlinux', 'releasever', 'system-release-', 'provided:al2', 'aws rds ', '/aws/service/'],
  unitOf: (file) => file,
  read: readImages,
};

function readImages(unit: string, view: WorkspaceView): Reading {
  const source = view.read(unit);
  if (source === null) return { drafts: [], problems: [], includes: [] };
  if (isCompose(path.basename(unit))) return readCompose(source);
  return { drafts: imagesInDockerfile(source), problems: [], includes: [] };
}
