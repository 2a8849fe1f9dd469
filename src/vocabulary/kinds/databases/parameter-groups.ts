import type { Resource, Setting } from '../../resource-types.ts';
import { RDS_API } from './shared.ts';

/** Setting for the engine and versions that the parameters are for. */
export const GROUP_FAMILY = 'dbParameterGroupFamily';

/** Settings of a group other than its parameters. */
const GROUP_SETTINGS = {
  [GROUP_FAMILY]: {
    type: 'text',
    terraform: 'family',
    cloudformation: 'Family',
    ansible: ['db_parameter_group_family', 'family', 'engine'],
  },
  description: { type: 'text' },
} as const satisfies Record<string, Setting>;

export const CLUSTER_PARAMETER_GROUP: Resource = {
  kind: 'cluster-parameter-group',
  page: `${RDS_API}CreateDBClusterParameterGroup.html`,
  types: {
    terraform: ['aws_rds_cluster_parameter_group'],
    cloudformation: 'AWS::RDS::DBClusterParameterGroup',
    cdk: { ParameterGroup: {} },
    pulumi: ['rds:ClusterParameterGroup'],
    ansible: ['rds_cluster_param_group'],
  },
  name: 'dbClusterParameterGroupName',
  settings: {
    ...GROUP_SETTINGS,
    [GROUP_FAMILY]: { ...GROUP_SETTINGS[GROUP_FAMILY], also: ['dbClusterParameterGroupFamily'] },
    dbClusterParameterGroupName: { type: 'text', terraform: 'name', ansible: 'name' },
  },
  hasParameters: true,
};

export const PARAMETER_GROUP: Resource = {
  kind: 'parameter-group',
  page: `${RDS_API}CreateDBParameterGroup.html`,
  types: {
    terraform: ['aws_db_parameter_group'],
    cloudformation: 'AWS::RDS::DBParameterGroup',
    pulumi: ['rds:ParameterGroup'],
    ansible: ['rds_instance_param_group', 'rds_param_group'],
  },
  name: 'dbParameterGroupName',
  settings: { ...GROUP_SETTINGS, dbParameterGroupName: { type: 'text', terraform: 'name', ansible: 'name' } },
  hasParameters: true,
};
