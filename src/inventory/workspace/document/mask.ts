/** Stands for what a text template writes there; a private-use character, so no file has it by itself. */
const TEMPLATE_MARK = '\uE000';
const CONTROL_LINE = /^[ \t]*\uE000[\uE000 \t]*$/gm;
const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };

/** Whether a text has Go or Jinja template expressions; CloudFormation's own `{{resolve:…}}` is none. */
export function hasTemplating(text: string): boolean {
  return text.includes('{{') || text.includes('{%');
}

/**
 * The text with its template expressions replaced by marks of the same length, lines of nothing else by blanks: every
 * offset, line and column stays what it was.
 */
export function maskTemplating(text: string): string {
  let masked = '';
  let kept = 0;
  for (const opener of text.matchAll(/\{\{(?!resolve:)|\{%|\{#/g)) {
    if (opener.index < kept) continue;
    const closer = CLOSERS[opener[0]] ?? '';
    const close = text.indexOf(closer, opener.index + 2);
    if (close < 0) break;
    const end = close + closer.length;
    masked +=
      text.slice(kept, opener.index) + text.slice(opener.index, end).replace(/[^\r\n]/g, TEMPLATE_MARK);
    kept = end;
  }
  return (masked + text.slice(kept)).replace(CONTROL_LINE, (line) => ' '.repeat(line.length));
}

/** Whether a masked text holds a template expression. */
export function isMasked(text: string): boolean {
  return text.includes(TEMPLATE_MARK);
}
