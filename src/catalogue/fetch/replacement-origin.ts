/** Replacement address for a host, `http:` or `https:`; null for any other text. */
export function parseReplacementOrigin(written: string): URL | null {
  const url = URL.parse(written.trim());
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return null;
  const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return isPlain ? url : null;
}
