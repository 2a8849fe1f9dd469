import type { ProductId } from './product.ts';
import type { Text } from './basics/text.ts';

/** Timing of a step; `before` has a deadline. */
export type StepTiming = 'urgent' | 'next-maintenance' | 'before';

/** Number of bugs of the starting version that a step fixes: urgent ones, and all. */
export interface StepFixes {
  urgent: number;
  all: number;
  /** Known bugs of the starting version. */
  of: { urgent: number; all: number };
}

/** One advised move. */
export interface AdviceStep {
  /** Differs from the version's own product if a system has a successor. */
  product: ProductId;
  version: string;
  /** Present if its minor version has long-term support. */
  longTerm?: true;
  /** Number of the publisher's image that was built from it, if such an image is pinned. */
  image?: string;
  /** Release to write in code; present if the service's API has no name for the version. */
  write?: string;
  /** Releases of the upgrade path; the last one is the version. */
  path: readonly string[];
  when: StepTiming;
  /** YYYY-MM-DD, the deadline; null unless `when` is `before`. */
  before: string | null;
  downtime: Text;
  reason: Text;
  /** Null if the fixes of the step are unknown. */
  fixes: StepFixes | null;
}

/** Advice for a version. Every surface shows this object. */
export interface Advice {
  /** True if there is no step to take. */
  stay: boolean;
  /** Best release of the same major version or system. */
  now: AdviceStep | null;
  /** Release of a later major version or system to migrate to. */
  destination: AdviceStep | null;
  reason: Text;
}

/** First step of the advice. */
export function firstStep(advice: Advice | null): AdviceStep | null {
  return advice?.now ?? advice?.destination ?? null;
}

/** Last step of the advice. */
export function lastStep(advice: Advice | null): AdviceStep | null {
  return advice?.destination ?? advice?.now ?? null;
}
