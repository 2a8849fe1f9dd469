/** A data source that asks AWS for an engine version, and what code can tell it. */
export interface VersionLookup {
  /** Attributes that hold the version that is found. */
  found: ReadonlySet<string>;
  /** Argument of the version that is asked for. */
  wanted: string;
  /** Argument of versions of which the first that AWS offers is taken. */
  preferred: string;
}

/** Names of arguments: the documentation of the Terraform AWS provider. */
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

/** The data source of a type that asks AWS for an engine version; undefined when an attribute is no such version. */
export function versionLookup(type: string, attribute: string): VersionLookup | undefined {
  const lookup = LOOKUPS.get(type);
  return lookup?.found.has(attribute) === true ? lookup : undefined;
}
