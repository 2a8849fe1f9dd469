import type { Claim } from '../format.ts';

const DOCKERFILE = /^(?:(?:.*[._-])?(?:docker|container)file(?:[._-].*)?)$/i;
/** Documents, programs, pictures and archives that are called like one. */
const NOT_ONE =
  /\.(?:dockerignore|md|ya?ml|json|py|ts|js|go|html?|pdf|png|jpe?g|gif|svg|webp|ico|drawio|zip|gz|tgz|tar|lock|sig|asc)$/i;
const COMPOSE = /^(?:docker-)?compose[^/]*\.ya?ml$|^\.?devcontainer\.json$/i;

/** By its name without folders. */
export function isDockerfile(name: string): boolean {
  return DOCKERFILE.test(name) && !NOT_ONE.test(name);
}

/** By its name without folders. */
export function isCompose(name: string): boolean {
  return COMPOSE.test(name);
}

export const CONTAINERS: Claim = {
  id: 'docker',
  claims: (file) => {
    const name = file.slice(file.lastIndexOf('/') + 1);
    return isCompose(name) || isDockerfile(name);
  },
};
