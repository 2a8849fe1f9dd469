/**
 * Id of a product with release notes: `aurora-mysql`. The registry of products/ lists the products and their
 * properties.
 */
export type ProductId = string;
