import { text } from '../../l10n/index.ts';
import type { Labels } from '../../model/index.ts';
import { cvesOfText } from '../amazon-linux/notes/package-list.ts';
import { ADVISORY_HOST, readBottlerocketAdvisories } from './advisories.ts';
import { kitsIn } from './kits.ts';
import { bottlerocketBugs, fixedPackages } from './fixes.ts';
import { BOTTLEROCKET_RELEASES } from './versions.ts';
import { fullText, type Block } from '../pages/blocks.ts';
import { readMarkdown } from '../pages/markdown.ts';
import type { Page, ParsedPage, RawItem, RawRelease, ReleaseNoteSource } from '../source.ts';
import { classifyOsItem } from '../amazon-linux/notes/classify.ts';

/** Changelog of all releases in the project's repository, newest first. */
const CHANGELOG = 'https://raw.githubusercontent.com/bottlerocket-os/bottlerocket/develop/CHANGELOG.md';
/** `v1.20.3 (2024-06-11)`, including typing errors: `v 1.12.0 (…)`, `(2023-10-9)`. */
const RELEASE_HEADING = /^v? ?(\d+\.\d+\.\d+)\s*\((\d{4})-(\d{1,2})-(\d{1,2})\)/;
/** Sections whose paragraphs carry information; elsewhere they only introduce a list. */
const INFORMATIVE_SECTION = /\bnotice\b|\bimportant\b|\bknown\b/i;

/**
 * Source for Bottlerocket, from the changelog of its repository: a release for each heading, an item for each bullet,
 * and a package with its CVEs for each bullet about a fix.
 * @param classify labels of a bullet
 */
export function bottlerocketSource(classify: (item: RawItem) => Labels): ReleaseNoteSource {
  return {
    product: 'bottlerocket',
    hosts: [new URL(CHANGELOG).host, ADVISORY_HOST],
    discover: () => Promise.resolve({ pages: [CHANGELOG], problems: [] }),
    parse: parseChangelog,
    support: () => Promise.resolve({ periods: [], problems: [] }),
    classify,
    async bugs(releases, read, before) {
      const { placed, ...others } = await readBottlerocketAdvisories(releases, read);
      const kept = others.problems.length > 0 ? before : [];
      return { bugs: bottlerocketBugs(releases, placed, kept), ...others };
    },
  };
}

export const bottlerocketNotes = bottlerocketSource(classifyChangelogItem);

function parseChangelog(page: Page): ParsedPage {
  const releases: { release: RawRelease; items: RawItem[] }[] = [];
  let section = '';
  for (const block of readMarkdown(page.body.replaceAll('\u2011', '-')).blocks) {
    if (block.kind === 'heading') {
      const [, version, year, month = '', day = ''] = RELEASE_HEADING.exec(block.text) ?? [];
      if (version !== undefined)
        releases.push(newRelease(version, `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`));
      section = block.text;
    } else {
      releases.at(-1)?.items.push(...itemsOf(section, block));
    }
  }
  if (releases.length === 0)
    return { releases: [], problems: [{ source: page.url, text: text('os.changelog.empty') }] };
  return { releases: releases.map(({ release, items }) => withPackages(release, items)), problems: [] };
}

function withPackages(release: RawRelease, items: readonly RawItem[]): RawRelease {
  return {
    ...release,
    items,
    packages: [...fixedPackages(release.version, items), ...kitsIn(release.version, items)],
  };
}

function newRelease(version: string, date: string): { release: RawRelease; items: RawItem[] } {
  const [line = '', minor = ''] = version.split('.');
  const release = {
    product: 'bottlerocket',
    version,
    date,
    line,
    branch: `${line}.${minor}`,
    lts: false,
    status: [],
    communityVersion: null,
    comparedTo: null,
    url: `${BOTTLEROCKET_RELEASES}v${version}`,
    items: [],
  } as const;
  return { release, items: [] };
}

function itemsOf(section: string, block: Block): RawItem[] {
  if (block.kind === 'paragraph' && INFORMATIVE_SECTION.test(section))
    return [itemOf(section, block.inline.text)];
  if (block.kind !== 'list') return [];
  return block.items.map((item) => itemOf(section, fullText(item)));
}

function itemOf(section: string, written: string): RawItem {
  const words = written.replace(/ ?\((?:\[#\d+\],? ?)+\)/g, '');
  return { section, text: words, cves: cvesOfText(words), communityBugs: [] };
}

/** Dropped variants. A variant is an edition for one orchestrator and version; its images end if it is dropped. */
const DROPPED = /^(?:remove|drop)\b.*\bvariants?\b|\blose support\b|\blast release\b.*\bsupport\b/i;
const INCOMPATIBLE = /\bknown incompatibilit/i;

/** Labels of one bullet: a functional fix, or a notice. Its CVEs are recorded with the package. */
function classifyChangelogItem(item: RawItem): Labels {
  const labels = classifyOsItem(item);
  if (DROPPED.test(item.text)) return { ...noticeOf(item, labels), topic: 'end-of-support' };
  if (INCOMPATIBLE.test(item.section)) return { ...noticeOf(item, labels), topic: 'known-issue' };
  return labels;
}

function noticeOf(item: RawItem, labels: Labels): Labels {
  return labels.kind === 'notice' ? labels : classifyOsItem({ ...item, section: '', text: '' });
}
