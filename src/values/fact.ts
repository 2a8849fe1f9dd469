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

/** One that is known. */
export type KnownFact = Extract<Fact, { state: 'known' }>;
