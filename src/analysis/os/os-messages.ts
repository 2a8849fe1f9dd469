import { text } from '../../l10n/index.ts';
import { osVersionDay, PRODUCT_NAMES, type Catalogue, type Text } from '../../model/index.ts';
import { severitiesOf, type OsBehind } from './os-behind.ts';

const NAMED_PACKAGES = 5;

/** The sentence about what a pinned release lacks. `images`: how many share it. */
export function osBehindMessage(catalogue: Catalogue, behind: OsBehind, images: number): Text {
  const { pinned, newest, days, releases, isAtLeast, cves, unratedCves, updated, isWithoutAdvisories } =
    behind;
  return text('os.behind', {
    name: PRODUCT_NAMES[pinned.product],
    version: pinned.version,
    imageDay: pinned.byDate ? osVersionDay(pinned.version) : null,
    images,
    days,
    releases,
    isAtLeast,
    newest: newest.version,
    newestDate: newest.date,
    advisories: severitiesOf(behind.advisories).map(([severity, count]) =>
      text('os.severityCount', { severity, count }),
    ),
    advisoryCount: severitiesOf(behind.advisories).reduce((sum, [, count]) => sum + count, 0),
    cves,
    unratedCves,
    packages: behind.packages
      .filter((fixes) => fixes.cves > 0)
      .slice(0, NAMED_PACKAGES)
      .map((fixes) => text('os.packageCves', { name: fixes.package, cves: fixes.cves })),
    updated: [...updated],
    isWithoutAdvisories,
    isRecalled: behind.notices.includes('recalled'),
    asOf: catalogue.asOf.slice(0, 10),
  });
}

/** The sentence about a release that is above everything in the catalogue. */
export function osNewerMessage(catalogue: Catalogue, { pinned, newest }: OsBehind): Text {
  return text('os.newer', {
    name: PRODUCT_NAMES[pinned.product],
    version: pinned.version,
    newest: newest.version,
    asOf: catalogue.asOf.slice(0, 10),
  });
}
