import { productName } from '../naming/names.ts';
import type { Product } from '../product.ts';
import { ADVICE } from './advice.ts';
import { ENGINE } from './engine.ts';
import { FEATURES } from './features.ts';
import { LINEAGE } from './lineage.ts';
import { GUIDE } from './notes/urls.ts';
import { OBSERVABILITY } from './observability/index.ts';
import { VERSIONS } from './product-versions.ts';

/** Amazon Aurora MySQL, versions 2, 3 and 8.4; for version 1 only the end of support is known. */
export const auroraMysql: Product = {
  id: 'aurora-mysql',
  kind: 'engine',
  names: { display: productName('aurora-mysql'), examples: ['3.10.4', '8.4.7'] },
  community: {
    name: 'MySQL',
    distribution: 'Aurora',
    bugPage: (number) => `https://bugs.mysql.com/bug.php?id=${encodeURIComponent(number)}`,
    hosts: ['bugs.mysql.com', 'dev.mysql.com'],
  },
  versions: VERSIONS,
  notes: {
    guide: GUIDE,
    source: async (classify) => (await import('./notes/index.ts')).auroraMysqlSource(classify),
  },
  lineage: LINEAGE,
  support: {
    fixed: [],
    // Line 8.4 has its minor versions in the third number (8.4.7), the others in the second (3.10).
    minorScopes: (version) => [version.split('.').slice(0, 3).join('.'), VERSIONS.branch(version)],
  },
  features: FEATURES,
  advice: ADVICE,
  engine: ENGINE,
  observability: OBSERVABILITY,
  host: null,
  system: null,
};
