import type { PinnedOs } from '../product.ts';
import { readAmazonLinuxImage } from './images/read-image.ts';
import {
  hasNotes,
  osVersionDay,
  readOsVersion,
  type NotedAmazonLinux,
  type AmazonLinux,
} from './versions.ts';

/** A day alone, as {@link osPinName} spells an image of its own numbering. */
const DAY_ALONE: Record<NotedAmazonLinux, RegExp> = {
  'amazon-linux-2': /^2\.(\d{8})$/,
  'amazon-linux-2023': /^2023\.(\d{8})$/,
};

/** A release number, the day of an image of its own numbering, or any name that holds one; null for all else. */
export function readOsPin(product: AmazonLinux, written: string): PinnedOs | null {
  const text = written.trim();
  const version = readOsVersion(product, text);
  if (version !== null) return { product, version, byDate: false };
  const day = hasNotes(product) ? DAY_ALONE[product].exec(text)?.[1] : undefined;
  if (day !== undefined && osVersionDay(text) !== null) {
    return { product, version: product === 'amazon-linux-2' ? `2.0.${day}` : text, byDate: true };
  }
  const image = readAmazonLinuxImage(text);
  if (image?.product !== product || image.version === null) return null;
  return { product, version: image.version, byDate: image.byDate };
}

/** A spelling that {@link readOsPin} reads back as the same pin. */
export function osPinName({ version, byDate }: Pick<PinnedOs, 'version' | 'byDate'>): string {
  return byDate ? version.replace(/^2\.0\./, '2.').replace(/^2023\.\d{1,2}\./, '2023.') : version;
}
