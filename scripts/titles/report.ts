/** Report on the titles in our own words: coverage, length, duplicates, runs of the vendor's words. */
import { omittedConsequences, writtenTitle, type WrittenTitle } from '../../src/catalogue/merge/index.ts';
import type { KnownBug } from '../../src/model/index.ts';
import { runsOf } from './vendor-words.ts';

export const MAX_TITLE_LENGTH = 90;
/** Run of words that also occurs in the vendor's notes and counts as a copy from this length. */
export const MAX_COPIED_WORDS = 5;
export interface TitleReport {
  /** Number of bugs that the notes describe in words. */
  bugs: number;
  /** Number of CVEs, and of those without words: their number is their title. */
  cves: number;
  numbered: number;
  untitled: readonly KnownBug[];
  /** Bugs whose title omits the wrong data or the outage that they cause. */
  understated: readonly KnownBug[];
  /** Number of titles with a Japanese version. */
  inJapanese: number;
  tooLong: readonly string[];
  /** Bugs with the same title that no release lists side by side. */
  duplicates: readonly (readonly KnownBug[])[];
  /** Bugs with the same title because a release lists one fix twice; items of one release are never merged. */
  listedTwice: readonly (readonly KnownBug[])[];
  /** Titles whose digest belongs to no bug. */
  unused: readonly string[];
  /** Titles with the vendor's words in them; null if the vendor's pages are not given. */
  copied: readonly { title: string; run: string }[] | null;
}

/**
 * @param vendorRuns runs of `LONGEST_RUN + 1` words of the vendor, or null
 * @param all titles of other products, too, because two guides can have the same bullet
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
    .filter(([title, those]) => title !== undefined && new Set(those.map(firstDigest)).size > 1)
    .map(([, those]) => those);
  return {
    bugs: described.length,
    cves: bugs.length - described.length,
    numbered: bugs.filter(({ cves, title }) => cves.includes(title)).length,
    untitled,
    understated: described.filter((bug) => {
      const title = titleOf(bug, all)?.title;
      return title !== undefined && omittedConsequences(title, bug.consequences).length > 0;
    }),
    inJapanese: written.filter(({ titleIn }) => titleIn !== undefined).length,
    tooLong: english.filter((title) => title.length > MAX_TITLE_LENGTH),
    duplicates: shared.filter((those) => !isListedTwice(those)),
    listedTwice: shared.filter(isListedTwice),
    unused: [...titles.keys()].filter((digest) => !known.has(digest)),
    copied: vendorRuns === null ? null : copiedRuns(english, vendorRuns),
  };
}

function titleOf(
  { id, listings, consequences }: KnownBug,
  titles: ReadonlyMap<string, WrittenTitle>,
): ReturnType<typeof writtenTitle> {
  return writtenTitle([id, ...listings.map(({ digest }) => digest)], consequences, titles);
}

/** Digest of a bug's first item: bugs of equal words have one title. */
function firstDigest({ listings }: KnownBug): string | undefined {
  return listings[0]?.digest;
}

function isListedTwice(bugs: readonly KnownBug[]): boolean {
  const versions = bugs.flatMap(({ listings }) => listings.map(({ version }) => version));
  return new Set(versions).size < versions.length;
}

function copiedRuns(
  titles: readonly string[],
  vendorRuns: ReadonlySet<string>,
): { title: string; run: string }[] {
  return titles.flatMap((title) => {
    const run = runsOf(title, MAX_COPIED_WORDS + 1).find((words) => vendorRuns.has(words));
    return run === undefined ? [] : [{ title, run }];
  });
}

/** Faults of the titles; empty if there are none. */
export function faultsOf(report: TitleReport): string[] {
  const { untitled, understated: softened, tooLong, duplicates, unused, copied } = report;
  return [
    ...(untitled.length > 0 ? ['bugs without a title'] : []),
    ...(softened.length > 0 ? ['titles that hide the worst'] : []),
    ...(tooLong.length > 0 ? [`titles longer than ${MAX_TITLE_LENGTH} characters`] : []),
    ...(duplicates.length > 0 ? ['different bugs with one title'] : []),
    ...(unused.length > 0 ? ['titles of no bug'] : []),
    ...(copied !== null && copied.length > 0
      ? [`runs of more than ${MAX_COPIED_WORDS} of the vendor's words`]
      : []),
  ];
}
