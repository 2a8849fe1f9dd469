/** A data source that queries AWS for an engine version, and its arguments. */
export interface VersionLookup {
  /** Attributes with the found version. */
  found: ReadonlySet<string>;
  /** Argument for the wanted version. */
  wanted: string;
  /** Argument for a list of versions. AWS uses the first that it offers. */
  preferred: string;
}

/** Lookups by data source. Source of the names: the documentation of the Terraform AWS provider. */
const LOOKUPS: ReadonlyMap<string, VersionLookup> = new Map([
  [
    'data.aws_rds_engine_version',
    { found: new Set(['version', 'version_actual']), wanted: 'version', preferred: 'preferred_versions' },
  ],
  [
    'data.aws_rds_orderable_db_instance',
    {
      found: new Set(['engine_version']),
      wanted: 'engine_version',
      preferred: 'preferred_engine_versions',
    },
  ],
]);

/** Data source that queries an engine version, by type; undefined if the attribute is not a version. */
export function versionLookup(type: string, attribute: string): VersionLookup | undefined {
  const lookup = LOOKUPS.get(type);
  return lookup?.found.has(attribute) === true ? lookup : undefined;
}
