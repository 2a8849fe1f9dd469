import { productName } from '../naming/names.ts';
import type { Product } from '../product.ts';
import { ADVICE } from './advice.ts';
import { ENGINE } from './engine.ts';
import { FEATURES } from './features.ts';
import { OBSERVABILITY } from './observability.ts';
import { rdsLineage } from '../rds/lineage.ts';
import { RELEASE_NOTES_GUIDE } from './notes/urls.ts';
import { UPSTREAM } from './upstream.ts';
import { VERSIONS } from './versions.ts';

/** Amazon RDS for PostgreSQL, DB instances and Multi-AZ DB clusters, versions 9.3 and later. */
export const rdsPostgresql: Product = {
  id: 'rds-postgresql',
  kind: 'engine',
  names: { display: productName('rds-postgresql'), examples: ['17.9', '16.13'] },
  community: { name: 'PostgreSQL', distribution: 'RDS', bugPage: null, hosts: ['www.postgresql.org'] },
  upstream: UPSTREAM,
  versions: VERSIONS,
  notes: {
    guide: RELEASE_NOTES_GUIDE.url,
    source: async (classify) => (await import('./notes/index.ts')).rdsPostgresqlSource(classify),
  },
  lineage: rdsLineage(VERSIONS),
  support: { fixed: [], minorScopes: (version) => [version, VERSIONS.minorOf(version)] },
  features: FEATURES,
  advice: ADVICE,
  engine: ENGINE,
  observability: OBSERVABILITY,
  host: null,
  system: null,
};
