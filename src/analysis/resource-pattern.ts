import type { Asset } from '../model/index.ts';

/** What may come after the address of something that another asset is a part of: its key, its environment, its resources. */
const BOUNDARY = String.raw`(?:[.[@~/].*)?`;

/**
 * Whether an entry of the configuration names an asset: by its address, by its id (the file, `#`, the address), by the
 * beginning of either that ends where a part of an address ends (`module.a`, a resource without its key), each with `*`
 * for any characters.
 */
export function resourcePattern(resource: string): (asset: Pick<Asset, 'id' | 'name'>) => boolean {
  const words = resource.trim().split('*').map(RegExp.escape).join('.*');
  const pattern = new RegExp(`^${words}${BOUNDARY}$`, 's');
  return ({ id, name }) => namesOf({ id, name }).some((known) => pattern.test(known));
}

/** An id is a file, `#`, the address, and what tells alike addresses apart. */
function namesOf({ id, name }: Pick<Asset, 'id' | 'name'>): string[] {
  const hash = id.indexOf('#');
  return hash < 0 ? [name, id] : [name, id.slice(hash + 1), id];
}
