import { productName } from '../naming/names.ts';
import type { Product } from '../product.ts';
import { ADVICE } from './advice.ts';
import { ENGINE } from './engine.ts';
import { FEATURES } from './features.ts';
import { LINEAGE } from './lineage/index.ts';
import { NOTES } from './notes/urls.ts';
import { OBSERVABILITY } from './observability.ts';
import { UPSTREAM } from './upstream.ts';
import { VERSIONS } from './versions.ts';

/** Amazon Aurora PostgreSQL, versions 9.6 and later. */
export const auroraPostgresql = {
  id: 'aurora-postgresql',
  kind: 'engine',
  names: { display: productName('aurora-postgresql'), examples: ['17.7', '16.11'] },
  community: { name: 'PostgreSQL', distribution: 'Aurora', bugPage: null, hosts: ['www.postgresql.org'] },
  upstream: UPSTREAM,
  versions: VERSIONS,
  notes: {
    guide: NOTES.url,
    source: async (classify) => (await import('./notes/index.ts')).auroraPostgresqlSource(classify),
  },
  lineage: LINEAGE,
  support: { fixed: [], minorScopes: (version) => [VERSIONS.branch(version)] },
  features: FEATURES,
  advice: ADVICE,
  engine: ENGINE,
  observability: OBSERVABILITY,
  host: null,
  system: null,
} satisfies Product;
