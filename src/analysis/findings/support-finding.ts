import {
  type Asset,
  type Catalogue,
  type EditorLevel,
  type Finding,
  type FindingSeverity,
  type ProductId,
  type Text,
} from '../../model/index.ts';
import { commonFindingParts } from '../judging/finding-parts.ts';
import { isNearEnd, supportOf, type SupportStatus } from '../support/support.ts';
import { supportMessage, partialSupportLost } from '../support/support-message.ts';

/** Days before the end of standard support from which the editor shows it. */
const SHOWN_DAYS = 180;

/** Finding about the end of support of a written version; null while it is far away or unknown. */
export function supportFinding(
  catalogue: Catalogue,
  product: ProductId,
  version: string,
  assets: readonly [Asset, ...Asset[]],
  today: string,
): Finding | null {
  const status = supportOf(catalogue, product, version, today);
  return status && findingOf(status, supportMessage(status, today), assets);
}

/**
 * Finding about a written range, such as `5.7`, whose releases have all lost support; null while one of them is
 * supported. It leaves open which bugs the eventual release will have.
 */
export function partialSupportFinding(
  catalogue: Catalogue,
  assets: readonly [Asset, ...Asset[]],
  today: string,
): Finding | null {
  const lost = partialSupportLost(catalogue, assets[0], today);
  return lost && findingOf(lost.status, lost.message, assets);
}

function findingOf(
  status: SupportStatus,
  message: Text,
  assets: readonly [Asset, ...Asset[]],
): Finding | null {
  if (status.phase === 'standard' && (status.daysLeft === null || status.daysLeft > SHOWN_DAYS)) return null;
  return {
    ruleId: 'end-of-support',
    ...commonFindingParts(assets),
    severity: severityOf(status),
    level: levelOfSupport(status),
    applies: 'on',
    message,
    bugIds: [],
    bugs: null,
    helpUri: status.url,
  };
}

function severityOf(status: SupportStatus): FindingSeverity {
  if (status.phase !== 'standard') return 'high';
  return isNearEnd(status.daysLeft) ? 'medium' : 'low';
}

function levelOfSupport(status: SupportStatus): EditorLevel {
  if (status.phase !== 'standard') return 'warning';
  return isNearEnd(status.daysLeft) ? 'warning' : 'information';
}
