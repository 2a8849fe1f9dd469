import {
  memoize,
  parseVersion,
  type Catalogue,
  type Coverage,
  type VersionCoverage,
  type ProductId,
} from '../../model/index.ts';
import {
  isDropped,
  lineageOf,
  productOf,
  readVersionRange,
  withoutWildcards,
  type Lineage,
  type Product,
} from '../../products/index.ts';
import { isPreview } from '../support/support.ts';

/**
 * `coverageOf` for a product with a lineage, of a version as infrastructure code writes it: neither AWS nor an engine reads
 * `~> 16.6`.
 */
export function engineCoverage(
  catalogue: Pick<Catalogue, 'releases'>,
  product: ProductId,
  written: string,
): VersionCoverage {
  return coverageIn(lineageOf(catalogue, product), catalogue.releases, product, written);
}

/** The same for a version as people type it, which can also be a range in the words of tools: `~> 16.6`, `16.x`. */
export function typedCoverage(
  catalogue: Pick<Catalogue, 'releases'>,
  product: ProductId,
  written: string,
): VersionCoverage {
  const covered = engineCoverage(catalogue, product, withoutWildcards(written.trim()));
  if (covered.coverage !== 'no-release') return covered;
  const { read, line } = productOf(product).versions;
  // MySQL's numbers in those of Aurora.
  const ownNumbers = written.replaceAll(/\d[\w.]*/g, (number) => {
    const understood = read(number);
    return understood.form === 'partial' ? understood.prefix : number;
  });
  const range = readVersionRange(ownNumbers);
  // Limitless Database has lines of its own, which only their names mean.
  const versions = publishedIn(lineageOf(catalogue, product), catalogue.releases, product).filter(
    (version) => range?.includes(version) === true && parseVersion(line(version)) !== null,
  );
  return {
    ...covered,
    version: written.trim(),
    ...(versions.length > 0 && { coverage: 'partial', versions }),
  };
}

/** Memoized, because thousands of assets share a few dozen versions. */
const coverageIn = memoize(coverageAmong);

function coverageAmong(
  lineage: Lineage,
  releases: Catalogue['releases'],
  product: ProductId,
  written: string,
): VersionCoverage {
  const published = publishedIn(lineage, releases, product);
  const own = productOf(product);
  const understood = own.versions.read(written);
  const at = (coverage: Coverage, version: string, versions: readonly string[] = []): VersionCoverage => {
    const newest = newestNear(own, published, coverage === 'no-release' ? null : version);
    return { product, coverage, version, versions, newest };
  };
  if (understood.form === 'unknown') return at('no-release', written.trim());
  const number = understood.form === 'release' ? understood.version : understood.prefix;
  const release = releaseNamed(own, lineage, number);
  if (release !== null) return at('known', release, [release]);
  // A minor version whose first release was never published: a cluster that pins it runs one of its patches.
  const isMinor = understood.form === 'release' && own.versions.branch(number) === number;
  if (isMinor && lineage.onBranch(number).length > 0) return at('known', number, [number]);
  if (understood.form === 'release' && isDropped({ releases }, product, number))
    return at('known', number, [number]);
  // Releases that a partial number can become, lowest first.
  const range =
    understood.form === 'partial' ? published.filter((each) => own.versions.isUnder(each, number)) : [];
  if (range.length > 0) return at('partial', number, range);
  return at(isAboveAll(own, lineage, number) ? 'newer' : 'not-covered', number);
}

function releaseNamed(product: Product, lineage: Lineage, number: string): string | null {
  const other = product.lineage?.otherName(number) ?? number;
  return (lineage.release(number) ?? lineage.release(other))?.version ?? null;
}

/** Generally available releases, lowest first: a preview is neither the newest release nor a candidate of a range. */
const publishedIn = memoize(
  (lineage: Lineage, releases: Catalogue['releases'], product: ProductId): readonly string[] =>
    lineage
      .branches()
      .flatMap((branch) => lineage.onBranch(branch))
      .map(({ version }) => version)
      .filter((version) => !isPreview({ releases }, product, version))
      .sort(productOf(product).versions.compare),
);

/** Newest generally available release nearest to a version: of its branch, else of its line, else of all. */
function newestNear(
  { versions: { branch, line } }: Product,
  published: readonly string[],
  version: string | null,
): string {
  const newest = published.at(-1) ?? '';
  if (version === null) return newest;
  const [ownBranch, ownLine] = [branch(version), line(version)];
  const near = published.findLast((each) => branch(each) === ownBranch);
  return near ?? published.findLast((each) => line(each) === ownLine) ?? newest;
}

function isAboveAll(product: Product, lineage: Lineage, version: string): boolean {
  const { versions, lineage: rules } = product;
  const isOutside = rules?.isOutside(versions.line(version)) ?? false;
  const newest =
    lineage.newestOnBranch(versions.branch(version)) ??
    lineage.newestOnLine(versions.line(version)) ??
    lineage.newest();
  return !isOutside && newest !== undefined && versions.compare(version, newest.version) > 0;
}
