import { text } from '../../../l10n/index.ts';
import type { ProductId, ReleaseStatus } from '../../../model/index.ts';
import { cvesOf } from '../../aurora/cves.ts';
import { htmlUrl } from '../../aurora/guide.ts';
import { fullText, linksOf, ownText, type Block, type Link, type ListItem } from '../../pages/blocks.ts';
import { readDocument } from '../../pages/read.ts';
import { extensionsIn } from '../../postgresql-family/extension-versions.ts';
import type { Page, ParsedPage, RawItem, RawRelease } from '../../source.ts';
import type { RdsVersions } from '../versions.ts';

/** Parameters for reading the pages of an engine of Amazon RDS. */
export interface RdsProduct {
  product: ProductId;
  versions: RdsVersions;
  /** Page with its dates. */
  calendar: string;
}

/** `PostgreSQL version 16.6-R2 on Amazon RDS (Deprecated)`, `Amazon RDS Extended Support version 11.22-RDS.20240418`. */
const RELEASE_VERSION = /\bversion (\d+(?:\.\d+){1,2}(?:-R\d+|-RDS\.\d{8})?)(?![\w.-])/i;
const STATUS_WORDS: readonly [RegExp, ReleaseStatus][] = [
  [/\(deprecated\)/i, 'deprecated'],
  [/\bpreview\b|\bbeta\b/i, 'beta'],
];
/** Lists of links within the page. */
const EXCLUDED_SECTION = /^(?:topics|contents|minor versions)$/i;
/** Sections about extensions and their versions, which are not points of the release itself. */
const OF_EXTENSIONS = /\bextensions?\b|\bthe following changes?:?$/i;
/** A bullet about the version of an extension or a library: `The pgactive extension was updated to version 2.1.6.` */
const SPEAKS_OF_VERSION =
  /^(?:(?:the|added|upgraded|updated) )?(?:\S+ ){1,4}?(?:extensions? )?(?:(?:is|was|were) )?(?:updated|upgraded|added|to|at|version)\b/i;
/** A label. The vendor's sentence before a list is not one, and only announces changes. */
const SECTION = /^(?:\S+ ){0,4}\S*$/;
const IS_FIX = /^(?:fix|resolv|correct|appl|includes? (?:a )?fix)|\bCVE\b|\bRUSTSEC\b/i;

/** A bullet of the list of upgrades to another major version: `MySQL 8.0 to MySQL 8.4`. */
const MAJOR_UPGRADE = /^\S+ (\d+(?:\.\d+)?) to \S+ (\d+(?:\.\d+)?)\.?$/;

/** Every release of a page: its headings, and the bullets below them that are about the engine. */
export function parseReleases(
  page: Page,
  of: RdsProduct,
  dayOf: (version: string) => Pick<RawRelease, 'date' | 'dayBound'>,
): ParsedPage {
  const url = htmlUrl(page.url);
  try {
    const releases = releasesIn(readDocument(page).blocks, url, of, dayOf);
    const problems = releases.length === 0 ? [{ source: url, text: text('catalogue.page.noPages') }] : [];
    return { releases, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      releases: [],
      problems: [{ source: url, text: text('catalogue.page.failed', { error: reason }) }],
    };
  }
}

interface Open {
  version: string;
  status: readonly ReleaseStatus[];
  items: RawItem[];
  /** Bullets about extensions. */
  extensions: { text: string }[];
}

function releasesIn(
  blocks: readonly Block[],
  url: string,
  of: RdsProduct,
  dayOf: (version: string) => Pick<RawRelease, 'date' | 'dayBound'>,
): RawRelease[] {
  const found = new Map<string, Open>();
  let open: Open | null = null;
  let section = '';
  for (const block of blocks) {
    if (block.kind === 'heading') {
      section = labelOf(block.text);
      const version = versionOf(block.text, of.versions);
      if (version !== null) open = openAt(found, version, block.text);
      else if (block.level <= 3) open = null;
    } else if (open === null) continue;
    else if (block.kind === 'paragraph') {
      const { text: words, links } = block.inline;
      if (/:\s*\.?$/.test(words) || words.length <= 60) section = labelOf(words);
      const sentence = fixSentence(words);
      if (sentence !== null) open.items.push(itemOf('Fixes', sentence, links));
    } else if (block.kind === 'list' && !EXCLUDED_SECTION.test(section)) {
      for (const item of block.items) read(item, section, open);
    }
  }
  const upgrades = majorUpgradesIn(blocks);
  return [...found.values()].map(({ version, status, items, extensions }) => {
    const named = extensionsIn([...items, ...extensions]);
    const release = releaseOf(version, url, of, dayOf(version));
    const upgradeFrom = upgrades.filter(({ to }) => to === release.line).map(({ from }) => from);
    return {
      ...release,
      status: [...release.status, ...status],
      items,
      ...(named.length > 0 && { extensions: named }),
      ...(upgradeFrom.length > 0 && { upgradeFrom }),
    };
  });
}

/** Upgrades to another major version, which a page lists once for all releases of both. */
function majorUpgradesIn(blocks: readonly Block[]): { from: string; to: string }[] {
  const items = blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));
  return items.flatMap((item) => {
    const [, from, to] = MAJOR_UPGRADE.exec(ownText(item).trim()) ?? [];
    return from === undefined || to === undefined ? [] : [{ from, to }];
  });
}

function openAt(found: Map<string, Open>, version: string, heading: string): Open {
  const status = STATUS_WORDS.filter(([words]) => words.test(heading)).map(([, name]) => name);
  const known = found.get(version) ?? { version, status, items: [], extensions: [] };
  found.set(version, known);
  return known;
}

function versionOf(heading: string, versions: RdsVersions): string | null {
  const read = versions.read(RELEASE_VERSION.exec(heading)?.[1] ?? '');
  return read.form === 'release' ? read.version : null;
}

function labelOf(words: string): string {
  return words.replace(/[:.]$/, '').trim();
}

/** Sentence of a paragraph that names its fixes: `This release contains fix for PLV8 CVE-2022-4174 and …`. */
function fixSentence(words: string): string | null {
  const sentence = words.split(/(?<=\.)\s+(?=[A-Z])/).find((each) => /\bfix(?:es)?\b[^.]*\bCVE\b/.test(each));
  return sentence ?? null;
}

function isAboutVersion(words: string): boolean {
  const lastWord = words.slice(words.lastIndexOf(' '));
  return SPEAKS_OF_VERSION.test(words) && /\d/.test(lastWord) && !/\.\s/.test(words);
}

function read(item: ListItem, section: string, open: Open): void {
  const words = fullText(item);
  const isFix = IS_FIX.test(words);
  const isOfExtension = OF_EXTENSIONS.test(section) || isAboutVersion(words) || !/\s/.test(ownText(item));
  if (isOfExtension && !isFix) open.extensions.push({ text: words });
  else open.items.push(itemOf(SECTION.test(section) ? section : 'Changes', words, linksOf(item)));
}

function itemOf(section: string, words: string, links: readonly Link[]): RawItem {
  return { section, text: words, cves: cvesOf(words, links), communityBugs: [] };
}

/** Release with the facts that its name reveals. */
export function releaseOf(
  version: string,
  url: string,
  { product, versions }: RdsProduct,
  day: Pick<RawRelease, 'date' | 'dayBound'>,
): RawRelease {
  return {
    product,
    version,
    ...day,
    line: versions.line(version),
    branch: versions.branch(version),
    lts: false,
    status: versions.isOfExtendedSupport(version) ? ['extended-support'] : [],
    communityVersion: versions.minorOf(version),
    comparedTo: null,
    url,
    items: [],
  };
}
