import { productName } from '../naming/names.ts';
import type { Product } from '../product.ts';
import { rdsLineage } from '../rds/lineage.ts';
import { ADVICE } from './advice.ts';
import { ENGINE } from './engine.ts';
import { FEATURES } from './features.ts';
import { OBSERVABILITY } from './observability.ts';
import { PAGE } from './notes/urls.ts';
import { VERSIONS } from './versions.ts';

/**
 * Amazon RDS for MySQL, DB instances and Multi-AZ DB clusters, versions 5.7 and later, as documented on AWS's own page.
 */
export const rdsMysql: Product = {
  id: 'rds-mysql',
  kind: 'engine',
  names: { display: productName('rds-mysql'), examples: ['8.4.11', '8.0.46'] },
  community: {
    name: 'MySQL',
    distribution: 'RDS',
    bugPage: null,
    versionOf: VERSIONS.minorOf,
    hosts: ['dev.mysql.com'],
  },
  versions: VERSIONS,
  notes: {
    guide: PAGE,
    source: async (classify) => (await import('./notes/index.ts')).rdsMysqlSource(classify),
  },
  lineage: rdsLineage(VERSIONS, true),
  support: { fixed: [], minorScopes: (version) => [version, VERSIONS.minorOf(version)] },
  features: FEATURES,
  advice: ADVICE,
  engine: ENGINE,
  observability: OBSERVABILITY,
  host: null,
  system: null,
};
