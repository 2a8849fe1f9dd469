/** Stands for what a text template writes there; a private-use character, so no file has it by itself. */
const TEMPLATE_MARK = '\uE000';
const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };
/** In a script `${#names[@]}` counts, and `{{resolve:…}}` is CloudFormation's. */
const OPENER = /\{\{(?!resolve:)|\{%|(?<!\$)\{#/g;
/** A line that a template writes as a whole. */
const WRITTEN_LINE = /^[ \t]*\uE000[\uE000 \t]*$/gm;
/** Expressions that decide what of the text around them is written, and write nothing themselves. */
const CONTROL =
  /^(?:\{%|\{#|\{\{-?\s*(?:\/\*|(?:if|else|end|range|with|define|block|template|break|continue)\b|\$\w+\s*:?=))/;
const RAW = /^\{%-?\s*raw\b/;
const END_OF_RAW = /\{%-?\s*endraw\b/g;
/** A decision within one line: `{{ if .X }}3306{{ else }}5432{{ end }}`. */
const DECISION = new RegExp(
  [
    String.raw`\{\{-?\s*(?:if|range|with)\b.{0,500}\{\{-?\s*end\s*-?\}\}`,
    String.raw`\{%-?\s*(?:if|for)\b.{0,500}\{%-?\s*end(?:if|for)\s*-?%\}`,
    String.raw`%\{~?\s*(?:if|for)\b.{0,500}%\{~?\s*end(?:if|for)\s*~?\}`,
  ].join('|'),
  'g',
);
/** A decision of a template of Terraform. Only these: formats of logs and of curl have words in the same brackets. */
const DECIDES = String.raw`%\{~?[ \t]*(?:if|else|endif|for|endfor)\b`;
const DIRECTIVE = new RegExp(String.raw`${DECIDES}(?:[^{}\n]|\{[^{}\n]{0,500}\}){0,500}\}`, 'g');

const TOP_KEY = /^\w[\w.-]*:(?= |$)/m;
/** A line that a text template writes, or decides about, at the very left. */
const LINE_AT_LEFT = new RegExp(String.raw`^(?:\{\{.*\}\}|\{%.*%\}|${DECIDES}.*\}) *$`, 'm');

/** Whether a text template writes a line below a key of the document itself, where YAML can have nothing but keys. */
export function isWrittenBetweenKeys(text: string): boolean {
  const key = text.search(TOP_KEY);
  return key >= 0 && LINE_AT_LEFT.test(text.slice(key));
}

/** Whether a text has template expressions of Go, Jinja or Terraform; CloudFormation's own `{{resolve:…}}` is none. */
export function hasTemplating(text: string): boolean {
  if (text.includes('{{') || text.includes('{%')) return true;
  return text.includes('%{') && text.search(DIRECTIVE) >= 0;
}

/**
 * The text with the template expressions that write something replaced by marks, and those that only decide by blanks:
 * every offset, line and column stays what it was. Where lines depend on a decision, those of every way remain, so a key
 * can stand there several times.
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

/** Where text ends that is written as it stands, whatever it looks like: before the tag that says so. */
function endOfRaw(text: string, start: number): number {
  END_OF_RAW.lastIndex = start;
  return END_OF_RAW.exec(text)?.index ?? text.length;
}

function masks(expression: string): string {
  return expression.replace(/[^\r\n]/g, CONTROL.test(expression) ? ' ' : TEMPLATE_MARK);
}

/** Whether a masked text holds a template expression. */
export function isMasked(text: string): boolean {
  return text.includes(TEMPLATE_MARK);
}
