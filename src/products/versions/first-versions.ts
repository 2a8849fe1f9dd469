/**
 * First releases by major version, or `never` or `always`. Majors older than those named lack the feature, newer ones
 * have it.
 */
export type FirstVersions = Readonly<Record<string, string>>;

/** A page cited as a source. */
export interface CitedPage {
  url: string;
  /** Day or month of reading (YYYY-MM-DD, YYYY-MM); null for a release note, which does not change. */
  readOn: string | null;
}
