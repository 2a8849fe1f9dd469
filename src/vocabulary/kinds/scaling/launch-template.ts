import type { Link, Resource, Setting } from '../../resource-types.ts';
import { AUTO_SCALING_API } from './auto-scaling-group.ts';

/** Settings for the image, the start script and the role of a machine. */
export const IMAGE = 'imageId';
export const START_SCRIPT = 'userData';
export const INSTANCE_ROLE = 'iamInstanceProfile';

const MACHINE = {
  blockDeviceMappings: { type: 'structure', cdk: 'blockDevices' },
  [IMAGE]: { type: 'text', cdk: null },
  instanceType: { type: 'text' },
  metadataOptions: { type: 'structure' },
  [START_SCRIPT]: { type: 'part' },
} as const satisfies Record<string, Setting>;
const IMAGE_LINK: Link = { role: 'image', to: ['operating-system'], settings: [IMAGE] };
/** Link to an image of the team's own: the build that makes it, or the search that finds it. */
const BUILD_LINK: Link = { role: 'built-by', to: ['image-build', 'image-search'], settings: [IMAGE] };
const ROLE_LINK: Link = { role: 'role', to: ['instance-profile', 'role'], settings: [INSTANCE_ROLE] };

export const LAUNCH_TEMPLATE: Resource = {
  kind: 'launch-template',
  page: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestLaunchTemplateData.html',
  types: {
    terraform: ['aws_launch_template'],
    cloudformation: 'AWS::EC2::LaunchTemplate',
    cdk: { LaunchTemplate: {} },
  },
  name: 'launchTemplateName',
  isReferredById: true,
  within: 'LaunchTemplateData',
  settings: {
    ...MACHINE,
    disableApiTermination: { type: 'boolean' },
    [INSTANCE_ROLE]: { type: 'structure', cdk: ['role', 'instanceProfile'] },
    launchTemplateName: { type: 'text', terraform: 'name', cloudformation: '.LaunchTemplateName' },
    monitoring: { type: 'structure' },
    versionNumber: { type: 'answer' },
  },
  config: {
    always: [],
    often: [],
    never: ['blockDeviceMappings', INSTANCE_ROLE, 'instanceType', START_SCRIPT],
  },
  links: [IMAGE_LINK, BUILD_LINK, ROLE_LINK],
};

export const LAUNCH_CONFIGURATION: Resource = {
  kind: 'launch-template',
  page: `${AUTO_SCALING_API}CreateLaunchConfiguration.html`,
  types: {
    terraform: ['aws_launch_configuration'],
    cloudformation: 'AWS::AutoScaling::LaunchConfiguration',
  },
  name: 'launchConfigurationName',
  settings: {
    ...MACHINE,
    blockDeviceMappings: { type: 'structure', terraform: null },
    [INSTANCE_ROLE]: { type: 'text' },
    launchConfigurationName: { type: 'text', terraform: 'name' },
  },
  links: [IMAGE_LINK, BUILD_LINK, ROLE_LINK],
};
