import type { FormatClaim } from '../../reading/format.ts';
import { isDockerfile } from '../../reading/file-names.ts';

const COMPOSE_FILE = /^(?:docker-)?compose[^/]*\.ya?ml$|^\.?devcontainer\.json$/i;

/** True for a Compose file, by its name without folders. */
export function isCompose(name: string): boolean {
  return COMPOSE_FILE.test(name);
}

export const DOCKER_CLAIM: FormatClaim = {
  id: 'docker',
  claims: (file) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return isCompose(name) || isDockerfile(name);
  },
};
