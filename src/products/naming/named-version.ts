import type { ProductId } from '../../model/index.ts';
import { productOf, products } from '../registry.ts';
import { readVersionRange, withoutWildcards } from '../versions/version-range.ts';

interface NamedVersion {
  product: ProductId;
  version: string;
}

/**
 * Products and versions that a text can mean. After its product (`rds-postgresql 13.14`, `Aurora MySQL 3.10.4`), in any
 * spelling of that product, a version means one. Alone, a release or a range of releases (`3.10`, `8.0`, `~> 16.6`) means
 * every product that uses such numbers; a system's release number is longer than an engine's, and means the system only.
 * Empty if no product has it.
 */
export function readNamedVersions(written: string): NamedVersion[] {
  const named = afterProduct(written.trim());
  if (named !== null) return versionsOf(named.product, versionNamed(named.product, named.version));
  const found = products().flatMap(({ id }) => versionsOf(id, versionAlone(id, written)));
  const systems = found.filter(({ product }) => productOf(product).system !== null);
  return systems.length > 0 ? systems : found;
}

function versionsOf(product: ProductId, version: string | null): NamedVersion[] {
  return version === null ? [] : [{ product, version }];
}

function versionAlone(product: ProductId, written: string): string | null {
  const { versions } = productOf(product);
  const [number = ''] = numbersIn(written);
  return versions.readAlone(written) ?? (versions.readAlone(number) && versionNamed(product, written));
}

/** Release or range of a product in any of its spellings, with or without its name before it; null for other texts. */
export function versionNamed(product: ProductId, written: string): string | null {
  const named = afterProduct(written.trim());
  if (named !== null && named.product !== product) return null;
  const text = named?.version ?? written.trim();
  const { versions, system } = productOf(product);
  if (system !== null) {
    const pinned = system.readPin(text);
    return pinned && system.pinName(pinned);
  }
  const number = withoutWildcards(text);
  const understood = versions.read(number);
  if (understood.form === 'release') return understood.version;
  if (understood.form === 'partial') return number;
  // A range in the words of tools: `~> 16.6`.
  const isOwn = numbersIn(text).every((each) => versions.read(each).form !== 'unknown');
  return isOwn && readVersionRange(text) !== null ? text : null;
}

/** Numbers in a range, without their wildcards. */
function numbersIn(text: string): string[] {
  return (text.match(/\d[\w.*-]*/g) ?? []).map(withoutWildcards);
}

/** Id or display name of a product at the beginning of a text, and the rest; null if there is none. */
function afterProduct(text: string): NamedVersion | null {
  const lower = text.toLowerCase();
  for (const { id, names } of products())
    for (const name of [id, names.display.toLowerCase()])
      if (lower.startsWith(`${name} `)) return { product: id, version: text.slice(name.length).trim() };
  return null;
}
