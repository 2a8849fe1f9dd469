/** Report on the titles in our own words: coverage, length, duplicates, runs of the vendor's words. */
import { omittedConsequences, writtenTitle, type WrittenTitle } from '../../src/catalogue/merge/index.ts';
import type { KnownBug } from '../../src/model/index.ts';
import { runsOf } from './vendor-words.ts';

export const LONGEST_TITLE = 90;
/** A run of this many words that the vendor also wrote is a copy. */
export const LONGEST_RUN = 5;
export interface TitleReport {
  /** Bugs that the notes describe in words. */
  bugs: number;
  /** Those whose notes are a CVE number and no more: the number is their title. */
  cves: number;
  untitled: readonly KnownBug[];
  /** Bugs whose title does not name the wrong data or the outage that they cause. */
  softened: readonly KnownBug[];
  /** Number of titles that exist in Japanese, too. */
  inJapanese: number;
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

/**
 * @param vendorRuns the vendor's runs of `LONGEST_RUN + 1` words, or null
 * @param all titles of other products too: two guides can have one bullet
 */
export function reportTitles(
  titles: ReadonlyMap<string, WrittenTitle>,
  bugs: readonly KnownBug[],
  vendorRuns: ReadonlySet<string> | null,
  all = titles,
): TitleReport {
  const described = bugs.filter(({ cves }) => cves.length === 0);
  const written = described.flatMap((bug) => titleOf(bug, all) ?? []);
  const untitled = described.filter((bug) => titleOf(bug, all) === undefined);
  const english = [...titles.values()].map(({ en }) => en);
  const known = new Set(bugs.flatMap(({ listings }) => listings.map(({ digest }) => digest)));
  const shared = [...Map.groupBy(described, (bug) => titleOf(bug, all)?.title).entries()]
    .filter(([title, those]) => title !== undefined && those.length > 1)
    .map(([, those]) => those);
  return {
    bugs: described.length,
    cves: bugs.length - described.length,
    untitled,
    softened: described.filter((bug) => {
      const title = titleOf(bug, all)?.title;
      return title !== undefined && omittedConsequences(title, bug.consequences).length > 0;
    }),
    inJapanese: written.filter(({ titleIn }) => titleIn !== undefined).length,
    tooLong: english.filter((title) => title.length > LONGEST_TITLE),
    duplicates: shared.filter((those) => !isListedTwice(those)),
    listedTwice: shared.filter(isListedTwice),
    unused: [...titles.keys()].filter((digest) => !known.has(digest)),
    copied: vendorRuns === null ? null : copies(english, vendorRuns),
  };
}

function titleOf(
  { id, listings, consequences }: KnownBug,
  titles: ReadonlyMap<string, WrittenTitle>,
): ReturnType<typeof writtenTitle> {
  return writtenTitle([id, ...listings.map(({ digest }) => digest)], consequences, titles);
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

/** Faults of the titles; none if they are good enough. */
export function faultsOf(report: TitleReport): string[] {
  const { untitled, softened, tooLong, duplicates, unused, copied } = report;
  return [
    ...(untitled.length > 0 ? ['bugs without a title'] : []),
    ...(softened.length > 0 ? ['titles that hide the worst'] : []),
    ...(tooLong.length > 0 ? [`titles longer than ${LONGEST_TITLE} characters`] : []),
    ...(duplicates.length > 0 ? ['different bugs with one title'] : []),
    ...(unused.length > 0 ? ['titles of no bug'] : []),
    ...(copied !== null && copied.length > 0
      ? [`runs of more than ${LONGEST_RUN} of the vendor's words`]
      : []),
  ];
}
