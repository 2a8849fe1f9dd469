import { compareVersions } from '../../model/index.ts';
import type { ProductVersions } from '../product.ts';
import { auroraBranch, auroraLine, readAuroraVersion } from './versions.ts';

export const VERSIONS: ProductVersions = {
  read: readAuroraVersion,
  readAlone(written) {
    const understood = readAuroraVersion(written);
    if (understood.form === 'unknown') return null;
    // A partial number remains as written: `8.0` is clearer than the `3` behind it.
    return understood.form === 'release' ? understood.version : written.trim();
  },
  compare: compareVersions,
  line: auroraLine,
  branch: auroraBranch,
  isUnder: (version, prefix) => version.startsWith(`${prefix}.`),
  rewrite: changeVersion,
};

/**
 * Replaces the release in a written version, in the same form: an engine version string (`5.7.mysql_aurora.2.11.1`), a
 * bare number (`2.11.1`) or an enum constant (`VER_2_11_1`). Null if the releases are on different major lines, which
 * is never one edit, or the text does not contain the version.
 */
function changeVersion(written: string, from: string, to: string): string | null {
  if (auroraLine(from) !== auroraLine(to)) return null;
  for (const separator of ['.', '_']) {
    const old = from.replaceAll('.', separator);
    if (!written.endsWith(old)) continue;
    return written.slice(0, -old.length) + to.replaceAll('.', separator);
  }
  return null;
}
