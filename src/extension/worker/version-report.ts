import {
  bugsOfVersion,
  createLineage,
  flavoursIn,
  isReported,
  knowledgeOf,
  osBugsOfVersion,
  osStanding,
} from '../../analysis/index.ts';
import { readAuroraVersion, readOsPin, type Catalogue, type OsProduct } from '../../model/index.ts';
import type { VersionReport } from './protocol.ts';

/** What is known of a release of an operating system. @param today YYYY-MM-DD */
export function systemReport(
  catalogue: Catalogue,
  product: OsProduct,
  written: string,
  today: string,
): VersionReport {
  const pinned = readOsPin(product, written);
  const asOf = catalogue.asOf.slice(0, 10);
  if (pinned === null) return { knowledge: 'not-a-release', version: written, newest: '', asOf };
  return {
    knowledge: 'system',
    version: pinned.version,
    standing: osStanding(catalogue, pinned, today, flavoursIn(written)),
    matches: osBugsOfVersion(catalogue, pinned),
    asOf,
  };
}

/** What is known of a version of Aurora MySQL. */
export function versionReport(catalogue: Catalogue, written: string): VersionReport {
  const understood = readAuroraVersion(written);
  const asOf = catalogue.asOf.slice(0, 10);
  const lineage = createLineage(catalogue, 'aurora-mysql');
  const newest = lineage.newest()?.version ?? '';
  if (understood.form !== 'release') return { knowledge: 'not-a-release', version: written, newest, asOf };
  const { version } = understood;
  const knowledge = knowledgeOf(lineage, version);
  if (knowledge === 'newer' || knowledge === 'not-covered') return { knowledge, version, newest, asOf };
  return { knowledge, version, matches: bugsOfVersion(catalogue, version).filter(isReported), asOf };
}
