import type { Asset } from '../../model/index.ts';
import { entryOf, type SourceFile } from '../../syntax/index.ts';
import type { WrittenConstruct } from '../../inventory/index.ts';
import { writtenName } from '../../vocabulary/index.ts';
import { endOfEntry } from '../cloudformation.ts';
import { resourceBlocks, templateResources, type Declaration } from '../declarations.ts';
import { endOfLine, indentAt, lineEnding, type Change } from '../edit.ts';
import { appendPart } from '../programs/group-edit.ts';
import { appendBlocks, blockEnd } from '../terraform.ts';

/**
 * Copy of a cluster's instance, with all its settings. Null if its name is computed, or its declaration creates several.
 */
export function addSecondInstance(
  asset: Asset,
  source: SourceFile,
  declaration: Declaration,
): Change[] | null {
  switch (declaration.tool) {
    case 'terraform':
      return copyBlock(asset, source, declaration);
    case 'cloudformation':
      return copyResource(asset, source, declaration);
    case 'cdk':
      return addReader(source, declaration.construct);
  }
}

const NAME_SUFFIX = 'reader';
/** Settings that two instances must not share. */
const NOT_COPIED = ['dbInstanceIdentifier', 'availabilityZone', 'promotionTier'] as const;

function copyBlock(
  asset: Asset,
  source: SourceFile,
  { block }: Extract<Declaration, { tool: 'terraform' }>,
): Change[] | null {
  const end = blockEnd(source.text, block);
  const [type, label] = block.labels;
  if (end === null || type === undefined || label === undefined) return null;
  const name = `${label.text}_${NAME_SUFFIX}`;
  const isTaken = resourceBlocks(source).some(
    ({ labels }) => labels[0]?.text === type.text && labels[1]?.text === name,
  );
  const { attributes } = block.body;
  const isSeveral = attributes.some((each) => each.name === 'count' || each.name === 'for_each');
  if (isTaken || isSeveral) return null;
  const [identifier, ...dropped] = NOT_COPIED.map((setting) =>
    attributes.find((each) => each.name === writtenName(asset, setting)),
  );
  const changes: Change[] = [{ start: label.start, end: label.end, text: name }];
  if (identifier !== undefined) {
    const { kind, end: at } = identifier.value;
    if (kind !== 'literal' || source.text.charAt(at) !== '"') return null;
    changes.push({ start: at, end: at, text: `-${NAME_SUFFIX}` });
  }
  for (const each of dropped)
    if (each !== undefined) changes.push(lineIfAlone(source, each.nameSpan.start, each.value.end));
  const eol = lineEnding(source.text);
  return appendBlocks(source, copyWithChanges(source, block.typeSpan.start, end, changes).split(eol));
}

function copyResource(
  asset: Asset,
  source: SourceFile,
  { entry, properties, isJson }: Extract<Declaration, { tool: 'cloudformation' }>,
): Change[] | null {
  const name = `${entry.key}${NAME_SUFFIX.charAt(0).toUpperCase()}${NAME_SUFFIX.slice(1)}`;
  if (templateResources(source).some(({ key }) => key === name)) return null;
  const [identifier, ...dropped] = NOT_COPIED.map((setting) =>
    entryOf(properties, writtenName(asset, setting) ?? ''),
  );
  const { start, end: endOfKey } = entry.keySpan;
  const changes: Change[] = [{ start, end: endOfKey, text: name }];
  if (identifier) {
    const { value } = identifier;
    if (value.kind !== 'scalar' || value.tag !== null || value.isTemplated) return null;
    changes.push({ start: value.end, end: value.end, text: `-${NAME_SUFFIX}` });
  }
  // Removing a line of JSON would leave its comma.
  if (isJson && dropped.some((each) => each !== null)) return null;
  for (const each of dropped) if (each) changes.push(lineIfAlone(source, each.keySpan.start, each.value.end));
  const eol = lineEnding(source.text);
  const indent = indentAt(source.text, start);
  if (isJson) {
    const at = start - 1;
    return [
      {
        start: at,
        end: at,
        text: `${copyWithChanges(source, at, entry.value.end, changes)},${eol}${indent}`,
      },
    ];
  }
  const at = endOfEntry(source.text, entry, indent);
  return [
    { start: at, end: at, text: `${eol}${eol}${indent}${copyWithChanges(source, start, at, changes)}` },
  ];
}

/** Adds a reader with the properties of the writer, as the value of `readers`. */
function addReader(source: SourceFile, { properties, language }: WrittenConstruct): Change[] | null {
  const part = (name: string) => properties.parts.find(({ key }) => key === name)?.value;
  const writer = part('writer');
  if (writer === undefined || part('readers') !== undefined) return null;
  const code = source.text.slice(writer.start, writer.end);
  const reader = code.replace(/^([\w.]*ClusterInstance\.\w+\(\s*)(['"])writer\2/, `$1$2${NAME_SUFFIX}$2`);
  if (reader === code) return null;
  return appendPart(source, properties, `readers${language === 'python' ? '=' : ': '}[${reader}]`);
}

/** Range of the line if nothing else is on it. */
function lineIfAlone({ text }: SourceFile, from: number, to: number): Change {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = endOfLine(text, to);
  return { start, end: text.startsWith('\r\n', end) ? end + 2 : end + 1, text: '' };
}

/** Part of a text, with changes. */
function copyWithChanges(
  { text }: SourceFile,
  start: number,
  end: number,
  changes: readonly Change[],
): string {
  const sorted = changes.toSorted((a, b) => b.start - a.start);
  return sorted.reduce(
    (copy, each) => copy.slice(0, each.start - start) + each.text + copy.slice(each.end - start),
    text.slice(start, end),
  );
}
