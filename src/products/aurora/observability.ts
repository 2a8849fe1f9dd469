import type { EngineMetrics, EnginePages, Observability } from '../engine/observability.ts';

const GUIDE = 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/';

/** A page of the user guide of Aurora. */
export function auroraPage(name: string): string {
  return `${GUIDE}${name}.html`;
}

/** Properties of every Aurora engine: instances that are resources of their own, and a volume that grows by itself. */
export const AURORA: Pick<Observability, 'instances' | 'isStorageAllocated'> & {
  pages: Pick<EnginePages, 'guide' | 'availability'>;
} = {
  instances: 'beside',
  isStorageAllocated: false,
  pages: { guide: GUIDE, availability: auroraPage('Concepts.AuroraHighAvailability') },
};

/** Aurora User Guide, Aurora.AuroraMonitoring.Metrics. The thresholds are our choice. */
export const AURORA_METRICS: Pick<EngineMetrics, 'uptime' | 'freeStorage' | 'replicaLag' | 'hasRoles'> = {
  uptime: 'EngineUptime',
  freeStorage: { metric: 'FreeLocalStorage', least: 6_000_000_000 },
  // Milliseconds.
  replicaLag: { metrics: ['AuroraReplicaLagMaximum', 'AuroraReplicaLag'], most: 2000 },
  hasRoles: true,
};
