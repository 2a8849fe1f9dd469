import { osRelease } from '../../../src/products/amazon-linux/notes/os-release.ts';
import { type Item, type PackageUpdate, type Release } from '../../../src/model/index.ts';
import { osVersionDay } from '../../../src/products/amazon-linux/versions.ts';

export function packageOf(name: string, version: string, cves: readonly string[] = []): PackageUpdate {
  return { name, version, arches: ['x86_64'], cves, channel: null };
}

/** A release of Amazon Linux by its version; null packages: known by name and day only. */
export function osReleaseOf(
  version: string,
  packages: readonly PackageUpdate[] | null = [],
  items: readonly Item[] = [],
): Release {
  const product = version.startsWith('2023') ? 'amazon-linux-2023' : 'amazon-linux-2';
  const url = `https://docs.aws.amazon.com/relnotes-${version}.html`;
  const release = osRelease(product, version, osVersionDay(version) ?? '', url);
  return { ...release, items, ...(packages !== null && { packages }) };
}
