import { text } from '../../../l10n/index.ts';
import { type Problem } from '../../../model/index.ts';
import { OS_RELEASE, osVersionDay, readOsVersion, type AmazonLinuxWithNotes } from '../versions.ts';
import type { Block, DocumentPage } from '../../pages/blocks.ts';
import { readDocument } from '../../pages/read.ts';
import type { Page, ParsedPage, RawItem, RawRelease } from '../../source.ts';
import { isFixTable, readFixTable } from './fixes/fix-tables.ts';
import { readKernelSection } from './kernel-section.ts';
import { readNotices, textsOf } from './notices.ts';
import { osRelease } from './os-release.ts';
import { cvesOfText, PackageList } from './package-list.ts';
import { readPackageSection } from './package-sections.ts';

/** Reads one release page of Amazon Linux 2 or 2023, as HTML or Markdown. Never throws. */
export function parseAmazonLinuxPage(product: AmazonLinuxWithNotes, page: Page): ParsedPage {
  const document = readDocument(page);
  const named = releaseOf(product, document, page.url);
  if (named === null)
    return { releases: [], problems: [{ source: page.url, text: text('os.page.noRelease') }] };
  const problems: Problem[] = [];
  const { packages, items, cvesWithoutPackage, nameless } = readSections(document);
  if (cvesWithoutPackage.length > 0)
    problems.push({
      source: page.url,
      text: text('os.page.cvesWithoutPackage', { cves: cvesWithoutPackage }),
    });
  if (nameless.length > 0)
    problems.push({ source: page.url, text: text('os.page.namelessPackages', { names: nameless }) });
  if (packages.length === 0 && items.length === 0)
    problems.push({ source: page.url, text: text('os.page.empty') });
  const release: RawRelease = {
    ...osRelease(product, named.version, named.date, urlOfPage(page.url)),
    items,
    packages,
  };
  return { releases: [release], problems };
}

function urlOfPage(url: string): string {
  return url.replace(/\.md(?=[?#]|$)/, '.html');
}

/**
 * Release of a page. Until mid-2020 titles have only a day (`09/25/2018`), which serves as the version. If the title
 * has an impossible day (`2.0.202200419.0`), the page's address counts. The day of publication is that of the address,
 * unless it is before the packages were frozen.
 */
function releaseOf(
  product: AmazonLinuxWithNotes,
  document: DocumentPage,
  url: string,
): { version: string; date: string } | null {
  const written = OS_RELEASE[product].exec(document.title)?.[1];
  const pageDay = addressDay(url);
  if (written !== undefined) {
    const version = readOsVersion(product, written) ?? written;
    const frozen = osVersionDay(version) ?? '';
    return { version, date: pageDay !== null && pageDay > frozen ? pageDay : frozen };
  }
  if (product !== 'amazon-linux-2' || !/Amazon Linux 2 /.test(document.title)) return null;
  const american = /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(document.title);
  const day = (american && isoDay(american[3], american[1], american[2])) ?? pageDay;
  if (day === null) return null;
  const build = /\d{8,9}(\.\d)\b/.exec(document.title)?.[1] ?? '';
  return { version: `2.0.${day.replaceAll('-', '')}${build}`, date: day };
}

/** `relnotes-20230309.html`, `relnotes-5-29-2020.html`, `relnotes-2023.4.20240416.html`. */
function addressDay(url: string): string | null {
  const american = /relnotes-(\d{1,2})-(\d{1,2})-(\d{4})\./.exec(url);
  if (american) return isoDay(american[3], american[1], american[2]);
  return osVersionDay(/relnotes-(?:2023\.\d+\.)?(\d{8})\./.exec(url)?.[1] ?? '');
}

/** ISO day; null for a month or day that does not exist. */
function isoDay(year = '', month = '', day = ''): string | null {
  return osVersionDay(year + month.padStart(2, '0') + day.padStart(2, '0'));
}

type Role = 'packages' | 'kernel' | 'notices' | 'none';

/** Role of a section by its title; unknown sections are kept as notices. */
function roleOf(title: string): Role {
  if (/^contact us$/i.test(title)) return 'none';
  if (/known issue|important|recall|announcement|summary|^(?:major|minor|notable)/i.test(title))
    return 'notices';
  if (/^kernel updates$/i.test(title)) return 'kernel';
  return /package|repository|\bimages?\b|\bami\b|container|\bextras\b/i.test(title) ? 'packages' : 'notices';
}

function readSections(document: DocumentPage): {
  packages: ReturnType<PackageList['all']>;
  items: RawItem[];
  cvesWithoutPackage: string[];
  nameless: readonly string[];
} {
  const packages = new PackageList();
  const items: RawItem[] = [];
  const sections = sectionsOfPage(document.blocks);
  for (const { title, blocks } of sections.filter(({ role }) => role === 'packages')) {
    readPackageSection(title, blocks, packages);
  }
  for (const { title, blocks, role } of sections) {
    if (role === 'kernel') items.push(...readKernelSection(title, blocks, packages));
    if (role === 'notices') items.push(...readNoticeSection(title, blocks, packages));
  }
  for (const item of items) fixNamedPackages(item, packages);
  const all = packages.all();
  const placed = new Set([...all, ...items].flatMap(({ cves }) => cves));
  const named = cvesOfText(sections.flatMap(({ blocks }) => blocks.flatMap(textsOf)).join(' '));
  const cvesWithoutPackage = named.filter((cve) => !placed.has(cve));
  return { packages: all, items, cvesWithoutPackage, nameless: packages.nameless };
}

function sectionsOfPage(blocks: readonly Block[]): { title: string; role: Role; blocks: Block[] }[] {
  const sections: { title: string; role: Role; blocks: Block[] }[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading' && block.level <= 2) {
      sections.push({ title: block.text, role: block.level === 1 ? 'none' : roleOf(block.text), blocks: [] });
    } else {
      sections.at(-1)?.blocks.push(block);
    }
  }
  return sections;
}

function readNoticeSection(title: string, blocks: readonly Block[], packages: PackageList): RawItem[] {
  let channel: string | null = null;
  const rest: Block[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') channel = /^AL2 Extras (.+)$/i.exec(block.text)?.[1]?.toLowerCase() ?? null;
    if (isFixTable(block)) readFixTable(block, channel, packages);
    else rest.push(block);
  }
  return readNotices(title, rest);
}

/** Records fixes from `Updated NSS to fix CVE-…` or `a fix for CVE-… in python` for packages of that name. */
function fixNamedPackages({ text: words, cves }: RawItem, packages: PackageList): void {
  if (cves.length === 0 || !/\b(?:fix(?:es)?|address|resolves?)\b/i.test(words)) return;
  const all = packages.all();
  const firstIn = (part: string): string | undefined =>
    part
      .toLowerCase()
      .match(/[a-z0-9][\w.+-]*/g)
      ?.find((word) => all.some(({ name }) => name.toLowerCase() === word));
  const named = firstIn(/CVE-\d{4}-\d+ in ([\w.+-]+)/.exec(words)?.[1] ?? '') ?? firstIn(words);
  for (const { name, version, channel } of all) {
    if (name.toLowerCase() === named) packages.fix([{ name, version, arch: null }], cves, channel);
  }
}
