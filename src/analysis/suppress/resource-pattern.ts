import type { Asset } from '../../model/index.ts';
import { matchesWildcards } from './wildcards.ts';

/** What may follow the address of an asset's parent: its key, its environment, its resources. */
const BOUNDARIES = ['.', '[', '@', '~', '/'];

/**
 * Whether an entry of the configuration names an asset: by its address, by its id (the file, `#`, the address), by the
 * beginning of either that ends where a part of an address ends (`module.a`, a resource without its key), each with `*`
 * for any characters.
 */
export function resourcePattern(resource: string): (asset: Named) => boolean {
  const pattern = resource.trim();
  const patterns = [pattern, ...BOUNDARIES.map((boundary) => `${pattern}${boundary}*`)];
  return (asset) => ownNames(asset).some((known) => patterns.some((each) => matchesWildcards(each, known)));
}

type Named = Pick<Asset, 'id' | 'name' | 'source'>;

/** An id is a file, `#`, the address, and what tells alike addresses apart. */
function ownNames({ id, name, source }: Named): string[] {
  const names = [name, id.slice(id.indexOf('#') + 1), id];
  // Programs call a construct by its id; its class comes before it in the address.
  return source === 'cdk' || source === 'pulumi' ? [...names, name.slice(name.indexOf('.') + 1)] : names;
}
