import type { Asset, SettingValue } from '../../../model/index.ts';
import type { Graph } from './graph.ts';
import { fieldOf, isWritten, listOf, textOf } from './readings.ts';

/** Actions of AWS's own policies that checks need. Null allows all. */
const MANAGED: Readonly<Record<string, readonly string[] | null>> = {
  AdministratorAccess: null,
  PowerUserAccess: null,
  CloudWatchAgentServerPolicy: [
    ...['logs:PutLogEvents', 'logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:Describe*'],
    ...['logs:PutRetentionPolicy', 'cloudwatch:PutMetricData', 'ssm:GetParameter@AmazonCloudWatch-*'],
  ],
  CloudWatchAgentAdminPolicy: [
    ...['logs:PutLogEvents', 'logs:CreateLogStream', 'logs:CreateLogGroup', 'logs:Describe*'],
    ...['logs:PutRetentionPolicy', 'cloudwatch:PutMetricData', 'ssm:GetParameter@AmazonCloudWatch-*'],
  ],
  CloudWatchLogsFullAccess: ['logs:*'],
  CloudWatchFullAccess: ['logs:*', 'cloudwatch:*'],
  CloudWatchFullAccessV2: ['logs:*', 'cloudwatch:*'],
  CloudWatchReadOnlyAccess: ['logs:Describe*', 'logs:Get*', 'cloudwatch:Describe*', 'cloudwatch:Get*'],
  AmazonSSMManagedInstanceCore: [
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:UpdateInstanceInformation',
    'ssmmessages:*',
  ],
  AmazonSSMManagedEC2InstanceDefaultPolicy: ['ssm:UpdateInstanceInformation', 'ssmmessages:*'],
  AmazonEC2RoleforSSM: [
    'ssm:GetParameter',
    'ssm:GetParameters',
    'ssm:UpdateInstanceInformation',
    'logs:*',
    's3:*',
  ],
  AmazonSSMReadOnlyAccess: ['ssm:Describe*', 'ssm:Get*', 'ssm:List*'],
  AmazonSSMFullAccess: ['ssm:*', 'logs:*', 'cloudwatch:PutMetricData'],
  AmazonSSMPatchAssociation: [],
  AmazonS3ReadOnlyAccess: ['s3:Get*', 's3:List*'],
  AmazonS3FullAccess: ['s3:*'],
  AmazonKinesisFullAccess: ['kinesis:*'],
  AmazonKinesisFirehoseFullAccess: ['firehose:*'],
  AmazonEC2ReadOnlyAccess: ['ec2:Describe*'],
  AmazonEC2ContainerServiceforEC2Role: ['logs:CreateLogStream', 'logs:PutLogEvents', 'ecs:*'],
  AmazonEC2ContainerRegistryReadOnly: ['ecr:*'],
  AmazonRDSReadOnlyAccess: ['rds:Describe*', 'logs:Describe*', 'logs:GetLogEvents'],
  AWSLambdaBasicExecutionRole: ['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'],
  AWSXRayDaemonWriteAccess: ['xray:*'],
  AutoScalingFullAccess: ['autoscaling:*', 'cloudwatch:*'],
};

/** Permission of a role, with IAM's rule: an action that is neither allowed nor undecided is denied. */
export type Permission = 'allowed' | 'denied' | 'unknown';

/**
 * Permission of a role for an action, by its own policies and the known managed ones. Resources are compared if both are
 * named; conditions make it unknown.
 * @param resource name or ARN that the action is for
 */
export function permissionOf(
  role: Asset,
  action: string,
  graph: Graph,
  resource: string | null = null,
): Permission {
  const own = [...listOf(role.settings.policies), ...asItems(role.settings.policies)].map(
    (policy) =>
      fieldOf(policy, 'PolicyDocument') ??
      fieldOf(policy, 'policyDocument') ??
      fieldOf(policy, 'policy') ??
      null,
  );
  const linked = graph.linked(role, 'policy');
  const documents = [...own, ...linked.map(({ settings }) => settings.policyDocument ?? null)];
  const attached = [...listOf(role.settings.managedPolicyArns), ...listOf(role.settings.attachedPolicies)]
    .map((each) => textOf(fieldOf(each, 'policyArn') ?? each))
    .filter((arn) => !linked.some((policy) => arn !== null && arn.includes(policy.name)));
  const found = [
    ...documents.map((document) => documentVerdict(parsed(document), action, resource)),
    ...attached.map((arn) => managedVerdict(arn, action, resource)),
  ];
  if (found.includes('forbidden')) return 'denied';
  const isOpen =
    found.includes('unknown') ||
    isWritten(role, 'permissionsBoundary') !== false ||
    ['policies', 'managedPolicyArns', 'attachedPolicies'].some(
      (setting) => isWritten(role, setting) === null,
    );
  if (found.includes('allowed'))
    return isWritten(role, 'permissionsBoundary') === false ? 'allowed' : 'unknown';
  return isOpen ? 'unknown' : 'denied';
}

