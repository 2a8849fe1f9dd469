import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EditedLines, Parts, readYaml } from '../../src/syntax/index.ts';
import { FILES } from '../../scripts/bench/tree/files.ts';
import { RUNS } from '../support/fuzz.ts';
import { mutationsOf } from '../support/mutations.ts';
import { treeText } from '../support/tree-text.ts';

const file = 'a.yaml';
const SEEDS = FILES.filter((kind) => /\.ya?ml$/.test(kind.file)).map((kind) => {
  const blocks = Array.from({ length: 9 }, (_, nth) => kind.block(nth)).toSpliced(4, 0, kind.pin(1));
  return (kind.before ?? '') + blocks.join(kind.between ?? '\n');
});
const SNIPPETS = [
  '---\n',
  '- a: 1\n',
  'b:\n',
  '  c: |\n   d\n',
  '# e\n',
  ' ',
  '\n',
  '&f ',
  '*f',
  '"',
  ': ',
  '!Ref ',
  '{ a: b }: c\n',
  '\r\n',
];

/** As an edited document is read, after other versions of it. */
function readEdited(versions: readonly string[]): string {
  const [parts, lines] = [new Parts(), new EditedLines(file)];
  return treeText(
    versions.map((text) => readYaml({ file, text, parts: parts.renew(), lines: lines.renew(text) })).at(-1),
  );
}

function readAsAWhole(text: string): string {
  return treeText(readYaml({ file, text }));
}

test('a long file that is read part by part says what it says as a whole', () => {
  for (const text of SEEDS) assert.equal(readEdited([text]), readAsAWhole(text));
});

test('an empty key ends where the line before it ends', () => {
  const filler = Array.from({ length: 300 }, (_, n) => `key${n}: value\n`).join('');
  const text = `b:\n: "2010-09-09"\n${filler}`;
  assert.equal(readEdited([text, `${text}c: 1\n`]), readAsAWhole(`${text}c: 1\n`));
});

test('a byte order mark inside a file is part of the key behind it, wherever parts begin', () => {
  const filler = Array.from({ length: 300 }, (_, n) => `key${n}: value\n`).join('');
  const text = `a: 1\n\uFEFFb: 2\n${filler}`;
  assert.equal(readEdited([text, `${text}c: 1\n`]), readAsAWhole(`${text}c: 1\n`));
});

test('braces between the entries of a block are an error of the whole', () => {
  const filler = Array.from({ length: 300 }, (_, n) => `key${n}: value\n`).join('');
  const text = `{ a: b }\n${filler}`;
  assert.equal(readEdited([text, `${text}c: 1\n`]), readAsAWhole(`${text}c: 1\n`));
});

test('after edits too', () => {
  fc.assert(
    fc.property(mutationsOf(SEEDS, SNIPPETS), mutationsOf(SEEDS, SNIPPETS), (before, after) => {
      assert.equal(readEdited([before, after]), readAsAWhole(after));
    }),
    RUNS,
  );
});
