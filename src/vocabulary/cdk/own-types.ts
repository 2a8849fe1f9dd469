import type { SettingValue } from '../../model/index.ts';
import { retentionConstant } from './constants.ts';

/**
 * A CDK type that constructs take instead of the API's number, text or structure. The types and their members:
 * https://docs.aws.amazon.com/cdk/api/v2/docs/aws-construct-library.html
 */
export interface OwnType {
  module: 'core' | 'autoscaling' | 'logs' | 'rds';
  /** Code after the type's name for a value of the API; null if the CDK has none. */
  member?: (value: SettingValue) => string | null;
  /** Types of a structure's fields. */
  fields?: Readonly<Record<string, OwnTypeName>>;
  /** Present if the CDK takes a list of values of this type. */
  isListed?: true;
}

const OWN_TYPES = {
  Duration: { module: 'core', member: (value) => (typeof value === 'number' ? `seconds(${value})` : null) },
  RetentionDays: {
    module: 'logs',
    member: (value) => (typeof value === 'number' ? retentionConstant(value) : null),
  },
  CaCertificate: { module: 'rds', member: constantOf },
  DefaultResult: { module: 'autoscaling', member: constantOf },
  GroupMetrics: { module: 'autoscaling', member: () => 'all()', isListed: true },
  InstanceLifecyclePolicy: { module: 'autoscaling', fields: { retentionTriggers: 'RetentionTriggers' } },
  RetentionTriggers: {
    module: 'autoscaling',
    fields: { terminateHookAbandon: 'TerminateHookAbandonAction' },
  },
  TerminateHookAbandonAction: { module: 'autoscaling', member: constantOf },
} as const satisfies Record<string, Omit<OwnType, 'fields'> & { fields?: Record<string, string> }>;
export type OwnTypeName = keyof typeof OWN_TYPES;

export function ownType(name: OwnTypeName): OwnType {
  return OWN_TYPES[name];
}

/** `RDS_CA_RSA2048_G1` for `rds-ca-rsa2048-g1`. */
function constantOf(value: SettingValue): string | null {
  return typeof value === 'string' ? value.toUpperCase().replaceAll('-', '_') : null;
}
