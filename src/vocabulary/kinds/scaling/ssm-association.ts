import type { Resource } from '../../resource-types.ts';

/** Setting for the script of an association, which runs like a machine's start script. */
export const ASSOCIATION_SCRIPT = 'associationParameters';

/** An association of State Manager: it runs once on the named instances, and on each that joins them later. */
export const SSM_ASSOCIATION: Resource = {
  kind: 'ssm-association',
  page: 'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_CreateAssociation.html',
  types: { terraform: ['aws_ssm_association'], cloudformation: 'AWS::SSM::Association', cdk: {} },
  settings: {
    [ASSOCIATION_SCRIPT]: { type: 'script', terraform: 'parameters', cloudformation: 'Parameters' },
    name: { type: 'text' },
    targets: { type: 'structure' },
  },
  links: [{ role: 'watches', to: ['auto-scaling-group', 'launch-template'], settings: ['targets'] }],
};
