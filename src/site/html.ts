import { fragment, type Part } from '../report/index.ts';

/** By the name under which formatters and editors know such templates. */
export { fragment as html, type Html, type Part } from '../report/index.ts';

/** A link to a page that is not of this site; the words alone where it is no https address. */
export function outside(url: string | null, words: Part): Part {
  const isLink = url !== null && URL.parse(url)?.protocol === 'https:';
  return isLink ? fragment`<a href="${url}" rel="external">${words}</a>` : words;
}
