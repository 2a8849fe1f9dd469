import { SAME_FIXES } from './same-fixes.ts';
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
  sameFixes: SAME_FIXES,
};
