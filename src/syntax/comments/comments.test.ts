import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { commentsOf, commentsOfScript } from './comments.ts';

/** Words of each comment, with its opening mark. */
const wordsOf = (file: string, text: string): string[] =>
  commentsOf({ file, text }).comments.map(({ start, wordsEnd }) => text.slice(start, wordsEnd));

const FILES: readonly [file: readonly [name: string, text: string], comments: string[]][] = [
  [
    ['main.tf', 'a = 1 # one\n// two\n/* three\nfour */ b = "# no"\n'],
    ['# one', '// two', '/* three\nfour '],
  ],
  [['main.tf', 'a = "${b /* in code */}"\n'], ['/* in code ']],
  [['main.tf', 'a = <<EOF\n# no\nEOF\n# yes\n'], ['# yes']],
  [['main.tf', 'a = "open # no\nb = 1 # yes\n'], ['# yes']],
  [['a.yaml', 'a: "# no" # yes\nb: c#d\n'], ['# yes']],
  [['a.yaml', 'a: |\n  # no\nb: 1 # yes\r\n'], ['# yes']],
  [['a.yaml', '{{/* of the template */}}\na: 1\n'], ['{{/* of the template ']],
  [
    ['app.ts', "const a = '// no'; // yes\nconst b = `${1 /* in */} // no`;\n"],
    ['// yes', '/* in '],
  ],
  [['app.py', 'a = "# no" # yes\n'], ['# yes']],
  [['run.sh', 'a=b#c # yes\ncat <<EOF\n# no\nEOF\n'], ['# yes']],
  [['a.json', '{ "//": "words", "a": "//" }'], ['"//": "words']],
];

test('finds comments by the rules of each language, and none inside texts', () => {
  assertRows(FILES, ([file, text]) => wordsOf(file, text));
});

test('replaces comments with blanks, and keeps lines and length', () => {
  const text = 'a = 1 # ü\r\n/* b\nc */ d = 2\n';
  const { code } = commentsOf({ file: 'main.tf', text });
  assert.equal(code, `a = 1    \r\n    \n     d = 2\n`);
});

test('reports texts of several lines as constructs that take no comment', () => {
  const text = 'a <<EOF\nb\nEOF\nc \\\n  d\n';
  const { constructs } = commentsOfScript(text);
  assert.deepEqual(
    constructs.map(({ start, end, isText }) => [text.slice(start, end), isText]),
    [
      ['<<EOF\nb\nEOF', true],
      ['\\\n', false],
    ],
  );
});

test('ends an unclosed comment or text with the file', () => {
  assert.deepEqual(wordsOf('main.tf', '/* open'), ['/* open']);
  assert.deepEqual(wordsOf('run.sh', "a 'open # no"), []);
});

test('scans hostile files in bounded time', () => {
  for (const unit of ['"${', '/*', '<<a\n', '`${', '{{/*', '"//": "'])
    for (const file of ['main.tf', 'a.ts', 'a.yaml', 'a.json', 'a.sh'])
      assert.ok(commentsOf({ file, text: unit.repeat(3000) }).code.length > 0, `${file} ${unit}`);
});
