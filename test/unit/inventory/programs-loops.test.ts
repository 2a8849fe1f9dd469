import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { programs } from '../../../src/inventory/formats/programs/format.ts';
import { buildAssets } from '../../../src/inventory/resources/assets.ts';
import { isFileLocation } from '../../../src/model/index.ts';
import { readUnit } from '../../support/format.ts';

before(() => programs.prepare?.(['a.ts', 'a.py', 'A.java', 'a.go', 'A.cs']));

/** The clusters of a program: where the version of each is written, and what it is. */
function told(file: string, text: string): string[] {
  return buildAssets(readUnit(programs, file, { [file]: text }).drafts)
    .filter(({ kind }) => kind === 'database')
    .map(({ product, version, location, isUnselected = 'runs' }) => {
      const line = isFileLocation(location) ? location.line : null;
      return [product, version, line, isUnselected].join(' ');
    })
    .sort();
}
const BOTH = ['aurora-postgresql 15.4 2 runs', 'aurora-postgresql 16.6 3 runs'];

const cluster = (version: string): string => `new rds.DatabaseCluster(this, \`db-\${n}\`, {
  engine: rds.DatabaseClusterEngine.auroraPostgres({ version: ${version} }),
});`;
const [A, B] = ['rds.AuroraPostgresEngineVersion.VER_15_4', 'rds.AuroraPostgresEngineVersion.VER_16_6'];

test('each version of a list that a loop goes through makes a cluster, in TypeScript', () => {
  const list = `const all = [\n${A},\n${B}];`;
  const objects = `const all = [\n{ name: 'a', version: ${A} },\n{ name: 'b', version: ${B} }];`;
  const map = `const all = {\na: ${A},\nb: ${B} };`;
  for (const [declared, loop] of [
    [list, `for (const v of all) { ${cluster('v')} }`],
    [list, `for (var v of all) ${cluster('v')}`],
    [list, `all.forEach((v, n) => { ${cluster('v')} });`],
    [list, `const made = all.map((v) => ${cluster('v')});`],
    [list, `for (const [n, v] of all.entries()) { ${cluster('v')} }`],
    [list, `for (const v of [...all]) { ${cluster('v')} }`],
    [objects, `for (const one of all) { ${cluster('one.version')} }`],
    [objects, `for (const { version } of all) { ${cluster('version')} }`],
    [objects, `for (const { name, version: v } of all) { ${cluster('v')} }`],
    [objects, `all.forEach(({ version }) => { ${cluster('version')} });`],
    [objects, `all.forEach(function (one) { ${cluster('one.version')} });`],
    [map, `for (const [n, v] of Object.entries(all)) { ${cluster('v')} }`],
    [map, `Object.entries(all).forEach(([n, v]) => { ${cluster('v')} });`],
    [map, `Object.values(all).map((v) => ${cluster('v')});`],
    [map, `for (const n in all) { ${cluster('all[n]')} }`],
    [map, `Object.keys(all).forEach((n) => { ${cluster('all[n]')} });`],
  ] as const)
    assert.deepEqual(told('lib/db.ts', `${declared}\n${loop}`), BOTH, loop);
});

