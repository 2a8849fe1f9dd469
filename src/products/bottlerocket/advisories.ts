/**
 * Security advisories of Bottlerocket, in the file that package scanners read: https://bottlerocket.dev/en/os/ says where. Until
 * its parts became kits of their own, an advisory named the release that has the fix; since then its page stands under the
 * version of the kit, and the changelog says which release took that.
 */
import { text } from '../../l10n/index.ts';
import { compareText, type PackageUpdate, type Problem, type Release } from '../../model/index.ts';
import type { Advisory, PlacedAdvisory } from '../system/advisory.ts';
import { readUpdates } from '../amazon-linux/updateinfo/index.ts';
import { unpacked } from '../amazon-linux/updateinfo/unpack.ts';
import { dottedVersions } from '../dotted-versions.ts';
import { failureText } from '../pages/failure.ts';
import type { RawItem, ReadPage } from '../source.ts';

export const ADVISORY_HOST = 'advisories.bottlerocket.aws';
const FILE = `https://${ADVISORY_HOST}/updateinfo.xml.gz`;

/** Pages of advisories: of a kit under its version, before that of the project itself. */
const PAGE = /^https:\/\/github\.com\/bottlerocket-os\/[\w./-]{1,200}$/;
const PAGE_OF_KIT =
  /\/(?<kit>bottlerocket-[a-z]+-kit)\/blob\/[\w.-]+\/advisories\/(?<version>\d+\.\d+\.\d+)\//;
/** `Update bottlerocket-core-kit to v2.8.1` */
const TAKES_KIT =
  /\b(?:update|upgrade)\w* (?:the )?(?<kit>bottlerocket-[a-z]+-kit) to v?(?<version>\d+\.\d+\.\d+)(?![\w.]*\d)/i;
/** What an advisory of the project itself calls the fixed version: a release. */
const RELEASE = /^(?<version>\d+\.\d+\.\d+)-0$/;

const { compare } = dottedVersions(3);

/** The kits that a release took, as packages of it. */
export function kitsIn(items: readonly RawItem[]): PackageUpdate[] {
  return items.flatMap(({ text: words }) => {
    const { kit, version } = TAKES_KIT.exec(words)?.groups ?? {};
    return kit === undefined || version === undefined
      ? []
      : [{ name: kit.toLowerCase(), version, arches: [], cves: [], channel: null }];
  });
}

/** Never rejects: what could not be read is a problem that says what it costs. */
export async function readBottlerocketAdvisories(
  releases: readonly Release[],
  read: ReadPage,
): Promise<{ placed: readonly PlacedAdvisory[]; problems: readonly Problem[] }> {
  try {
    const { advisories, odd } = await readUpdates(unpacked((await read(FILE)).body), null, PAGE);
    const [example] = odd;
    const problems =
      example === undefined
        ? []
        : [
            {
              source: FILE,
              text: text('os.feed.oddEntries', { count: odd.length, example: example.slice(0, 100) || null }),
            },
          ];
    return { placed: placeByKit(releases, advisories), problems };
  } catch (error) {
    const problem = { source: FILE, text: text('os.advisories.unread', { cause: failureText(error) }) };
    return { placed: [], problems: [problem] };
  }
}

/** The first known release with the fix of each advisory; one that no known release has is left out. */
export function placeByKit(releases: readonly Release[], advisories: readonly Advisory[]): PlacedAdvisory[] {
  const ordered = releases
    .filter(({ product }) => product === 'bottlerocket')
    .toSorted((a, b) => compare(a.version, b.version));
  return advisories.flatMap((advisory): PlacedAdvisory[] => {
    const told = releaseNamed(advisory, ordered) ?? releaseWithKit(advisory, ordered);
    if (told !== undefined) return [{ advisory, version: told.version, how: 'by version' }];
    const byDay = ordered.find(({ date }) => compareText(date, advisory.date) >= 0);
    return byDay === undefined ? [] : [{ advisory, version: byDay.version, how: 'by date' }];
  });
}

function releaseNamed({ fixed }: Advisory, ordered: readonly Release[]): Release | undefined {
  const versions = fixed.map(({ version }) => RELEASE.exec(version)?.groups?.['version']);
  if (versions.length === 0 || versions.includes(undefined)) return undefined;
  return ordered.find((release) => versions.every((version) => compare(release.version, version ?? '') >= 0));
}

/** Not told where the first release whose kit is known has a newer one already: an earlier release may have it, too. */
function releaseWithKit({ url }: Advisory, ordered: readonly Release[]): Release | undefined {
  const { kit, version } = PAGE_OF_KIT.exec(url)?.groups ?? {};
  if (kit === undefined || version === undefined) return undefined;
  const taking = ordered.flatMap((release) => {
    const own = release.packages?.find(({ name }) => name === kit)?.version;
    return own === undefined ? [] : [{ release, difference: compare(own, version) }];
  });
  const at = taking.findIndex(({ difference }) => difference >= 0);
  return at > 0 || taking[at]?.difference === 0 ? taking[at]?.release : undefined;
}
