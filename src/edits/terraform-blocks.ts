import type { SettingValue } from '../model/index.ts';
import type { Block, SourceFile } from '../syntax/index.ts';
import type { Change } from './edit.ts';
import { Code, insertBeforeBrace, literal, setArgument } from './terraform.ts';

/**
 * Sets what stands at a path of a block (`health_check.interval`); a map is a block of its own. Blocks that are not written
 * yet come to the end. Null where there are several of one, or something else than a literal is written.
 */
export function setAtPath(
  source: SourceFile,
  block: Block,
  path: readonly string[],
  value: SettingValue | Code,
): Change[] | null {
  const [name = '', ...rest] = path;
  if (rest.length === 0 && !isMap(value)) return setArgument(source, block, name, value);
  const [inner, ...others] = block.body.blocks.filter(({ type }) => type === name);
  const isDynamic = block.body.blocks.some(
    ({ type, labels }) => type === 'dynamic' && labels[0]?.text === name,
  );
  if (isDynamic || others.length > 0) return null;
  if (inner === undefined) return insertBeforeBrace(source, block, ['', ...linesAt(path, value)]);
  if (rest.length > 0) return setAtPath(source, inner, rest, value);
  const changes: Change[] = [];
  for (const [key, field] of Object.entries(value as Readonly<Record<string, SettingValue>>)) {
    const own = setAtPath(source, inner, [key], field);
    if (own === null) return null;
    changes.push(...own);
  }
  return changes;
}

function linesAt([name = '', ...rest]: readonly string[], value: SettingValue | Code): string[] {
  if (rest.length === 0 && !isMap(value)) return [`${name} = ${literal(value)}`];
  const fields = rest.length > 0 ? null : Object.entries(value as Readonly<Record<string, SettingValue>>);
  const inner =
    fields === null ? linesAt(rest, value) : fields.flatMap(([key, field]) => linesAt([key], field));
  return [`${name} {`, ...inner.map((line) => `  ${line}`), '}'];
}

function isMap(value: SettingValue | Code): boolean {
  return !(value instanceof Code) && typeof value === 'object' && value !== null && !Array.isArray(value);
}
