import type { NotedAmazonLinux } from '../versions.ts';
import type { RawRelease } from '../../source.ts';

/** A release that is known by name: one line and one branch a product, for a release holds all that earlier ones brought. */
export function osRelease(
  product: NotedAmazonLinux,
  version: string,
  date: string,
  url: string,
): RawRelease & { items: [] } {
  const line = product === 'amazon-linux-2' ? '2' : '2023';
  return {
    product,
    version,
    date,
    line,
    branch: line,
    lts: false,
    status: [],
    communityVersion: null,
    comparedTo: null,
    url,
    items: [],
  };
}
