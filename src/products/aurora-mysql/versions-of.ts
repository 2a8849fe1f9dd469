import { compareVersions } from '../../model/index.ts';
import type { ProductVersions } from '../product.ts';
import { changeVersion } from './rewrite.ts';
import { auroraBranch, auroraLine, readAuroraVersion } from './versions.ts';

export const VERSIONS: ProductVersions = {
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
};
