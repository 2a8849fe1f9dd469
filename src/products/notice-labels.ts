import type { Labels } from '../model/index.ts';

/** Labels of an item that merely informs: nothing was broken, so nothing follows from it. */
export const NOTICE_LABELS = {
  kind: 'notice',
  impact: null,
  severity: null,
  consequences: [],
  features: [],
  needs: [],
  traits: [],
} satisfies Partial<Labels>;
