import { stringify } from 'yaml';
import type { Declaration } from './declarations.ts';
import {
  entriesOf,
  entryOf,
  itemsOf,
  textOf,
  valueOf,
  type Entry,
  type Node,
  type SourceFile,
} from '../syntax/index.ts';
import { pascalCase } from './fixes/names.ts';
import type { SettingValue } from '../model/index.ts';
import { jsonText, insertJsonBefore, separatorAt } from './template-json.ts';
import { endOfLine, indentAt, indented, lineEnding, type Change } from './edit.ts';

type Resource = Extract<Declaration, { tool: 'cloudformation' }>;
export type TemplateValue = string | number | boolean | readonly TemplateValue[] | TemplateObject;
export interface TemplateObject {
  readonly [name: string]: TemplateValue;
}

/** Sets a property; null if its current value is not a literal. */
export function setProperty(
  source: SourceFile,
  { properties }: Resource,
  name: string,
  value: TemplateValue,
): Change[] | null {
  const written = entryOf(properties, name);
  if (written === null) return insertEntry(source, properties, name, value);
  return isPlain(written.value) ? [replaceValue(source, written.value, value)] : null;
}

/** True if a property is present, with any value. */
export function hasProperty({ properties }: Resource, name: string): boolean {
  return entryOf(properties, name) !== null;
}

/** Adds texts to a property that is a list, in the style of the list. */
export function addToProperty(
  source: SourceFile,
  { properties }: Resource,
  name: string,
  items: readonly string[],
): Change[] | null {
  const written = entryOf(properties, name);
  if (written === null) return insertEntry(source, properties, name, items);
  const list = written.value;
  if (list.kind !== 'list' || list.tag !== null || written.alias !== null) return null;
  const present = list.items.map((item) => (item.kind === 'scalar' ? item.text : ''));
  const missing = items.filter((item) => !present.includes(item));
  const last = itemsOf(list).at(-1);
  if (missing.length === 0) return [];
  if (last?.kind !== 'scalar') return null;
  const at = last.end + (isQuoted(source, last) ? 1 : 0);
  if (source.text.charAt(list.start) === '[') {
    const quote = isQuoted(source, last) ? source.text.charAt(last.start - 1) : '';
    const separator = separatorAt(source, last.start - quote.length);
    const text = missing.map((item) => `,${separator}${quote}${item}${quote}`).join('');
    return [{ start: at, end: at, text }];
  }
  const eol = lineEnding(source.text);
  const end = endOfLine(source.text, at);
  const lines = missing.map((item) => `${eol}${indentAt(source.text, last.start)}- ${item}`);
  return [{ start: end, end, text: lines.join('') }];
}

/** Adds keys and values to a property that is a list of attributes; null for any other form. */
export function addAttributes(
  source: SourceFile,
  { properties }: Resource,
  property: string,
  attributes: Readonly<Record<string, TemplateValue>>,
): Change[] | null {
  const made = Object.entries(attributes).map(([Key, Value]) => ({ Key, Value }));
  const written = entryOf(properties, property);
  if (written === null) return insertEntry(source, properties, property, made);
  const list = written.value;
  const [first] = itemsOf(list);
  if (list.kind !== 'list' || list.tag !== null || written.alias !== null || first?.kind !== 'map')
    return null;
  if (list.items.some((item) => (textOf(valueOf(item, 'Key')) ?? '') in attributes)) return null;
  if (source.text.charAt(list.start) === '[')
    return [
      insertJsonBefore(
        source,
        first.start,
        made.map((value) => ({ value })),
      ),
    ];
  const dash = source.text.lastIndexOf('-', first.start);
  const eol = lineEnding(source.text);
  const indent = indentAt(source.text, dash);
  if (!source.text.slice(0, dash).endsWith(`\n${indent}`)) return null;
  const text = `${indented(yamlLines(made), indent, eol).trimStart()}${eol}${indent}`;
  return [{ start: dash, end: dash, text }];
}

/** Sets parameters in the map of a parameter group. */
export function setMapEntries(
  source: SourceFile,
  resource: Resource,
  property: string,
  values: Readonly<Record<string, string>>,
): Change[] | null {
  const written = entryOf(resource.properties, property);
  if (written === null) return insertEntry(source, resource.properties, property, values);
  const map = written.value;
  if (map.kind === 'map' && map.tag === null && map.entries.length === 0) {
    return [fillMap(source, resource, written, values)];
  }
  const changes: Change[] = [];
  const missing: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const written = entryOf(map, name);
    if (written === null) missing[name] = value;
    else if (isPlain(written.value)) changes.push(replaceValue(source, written.value, value));
    else return null;
  }
  for (const [name, value] of Object.entries(missing).reverse()) {
    const inserted = insertEntry(source, map, name, value);
    if (inserted === null) return null;
    changes.push(...inserted);
  }
  return changes;
}

