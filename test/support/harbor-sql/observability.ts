import { text } from '../../../src/l10n/index.ts';
import type { Observability } from '../../../src/products/engine/observability.ts';
import { isSwitchedOn } from '../../../src/products/feature-states.ts';

const GUIDE = 'https://docs.harbor.example/';

/** One log for everything; no audit log, no log of all statements, no statistics. */
export const OBSERVABILITY: Observability = {
  logs: [
    {
      type: 'harbor',
      onHost: { days: 3, isAtMost: false, text: text('source.kept.host.days', { days: 3 }) },
    },
    { type: 'iam-db-auth-error', onHost: null },
  ],
  error: { type: 'harbor', needs: [], completeness: () => null, misleading: [] },
  slow: {
    type: 'harbor',
    needs: [],
    // In milliseconds; a negative value means never.
    threshold: {
      name: 'harbor_slow_ms',
      seconds: (value) => (Number(value) < 0 ? Infinity : Number(value) / 1000),
      good: '1000',
    },
  },
  audit: null,
  general: null,
  deadlocks: {
    type: 'harbor',
    needs: [{ name: 'harbor_lock_report', isGood: isSwitchedOn, good: 'on' }],
  },
  changes: null,
  plans: null,
  tls: null,
  performanceSchema: null,
  defaults: { harbor_slow_ms: '-1' },
  instances: 'beside',
  isStorageAllocated: false,
  connections: { parameter: 'harbor_clients', byClass: () => null, surge: [], most: () => 5000 },
  metrics: {
    aborted: null,
    besideAborted: [],
    uptime: 'EngineUptime',
    besideRestart: [],
    freeStorage: { metric: 'FreeLocalStorage', least: 6_000_000_000 },
    exhaustible: [],
    replicaLag: { metrics: ['AuroraReplicaLagMaximum', 'AuroraReplicaLag'], most: 2000 },
    followerLag: null,
    hasRoles: true,
  },
  isTooSmallForInsights: () => false,
  inspectCommand: 'harbor --host ENDPOINT --sessions --locks',
  ownWords: null,
  pages: {
    guide: GUIDE,
    audit: GUIDE,
    availability: `${GUIDE}availability`,
    connections: `${GUIDE}connections`,
    exports: `${GUIDE}logs`,
    logFiles: `${GUIDE}logs`,
    minorUpgrades: `${GUIDE}upgrade`,
    notes: `${GUIDE}notes`,
    parameters: `${GUIDE}parameters`,
    tls: `${GUIDE}tls`,
    upgrades: `${GUIDE}upgrade`,
  },
  controls: { audit: {}, version: {} },
};
