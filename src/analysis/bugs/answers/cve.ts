import type { Catalogue, CveDifference, KnownBug } from '../../../model/index.ts';
import { hasLineage, products } from '../../../products/index.ts';
import { branchesWith, type CveBranch } from './cve-branch.ts';

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
 * Versions that a CVE affects and versions that fix it, by lineage over all releases. Null if neither the notes nor the
 * vendor's table list it.
 * @param cve in capitals, `CVE-2024-1234`
 */
export function cveAnswer(catalogue: Catalogue, cve: string): CveAnswer | null {
  const named = catalogue.bugs.filter(({ cves }) => cves.includes(cve));
  const bugs = named.filter(({ product }) => hasLineage(product));
  const packages = named.filter(({ product }) => !hasLineage(product));
  const difference = catalogue.cveDifferences.find((entry) => entry.cve === cve) ?? null;
  if (named.length === 0 && difference === null) return null;
  const alone = { ...catalogue, bugs };
  const branches = products()
    .filter(({ id }) => hasLineage(id))
    .flatMap(({ id }) => branchesWith(alone, id, cve));
  return { cve, bugs, branches, packages, difference };
}
