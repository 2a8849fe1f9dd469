import { compareVersions, type Coverage, type Covered } from '../../model/index.ts';
import { auroraBranch, auroraLine, readAuroraVersion } from '../../products/index.ts';
import type { Lineage } from './lineage.ts';

/** As `coverageOf`, where the lineage is at hand. */
export function auroraCoverage(lineage: Lineage, written: string): Covered {
  const understood = readAuroraVersion(written);
  const at = (coverage: Coverage, version: string, versions: readonly string[] = []): Covered => {
    const newest = coverage === 'no-release' ? lineage.newest() : newestNear(lineage, version);
    return { product: 'aurora-mysql', coverage, version, versions, newest: newest?.version ?? '' };
  };
  if (understood.form === 'unknown') return at('no-release', written.trim());
  const number = understood.form === 'release' ? understood.version : understood.prefix;
  const release = releaseNamed(lineage, number);
  if (release !== null) return at('known', release, [release]);
  const range = understood.form === 'partial' ? releasesUnder(lineage, number) : [];
  if (range.length > 0) return at('partial', number, range);
  return at(isAboveAll(lineage, number) ? 'newer' : 'not-covered', number);
}

/** The first release of a branch can be published without a patch number: `2.02`, which people also write `2.02.0`. */
function releaseNamed(lineage: Lineage, number: string): string | null {
  const named = lineage.release(number) ?? lineage.release(number.replace(/^(\d+\.\d+)\.0$/, '$1'));
  return named?.version ?? null;
}

/** Releases that a partial number can become, lowest first: `3` is all of version 3, and no `3.1` is part of `3.10`. */
function releasesUnder(lineage: Lineage, prefix: string): string[] {
  return lineage
    .branches()
    .flatMap((branch) => lineage.onBranch(branch))
    .map(({ version }) => version)
    .filter((version) => version.startsWith(`${prefix}.`))
    .sort(compareVersions);
}

function newestNear(lineage: Lineage, version: string): { version: string } | undefined {
  return (
    lineage.newestOnBranch(auroraBranch(version)) ??
    lineage.newestOnLine(auroraLine(version)) ??
    lineage.newest()
  );
}

function isAboveAll(lineage: Lineage, version: string): boolean {
  const newest = auroraLine(version) === '1' ? undefined : newestNear(lineage, version);
  return newest !== undefined && compareVersions(version, newest.version) > 0;
}
