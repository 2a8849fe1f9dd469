import type { Labels, SupportPeriod } from '../../../src/model/index.ts';
import { fullText, type Block } from '../../../src/products/pages/blocks.ts';
import { readDocument } from '../../../src/products/pages/read.ts';
import type { ParsedPage, RawItem, RawRelease, ReleaseNoteSource } from '../../../src/products/source.ts';
import { VERSIONS } from './lineage.ts';

const PAGE = 'https://docs.harbor.example/notes.md';
/** `7.2.1 (2031-02-01)` */
const RELEASE = /^(\d+\.\d+\.\d+) \((\d{4}-\d{2}-\d{2})\)$/;

/** Reader of the single page with all releases: a heading for each, its fixes below, and the support dates at the end. */
export function harborSqlNotes(classify: (item: RawItem) => Labels): ReleaseNoteSource {
  return {
    product: 'harbor-sql',
    hosts: [new URL(PAGE).host],
    discover: () => Promise.resolve({ pages: [PAGE], problems: [] }),
    parse: (page) => releasesIn(readDocument(page).blocks),
    async support(read) {
      const { blocks } = readDocument(await read(PAGE));
      return { periods: blocks.flatMap(periodsIn), problems: [] };
    },
    classify,
  };
}

function releasesIn(blocks: readonly Block[]): ParsedPage {
  const releases: (RawRelease & { items: RawItem[] })[] = [];
  for (const block of blocks) {
    if (block.kind === 'heading') {
      const [, version, date] = RELEASE.exec(block.text) ?? [];
      if (version !== undefined && date !== undefined) releases.push(releaseOf(version, date));
    } else if (block.kind === 'list') {
      releases.at(-1)?.items.push(...block.items.map((item) => itemOf(fullText(item))));
    }
  }
  return { releases, problems: [] };
}

function releaseOf(version: string, date: string): RawRelease & { items: RawItem[] } {
  return {
    product: 'harbor-sql',
    version,
    date,
    line: VERSIONS.line(version),
    branch: VERSIONS.branch(version),
    lts: false,
    status: [],
    communityVersion: null,
    comparedTo: null,
    upgradeFrom: version === '8.0.0' ? ['7'] : [],
    url: PAGE,
    items: [],
  };
}

function itemOf(words: string): RawItem {
  return { section: 'Fixes', text: words, cves: [], communityBugs: [] };
}

/** `Support of 7.2 ends on 2031-08-01.` */
function periodsIn(block: Block): SupportPeriod[] {
  const [, scope, ends] =
    block.kind === 'paragraph'
      ? (/^Support of ([\d.]+) ends on ([\d-]{10})/.exec(block.inline.text) ?? [])
      : [];
  if (scope === undefined || ends === undefined) return [];
  return [
    {
      product: 'harbor-sql',
      scope,
      releasedOn: null,
      standardEnds: ends,
      extendedStarts: null,
      extendedYear3Starts: null,
      extendedEnds: null,
      lts: false,
      extendedOffered: false,
      url: PAGE,
    },
  ];
}
