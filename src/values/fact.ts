import type { FileLocation, SettingValue, Text, Use } from '../model/index.ts';

/** What an attribute holds, followed to where it is written. */
export type Fact =
  | {
      state: 'known';
      value: SettingValue;
      /** Where the value is written: the token itself, without quotes. */
      at: FileLocation;
      how: 'literal' | 'default' | 'variable' | 'mapping' | 'constant';
      /** Places on the way from the writing to the attribute, the attribute itself last; empty for a literal. */
      uses: readonly Use[];
    }
  | { state: 'unknown'; reason: Text; at: FileLocation | null };

/** What is stated, wherever it is written: of a setting nobody asks where. */
export type Stated =
  | Fact
  | { state: 'known'; value: SettingValue; at?: undefined }
  | { state: 'unknown'; reason: Text; at?: undefined };

/** One that is known. */
export type KnownFact = Extract<Fact, { state: 'known' }>;

/** What is written at a place, as it is. */
export function literalAt(value: SettingValue, at: FileLocation): KnownFact {
  return { state: 'known', value, at, how: 'literal', uses: [] };
}

/** The value of a fact; null where it is not known, too. */
export function valueOfFact(fact: Stated | null | undefined): SettingValue {
  return fact?.state === 'known' ? fact.value : null;
}

/** The text that a fact is; null where it is none, or not known. */
export function textOfFact(fact: Stated | null | undefined): string | null {
  const value = valueOfFact(fact);
  return typeof value === 'string' ? value : null;
}

/** The same fact with another value; one that is not known stays as it is. */
export function withValue<F extends Stated>(fact: F, change: (value: SettingValue) => SettingValue): F {
  return fact.state === 'known' ? { ...fact, value: change(fact.value) } : fact;
}

/** Whether a file writes what a fact is. */
export function isWrittenIn(file: string, fact: Fact | null): boolean {
  return fact?.state === 'known' && fact.at.file === file;
}
