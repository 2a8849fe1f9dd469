import { text } from '../../../../l10n/index.ts';
import { packageFamily, type Problem, type Release } from '../../../../model/index.ts';
import type { Advisory, FixedPackage } from '../../../system/advisory.ts';
import { readBulletinOf } from '../../alas/index.ts';
import type { ReadPage } from '../../../source.ts';

/** Bulletins read in one update. There are thousands, and only the newest fixes are likely to be missing on hosts. */
const MAX_BULLETINS = 60;
/** Failures after which no further bulletins are requested. */
const TRIALS = 3;

/**
 * Adds fixed packages to advisories from the pages of the newest ones. A page is read only if it can place an advisory
 * more precisely than its day: a release from that day on updates the package. Never rejects; unreadable pages are one
 * problem, pages without packages another.
 */
export async function readBulletins(
  advisories: readonly Advisory[],
  releases: readonly Release[],
  readPage: ReadPage,
): Promise<{ advisories: readonly Advisory[]; problems: readonly Problem[] }> {
  const wanted = advisories
    .filter(({ url, fixed }) => url !== '' && fixed.length === 0)
    .filter((advisory) => releases.some((release) => mayCarry(release, advisory)))
    .sort((a, b) => (a.date > b.date ? -1 : 1))
    .slice(0, MAX_BULLETINS);
  const fixed = new Map<string, readonly FixedPackage[]>();
  const silent: Problem[] = [];
  const failures: Problem[] = [];
  const readAll = async (part: readonly Advisory[]): Promise<void> => {
    await Promise.all(
      part.map(async (advisory) => {
        const { bulletin, problems } = await readBulletinOf(advisory, readPage);
        if (bulletin === null) failures.push(...problems);
        else if (bulletin.fixed.length === 0) silent.push(...problems);
        else fixed.set(advisory.id, bulletin.fixed);
      }),
    );
  };
  await readAll(wanted.slice(0, TRIALS));
  if (failures.length < TRIALS) await readAll(wanted.slice(TRIALS));
  const problems = silent.slice(0, 1).map(({ source }) => {
    return { source, text: text('os.bulletin.noPackages', { count: silent.length }) };
  });
  const read = advisories.map((each) => ({ ...each, fixed: fixed.get(each.id) ?? each.fixed }));
  const [first] = failures;
  if (first === undefined) return { advisories: read, problems };
  const args = { count: wanted.length - fixed.size - silent.length, cause: first.text };
  return {
    advisories: read,
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
