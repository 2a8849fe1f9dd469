import { fragment, type Part } from '../report/index.ts';

/** Formatters and editors recognise HTML templates by this name. */
export { fragment as html, type Html, type Part } from '../report/index.ts';

/** Link to another site; plain words if the address is not https. */
export function externalLink(url: string | null, words: Part): Part {
  const isLink = url !== null && URL.parse(url)?.protocol === 'https:';
  return isLink ? fragment`<a href="${url}" rel="external">${words}</a>` : words;
}
