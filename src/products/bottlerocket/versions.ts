import { dottedVersions } from '../dotted-versions.ts';
import type { PinnedOs, ProductVersions } from '../product.ts';
import { readBottlerocketImage } from './images.ts';

/** Pages of single releases; the address goes on with `v` and the version. */
export const BOTTLEROCKET_RELEASES = 'https://github.com/bottlerocket-os/bottlerocket/releases/tag/';

/** A day in the third place, or a year in the first, is a release of something else. */
const RELEASE = /^v?(\d{1,2}\.\d{1,3}\.\d{1,3})(?:-[0-9a-f]{8})?$/;

/** `1.64.0` of `v1.64.0-ad9d4847`, as AMI names and node groups write it: the build behind the dash is of that release. */
export function readBottlerocketVersion(written: string): string | null {
  return RELEASE.exec(written.trim())?.[1] ?? null;
}

const DOTTED = dottedVersions(3);

export const bottlerocketVersions: ProductVersions = {
  ...DOTTED,
  read(written) {
    const version = readBottlerocketVersion(written);
    return version === null ? DOTTED.read(written) : { form: 'release', version };
  },
  // The build of another release is not known.
  rewrite: (written, from, to) => (written.endsWith(from) ? written.slice(0, -from.length) + to : null),
};

/** A release number or a name that holds one; null for all else. */
export function readBottlerocketPin(written: string): PinnedOs | null {
  const version = readBottlerocketVersion(written) ?? readBottlerocketImage(written)?.version ?? null;
  return version === null ? null : { product: 'bottlerocket', version, byDate: false };
}
