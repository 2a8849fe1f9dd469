/** The words that every room shares: types, and pure functions on them. */
export * from './asset.ts';
export * from './aurora-version.ts';
export * from './catalogue.ts';
export * from './check.ts';
export * from './clues.ts';
export * from './digest.ts';
export * from './finding.ts';
export * from './location.ts';
export * from './os-image.ts';
export * from './os-package.ts';
export * from './os-version.ts';
export * from './product.ts';
export * from './support.ts';
export * from './taxonomy.ts';
export * from './text.ts';
export * from './tier.ts';
export * from './version.ts';
