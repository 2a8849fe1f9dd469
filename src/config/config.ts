import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type * as z from 'zod';
import { text } from '../l10n/index.ts';
import { depthOfBrackets, type Problem, type Text } from '../model/index.ts';
import { EMPTY_CONFIG, type Config, type WithLineNumber } from './types.ts';
import { validationErrorText } from './issue-text.ts';
import {
  Accepted,
  CheckOverride,
  Features,
  FolderName,
  Ignore,
  KnownIssue,
  SeverityFloor,
  Prefer,
  SoakDays,
} from './schema.ts';

/** Stands for a value that could not be resolved. No schema accepts it. */
const NO_VALUE = Symbol('no value');
/** Maximum number of aliases per anchor, a bound on the memory for expanded YAML. */
const MAX_ALIASES = 100;
/** Maximum nesting of brackets. A valid file needs two levels. */
const MAX_DEPTH = 100;

const CONFIG_KEYS = [
  'features',
  'severity-floor',
  'ignore',
  'known-issues',
  'accepted',
  'checks',
  'baseline',
  'example-folders',
  'soak-days',
  'prefer',
];

/**
 * Parses the configuration file. An invalid entry is skipped and reported with its line; the other entries apply.
 * @param file name of the file, for problems
 */
export function readConfig(content: string, file: string): { config: Config; problems: Problem[] } {
  const lines = new LineCounter();
  const document = parseYaml(content, lines);
  if (document === null)
    return { config: EMPTY_CONFIG, problems: [{ source: file, text: text('config.tooDeep') }] };
  const reader = new EntryReader(document, lines, file);
  for (const error of document.errors) {
    reader.report(
      text('config.syntax', {
        error: error.message.split('\n')[0] ?? '',
        line: lines.linePos(error.pos[0]).line,
      }),
    );
  }
  if (document.contents === null) return { config: EMPTY_CONFIG, problems: reader.problems };
  if (!isMap(document.contents)) {
    reader.report(text('config.notAMap'));
    return { config: EMPTY_CONFIG, problems: reader.problems };
  }
  reader.reportUnknownKeys(CONFIG_KEYS);
  const config: Config = {
    features: reader.list('features', Features).map(({ value }) => value),
    severityFloor: reader.scalar('severity-floor', SeverityFloor),
    ignore: reader.entries('ignore', Ignore),
    knownIssues: reader.entries('known-issues', KnownIssue),
    accepted: reader.entries('accepted', Accepted),
    checks: reader.record('checks', CheckOverride),
    baseline: reader.text('baseline'),
    exampleFolders: reader.has('example-folders')
      ? reader.list('example-folders', FolderName).map(({ value }) => value)
      : EMPTY_CONFIG.exampleFolders,
    soakDays: reader.scalar('soak-days', SoakDays),
    prefer: reader.scalar('prefer', Prefer),
  };
  return { config, problems: reader.problems };
}

