import path from 'node:path/posix';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { readCompose } from './compose.ts';
import { imagesInDockerfile } from './stages.ts';

const DOCKERFILE = /^(?:(?:.*[._-])?(?:docker|container)file(?:[._-].*)?)$/i;
const NOT_ONE = /\.(?:dockerignore|md|ya?ml|json|py|ts|js|go)$/i;
const COMPOSE = /^(?:docker-)?compose[^/]*\.ya?ml$|^\.?devcontainer\.json$/i;

/** Dockerfiles and Containerfiles, Compose files, development containers. */
export const docker: Format = {
  id: 'docker',
  claims: (file) => {
    const name = path.basename(file);
    return isCompose(name) || isDockerfile(name);
  },
  needles: ['amazonlinux', 'releasever', 'system-release-', 'provided:al2', 'aws rds ', '/aws/service/'],
  unitOf: (file) => file,
  read: readUnit,
};

/** By its name without folders. */
export function isDockerfile(name: string): boolean {
  return DOCKERFILE.test(name) && !NOT_ONE.test(name);
}

/** By its name without folders. */
export function isCompose(name: string): boolean {
  return COMPOSE.test(name);
}

function readUnit(unit: string, view: WorkspaceView): Reading {
  const source = view.read(unit);
  if (source === null) return { drafts: [], problems: [], includes: [] };
  if (isCompose(path.basename(unit))) return readCompose(source);
  return { drafts: imagesInDockerfile(source), problems: [], includes: [] };
}
