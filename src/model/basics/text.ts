/**
 * A sentence for people, not yet in any language: the key of a message in l10n and its arguments. Rooms produce Texts,
 * front ends render them, so a result can be cached, sent between threads and shown in English or Japanese.
 */
export interface Text {
  key: string;
  args: Record<string, TextArg>;
}

export type TextArg = string | number | boolean | null | Text | readonly TextArg[];

/** Something that could not be read or understood, its place, and the consequence for the result. Never silent. */
export interface Problem {
  /** A path relative to the scanned folder, a URL, or an AWS operation. */
  source: string;
  text: Text;
}
