/** Scopes of an account scan, each including the previous ones. */
export const TIERS = ['versions', 'checklist', 'evidence'] as const;
export type Tier = (typeof TIERS)[number];