test('so does each in Python, Go, Java and C#', () => {
  const python = (version: string): string =>
    `rds.DatabaseCluster(self, n, engine=rds.DatabaseClusterEngine.aurora_postgres(version=${version}))`;
  const list = `ALL = [\n${A},\n${B}]`;
  for (const [declared, loop] of [
    [list, `for v in ALL:\n    ${python('v')}`],
    [list, `made = [${python('v')} for v in ALL]`],
    [list, `for n, v in enumerate(ALL):\n    ${python('v')}`],
    [list, `for v in sorted(ALL):\n    ${python('v')}`],
    [`ALL = [\n("a", ${A}),\n("b", ${B})]`, `for n, v in ALL:\n    ${python('v')}`],
    [`ALL = [\n{"v": ${A}},\n{"v": ${B}}]`, `for one in ALL:\n    ${python('one["v"]')}`],
    [`ALL = {\n"a": ${A},\n"b": ${B}}`, `for n, v in ALL.items():\n    ${python('v')}`],
    [`ALL = {\n"a": ${A},\n"b": ${B}}`, `for v in ALL.values():\n    ${python('v')}`],
    [`ALL = {\n"a": ${A},\n"b": ${B}}`, `for n in ALL:\n    ${python('ALL[n]')}`],
  ] as const)
    assert.deepEqual(told('lib/db.py', `${declared}\n${loop}`), BOTH, `${declared} ${loop}`);

  const go = (version: string): string => `rds.NewCluster(ctx, n, &rds.ClusterArgs{
	Engine: pulumi.String("aurora-postgresql"), EngineVersion: pulumi.String(${version}) })`;
  const imports = 'package main; import "github.com/pulumi/pulumi-aws/sdk/v6/go/aws/rds"; ';
  for (const [declared, loop] of [
    ['all := []string{\n"15.4",\n"16.6"}', `for _, v := range all { ${go('v')} }`],
    ['all := map[string]string{\n"a": "15.4",\n"b": "16.6"}', `for n, v := range all { ${go('v')} }`],
    [
      'all := []Shop{\n{Version: "15.4"},\n{Version: "16.6"}}',
      `for _, one := range all { ${go('one.Version')} }`,
    ],
  ] as const)
    assert.deepEqual(told('main.go', `${imports}func main() { ${declared}\n${loop} }`), BOTH, loop);

  const java = `DatabaseCluster.Builder.create(this, n).engine(DatabaseClusterEngine.auroraPostgres(
AuroraPostgresClusterEngineProps.builder().version(v).build())).build();`;
  for (const loop of [`for (var v : all) { ${java} }`, `all.forEach(v -> { ${java} });`])
    assert.deepEqual(
      told('Db.java', `class Db { Db() { var all = List.of(\n${A.slice(4)},\n${B.slice(4)}); ${loop} } }`),
      BOTH,
      loop,
    );

  const sharp = (version: string): string =>
    `new DatabaseCluster(this, n, new DatabaseClusterProps { Engine = DatabaseClusterEngine.AuroraPostgres(
new AuroraPostgresClusterEngineProps { Version = ${version} }) });`;
  for (const [declared, loop] of [
    [`var all = new[] {\n${A.slice(4)},\n${B.slice(4)} };`, `foreach (var v in all) { ${sharp('v')} }`],
    [`var all = new[] {\n${A.slice(4)},\n${B.slice(4)} };`, `all.ToList().ForEach(v => { ${sharp('v')} });`],
    [
      `var all = new List<Version> {\n${A.slice(4)},\n${B.slice(4)} };`,
      `foreach (var v in all) ${sharp('v')}`,
    ],
    [
      `var all = new Dictionary<string, Version> { {\n"a", ${A.slice(4)} },\n{ "b", ${B.slice(4)} } };`,
      `foreach (var (n, v) in all) { ${sharp('v')} }`,
    ],
  ] as const)
    assert.deepEqual(told('Db.cs', `class Db { Db() { ${declared} ${loop} } }`), BOTH, loop);
});

test('an item that has an engine, too, keeps it; one of another engine is no cluster of ours', () => {
  const items = `const all = [
{ name: 'a', kind: 'aurora-mysql', release: '8.0.mysql_aurora.3.04.0' },
{ name: 'b', kind: 'aurora-postgresql', release: '15.4' },
{ name: 'c', kind: 'mariadb', release: '16.3' } ];`;
  const made = 'new aws.rds.Cluster(one.name, { engine: one.kind, engineVersion: one.release });';
  assert.deepEqual(
    told('index.ts', `import * as aws from '@pulumi/aws';\n${items}\nfor (const one of all) ${made}`),
    ['aurora-mysql 3.04.0 3 runs', 'aurora-postgresql 15.4 4 runs'],
  );
});

test('a name of one loop is not that of another', () => {
  const loops = `for (const v of [\n${A}]) { ${cluster('v')} }
for (const v of others()) { ${cluster('v')} }`;
  assert.deepEqual(told('lib/db.ts', loops), ['aurora-postgresql  6 runs', 'aurora-postgresql 15.4 2 runs']);
});
