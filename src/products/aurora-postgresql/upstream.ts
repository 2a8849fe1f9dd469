import type { Upstream } from '../product.ts';

/**
 * Aurora contains the community's minor release that its notes name. Its storage handles the log, pages and their
 * delivery to readers, so community fixes there may not concern Aurora.
 */
export const UPSTREAM: Upstream = {
  product: 'postgresql',
  releaseOf: ({ communityVersion }) => communityVersion,
  lacks: ['client', 'platform', 'developer-build', 'self-managed'],
  replaces: ['storage'],
  pages: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html',
    // Only the log is written: no checkpoints, no full pages.
    'https://aws.amazon.com/blogs/database/planning-i-o-in-amazon-aurora/',
  ],
  // The items link to their commits, one of them to that of an older branch.
  sameFixes: {
    // Use after free of tuples kept by triggers.
    '8d2366ffae': ['25936fd46'],
    // Indexes built with CONCURRENTLY lack rows.
    a56577e3c8: ['e28bb8851'],
  },
};
