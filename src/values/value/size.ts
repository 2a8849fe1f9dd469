import { memoize } from '../../model/index.ts';
import { maxValueDepth, maxValueParts } from '../limits.ts';
import { partsOf, type Scalar, type Unknown, type Value } from './value.ts';

/** Number of parts, and of characters, that cost one step of an evaluation. */
const PARTS_OF_A_STEP = 16;
const CHARACTERS_OF_A_STEP = 64;

interface Size {
  parts: number;
  depth: number;
}

const SIZE_OF_SCALAR: Size = { parts: 1, depth: 0 };

function sizeOf(result: Value): Size {
  return result.kind === 'scalar' || result.kind === 'unknown' ? SIZE_OF_SCALAR : sizeOfParts(result);
}

/** Memoized, because values never change. */
const sizeOfParts = memoize((result: Exclude<Value, Scalar | Unknown>): Size => {
  let parts = 1;
  let depth = 0;
  for (const part of partsOf(result)) {
    const inner = sizeOf(part);
    parts = Math.min(parts + inner.parts, Number.MAX_SAFE_INTEGER);
    depth = Math.max(depth, inner.depth + 1);
  }
  return { parts, depth };
});

/** True if values together exceed the limits of parts or depth. */
export function areTooLarge(results: readonly Value[]): boolean {
  let parts = 0;
  for (const result of results) {
    const size = sizeOf(result);
    parts += size.parts;
    if (parts > maxValueParts || size.depth > maxValueDepth) return true;
  }
  return false;
}

/** Steps for visiting a value with all its parts. */
export function stepsToVisit(result: Value): number {
  return Math.floor(sizeOf(result).parts / PARTS_OF_A_STEP);
}

/** Steps for creating or searching a value. */
export function stepsToCreate(result: Value): number {
  switch (result.kind) {
    case 'scalar':
      return result.pieces === undefined ? 0 : Math.floor(result.text.length / CHARACTERS_OF_A_STEP);
    case 'unknown':
      return 0;
    case 'list':
      return Math.floor(result.items.length / PARTS_OF_A_STEP);
    case 'map':
      // A field of a map takes several times the memory of an item.
      return Math.floor(result.fields.size / (PARTS_OF_A_STEP / 4));
    case 'choice':
      return result.options.reduce((sum, option) => sum + stepsToCreate(option.result), 0);
  }
}
