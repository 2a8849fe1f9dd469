import type {
  ImageBase,
  ImagePublisher,
  KnownBug,
  OsFlavour,
  OsImage,
  OsImageContext,
  ProductId,
  Release,
} from '../../model/index.ts';
import type { PlacedAdvisory } from './advisory.ts';

/** One release of an operating system as somebody pinned it. */
export interface PinnedOs {
  product: ProductId;
  /** `2023.4.20240416`; for an image of its own numbering its day: `2023.20240807`, `2.0.20230703`. */
  version: string;
  /** The image has its own number (ECS, EKS): it was built on the newest release that was published by its day. */
  byDate: boolean;
  /** Who published such an image, where its name tells. */
  publisher?: ImagePublisher;
  /** The minor version of Kubernetes that such an image is for, where its name tells. */
  kubernetes?: string;
  /** The series of its kernel (`5.10`), where its name tells one. */
  kernel?: string;
}

export interface HostFacts {
  /** Whether Systems Manager calls it so (`PlatformName`, `PlatformVersion`). */
  readonly isPlatform: (name: string, version: string) => boolean;
  /** Whether an image's name is one of its own, whatever release it is. */
  readonly isImageName: (name: string) => boolean;
  /** Whether packages and scripts install software on it; where all is a container, user data says nothing of that. */
  installsSoftware: boolean;
  /** Whether the system log is in the journal alone, and in no file. */
  logsOnlyToJournal: boolean;
}

/**
 * What stands in names of images, by the way in which one is named; `builtOn`: images that others build on the system, whose
 * names do not say so.
 */
export type ImageWords = Readonly<
  Record<
    'ami' | 'container' | 'builtOn' | 'parameter' | 'packages' | 'platform' | 'amiType' | 'alias' | 'family',
    readonly string[]
  >
>;

export interface SystemFacts {
  /** Whether its package manager moves to a release by its number, and not only to the newest. */
  readonly takesReleaseByNumber: boolean;
  /** Images that are supported for a shorter time than the system: the last day, YYYY-MM-DD, and the page that says so. */
  readonly shorterSupport: readonly { flavour: OsFlavour; date: string; url: string }[];
  /** The system that continues this one, to which one moves; null of the newest. */
  readonly next: ProductId | null;
  /** Whether somebody publishes advisories of it, so that their absence means that they were not read. */
  readonly hasAdvisories: boolean;
  /** Whether the CVEs that its notes name are counted also where few notes name any: as a lower bound. */
  readonly countsNotedFixes?: boolean;
  /** What takes the place of an image's name in the system that continues this one; null where no name of its form does. */
  readonly successorOf?: (written: string) => string | null;
  /** Whether an image of a kind has a package without being asked, as far as its written name tells. */
  readonly isDefaultPackage?: (name: string, flavour: OsFlavour, written: string) => boolean;
  /** Whether an image of a kind runs on the kernel of a host that it does not bring. */
  readonly sharesHost?: (flavour: OsFlavour) => boolean;
  /** Whether a package works for a host alone: its kernel, what boots it, its firmware. */
  readonly isOfHost?: (name: string) => boolean;
  /** The series of the kernel that a fix is in (`6.12`), of which an image runs one; null in none, or not told. */
  readonly kernelSeriesOf?: (bug: Pick<KnownBug, 'os' | 'title'>) => string | null;
  /** Reads a release number, the number of an image, or a name that holds either; null for all else. */
  readonly readPin: (written: string) => PinnedOs | null;
  /** A spelling that `readPin` reads back as the same. */
  readonly pinName: (pinned: PinnedOs) => string;
  /** The day in a release number, YYYY-MM-DD; null where there is none. */
  readonly dayOf: (version: string) => string | null;
  /** Words of which one stands in every name of an image that `readImage` reads. */
  readonly imageWords: ImageWords;
  /** Reads the name of an image of this system, or of its other generations; null for everything else. */
  readImage: (text: string, context: OsImageContext) => OsImage | null;
  /** The bugs of advisories that were placed, and those that releases list by their packages and no advisory names. */
  readonly bugsOf: (releases: readonly Release[], placed: readonly PlacedAdvisory[]) => KnownBug[];
  /** The notes of an image that somebody publishes under a number of its own; null where nobody does. */
  readonly imageNotesUrl: ((base: Pick<ImageBase, 'publisher' | 'day'>) => string) | null;
  /** The number of such a release as people write it. */
  readonly imageNumber?: (base: Pick<ImageBase, 'publisher' | 'day'>) => string;
}
