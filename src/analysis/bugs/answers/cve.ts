import {
  compareImpact,
  compareSeverity,
  type BugListing,
  type Catalogue,
  type CveDifference,
  type FixCommits,
  type KnownBug,
  type ProductId,
} from '../../../model/index.ts';
import { hasLineage, lineageOf, products, productOf, type Lineage } from '../../../products/index.ts';
import { bugsOfVersion } from '../known-bugs.ts';
import type { CveBranch } from './cve-branch.ts';
import { decidedByUpstream } from './cve-upstream.ts';

/** Published facts about a CVE. */
export interface CveAnswer {
  cve: string;
  /** Bugs of the release notes that name the CVE; none if only the vendor's table names it. */
  bugs: readonly KnownBug[];
  /** Branches that have the bug or its fix, for products with a lineage. */
  branches: readonly CveBranch[];
  /** Fixes in other products that name the CVE: packages of operating systems, and products without a lineage. */
  packages: readonly KnownBug[];
  /** Difference between the vendor's table and the pages; null if they agree. */
  difference: CveDifference | null;
}

/** Number of a CVE in capitals; null if the text is not one. */
export function cveNamed(written: string): string | null {
  const cve = written.trim().toUpperCase();
  return /^CVE-\d{4}-\d{4,}$/.test(cve) ? cve : null;
}

/**
 * Versions that a CVE affects and versions that fix it, by lineage over all releases. Releases that only the vendor's
 * table names as fixing it count, too. Null if neither the notes nor the table list it.
 * @param cve in capitals, `CVE-2024-1234`
 */
export function cveAnswer(catalogue: Catalogue, cve: string): CveAnswer | null {
  const named = catalogue.bugs.filter(({ cves }) => cves.includes(cve));
  const bugs = named.filter(({ product }) => hasLineage(product));
  const packages = named.filter(({ product }) => !hasLineage(product));
  const difference = catalogue.cveDifferences.find((entry) => entry.cve === cve) ?? null;
  if (named.length === 0 && difference === null) return null;
  const branches = products()
    .filter(({ id }) => hasLineage(id))
    .flatMap(({ id }) => {
      const own = bugs.filter(({ product }) => product === id);
      const cveBug = bugOfCve(id, cve, own, tableOf(catalogue, id, difference));
      return branchesOf(catalogue, cveBug, upstreamBranches(catalogue, cveBug, cve, bugs));
    });
  return { cve, bugs, branches, packages, difference };
}

/** Releases of a product that only the vendor's table names. */
function tableOf(
  catalogue: Catalogue,
  product: ProductId,
  difference: CveDifference | null,
): readonly string[] {
  const lineage = lineageOf(catalogue, product);
  return (difference?.versionsOnlyInTable ?? []).filter((version) => lineage.release(version) !== undefined);
}

/** All entries about a CVE as one bug. It has the bounds of the notes only if a single bug names the CVE. */
function bugOfCve(
  product: ProductId,
  cve: string,
  bugs: readonly KnownBug[],
  tableOnly: readonly string[],
): KnownBug {
  const listings = new Map<string, BugListing>();
  for (const version of tableOnly) listings.set(version, { version, digest: '' });
  for (const listing of bugs.flatMap((bug) => bug.listings)) listings.set(listing.version, listing);
  const bounds = { introducedIn: null, introducedInCommunity: null, names: [], upgradeOnly: false };
  return {
    id: bugs[0]?.id ?? cve,
    product,
    title: cve,
    impact: bugs.map(({ impact }) => impact).sort(compareImpact)[0] ?? 'security',
    severity: bugs.map(({ severity }) => severity).sort(compareSeverity)[0] ?? 'unrated',
    consequences: ['security'],
    features: [],
    needs: [],
    traits: [],
    cves: [cve],
    communityBugs: [],
    listings: [...listings.values()].sort((a, b) =>
      productOf(product).versions.compare(a.version, b.version),
    ),
    aliases: [],
    bounds: (bugs.length === 1 ? bugs[0]?.bounds : undefined) ?? bounds,
    why: [],
    text: null,
    origin: 'notes',
    ...lastCommits(bugs),
  };
}

/** Commits of the last part of the fix: releases older than all of them have no fix. */
function lastCommits(bugs: readonly KnownBug[]): Pick<KnownBug, 'commits'> {
  const commits = bugs.map((bug) => bug.commits);
  if (commits.some((each) => each === undefined)) return {};
  const last = commits
    .flatMap((each) => each ?? [])
    .reduce<FixCommits | null>((late, each) => ((each.day ?? '') > (late?.day ?? '') ? each : late), null);
  return last === null ? {} : { commits: last };
}

/** Branches of a product's upstream. Bugs in parts that the product lacks count only if its own notes list the CVE. */
function upstreamBranches(
  catalogue: Catalogue,
  { product: id, listings }: KnownBug,
  cve: string,
  bugs: readonly KnownBug[],
): readonly CveBranch[] {
  const { upstream } = productOf(id);
  if (upstream === undefined) return [];
  const isConcerned = (part: KnownBug['part']): boolean =>
    listings.length > 0 || part === undefined || !upstream.lacks.includes(part);
  const inside = bugs.filter(({ product, part }) => product === upstream.product && isConcerned(part));
  return branchesOf(catalogue, bugOfCve(upstream.product, cve, inside, []), []);
}

function branchesOf(
  catalogue: Catalogue,
  cveBug: KnownBug,
  upstream: readonly CveBranch[],
): readonly CveBranch[] {
  if (cveBug.listings.length === 0 && upstream.length === 0) return [];
  const lineage = lineageOf(catalogue, cveBug.product);
  const alone: Catalogue = { ...catalogue, bugs: [cveBug] };
  return lineage
    .branches()
    .map((branch) =>
      decidedByUpstream(alone, branchOf(alone, lineage, branch, cveBug), cveBug.listings, upstream),
    )
    .filter(({ firstFixed, affected }) => firstFixed !== null || affected.length > 0);
}

function branchOf(alone: Catalogue, lineage: Lineage, branch: string, cveBug: KnownBug): CveBranch {
  const releases = lineage.onBranch(branch);
  const fixed = releases.find(({ version }) => lineage.containsFix(version, cveBug) === 'yes');
  const judged = cveBug.listings.length === 0 ? [] : releases;
  return {
    product: cveBug.product,
    branch,
    listedIn: cveBug.listings
      .map(({ version }) => version)
      .filter((version) => releases.some((release) => release.version === version)),
    firstFixed: fixed?.version ?? null,
    url: fixed?.url ?? null,
    affected: judged.flatMap(({ version }) =>
      bugsOfVersion(alone, cveBug.product, version).map((match) => ({ version, match })),
    ),
  };
}
