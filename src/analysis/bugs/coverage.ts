import { text } from '../../l10n/index.ts';
import {
  compareVersions,
  notesDay,
  type Catalogue,
  type VersionCoverage,
  type Text,
  type ProductId,
} from '../../model/index.ts';
import { readPin, productName, productOf, hasLineage, isSystem } from '../../products/index.ts';
import { refreshText } from '../notes-days.ts';
import { typedCoverage } from './engine-coverage.ts';
import { versionSpan } from '../support/new-cluster-releases.ts';
import { releasesByDay } from './listed-later.ts';
import { isPreview } from '../support/support.ts';
import { osCoverage } from './systems/coverage.ts';
import { containedOnBranch } from './upstream/contained.ts';

/**
 * Coverage of a version by the catalogue. Every surface checks it before it counts or advises: only a `known` version has
 * a count and a target, and a `partial` one has those of its releases.
 */
export function coverageOf(catalogue: Catalogue, product: ProductId, written: string): VersionCoverage {
  if (hasLineage(product)) return typedCoverage(catalogue, product, written);
  if (isSystem(product)) {
    const pinned = readPin(product, written);
    const newest = releasesByDay(catalogue, product).at(-1)?.version ?? '';
    if (pinned === null)
      return { product, coverage: 'no-release', version: written.trim(), versions: [], newest };
    const { version } = pinned;
    const coverage = osCoverage(catalogue, pinned);
    return { product, coverage, version, versions: coverage === 'known' ? [version] : [], newest };
  }
  return coverageByReleases(catalogue, product, written.trim());
}

/** Coverage for a product that has only a list of releases. */
function coverageByReleases(catalogue: Catalogue, product: ProductId, version: string): VersionCoverage {
  const releases = releasesByDay(catalogue, product);
  const newest = releases.at(-1)?.version ?? '';
  const isKnown = releases.some((release) => release.version === version);
  if (isKnown) return { product, coverage: 'known', version, versions: [version], newest };
  const isNumber = /^\d+(?:\.\d+)+$/.test(version);
  const isNewer = isNumber && newest !== '' && compareVersions(version, newest) > 0;
  const olderCoverage = isNumber || newest === '' ? 'not-covered' : 'no-release';
  const coverage = isNewer ? 'newer' : olderCoverage;
  return { product, coverage, version, versions: [], newest };
}

/**
 * Sentence about a version without a count of its own, and what to do next. Null if the version is known, unless it is a
 * preview, whose fixes the notes do not list.
 */
export function coverageMessage(
  catalogue: Pick<Catalogue, 'asOf' | 'readOn' | 'calendarReadOn' | 'releases'>,
  covered: VersionCoverage,
): Text | null {
  const { product, coverage, version, newest, versions } = covered;
  const name = productName(product);
  const asOf = notesDay(catalogue, product);
  const refresh = refreshText(catalogue);
  switch (coverage) {
    case 'known':
      return isPreview(catalogue, product, version) ? text('version.preview', { name, version }) : null;
    case 'newer': {
      const later = laterInProducts(catalogue, product, version);
      return later === null
        ? text('version.newer', { name, version, newest, asOf, refresh })
        : text('version.skipped', { name, version, newest, asOf, later });
    }
    case 'not-covered': {
      const oldest = lowestVersion(catalogue, product);
      return oldest !== null && productOf(product).versions.compare(version, oldest) < 0
        ? text('version.older', { name, version, oldest })
        : text('version.notCovered', { name, version, asOf, refresh });
    }
    case 'no-release': {
      const similar = releasesUnder(catalogue, product, version);
      if (similar.length > 0) return text('version.similar', { name, written: version, similar });
      return text(isSystem(product) ? 'version.noOsRelease' : 'version.noRelease', {
        name,
        written: version,
        example: productOf(product).names.examples.join(', '),
      });
    }
    case 'partial':
      return text(versions.length === 1 ? 'version.range.one' : 'version.range', {
        name,
        version,
        ...versionSpan(versions),
      });
  }
}

/**
 * Next release of an upstream that releases of other products contain, if none contains this one: numbers can skip. Null
 * if it is not known to be missing.
 */
function laterInProducts(
  { releases }: Pick<Catalogue, 'releases'>,
  product: ProductId,
  version: string,
): string | null {
  const { branch, compare } = productOf(product).versions;
  const next = containedOnBranch(releases, product, branch(version)).find(
    (each) => compare(each, version) >= 0,
  );
  return next === undefined || next === version ? null : next;
}

/** Number of releases that a message names for a partial version. */
const MAX_NAMED_RELEASES = 3;

/** Newest releases whose number begins with the written one: `1.20.5` for `1.20`. */
function releasesUnder(
  { releases }: Pick<Catalogue, 'releases'>,
  product: ProductId,
  written: string,
): string[] {
  const { compare } = productOf(product).versions;
  return releases
    .filter((release) => release.product === product && release.version.startsWith(`${written}.`))
    .map(({ version }) => version)
    .sort((a, b) => compare(b, a))
    .slice(0, MAX_NAMED_RELEASES);
}

function lowestVersion({ releases }: Pick<Catalogue, 'releases'>, product: ProductId): string | null {
  const { compare } = productOf(product).versions;
  const own = releases.filter((release) => release.product === product).map(({ version }) => version);
  return own.length === 0 ? null : own.reduce((least, each) => (compare(each, least) < 0 ? each : least));
}
