import type { SettingValue } from '../model/index.ts';
import type { Block, SourceFile } from '../syntax/index.ts';
import type { Change } from './edit.ts';
import { Code, insertBeforeBrace, literal, setArgument } from './terraform.ts';

/** Value of an argument, or the arguments of a block. */
export type BlockValue = SettingValue | Code | { readonly [name: string]: BlockValue };

/** True if a block has something at a path. */
export function hasAtPath(block: Block, [name = '', ...rest]: readonly string[]): boolean {
  const { attributes, blocks } = block.body;
  if (rest.length === 0) return attributes.some((attribute) => attribute.name === name);
  return blocks.some((inner) => inner.type === name && hasAtPath(inner, rest));
}

/**
 * Sets the value at a path of a block (`health_check.interval`); a map is a nested block, and new blocks are added at
 * the end. Null if several blocks have the same name, or a present value is not a literal.
 */
export function setAtPath(
  source: SourceFile,
  block: Block,
  path: readonly string[],
  value: BlockValue,
): Change[] | null {
  const [name = '', ...rest] = path;
  if (rest.length === 0 && !isMap(value)) return setArgument(source, block, name, value);
  const [inner, ...others] = block.body.blocks.filter(({ type }) => type === name);
  const isDynamic = block.body.blocks.some(
    ({ type, labels }) => type === 'dynamic' && labels[0]?.text === name,
  );
  if (isDynamic || others.length > 0) return null;
  if (inner === undefined) return insertBeforeBrace(source, block, ['', ...linesAt(path, value)]);
  if (rest.length > 0 || !isMap(value)) return setAtPath(source, inner, rest, value);
  const changes: Change[] = [];
  for (const [key, field] of Object.entries(value)) {
    const own = setAtPath(source, inner, [key], field);
    if (own === null) return null;
    changes.push(...own);
  }
  return changes;
}

function linesAt([name = '', ...rest]: readonly string[], value: BlockValue): string[] {
  if (rest.length > 0) return inBlock(name, linesAt(rest, value));
  if (!isMap(value)) return [`${name} = ${literal(value)}`];
  const fields = Object.entries(value);
  const width = Math.max(...fields.map(([key, field]) => (isMap(field) ? 0 : key.length)));
  return inBlock(
    name,
    fields.flatMap(([key, field]) =>
      isMap(field) ? linesAt([key], field) : [`${key.padEnd(width)} = ${literal(field)}`],
    ),
  );
}

function inBlock(name: string, lines: readonly string[]): string[] {
  return [`${name} {`, ...lines.map((line) => `  ${line}`), '}'];
}

function isMap(value: BlockValue): value is { readonly [name: string]: BlockValue } {
  return !(value instanceof Code) && typeof value === 'object' && value !== null && !Array.isArray(value);
}
