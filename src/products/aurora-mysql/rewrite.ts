import { auroraLine } from './versions.ts';

/**
 * A written version changed to another release of the same major line, in the form in which it is written: an engine
 * version string (`5.7.mysql_aurora.2.11.1`), a bare number (`2.11.1`) or an enum constant (`VER_2_11_1`). Null when the
 * release crosses a major line, which is never one edit, or when the text does not hold the version.
 */
export function changeVersion(written: string, from: string, to: string): string | null {
  if (auroraLine(from) !== auroraLine(to)) return null;
  for (const separator of ['.', '_']) {
    const old = from.replaceAll('.', separator);
    if (!written.endsWith(old)) continue;
    return written.slice(0, -old.length) + to.replaceAll('.', separator);
  }
  return null;
}
