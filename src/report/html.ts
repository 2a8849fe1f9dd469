import { memoize, visible } from '../model/index.ts';

/** A piece of HTML: only {@link fragment} and {@link trusted} make one, so that no text from outside is taken for markup. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | null | readonly Part[];

/** HTML from a template: what is put in is escaped, pieces of HTML and lists of them are not, null is nothing. */
export function fragment(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const own = unindented(strings);
  return new Html(own.reduce((all, string, i) => all + markupOf(parts[i - 1] ?? null) + string));
}

/** A template's own markup without the indentation of its source, which thousands of rows would carry. */
const unindented = memoize((strings: TemplateStringsArray): readonly string[] =>
  strings.map((string) => string.replace(/\n\s*/g, '\n')),
);

/** Markup that was written here, as a constant. */
export function trusted(text: string): Html {
  return new Html(text);
}

function markupOf(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return escapeHtml(String(part));
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return visible(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
