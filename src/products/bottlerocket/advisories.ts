/**
 * Security advisories of Bottlerocket, from the file for package scanners described at https://bottlerocket.dev/en/os/.
 * Before its parts became separate kits, an advisory named the release with the fix; since then its page gives the
 * version of the kit, and the changelog the release that includes it.
 */
import { text } from '../../l10n/index.ts';
import { compareText, type Problem, type Release } from '../../model/index.ts';
import type { Advisory, PlacedAdvisory } from '../system/advisory.ts';
import { readUpdates } from '../amazon-linux/updateinfo/index.ts';
import { unpackText } from '../amazon-linux/updateinfo/unpack.ts';
import { dottedVersions } from '../versions/dotted-versions.ts';
import { failureText } from '../pages/failure.ts';
import type { ReadPage } from '../source.ts';
import { updatesByKit, type KitUpdate } from './kits.ts';

export const ADVISORY_HOST = 'advisories.bottlerocket.aws';
const ADVISORY_FILE = `https://${ADVISORY_HOST}/updateinfo.xml.gz`;

/** Pages of advisories: of a kit, or earlier of the project itself. */
const REPOSITORY_PAGE = /^https:\/\/github\.com\/bottlerocket-os\/[\w./-]{1,200}$/;
const PAGE_OF_KIT =
  /\/(?<kit>bottlerocket-[a-z]+-kit)\/blob\/[\w.-]+\/advisories\/(?<version>\d+\.\d+\.\d+)\//;
/** Fixed version in an advisory of the project itself: a release. */
const FIXED_RELEASE = /^(?<version>\d+\.\d+\.\d+)-0$/;

const { compare } = dottedVersions(3);

/**
 * Reads the advisories, and counts those for kits after the newest release. Never rejects: anything that cannot be read is
 * a problem that states the consequence.
 */
export async function readBottlerocketAdvisories(
  releases: readonly Release[],
  read: ReadPage,
): Promise<{ placed: readonly PlacedAdvisory[]; later?: number; problems: readonly Problem[] }> {
  try {
    const { advisories, unreadable } = await readUpdates(
      unpackText((await read(ADVISORY_FILE)).body),
      null,
      REPOSITORY_PAGE,
    );
    const [example] = unreadable;
    const problems =
      example === undefined
        ? []
        : [
            {
              source: ADVISORY_FILE,
              text: text('os.feed.oddEntries', {
                count: unreadable.length,
                example: example.slice(0, 100) || null,
              }),
            },
          ];
    const placed = placeByKit(releases, advisories);
    return { placed, later: advisories.length - placed.length, problems };
  } catch (error) {
    const problem = {
      source: ADVISORY_FILE,
      text: text('os.advisories.unread', { cause: failureText(error) }),
    };
    return { placed: [], problems: [problem] };
  }
}

/**
 * First known release with the fix of each advisory. Excludes an advisory whose kit or day is newer than all of them.
 */
export function placeByKit(releases: readonly Release[], advisories: readonly Advisory[]): PlacedAdvisory[] {
  const ordered = releases
    .filter(({ product }) => product === 'bottlerocket')
    .toSorted((a, b) => compare(a.version, b.version));
  const takings = updatesByKit(ordered);
  return advisories.flatMap((advisory): PlacedAdvisory[] => {
    const { candidates, isLastSure } =
      candidatesNamed(advisory, ordered) ?? candidatesOfKit(advisory, ordered, takings);
    const sure = isLastSure ? candidates.at(-1) : undefined;
    const first = candidates.find(({ date }) => compareText(date, advisory.date) >= 0) ?? sure;
    return first === undefined
      ? []
      : [{ advisory, version: first.version, assigned: first === sure ? 'by version' : 'by date' }];
  });
}

/** Releases that may be the first with a fix, oldest first. */
interface Candidates {
  candidates: readonly Release[];
  /** True if the last candidate certainly contains the fix. */
  isLastSure: boolean;
}

function candidatesNamed({ fixed }: Advisory, ordered: readonly Release[]): Candidates | null {
  const versions = fixed.map(({ version }) => FIXED_RELEASE.exec(version)?.groups?.['version']);
  if (versions.length === 0 || versions.includes(undefined)) return null;
  const at = ordered.findIndex((release) =>
    versions.every((version) => compare(release.version, version ?? '') >= 0),
  );
  return at === -1 ? null : { candidates: ordered.slice(at, at + 1), isLastSure: true };
}

/**
 * Candidates from the first release after those with an older version of the kit, up to the first with that version or
 * a newer one. Between them are releases without a named version and those before the changelog's first kit.
 */
function candidatesOfKit(
  { url }: Advisory,
  ordered: readonly Release[],
  takings: ReadonlyMap<string, readonly KitUpdate[]>,
): Candidates {
  const { kit = '', version = '' } = PAGE_OF_KIT.exec(url)?.groups ?? {};
  const own = takings.get(kit) ?? [];
  const next =
    own.findLastIndex(({ kitVersion: taken }) => taken !== null && compare(taken, version) < 0) + 1;
  const possible = own.slice(next);
  const sure = possible.find(({ kitVersion: taken }) => taken !== null);
  const isBeforeAll = next === 0 && sure?.kitVersion !== version;
  const [first] = possible;
  if (first === undefined && next > 0) return { candidates: [], isLastSure: false };
  const from = isBeforeAll || first === undefined ? 0 : ordered.indexOf(first.release);
  const to = sure === undefined ? ordered.length : ordered.indexOf(sure.release) + 1;
  return { candidates: ordered.slice(from, to), isLastSure: sure !== undefined };
}
