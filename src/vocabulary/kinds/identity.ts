import type { Resource, Setting } from '../resource-types.ts';

const IAM_API = 'https://docs.aws.amazon.com/IAM/latest/APIReference/API_';

/** Access policy in the resource itself; CloudFormation has a separate resource for it. */
export const OWN_POLICY = {
  policy: { type: 'verbatim', cloudformation: null, cdk: null },
} as const satisfies Record<string, Setting>;

export const ROLE: Resource = {
  kind: 'role',
  page: `${IAM_API}CreateRole.html`,
  types: { terraform: ['aws_iam_role'], cloudformation: 'AWS::IAM::Role', cdk: {} },
  name: 'roleName',
  settings: {
    assumeRolePolicyDocument: { type: 'verbatim', terraform: 'assume_role_policy' },
    // Managed policies that other resources attach.
    attachedPolicies: { type: 'answer' },
    managedPolicyArns: { type: 'structure' },
    permissionsBoundary: { type: 'text' },
    policies: { type: 'verbatim', terraform: 'inline_policy' },
    roleName: { type: 'text', terraform: 'name' },
  },
  links: [{ role: 'policy', to: ['policy'], settings: ['managedPolicyArns'] }],
};

const DOCUMENT = {
  policyDocument: { type: 'verbatim', terraform: 'policy' },
} as const satisfies Record<string, Setting>;

/** A permissions policy: a managed one, or a role's inline one. */
export const MANAGED_POLICY: Resource = {
  kind: 'policy',
  page: `${IAM_API}CreatePolicy.html`,
  types: { terraform: ['aws_iam_policy'], cloudformation: 'AWS::IAM::ManagedPolicy' },
  settings: DOCUMENT,
  links: [{ role: 'policy', to: ['role'], isReversed: true, cloudformation: ['Roles'] }],
};

export const ROLE_POLICY: Resource = {
  kind: 'policy',
  page: `${IAM_API}PutRolePolicy.html`,
  types: { terraform: ['aws_iam_role_policy'], cloudformation: 'AWS::IAM::Policy' },
  settings: DOCUMENT,
  links: [{ role: 'policy', to: ['role'], isReversed: true, terraform: ['role'], cloudformation: ['Roles'] }],
};

export const INSTANCE_PROFILE: Resource = {
  kind: 'instance-profile',
  page: `${IAM_API}CreateInstanceProfile.html`,
  types: {
    terraform: ['aws_iam_instance_profile'],
    cloudformation: 'AWS::IAM::InstanceProfile',
    cdk: {},
  },
  name: 'instanceProfileName',
  settings: {
    instanceProfileName: { type: 'text', terraform: 'name' },
    roles: { type: 'structure', terraform: 'role' },
  },
  links: [{ role: 'role', to: ['role'], settings: ['roles'] }],
};
