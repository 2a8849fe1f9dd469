/**
 * The id of a product, something with release notes: `aurora-mysql`. Which products there are, and all that is special about
 * one, is told by the registry of products/.
 */
export type ProductId = string;
