import type { Page, ReadPage } from './pages/page.ts';
import type {
  FixCommits,
  NumberedImage,
  KnownBug,
  Labels,
  Problem,
  Release,
  SupportPeriod,
  ProductId,
} from '../model/index.ts';

import type { Lexicon } from './lexicon.ts';

export type { Page, ReadPage };

/** A bullet before it is classified. `text` contains the words of the bullet and of its nested list. */
export interface RawItem {
  section: string;
  text: string;
  cves: readonly string[];
  communityBugs: readonly string[];
  /** True for a part of the bullet before it, on a page that lost the nesting of its lists: never a separate bug. */
  isSubPoint?: boolean;
  /** Words of such parts, which are conditions of the bullet that they belong to. */
  parts?: readonly string[];
  commits?: FixCommits;
}

/** A release before its items are classified. */
export type RawRelease = Omit<Release, 'items'> & { items: readonly RawItem[] };

/** Additions of a page to releases of another page: notes of a part with its own numbers. */
export interface Addition {
  /** Minor version that it came with. */
  branch: string;
  /** YYYY-MM-DD, or null. */
  date: string | null;
  items: readonly RawItem[];
}

/** Content of one page, or of one index of pages. */
export interface ParsedPage {
  releases: readonly RawRelease[];
  additions?: readonly Addition[];
  problems: readonly Problem[];
}

/** A row of a vendor's table of CVEs: the releases that fix one, as far as the table names them. */
export interface CveRow {
  cve: string;
  versions: readonly string[];
}

/** Classifies a bullet by the rules of the catalogue and the vocabulary of a product's notes. */
export type Classify = (item: RawItem, lexicon?: Lexicon) => Labels;

/** Location and readers of a product's notes. A new product needs one. */
export interface ReleaseNoteSource {
  readonly product: ProductId;
  /** Hosts that the source reads; the fetcher refuses all others. */
  readonly hosts: readonly string[];
  /**
   * URLs of every release page, from the table of contents, the index pages and the pages' own links. `listed` are
   * releases that an index names with their day, for those whose own page cannot be read.
   * @param known versions whose notes were read before
   */
  discover(
    read: ReadPage,
    known?: readonly string[],
  ): Promise<{
    pages: readonly string[];
    listed?: readonly RawRelease[];
    problems: readonly Problem[];
  }>;
  /** Page about a release, if it is shared with another release. */
  pageOf?(release: Pick<Release, 'version'>): string | null;
  /** Reads one page. Never throws: a page that cannot be understood is a problem with its URL. */
  parse(page: Page): ParsedPage;
  /** Support periods, from the release calendar or the product's own dates. */
  support(read: ReadPage): Promise<{ periods: readonly SupportPeriod[]; problems: readonly Problem[] }>;
  /** Reads the vendor's table of CVEs, if there is one besides the release pages. Never rejects. */
  cveTable?(read: ReadPage): Promise<{ rows: readonly CveRow[]; problems: readonly Problem[] }>;
  /** Labels of one bullet. */
  classify(item: RawItem): Labels;
  /**
   * Known bugs that are not bullets: an operating system's packages and security advisories. Called once, after all
   * pages, with the releases of this product, and with its previously known bugs. `later` is the number of advisories
   * that no known release fixes; absent if unknown.
   */
  bugs?(
    releases: readonly Release[],
    read: ReadPage,
    before: readonly KnownBug[],
  ): Promise<{ bugs: readonly KnownBug[]; later?: number; problems: readonly Problem[] }>;
  /**
   * Images of this system, and of its other generations, that others publish under their own numbers. Never rejects;
   * keeps previous data if a changelog cannot be read.
   */
  imageBases?(
    read: ReadPage,
    before: readonly NumberedImage[],
  ): Promise<{ bases: readonly NumberedImage[]; problems: readonly Problem[] }>;
}
