/** Public address of the site. */
export const SITE_ADDRESS = 'https://errata-lens.github.io/errata-lens/';

/** Normalises a base address, so that it ends with a slash; null if it is invalid. */
export function normaliseAddress(written: string): string | null {
  const parsed = URL.parse(written);
  if (parsed === null || !['https:', 'http:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.search !== '' || parsed.hash !== '') return null;
  return parsed.href.endsWith('/') ? parsed.href : `${parsed.href}/`;
}
