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
import { releaseDay } from '../release-day.ts';
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
  catalogue: Pick<Catalogue, 'asOf' | 'readOn' | 'calendarReadOn' | 'releases' | 'perhapsOut' | 'upstream'>,
  covered: VersionCoverage,
): Text | null {
  const { product, coverage, version, newest, versions } = covered;
  const name = productName(product);
  const asOf = notesDay(catalogue, product);
  const refresh = refreshText(catalogue);
  const isMissing = coverage === 'newer' || coverage === 'not-covered';
  const perhaps = isMissing ? perhapsOutText(catalogue, covered) : null;
  if (perhaps !== null) return perhaps;
  const later = isMissing ? laterInProducts(catalogue, product, version) : null;
  if (later !== null) return text('version.skipped', { name, version, newest, asOf, later });
  switch (coverage) {
    case 'known':
      return isPreview(catalogue, product, version) ? text('version.preview', { name, version }) : null;
    case 'newer':
      return text('version.newer', { name, version, newest, asOf, refresh });
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

/** Sentence on a missing version, or range, that may have been out on the day of the catalogue. */
function perhapsOutText(
  { asOf, perhapsOut = [] }: Pick<Catalogue, 'asOf' | 'perhapsOut'>,
  { product, version }: VersionCoverage,
): Text | null {
  const { isUnder, read } = productOf(product).versions;
  const isRange = read(version).form === 'partial';
  const release = perhapsOut.find(
    (each) =>
      each.product === product && (each.version === version || (isRange && isUnder(each.version, version))),
  );
  if (release === undefined) return null;
  const name = productName(product);
  return text('version.perhapsOut', { name, version, asOf: asOf.slice(0, 10), day: releaseDay(release) });
}

/** Sentence on later releases of the line of some versions that may have been out on the day of the catalogue, too. */
export function laterPerhapsOutText(
  { perhapsOut = [] }: Pick<Catalogue, 'perhapsOut'>,
  { product, versions }: VersionCoverage,
): Text | null {
  const { line, compare } = productOf(product).versions;
  const later = perhapsOut
    .filter((each) => each.product === product)
    .map(({ version }) => version)
    .filter((each) => versions.some((version) => line(version) === line(each) && compare(each, version) > 0))
    .sort(compare);
  const key = later.length === 1 ? 'version.perhapsLater.one' : 'version.perhapsLater';
  return later.length === 0 ? null : text(key, versionSpan(later));
}

/**
 * Release in place of one that an upstream skipped, as its numbers can: the next one that products contain. Null if one
 * contains this release, or the upstream's notes list it or are unknown.
 */
function laterInProducts(
  { releases, upstream }: Pick<Catalogue, 'releases' | 'upstream'>,
  product: ProductId,
  written: string,
): string | null {
  const own = productOf(product);
  const { id, versions } = productOf(own.upstream?.product ?? product);
  const version = own.upstream === undefined ? written : own.versions.branch(written);
  if (versions.read(version).form !== 'release') return null;
  const onBranch = (upstream?.().releases ?? releases).filter(
    (each) => each.product === id && each.branch === versions.branch(version),
  );
  if (onBranch.length === 0 || onBranch.some((each) => each.version === version)) return null;
  const contained = containedOnBranch(releases, id, versions.branch(version));
  const next = contained.find((each) => versions.compare(each, version) >= 0);
  return next === undefined || next === version ? null : next;
}

/** Number of releases that a message names for a partial version. */
const MAX_NAMED_RELEASES = 3;

/** Newest releases whose version begins with the written one: `1.20.5` for `1.20`. */
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
