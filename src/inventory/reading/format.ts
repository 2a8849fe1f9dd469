import type { Node, SourceFile } from '../../syntax/index.ts';
import type { Script } from '../../syntax/shell/index.ts';
import type { Outside } from '../../values/index.ts';
import type { Problem } from '../../model/index.ts';
import type { AssetDraft } from '../resources/draft.ts';

/** What a format is called, and which files can be of it. */
export interface Claim {
  /** `terraform`, `cloudformation`, … */
  id: string;
  /** By the path of a file alone. */
  claims: (file: string) => boolean;
  /** Whether nothing but its text tells that a claimed file is one. */
  needsText?: (file: string) => boolean;
}

/**
 * A way to write infrastructure: Terraform, CloudFormation, Dockerfile, … A new one is one folder here, with its claim in
 * a light file of its own, and a line in formats.ts and in claims.ts.
 *
 * A format reads one unit at a time: the smallest set of files that mean something together (CloudFormation: a file;
 * Terraform: a folder). What a unit looks at through its view is remembered, so after an edit only the units that
 * looked at the changed file are read again. Reading is synchronous and never throws for anything a file can hold.
 */
export interface Format extends Claim {
  /**
   * A unit is read when one of its files contains one of these (ASCII, case-sensitive; or a pattern of such words), so
   * every file that declares an asset or writes a version must contain one. Rare words: they decide how fast a scan is.
   */
  needles: readonly string[] | RegExp;
  /** The unit that a file belongs to: the file itself, or a folder (`.` for the scanned folder). */
  unitOf(file: string, list: WorkspaceView['list']): string;
  /**
   * Other units that a file pulls in (modules, nested stacks), found without parsing: when they matter, so does its own.
   * The text has one character for each byte of the file.
   */
  refersTo?(file: string, latin1: string): readonly string[];
  /** Loads what reading some files needs (grammars); awaited before a unit with one of them is read. */
  prepare?(files: readonly string[]): Promise<void>;
  read(unit: string, view: WorkspaceView): Reading;
  /** Reads by general rules what others may know better: an asset counts where no other format has one at its place. */
  givesWay?: boolean;
  /** Reads texts of these kinds that files of other formats hold. */
  embedded?: Partial<EmbeddedReaders>;
  /** Only adds to what others declare: that a file of no other format cannot be read is not worth a word. */
  onlyAdds?: boolean;
}

/** Whose texts are read. */
export interface Holder {
  file: string;
  source: AssetDraft['source'];
  /** What names begin with: of several texts in one file each has its own. */
  prefix: string;
  /** What is put into the text, or set around it. */
  outside?: Outside;
  embedded: Embedded;
}

/**
 * Texts that files of one format hold for another, by kind, and what reads them. A format registers the kinds that it reads
 * (`Format.embedded`); who holds such a text asks the registry of its view, and knows no other format.
 */
export interface EmbeddedReaders {
  /** Commands of a shell: user data, steps of pipelines, `RUN` of a Dockerfile. */
  script: (script: Script, holder: Holder) => AssetDraft[];
  /** Resources of Kubernetes in a document that is parsed: what a module or a program applies. */
  manifests: (root: Node | null, source: SourceFile, embedded: Embedded) => AssetDraft[];
  /** Settings of one's own in a document that is parsed: values of a chart. */
  settings: (root: Node | null, source: SourceFile) => AssetDraft[];
  /** A template of CloudFormation that a program has written: what it declares, each with its `Metadata`. */
  template: (file: string, view: WorkspaceView) => { draft: AssetDraft; metadata: Node | null }[];
}

/** The registry of embedded texts. A kind that no format has registered declares nothing. */
export interface Embedded extends EmbeddedReaders {
  /** What a document declares, of whatever format it is. Its name says which. */
  document: (document: SourceFile) => readonly AssetDraft[];
  /** Whether a format reads a file by itself, by the file's path. @param id of the format; any when not given */
  isRead: (file: string, id?: string) => boolean;
}

/** The scanned files as one unit sees them: documents open in the editor in place of those on the disk. */
export interface WorkspaceView {
  /** Scanned files directly in a folder (`.` for the scanned folder), of any format, sorted. */
  list(folder: string): readonly string[];
  /** Folders directly in a folder that have scanned files in or below them, sorted. */
  folders(folder: string): readonly string[];
  /** Null when the file was not scanned or cannot be read, which is already reported. */
  read(file: string): SourceFile | null;
  /**
   * A file that the code names although no format claims its kind (a user data script), as long as it is in the scanned
   * folder and small; null otherwise.
   */
  readNamed(file: string): SourceFile | null;
  /**
   * When a file was last written, in milliseconds since 1970; of a document with edits never before now. Null without
   * it.
   */
  modified(file: string): number | null;
  /** Reads texts that one of the files holds, whatever format they are of. */
  embedded: Embedded;
}

/** What one unit declares. */
export interface Reading {
  drafts: readonly AssetDraft[];
  /** `source` is the file. */
  problems: readonly Problem[];
  /**
   * Units that were read here with the values this unit gives them (child modules, nested stacks). What they declare on
   * their own is kept only where it adds a version that no caller uses.
   */
  includes: readonly string[];
  /** Ids of assets of other units that are told here, with what this unit knows better. */
  replaces?: readonly string[];
}
