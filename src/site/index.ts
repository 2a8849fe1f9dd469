/** Static site of the catalogue: pages for people, feeds and data for programs, all in our own words. */
export { PUBLISHED_AT, readAddress } from './address.ts';
export { canReplace } from './replace-folder.ts';
export { builtAssets, writeSite } from './write.ts';
