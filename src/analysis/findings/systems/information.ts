import type { Asset, Catalogue, Finding, ProductId, Text } from '../../../model/index.ts';
import { commonFindingParts } from '../../judging/finding-parts.ts';
import { osReleases } from '../../bugs/systems/releases.ts';

/** Assets of one image. */
export type Assets = readonly [Asset, ...Asset[]];

/** Finding for information only, which never counts. */
export function informationFinding(
  ruleId: string,
  catalogue: Catalogue,
  product: ProductId,
  assets: Assets,
  message: Text,
): Finding {
  return {
    ruleId,
    ...commonFindingParts(assets),
    severity: 'info',
    level: 'hint',
    applies: 'possible',
    message,
    bugIds: [],
    bugs: null,
    helpUri: pageOf(catalogue, product),
  };
}

/** Page of the newest notes; without notes, the page about support. */
function pageOf(catalogue: Catalogue, product: ProductId): string {
  const newest = osReleases(catalogue, product).at(-1);
  return (newest ?? catalogue.support.find((period) => period.product === product))?.url ?? '';
}
