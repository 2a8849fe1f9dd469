import { text } from '../../../../l10n/index.ts';
import type { Span } from '../../../../syntax/index.ts';
import { mapValue, scalarOf, unknown, type Value } from '../../../../values/index.ts';

/** A data source that asks AWS for an engine version, and what code can tell it. */
interface Lookup {
  /** Attributes that hold the version that is found. */
  found: ReadonlySet<string>;
  /** Argument of the version that is asked for. */
  wanted: string;
  /** Argument of versions of which the first that AWS offers is taken. */
  preferred: string;
}

/** Names of arguments: the documentation of the Terraform AWS provider. */
const LOOKUPS: ReadonlyMap<string, Lookup> = new Map([
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
export function versionLookup(type: string, attribute: string): Lookup | undefined {
  const lookup = LOOKUPS.get(type);
  return lookup?.found.has(attribute) === true ? lookup : undefined;
}

/**
 * What a data source finds: the version it asks for, else the first of those it prefers. Which of these AWS still offers is
 * not known here; a team writes the one that it wants first.
 */
export function lookedUpVersion(
  { wanted, preferred }: Lookup,
  argument: (name: string) => Value | null,
  source: { address: string; span: Span },
): Value {
  const asked = unknown(text('inventory.lookedUp', { name: source.address }), source.span);
  const version = argument(wanted);
  if (version !== null && scalarOf(version)?.value !== null) return version;
  const versions = argument(preferred);
  if (versions === null || scalarOf(versions)?.value === null) return asked;
  return mapValue(versions, (list) => (list.kind === 'list' ? (list.items[0] ?? asked) : list));
}
