import type { Block } from '../../../pages/blocks.ts';
import { cvesOfText, type PackageList } from '../package-list.ts';
import { rpmsIn } from './rpm.ts';

const COLUMNS = /New Package NVR.*CVE/i;

/** True for a table of a release's new packages, the old ones, and the CVEs that the new ones fix. */
export function isFixTable(block: Block): boolean {
  if (block.kind === 'table') return COLUMNS.test((block.rows[0] ?? []).map(({ text }) => text).join(' '));
  return block.kind === 'paragraph' && COLUMNS.test(block.inline.text);
}

/** Adds the fixes in the table. Some renditions have lost the borders of the cells. */
export function readFixTable(block: Block, channel: string | null, packages: PackageList): void {
  if (block.kind === 'table') {
    for (const [fresh, , ...rest] of block.rows.slice(1)) {
      packages.fix(rpmsIn(fresh?.text ?? ''), cvesOfText(rest.map(({ text }) => text).join(' ')), channel);
    }
    return;
  }
  if (block.kind !== 'paragraph') return;
  const glued = block.inline.text.replace(/^.*?CVE\(s\)/, '');
  for (const row of glued.matchAll(
    /(?<fresh>\S{1,200}?\.amzn\d+(?:\.\d+)*).{0,400}?(?<cves>CVE-[\d-]+(?:,\s*CVE-[\d-]+)*)/g,
  )) {
    packages.fix(rpmsIn(row.groups?.fresh ?? ''), cvesOfText(row.groups?.cves ?? ''), channel);
  }
}
