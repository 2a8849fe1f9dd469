import assert from 'node:assert/strict';
import { isDeepStrictEqual } from 'node:util';
import type { Span } from '../../../src/syntax/index.ts';
import { optionsOf, type Value } from '../../../src/values/index.ts';

/** Short form of a value: plain data, with a word for each part that is not. */
export type Sketch = string | number | boolean | null | Sketch[] | { [name: string]: Sketch };

/**
 * Plain form of a value for comparison: `?` for an unknown one (with its known part, `?8.0.${x}`), `missing`, `nothing`
 * for null, `{ either: […] }` for a choice, and `…` for further items or fields.
 */
export function sketch(value: Value | null | undefined): Sketch {
  if (value === null || value === undefined) return 'nothing';
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'unknown':
      return value.isMissing ? 'missing' : `?${value.partial ?? ''}`;
    case 'list':
      return [...value.items.map(sketch), ...(value.rest === undefined ? [] : ['…'])];
    case 'map': {
      const fields = Object.fromEntries([...value.fields].map(([name, field]) => [name, sketch(field)]));
      return value.isComplete ? fields : { ...fields, '…': (value.others ?? []).map(sketch) };
    }
    case 'choice':
      return { either: value.options.map(({ result }) => sketch(result)) };
  }
}

/** Labels of a value's options. */
export function labelsOf(value: Value): (string | null)[] {
  return optionsOf(value).map(({ label }) => label);
}

/** Text of a range in a file. */
export function writtenAt(text: string, { start, end }: Pick<Span, 'start' | 'end'>): string {
  return text.slice(start, end);
}

/** Checks the result of each row's input; the difference shows the rows that fail. */
export function assertRows<I, R>(
  rows: readonly (readonly [input: I, result: R])[],
  resultOf: (input: I) => R,
): void {
  const wrong = rows
    .map(([input, expected]) => ({ input, expected, result: resultOf(input) }))
    .filter(({ result, expected }) => !isDeepStrictEqual(result, expected));
  assert.deepEqual(
    wrong.map(({ input, result }) => [input, result]),
    wrong.map(({ input, expected }) => [input, expected]),
  );
}
