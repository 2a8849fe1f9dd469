/** Address below which the notes of one release stand, each in a folder of its own. */
export const RELEASES = 'https://www.postgresql.org/docs/release/';
const SOURCES = 'https://raw.githubusercontent.com/postgres/postgres/';
export const HOSTS: readonly string[] = [new URL(RELEASES).host, new URL(SOURCES).host];

/** Page of one release, which results link to. */
export function pageOf(version: string): string {
  return `${RELEASES}${version}/`;
}

/** Notes of a major version and all its minor releases, as the project writes them. */
export function sourceOf(major: string): string {
  return `${SOURCES}REL_${major}_STABLE/doc/src/sgml/release-${major}.sgml`;
}
