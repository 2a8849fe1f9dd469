import { memoize, type Asset } from '../../model/index.ts';

/** Characters that may follow the address of an asset's parent: its key, its environment, its resources. */
const BOUNDARIES = new Set(['.', '[', '@', '~', '/']);
/** Maximum number of parents by which an entry can name an asset. No real address has as many parts. */
const MAX_PARENTS = 200;

/**
 * Number of entries with `*` or with versions in one configuration. Each of them is compared with each asset, while the
 * others are looked up: 500 entries and 15,000 assets take several seconds.
 */
export const MAX_COMPARED_ENTRIES = 500;

/** Entry of the configuration, about one resource or all. */
interface Entry {
  resource?: string | undefined;
  versions?: readonly string[] | undefined;
}

/** Splits entries: beyond {@link MAX_COMPARED_ENTRIES}, those that have to be compared with each asset are left out. */
export function comparableEntries<T extends Entry>(entries: readonly T[]): { kept: T[]; leftOut: T[] } {
  let compared = 0;
  const { kept = [], leftOut = [] } = Object.groupBy(entries, (entry) =>
    isCompared(entry) && ++compared > MAX_COMPARED_ENTRIES ? 'leftOut' : 'kept',
  );
  return { kept, leftOut };
}

function isCompared({ resource = '', versions }: Entry): boolean {
  return versions !== undefined || resource.includes('*');
}

/**
 * Entries of a configuration by asset. An entry names an asset by its address, by its id (the file, `#`, the address), or
 * by the beginning of either up to a boundary (`module.a`, a resource without its key), each with `*` for any characters.
 */
export class EntriesByResource<T extends Entry> {
  /** First entry about all assets. */
  readonly general: T | undefined;
  readonly #exact = new Map<string, T>();
  readonly #compared: { entry: T; fits: (name: string) => boolean }[] = [];
  readonly #order = new Map<T, number>();
  readonly #isOf: (entry: T, asset: Asset) => boolean;

  /** @param isOf true where an asset has one of the versions of an entry */
  constructor(entries: readonly T[], isOf: (entry: T, asset: Asset) => boolean = () => true) {
    this.#isOf = isOf;
    this.general = entries.find(({ resource, versions }) => resource === undefined && versions === undefined);
    for (const [nth, entry] of entries.entries()) {
      this.#order.set(entry, nth);
      const resource = entry.resource?.trim();
      if (isCompared(entry)) {
        const fits = resource === undefined ? () => true : resourcePattern(resource);
        this.#compared.push({ entry, fits });
      } else if (resource !== undefined && !this.#exact.has(resource)) this.#exact.set(resource, entry);
    }
  }

  /** First entry that names an asset. */
  naming(asset: Asset): T | undefined {
    const [first] = [...this.allNaming(asset)].sort(
      (a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0),
    );
    return first;
  }

  /** Entries that name an asset; for the same resource only the first one. */
  readonly allNaming = memoize((asset: Asset): ReadonlySet<T> => {
    const names = ownNames(asset);
    const found = new Set<T>();
    if (this.#exact.size > 0) {
      for (const name of names) {
        for (const parent of parentsOf(name)) {
          const entry = this.#exact.get(parent);
          if (entry !== undefined) found.add(entry);
        }
      }
    }
    for (const { entry, fits } of this.#compared)
      if (this.#isOf(entry, asset) && names.some(fits)) found.add(entry);
    return found;
  });
}

/** Names of an asset, from its id: a file, `#`, the address, and a suffix that distinguishes equal addresses. */
function ownNames({ id, name, source }: Pick<Asset, 'id' | 'name' | 'source'>): string[] {
  const names = [name, id.slice(id.indexOf('#') + 1), id];
  // Programs name a construct by its id; its class comes before it in the address.
  return source === 'cdk' || source === 'pulumi' ? [...names, name.slice(name.indexOf('.') + 1)] : names;
}

/** Name, and its prefixes up to a boundary. */
function parentsOf(name: string): string[] {
  const parents = [name];
  for (let at = 0; at < name.length && parents.length < MAX_PARENTS; at++)
    if (BOUNDARIES.has(name.charAt(at))) parents.push(name.slice(0, at));
  return parents;
}

/**
 * Returns a test of names by a pattern. Only the last `*` is tried at several positions, so no pattern takes exponential
 * time.
 */
export function resourcePattern(pattern: string): (name: string) => boolean {
  const [start = '', ...rest] = pattern.split(/\*+/);
  const end = rest.pop();
  return (name) => {
    if (!name.startsWith(start)) return false;
    let at = start.length;
    if (end === undefined) return isBoundary(name, at);
    if (name.lastIndexOf(end) < at) return false;
    for (const piece of rest) {
      const found = name.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    if (end === '') return true;
    for (let found = name.indexOf(end, at); found >= 0; found = name.indexOf(end, found + 1))
      if (isBoundary(name, found + end.length)) return true;
    return false;
  };
}

function isBoundary(name: string, at: number): boolean {
  return at === name.length || BOUNDARIES.has(name.charAt(at));
}
