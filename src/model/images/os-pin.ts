import { readOsImage } from './os-image.ts';
import {
  hasNotes,
  osVersionDay,
  readOsVersion,
  type NotedOsProduct,
  type OsProduct,
} from '../versions/os-version.ts';

/** One operating system release as somebody pinned it. */
export interface PinnedOs {
  product: OsProduct;
  /** `2023.4.20240416`; for an image of its own numbering its day: `2023.20240807`, `2.0.20230703`. */
  version: string;
  /** The image has its own number (ECS, EKS): it was built on the newest release that was published by its day. */
  byDate: boolean;
}

/** A day alone, as {@link osPinName} spells an image of its own numbering. */
const DAY_ALONE: Record<NotedOsProduct, RegExp> = {
  'amazon-linux-2': /^2\.(\d{8})$/,
  'amazon-linux-2023': /^2023\.(\d{8})$/,
};

/** A release number, the day of an image of its own numbering, or any name that holds one; null for all else. */
export function readOsPin(product: OsProduct, written: string): PinnedOs | null {
  const text = written.trim();
  const version = readOsVersion(product, text);
  if (version !== null) return { product, version, byDate: false };
  const day = hasNotes(product) ? DAY_ALONE[product].exec(text)?.[1] : undefined;
  if (day !== undefined && osVersionDay(text) !== null) {
    return { product, version: product === 'amazon-linux-2' ? `2.0.${day}` : text, byDate: true };
  }
  const image = readOsImage(text);
  if (image?.product !== product || image.version === null) return null;
  return { product, version: image.version, byDate: image.byDate };
}

/** A spelling that {@link readOsPin} reads back as the same pin. */
export function osPinName({ version, byDate }: PinnedOs): string {
  return byDate ? version.replace(/^2\.0\./, '2.').replace(/^2023\.\d{1,2}\./, '2023.') : version;
}
