import type { OsImageContext, SettingValue } from '../../model/index.ts';
import { readOsImage } from '../../products/index.ts';
import { text } from '../../l10n/index.ts';
import { locate } from '../../syntax/index.ts';
import type { Fact, SettingFact } from './fact.ts';
import { maxSettingParts } from '../limits.ts';
import { imageOfPieces } from './pieces.ts';
import { piecesOf } from './texts.ts';
import { scalarAt, scalarOf, TOO_COMPLEX, unknown, type Choice, type Unknown, type Value } from './value.ts';

// Conversion of values to facts in the draft of an asset.

/** Fact for a value. One with an unknown part or several options is unknown. */
export function toFact(value: Value): Fact {
  const scalar = scalarOf(value);
  if (scalar !== null) {
    const { span, origin, uses } = scalar;
    return { state: 'known', value: scalar.value, at: locate(span), origin, uses };
  }
  if (value.kind === 'unknown' || value.kind === 'choice') return unknownFact(firstUnknownPart(value));
  const plain = plainOf(value, { parts: 0 });
  if (plain.state === 'unknown') return unknownFact(plain.why);
  return { state: 'known', value: plain.value, at: locate(value.span), origin: 'literal', uses: [] };
}

/** Like {@link toFact}, without its place. */
export function toSettingFact(value: Value): SettingFact {
  const scalar = scalarOf(value);
  if (scalar !== null) return { state: 'known', value: scalar.value };
  if (value.kind === 'unknown' || value.kind === 'choice')
    return { state: 'unknown', reason: firstUnknownPart(value).reason };
  const plain = plainOf(value, { parts: 0 });
  return plain.state === 'known' ? plain : { state: 'unknown', reason: plain.why.reason };
}

/** Like {@link toTextFact}, without its place. */
export function toTextSettingFact(value: Value): SettingFact {
  const scalar = scalarOf(value);
  if (scalar === null || scalar.value === null) return toSettingFact(value);
  return { state: 'known', value: scalar.text };
}

/** Like {@link toFact}, as written: for names and engine parameters, which are texts regardless of quotes. */
export function toTextFact(value: Value): Fact {
  const scalar = scalarOf(value);
  return toFact(scalar === null || scalar.value === null ? value : { ...scalar, value: scalar.text });
}

/** Like {@link toFact}, with a number as its written text. */
export function toVersionFact(value: Value): Fact {
  const scalar = scalarOf(value);
  return toFact(typeof scalar?.value === 'number' ? { ...scalar, value: scalar.text } : value);
}

/** Like {@link toSettingFact}, with the known part of a partly unknown text: user data, names of log groups. */
export function toPartialSettingFact(value: Value): SettingFact {
  if (value.kind !== 'unknown' || value.partial === undefined || value.span === null)
    return toSettingFact(value);
  return { state: 'known', value: value.partial };
}

/** Like {@link toFact}, for an image name, with the place of its version part. */
export function toImageFact(value: Value, context: OsImageContext = {}): Fact {
  const scalar = scalarOf(value);
  return scalar?.pieces === undefined
    ? toFact(value)
    : imageOfPieces(piecesOf(scalar), scalar.template ?? scalar.span, context);
}

/** Value of an assembled name, which reveals its system even if a part is unknown. */
export function partlyKnownImage(
  value: Exclude<Value, Choice>,
  context: OsImageContext = {},
): Exclude<Value, Choice> {
  if (value.kind !== 'unknown' || value.partial === undefined || value.span === null) return value;
  const { partial, span, resources, pieces, template = span } = value;
  if (readOsImage(partial, context) === null) return value;
  return scalarAt(partial, template, { resources, ...(pieces === undefined ? {} : { pieces, template }) });
}

/** Applies a function to a value; null stays null. */
export function mapUnlessNull<F>(value: Value | null, state: (value: Value) => F): F | null {
  return value === null ? null : state(value);
}

function unknownFact({ reason, span }: Unknown): Fact {
  return { state: 'unknown', reason, at: span === null ? null : locate(span) };
}

function firstUnknownPart(value: Value): Unknown {
  return value.kind === 'unknown' ? value : unknown(text('inventory.severalValues'), null);
}

type Plain = { state: 'known'; value: SettingValue } | { state: 'unknown'; why: Unknown };

function plainOf(value: Value, progress: { parts: number }): Plain {
  if (++progress.parts > maxSettingParts) return { state: 'unknown', why: unknown(TOO_COMPLEX, null) };
  const scalar = scalarOf(value);
  if (scalar !== null) return { state: 'known', value: scalar.value };
  if (value.kind === 'list') {
    if (value.rest !== undefined) return { state: 'unknown', why: value.rest };
    const items: SettingValue[] = [];
    for (const item of value.items) {
      const plain = plainOf(item, progress);
      if (plain.state === 'unknown') return plain;
      items.push(plain.value);
    }
    return { state: 'known', value: items };
  }
  if (value.kind !== 'map' || !value.isComplete) return { state: 'unknown', why: firstUnknownPart(value) };
  const fields = new Map<string, SettingValue>();
  for (const [name, field] of value.fields) {
    const plain = plainOf(field, progress);
    if (plain.state === 'unknown') return plain;
    fields.set(name, plain.value);
  }
  // Assigning fields one by one would lose a field named `__proto__`.
  return { state: 'known', value: Object.fromEntries(fields) };
}
