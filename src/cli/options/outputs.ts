/** Formats for programs that read lines: only the result goes to standard output. */
const ROWS = ['jsonl', 'csv'] as const;
/** Formats of a document. */
const DOCUMENT = ['markdown', 'html'] as const;
/** Formats of findings for other tools. */
const FINDINGS = ['sarif', 'junit'] as const;
/** Formats of a list. */
const LIST = ['text', 'json', ...ROWS, ...DOCUMENT] as const;

/**
 * Formats of each command, its default first. The help, the validation and the writers (print-result.ts) use this
 * table. Every list of formats includes all of LIST.
 */
export const OUTPUTS = {
  scan: [...LIST, ...FINDINGS],
  account: [...LIST, ...FINDINGS],
  checklist: [...LIST, ...FINDINGS],
  policy: ['text', 'json'],
  bugs: LIST,
  upgrade: LIST,
  incident: ['text', 'json', ...DOCUMENT],
  'support-pack': ['text', ...DOCUMENT],
  brief: ['text', ...DOCUMENT],
  'catalogue status': LIST,
  'catalogue update': ['text', 'json'],
  'catalogue export': ['json', ...ROWS],
  site: ['text'],
  watch: LIST,
  mcp: ['json'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type OutputName = keyof typeof OUTPUTS;
export type Format = (typeof OUTPUTS)[OutputName][number];

/** Every format once, in the order of the help. */
export const FORMATS: readonly Format[] = [...LIST, ...FINDINGS];
