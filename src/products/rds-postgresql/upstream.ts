import type { Upstream } from '../product.ts';

/** RDS runs PostgreSQL as the community publishes it, without access to the server's files. */
export const UPSTREAM: Upstream = {
  product: 'postgresql',
  releaseOf: ({ communityVersion }) => communityVersion,
  lacks: ['client', 'platform', 'developer-build', 'self-managed'],
  replaces: [],
  pages: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/CHAP_PostgreSQL.html'],
  sameFixes: {},
};
