import type { ProductId } from '../../model/index.ts';

/** Display names by id, apart from the products: the editor's own process names them and needs none of their rules. */
const NAMES = new Map<ProductId, string>([
  ['aurora-mysql', 'Aurora MySQL'],
  ['amazon-linux-1', 'Amazon Linux 1'],
  ['amazon-linux-2', 'Amazon Linux 2'],
  ['amazon-linux-2023', 'Amazon Linux 2023'],
  ['bottlerocket', 'Bottlerocket'],
  ['aurora-postgresql', 'Aurora PostgreSQL'],
  ['rds-postgresql', 'RDS for PostgreSQL'],
  ['postgresql', 'PostgreSQL'],
  ['rds-mysql', 'RDS for MySQL'],
]);

/**
 * Display name of a product.
 * @throws {RangeError} for an unknown id
 */
export function productName(id: ProductId): string {
  const name = NAMES.get(id);
  if (name === undefined) throw new RangeError(`There is no product ${id}.`);
  return name;
}

/** Names a product until the returned function is called. */
export function nameProduct(id: ProductId, name: string): () => void {
  NAMES.set(id, name);
  return () => void NAMES.delete(id);
}
