import assert from 'node:assert/strict';
import test, { before, describe } from 'node:test';
import { prepareFor } from '../../../test/support/code/program-code.ts';
import { assertRows } from '../../../test/support/code/values.ts';
import { parserOf } from '../grammars.ts';
import { kotlinAsJava } from './kotlin.ts';
import { acquireTree, parseBounded, releaseTree, repeatsUnit, withTree } from './parse.ts';

describe('parsing of programs', () => {
  before(() => prepareFor('.ts'));

  test('rejects a text that repeats one unit of code', () => {
    assertRows(
      [
        ['* ;'.repeat(500), true],
        ['x => '.repeat(500), true],
        ['\\\n'.repeat(1000), true],
        // Accepted: a line in a comment, words, blanks, a short repetition.
        ['-'.repeat(2000), false],
        ['lorem ipsum '.repeat(200), false],
        [' \n'.repeat(2000), false],
        ['a();'.repeat(20), false],
        ['', false],
      ],
      repeatsUnit,
    );
  });

  test('keeps the syntax tree of a program for its next user', () => {
    const parser = parserOf('typescript');
    assert.ok(parser !== null);
    const text = "const version = '8.0'; // kept";
    const tree = acquireTree(text, parser);
    assert.ok(tree !== null);
    releaseTree(tree, text, parser);
    assert.equal(
      withTree(text, parser, (again) => again === tree),
      true,
    );
    assert.throws(() =>
      withTree(text, parser, () => {
        throw new Error('of the user');
      }),
    );
    // The tree is released even after an error of its user.
    assert.equal(acquireTree(text, parser), tree);
  });

  test('returns no tree for a hostile text, and can parse again afterwards', () => {
    const parser = parserOf('typescript');
    assert.ok(parser !== null);
    assert.equal(parseBounded('[{'.repeat(2000), parser), null);
    assert.equal(parseBounded('a = 1;', parser)?.rootNode.hasError, false);
  });
});

test('keeps positions when it rewrites Kotlin as Java', () => {
  const text = [
    'class Db(scope: Construct) {',
    '    companion object { val VERSION = "8.0" }',
    '    fun create(name: String): Cluster {',
    '        val a: Int? = b?.c ?: d!! // größe',
    '        return Cluster.Builder.create(this)',
    '            .version(VERSION)',
    '            .build()',
    '    }',
    '}',
  ].join('\n');
  const java = kotlinAsJava(text);
  assert.equal(java.length, text.length);
  assert.equal(java.indexOf('"8.0"'), text.indexOf('"8.0"'));
  assert.equal(java.indexOf('.version(VERSION)'), text.indexOf('.version(VERSION)'));
  assert.match(java, /class Db +\{/);
  assert.match(java, /var VERSION = "8\.0"/);
  assert.match(java, /create\( +\)\{/);
  assert.doesNotMatch(java, /größe|\?:|!!|\bval\b/);
  assert.equal(kotlinAsJava(''), '');
});

test('rewrites blocks of assignments of Kotlin as named arguments, and no other block', () => {
  const text = 'val a = Made {\n  b = "c"\n  d = 1\n}\nif (a) {\n  b = c\n} else {\n  b = d\n}';
  const java = kotlinAsJava(text);
  assert.equal(java.length, text.length);
  assert.match(java, /= Made \(\n {2}b = "c", {2}d = 1\n\)/);
  assert.match(java, /\} else \{/);
});
