import type { AmazonLinuxWithNotes } from '../versions.ts';
import type { RawRelease } from '../../source.ts';

/** Release known by name alone. Each product has one line and one branch, since a release contains all earlier ones. */
export function osRelease(
  product: AmazonLinuxWithNotes,
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
