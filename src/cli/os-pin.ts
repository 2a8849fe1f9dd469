import { text } from '../l10n/index.ts';
import { readOsPin, type OsProduct, type PinnedOs } from '../model/index.ts';
import { UsageError } from './usage.ts';

/** @throws {UsageError} when the text names no release of the product */
export function osPinOf(product: OsProduct, written: string): PinnedOs {
  const pinned = readOsPin(product, written);
  if (pinned === null) throw new UsageError(text('os.notARelease', { written }));
  return pinned;
}
