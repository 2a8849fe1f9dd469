import { DEFAULT_FEATURES } from '../postgresql-family/default-features.ts';
import { EXTENSIONS } from '../postgresql-family/extensions.ts';
import { productName } from '../naming/names.ts';
import type { Product } from '../product.ts';
import { LINEAGE } from './lineage.ts';
import { RELEASES } from './urls.ts';
import { VERSIONS } from './versions.ts';

/** PostgreSQL as its community publishes it, versions 11 and later. Services contain it; code never declares it. */
export const postgresql: Product = {
  id: 'postgresql',
  kind: 'engine',
  names: { display: productName('postgresql'), examples: ['16.6'] },
  community: null,
  versions: VERSIONS,
  notes: {
    guide: RELEASES,
    source: async (classify) => (await import('./notes/index.ts')).postgresqlSource(classify),
  },
  lineage: LINEAGE,
  support: null,
  features: { states: {}, byDefault: DEFAULT_FEATURES, extensions: EXTENSIONS },
  advice: null,
  engine: null,
  observability: null,
  host: null,
  system: null,
};
