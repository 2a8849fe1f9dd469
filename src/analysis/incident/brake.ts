import { userGivenName } from '../../vocabulary/index.ts';
import { text } from '../../l10n/index.ts';
import { isFileLocation, shellWord, type Asset, type Text } from '../../model/index.ts';
import { graceOf, groupName, replacesByLoadBalancer } from '../checks/subjects/groups.ts';
import { fieldOf, listOf, displayName, textOf } from '../checks/reading/readings.ts';

/** Switch that stops the replacement, with its side effects and undo. */
export interface BrakeStep {
  title: Text;
  /** AWS CLI, with the real name of the group; without an account the instance is a placeholder. */
  command: string;
  effect: Text;
  undo: string;
}

/** Placeholder in the commands for a name that the code does not contain, and how to find that name. */
export interface Placeholder {
  word: string;
  asset: string;
  command: string;
}

/** Seconds that the undo restores if the previous value is unknown. */
const GRACE_SECONDS = 300;

/** Switches, the cheapest first; without a group, with a placeholder for its name. */
export function brakeOf(group: Asset | null): BrakeStep[] {
  const name = group === null ? 'GROUP' : groupName(group);
  const shown = group === null ? 'GROUP' : displayName(group);
  const of = (action: string): string => `aws autoscaling ${action} --auto-scaling-group-name ${name}`;
  const instance = shellWord((group === null ? null : instancesToKeep(group)[0]) ?? 'INSTANCE_ID');
  const grace = (group === null ? null : graceOf(group)) ?? GRACE_SECONDS;
  const steps: BrakeStep[] = [
    {
      title: text('incident.suspend', { group: shown }),
      command: `${of('suspend-processes')} --scaling-processes ReplaceUnhealthy`,
      effect: text('incident.suspend.effect'),
      undo: `${of('resume-processes')} --scaling-processes ReplaceUnhealthy`,
    },
    {
      title: text('incident.standby'),
      command: `${of('enter-standby')} --instance-ids ${instance} --should-decrement-desired-capacity`,
      effect: text('incident.standby.effect'),
      undo: `${of('exit-standby')} --instance-ids ${instance}`,
    },
  ];
  if (group !== null && replacesByLoadBalancer(group) === false) return steps;
  return [
    ...steps,
    {
      title: text('incident.ec2', { group: shown }),
      command: `${of('update-auto-scaling-group')} --health-check-type EC2`,
      effect: text('incident.ec2.effect'),
      undo: `${of('update-auto-scaling-group')} --health-check-type ELB --health-check-grace-period ${grace}`,
    },
  ];
}

/** Instances in an account, the unhealthy ones first: they are the evidence. */
export function instancesToKeep(group: Asset): string[] {
  const known = listOf(group.settings.instances).map((instance) => ({
    id: textOf(fieldOf(instance, 'instanceId')),
    isUnhealthy: textOf(fieldOf(instance, 'healthStatus')) !== 'Healthy',
  }));
  return [...known]
    .sort((a, b) => Number(b.isUnhealthy) - Number(a.isUnhealthy))
    .flatMap(({ id }) => id ?? []);
}

/** Ways to find a group's name if the code leaves it to AWS. */
export function placeholdersOf(groups: readonly Asset[]): Placeholder[] {
  return groups
    .filter((group) => isFileLocation(group.location) && userGivenName(group) === null)
    .map((group) => ({ word: 'GROUP', asset: group.name, command: lookUpCommand(group) }));
}

function lookUpCommand({ source, name }: Asset): string {
  switch (source) {
    case 'terraform':
      return `terraform state show '${name.replaceAll("'", '')}'`;
    case 'cloudformation':
      return (
        'aws cloudformation describe-stack-resource --stack-name STACK ' +
        `--logical-resource-id ${name.replace(/\W/g, '')} --query StackResourceDetail.PhysicalResourceId --output text`
      );
    default:
      return 'aws autoscaling describe-auto-scaling-groups --query AutoScalingGroups[].AutoScalingGroupName --output text';
  }
}
