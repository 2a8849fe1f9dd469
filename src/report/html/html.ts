import { memoize, escapeInvisible } from '../../model/index.ts';

/**
 * A piece of HTML. Only {@link fragment} and {@link trusted} create one, so that text from outside never becomes markup.
 */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | null | readonly Part[];

/** HTML from a template: escapes texts, keeps pieces of HTML and lists of them, and leaves out null. */
export function fragment(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const own = unindented(strings);
  return new Html(own.reduce((all, string, i) => all + markupOf(parts[i - 1] ?? null) + string));
}

/** Markup of a template without the indentation of its source, which thousands of rows would repeat. */
const unindented = memoize((strings: TemplateStringsArray): readonly string[] =>
  strings.map((string) => string.replace(/\n\s*/g, '\n')),
);

/** HTML from a constant in our code. */
export function trusted(text: string): Html {
  return new Html(text);
}

/** Text in which no date breaks at a hyphen. */
export function withWholeDates(words: string): Part {
  return words
    .split(/(\d{4}-\d\d-\d\d)/)
    .map((part, index) => (index % 2 === 1 ? fragment`<span class="date">${part}</span>` : part));
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
  return escapeInvisible(text).replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}
