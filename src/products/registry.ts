import type { ProductId } from '../model/index.ts';
import { amazonLinux1 } from './amazon-linux-1/index.ts';
import { amazonLinux2 } from './amazon-linux-2/index.ts';
import { amazonLinux2023 } from './amazon-linux-2023/index.ts';
import { auroraMysql } from './aurora-mysql/index.ts';
import { auroraPostgresql } from './aurora-postgresql/index.ts';
import { bottlerocket } from './bottlerocket/index.ts';
import { postgresql } from './postgresql/index.ts';
import { rdsMysql } from './rds-mysql/index.ts';
import { rdsPostgresql } from './rds-postgresql/index.ts';
import { nameProduct } from './naming/names.ts';
import type { Product, ProductNotes, SystemFacts } from './product.ts';

/**
 * Every product, in display order. The first is the default, and the snapshot refers to systems by this order: append
 * new ones.
 */
const REGISTERED: Product[] = [
  auroraMysql,
  amazonLinux1,
  amazonLinux2,
  amazonLinux2023,
  bottlerocket,
  auroraPostgresql,
  rdsPostgresql,
  postgresql,
  rdsMysql,
];

export function products(): readonly Product[] {
  return REGISTERED;
}

/**
 * Adds a product until the returned function is called.
 * @throws {RangeError} if the id is taken
 */
export function registerProduct(product: Product): () => void {
  if (isProduct(product.id)) throw new RangeError(`There is a product ${product.id} already.`);
  REGISTERED.push(product);
  const unname = nameProduct(product.id, product.names.display);
  return () => {
    unname();
    REGISTERED.splice(REGISTERED.indexOf(product), 1);
  };
}

export function productIds(): ProductId[] {
  return REGISTERED.map(({ id }) => id);
}

export function isProduct(text: string): boolean {
  return REGISTERED.some(({ id }) => id === text);
}

/**
 * Product with an id.
 * @throws {RangeError} for an unknown id: check outside input with {@link isProduct} first
 */
export function productOf(id: ProductId): Product {
  const found = REGISTERED.find((product) => product.id === id);
  if (found === undefined) throw new RangeError(`There is no product ${id}.`);
  return found;
}

/** Example release of each product, for messages about a text that names none. */
export function exampleReleases(of: readonly Product[]): string[] {
  return of.map(({ names }) => names.examples[0]);
}

/** Product that is meant if none is named. */
export function defaultProduct(): ProductId {
  return REGISTERED[0]?.id ?? auroraMysql.id;
}

/** True for a product that exists only inside others: code never declares it. */
export function isUpstreamOnly(id: ProductId): boolean {
  return productOf(id).engine === null && REGISTERED.some(({ upstream }) => upstream?.product === id);
}

/** True for an operating system whose bugs come from advisories and package lists. */
export function isSystem(id: ProductId | null): id is ProductId {
  return id !== null && productOf(id).system !== null;
}

/** Operating systems whose notes are read, in the order that the snapshot refers to. */
export function systemsWithNotes(): readonly SystemWithNotes[] {
  return REGISTERED.filter(
    (product): product is SystemWithNotes => product.system !== null && product.notes !== null,
  );
}

type SystemWithNotes = Product & { system: SystemFacts; notes: ProductNotes };
