import type { OsFlavour, OsFloating, OsImage } from './os-image.ts';
import { OS_RELEASE, readOsVersion, type NotedOsProduct, type OsProduct } from './os-version.ts';

// What the readers of names (os-image-forms.ts) have in common.

/**
 * A part of a name that is filled in elsewhere: `${var.arch}`, `{{ arch }}`, `{arch}`, `$(uname -m)`, `$ARCH`, `%s`. Every text
 * is one in one way only, so that a long one which nearly fits is not tried in all ways.
 */
export const HOLE = String.raw`(?:\$?\{(?:\{[^{}]*\}|[^{}]*)\}|\$\([^()]*\)|\$\w+(?!\w)|%\w)`;

/** Whether a name is a pattern, outside its holes: of a filter (`*`, `?`) or of a regular expression (`[\d.]+`, `.+`). */
export function isPattern(name: string): boolean {
  return /[*?[\\]|\.\+/.test(name.replace(new RegExp(HOLE, 'g'), ''));
}

/** `2`, `2023`, or what stands there of the first generation, which had no number when it was named. */
export function productOf(generation: string | undefined): OsProduct {
  if (generation === '2023') return 'amazon-linux-2023';
  return generation === '2' ? 'amazon-linux-2' : 'amazon-linux-1';
}

export function rangeOf(part: string, start: number): { start: number; end: number } {
  return { start, end: start + part.length };
}

/** The release number inside `text`, which begins at `offset` of what was given. */
export function releaseIn(
  text: string,
  offset: number,
  product: OsProduct,
  flavour: OsFlavour,
): OsImage | null {
  const match = OS_RELEASE[product].exec(text);
  const written = match?.[1];
  if (match === null || written === undefined) return null;
  return {
    product,
    flavour,
    form: 'release',
    version: readOsVersion(product, written),
    byDate: flavour === 'ecs-optimized',
    floating: null,
    range: rangeOf(written, offset + match.index),
  };
}

export function floatingImage(
  product: OsProduct,
  flavour: OsFlavour,
  floating: OsFloating,
  range: OsImage['range'],
): OsImage {
  return { product, flavour, form: 'floating', version: null, byDate: false, floating, range };
}

export function generationImage(product: OsProduct, flavour: OsFlavour, range: OsImage['range']): OsImage {
  return { product, flavour, form: 'generation', version: null, byDate: false, floating: null, range };
}

/** An image of its own numbering, of which only the day is known (YYYYMMDD). */
export function datedImage(
  product: NotedOsProduct,
  flavour: OsFlavour,
  day: string,
  range: OsImage['range'],
): OsImage | null {
  const version = readOsVersion('amazon-linux-2', `2.0.${day}`);
  if (version === null) return null;
  return {
    product,
    flavour,
    form: 'release',
    version: product === 'amazon-linux-2' ? version : `2023.${day}`,
    byDate: true,
    floating: null,
    range,
  };
}
