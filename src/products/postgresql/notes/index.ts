import { text } from '../../../l10n/index.ts';
import type { Problem } from '../../../model/index.ts';
import { failureText } from '../../pages/failure.ts';
import type { Classify, Page, ParsedPage, ReadPage, ReleaseNoteSource } from '../../source.ts';
import { labelsOf } from '../labels.ts';
import { HOSTS, releasePageUrl, RELEASES, notesSourceUrl } from '../urls.ts';
import { majorOf, VERSIONS } from '../versions.ts';
import { parseReleasePage } from './release-page.ts';
import { parseSourceFile } from './source-file.ts';

/** The first major version whose notes name the commits of each item. */
const FIRST_MAJOR = 11;
/** Major versions to read if the list of releases is unavailable and nothing is known. */
const KNOWN_MAJORS = ['11', '12', '13', '14', '15', '16', '17', '18'];
/** Upper bound; no major version has had as many minor releases. */
const MAX_LISTED_VERSIONS = 1000;

/**
 * Source for the community's notes: one file for each major version, which names commits, and the page of a minor
 * release that the file lacks. The list of releases reveals the missing ones. A page names fewer commits, by which bugs of
 * several majors are recognised: what a damaged file no longer contains is kept as it was known, not read from pages.
 */
export function postgresqlSource(classify: Classify): ReleaseNoteSource {
  return {
    product: 'postgresql',
    hosts: HOSTS,
    discover,
    pageOf: ({ version }) => notesSourceUrl(majorOf(version)),
    parse,
    support: () => Promise.resolve({ periods: [], problems: [] }),
    classify: (item) => labelsOf(classify, item),
  };
}

function parse(page: Page): ParsedPage {
  try {
    return page.url.endsWith('.sgml') ? parseSourceFile(page) : parseReleasePage(page);
  } catch (error) {
    return { releases: [], problems: [{ source: page.url, text: failureText(error) }] };
  }
}

async function discover(
  read: ReadPage,
  known: readonly string[] = [],
): Promise<{ pages: string[]; problems: Problem[] }> {
  const { versions: listed, problems } = await listedVersions(read);
  const versions = listed.length === 0 ? known : listed;
  const majors = versions.length === 0 ? KNOWN_MAJORS : [...new Set(versions.map(majorOf))];
  const lacking = await Promise.all(
    majors.map(async (major) => {
      const minors = versions.filter((version) => majorOf(version) === major && !version.endsWith('.0'));
      return lackingIn(await namedInFile(read, major), minors, known);
    }),
  );
  return { pages: [...majors.map(notesSourceUrl), ...lacking.flat().map(releasePageUrl)], problems };
}

/** Minor releases to read from their pages: those that a file does not name yet, and unknown ones that it lacks. */
function lackingIn(
  named: readonly string[],
  minors: readonly string[],
  known: readonly string[],
): readonly string[] {
  const newest = named.toSorted(VERSIONS.compare).at(-1);
  const isLater = (version: string): boolean => newest !== undefined && VERSIONS.compare(version, newest) > 0;
  return minors.filter(
    (version) => !named.includes(version) && (isLater(version) || !known.includes(version)),
  );
}

async function listedVersions(read: ReadPage): Promise<{ versions: string[]; problems: Problem[] }> {
  try {
    const { body } = await read(RELEASES);
    const listed = [...body.matchAll(/\/docs\/release\/(\d{1,3}\.\d{1,3})\//g)].map(
      ([, version = '']) => version,
    );
    const versions = [...new Set(listed)]
      .filter((version) => Number(majorOf(version)) >= FIRST_MAJOR)
      .sort(VERSIONS.compare)
      .slice(-MAX_LISTED_VERSIONS);
    const problems = versions.length > 0 ? [] : [{ source: RELEASES, text: text('postgresql.notes.noList') }];
    return { versions, problems };
  } catch (error) {
    return { versions: [], problems: [{ source: RELEASES, text: failureText(error) }] };
  }
}

/** Minor releases in a major version's file; empty if it is unreadable, which is reported when it is parsed. */
async function namedInFile(read: ReadPage, major: string): Promise<string[]> {
  try {
    const { body } = await read(notesSourceUrl(major));
    return [...body.matchAll(/<sect1 id="release-(\d+)-(\d+)"/g)].map(
      ([, first = '', second = '']) => `${first}.${second}`,
    );
  } catch {
    return [];
  }
}
