import { compareVersions } from '../../model/index.ts';
import type { Product } from '../product.ts';
import { ENGINE } from './engine.ts';
import { changeVersion } from './rewrite.ts';
import { GUIDE } from './notes/urls.ts';
import { auroraBranch, auroraLine, readAuroraVersion } from './versions.ts';

/** Amazon Aurora MySQL, versions 2, 3 and 8.4; of version 1 only the end of its support is known. */
export const auroraMysql: Product = {
  id: 'aurora-mysql',
  kind: 'engine',
  names: { display: 'Aurora MySQL', examples: '3.10.4, 8.4.7' },
  versions: {
    read: readAuroraVersion,
    readAlone(written) {
      const understood = readAuroraVersion(written);
      if (understood.form === 'unknown') return null;
      // A partial number stays as written: `8.0` is clearer than the `3` that it stands for.
      return understood.form === 'release' ? understood.version : written.trim();
    },
    compare: compareVersions,
    line: auroraLine,
    branch: auroraBranch,
    isUnder: (version, prefix) => version.startsWith(`${prefix}.`),
    rewrite: changeVersion,
  },
  notes: {
    guide: GUIDE,
    source: async (classify) => (await import('./notes/index.ts')).auroraMysqlSource(classify),
  },
  support: { fixed: [] },
  engine: ENGINE,
  host: null,
  system: null,
};
