import type { Form } from './os-image-forms.ts';

const AMI = 'al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64';
const ID = 'ami-0abcdef1234567890';
const EC2_LATEST = '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64';
const SCRIPT = '#!/bin/bash\necho ${HOME:-x} %{ y\ndnf upgrade -y --releasever=2023.5.20240805\n';

interface Resource {
  mode: 'managed' | 'data';
  type: string;
  values: Record<string, unknown>;
}

const managed = (type: string, values: Record<string, unknown>): Resource => ({
  mode: 'managed',
  type,
  values,
});
const found = (type: string, values: Record<string, unknown>): Resource => ({ mode: 'data', type, values });

function addressed(resources: readonly Resource[]): object {
  return {
    root_module: {
      resources: [],
      child_modules: [
        {
          address: 'module.web',
          resources: resources.map((resource, i) => ({
            address: `module.web.${resource.mode === 'data' ? 'data.' : ''}${resource.type}.r${i}`,
            name: `r${i}`,
            ...resource,
          })),
        },
      ],
    },
  };
}

/** The same resources as a plan and as a state file of Terraform. */
function shown(name: string, resources: readonly Resource[], images: readonly string[]): Form[] {
  const ofMode = (mode: Resource['mode']): Resource[] => resources.filter((each) => each.mode === mode);
  const plan = {
    format_version: '1.2',
    terraform_version: '1.9.0',
    planned_values: addressed(ofMode('managed')),
    prior_state: { format_version: '1.0', values: addressed(resources) },
  };
  const state = {
    version: 4,
    terraform_version: '1.9.0',
    lineage: 'a',
    resources: resources.map(({ mode, type, values }, i) => ({
      mode,
      type,
      name: `r${i}`,
      instances: [{ attributes: values }],
    })),
  };
  return [
    { name: `tf plan: ${name}`, files: { 'plan.json': JSON.stringify(plan) }, images },
    { name: `tf state: ${name}`, files: { 'terraform.tfstate': JSON.stringify(state, null, 2) }, images },
  ];
}

/** Operating system images in plans and states of Terraform. */
export const SHOWN_FORMS: readonly Form[] = [
  ...shown(
    'a search that found an AMI, and the machine that runs it',
    [
      found('aws_ami', {
        id: ID,
        image_id: ID,
        name: AMI,
        filter: [{ name: 'name', values: ['al2023-ami-2023.*-x86_64'] }],
      }),
      managed('aws_instance', { ami: ID, user_data: null }),
    ],
    ['2023 2023.4.20240416 [2023.4.20240416.0]'],
  ),
  ...shown(
    'a search that is not done yet',
    [found('aws_ami', { filter: [{ name: 'name', values: [AMI] }] })],
    ['2023 2023.4.20240416 [2023.4.20240416.0]'],
  ),
  ...shown(
    'an AMI of another system',
    [
      found('aws_ami', { id: ID, name: 'ubuntu/images/hvm-ssd/ubuntu-jammy-22.04-amd64-server-20240101' }),
      managed('aws_instance', { ami: ID }),
    ],
    [],
  ),
  ...shown(
    'a public parameter and a launch template',
    [
      found('aws_ssm_parameter', { name: EC2_LATEST, value: ID, insecure_value: ID }),
      managed('aws_launch_template', { image_id: ID, user_data: Buffer.from(SCRIPT).toString('base64') }),
    ],
    [
      `2023 floating [al2023-ami-kernel-default-x86_64]`,
      `2023 2023.5.20240805 [${Buffer.from(SCRIPT).toString('base64')}]`,
    ],
  ),
  ...shown(
    'user data in clear, which is no template',
    [managed('aws_instance', { user_data: SCRIPT })],
    ['2023 2023.5.20240805 [2023.5.20240805]'],
  ),
  ...shown(
    'user data of which only the digest is kept',
    [managed('aws_instance', { user_data: 'da39a3ee5e6b4b0d3255bfef95601890afd80709' })],
    [],
  ),
  ...shown(
    'node groups of EKS',
    [
      managed('aws_eks_node_group', { ami_type: 'AL2_x86_64', release_version: '1.27.1-20230703' }),
      managed('aws_eks_node_group', { ami_type: 'AL2023_x86_64_STANDARD', release_version: null }),
    ],
    ['2 2.0.20230703 [1.27.1-20230703]', '2023 partial [AL2023_x86_64_STANDARD]'],
  ),
  ...shown(
    'Elastic Beanstalk',
    [
      managed('aws_elastic_beanstalk_environment', {
        solution_stack_name: '64bit Amazon Linux 2 v3.5.0 running Docker',
        platform_arn:
          'arn:aws:elasticbeanstalk:eu-west-1::platform/Docker running on 64bit Amazon Linux 2/3.5.0',
      }),
    ],
    ['2 partial [Amazon Linux 2]'],
  ),
  ...shown(
    'parts of cloud-init',
    [found('cloudinit_config', { part: [{ content_type: 'text/x-shellscript', content: SCRIPT }] })],
    ['2023 2023.5.20240805 [2023.5.20240805]'],
  ),
];
