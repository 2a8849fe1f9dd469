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

/**
 * A tree as text; the lines of its file, which every node names, by their number. Without recursion and each node once: what chance
 * writes is nested a thousand levels deep, and aliases of aliases would be written out for minutes.
 */
function written(documents: unknown): string {
  const rows: string[] = [];
  const known = new Map<object, number>();
  const open: object[] = [];
  const name = (key: string, value: unknown): string => {
    if (key === 'lines') return String((value as Lines).starts.length);
    if (typeof value !== 'object' || value === null) return JSON.stringify([value]);
    const number = known.get(value) ?? known.size;
    if (number === known.size) {
      known.set(value, number);
      open.push(value);
    }
    return `#${number}`;
  };
  name('', documents);
  for (let next = open.pop(); next !== undefined; next = open.pop())
    rows.push(
      `#${known.get(next) ?? ''} ${Object.entries(next)
        .map(([key, value]) => `${key} ${name(key, value)}`)
        .join(', ')}`,
    );
  return rows.join('\n');
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
