import type { EngineMetrics, EnginePages, Observability } from '../engine/observability.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/';

/** A page of the user guide of Amazon RDS. */
export function rdsPage(name: string): string {
  return `${GUIDE}${name}.html`;
}

/** Properties of every engine of Amazon RDS: storage of a size, and a standby of the database itself. */
export const RDS: Pick<Observability, 'instances' | 'isStorageAllocated'> & {
  pages: Pick<EnginePages, 'guide' | 'availability' | 'connections'>;
} = {
  instances: 'own',
  isStorageAllocated: true,
  pages: {
    guide: GUIDE,
    availability: rdsPage('Concepts.MultiAZ'),
    connections: rdsPage('CHAP_Limits'),
  },
};

/** Amazon RDS User Guide, rds-metrics. It has no metric for aborted connections or for the time since a restart. */
export const RDS_METRICS: Omit<EngineMetrics, 'exhaustible'> = {
  aborted: null,
  besideAborted: [],
  uptime: null,
  besideRestart: [],
  freeStorage: { metric: 'FreeStorageSpace', least: 10_000_000_000 },
  // Seconds: the figure of AWS (Best_Practice_Recommended_Alarms_AWS_Services).
  replicaLag: { metrics: ['ReplicaLag'], most: 60 },
  followerLag: 'ReplicaLag',
  hasRoles: false,
};
