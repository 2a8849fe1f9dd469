import type { Block, Expression, SourceFile } from '../syntax/index.ts';
import type { ParameterValues, SettingValue } from '../model/index.ts';
import { endOfLine, indentAt, indented, lineEnding, type Change } from './edit.ts';

type Attribute = Block['body']['attributes'][number];

/** An expression in HCL. */
export class Code {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Sets an argument to a literal or an expression. Null if its present value is no literal. */
export function setArgument(
  source: SourceFile,
  block: Block,
  name: string,
  value: SettingValue | Code,
): Change[] | null {
  return setExpressions(source, block, { [name]: literal(value) });
}

/** Sets arguments to expressions; new ones are added together. */
export function setExpressions(
  source: SourceFile,
  block: Block,
  expressions: Readonly<Record<string, string>>,
): Change[] | null {
  const changes: Change[] = [];
  const lines: string[] = [];
  for (const [name, expression] of Object.entries(expressions)) {
    const written = block.body.attributes.findLast((attribute) => attribute.name === name);
    if (written === undefined) {
      lines.push(`${name} = ${expression}`);
      continue;
    }
    const { start, end, kind } = written.value;
    if (kind !== 'literal' && kind !== 'list') return null;
    const [from, to] = isQuoted(source, written.value) ? [start - 1, end + 1] : [start, end];
    changes.push({ start: from, end: to, text: expression });
  }
  if (lines.length === 0) return changes;
  const inserted = insertLines(source, block, lines);
  return inserted === null ? null : [...changes, ...inserted];
}

/** Adds texts to an argument that is a list, in the style of the list. */
export function addToList(
  source: SourceFile,
  block: Block,
  name: string,
  items: readonly string[],
): Change[] | null {
  const written = block.body.attributes.findLast((attribute) => attribute.name === name);
  if (written === undefined) return insertLines(source, block, [`${name} = ${literal(items)}`]);
  const list = written.value;
  if (list.kind !== 'list') return null;
  const present = list.items.map((item) => (item.kind === 'literal' ? item.text : ''));
  const missing = items.filter((item) => !present.includes(item)).map((item) => `"${item}"`);
  const last = list.items.at(-1);
  if (missing.length === 0) return [];
  if (last === undefined) return [{ start: list.start, end: list.end, text: `[${missing.join(', ')}]` }];
  const at = isQuoted(source, last) ? last.end + 1 : last.end;
  const isOneLine = !source.text.slice(list.start, list.end).includes('\n');
  if (isOneLine) return [{ start: at, end: at, text: missing.map((item) => `, ${item}`).join('') }];
  const newLine = lineEnding(source.text) + indentAt(source.text, last.start);
  const hasComma = /^[ \t]*,/.exec(source.text.slice(at))?.[0] ?? '';
  const lines =
    hasComma === ''
      ? missing.map((item) => `,${newLine}${item}`)
      : missing.map((item) => `${newLine}${item},`);
  return [{ start: at + hasComma.length, end: at + hasComma.length, text: lines.join('') }];
}

/** Sets parameters of a parameter group: changes the value of existing blocks, and adds new blocks after the last. */
export function setParameters(
  source: SourceFile,
  group: Block,
  { parameters, lists = [] }: ParameterValues,
): Change[] | null {
  const changes: Change[] = [];
  const lines: string[] = [];
  for (const [name, value] of Object.entries(parameters)) {
    const written = group.body.blocks.find(
      (block) => block.type === 'parameter' && textAt(block, 'name') === name,
    );
    if (written === undefined) {
      lines.push('', ...parameterBlock(name, value, lists.includes(name)));
      continue;
    }
    const change = setArgument(source, written, 'value', value);
    if (change === null) return null;
    changes.push(...change);
  }
  if (lines.length === 0) return changes;
  const inserted = insertBeforeBrace(source, group, lines);
  return inserted === null ? null : [...changes, ...inserted];
}

/**
 * Block of a parameter. If a server reads it only at its start, the block states that it takes effect after a restart.
 */
export function parameterBlock(name: string, value: string, isLoaded: boolean): string[] {
  const lines = isLoaded
    ? [`  name         = "${name}"`, `  value        = "${value}"`, '  apply_method = "pending-reboot"']
    : [`  name  = "${name}"`, `  value = "${value}"`];
  return ['parameter {', ...lines, '}'];
}

/** Inserts lines at the end of a block; null if something else precedes its closing brace on the line. */
export function insertBeforeBrace(
  source: SourceFile,
  block: Block,
  lines: readonly string[],
): Change[] | null {
  const end = blockEnd(source.text, block);
  const before = end === null ? null : lineOfBrace(source, end);
  if (before === null) return null;
  const eol = lineEnding(source.text);
  const text = indented(lines, `${before.indent}  `, eol) + eol;
  return [{ start: before.at, end: before.at, text }];
}

/** Appends blocks to a file. */
export function appendBlocks(source: SourceFile, lines: readonly string[]): Change[] {
  const eol = lineEnding(source.text);
  const gap = source.text === '' || source.text.endsWith('\n') ? eol : eol + eol;
  const at = source.text.length;
  return [{ start: at, end: at, text: gap + lines.join(eol) + eol }];
}

/**
 * Inserts lines between the arguments and the nested blocks, separated by blank lines, so that nothing needs a new
 * alignment.
 */
function insertLines(source: SourceFile, block: Block, lines: readonly string[]): Change[] | null {
  const eol = lineEnding(source.text);
  const firstBlock = Math.min(...block.body.blocks.map(({ typeSpan }) => typeSpan.start));
  const anchor = block.body.attributes.findLast(
    (attribute) => attribute.nameSpan.start < firstBlock && isOneLine(source, attribute),
  );
  if (anchor === undefined) {
    return insertBeforeBrace(source, block, lines);
  }
  const indent = indentAt(source.text, anchor.nameSpan.start);
  const at = endOfLine(source.text, anchor.value.end);
  const isLineOfItsOwn = source.text.slice(0, anchor.nameSpan.start).endsWith(`\n${indent}`);
  if (!isLineOfItsOwn || source.text.slice(anchor.value.end, at).includes('}')) return null;
  const following = source.text.slice(at).replace(/^\r?\n/, '');
  const gap = /^[ \t]*(?:\r?\n|\}|$)/.test(following) ? '' : eol;
  return [{ start: at, end: at, text: `${eol}${eol}${indented(lines, indent, eol)}${gap}` }];
}

