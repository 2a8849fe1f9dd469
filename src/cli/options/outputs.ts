/** Formats of results that programs read line by line: they have no place for anything but what was asked for. */
const ROWS = ['jsonl', 'csv'] as const;
/** Formats of a document. */
const DOCUMENT = ['markdown', 'html'] as const;
/** Formats of findings for other tools. */
const FINDINGS = ['sarif', 'junit'] as const;
/** Formats of a list. */
const LIST = ['text', 'json', ...ROWS, ...DOCUMENT] as const;

/**
 * The formats that each command writes, its default first: what its help lists, what it accepts and what its code has to hand
 * over (print-result.ts). A list of anything has all of LIST.
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

/** Every format once, in the order in which help lists them. */
export const FORMATS: readonly Format[] = [...LIST, ...FINDINGS];
