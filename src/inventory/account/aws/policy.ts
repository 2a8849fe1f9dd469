import { TIERS, type Text, type Tier } from '../../../model/index.ts';
import { ACTIONS, OPERATIONS, type Action } from './operations.ts';

/** An IAM policy document. */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: Action[]; Resource: '*' }[];
}

const STATEMENT_IDS: Record<Tier, string> = {
  versions: 'ErrataLensVersions',
  checklist: 'ErrataLensChecklist',
  evidence: 'ErrataLensEvidence',
};

/**
 * Read-only policy of a tier, with one statement for each tier that it includes. None of its actions supports
 * resource-level permissions throughout.
 */
export function policyOf(tier: Tier): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: TIERS.slice(0, TIERS.indexOf(tier) + 1).map((each) => ({
      Sid: STATEMENT_IDS[each],
      Effect: 'Allow',
      Action: dataUnlockedBy(each).map(({ action }) => action),
      Resource: '*',
    })),
  };
}

/** Facts that each call of one tier adds, without those of lower tiers. */
export function dataUnlockedBy(tier: Tier): { action: Action; unlocks: Text }[] {
  return ACTIONS.filter((action) => OPERATIONS[action].tier === tier).map((action) => ({
    action,
    unlocks: OPERATIONS[action].unlocks,
  }));
}
