import type { Feature } from '../../model/index.ts';

/** Features that PostgreSQL's planner uses unless a setting disables them. */
export const DEFAULT_FEATURES: readonly Feature[] = ['parallel-query', 'hash-join'];
