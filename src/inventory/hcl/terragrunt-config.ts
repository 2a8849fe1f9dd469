import path from 'node:path/posix';
import { attributeOf, blocksOf, type HclFile, type Span } from '../../syntax/index.ts';
import { evaluate, fileAt } from '../../values/hcl/index.ts';
import { mapAt, type MapValue, type Value } from '../../values/index.ts';
import { type FolderContext, loneScope, type Scope } from './scope.ts';

/** A Terragrunt file as others reference it. */
export interface Config {
  scope: Scope;
  /** The file's `locals` and `inputs`. */
  value: MapValue;
  inputs: Value | null;
}

/** @param included values of `include` blocks, by label */
export function configOf(
  file: HclFile,
  surroundings: FolderContext,
  included: ReadonlyMap<string, Value> = new Map(),
): Config {
  const scope = loneScope(path.dirname(file.file), [file], surroundings);
  const span = fileSpan(file);
  const written = attributeOf(file.body, 'inputs');
  const bindings = new Map([['include', mapAt(included, span)]]);
  const inputs =
    written === undefined ? null : evaluate(written.value, scope.context('inputs', 'variable', bindings));
  const locals = new Map([...scope.module.locals.keys()].map((name) => [name, scope.local(name)]));
  const fields = new Map<string, Value>([['locals', mapAt(locals, span)]]);
  if (inputs !== null) fields.set('inputs', inputs);
  return { scope, value: mapAt(fields, span), inputs };
}

/** Values of the variables files in `extra_arguments`; a later one overrides. */
export function extraVariables({ body }: HclFile, scope: Scope): [string, Value][] {
  const context = scope.context('terraform', 'literal');
  return blocksOf(body, 'terraform')
    .flatMap((block) => blocksOf(block.body, 'extra_arguments'))
    .flatMap((block) =>
      ['required_var_files', 'optional_var_files'].map((name) => attributeOf(block.body, name)),
    )
    .flatMap((written) => (written === undefined ? [] : itemsOf(evaluate(written.value, context))))
    .flatMap((name) => fileAt(name, scope) ?? [])
    .flatMap((source) => [...scope.surroundings.readVariables(source).fields]);
}

function itemsOf(value: Value): readonly Value[] {
  return value.kind === 'list' ? value.items : [];
}

/** Values of a variables file. */
export function variablesOf(file: HclFile, surroundings: FolderContext): MapValue {
  return mapAt(valuesIn([file], loneScope(path.dirname(file.file), [], surroundings)), fileSpan(file));
}

/** Values of variables files in a scope; the last one wins. */
export function valuesIn(files: readonly HclFile[], scope: Scope): Map<string, Value> {
  const attributes = files.flatMap(({ body }) => body.attributes);
  return new Map(
    attributes.map(({ name, value }) => [name, evaluate(value, scope.context(`var.${name}`, 'variable'))]),
  );
}

/** Start of a file, as the span of values that are not declared in it. */
export function fileSpan({ file, body }: HclFile): Span {
  const lines = body.attributes[0]?.nameSpan.lines ?? body.blocks[0]?.typeSpan.lines ?? { file, starts: [0] };
  return { lines, start: 0, end: 0 };
}
