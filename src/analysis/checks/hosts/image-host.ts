import type { Asset } from '../../../model/index.ts';
import { productOf, type HostFacts } from '../../../products/index.ts';

/** What the hosts of an image are like; null where its system is not known. */
export function hostOf(image: Asset | undefined): HostFacts | null {
  return image === undefined || image.product === null ? null : productOf(image.product).host;
}
