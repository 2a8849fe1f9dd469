/** How much an account scan may ask, each tier holding those before it. */
export const TIERS = ['versions', 'checklist', 'evidence'] as const;
export type Tier = (typeof TIERS)[number];
