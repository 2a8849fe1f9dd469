import { addConfigEntry, oneLine } from './config-entry.ts';

/** What a suppression says. */
export interface SuppressionRequest {
  /** A rule or a bug's id. */
  rule: string;
  reason: string;
  /** Last day, YYYY-MM-DD; null means for ever. */
  until: string | null;
}

const HASH = /\.(?:tf|tofu|hcl|tfvars|ya?ml|template|py|sh|bash|cfg|conf)$|(?:Docker|Container)file/i;
const SLASHES = /\.(?:[cm]?[jt]sx?|go|java|cs)$/i;

/**
 * The comment line to put above a line, with that line's indentation and the file's line ending. Null for files whose
 * syntax has no comments (JSON): the configuration file has to say it.
 */
export function suppressionComment(
  file: string,
  line: string,
  eol: string,
  { rule, reason, until }: SuppressionRequest,
): string | null {
  const mark = HASH.test(file) ? '#' : SLASHES.test(file) ? '//' : null;
  if (mark === null) return null;
  const indentation = /^\s*/.exec(line)?.[0] ?? '';
  const date = until === null ? '' : ` until=${until}`;
  return `${indentation}${mark} errata-lens:ignore ${rule}${date} -- ${oneLine(reason)}${eol}`;
}

/**
 * `.errata-lens.yaml` with one more entry under `ignore`, everything else to the letter as it was. Null when the file
 * is not a map, or its `ignore` is no block list: then it is better edited by hand.
 */
export function addIgnoreEntry(
  content: string,
  { rule, resource, reason, until }: SuppressionRequest & { resource: string },
): string | null {
  return addConfigEntry(content, 'ignore', [
    ['rule', rule],
    ['resource', resource],
    ['reason', oneLine(reason)],
    ...(until === null ? [] : [['until', until] as const]),
  ]);
}
