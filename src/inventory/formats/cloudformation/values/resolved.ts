import type { FileLocation, SettingValue, Text, Use } from '../../../../model/index.ts';
import { locate, type Span } from '../../../../syntax/index.ts';
import type { Fact } from '../../../resources/draft.ts';

/** A value of a template, followed to where it is written. */
export type Resolved = KnownValue | UnknownValue | AbsentValue;

/** A part of a text that is put together; `at` is null for what stands between the parts. */
export interface TextPiece extends Pick<KnownValue, 'how' | 'uses'> {
  text: string;
  at: FileLocation | null;
}

export interface KnownValue {
  state: 'known';
  value: SettingValue;
  /** A scalar as it is written (an unquoted `5.70` is `5.70`); null for lists and maps. */
  text: string | null;
  at: FileLocation;
  how: 'literal' | 'default' | 'variable' | 'mapping';
  uses: readonly Use[];
  /** Names of the resources that the value speaks of. */
  targets: readonly string[];
  /** Of a text that is put together. */
  pieces?: readonly TextPiece[];
}

export interface UnknownValue {
  state: 'unknown';
  reason: Text;
  at: FileLocation;
  targets: readonly string[];
  /** The text as far as it is known, `${Name}` standing for the rest; null where nothing is a text. */
  partial: string | null;
  /** Of the partial text. */
  pieces?: readonly TextPiece[];
  /** What the deployment decides here, where one decision is all that is missing. */
  decidedBy?: Decision;
}

/** A parameter that selects a row of a mapping, or a condition, with what it can be. */
export interface Decision {
  kind: 'parameter' | 'condition';
  name: string;
  choices: readonly string[];
}

/** `AWS::NoValue`: as if the property were not written. */
export interface AbsentValue {
  state: 'absent';
}

export const ABSENT: AbsentValue = { state: 'absent' };

export function unknownAt(span: Span, reason: Text, targets: readonly string[] = []): UnknownValue {
  return { state: 'unknown', reason, at: locate(span), targets, partial: null };
}

/** A scalar that is written where it is used. */
export function literalAt(span: Span, text: string, value: SettingValue = text): KnownValue {
  return { state: 'known', value, text, at: locate(span), how: 'literal', uses: [], targets: [] };
}

/** With the type that the template gives it: `5.7` is a number, `true` a boolean. */
export function toSetting(resolved: Resolved): Fact | null {
  if (resolved.state === 'absent') return null;
  if (resolved.state === 'unknown') return { state: 'unknown', reason: resolved.reason, at: resolved.at };
  const { value, at, how, uses } = resolved;
  return { state: 'known', value, at, how, uses };
}

/** As it is written: for versions, names and MySQL parameters, which are strings however they are quoted. */
export function toText(resolved: Resolved): Fact | null {
  const setting = toSetting(resolved);
  if (setting?.state !== 'known' || resolved.state !== 'known' || resolved.text === null) return setting;
  return { ...setting, value: resolved.text };
}

/** The text with `${Name}` where it is not known, for texts that tell much without it: user data, names of log groups. */
export function toPartialText(resolved: Resolved): Fact | null {
  if (resolved.state !== 'unknown' || resolved.partial === null) return toText(resolved);
  return { state: 'known', value: resolved.partial, at: resolved.at, how: 'literal', uses: [] };
}

/** The text of a known scalar; null otherwise. */
export function knownText(resolved: Resolved): string | null {
  return resolved.state === 'known' ? resolved.text : null;
}

export function targetsOf(resolved: Resolved): readonly string[] {
  return resolved.state === 'absent' ? [] : resolved.targets;
}

/** The value, used in one more place. */
export function usedAt(resolved: Resolved, use: Use): Resolved {
  return resolved.state === 'known' ? { ...resolved, uses: [...resolved.uses, use] } : resolved;
}

/** The parts that a value's text is put together of; one where it is written as a whole. */
export function piecesOf(resolved: Resolved, text: string): readonly TextPiece[] {
  if (resolved.state === 'absent') return [];
  const { at, pieces = [] } = resolved;
  const { how, uses } = resolved.state === 'known' ? resolved : { how: 'literal' as const, uses: [] };
  // A part that a function took out of a text (Fn::Select) is none that was put together.
  return pieces.map((piece) => piece.text).join('') === text ? pieces : [{ text, at, how, uses }];
}
