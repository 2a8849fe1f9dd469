import { labelOf } from '../fixes/names.ts';
import { INSTANCE_PROFILE, CDK_ROLE, ROLE } from '../new/types.ts';
import { reference, struct, type CdkObject, type NewResource } from '../new/values.ts';
import { awsName, type Plan, type Planner } from './plan.ts';
import { managedPolicyArn, servicePolicy } from './roles.ts';

const NAME_WORDS = 'instances';

/** Role with AWS managed policies for instances without one; a launch configuration refers to the profile by name. */
export const instanceRolePlan: Planner<'instance-role'> = ({ policies }, asset, known) => {
  const form = known.roleForm('iamInstanceProfile');
  if (form === 'construct') return ownRolePlan(policies);
  const name = awsName(labelOf(asset), NAME_WORDS);
  const role: NewResource = {
    type: ROLE,
    words: NAME_WORDS,
    settings: {
      name,
      assumeRolePolicyDocument: servicePolicy('ec2.amazonaws.com'),
      managedPolicyArns: policies.map(managedPolicyArn),
    },
  };
  const profile: NewResource = {
    type: INSTANCE_PROFILE,
    words: NAME_WORDS,
    settings: { namePrefix: `${name}-`, role: reference(role, 'name') },
  };
  const value =
    form === 'structure'
      ? struct('IamInstanceProfile', { arn: reference(profile, 'arn') })
      : reference(profile, 'name');
  return { settings: { iamInstanceProfile: value }, resources: [role, profile] };
};

function ownRolePlan(policies: readonly string[]): Plan {
  const made = (of: string, method: string | null, given: string): CdkObject => {
    return { is: 'made', module: 'iam', of, method, given };
  };
  const role: NewResource = {
    type: CDK_ROLE,
    words: NAME_WORDS,
    settings: {
      assumedBy: made('ServicePrincipal', null, 'ec2.amazonaws.com'),
      managedPolicies: policies.map((name) => made('ManagedPolicy', 'fromAwsManagedPolicyName', name)),
    },
  };
  return { settings: { iamInstanceProfile: reference(role, 'construct') }, resources: [role] };
}
