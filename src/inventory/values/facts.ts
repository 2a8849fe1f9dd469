import type { SettingValue } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import { locate } from '../../syntax/index.ts';
import type { Fact } from '../resources/draft.ts';
import { maxSettingParts } from './limits.ts';
import { imageOfPieces, textOfPieces } from './pieces.ts';
import { scalarOf, TOO_MUCH, unknown, type Unknown, type Value } from './value.ts';

// How values end in the draft of an asset: as a fact, or as the reason why there is none.

/**
 * @param isLenient a field of a map that is not known is null in it, and what is a resource goes by its name; else all parts
 * must be known
 */
export function toFact(value: Value, isLenient = false): Fact {
  const scalar = scalarOf(value);
  if (scalar !== null) {
    const { span, how, uses } = scalar;
    return { state: 'known', value: scalar.value, at: locate(span), how, uses };
  }
  if (value.kind === 'unknown' || value.kind === 'choice') return unknownFact(openPart(value));
  const plain = plainOf(value, { parts: 0, isLenient });
  if (plain.state === 'unknown') return unknownFact(plain.why);
  return { state: 'known', value: plain.value, at: locate(value.span), how: 'literal', uses: [] };
}

/** As {@link toFact}, as it is written: for names and MySQL parameters, which are texts however they are quoted. */
export function toTextFact(value: Value): Fact {
  const scalar = scalarOf(value);
  return toFact(scalar === null ? value : { ...scalar, value: scalar.text });
}

/** As {@link toFact}, with a number as the text that is written. */
export function toVersionFact(value: Value): Fact {
  const scalar = scalarOf(value);
  return toFact(typeof scalar?.value === 'number' ? { ...scalar, value: scalar.text } : value);
}

/** As {@link toFact}, with what is known of a text where a part of it is not: user data, names of log groups. */
export function toPartialFact(value: Value): Fact {
  if (value.kind !== 'unknown' || value.partial === undefined || value.span === null) return toFact(value);
  return { state: 'known', value: value.partial, at: locate(value.span), how: 'literal', uses: [] };
}

/** As {@link toFact}, for the name of an image: it stands where its version part is written. */
export function toImageFact(value: Value): Fact {
  const scalar = scalarOf(value);
  return scalar?.pieces !== undefined && textOfPieces(scalar.pieces) === scalar.text
    ? imageOfPieces(scalar.pieces, scalar.template ?? scalar.span)
    : toFact(value);
}

function unknownFact({ reason, span }: Unknown): Fact {
  return { state: 'unknown', reason, at: span === null ? null : locate(span) };
}

function openPart(value: Value): Unknown {
  return value.kind === 'unknown' ? value : unknown(text('inventory.severalValues'), null);
}

type Plain = { state: 'known'; value: SettingValue } | { state: 'unknown'; why: Unknown };

function plainOf(value: Value, progress: { parts: number; readonly isLenient: boolean }): Plain {
  if (++progress.parts > maxSettingParts) return { state: 'unknown', why: unknown(TOO_MUCH, null) };
  const scalar = scalarOf(value);
  if (scalar !== null) return { state: 'known', value: scalar.value };
  const { isLenient } = progress;
  if (value.kind === 'list') {
    if (value.rest !== undefined) return { state: 'unknown', why: value.rest };
    const items: SettingValue[] = [];
    for (const item of value.items) {
      const plain = plainOf(item, progress);
      if (plain.state === 'known') items.push(plain.value);
      else {
        const [resource, ...others] = isLenient ? plain.why.resources : [];
        if (resource === undefined || others.length > 0) return plain;
        items.push(resource);
      }
    }
    return { state: 'known', value: items };
  }
  if (value.kind !== 'map' || !(value.isComplete || isLenient))
    return { state: 'unknown', why: openPart(value) };
  const fields = new Map<string, SettingValue>();
  for (const [name, field] of value.fields) {
    const plain = plainOf(field, progress);
    if (plain.state === 'unknown' && !isLenient) return plain;
    fields.set(name, plain.state === 'known' ? plain.value : (plain.why.resources[0] ?? null));
  }
  // Not set one by one: a field of the name `__proto__` would not be one.
  return { state: 'known', value: Object.fromEntries(fields) };
}
