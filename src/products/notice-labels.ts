import type { Labels } from '../model/index.ts';

/** The labels of an item that only tells its reader something: nothing was broken, so nothing follows from it. */
export const NOTICE_LABELS = {
  kind: 'notice',
  impact: null,
  severity: null,
  consequences: [],
  features: [],
  needs: [],
  traits: [],
} satisfies Partial<Labels>;
