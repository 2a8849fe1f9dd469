import { IMAGE_PUBLISHERS, type ImagePublisher, type OsImage, type ProductId } from '../../model/index.ts';
import type { PinnedOs } from '../product.ts';
import { sharesHost } from './host-packages.ts';
import { readAmazonLinuxImage } from './images/read-image.ts';
import {
  hasNotes,
  osVersionDay,
  readOsVersion,
  type AmazonLinuxWithNotes,
  type AmazonLinux,
} from './versions.ts';

/** Day, publisher and Kubernetes version, as {@link osPinName} spells an image with its own numbers. */
const DAY_ALONE: Record<AmazonLinuxWithNotes, RegExp> = {
  'amazon-linux-2': /^2\.(\d{8})(?:-(eks|ecs)(?:-(1\.\d{2}))?)?$/,
  'amazon-linux-2023': /^2023\.(\d{8})(?:-(eks|ecs)(?:-(1\.\d{2}))?)?$/,
};

/** Kernel series after a release number. */
const WITH_KERNEL = /^(?<release>[\d.]+)-kernel-(?<kernel>\d{1,2}\.\d{1,2})$/;

/** Reads a release number, the day of an image with its own numbers, or a name that contains either; else null. */
export function readOsPin(product: AmazonLinux, name: string): PinnedOs | null {
  const text = name.trim();
  const { release = text, kernel } = WITH_KERNEL.exec(text)?.groups ?? {};
  const version = readOsVersion(product, release);
  if (version !== null) return { product, version, byDate: false, ...(kernel !== undefined && { kernel }) };
  const [, day, written, kubernetes] = (hasNotes(product) ? DAY_ALONE[product].exec(text) : null) ?? [];
  if (day !== undefined && osVersionDay(day) !== null) {
    const publisher = IMAGE_PUBLISHERS.find((name) => name === written);
    const version = product === 'amazon-linux-2' ? `2.0.${day}` : `2023.${day}`;
    return {
      product,
      version,
      byDate: true,
      ...(publisher !== undefined && { publisher }),
      ...(kubernetes !== undefined && { kubernetes }),
    };
  }
  const image = readAmazonLinuxImage(text);
  if (image?.product !== product || image.version === null) return null;
  return pinnedAs(product, image.version, image);
}

/** Release that an image's name pins. The kind of image decides which product's number it is. */
export function pinnedAs(product: ProductId, version: string, image: OsImage | null): PinnedOs {
  const byDate = image?.byDate ?? false;
  const publisher = byDate ? PUBLISHERS[image?.flavour ?? 'version'] : undefined;
  return {
    product,
    version,
    byDate,
    ...(publisher !== undefined && { publisher }),
    ...(byDate && image?.kubernetes !== undefined && { kubernetes: image.kubernetes }),
    ...(image?.kernel !== undefined && { kernel: image.kernel }),
    ...(image !== null && sharesHost(image.flavour) && { sharesHost: true }),
  };
}

const PUBLISHERS: Partial<Record<OsImage['flavour'], ImagePublisher>> = {
  'ecs-optimized': 'ecs',
  'eks-optimized': 'eks',
};

/** Spelling that {@link readOsPin} reads back as the same pin: `2023.20240807-eks-1.30`. */
export function osPinName(pinned: Omit<PinnedOs, 'product'>): string {
  const { version, byDate, publisher, kubernetes, kernel } = pinned;
  if (!byDate) return kernel === undefined ? version : `${version}-kernel-${kernel}`;
  const day = version.replace(/^2\.0\./, '2.').replace(/^2023\.\d{1,2}\./, '2023.');
  return [day, publisher, kubernetes].filter((part) => part !== undefined).join('-');
}
