import type { Asset } from '../../../model/index.ts';
import { productOf, type HostFacts } from '../../../products/index.ts';

/** Facts about the hosts of an image; null if its system is unknown. */
export function hostOf(image: Asset | undefined): HostFacts | null {
  return image === undefined || image.product === null ? null : productOf(image.product).host;
}
