import type { Asset, FileLocation } from '../model/index.ts';
import {
  attributeOf,
  blocksOf,
  entryOf,
  linesOf,
  placeOf,
  type Block,
  type Entry,
  type Node,
  type SourceFile,
  type Span,
} from '../syntax/index.ts';
import { declarationOf, type Declaration } from './declarations.ts';

/**
 * Place of a setting or a parameter of an asset, by its name in the tool (`health_check.path`, `HealthCheckPath`,
 * `slow_query_log`). Null if the declaration does not contain it.
 */
export function placeOfSetting(asset: Asset, name: string, source: SourceFile): FileLocation | null {
  const declaration = declarationOf(asset, source);
  if (declaration === null) return null;
  const span = spanOfSetting(declaration, name);
  return span === null ? null : lineOf(source, span);
}

/** Start of an asset's declaration. */
export function placeOfDeclaration(asset: Asset, source: SourceFile): FileLocation | null {
  const declaration = declarationOf(asset, source);
  if (declaration === null) return null;
  return lineOf(source, spanOf(declaration));
}

function spanOf(declaration: Declaration): Pick<Span, 'start' | 'end'> {
  switch (declaration.tool) {
    case 'terraform':
      return declaration.block.labels.at(-1) ?? declaration.block.typeSpan;
    case 'cloudformation':
      return declaration.entry.keySpan;
    case 'cdk':
      return declaration.construct;
  }
}

function spanOfSetting(declaration: Declaration, name: string): Pick<Span, 'start' | 'end'> | null {
  switch (declaration.tool) {
    case 'terraform':
      return inBlock(declaration.block, name);
    case 'cloudformation':
      return inTemplate(declaration, name);
    case 'cdk': {
      const plain = name.replaceAll('_', '').toLowerCase();
      return declaration.construct.properties.parts.find(({ key }) => key === plain) ?? null;
    }
  }
}

function lineOf(source: SourceFile, { start, end }: Pick<Span, 'start' | 'end'>): FileLocation {
  return placeOf(linesOf(source), start, end);
}

function inBlock(block: Block, name: string): Span | null {
  const [first = '', ...rest] = name.split('.');
  const nested = blocksOf(block.body, first)[0];
  if (rest.length > 0 && nested !== undefined) return inBlock(nested, rest.join('.'));
  const written = attributeOf(block.body, name)?.nameSpan;
  return written ?? parameterIn(block, name);
}

function parameterIn(block: Block, name: string): Span | null {
  const parameter = blocksOf(block.body, 'parameter').find(({ body }) => {
    const value = attributeOf(body, 'name')?.value;
    return value?.kind === 'literal' && value.text === name;
  });
  return parameter === undefined
    ? null
    : (attributeOf(parameter.body, 'value')?.nameSpan ?? parameter.typeSpan);
}

function inTemplate(
  { properties }: Extract<Declaration, { tool: 'cloudformation' }>,
  name: string,
): Span | null {
  const own = entryOf(properties, name) ?? entryOf(valueIn(entryOf(properties, 'Parameters')), name);
  return own?.keySpan ?? null;
}

function valueIn(entry: Entry | null): Node | null {
  return entry?.value ?? null;
}
