import type { ProductId } from './product.ts';
import type { Text } from './basics/text.ts';

/** Urgency of a step; `before` has a day. */
export type AdviceWhen = 'urgent' | 'next-maintenance' | 'before';

/** Fixes of the version that one comes from, as far as they are known: of its urgent bugs and of all. */
export interface StepFixes {
  urgent: number;
  all: number;
  /** The bugs that it has. */
  of: { urgent: number; all: number };
}

/** One advised move. */
export interface AdviceStep {
  /** Another one than that of the version, where a system has a successor. */
  product: ProductId;
  version: string;
  /** Its minor version has long-term support. */
  longTerm?: true;
  /** The number of its publisher's image that was built from it, where such an image is pinned. */
  image?: string;
  /** Releases on the way, the version last. */
  path: readonly string[];
  when: AdviceWhen;
  /** YYYY-MM-DD: the day by which it has to be done; null unless `when` is `before`. */
  before: string | null;
  downtime: Text;
  reason: Text;
  /** Null where the fixes of the step are not known. */
  fixes: StepFixes | null;
}

/** The advice for a version. Every surface shows this object. */
export interface Advice {
  /** True where there is no step. */
  stay: boolean;
  /** The best release of the same major version or system. */
  now: AdviceStep | null;
  /** The release of a later major version or system that one has to move to. */
  destination: AdviceStep | null;
  reason: Text;
}

/** The step that one takes first. */
export function firstStep(advice: Advice | null): AdviceStep | null {
  return advice?.now ?? advice?.destination ?? null;
}

/** The step at which one arrives. */
export function lastStep(advice: Advice | null): AdviceStep | null {
  return advice?.destination ?? advice?.now ?? null;
}
