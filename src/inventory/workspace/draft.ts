import type { Asset, AssetKind, FileLocation, LinkRole, SettingValue, Text, Use } from '../../model/index.ts';

/** One infrastructure file, its byte order mark removed; offsets and columns are those of the file as an editor shows it. */
export interface SourceFile {
  /** Relative to the scanned folder, with forward slashes. */
  file: string;
  text: string;
}

/** What an attribute holds, followed to where it is written. */
export type Value =
  | {
      state: 'known';
      value: SettingValue;
      /** Where the value is written: the token itself, without quotes. */
      at: FileLocation;
      how: 'literal' | 'default' | 'variable' | 'mapping' | 'constant';
      /** Places between the writing and the attribute, outermost last. */
      uses: readonly Use[];
    }
  | { state: 'unknown'; reason: Text; at: FileLocation | null };

/** A resource of any tool, with the RDS API's names, before its version is understood. */
export interface AssetDraft {
  kind: AssetKind;
  source: Asset['source'];
  /** Resource address, e.g. `aws_rds_cluster.main` or `module.db.aws_rds_cluster.this[0]`. */
  name: string;
  /** The declaration: the resource's own name token. */
  at: FileLocation;
  /** `engine`, for databases. */
  engine: Value | null;
  /** `engine_version`, image name, tag, path: whatever carries the version. */
  version: Value | null;
  settings: Readonly<Record<string, Value>>;
  /** Links to other drafts by their `name`. */
  links: readonly { role: LinkRole; target: string }[];
  count: number;
  environment: string | null;
  mayRunNewer: Text | null;
}
