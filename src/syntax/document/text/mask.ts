/** Replaces output of a text template; a private-use character, so no file contains it. */
const TEMPLATE_MARK = '\uE000';
const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };
/** Opening of a template expression; in a script `${#names[@]}` is a count, and `{{resolve:…}}` is CloudFormation's. */
const OPENER = /\{\{(?!resolve:)|\{%|(?<!\$)\{#/g;
/** A line that is entirely template output. */
const WRITTEN_LINE = /^[ \t]*\uE000[\uE000 \t]*$/gm;
/** Expressions that select parts of the text and have no output. */
const CONTROL =
  /^(?:\{%|\{#|\{\{-?\s*(?:\/\*|(?:if|else|end|range|with|define|block|template|break|continue)\b|\$\w+\s*:?=))/;
const RAW = /^\{%-?\s*raw\b/;
const END_OF_RAW = /\{%-?\s*endraw\b/g;
/** A condition within one line: `{{ if .X }}3306{{ else }}5432{{ end }}`. */
const DECISION = new RegExp(
  [
    String.raw`\{\{-?\s*(?:if|range|with)\b.{0,500}\{\{-?\s*end\s*-?\}\}`,
    String.raw`\{%-?\s*(?:if|for)\b.{0,500}\{%-?\s*end(?:if|for)\s*-?%\}`,
    String.raw`%\{~?\s*(?:if|for)\b.{0,500}%\{~?\s*end(?:if|for)\s*~?\}`,
  ].join('|'),
  'g',
);
/** A condition of a Terraform template. Only these words: log and curl formats use the same brackets. */
const DECIDES = String.raw`%\{~?[ \t]*(?:if|else|endif|for|endfor)\b`;
const DIRECTIVE = new RegExp(String.raw`${DECIDES}(?:[^{}\n]|\{[^{}\n]{0,500}\}){0,500}\}`, 'g');

const TOP_KEY = /^\w[\w.-]*:(?= |$)/m;
/** A template line without indentation. */
const LINE_AT_LEFT = new RegExp(String.raw`^(?:\{\{.*\}\}|\{%.*%\}|${DECIDES}.*\}) *$`, 'm');

/** True if a template has a line below a key of the document, where YAML allows only keys. */
export function hasTemplateLineBetweenKeys(text: string): boolean {
  const key = text.search(TOP_KEY);
  return key >= 0 && LINE_AT_LEFT.test(text.slice(key));
}

/**
 * True if a text has template expressions of Go, Jinja or Terraform; CloudFormation's `{{resolve:…}}` does not count.
 */
export function hasTemplating(text: string): boolean {
  if (text.includes('{{') || text.includes('{%')) return true;
  return text.includes('%{') && text.search(DIRECTIVE) >= 0;
}

/**
 * Text with template output replaced by marks, and conditions by blanks: offsets, lines and columns are preserved.
 * Lines of all branches remain, so a key can occur several times.
 */
export function maskTemplating(text: string): string {
  const decided = text
    .replace(DECISION, (line) => TEMPLATE_MARK.repeat(line.length))
    .replace(DIRECTIVE, (written) => ' '.repeat(written.length));
  let masked = '';
  let kept = 0;
  const missing = new Set<string>();
  for (const opener of decided.matchAll(OPENER)) {
    const closer = CLOSERS[opener[0]] ?? '';
    if (opener.index < kept || missing.has(closer)) continue;
    const close = decided.indexOf(closer, opener.index + 2);
    if (close < 0) {
      missing.add(closer);
      continue;
    }
    const end = close + closer.length;
    const expression = decided.slice(opener.index, end);
    masked += decided.slice(kept, opener.index) + masks(expression);
    kept = RAW.test(expression) ? endOfRaw(decided, end) : end;
    masked += decided.slice(end, kept);
  }
  return (masked + decided.slice(kept)).replace(WRITTEN_LINE, (line) => ' '.repeat(line.length));
}

/** End of literal text in front of the closing tag. */
function endOfRaw(text: string, start: number): number {
  END_OF_RAW.lastIndex = start;
  return END_OF_RAW.exec(text)?.index ?? text.length;
}

function masks(expression: string): string {
  return expression.replace(/[^\r\n]/g, CONTROL.test(expression) ? ' ' : TEMPLATE_MARK);
}

/** True if a masked text contains a template expression. */
export function isMasked(text: string): boolean {
  return text.includes(TEMPLATE_MARK);
}