/** True if a service may assume a role; null if the trust policy is unknown. */
export function isTrusted(role: Asset, service: string): boolean | null {
  const document = parsed(role.settings.assumeRolePolicyDocument ?? null);
  const statements = statementsOf(document);
  if (document === null || statements.includes(null)) return null;
  return statements.some((statement) => {
    const principal = fieldOf(statement, 'Principal', 'Service');
    const services = Array.isArray(principal) ? listOf(principal).map(textOf) : [textOf(principal)];
    return (
      textOf(fieldOf(statement, 'Effect')) === 'Allow' &&
      services.some((each) => each?.split('.')[0] === service.split('.')[0])
    );
  });
}

type Verdict = 'allowed' | 'forbidden' | 'unknown' | 'silent';

function managedVerdict(arn: string | null, action: string, resource: string | null): Verdict {
  const name = arn?.slice(arn.lastIndexOf('/') + 1) ?? '';
  const isOfAws =
    arn?.includes(':aws:policy/') === true || arn?.includes('::aws:') === true || MANAGED[name] !== undefined;
  const actions = isOfAws ? MANAGED[name] : undefined;
  if (actions === null) return 'allowed';
  if (actions === undefined) return 'unknown';
  const isAllowed = actions.some((each) => {
    const [pattern = '', on] = each.split('@');
    return (
      matches(pattern, action) &&
      (on === undefined || resource === null || matches(on, resource.replace(/^\//, '')))
    );
  });
  return isAllowed ? 'allowed' : 'silent';
}

function documentVerdict(document: SettingValue, action: string, resource: string | null): Verdict {
  if (document === null) return 'unknown';
  const found = statementsOf(document).map((statement): Verdict => {
    if (statement === null) return 'unknown';
    const [actions, excluded] = [fieldOf(statement, 'Action'), fieldOf(statement, 'NotAction')];
    if (actions === null || excluded === null) return 'unknown';
    const isMeant =
      excluded === undefined
        ? textsIn(actions).some((pattern) => matches(pattern, action))
        : !textsIn(excluded).some((pattern) => matches(pattern, action));
    if (!isMeant || !isForResource(fieldOf(statement, 'Resource'), resource)) return 'silent';
    const isForbidding = textOf(fieldOf(statement, 'Effect')) === 'Deny';
    if (fieldOf(statement, 'Condition') !== undefined) return isForbidding ? 'silent' : 'unknown';
    return isForbidding ? 'forbidden' : 'allowed';
  });
  return (['forbidden', 'allowed', 'unknown'] as const).find((each) => found.includes(each)) ?? 'silent';
}

/** True if a statement may cover a resource; a partly known one may be the requested one. */
function isForResource(written: SettingValue | undefined, resource: string | null): boolean {
  const patterns = textsIn(written);
  if (resource === null || patterns.length === 0 || /[${]/.test(resource)) return true;
  const name = resource.replace(/^\//, '');
  return patterns.some((pattern) => {
    const own = pattern.slice(pattern.lastIndexOf(':') + 1);
    if (!pattern.startsWith('arn:') || /[${]/.test(pattern)) return true;
    // `…:log-group:/shop/*:*`, `…:parameter/shop/agent`
    const path = own === '*' ? (pattern.split(':').at(-2) ?? own) : own;
    const bare = path.replace(/^(?:parameter|stream|deliverystream)\//, '').replace(/^\//, '');
    return bare === '*' || matches(bare, name);
  });
}

function statementsOf(document: SettingValue): readonly SettingValue[] {
  const statements =
    fieldOf(document ?? undefined, 'Statement') ?? fieldOf(document ?? undefined, 'statement');
  if (statements === undefined || statements === null) return [null];
  return Array.isArray(statements) ? listOf(statements) : [statements];
}

function parsed(document: SettingValue): SettingValue {
  if (typeof document !== 'string') return document;
  try {
    return JSON.parse(document) as SettingValue;
  } catch {
    return null;
  }
}

function asItems(value: SettingValue | undefined): readonly SettingValue[] {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? [value] : [];
}

function textsIn(value: SettingValue | undefined): string[] {
  return Array.isArray(value)
    ? listOf(value).flatMap((each) => textOf(each) ?? [])
    : [textOf(value) ?? []].flat();
}

/** True if an IAM pattern matches a text: `*` matches any characters; case is ignored. */
function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.toLowerCase().split('*');
  const lower = text.toLowerCase();
  if (rest.length === 0) return first === lower;
  if (!lower.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() ?? '';
  for (const part of rest) {
    const found = lower.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return lower.length - at >= last.length && lower.endsWith(last);
}
