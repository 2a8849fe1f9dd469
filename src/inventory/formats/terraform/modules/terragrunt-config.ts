import path from 'node:path/posix';
import { attributeOf, type HclFile, type Span } from '../../../../syntax/index.ts';
import { evaluate } from '../../../../values/hcl/index.ts';
import { mapAt, type MapValue, type Value } from '../../../../values/index.ts';
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

/** The beginning of a file, for what is declared nowhere in it. */
export function fileSpan({ file, body }: HclFile): Span {
  const lines = body.attributes[0]?.nameSpan.lines ?? body.blocks[0]?.typeSpan.lines ?? { file, starts: [0] };
  return { lines, start: 0, end: 0 };
}
