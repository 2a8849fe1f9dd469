import { text } from '../../../l10n/index.ts';
import { packageFamily, type Problem, type Release } from '../../../model/index.ts';
import { readBulletinOf, type Advisory, type Bulletin } from '../alas/index.ts';
import type { ReadPage } from '../source.ts';

/** Bulletins that one update reads: there are thousands, and the newest are those that somebody may still lack. */
const MOST_BULLETINS = 60;
/** When so many cannot be had, the others are not asked. */
const TRIALS = 3;

/**
 * Pages of the newest advisories, where a page can place an advisory better than its day: a release from that day on
 * updates the package. Never rejects; pages that could not be read are one problem, those that name no package another.
 */
export async function readBulletins(
  advisories: readonly Advisory[],
  releases: readonly Release[],
  read: ReadPage,
): Promise<{ bulletins: ReadonlyMap<string, Bulletin>; problems: readonly Problem[] }> {
  const wanted = advisories
    .filter((advisory) => advisory.url !== '' && releases.some((release) => mayCarry(release, advisory)))
    .sort((a, b) => (a.date > b.date ? -1 : 1))
    .slice(0, MOST_BULLETINS);
  const bulletins = new Map<string, Bulletin>();
  const silent: Problem[] = [];
  const failures: Problem[] = [];
  const readAll = async (part: readonly Advisory[]): Promise<void> => {
    await Promise.all(
      part.map(async (advisory) => {
        const { bulletin, problems } = await readBulletinOf(advisory, read);
        if (bulletin === null) failures.push(...problems);
        else if (bulletin.fixed.length === 0) silent.push(...problems);
        else bulletins.set(advisory.id, bulletin);
      }),
    );
  };
  await readAll(wanted.slice(0, TRIALS));
  if (failures.length < TRIALS) await readAll(wanted.slice(TRIALS));
  const problems = silent.slice(0, 1).map(({ source }) => {
    return { source, text: text('os.bulletin.noPackages', { count: silent.length }) };
  });
  const [first] = failures;
  if (first === undefined) return { bulletins, problems };
  const args = { count: wanted.length - bulletins.size - silent.length, cause: first.text };
  return {
    bulletins,
    problems: [...problems, { source: first.source, text: text('os.bulletin.unread', args) }],
  };
}

function mayCarry(release: Release, advisory: Advisory): boolean {
  if (release.date < advisory.date) return false;
  const family = packageFamily(advisory.package);
  return (release.packages ?? []).some(
    ({ name }) => name.startsWith(advisory.package) || packageFamily(name) === family,
  );
}
