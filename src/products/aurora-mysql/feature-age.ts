import { compareVersions, type Feature } from '../../model/index.ts';
import { auroraLine } from './versions.ts';

/**
 * The first version of a line in which a feature can be used at all, with the page that says so. A bug that needs a
 * feature which arrived later is not a version's bug. Only features that arrived within a line are listed: what is not
 * here counts as always there. The notes do not announce every feature, so some entries come from the user guide.
 */
const FIRST_VERSION: Partial<Record<Feature, Partial<Record<string, string>>>> = {
  // Release notes of 3.03.1 (enhanced binary log); never on version 2.
  'enhanced-binlog': { '2': 'never', '3': '3.03.1' },
  // User guide, zero-etl: minor version 3.05; never on version 2.
  'zero-etl': { '2': 'never', '3': '3.05.0' },
  // User guide, Data API: provisioned clusters from 3.07.0; on version 2 it came with Serverless v1 (2.07).
  'rds-data-api': { '2': '2.07.0', '3': '3.07.0' },
  // Release notes of 2.07.0 (global databases on version 2).
  'global-database': { '2': '2.07.0' },
  // Release notes of 2.08.0 (write forwarding for global databases); in-cluster forwarding came with 3.04.0.
  'write-forwarding': { '2': '2.08.0' },
  // Release notes of 2.07.0 (machine learning functions).
  'machine-learning': { '2': '2.07.0' },
  // Removed from MySQL 8.0.
  'query-cache': { '3': 'never', '8.4': 'never' },
  // Multi-master clusters existed for version 1 only.
  'multi-master': { '2': 'never', '3': 'never', '8.4': 'never' },
};

/** Whether a feature could not yet, or never, be used in a version. */
export function isFeatureNewerThan(feature: Feature, version: string): boolean {
  const first = FIRST_VERSION[feature]?.[auroraLine(version)];
  if (first === undefined) return false;
  return first === 'never' || compareVersions(version, first) < 0;
}
