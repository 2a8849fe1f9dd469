/**
 * Something with release notes. A new product is one entry here and one source in catalogue/sources; of
 * Amazon Linux 1 only the dates of its support are known.
 */
export const PRODUCTS = [
  'aurora-mysql',
  'amazon-linux-1',
  'amazon-linux-2',
  'amazon-linux-2023',
  'bottlerocket',
] as const;
export type Product = (typeof PRODUCTS)[number];

export const PRODUCT_NAMES: Record<Product, string> = {
  'aurora-mysql': 'Aurora MySQL',
  'amazon-linux-1': 'Amazon Linux 1',
  'amazon-linux-2': 'Amazon Linux 2',
  'amazon-linux-2023': 'Amazon Linux 2023',
  bottlerocket: 'Bottlerocket',
};

export function isProduct(text: string): text is Product {
  return PRODUCTS.some((product) => product === text);
}