/** Parsed YAML; null if it is nested too deeply. */
function parseYaml(content: string, lineCounter: LineCounter): Document.Parsed | null {
  if (depthOfBrackets(content) > MAX_DEPTH) return null;
  try {
    return parseDocument(content, { lineCounter, logLevel: 'error' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Reads the entries of the file, and reports invalid ones with their line. */
class EntryReader {
  readonly problems: Problem[] = [];
  readonly #document: Document.Parsed;
  readonly #lines: LineCounter;
  readonly #file: string;

  constructor(document: Document.Parsed, lines: LineCounter, file: string) {
    this.#document = document;
    this.#lines = lines;
    this.#file = file;
  }

  report(message: Problem['text']): void {
    this.problems.push({ source: this.#file, text: message });
  }

  reportUnknownKeys(known: readonly string[]): void {
    if (!isMap(this.#document.contents)) return;
    for (const pair of this.#document.contents.items) {
      const key = isScalar(pair.key) ? String(pair.key.value) : '';
      if (known.includes(key)) continue;
      const offset = (pair.key as Node).range?.[0] ?? 0;
      this.report(text('config.unknownKey', { key, line: this.#lineAt(offset) }));
    }
  }

  /** True if a key is present, even with an empty value. */
  has(key: string): boolean {
    return this.#document.has(key);
  }

  list<T>(key: string, schema: z.ZodType<T>): { value: T; line: number }[] {
    const node = this.#valueOf(key);
    if (node === undefined || (isScalar(node) && node.value === null)) return [];
    if (!isSeq(node)) {
      this.#reportMisfit(key, node, text('config.issue.list'));
      return [];
    }
    const found: { value: T; line: number }[] = [];
    for (const item of node.items as Node[]) {
      const parsed = this.#parse(schema, item);
      if (parsed.success) found.push({ value: parsed.data, line: this.#lineOf(item) });
      else this.#reportMisfit(key, invalidRangeNode(item, parsed.error) ?? item, parsed.error);
    }
    return found;
  }

  entries<T extends object>(key: string, schema: z.ZodType<T>): WithLineNumber<T>[] {
    return this.list(key, schema).map(({ value, line }) => ({ ...value, line }));
  }

  record<T extends object>(key: string, schema: z.ZodType<T>): Record<string, WithLineNumber<T>> {
    const node = this.#valueOf(key);
    const found = new Map<string, WithLineNumber<T>>();
    if (node === undefined || (isScalar(node) && node.value === null)) return {};
    if (!isMap(node)) {
      this.#reportMisfit(key, node, text('config.issue.map'));
      return {};
    }
    for (const pair of node.items) {
      const value = pair.value as Node | null;
      const parsed = this.#parse(schema, value);
      const name = isScalar(pair.key) ? String(pair.key.value) : '';
      const at = pair.key as Node;
      if (parsed.success) found.set(name, { ...parsed.data, line: this.#lineOf(at) });
      else this.#reportMisfit(`${key}.${name}`, at, parsed.error);
    }
    return Object.fromEntries(found);
  }

  scalar<T>(key: string, schema: z.ZodType<T>): T | null {
    const node = this.#valueOf(key);
    if (node === undefined) return null;
    const parsed = this.#parse(schema, node);
    if (parsed.success) return parsed.data;
    this.#reportMisfit(key, node, parsed.error);
    return null;
  }

  text(key: string): string | null {
    const node = this.#valueOf(key);
    if (node === undefined) return null;
    if (isScalar(node) && (typeof node.value === 'string' || node.value === null)) return node.value;
    this.#reportMisfit(key, node, text('config.issue.text'));
    return null;
  }

  /** Value of a key; undefined if the key is missing or belongs to a `!!set`. */
  #valueOf(key: string): Node | undefined {
    const value: unknown = this.#document.get(key, true);
    return isNode(value) ? value : undefined;
  }

  /** Validates a value. Fails if it contains an undefined alias, or more aliases than allowed. */
  #parse<T>(schema: z.ZodType<T>, node: Node | null): z.ZodSafeParseResult<T> {
    try {
      return schema.safeParse(node?.toJS(this.#document, { maxAliasCount: MAX_ALIASES }));
    } catch (error) {
      if (!(error instanceof ReferenceError) && !(error instanceof RangeError)) throw error;
      return schema.safeParse(NO_VALUE);
    }
  }

  #reportMisfit(key: string, node: Node, mistake: Text | z.ZodError): void {
    const line = this.#lineOf(node);
    if ('key' in mistake) this.report(text('config.misfit', { key, issue: mistake, line }));
    else if (lacksReason(mistake)) this.report(text('config.noReason', { key, line }));
    else this.report(text('config.misfit', { key, issue: validationErrorText(mistake), line }));
  }

  #lineOf(node: Node): number {
    return this.#lineAt(node.range?.[0] ?? 0);
  }

  #lineAt(offset: number): number {
    return this.#lines.linePos(offset).line;
  }
}

/** Node of the invalid version range in an entry, which can be many lines below its start; null for any other error. */
function invalidRangeNode(entry: Node, { issues }: z.ZodError): Node | null {
  const [issue] = issues;
  if (issue?.code !== 'custom' || !isMap(entry)) return null;
  const node: unknown = entry.getIn(issue.path, true) ?? entry.getIn(issue.path.slice(0, -1), true);
  return isNode(node) ? node : null;
}

/** True if the only error of an entry is its missing reason. */
function lacksReason({ issues }: z.ZodError): boolean {
  return issues.length > 0 && issues.every(({ path }) => path.length === 1 && path[0] === 'reason');
}
