import type { FileLocation, SettingValue, Text, Use } from '../../model/index.ts';

/** State of an attribute's value, with its place. */
export type Fact =
  | {
      state: 'known';
      value: SettingValue;
      /** Place of the value: the token itself, without quotes. */
      at: FileLocation;
      origin: 'literal' | 'default' | 'variable' | 'mapping' | 'constant';
      /** Places from the definition to the attribute, the attribute itself last; empty for a literal. */
      uses: readonly Use[];
    }
  | { state: 'unknown'; reason: Text; at: FileLocation | null };

/** Stated value without its place, for settings whose place is not needed. */
export type SettingFact =
  | Fact
  | { state: 'known'; value: SettingValue; at?: undefined }
  | { state: 'unknown'; reason: Text; at?: undefined };

/** Known fact. */
export type KnownFact = Extract<Fact, { state: 'known' }>;

/** Fact for a literal value at a place. */
export function literalAt(value: SettingValue, at: FileLocation): KnownFact {
  return { state: 'known', value, at, origin: 'literal', uses: [] };
}

/** Value of a fact; null if unknown, too. */
export function valueOfFact(fact: SettingFact | null | undefined): SettingValue {
  return fact?.state === 'known' ? fact.value : null;
}

/** Text of a fact; null if it is not a text or unknown. */
export function textOfFact(fact: SettingFact | null | undefined): string | null {
  const value = valueOfFact(fact);
  return typeof value === 'string' ? value : null;
}

/** Fact with a changed value; an unknown one is unchanged. */
export function withValue<F extends SettingFact>(fact: F, change: (value: SettingValue) => SettingValue): F {
  return fact.state === 'known' ? { ...fact, value: change(fact.value) } : fact;
}

/** True if a file contains the value of a fact. */
export function isWrittenIn(file: string, fact: Fact | null): boolean {
  return fact?.state === 'known' && fact.at.file === file;
}
