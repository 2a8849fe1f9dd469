import { labelOf } from '../fixes/names.ts';
import { INSTANCE_PROFILE, ROLE } from '../new/types.ts';
import { reference, struct, type NewResource } from '../new/values.ts';
import { awsName, type Planner } from './plan.ts';
import { managedPolicy, servicePolicy } from './roles.ts';

const WORDS = 'instances';

/** A role of instances that have none, with policies of AWS's own; a launch configuration has the profile by its name. */
export const instanceRolePlan: Planner<'instance-role'> = ({ policies }, asset, known) => {
  const name = awsName(labelOf(asset), WORDS);
  const role: NewResource = {
    type: ROLE,
    words: WORDS,
    settings: {
      name,
      assumeRolePolicyDocument: servicePolicy('ec2.amazonaws.com'),
      managedPolicyArns: policies.map(managedPolicy),
    },
  };
  const profile: NewResource = {
    type: INSTANCE_PROFILE,
    words: WORDS,
    settings: { namePrefix: `${name}-`, role: reference(role, 'name') },
  };
  const value = known.takesStructure('iamInstanceProfile')
    ? struct('IamInstanceProfile', { arn: reference(profile, 'arn') })
    : reference(profile, 'name');
  return { sets: { iamInstanceProfile: value }, resources: [role, profile] };
};
