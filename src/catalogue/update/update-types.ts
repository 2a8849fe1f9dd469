import type { ReadPage, ReleaseNoteSource } from '../../products/index.ts';
import type {
  Catalogue,
  CveDifference,
  NumberedImage,
  KnownBug,
  Problem,
  ProductId,
  Release,
  SupportPeriod,
} from '../../model/index.ts';

export interface UpdateOptions {
  sources: readonly ReleaseNoteSource[];
  /** Reads a page, and limits the number of parallel reads itself. */
  read: ReadPage;
  /** Previous catalogue; all of it is kept. */
  previous: Pick<
    Catalogue,
    'releases' | 'support' | 'bugs' | 'cveDifferences' | 'imageBases' | 'laterAdvisories'
  > | null;
  /** Cancels the update; `read` observes it as well. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: UpdateProgress) => void) | undefined;
}

export interface UpdateProgress {
  product: ProductId;
  /** Number of release pages that were read or given up. */
  done: number;
  total: number;
}

/** Reasons for keeping previous facts about a release. */
export type KeptReason =
  | 'gone' // its page is listed and does not exist
  | 'unlisted' // no index lists it any more
  | 'unreadable' // its page, or the index that would list it, could not be read
  | 'not-understood' // its page does not contain the release
  | 'shrunk'; // its page contains suspiciously little

export interface KeptRelease {
  product: ProductId;
  version: string;
  /** Page that its notes are read from. */
  url: string;
  reason: KeptReason;
}

/** A product's page without releases (its calendar, its advisories) that was unread or incomplete. */
export interface UnreadExtraPage {
  product: ProductId;
  url: string;
}

export interface UpdateStats {
  /** Number of release pages that the sources list. */
  pages: number;
  read: number;
  failed: number;
  /** Number of pages read from their Markdown twin. */
  viaTwin: number;
}

/** Current content of the sources, completed by previous facts. */
export interface CatalogueUpdate {
  releases: readonly Release[];
  support: readonly SupportPeriod[];
  /** Bugs of sources other than from bullets, which follow from the releases. */
  bugs: readonly KnownBug[];
  cveDifferences: readonly CveDifference[];
  imageBases: readonly NumberedImage[];
  laterAdvisories: NonNullable<Catalogue['laterAdvisories']>;
  kept: readonly KeptRelease[];
  problems: readonly Problem[];
  /** Products none of whose release pages could be read. */
  unread: readonly ProductId[];
  /** Lines of other products with a page for each line, no release of which could be read: `postgresql 16`. */
  unreadLines: readonly string[];
  unreadExtraPages: readonly UnreadExtraPage[];
  stats: UpdateStats;
}
