import { text } from '../../l10n/index.ts';
import type { Labels } from '../../model/index.ts';
import { cvesIn } from '../amazon-linux/notes/package-list.ts';
import { fullText, type Block } from '../pages/blocks.ts';
import { readMarkdown } from '../pages/markdown.ts';
import type { Page, ParsedPage, RawItem, RawRelease, ReleaseNoteSource } from '../source.ts';

/** All releases stand in one file of the project's repository, newest first. */
const CHANGELOG = 'https://raw.githubusercontent.com/bottlerocket-os/bottlerocket/develop/CHANGELOG.md';
const RELEASE_PAGE = 'https://github.com/bottlerocket-os/bottlerocket/releases/tag/';
/** `v1.20.3 (2024-06-11)` */
const RELEASE = /^v?(\d+\.\d+\.\d+)\s*\((\d{4}-\d{2}-\d{2})\)/;

/**
 * Bottlerocket, from the changelog of its repository: a release for each heading, an item for each bullet. It is the
 * example of docs/add-a-source.md.
 * @param classify labels of a bullet; the shared rules of catalogue/classify
 */
export function bottlerocketSource(classify: (item: RawItem) => Labels): ReleaseNoteSource {
  return {
    product: 'bottlerocket',
    hosts: [new URL(CHANGELOG).host],
    discover: () => Promise.resolve({ pages: [CHANGELOG], problems: [] }),
    parse: parseChangelog,
    support: () => Promise.resolve({ periods: [], problems: [] }),
    classify,
  };
}

function parseChangelog(page: Page): ParsedPage {
  const releases: { release: RawRelease; items: RawItem[] }[] = [];
  let section = '';
  for (const block of readMarkdown(page.body).blocks) {
    if (block.kind === 'heading') {
      const [, version, date] = RELEASE.exec(block.text) ?? [];
      if (version !== undefined && date !== undefined) releases.push(newRelease(version, date));
      section = block.text;
    } else {
      releases.at(-1)?.items.push(...itemsOf(section, block));
    }
  }
  if (releases.length === 0)
    return { releases: [], problems: [{ source: page.url, text: text('os.changelog.empty') }] };
  return { releases: releases.map(({ release, items }) => ({ ...release, items })), problems: [] };
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
    mysqlVersion: null,
    comparedTo: null,
    url: `${RELEASE_PAGE}v${version}`,
    items: [],
  } as const;
  return { release, items: [] };
}

function itemsOf(section: string, block: Block): RawItem[] {
  if (block.kind !== 'list') return [];
  return block.items.map((item) => {
    const words = fullText(item).replace(/ ?\((?:\[#\d+\],? ?)+\)/g, '');
    return { section, text: words, cves: cvesIn(words), mysqlBugs: [] };
  });
}
