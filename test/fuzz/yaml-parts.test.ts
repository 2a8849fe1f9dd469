import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parts, readYaml, type Lines } from '../../src/syntax/index.ts';
import { FILES } from '../../scripts/bench/tree-files.ts';
import { RUNS } from '../support/fuzz.ts';
import { mutationsOf } from '../support/mutations.ts';

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
  const parts = new Parts();
  return written(versions.map((text) => readYaml({ file, text, parts: parts.renew() })).at(-1));
}

function readAsAWhole(text: string): string {
  return written(readYaml({ file, text }));
}

/** A tree as text; the lines of its file, which every node names, by their number. */
function written(documents: unknown): string {
  return JSON.stringify(documents, (key, value: unknown) =>
    key === 'lines' ? (value as Lines).starts.length : value,
  );
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

test('after edits too', () => {
  fc.assert(
    fc.property(mutationsOf(SEEDS, SNIPPETS), mutationsOf(SEEDS, SNIPPETS), (before, after) => {
      assert.equal(readEdited([before, after]), readAsAWhole(after));
    }),
    RUNS,
  );
});
