import type { FeatureAge } from '../lineage/feature-ages.ts';

/** Names of feature variants that were introduced separately, in the notes of every Aurora engine. */
const FORM_NAMES = {
  'serverless-v1': /\bserverless v1\b/i,
  'serverless-v2': /\bserverless v2\b/i,
  'serverless-auto-pause': /\bauto-?paus\w*|\bautomatic(?:ally)? (?:paus|resum)\w*|\b0 ACUs?\b/i,
  'local-write-forwarding': /^(?![^]*\bglobal\b)[^]*\b(?:local|in-cluster)\b[^.]{0,20}\bwrite[- ]forward/i,
} as const;

export function formNamed(id: keyof typeof FORM_NAMES): NonNullable<FeatureAge['form']> {
  return { id, names: FORM_NAMES[id] };
}
