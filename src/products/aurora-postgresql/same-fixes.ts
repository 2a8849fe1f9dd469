/**
 * Commits on PostgreSQL's main branch, by the digests of Aurora's own items that are the same fix: the items link to them,
 * one by the commit of an older branch.
 */
export const SAME_FIXES: Readonly<Record<string, readonly string[]>> = {
  // Tuples that triggers keep are used after they are freed.
  '8d2366ffae': ['25936fd46'],
  // Indexes that CONCURRENTLY makes lack rows.
  a56577e3c8: ['e28bb8851'],
};
