import assert from 'node:assert/strict';
import test from 'node:test';
import { textOf, valueOf } from '../../syntax/index.ts';
import { nodeOf } from '../../../test/support/code/template-code.ts';
import { manifestsIn } from './manifest.ts';

test('finds manifests at any depth of a document', () => {
  const list = nodeOf(`
apiVersion: v1
kind: List
items:
  - { apiVersion: apps/v1, kind: Deployment, metadata: { name: web, labels: { a: b } }, spec: { x: 1 } }
  - { apiVersion: rds.services.k8s.aws/v1alpha1, kind: DBCluster, spec: { y: 2 } }
`);
  const found = manifestsIn(list);
  assert.deepEqual(
    found.map(({ group, kind, name }) => [group, kind, name]),
    [
      ['v1', 'List', 'List'],
      ['apps', 'Deployment', 'Deployment/web'],
      ['rds.services.k8s.aws', 'DBCluster', 'DBCluster'],
    ],
  );
  assert.deepEqual(
    found.map(({ metadataName, at }) => [metadataName, at.line]),
    [
      [null, 3],
      ['web', 5],
      [null, 6],
    ],
  );
  assert.equal(textOf(valueOf(found[1]?.spec ?? null, 'x')), '1');
});

test('ignores references and definitions', () => {
  assert.deepEqual(manifestsIn(nodeOf('{ apiVersion: v1, kind: ConfigMap, name: x }')), []);
  assert.deepEqual(manifestsIn(nodeOf('{ apiVersion: v1, kind: CustomResourceDefinition, spec: {} }')), []);
  assert.deepEqual(manifestsIn(nodeOf('{ kind: Deployment }')), []);
  assert.deepEqual(manifestsIn(null), []);
});

test('follows shared patches and mapped values of a composition, and no patch of its claim', () => {
  const schema = nodeOf(
    'properties: { spec: { properties: { major: { default: "16" }, size: { default: s } } } }',
  );
  const composition = nodeOf(`
apiVersion: apiextensions.crossplane.io/v1
kind: Composition
spec:
  compositeTypeRef: { kind: Database }
  patchSets:
    - name: common
      patches:
        - fromFieldPath: spec.major
          toFieldPath: version
          transforms: [{ type: map, map: { "16": "16.6" } }, { type: convert, convert: { toType: string } }]
  resources:
    - name: cluster
      base: { apiVersion: rds.aws.upbound.io/v1beta1, kind: Cluster, spec: {} }
      patches:
        - { type: PatchSet, patchSetName: common }
        - { type: ToCompositeFieldPath, fromFieldPath: status.endpoint }
        - { fromFieldPath: spec.size, toFieldPath: name, transforms: [{ type: string, string: { fmt: "%s-1" } }] }
`);
  const cluster = manifestsIn(composition, new Map([['Database', schema]])).find(
    ({ kind }) => kind === 'Cluster',
  );
  const patched = [...(cluster?.patched ?? [])].map(([field, given]) => [field, given.defaultValue?.text]);
  assert.deepEqual(patched, [
    ['version', '16.6'],
    ['name', undefined],
  ]);
});

test("fills fields of a composition's base from its claim", () => {
  const schema = nodeOf('properties: { spec: { properties: { version: { default: "8.0" } } } }');
  const composition = nodeOf(`
apiVersion: apiextensions.crossplane.io/v1
kind: Composition
spec:
  compositeTypeRef: { kind: Database }
  resources:
    - name: cluster
      base: { apiVersion: rds.aws.upbound.io/v1beta1, kind: Cluster, spec: {} }
      patches:
        - { fromFieldPath: spec.version, toFieldPath: spec.forProvider.engineVersion }
        - { fromFieldPath: spec.region }
`);
  const cluster = manifestsIn(composition, new Map([['Database', schema]])).find(
    ({ kind }) => kind === 'Cluster',
  );
  assert.equal(cluster?.name, 'Cluster/cluster');
  const patched = [...cluster.patched].map(([field, { defaultValue: given }]) => [
    field,
    given?.text ?? null,
  ]);
  assert.deepEqual(patched, [
    ['spec.forProvider.engineVersion', '8.0'],
    ['spec.region', null],
  ]);
});
