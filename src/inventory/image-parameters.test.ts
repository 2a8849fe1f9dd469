import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PARAMETER_PATHS } from '../products/amazon-linux/images/parameters.ts';
import { scanFiles } from '../../test/support/workspace.ts';

/** Rest of a parameter name for each path. */
const PARAMETERS: Readonly<Record<keyof typeof PARAMETER_PATHS, string>> = {
  linux: 'al2023-ami-kernel-default-x86_64',
  ecs: 'amazon-linux-2023/recommended/image_id',
  eks: '1.30/amazon-linux-2023/x86_64/standard/recommended/image_id',
  cloud9: 'amazonlinux-2023-x86_64',
  bottlerocket: 'aws-k8s-1.33/x86_64/latest/image_id',
};

for (const publisher of ['linux', 'ecs', 'eks', 'cloud9', 'bottlerocket'] as const) {
  const name = PARAMETER_PATHS[publisher] + PARAMETERS[publisher];
  test(`finds ${name} in every format`, async (t) => {
    const files = {
      'a.sh': `ID=$(aws ssm get-parameter --name ${name} --query Parameter.Value)\n`,
      'b.yml': `desk_image: "{{ lookup('amazon.aws.ssm_parameter', '${name}') }}"\n`,
      'c.tf': `data "aws_ssm_parameter" "image" {\n  name = "${name}"\n}\n`,
      'd.ts': `import * as ec2 from 'aws-cdk-lib/aws-ec2';\nec2.MachineImage.fromSsmParameter('${name}');\n`,
      'e.yaml': `Resources:\n  A:\n    Type: AWS::EC2::Instance\n    Properties:\n      ImageId: '{{resolve:ssm:${name}}}'\n`,
    };
    const { assets } = await scanFiles(t, files);
    const found = assets.flatMap(({ kind, engineVersion, location }) =>
      kind === 'operating-system' && engineVersion === name && 'file' in location ? location.file : [],
    );
    assert.deepEqual([...new Set(found)].sort(), Object.keys(files));
  });
}

test('keeps a broken parameter name as written', async (t) => {
  const name = `${PARAMETER_PATHS.eks}}/amazon-linux-2023/`;
  const { assets } = await scanFiles(t, {
    'a.tf': `data "aws_ssm_parameter" "image" {\n  name = "${name}"\n}\n`,
  });
  assert.deepEqual(
    assets.map(({ engineVersion }) => engineVersion),
    [name],
  );
});
