/** Generates the static site of the catalogue: pages, feeds, and data files. */
export { SITE_ADDRESS, normaliseAddress } from './address.ts';
export { canReplace } from './replace-folder.ts';
export { builtAssetsFolder, writeSite } from './write.ts';
