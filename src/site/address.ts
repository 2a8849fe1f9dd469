/** Address of the published site. */
export const PUBLISHED_AT = 'https://errata-lens.github.io/errata-lens/';

/** Base address of a site, with a slash at its end; null if it is invalid. */
export function readAddress(written: string): string | null {
  const parsed = URL.parse(written);
  if (parsed === null || !['https:', 'http:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.search !== '' || parsed.hash !== '') return null;
  return parsed.href.endsWith('/') ? parsed.href : `${parsed.href}/`;
}
