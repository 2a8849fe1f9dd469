import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildAssets } from './assets.ts';
import type { Format } from '../reading/format.ts';
import { cloudformation } from '../formats/cloudformation/format.ts';
import { imageSettings } from '../formats/image-settings/format.ts';
import { packer } from '../formats/packer/format.ts';
import { programs } from '../formats/programs/format.ts';
import { shell } from '../formats/shell/format.ts';
import { terraform } from '../formats/terraform/index.ts';
import { readUnit } from '../../../test/support/code/format.ts';

const OLD = 'amzn2-ami-hvm-2.0.20230307.0-x86_64-gp2';
const OLDER = 'amzn2-ami-hvm-2.0.20220307.0-x86_64-gp2';
const NEW = 'al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64';

function describeImages(format: Format, file: string, text: string, unit = file): string[] {
  return buildAssets(readUnit(format, unit, { [file]: text }).drafts)
    .filter(({ kind }) => kind === 'operating-system')
    .map(
      ({ version, engineVersion, isUnselected = 'certain' }) => `${version ?? engineVersion} ${isUnselected}`,
    )
    .sort();
}

const EITHER = ['2.0.20230307.0 true', '2023.4.20240416 true'];

const search = (value: string): string => `variable "kind" {}
variable "old" { type = bool }
locals { images = { old = "${OLD}", new = "${NEW}" } }
data "aws_ami" "a" {
  filter {
    name   = "name"
    values = [${value}]
  }
}
resource "aws_instance" "i" { ami = data.aws_ami.a.id }
`;

test('marks images of a table with an unknown key or an undecided conditional in Terraform as possible', () => {
  assert.deepEqual(describeImages(terraform, 'main.tf', search('local.images[var.kind]'), '.'), EITHER);
  assert.deepEqual(
    describeImages(terraform, 'main.tf', search(`var.old ? "${OLD}" : "${NEW}"`), '.'),
    EITHER,
  );
  assert.deepEqual(describeImages(terraform, 'main.tf', search('local.images["old"]'), '.'), [
    '2.0.20230307.0 certain',
  ]);
});

test('is certain of a system if only its releases differ, and of a release if only images differ', () => {
  assert.deepEqual(describeImages(terraform, 'main.tf', search(`var.old ? "${OLD}" : "${OLDER}"`), '.'), [
    '2.0.20220307.0 release',
    '2.0.20230307.0 release',
  ]);
  const other = OLD.replace('x86_64', 'arm64');
  assert.deepEqual(
    describeImages(terraform, 'main.tf', search(`var.old ? "${OLD}" : "${other}"`), '.').every((line) =>
      line.endsWith('certain'),
    ),
    true,
  );
});

test('marks images of a choice in Packer and CloudFormation as possible', () => {
  const source = `variable "os" {}
locals { names = { old = "${OLD}", new = "${NEW}" } }
source "amazon-ebs" "x" {
  source_ami_filter {
    filters = { name = local.names[var.os] }
  }
}
`;
  assert.deepEqual(describeImages(packer, 'a.pkr.hcl', source, '.'), EITHER);
  const template = `Parameters:
  Old: { Type: String }
Conditions:
  IsOld: !Equals [!Ref Old, 'yes']
Resources:
  Nodes:
    Type: AWS::EKS::Nodegroup
    Properties:
      AmiType: !If [IsOld, AL2_x86_64, AL2023_x86_64_STANDARD]
`;
  assert.deepEqual(describeImages(cloudformation, 'a.yaml', template), [
    'AL2023_x86_64_STANDARD true',
    'AL2_x86_64 true',
  ]);
  const settings = `images:\n  second: ${OLD}\n  third: ${NEW}\nweb:\n  image: ${OLD}\n  size: 3\n`;
  assert.deepEqual(describeImages(imageSettings, 'values.yaml', settings), [
    '2.0.20230307.0 certain',
    ...EITHER,
  ]);
});

