import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFileLocation } from '../model/index.ts';
import { scanFiles } from '../../test/support/workspace.ts';

/** Images of a workspace: version, place, and use. */
async function images(t: Parameters<typeof scanFiles>[0], files: Record<string, string>): Promise<string[]> {
  const { assets } = await scanFiles(t, files);
  return assets
    .filter(({ kind, product }) => kind === 'operating-system' && product !== null)
    .map(({ engineVersion, location, isUnselected = 'runs' }) =>
      [engineVersion, isFileLocation(location) ? location.file : '', String(isUnselected)].join(' '),
    )
    .sort();
}

const MODULE = `variable "ami_type" { default = "AL2_x86_64" }
resource "aws_eks_node_group" "nodes" { ami_type = var.ami_type }
`;
const CALL = 'module "nodes" {\n  source   = "../nodes"\n  ami_type = "AL2023_x86_64_STANDARD"\n}\n';

test('marks the default image of a module as replaced if every deployment sets another', async (t) => {
  assert.deepEqual(await images(t, { 'nodes/main.tf': MODULE, 'shop/main.tf': CALL }), [
    'AL2023_x86_64_STANDARD shop/main.tf runs',
    'AL2_x86_64 nodes/main.tf replaced',
  ]);
});

test('keeps the default image of a module as in use if only an example replaces it', async (t) => {
  const example = CALL.replace('../nodes', '../../nodes');
  assert.deepEqual(await images(t, { 'nodes/main.tf': MODULE, 'examples/all/main.tf': example }), [
    'AL2023_x86_64_STANDARD examples/all/main.tf runs',
    'AL2_x86_64 nodes/main.tf runs',
  ]);
});

test('marks the image of a module as possible if its only caller is off by default', async (t) => {
  const caller =
    'variable "nodes" { default = false }\nmodule "nodes" {\n  source = "../nodes"\n  count  = var.nodes ? 1 : 0\n}\n';
  assert.deepEqual(await images(t, { 'nodes/main.tf': MODULE, 'shop/main.tf': caller }), [
    'AL2_x86_64 nodes/main.tf true',
  ]);
});

test('ignores an optional default of a type if the caller sets every entry', async (t) => {
  const groups = (more: string) => `variable "groups" {
  type    = map(object({ size = number, ami_type = optional(string, "AL2_x86_64") }))
  default = { web = { size = 1${more} } }
}
`;
  const module = `${groups('')}resource "aws_eks_node_group" "all" {
  for_each = var.groups
  ami_type = lookup(each.value, "ami_type", "AL2_x86_64")
}
`;
  const caller = `${groups(', ami_type = "AL2023_x86_64_STANDARD"')}module "nodes" {
  source = "../nodes"
  groups = var.groups
}
`;
  assert.deepEqual(await images(t, { 'nodes/main.tf': module, 'shop/main.tf': caller }), [
    'AL2023_x86_64_STANDARD shop/main.tf runs',
    'AL2_x86_64 nodes/main.tf replaced',
    'AL2_x86_64 shop/main.tf runs',
  ]);
});

test('marks images of disabled settings and of template branches as possible', async (t) => {
  const values = (enabled: boolean) => `nodes:\n  enabled: ${enabled}\n  alias: al2023@latest\n`;
  assert.deepEqual(await images(t, { 'chart/values.yaml': values(false) }), [
    'al2023@latest chart/values.yaml true',
  ]);
  assert.deepEqual(await images(t, { 'chart/values.yaml': values(true) }), [
    'al2023@latest chart/values.yaml runs',
  ]);
  const template = `apiVersion: karpenter.k8s.aws/v1
kind: EC2NodeClass
metadata:
  name: web
spec:
  {{- if semverCompare ">=1.33" .Capabilities.KubeVersion.Version }}
  amiFamily: AL2023
  {{- else }}
  amiFamily: AL2
  {{- end }}
`;
  assert.deepEqual(await images(t, { 'chart/templates/nodes.yaml': template }), [
    'AL2 chart/templates/nodes.yaml true',
    'AL2023 chart/templates/nodes.yaml true',
  ]);
});
