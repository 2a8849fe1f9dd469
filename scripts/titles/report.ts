/** What is to be said about the titles in our own words: coverage, length, duplicates, runs of the vendor's words. */
import { compareVersions, isSerious, type KnownBug } from '../../src/model/index.ts';
import { runsOf } from '../lib/vendor-words.ts';

export const LONGEST_TITLE = 90;
/** So many words in a row that the vendor wrote too are a copy. */
export const LONGEST_RUN = 5;
/** Of bugs whose words are more than a CVE number: 0 to 1. */
export const COVERAGE_TARGETS = { serious: 1, all: 0.95 };
/** The first version whose bugs are to be titled. */
const FIRST = '2.07.0';

export interface TitleReport {
  /** Bugs of 2.07 and later that the notes describe in words. */
  bugs: number;
  /** Those whose notes are a CVE number and no more: the number is their title. */
  cves: number;
  untitled: readonly KnownBug[];
  /** 0 to 1. */
  coverage: { serious: number; all: number };
  tooLong: readonly string[];
  /** Bugs that have one title, although no release lists them side by side. */
  duplicates: readonly (readonly KnownBug[])[];
  /** Bugs that have one title because a release lists one fix twice; two items of a release are never one bug. */
  listedTwice: readonly (readonly KnownBug[])[];
  /** Titles of digests that no bug has. */
  unused: readonly string[];
  /** Titles and the vendor's words in them; null where the vendor's pages were not given. */
  copied: readonly { title: string; run: string }[] | null;
}

/** @param vendorRuns the vendor's runs of `LONGEST_RUN + 1` words, or null */
export function reportTitles(
  titles: ReadonlyMap<string, string>,
  bugs: readonly KnownBug[],
  vendorRuns: ReadonlySet<string> | null,
): TitleReport {
  const recent = bugs.filter(({ listings }) =>
    listings.some(({ version }) => compareVersions(version, FIRST) >= 0),
  );
  const described = recent.filter(({ cves }) => cves.length === 0);
  const untitled = described.filter((bug) => titleOf(bug, titles) === null);
  const known = new Set(bugs.flatMap(({ listings }) => listings.map(({ digest }) => digest)));
  const shared = [...Map.groupBy(described, (bug) => titleOf(bug, titles)).entries()]
    .filter(([title, those]) => title !== null && those.length > 1)
    .map(([, those]) => those);
  return {
    bugs: described.length,
    cves: recent.length - described.length,
    untitled,
    coverage: {
      serious: share(
        described.filter(({ severity }) => isSerious(severity)),
        untitled,
      ),
      all: share(described, untitled),
    },
    tooLong: [...titles.values()].filter((title) => title.length > LONGEST_TITLE),
    duplicates: shared.filter((those) => !isListedTwice(those)),
    listedTwice: shared.filter(isListedTwice),
    unused: [...titles.keys()].filter((digest) => !known.has(digest)),
    copied: vendorRuns === null ? null : copies([...titles.values()], vendorRuns),
  };
}

function titleOf({ listings }: KnownBug, titles: ReadonlyMap<string, string>): string | null {
  return listings.map(({ digest }) => titles.get(digest)).find((title) => title !== undefined) ?? null;
}

function share(bugs: readonly KnownBug[], untitled: readonly KnownBug[]): number {
  return bugs.length === 0 ? 1 : bugs.filter((bug) => !untitled.includes(bug)).length / bugs.length;
}

function isListedTwice(bugs: readonly KnownBug[]): boolean {
  const versions = bugs.flatMap(({ listings }) => listings.map(({ version }) => version));
  return new Set(versions).size < versions.length;
}

function copies(
  titles: readonly string[],
  vendorRuns: ReadonlySet<string>,
): { title: string; run: string }[] {
  return titles.flatMap((title) => {
    const run = runsOf(title, LONGEST_RUN + 1).find((words) => vendorRuns.has(words));
    return run === undefined ? [] : [{ title, run }];
  });
}

/** Why the titles are not good enough; none when they are. */
export function faultsOf(report: TitleReport): string[] {
  const { coverage, tooLong, duplicates, unused, copied } = report;
  return [
    ...(coverage.serious < COVERAGE_TARGETS.serious ? ['critical and high bugs without a title'] : []),
    ...(coverage.all < COVERAGE_TARGETS.all ? ['too many bugs without a title'] : []),
    ...(tooLong.length > 0 ? [`titles longer than ${LONGEST_TITLE} characters`] : []),
    ...(duplicates.length > 0 ? ['different bugs with one title'] : []),
    ...(unused.length > 0 ? ['titles of no bug'] : []),
    ...(copied !== null && copied.length > 0
      ? [`runs of more than ${LONGEST_RUN} of the vendor's words`]
      : []),
  ];
}
