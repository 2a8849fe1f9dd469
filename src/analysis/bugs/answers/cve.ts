import { text } from '../../../l10n/index.ts';
import {
  compareImpact,
  compareSeverity,
  type BugListing,
  type BugMatch,
  type Catalogue,
  type CveDifference,
  type FixCommits,
  type KnownBug,
  type ProductId,
} from '../../../model/index.ts';
import {
  hasLineage,
  lineageOf,
  products,
  productName,
  productOf,
  type Lineage,
} from '../../../products/index.ts';
import { bugsOfVersion } from '../known-bugs.ts';
import { runsUpstreamAsPublished } from '../upstream/left-out.ts';
import { containedIn, releaseWithNotes } from '../upstream/contained.ts';

/** Minor version in the answer about a CVE. */
export interface CveBranch {
  product: ProductId;
  branch: string;
  /**
   * Releases of the branch that the vendor lists as fixing it; none if the first release of the branch contained the fix.
   */
  listedIn: readonly string[];
  /**
   * The first release of the branch that contains the fix; null while none is published. If an affected branch has the
   * bug by the upstream's notes, the first of its line.
   */
  firstFixed: string | null;
  /** The page of that release; if the upstream's notes decide, of the upstream's release. */
  url: string | null;
  /** Release of the upstream with the fix, `PostgreSQL 16.12`, if the upstream's notes decide. */
  upstreamFix?: string;
  /** Releases of the branch that have it, lowest first. */
  affected: readonly { version: string; match: BugMatch }[];
}

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
    .map((branch) => withUpstream(alone, branchOf(alone, lineage, branch, cveBug), cveBug.listings, upstream))
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

/**
 * Branch with the answer of the upstream release in it, if own notes leave it open. A fix there is a fix here. A bug there
 * is one here if the product runs the upstream as published and lists none on the line; else it is undetermined.
 */
function withUpstream(
  catalogue: Catalogue,
  own: CveBranch,
  listings: readonly BugListing[],
  upstream: readonly CveBranch[],
): CveBranch {
  const { product, branch } = own;
  const { line } = productOf(product).versions;
  const isAsPublished = runsUpstreamAsPublished(product);
  const isListed = listings.some(({ version }) => !isAsPublished || line(version) === line(branch));
  const isOpen = own.affected.length > 0 && own.affected.every(({ match }) => match.confidence === 'low');
  const isSettled = isListed && (isAsPublished || !isOpen);
  const inside = isSettled ? null : upstreamIn(catalogue, product, branch, upstream);
  if (inside === null) return own;
  const { isFixed, match, url, fix } = inside;
  const releases = lineageOf(catalogue, product).onBranch(branch);
  const decided = { ...own, url, ...(fix !== null && { upstreamFix: fix }) };
  if (isFixed) return { ...decided, firstFixed: releases[0]?.version ?? null, affected: [] };
  if (isListed || (match?.confidence === 'low' && own.affected.length > 0)) return own;
  if (match === null) return { ...own, affected: [] };
  const found = isAsPublished ? matchHere(match, fix) : undeterminedMatch(match, product, fix);
  return {
    ...decided,
    firstFixed: firstFixedOnLine(catalogue, product, branch, upstream),
    affected: releases.map(({ version }) => ({ version, match: found })),
  };
}

/** Answer of the upstream's notes about the release in a branch; null if they do not decide. */
function upstreamIn(
  catalogue: Catalogue,
  product: ProductId,
  branch: string,
  upstream: readonly CveBranch[],
): { isFixed: boolean; match: BugMatch | null; url: string | null; fix: string | null } | null {
  const id = upstream[0]?.product;
  const contained = containedIn(catalogue, product, branch);
  const known = id === undefined || contained === null ? null : releaseWithNotes(catalogue, id, contained);
  if (id === undefined || known === null) return null;
  const { versions } = productOf(id);
  const answer = upstream.find((each) => each.branch === versions.branch(known));
  const firstFixed = answer?.firstFixed ?? null;
  const isListed = firstFixed !== null && answer?.listedIn.includes(firstFixed) === true;
  return {
    isFixed: firstFixed !== null && versions.compare(firstFixed, known) <= 0,
    match: answer?.affected.find(({ version }) => version === known)?.match ?? null,
    url: answer?.url ?? null,
    fix: isListed ? `${productName(id)} ${firstFixed}` : null,
  };
}

/** The first release on a branch's line that contains the upstream's fix. */
function firstFixedOnLine(
  catalogue: Catalogue,
  product: ProductId,
  branch: string,
  upstream: readonly CveBranch[],
): string | null {
  const { line } = productOf(product).versions;
  const lineage = lineageOf(catalogue, product);
  const fixed = lineage
    .branches()
    .filter((each) => line(each) === line(branch))
    .find((each) => upstreamIn(catalogue, product, each, upstream)?.isFixed);
  return fixed === undefined ? null : (lineage.onBranch(fixed)[0]?.version ?? null);
}

/** Match of the upstream that is one of the product, with the fix by its full name. */
function matchHere(match: BugMatch, fix: string | null): BugMatch {
  return fix === null ? match : { ...match, reason: text('incident.fixedIn', { release: fix }) };
}

/** Match of a product that changes its upstream: the notes of neither decide. */
function undeterminedMatch(match: BugMatch, product: ProductId, fix: string | null): BugMatch {
  const { reason } = matchHere(match, fix);
  return {
    ...match,
    confidence: 'low',
    reason: text('cve.notInOwnNotes', { reason, name: productName(product) }),
  };
}
