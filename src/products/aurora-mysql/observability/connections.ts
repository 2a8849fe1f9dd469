import { compareVersions } from '../../../model/index.ts';
import type { ConnectionLimits } from '../../engine/observability.ts';
import { SURGE } from '../../mysql-family/observability.ts';

/** Default connection limits of Aurora MySQL (Aurora User Guide, AuroraMySQL.Managing.Performance). */
const CONNECTIONS_BY_SIZE: Readonly<Record<string, number>> = {
  large: 1000,
  xlarge: 2000,
  '2xlarge': 3000,
  '4xlarge': 4000,
  '8xlarge': 5000,
  '12xlarge': 6000,
  '16xlarge': 6000,
  '24xlarge': 7000,
};
const BURSTABLE: Readonly<Record<string, number>> = {
  'db.t2.small': 45,
  'db.t2.medium': 90,
  'db.t3.small': 45,
  'db.t3.medium': 90,
  'db.t3.large': 135,
  'db.t4g.medium': 90,
  'db.t4g.large': 135,
};

/** Default of `max_connections` for an instance class; null for serverless and unknown classes. */
function defaultByClass(instanceClass: string): number | null {
  const burstable = BURSTABLE[instanceClass];
  if (burstable !== undefined) return burstable;
  const size = /^db\.[rx]\w*\.(\w+)$/.exec(instanceClass)?.[1];
  return size === undefined ? null : (CONNECTIONS_BY_SIZE[size] ?? null);
}

/** Upper limit of `max_connections`: 16000, and 50000 since 8.4.10. */
function upperLimit(version: string | null): number {
  const isRaised = version !== null && compareVersions(version, '8.4.10') >= 0;
  return isRaised ? 50_000 : 16_000;
}

export const CONNECTIONS: ConnectionLimits = {
  parameter: 'max_connections',
  byClass: defaultByClass,
  most: upperLimit,
  surge: SURGE,
};
