import { text } from '../../l10n/index.ts';
import type { ProductId, Text } from '../../model/index.ts';
import { uncoveredEngine } from '../engine/uncovered.ts';
import { readNamedVersions } from './named-version.ts';
import { productOf } from '../registry.ts';

/** Number of wrong letters accepted in a typed name. */
const MAX_TYPOS = 2;
/** Shorter texts are part of too many names. */
const MIN_LENGTH = 2;
const MAX_LENGTH = 60;

/**
 * Products that another name may mean: an abbreviation (`al2023`), a part of a name (`postgres`), a name with more
 * words, or one with a typing mistake. Empty if none is similar.
 */
function similarProducts(written: string, among: readonly ProductId[]): ProductId[] {
  const name = lettersAndDigits(written.slice(0, MAX_LENGTH));
  if (name.length < MIN_LENGTH) return [];
  for (const isNear of RULES) {
    const near = among.filter((product) => isNear(name, namesOf(product)));
    if (near.length > 0) return near;
  }
  return [];
}

/** Message about a name that no product has, with similar ones. */
export function unknownProductText(written: string, among: readonly ProductId[]): Text {
  const name = written.trim();
  if (name === '') return text('cli.noProduct', { products: among });
  const alone = readNamedVersions(name).map(({ product, version }) => `${product} ${version}`);
  const similar = alone.length > 0 ? alone : similarProducts(name, among);
  const uncovered = uncoveredEngine(name);
  if (uncovered !== null)
    return similar.length > 0
      ? text('cli.uncoveredProduct.similar', { name: uncovered, similar })
      : text('cli.uncoveredProduct', { name: uncovered, products: among });
  return similar.length > 0
    ? text('cli.unknownProduct.similar', { name, similar })
    : text('cli.unknownProduct', { name, products: among });
}

interface Names {
  /** Id and display name, without blanks and signs. */
  whole: readonly string[];
  /** First letters and numbers: `al2023`. */
  short: string;
}

function namesOf(product: ProductId): Names {
  const { display } = productOf(product).names;
  const words = display.match(/[a-z]+|\d+/gi) ?? [];
  const short = words.map((word) => (/\d/.test(word) ? word : word.charAt(0))).join('');
  return { whole: [lettersAndDigits(product), lettersAndDigits(display)], short: short.toLowerCase() };
}

/** Rules of similarity, the most reliable first. */
const RULES: readonly ((name: string, names: Names) => boolean)[] = [
  (name, { whole, short }) => whole.includes(name) || name === short,
  (name, { whole }) => whole.some((each) => each.includes(name)),
  (name, { whole, short }) => whole.some((each) => name.startsWith(each)) || short.startsWith(name),
  (name, { whole }) => whole.some((each) => isTypo(name, each) || isTypo(name, each.slice(0, name.length))),
];

/** True if a name is within the accepted number of typing mistakes, which is lower for short names. */
function isTypo(name: string, other: string): boolean {
  return typos(name, other) <= Math.min(MAX_TYPOS, Math.floor(name.length / 4));
}

function lettersAndDigits(written: string): string {
  return written.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Number of letters to add, remove or change to turn one text into the other (Levenshtein). */
function typos(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, nth) => nth);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
