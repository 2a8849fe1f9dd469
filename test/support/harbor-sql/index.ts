import type { Product } from '../../../src/products/product.ts';
import { isSwitchedOn, parameterState } from '../../../src/products/feature-states.ts';
import { ADVICE } from './advice.ts';
import { ENGINE } from './engine.ts';
import { OBSERVABILITY } from './observability.ts';
import { LINEAGE, VERSIONS } from './lineage.ts';

/** Harbor SQL, an invented engine with one page of notes. */
export const harborSql: Product = {
  id: 'harbor-sql',
  kind: 'engine',
  names: { display: 'Harbor SQL', examples: ['7.2.1'] },
  community: null,
  versions: VERSIONS,
  notes: {
    guide: 'https://docs.harbor.example/',
    source: async (classify) => (await import('./notes.ts')).harborSqlNotes(classify),
  },
  lineage: LINEAGE,
  support: { fixed: [], minorScopes: (version) => [VERSIONS.branch(version)] },
  features: {
    states: {
      binlog: (cluster) => parameterState(cluster, 'harbor_log', isSwitchedOn, 'off'),
    },
  },
  advice: ADVICE,
  engine: ENGINE,
  observability: OBSERVABILITY,
  host: null,
  system: null,
};
