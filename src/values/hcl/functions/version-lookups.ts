import { text } from '../../../l10n/index.ts';
import type { Span } from '../../../syntax/index.ts';
import type { VersionLookup } from '../../../vocabulary/index.ts';
import { mapOptions, scalarOf, unknown, type Value } from '../../value/value.ts';

/**
 * Version that a data source finds: the wanted one, else the first preferred one. The versions that AWS still offers
 * are unknown here; teams list their favourite first.
 */
export function lookedUpVersion(
  { wanted, preferred }: VersionLookup,
  argument: (name: string) => Value | null,
  source: { address: string; span: Span },
): Value {
  const asked = unknown(text('inventory.lookedUp', { name: source.address }), source.span);
  const version = argument(wanted);
  if (version !== null && scalarOf(version)?.value !== null) return version;
  const versions = argument(preferred);
  if (versions === null || scalarOf(versions)?.value === null) return asked;
  return mapOptions(versions, (list) => (list.kind === 'list' ? (list.items[0] ?? asked) : list));
}
