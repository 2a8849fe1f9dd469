import type { Upstream } from '../product.ts';

/**
 * Aurora contains the community's minor release that its notes name. Its storage keeps the log and pages and brings them
 * to readers, so what the community mends there may not be in Aurora.
 */
export const UPSTREAM: Upstream = {
  product: 'postgresql',
  releaseOf: ({ communityVersion }) => communityVersion,
  lacks: ['client', 'platform', 'self-managed'],
  replaces: ['storage'],
  pages: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Overview.StorageReliability.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html',
  ],
  // The items link to them, one by the commit of an older branch.
  sameFixes: {
    // Tuples that triggers keep are used after they are freed.
    '8d2366ffae': ['25936fd46'],
    // Indexes that CONCURRENTLY makes lack rows.
    a56577e3c8: ['e28bb8851'],
  },
};
