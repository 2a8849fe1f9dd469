import type { Block } from '../../pages/blocks.ts';
import type { RawItem } from '../../source.ts';
import { readNotices, textsOf } from './notices.ts';
import { cvesOfText, type PackageList } from './package-list.ts';
import { readRpm, rpmsIn, type Rpm } from './fixes/rpm.ts';

/**
 * Reads a section about one or several kernels. CVEs below `… upstream stable 4.14.186`, or below a package as a label,
 * belong to that kernel; other points are items. One page lists its packages in this section.
 */
export function readKernelSection(title: string, blocks: readonly Block[], packages: PackageList): RawItem[] {
  const rest: Block[] = [];
  for (const block of blocks) {
    const rpm = block.kind === 'paragraph' && !block.inline.bold ? readRpm(block.inline.text) : null;
    if (rpm === null) rest.push(block);
    else packages.add(rpm, null);
  }
  let kernel = packages.kernel(null);
  for (const block of rest) {
    const words = textsOf(block).join(' ');
    kernel = kernelNamed(block, words, packages) ?? kernel;
    const cves = cvesOfText(words);
    if (kernel !== null && cves.length > 0) packages.fix([kernel], cves, null);
  }
  return readNotices(title, rest).filter((item) => kernel === null || item.cves.length === 0);
}

function kernelNamed(block: Block, words: string, packages: PackageList): Rpm | null {
  if (block.kind === 'list' || block.kind === 'table') return null;
  const number = /\bstable (\d+\.\d+\.\d+)/.exec(words)?.[1];
  if (number === undefined) return rpmsIn(words)[0] ?? null;
  return packages.kernel(number) ?? { name: 'kernel', version: number, arch: null };
}
