/** Address of the notes; each release has a folder below it. */
export const RELEASES = 'https://www.postgresql.org/docs/release/';
const SOURCES = 'https://raw.githubusercontent.com/postgres/postgres/';
export const HOSTS: readonly string[] = [new URL(RELEASES).host, new URL(SOURCES).host];

/** Page of one release, for links in results. */
export function releasePageUrl(version: string): string {
  return `${RELEASES}${version}/`;
}

/** Source of a major version's notes, with all its minor releases. */
export function notesSourceUrl(major: string): string {
  return `${SOURCES}REL_${major}_STABLE/doc/src/sgml/release-${major}.sgml`;
}
