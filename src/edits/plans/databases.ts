import { databaseWords } from '../../vocabulary/index.ts';
import { labelOf } from '../fixes/names.ts';
import { NEW_LOG_GROUP, NEW_PARAMETER_GROUPS, ROLE } from '../new/types.ts';
import { concat, reference, type NewResource } from '../new/values.ts';
import { managedPolicyArn, servicePolicy } from './roles.ts';
import { awsName, type Planner } from './plan.ts';

/** Log group with an expiry. Without it, the export would create a log group that never expires. */
export const logGroupPlan: Planner<'log-group'> = ({ logType, days }, asset) => {
  const group: NewResource = {
    type: NEW_LOG_GROUP,
    words: logType,
    settings: {
      logGroupName: concat(databaseWords(asset).logGroups, reference(asset, 'name'), `/${logType}`),
      retentionInDays: days,
    },
  };
  return { settings: {}, resources: [group] };
};

/** A parameter group for one database, and the database's reference to it. */
export const parameterGroupPlan: Planner<'parameter-group'> = (request, asset) => {
  const { role, setting } = databaseWords(asset).group;
  const group: NewResource = {
    type: NEW_PARAMETER_GROUPS[role],
    words: '',
    settings: {
      namePrefix: `${awsName(labelOf(asset), '')}-`,
      description: `Parameters of ${asset.name}`,
      dbParameterGroupFamily: request.family,
      parameters: { is: 'parameters', parameters: request.parameters, lists: request.lists ?? [] },
    },
  };
  return { settings: { [setting]: reference(group, 'name') }, resources: [group] };
};

/** Service and policy of the role for Enhanced Monitoring (Aurora User Guide, USER_Monitoring.OS.Enabling). */
const MONITORING_SERVICE = 'monitoring.rds.amazonaws.com';
const MONITORING_POLICY = 'service-role/AmazonRDSEnhancedMonitoringRole';

/** Monitoring interval, and a role if the cluster has none: one that the file already has, else a new one. */
export const monitoringPlan: Planner<'enhanced-monitoring'> = ({ seconds }, asset, known) => {
  const interval = { monitoringInterval: seconds };
  if (known.isWritten('monitoringRoleArn')) return { settings: interval, resources: [] };
  const there = known.roleOf(MONITORING_SERVICE);
  if (there !== null) return { settings: { ...interval, monitoringRoleArn: there }, resources: [] };
  const role: NewResource = {
    type: ROLE,
    words: 'monitoring',
    settings: {
      name: awsName(labelOf(asset), 'monitoring'),
      assumeRolePolicyDocument: servicePolicy(MONITORING_SERVICE),
      managedPolicyArns: [managedPolicyArn(MONITORING_POLICY)],
    },
  };
  return { settings: { ...interval, monitoringRoleArn: reference(role, 'arn') }, resources: [role] };
};
