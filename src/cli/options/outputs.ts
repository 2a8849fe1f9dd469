/** Formats for programs: standard output contains nothing but the result. */
const ROW_FORMATS = ['jsonl', 'csv'] as const;
/** Formats for documents. */
const DOCUMENT_FORMATS = ['markdown', 'html'] as const;
/** Formats of findings for other tools. */
const FINDING_FORMATS = ['sarif', 'junit'] as const;
/** Formats for lists. */
const LIST_FORMATS = ['text', 'json', ...ROW_FORMATS, ...DOCUMENT_FORMATS] as const;

/**
 * Formats of each command, the default first. The help, the validation and the writers (print-result.ts) all use this
 * table.
 */
export const OUTPUTS = {
  scan: [...LIST_FORMATS, ...FINDING_FORMATS],
  account: [...LIST_FORMATS, ...FINDING_FORMATS],
  checklist: [...LIST_FORMATS, ...FINDING_FORMATS],
  policy: ['text', 'json'],
  bugs: LIST_FORMATS,
  upgrade: LIST_FORMATS,
  incident: ['text', 'json', ...DOCUMENT_FORMATS],
  'support-pack': ['text', ...DOCUMENT_FORMATS],
  brief: ['text', ...DOCUMENT_FORMATS],
  'catalogue status': LIST_FORMATS,
  'catalogue update': ['text', 'json'],
  'catalogue export': ['json', ...ROW_FORMATS],
  site: ['text'],
  watch: LIST_FORMATS,
  mcp: ['json'],
} as const satisfies Record<string, readonly [string, ...string[]]>;

export type OutputName = keyof typeof OUTPUTS;
export type Format = (typeof OUTPUTS)[OutputName][number];

/** All formats, in the order of the help. */
export const FORMATS: readonly Format[] = [...LIST_FORMATS, ...FINDING_FORMATS];
