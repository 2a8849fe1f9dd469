import type { Page, ReadPage } from './pages/page.ts';
import type {
  FixCommits,
  ImageBase,
  KnownBug,
  Labels,
  Problem,
  Release,
  SupportPeriod,
  ProductId,
} from '../model/index.ts';

import type { Lexicon } from './lexicon.ts';

export type { Page, ReadPage };

/** A bullet before it is classified. `text` holds the words of the bullet and of its nested list. */
export interface RawItem {
  section: string;
  text: string;
  cves: readonly string[];
  communityBugs: readonly string[];
  /** A part of the bullet before it, on a page that lost the nesting of its lists: never a bug of its own. */
  isSubPoint?: boolean;
  /** Such parts, as words of the bullet that they belong to: its conditions. */
  parts?: readonly string[];
  commits?: FixCommits;
}

/** A release before its items are classified. */
export type RawRelease = Omit<Release, 'items'> & { items: readonly RawItem[] };

/** What a page adds to releases that another page tells of: the notes of a part that has numbers of its own. */
export interface Addition {
  /** The minor version that it came with. */
  branch: string;
  /** YYYY-MM-DD, or null. */
  date: string | null;
  items: readonly RawItem[];
}

/** What one page, or one index of pages, told. */
export interface ParsedPage {
  releases: readonly RawRelease[];
  additions?: readonly Addition[];
  problems: readonly Problem[];
}

/** A line of a vendor's table of CVEs: the releases that fix one, as far as the table names them. */
export interface CveRow {
  cve: string;
  versions: readonly string[];
}

/** Labels of a bullet by the rules of the catalogue, and by how the notes of a product speak. */
export type Classify = (item: RawItem, lexicon?: Lexicon) => Labels;

/** Where a product's notes are found and how one page becomes a release. A new product is one of these. */
export interface ReleaseNoteSource {
  readonly product: ProductId;
  /** Hosts that the source asks; the fetcher refuses all others. */
  readonly hosts: readonly string[];
  /**
   * URLs of every release page, from the table of contents, the index pages and the pages' own links. `listed` are
   * releases that an index names with their day: what is known of those whose own page cannot be read.
   */
  discover(read: ReadPage): Promise<{
    pages: readonly string[];
    listed?: readonly RawRelease[];
    problems: readonly Problem[];
  }>;
  /** The address of the page that tells of a release, where the release is linked to another one. */
  pageOf?(release: Pick<Release, 'version'>): string | null;
  /** Never throws: a page that cannot be understood is a problem with its URL. */
  parse(page: Page): ParsedPage;
  /** Support periods, from the release calendar or the product's own dates. */
  support(read: ReadPage): Promise<{ periods: readonly SupportPeriod[]; problems: readonly Problem[] }>;
  /** The vendor's own table of CVEs, where there is one beside the release pages. Never rejects. */
  cveTable?(read: ReadPage): Promise<{ rows: readonly CveRow[]; problems: readonly Problem[] }>;
  /** Labels of one bullet. */
  classify(item: RawItem): Labels;
  /**
   * Known bugs that are no bullets: an operating system's packages and security advisories. Asked once, after all pages,
   * with the releases of this product, and with such bugs as they were known before.
   */
  bugs?(
    releases: readonly Release[],
    read: ReadPage,
    before: readonly KnownBug[],
  ): Promise<{ bugs: readonly KnownBug[]; problems: readonly Problem[] }>;
  /**
   * Images of this system, and of its other generations, that others publish under numbers of their own. Never rejects; of
   * a changelog that cannot be read what was known before stays.
   */
  imageBases?(
    read: ReadPage,
    before: readonly ImageBase[],
  ): Promise<{ bases: readonly ImageBase[]; problems: readonly Problem[] }>;
}
