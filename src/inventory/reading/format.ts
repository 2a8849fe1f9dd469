import type { Node, SourceFile } from '../../syntax/index.ts';
import type { Script } from '../../syntax/shell/index.ts';
import type { OuterValues } from '../../values/index.ts';
import type { Problem } from '../../model/index.ts';
import type { AssetDraft } from '../resources/draft.ts';

/** A format's id, and the files that it can read. */
export interface FormatClaim {
  /** `terraform`, `cloudformation`, … */
  id: string;
  /** True for files that the format can read, by path alone. */
  claims: (file: string) => boolean;
  /** True if only the text of a claimed file shows that it belongs to the format. */
  needsText?: (file: string) => boolean;
}

/**
 * A notation for infrastructure: Terraform, CloudFormation, Dockerfile, … A new one is one folder here, with its claim
 * in a small file of its own, and a line in formats.ts and in claims.ts.
 *
 * A format reads one unit at a time: the smallest set of files that have a meaning together (CloudFormation: a file;
 * Terraform: a folder). Everything that a unit reads through its view is recorded, so after an edit only the units that
 * used the changed file are read again. Reading is synchronous and never throws, whatever a file contains.
 */
export interface Format extends FormatClaim {
  /**
   * A unit is read if one of its files contains one of these (ASCII, case-sensitive; or a pattern of such words), so
   * every file that declares an asset or contains a version must contain one. Choose rare words: they decide how fast a
   * scan is.
   */
  needles: readonly string[] | RegExp;
  /** Unit of a file: the file itself, or a folder (`.` for the scanned folder). */
  unitOf(file: string, list: WorkspaceView['list']): string;
  /**
   * Other units that a file uses (modules, nested stacks), found without parsing: if they matter, so does its own unit.
   * The text has one character for each byte of the file.
   */
  refersTo?(file: string, latin1: string): readonly string[];
  /** Loads the grammars for some files. Awaited before a unit with one of these files is read. */
  prepare?(files: readonly string[]): Promise<void>;
  read(unit: string, view: WorkspaceView): Reading;
  /** True for a format with general rules. Its assets only count where no other format reports one. */
  givesWay?: boolean;
  /** Readers for text of these kinds in files of other formats. */
  embedded?: Partial<EmbeddedReaders>;
  /**
   * True if the format only adds to assets of others. Its read errors are not reported for files that no other format
   * claims.
   */
  onlyAdds?: boolean;
}

/** Owner of an embedded text. */
export interface TextHolder {
  file: string;
  source: AssetDraft['source'];
  /** Prefix of names: each of several texts in one file has its own. */
  prefix: string;
  /** Values that are inserted into the text, or set around it. */
  outside?: OuterValues;
  embedded: Embedded;
}

/**
 * Readers of text that one format contains in another's language, by kind. A format registers the kinds that it reads
 * (`Format.embedded`). The owner of such a text asks the registry in its view, and needs no other format.
 */
export interface EmbeddedReaders {
  /** Shell commands: user data, steps of pipelines, `RUN` of a Dockerfile. */
  script: (script: Script, holder: TextHolder) => AssetDraft[];
  /** Kubernetes resources in a parsed document, which a module or a program applies. */
  manifests: (root: Node | null, source: SourceFile, embedded: Embedded) => AssetDraft[];
  /** Custom settings in a parsed document, such as chart values. */
  settings: (root: Node | null, source: SourceFile) => AssetDraft[];
  /** A CloudFormation template that a program generated: its drafts, each with its `Metadata`. */
  template: (file: string, view: WorkspaceView) => { draft: AssetDraft; metadata: Node | null }[];
}

/** Registry of embedded text. A kind without a registered reader has no drafts. */
export interface Embedded extends EmbeddedReaders {
  /** Drafts of a document in any format; its name decides which. */
  document: (document: SourceFile) => readonly AssetDraft[];
  /** True if a format reads a file on its own, by the file's path. @param id of the format; any if absent */
  isReadAlone: (file: string, id?: string) => boolean;
}

/** Scanned files as one unit sees them: documents open in the editor replace those on disk. */
export interface WorkspaceView {
  /** Scanned files directly in a folder (`.` for the scanned folder), of any format, sorted. */
  list(folder: string): readonly string[];
  /** Folders directly in a folder with scanned files in or below them, sorted. */
  folders(folder: string): readonly string[];
  /** Source of a file; null if it was not scanned or cannot be read. The scan has reported the latter. */
  read(file: string): SourceFile | null;
  /**
   * A file that code names and no format claims (a user data script), if it is in the scanned folder and small; null
   * otherwise.
   */
  readNamed(file: string): SourceFile | null;
  /**
   * Modification time of a file in milliseconds since 1970; the current time or later for an edited document. Null
   * without a file.
   */
  modified(file: string): number | null;
  /** Readers for embedded text of any format. */
  embedded: Embedded;
}

/** Result of reading one unit. */
export interface Reading {
  drafts: readonly AssetDraft[];
  /** Problems; `source` is the file. */
  problems: readonly Problem[];
  /**
   * Units that were read with this unit's values (child modules, nested stacks). Of their own assets, only versions
   * that no caller uses are kept.
   */
  includes: readonly string[];
  /** Ids of other units' assets that this unit reports in their place, because it knows more. */
  replaces?: readonly string[];
}
