import assert from 'node:assert/strict';
import test from 'node:test';
import { parserOf } from '../../../src/syntax/index.ts';
import { ancestorsOf, newProgram, parentOf } from '../../../src/syntax/programs/nodes.ts';
import { prepareLanguages } from '../../../src/inventory/index.ts';
import { parseBounded } from '../../../src/syntax/programs/parse.ts';
import { repeatsUnit } from '../../../src/syntax/programs/parse.ts';
import { scanFiles } from '../../support/workspace.ts';

void test('returns the parents of the syntax tree in any order of requests', async () => {
  await prepareLanguages(['a.ts']);
  const parser = parserOf('typescript');
  assert.ok(parser !== null);
  const code = 'const a = [1, (2), { b: [[3]] }];\nfunction f() { return ((a)); }\nclass C { x = f(f(a)) }\n';
  const tree = parser.parse(code);
  assert.ok(tree !== null);
  const nodes = [tree.rootNode];
  for (const node of nodes) nodes.push(...node.children);
  for (const order of [nodes, nodes.toReversed(), nodes.toSorted((a, b) => a.id - b.id)]) {
    const { root } = newProgram({ file: 'a.ts', text: code }, tree.rootNode, {
      open: () => null,
      isCut: false,
    });
    // Visits all nodes before it requests the first parent.
    for (const { startIndex, endIndex } of order) root.descendantForIndex(startIndex, endIndex);
    for (const { startIndex, endIndex } of order) {
      const expected = tree.rootNode.descendantForIndex(startIndex, endIndex);
      const found = root.descendantForIndex(startIndex, endIndex);
      assert.ok(expected !== null && found !== null);
      const around: number[] = [];
      for (let each = expected.parent; each !== null; each = each.parent) around.push(each.id);
      assert.equal(parentOf(found)?.id, around[0], expected.text);
      assert.deepEqual(
        ancestorsOf(found).map(({ id }) => id),
        around,
      );
    }
  }
  tree.delete();
});

void test('detects a short unit of code that is repeated', () => {
  for (const unit of ['x => ', '* ; ', '= : in ', 'f(', '"a" + ', 'foo(bar) { baz; }\n'])
    assert.equal(repeatsUnit(`class A {}\n${unit.repeat(2000)}`), true, unit);
  for (const unit of ['=', '\n', ' ', '* ', 'A', '0', 'word '])
    assert.equal(repeatsUnit(`class A {}\n${unit.repeat(2000)}`), false, unit);
  const rows = Array.from({ length: 500 }, (_, n) => `  { name: 'row-${n}', value: ${n} },\n`).join('');
  assert.equal(repeatsUnit(rows), false);
});

void test('stops a parser after too many steps', async () => {
  await prepareLanguages(['A.java']);
  const parser = parserOf('java');
  assert.ok(parser !== null);
  // Each unit has another name, so that the text does not count as repeated.
  const text = Array.from({ length: 300 }, (_, n) => `x${n} -> , `).join('');
  assert.equal(parseBounded(text, parser), null);
  const tree = parseBounded('class A {}', parser);
  assert.equal(tree?.rootNode.hasError, false);
  tree.delete();
});

void test('names a program that is too complex to evaluate', async (t) => {
  const { problems } = await scanFiles(t, {
    'App.java': `String engine = "8.0.mysql_aurora.3.04.0";\n${'x => '.repeat(4000)}`,
  });
  assert.deepEqual(
    problems.map(({ source, text }) => [source, text.key]),
    [['App.java', 'problem.notFollowed']],
  );
});

void test('reads a program with a name of any length', async (t) => {
  const made = (engine: string): string =>
    `\trds.NewDatabaseCluster(s, jsii.String("Db"), &rds.DatabaseClusterProps{Engine: ${engine}})\n`;
  const { problems } = await scanFiles(t, {
    'main.go': `package main\n\nfunc f() {\n${made('x'.repeat(100_000))}}\n\nvar v = "8.0.mysql_aurora.3.04.0"\n`,
    'other.go': 'package main\n',
  });
  assert.deepEqual(problems, []);
});

void test('does not parse a program without anything to find', async (t) => {
  const { problems } = await scanFiles(t, {
    'App.java': `/**\n * As amazon-eks-node and AL2_x86_64 are.\n */\n${'x => '.repeat(4000)}`,
  });
  assert.deepEqual(problems, []);
});

void test('reports a program that exceeds the limits', async (t) => {
  const versions = (count: number): string =>
    Array.from(
      { length: count },
      (_, n) => `export const v${n} = { engineVersion: '8.0.mysql_aurora.3.04.0' };\n`,
    ).join('');
  const { assets, problems } = await scanFiles(t, { 'few.ts': versions(20), 'many.ts': versions(320) });
  assert.equal(assets.length, 20 + 300);
  assert.deepEqual(
    problems.map(({ source, text }) => [source, text.key]),
    [['many.ts', 'problem.followedInPart']],
  );
});

void test('evaluates names with many paths between them once', async (t) => {
  const names = Array.from({ length: 12 }, (_, n) => n);
  const lines = names.map((n) => `V = c || rds.AuroraMysqlEngineVersion.VER_3_04_${n % 5}; c = { v: V };\n`);
  const text = `let V, c;\n${lines.join('')}new rds.CfnDBCluster(this, 'D', { engine: 'aurora-mysql', engineVersion: c.v });\n`;
  const { assets, problems } = await scanFiles(t, { 'app.ts': text });
  assert.deepEqual(problems, []);
  assert.ok(assets.some(({ version }) => version === '3.04.4'));
});
