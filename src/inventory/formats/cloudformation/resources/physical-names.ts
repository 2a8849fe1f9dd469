/** The property by which a resource gives itself a name, which `Ref` then returns. */
export const PHYSICAL_NAMES: ReadonlyMap<string, string> = new Map([
  ['AWS::RDS::DBCluster', 'DBClusterIdentifier'],
  ['AWS::RDS::DBInstance', 'DBInstanceIdentifier'],
  ['AWS::RDS::GlobalCluster', 'GlobalClusterIdentifier'],
  ['AWS::RDS::DBClusterParameterGroup', 'DBClusterParameterGroupName'],
  ['AWS::RDS::DBParameterGroup', 'DBParameterGroupName'],
  ['AWS::RDS::DBProxy', 'DBProxyName'],
  ['AWS::AutoScaling::AutoScalingGroup', 'AutoScalingGroupName'],
  ['AWS::AutoScaling::LaunchConfiguration', 'LaunchConfigurationName'],
  ['AWS::Logs::LogGroup', 'LogGroupName'],
]);
