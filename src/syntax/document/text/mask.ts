/** Replaces output of a text template. Files do not contain this private-use character. */
const TEMPLATE_MARK = '\uE000';
const CLOSERS: Readonly<Record<string, string>> = { '{{': '}}', '{%': '%}', '{#': '#}' };
/**
 * Opening of a template expression. Excludes `${#names[@]}`, a count in scripts, and CloudFormation's `{{resolve:…}}`.
 */
const EXPRESSION_START = /\{\{(?!resolve:)|\{%|(?<!\$)\{#/g;
/** A line that only consists of template output. */
const TEMPLATE_LINE = /^[ \t]*\uE000[\uE000 \t]*$/gm;
const CONTROL_WORDS = 'if|else|end|range|with|define|block|template|break|continue';
/** Expressions without output, which select parts of the text. */
const CONTROL_EXPRESSION = new RegExp(
  String.raw`^(?:\{%|\{#|\{\{-?\s*(?:/\*|(?:${CONTROL_WORDS})\b|\$\w+\s*:?=))`,
);
const RAW_START = /^\{%-?\s*raw\b/;
const RAW_END = /\{%-?\s*endraw\b/g;
/** A condition within one line: `{{ if .X }}3306{{ else }}5432{{ end }}`. */
const INLINE_CONDITION = new RegExp(
  [
    String.raw`\{\{-?\s*(?:if|range|with)\b.{0,500}\{\{-?\s*end\s*-?\}\}`,
    String.raw`\{%-?\s*(?:if|for)\b.{0,500}\{%-?\s*end(?:if|for)\s*-?%\}`,
    String.raw`%\{~?\s*(?:if|for)\b.{0,500}%\{~?\s*end(?:if|for)\s*~?\}`,
  ].join('|'),
  'g',
);
/**
 * A condition of a Terraform template. Limited to these words, because formats of logs and curl use the same brackets.
 */
const TERRAFORM_CONDITION = String.raw`%\{~?[ \t]*(?:if|else|endif|for|endfor)\b`;
const TERRAFORM_DIRECTIVE = new RegExp(
  String.raw`${TERRAFORM_CONDITION}(?:[^{}\n]|\{[^{}\n]{0,500}\}){0,500}\}`,
  'g',
);

const TOP_LEVEL_KEY = /^\w[\w.-]*:(?= |$)/m;
/** A template line without indentation. */
const UNINDENTED_TEMPLATE_LINE = new RegExp(
  String.raw`^(?:\{\{.*\}\}|\{%.*%\}|${TERRAFORM_CONDITION}.*\}) *$`,
  'm',
);

/** True if a template has a line of its own where YAML allows only keys. */
export function hasTemplateLineBetweenKeys(text: string): boolean {
  const key = text.search(TOP_LEVEL_KEY);
  return key >= 0 && UNINDENTED_TEMPLATE_LINE.test(text.slice(key));
}

/**
 * True if a text has template expressions of Go, Jinja or Terraform; CloudFormation's `{{resolve:…}}` does not count.
 */
export function hasTemplating(text: string): boolean {
  if (text.includes('{{') || text.includes('{%')) return true;
  return text.includes('%{') && text.search(TERRAFORM_DIRECTIVE) >= 0;
}

/**
 * Replaces template output by marks, and conditions by blanks: offsets, lines and columns stay. Lines of all branches
 * remain, so a key can occur several times.
 */
export function maskTemplating(text: string): string {
  const decided = text
    .replace(INLINE_CONDITION, (line) => TEMPLATE_MARK.repeat(line.length))
    .replace(TERRAFORM_DIRECTIVE, (written) => ' '.repeat(written.length));
  let masked = '';
  let kept = 0;
  const missing = new Set<string>();
  for (const opener of decided.matchAll(EXPRESSION_START)) {
    const closer = CLOSERS[opener[0]] ?? '';
    if (opener.index < kept || missing.has(closer)) continue;
    const close = decided.indexOf(closer, opener.index + 2);
    if (close < 0) {
      missing.add(closer);
      continue;
    }
    const end = close + closer.length;
    const expression = decided.slice(opener.index, end);
    masked += decided.slice(kept, opener.index) + lengthPreservingMask(expression);
    kept = RAW_START.test(expression) ? endOfRaw(decided, end) : end;
    masked += decided.slice(end, kept);
  }
  return (masked + decided.slice(kept)).replace(TEMPLATE_LINE, (line) => ' '.repeat(line.length));
}

/** End of raw text, before its closing tag. */
function endOfRaw(text: string, start: number): number {
  RAW_END.lastIndex = start;
  return RAW_END.exec(text)?.index ?? text.length;
}

function lengthPreservingMask(expression: string): string {
  return expression.replace(/[^\r\n]/g, CONTROL_EXPRESSION.test(expression) ? ' ' : TEMPLATE_MARK);
}

/** True if a masked text contains a template expression. */
export function isMasked(text: string): boolean {
  return text.includes(TEMPLATE_MARK);
}
