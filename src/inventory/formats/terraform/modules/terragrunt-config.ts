import path from 'node:path/posix';
import { attributeOf, type HclFile, type Span } from '../../../../syntax/index.ts';
import type { Surroundings } from '../values/context.ts';
import { declarationsOf } from './module.ts';
import { mapAt, type MapValue, type Value } from '../../../values/value.ts';
import { Scope } from './scope.ts';
import { evaluate } from '../values/evaluate.ts';

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
  surroundings: Surroundings,
  included: ReadonlyMap<string, Value> = new Map(),
): Config {
  const module = declarationsOf(path.dirname(file.file), [file]);
  const scope = new Scope({ module, prefix: '', calledFrom: null, surroundings }, () => undefined);
  const span = fileSpan(file);
  const written = attributeOf(file.body, 'inputs');
  const bindings = new Map([['include', objectOf(included, span)]]);
  const inputs =
    written === undefined ? null : evaluate(written.value, scope.context('inputs', 'variable', bindings));
  const locals = new Map([...module.locals.keys()].map((name) => [name, scope.local(name)]));
  const fields = new Map<string, Value>([['locals', objectOf(locals, span)]]);
  if (inputs !== null) fields.set('inputs', inputs);
  return { scope, value: objectOf(fields, span), inputs };
}

export function objectOf(fields: ReadonlyMap<string, Value>, span: Span): MapValue {
  return mapAt(fields, span);
}

/** The beginning of a file, for what is declared nowhere in it. */
export function fileSpan({ file, body }: HclFile): Span {
  const lines = body.attributes[0]?.nameSpan.lines ?? body.blocks[0]?.typeSpan.lines ?? { file, starts: [0] };
  return { lines, start: 0, end: 0 };
}
