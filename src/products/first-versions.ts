/**
 * First releases by major version; `never` and `always` of one that has none or is that new as a whole. Older major versions
 * than those named do not have the feature, newer ones do.
 */
export type FirstVersions = Readonly<Record<string, string>>;

/** Where something is written. */
export interface Cited {
  url: string;
  /** The day or month on which the page was read (YYYY-MM-DD, YYYY-MM); null of a release note, which does not change. */
  readOn: string | null;
}
