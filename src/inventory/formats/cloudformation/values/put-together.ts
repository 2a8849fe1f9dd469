import { type OsImage } from '../../../../model/index.ts';
import { auroraNumberRange } from '../../../../products/index.ts';
import type { Fact } from '../../../resources/draft.ts';
import { partOf } from '../../../resources/understand.ts';
import { piecesOf, toText, type Resolved } from './resolved.ts';

/** As {@link toText}, for an engine version: one that is put together stands where its Aurora number is written. */
export function toVersion(resolved: Resolved): Fact | null {
  const version = toText(resolved);
  if (version?.state !== 'known' || typeof version.value !== 'string') return version;
  const number = auroraNumberRange(version.value);
  return number === null ? version : placedAt(version, resolved, number);
}

/** A text that is put together stands at the part that holds a range of it, or where that begins. */
export function placedAt(value: Fact, resolved: Resolved, range: OsImage['range']): Fact {
  if (value.state !== 'known' || typeof value.value !== 'string') return value;
  const pieces = piecesOf(resolved, value.value);
  if (pieces.length < 2) return value;
  let offset = 0;
  for (const { text, at, how, uses } of pieces) {
    const start = Math.max(range.start - offset, 0);
    const end = Math.min(range.end - offset, text.length);
    offset += text.length;
    if (at !== null && start < end) return { ...value, at: partOf(at, text, { start, end }), how, uses };
  }
  return value;
}
