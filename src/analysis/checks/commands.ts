import { shellWord, type Asset } from '../../model/index.ts';
import { databaseWords, userGivenName } from '../../vocabulary/index.ts';

// Commands of fixes are pasted one after another into one shell: they do not create what exists, and use shell variables for
// names that the code does not show. An unset variable stops its command with a reason.

const VARIABLE_MEANINGS = {
  ALARM_TOPIC_ARN: 'ARN of an SNS topic that somebody reads',
  DB_CLASS: 'class of the new instance',
  EMAIL: 'address that is told',
  FAMILY: 'family of the parameter group',
  HOOK_ROLE_ARN: 'ARN of a role that may notify the target',
  HOOK_TARGET_ARN: 'ARN of a queue or topic that something reads',
  INSTANCE_ROLE: 'role of the instances',
  LOAD_BALANCER_ARN: 'ARN of the load balancer',
  LOG_BUCKET: 'bucket that the load balancer may write to',
  MONITORING_ROLE_ARN: 'ARN of a role that Enhanced Monitoring may use',
  PROXY_ROLE_ARN: 'ARN of a role that may read the secret',
  PROXY_SECRET_ARN: 'ARN of the secret of the database user',
  PROXY_SUBNET_IDS: 'subnets of the database',
  TARGET_GROUP_ARN: 'ARN of the target group',
} as const;
export type CommandVariable = keyof typeof VARIABLE_MEANINGS;

/** Variable as a word of a command. */
export function commandVariable(name: CommandVariable): string {
  return `"\${${name}:?${VARIABLE_MEANINGS[name]}}"`;
}

/** A database's identifier as a word of a command, or a word to be replaced. */
export function databaseName(database: Asset): string {
  const unknown = databaseWords(database).type === 'db-cluster' ? 'CLUSTER' : 'INSTANCE';
  return shellWord(userGivenName(database) ?? unknown);
}

/** The command that changes a database, or an instance of one; options follow. */
export function modifyCommand(database: Asset): string {
  const { type } = databaseWords(database);
  return `aws rds modify-${type} --${type}-identifier ${databaseName(database)}`;
}

/** Shell command that runs `make` only if `describe` fails, because the resource does not exist yet. */
export function unlessExists(describe: string, make: string): string {
  return `{ ${describe} >/dev/null 2>&1 || ${make}; }`;
}

/** Dimension of a target group or load balancer that is not deployed yet: the end of its ARN. */
export function arnSuffixCommand(kind: 'target-group' | 'load-balancer', name: string): string {
  const field = kind === 'target-group' ? 'TargetGroup' : 'LoadBalancer';
  // The end is app/web/1 for arn:aws:…:loadbalancer/app/web/1, and targetgroup/web/1 for arn:aws:…:targetgroup/web/1.
  const cut = kind === 'target-group' ? 'cut -d: -f6' : 'cut -d: -f6 | cut -d/ -f2-';
  return (
    `"$(aws elbv2 describe-${kind}s --names ${shellWord(name)} ` +
    `--query ${field}s[0].${field}Arn --output text | ${cut})"`
  );
}
