import { text } from '../l10n/index.ts';
import type { Asset, Text } from '../model/index.ts';
import { serviceOf } from '../products/index.ts';

/** Kind of an asset in words; that of a database names its service. */
export function kindWords({ kind, product }: Pick<Asset, 'kind' | 'product'>): Text {
  return text(kind === 'database' ? `panel.kind.database.${serviceOf(product)}` : `panel.kind.${kind}`);
}
