/** Text from outside as Markdown text: nothing in it is markup, a link, an image or HTML. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+!|~<>&$@:-]/g, (character) => `\\${character}`).replace(/\r?\n/g, ' ');
}

/** A Markdown link, or the plain label where the address is not an https page of the vendor or of MySQL. */
export function markdownLink(label: string, url: string | null): string {
  const text = escapeMarkdown(label);
  return url !== null && isSafeLink(url)
    ? `[${text}](${encodeURI(decodeURI(url)).replace(/[()]/g, escapeParenthesis)})`
    : text;
}

const LINKED_HOSTS = ['docs.aws.amazon.com', 'alas.aws.amazon.com', 'bugs.mysql.com', 'dev.mysql.com'];

/** Links lead to https pages of known hosts only: addresses come from scraped pages. */
export function isSafeLink(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && parsed.protocol === 'https:' && LINKED_HOSTS.includes(parsed.hostname);
}

function escapeParenthesis(character: string): string {
  return character === '(' ? '%28' : '%29';
}

/** Text as a code span: with more backticks around it than it holds in a row itself. */
export function codeSpan(code: string): string {
  const longest = Math.max(0, ...(code.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const gap = longest > 0 ? ' ' : '';
  return `${fence}${gap}${code.replace(/\r?\n/g, ' ')}${gap}${fence}`;
}
