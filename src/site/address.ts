/** Where the project publishes it. */
export const PUBLISHED_AT = 'https://errata-lens.github.io/errata-lens/';

/** The address below which a site will stand, with a slash at its end; null for what is none. */
export function readAddress(written: string): string | null {
  const parsed = URL.parse(written);
  if (parsed === null || !['https:', 'http:'].includes(parsed.protocol)) return null;
  if (parsed.username !== '' || parsed.search !== '' || parsed.hash !== '') return null;
  return parsed.href.endsWith('/') ? parsed.href : `${parsed.href}/`;
}
