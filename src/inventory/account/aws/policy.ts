import { TIERS, type Text, type Tier } from '../../../model/index.ts';
import { ACTIONS, OPERATIONS, type Action } from './operations.ts';

/** A policy as IAM takes it. */
export interface PolicyDocument {
  Version: '2012-10-17';
  Statement: { Sid: string; Effect: 'Allow'; Action: Action[]; Resource: '*' }[];
}

const SIDS: Record<Tier, string> = {
  versions: 'ErrataLensVersions',
  checklist: 'ErrataLensChecklist',
  evidence: 'ErrataLensEvidence',
};

/** The read-only policy of a tier, a statement for each tier in it. None of its actions can name resources throughout. */
export function policyOf(tier: Tier): PolicyDocument {
  return {
    Version: '2012-10-17',
    Statement: TIERS.slice(0, TIERS.indexOf(tier) + 1).map((each) => ({
      Sid: SIDS[each],
      Effect: 'Allow',
      Action: unlockedBy(each).map(({ action }) => action),
      Resource: '*',
    })),
  };
}

/** What each call of one tier tells, without the tiers that it holds. */
export function unlockedBy(tier: Tier): { action: Action; unlocks: Text }[] {
  return ACTIONS.filter((action) => OPERATIONS[action].tier === tier).map((action) => ({
    action,
    unlocks: OPERATIONS[action].unlocks,
  }));
}
