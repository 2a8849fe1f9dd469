import { type OsImage, type OsImageContext, type ProductId, memoize } from '../model/index.ts';
import type { ImageWords, PinnedOs } from './product.ts';
import { productOf, products } from './registry.ts';

/** Longer texts are scripts, which do not come again. */
const LONGEST_NAME = 200;

/**
 * Reads the name of an image as people write it: AMI names and filters, container references, commands, public parameters,
 * bare release numbers. Null for everything that is no image of a system of the registry.
 */
export function readOsImage(text: string, context: OsImageContext = {}): OsImage | null {
  return text.length > LONGEST_NAME ? readBySystems({ text, context }) : readName({ text, context });
}

/** The same names are asked about over and over: of every region, by every resource. */
const readName = memoize(readBySystems, ({ text, context }) => [context.place, context.amiType, text]);

function readBySystems({ text, context }: { text: string; context: OsImageContext }): OsImage | null {
  let before: unknown = null;
  for (const { system } of products()) {
    // The generations of a system share one reader and stand together.
    if (system === null || system.readImage === before) continue;
    const image = system.readImage(text, context);
    if (image !== null) return image;
    before = system.readImage;
  }
  return null;
}

/** Words of which one stands in every name of an image, of some ways to name one or of all. */
export function imageWords(...ways: readonly (keyof ImageWords)[]): string[] {
  const words = products().flatMap(({ system }) => {
    const own = system === null ? [] : Object.entries(system.imageWords);
    return own.flatMap(([way, each]) =>
      ways.length === 0 || ways.some((wanted) => wanted === way) ? each : [],
    );
  });
  return [...new Set(words)];
}

/** Whether a text names an image, at least where an AMI type beside it says of which system. */
export function mayNameImage(text: string): boolean {
  return NODE_TYPES.some((amiType) => readOsImage(text, { amiType }) !== null);
}

/** Release versions of node groups mean what the type says. */
const NODE_TYPES = [null, 'BOTTLEROCKET_x86_64'];

/** A release of an operating system as somebody writes it; null for all else, and of a product that is none. */
export function readPin(product: ProductId, written: string): PinnedOs | null {
  return productOf(product).system?.readPin(written) ?? null;
}