test('marks images of a case or a table in scripts as possible, and those of a loop as certain', () => {
  const table = `declare -A A=( [old]="${OLD}" [new]="${NEW}" )\n`;
  const find = (name: string): string =>
    `ID=$(aws ec2 describe-images --filters "Name=name,Values=${name}")\n`;
  assert.deepEqual(describeImages(shell, 'a.sh', table + find('${A[$1]}')), EITHER);
  const branches = `case "$1" in\n a) N=${OLD} ;;\n b) N=${NEW} ;;\nesac\n`;
  assert.deepEqual(describeImages(shell, 'a.sh', `${branches}${find('$N')}`), EITHER);
  const loop = `for n in ${OLD} ${NEW}; do ${find('$n')}done\n`;
  assert.deepEqual(describeImages(shell, 'a.sh', loop), [
    '2.0.20230307.0 certain',
    '2023.4.20240416 certain',
  ]);
});

test('marks both images of a conditional in programs as possible', async () => {
  await programs.prepare?.(['app.ts']);
  const text = `const image = old ? ec2.MachineImage.latestAmazonLinux2() : ec2.MachineImage.latestAmazonLinux2023();
new ec2.Instance(this, 'Web', { machineImage: image });
`;
  assert.deepEqual(
    describeImages(programs, 'app.ts', text).map((line) => line.split(' ').at(-1)),
    ['true', 'true'],
  );
});

test('marks unselected rows of a table in programs as possible, and a selected row as certain', async () => {
  await programs.prepare?.(['app.ts', 'app.py', 'app.go']);
  const certain = EITHER.map((line) => line.replace('true', 'certain'));
  const rows = `web: '${OLD}', worker: '${NEW}'`;
  const typed = (code: string): string[] =>
    describeImages(programs, 'app.ts', `const images = { ${rows} };\n${code}`);
  assert.deepEqual(typed('export { images };'), EITHER);
  assert.deepEqual(typed('export const start = (role: string) => run({ ImageId: images[role] });'), EITHER);
  assert.deepEqual(typed('run({ ImageId: images.web });'), [
    '2.0.20230307.0 certain',
    '2023.4.20240416 true',
  ]);
  assert.deepEqual(typed('run(images.web, images[role], images.worker);'), certain);
  assert.deepEqual(
    typed('for (const [role, image] of Object.entries(images)) run({ role, image });'),
    EITHER,
  );
  assert.deepEqual(describeImages(programs, 'app.ts', `run({ ${rows} });`), certain);
  const python = `IMAGES = {"web": {"name": "${OLD}"}, "worker": {"name": "${NEW}"}}\n`;
  assert.deepEqual(describeImages(programs, 'app.py', python), EITHER);
  assert.deepEqual(describeImages(programs, 'app.py', `${python}start(IMAGES["web"]["name"])\n`), [
    '2.0.20230307.0 certain',
    '2023.4.20240416 true',
  ]);
  const go = `package a\nvar images = map[string]string{"web": "${OLD}", "worker": "${NEW}"}\n`;
  assert.deepEqual(describeImages(programs, 'app.go', go), EITHER);
});

test('marks a looked-up image in Terraform as possible unless its folder or another module uses it', () => {
  const lookUp = `data "aws_ami" "a" {
  filter {
    name   = "name"
    values = ["${OLD}"]
  }
}
`;
  const machine = (ami: string): string =>
    `${lookUp}resource "aws_spot_fleet_request" "i" { ami = ${ami} }\n`;
  assert.deepEqual(describeImages(terraform, 'main.tf', machine('"ami-0123"'), '.'), ['2.0.20230307.0 true']);
  assert.deepEqual(describeImages(terraform, 'main.tf', machine('data.aws_ami.a.id'), '.'), [
    '2.0.20230307.0 certain',
  ]);
  assert.deepEqual(describeImages(terraform, 'main.tf', lookUp, '.'), ['2.0.20230307.0 certain']);
});