/** Fills an empty map, `{}`, with its first entries. */
function fillMap(
  source: SourceFile,
  { isJson }: Resource,
  { keySpan, value }: Entry,
  values: Readonly<Record<string, string>>,
): Change {
  const { start, end } = value;
  if (isJson) return { start, end, text: jsonText(source, keySpan.start - 1, values) };
  const eol = lineEnding(source.text);
  const indent = `${indentAt(source.text, keySpan.start)}  `;
  const blank = source.text.charAt(start - 1) === ' ' ? 1 : 0;
  return { start: start - blank, end, text: eol + indented(yamlLines(values), indent, eol) };
}

/** Adds resources after an existing one; in JSON before it. */
export function addResources(
  source: SourceFile,
  { entry, isJson }: Resource,
  resources: Readonly<Record<string, TemplateObject>>,
): Change[] {
  const eol = lineEnding(source.text);
  // A resource that refers to a conditional resource needs the same condition.
  const condition = entryOf(entry.value, 'Condition')?.value;
  const more = condition?.kind === 'scalar' ? { Condition: condition.text } : {};
  const made = Object.entries(resources).map(([name, value]) => [name, { ...more, ...value }] as const);
  if (isJson) {
    const parts = made.map(([name, value]) => ({ name, value }));
    return [insertJsonBefore(source, entry.keySpan.start - 1, parts)];
  }
  const indent = indentAt(source.text, entry.keySpan.start);
  const at = endOfEntry(source.text, entry, indent);
  const blocks = made.map(([name, value]) => eol + eol + indented(yamlLines({ [name]: value }), indent, eol));
  return [{ start: at, end: at, text: blocks.join('') }];
}

/** Adds an entry after the last one, if each is on its own line; in a flow map or JSON before the first one. */
function insertEntry(
  source: SourceFile,
  map: Node | null,
  name: string,
  value: TemplateValue,
): Change[] | null {
  if (map?.kind !== 'map' || map.tag !== null) return null;
  const [first] = map.entries;
  if (first === undefined) return null;
  if (source.text.charAt(map.start) === '{') {
    const { start } = first.keySpan;
    if (source.text.charAt(start - 1) === '"')
      return [insertJsonBefore(source, start - 1, [{ name, value }])];
    return [{ start, end: start, text: `${name}: ${JSON.stringify(value)}, ` }];
  }
  const anchor = entriesOf(map).findLast((entry) => isOneLine(source, entry));
  if (anchor === undefined) return null;
  const eol = lineEnding(source.text);
  const indent = indentAt(source.text, anchor.keySpan.start);
  const at = endOfLine(source.text, anchor.value.end);
  return [{ start: at, end: at, text: eol + indented(yamlLines({ [name]: value }), indent, eol) }];
}

function isOneLine(source: SourceFile, { keySpan, value }: Entry): boolean {
  const isOfThisLine = value.start >= keySpan.end;
  return (
    value.kind === 'scalar' && isOfThisLine && !source.text.slice(keySpan.start, value.end).includes('\n')
  );
}

function isPlain(node: Node): boolean {
  const isLiteral = node.kind === 'scalar' && node.tag === null && !node.isTemplated;
  return isLiteral || (node.kind === 'list' && node.tag === null);
}

/** Replaces a value and keeps its quotes. */
function replaceValue(source: SourceFile, node: Node, value: TemplateValue): Change {
  if (typeof value === 'object' && isQuoted(source, node)) {
    return { start: node.start - 1, end: node.end + 1, text: JSON.stringify(value) };
  }
  const isList = node.kind !== 'scalar';
  const text = isList || typeof value === 'object' ? JSON.stringify(value) : String(value);
  const needsQuotes = !isList && typeof value === 'string' && !isQuoted(source, node) && !isPlainWord(text);
  return { start: node.start, end: node.end, text: needsQuotes ? `'${text}'` : text };
}

/** Words that YAML does not parse as strings. */
const NOT_TEXTS: ReadonlySet<string> = new Set('true false yes no on off null y n'.split(' '));

/** True for text that YAML parses as a string without quotes. */
function isPlainWord(text: string): boolean {
  const isWord = /^[A-Za-z][\w.-]*$/.test(text) && !NOT_TEXTS.has(text.toLowerCase());
  return isWord || text === String(Number(text));
}

function isQuoted(source: SourceFile, node: Node): boolean {
  return /["']/.test(source.text.charAt(node.start - 1));
}

/** End of an entry, including all lines that are indented further than its key. */
export function endOfEntry(text: string, { keySpan }: Entry, indent: string): number {
  let end = endOfLine(text, keySpan.end);
  for (let at = end; at < text.length;) {
    const start = at + (text.startsWith('\r\n', at) ? 2 : 1);
    const next = endOfLine(text, start);
    const line = text.slice(start, next);
    if (line.trim() !== '') {
      if ((/^[ \t]*/.exec(line)?.[0].length ?? 0) <= indent.length) return end;
      end = next;
    }
    at = next;
  }
  return end;
}

function yamlLines(value: TemplateValue): string[] {
  return stringify(value, { singleQuote: true, lineWidth: 0 }).trimEnd().split('\n');
}

/** Value of a setting in a template. */
export function templateValueOf(value: SettingValue): TemplateValue {
  if (value === null) return '';
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly SettingValue[]).map(templateValueOf);
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => [pascalCase(name), templateValueOf(field)]),
  );
}
