import { type OsImage, type OsImageContext, type ProductId, memoize } from '../model/index.ts';
import type { ImageWords, PinnedOs } from './product.ts';
import { productOf, products } from './registry.ts';

/** Maximum length of a cached text; longer ones are scripts, which hardly ever repeat. */
const MAX_NAME_LENGTH = 200;

/**
 * Reads the name of an image as people write it: AMI names and filters, container references, commands, public
 * parameters, bare release numbers. Null for anything that is not an image of a registered system.
 */
export function readOsImage(text: string, context: OsImageContext = {}): OsImage | null {
  return text.length > MAX_NAME_LENGTH ? readBySystems({ text, context }) : readName({ text, context });
}

/** Cached, because the same names recur in every Region and resource. */
const readName = memoize(readBySystems, ({ text, context }) => [context.place, context.amiType, text]);

function readBySystems({ text, context }: { text: string; context: OsImageContext }): OsImage | null {
  let before: unknown = null;
  for (const { system } of products()) {
    // Generations of a system share one reader and are adjacent in the registry.
    if (system === null || system.readImage === before) continue;
    const image = system.readImage(text, context);
    if (image !== null) return image;
    before = system.readImage;
  }
  return null;
}

/** Words of which at least one occurs in every name of an image, for some notations or for all. */
export function imageWords(...ways: readonly (keyof ImageWords)[]): string[] {
  const words = products().flatMap(({ system }) => {
    const own = system === null ? [] : Object.entries(system.imageWords);
    return own.flatMap(([way, each]) =>
      ways.length === 0 || ways.some((wanted) => wanted === way) ? each : [],
    );
  });
  return [...new Set(words)];
}

/** True if a text names an image, at least with an AMI type that reveals the system. */
export function mayNameImage(text: string): boolean {
  return NODE_TYPES.some((amiType) => readOsImage(text, { amiType }) !== null);
}

/** AMI types that decide the meaning of a node group's release version. */
const NODE_TYPES = [null, 'BOTTLEROCKET_x86_64'];

/**
 * Release of an operating system in a written text; null for any other text or product.
 * @param sharesHost true if the image is known to run on the kernel of its host, which its number alone does not show
 */
export function readPin(product: ProductId, written: string, sharesHost = false): PinnedOs | null {
  const pinned = productOf(product).system?.readPin(written) ?? null;
  return pinned !== null && sharesHost ? { ...pinned, sharesHost } : pinned;
}