function isOneLine(source: SourceFile, { nameSpan, value }: Attribute): boolean {
  return !source.text.slice(nameSpan.start, value.end).includes('\n');
}

/** Start of the line of a closing brace; null if something else precedes the brace on its line. */
function lineOfBrace(source: SourceFile, end: number): { at: number; indent: string } | null {
  const lineStart = source.text.lastIndexOf('\n', end - 1) + 1;
  const indent = source.text.slice(lineStart, end - 1);
  return indent.trim() === '' && lineStart > 0 ? { at: lineStart, indent } : null;
}

/** Offset after a block's closing brace; null if it cannot be found with certainty. */
export function blockEnd(text: string, block: Block): number | null {
  const label = block.labels.at(-1) ?? block.typeSpan;
  let at = text.indexOf('{', label.end) + 1;
  for (const { value } of block.body.attributes) at = Math.max(at, value.end);
  for (const inner of block.body.blocks) {
    const end = blockEnd(text, inner);
    if (end === null) return null;
    at = Math.max(at, end);
  }
  at = endOfMatch(/["\s,]*/y, text, at) ?? at;
  for (let next: number | null = at; next !== null; next = endOfMatch(COMMENT, text, at)) at = next;
  return text.charAt(at) === '}' ? at + 1 : null;
}

/** A comment, and the spaces after it. */
const COMMENT = /(?:(?:#|\/\/)[^\n]*|\/\*[\s\S]*?\*\/)\s*/y;

/** End of a sticky pattern's match; null without a match. */
function endOfMatch(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function textAt(block: Block, name: string): string | null {
  const value = block.body.attributes.findLast((attribute) => attribute.name === name)?.value;
  return value?.kind === 'literal' ? value.text : null;
}

/** Source text of an expression, with its quotes. */
export function codeOfExpression(source: SourceFile, expression: Expression): string {
  const { start, end } = expression;
  return isQuoted(source, expression) ? source.text.slice(start - 1, end + 1) : source.text.slice(start, end);
}

function isQuoted(source: SourceFile, { kind, start }: Expression): boolean {
  return kind === 'literal' && source.text.charAt(start - 1) === '"';
}

/** A value in HCL. */
export function literal(value: SettingValue | Code): string {
  if (value instanceof Code) return value.text;
  if (Array.isArray(value)) return `[${(value as readonly SettingValue[]).map(literal).join(', ')}]`;
  return JSON.stringify(value);
}
