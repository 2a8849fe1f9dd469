import path from 'node:path/posix';
import { attributeOf, blocksOf, type HclFile, type Span } from '../../syntax/index.ts';
import { evaluate, fileAt } from '../../values/hcl/index.ts';
import { mapAt, type MapValue, type Value } from '../../values/index.ts';
import { type Around, loneScope, type Scope } from './scope.ts';

/** A file of Terragrunt as others see it. */
export interface Config {
  scope: Scope;
  /** Its `locals` and `inputs`. */
  value: MapValue;
  inputs: Value | null;
}

/** @param included what `include` blocks bring, by their names */
export function configOf(
  file: HclFile,
  surroundings: Around,
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

/** What the variables files give that `extra_arguments` hand to Terraform; a later one wins. */
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

/** What a file of variables gives. */
export function variablesOf(file: HclFile, surroundings: Around): MapValue {
  return mapAt(valuesIn([file], loneScope(path.dirname(file.file), [], surroundings)), fileSpan(file));
}

/** What files of variables give in a scope; of a variable that several set, the last. */
export function valuesIn(files: readonly HclFile[], scope: Scope): Map<string, Value> {
  const attributes = files.flatMap(({ body }) => body.attributes);
  return new Map(
    attributes.map(({ name, value }) => [name, evaluate(value, scope.context(`var.${name}`, 'variable'))]),
  );
}

/** The beginning of a file, for what is declared nowhere in it. */
export function fileSpan({ file, body }: HclFile): Span {
  const lines = body.attributes[0]?.nameSpan.lines ?? body.blocks[0]?.typeSpan.lines ?? { file, starts: [0] };
  return { lines, start: 0, end: 0 };
}
