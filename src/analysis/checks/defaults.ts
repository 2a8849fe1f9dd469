import { OTHER_SETTINGS, type Asset } from '../../model/index.ts';

type Source = Asset['source'];

/** The names of tools in sentences. */
export const TOOL_NAMES: Record<Source, string> = {
  terraform: 'Terraform',
  cloudformation: 'CloudFormation',
  cdk: 'CDK',
  pulumi: 'Pulumi',
  kubernetes: 'Kubernetes',
  ansible: 'Ansible',
  shell: 'AWS CLI',
  image: 'image',
  api: 'AWS',
};

/**
 * The sources of which everything that makes an asset is read, so that what is not there is not written. Of the others
 * only some forms are read, of most only databases and images: an alarm that is not found there may well exist.
 */
const READ_IN_FULL: ReadonlySet<Source> = new Set(['terraform', 'cloudformation', 'api']);

export function isReadInFull(asset: Asset): boolean {
  return READ_IN_FULL.has(asset.source) && !isSeenInPart(asset);
}

/** Whether something that is not seen makes a part of an asset: the module behind a call, a program's other files. */
export function isSeenInPart({ unknownSettings }: Asset): boolean {
  return unknownSettings.includes(OTHER_SETTINGS);
}

/**
 * MySQL parameters where no group sets them. Sources: Aurora User Guide, AuroraMySQL.Reference.ParameterGroups,
 * AuroraMySQL.Auditing and USER_LogAccess.MySQL.LogFileSize.
 */
export const ENGINE_DEFAULTS: Readonly<Record<string, string>> = {
  aws_default_logs_role: '',
  general_log: '0',
  innodb_print_all_deadlocks: '0',
  log_error_suppression_list: '',
  log_output: 'FILE',
  long_query_time: '10',
  server_audit_events: '',
  server_audit_logging: '0',
  server_audit_logs_upload: '0',
  slow_query_log: '0',
};
