import type { OsFlavour, FloatingReason, OsImage } from '../../../model/index.ts';
import { OS_RELEASE, readOsVersion, type AmazonLinuxWithNotes, type AmazonLinux } from '../versions.ts';

// Shared parts of the image readers (readers.ts and its neighbours).

/**
 * A placeholder in a name: `${var.arch}`, `{{ arch }}`, `{arch}`, `$(uname -m)`, `$ARCH`, `%s`. Every text matches in
 * one way only, so that long near-matches do not backtrack.
 */
export const PLACEHOLDER = String.raw`(?:\$?\{(?:\{[^{}]*\}|[^{}]*)\}|\$\([^()]*\)|\$\w+(?!\w)|%\w)`;

const PLACEHOLDERS = new RegExp(PLACEHOLDER, 'g');

/**
 * True if a name is a pattern outside its placeholders: of a filter (`*`, `?`) or a regular expression (`[\d.]+`,
 * `.+`).
 */
export function isPattern(name: string): boolean {
  return /[*?[\\]|\.\+/.test(name.replace(PLACEHOLDERS, ''));
}

/** Generation for `2`, `2023`, or for no number, as the first generation was named. */
export function generationNamed(generation: string | undefined): AmazonLinux {
  if (generation === '2023') return 'amazon-linux-2023';
  return generation === '2' ? 'amazon-linux-2' : 'amazon-linux-1';
}

export function rangeOf(part: string, start: number): { start: number; end: number } {
  return { start, end: start + part.length };
}

/** Release number inside `text`, which begins at `offset` of the original text. */
export function releaseIn(
  text: string,
  offset: number,
  product: AmazonLinux,
  flavour: OsFlavour,
): OsImage | null {
  const plain = withoutEscapes(text);
  const match = OS_RELEASE[product].exec(plain);
  const written = match?.[1];
  if (match === null || written === undefined) return null;
  const start = indexBeforeEscapes(text, plain, match.index);
  const end = indexBeforeEscapes(text, plain, match.index + written.length);
  return {
    product,
    flavour,
    form: 'release',
    version: readOsVersion(product, written),
    byDate: flavour === 'ecs-optimized',
    floating: null,
    range: { start: offset + start, end: offset + end },
  };
}

const ESCAPED_DOT = '\\.';

/**
 * Text without backslashes if a regular expression only escapes its dots (`2\.0\.20230404\.1`); else the text as it is.
 */
function withoutEscapes(text: string): string {
  const plain = text.replaceAll(ESCAPED_DOT, '.');
  return isPattern(plain) ? text : plain;
}

/** Index in a text with escapes of a character in the text without them. */
function indexBeforeEscapes(text: string, plain: string, index: number): number {
  if (plain === text) return index;
  let at = 0;
  for (let i = 0; i < index; i++) at += text.startsWith(ESCAPED_DOT, at) ? ESCAPED_DOT.length : 1;
  return at;
}

export function floatingImage(
  product: AmazonLinux,
  flavour: OsFlavour,
  floating: FloatingReason,
  range: OsImage['range'],
): OsImage {
  return { product, flavour, form: 'floating', version: null, byDate: false, floating, range };
}

export function generationImage(product: AmazonLinux, flavour: OsFlavour, range: OsImage['range']): OsImage {
  return { product, flavour, form: 'generation', version: null, byDate: false, floating: null, range };
}

/** Image with a number of its own that reveals only the day (YYYYMMDD). */
export function datedImage(
  product: AmazonLinuxWithNotes,
  flavour: OsFlavour,
  day: string,
  range: OsImage['range'],
  kubernetes?: string,
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
    ...(kubernetes !== undefined && { kubernetes }),
    range,
  };
}
