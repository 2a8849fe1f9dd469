import { fragment, type Part } from '../report/index.ts';

/** Exported under the name by which formatters and editors recognise such templates. */
export { fragment as html, type Html, type Part } from '../report/index.ts';

/** A link to another site; only the words if the address is not an https page. */
export function externalLink(url: string | null, words: Part): Part {
  const isLink = url !== null && URL.parse(url)?.protocol === 'https:';
  return isLink ? fragment`<a href="${url}" rel="external">${words}</a>` : words;
}
