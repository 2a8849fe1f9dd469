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
import type { Product, ProductNotes, SystemFacts } from './product.ts';

/**
 * Every product, in the order in which people are told of them. The first is meant where nobody says which, and the snapshot
 * counts systems in this order: a new one comes last.
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
 * Adds a product for as long as the process runs, or until the answer is called.
 * @throws {RangeError} when the id is taken
 */
export function registerProduct(product: Product): () => void {
  if (isProduct(product.id)) throw new RangeError(`There is a product ${product.id} already.`);
  REGISTERED.push(product);
  return () => void REGISTERED.splice(REGISTERED.indexOf(product), 1);
}

export function productIds(): ProductId[] {
  return REGISTERED.map(({ id }) => id);
}

export function isProduct(text: string): boolean {
  return REGISTERED.some(({ id }) => id === text);
}

/** @throws {RangeError} for an id that no product has: what comes from outside is asked with {@link isProduct} first */
export function productOf(id: ProductId): Product {
  const found = REGISTERED.find((product) => product.id === id);
  if (found === undefined) throw new RangeError(`There is no product ${id}.`);
  return found;
}

/** As people call it. */
export function productName(id: ProductId): string {
  return productOf(id).names.display;
}

/** A release of each product, to write instead of a text that names none. */
export function exampleReleases(of: readonly Product[]): string[] {
  return of.map(({ names }) => names.examples[0]);
}

/** The product that is meant where nobody says which. */
export function defaultProduct(): ProductId {
  return REGISTERED[0]?.id ?? auroraMysql.id;
}

/** Whether a product is known only as one that others contain: no code declares it. */
export function isUpstreamOnly(id: ProductId): boolean {
  return productOf(id).engine === null && REGISTERED.some(({ upstream }) => upstream?.product === id);
}

/** Whether a product is an operating system whose bugs come from advisories and lists of packages. */
export function isSystem(id: ProductId | null): id is ProductId {
  return id !== null && productOf(id).system !== null;
}

/** Operating systems whose notes are read, in the order in which the snapshot counts them. */
export function notedSystems(): readonly NotedSystem[] {
  return REGISTERED.filter(
    (product): product is NotedSystem => product.system !== null && product.notes !== null,
  );
}

type NotedSystem = Product & { system: SystemFacts; notes: ProductNotes };
