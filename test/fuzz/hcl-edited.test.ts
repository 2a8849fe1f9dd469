import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EditedLines, parseHcl } from '../../src/syntax/index.ts';
import { FILES } from '../../scripts/bench/tree/files.ts';
import { RUNS } from '../support/fuzz.ts';
import { mutationsOf } from '../support/mutations.ts';
import { treeText } from '../support/tree-text.ts';

const file = 'main.tf';
const SEEDS = FILES.filter((kind) => /\.(?:tf|tfvars|hcl)$/.test(kind.file)).map((kind) =>
  [kind.block(1), kind.pin(1), kind.block(2), kind.block(3)].join('\n'),
);
const SNIPPETS = [
  'a = 1\n',
  'b = [\n',
  'resource "c" "d" {\n',
  '}\n',
  '{',
  '"',
  ' + 2',
  ', ',
  '<<EOT\n',
  '# e\n',
];
const isNeeded = (type: string): boolean => type !== 'data';

/** As an edited document is parsed, after other versions of it. */
function parsedEdited(versions: readonly string[]): string {
  const lines = new EditedLines(file);
  return treeText(
    versions.map((text) => parseHcl({ file, text, lines: lines.renew(text) }, isNeeded)).at(-1),
  );
}

function parsedAnew(text: string): string {
  return treeText(parseHcl({ file, text }, isNeeded));
}

test('an argument ends with its line, whatever comes behind it later', () => {
  for (const [before, after] of [
    ['a = 1', 'a = 1 + 2'],
    ['a = 1\nb = 2\n', 'a = 1 + 2\nb = 2\n'],
    ['a = 1, b = 2\n', 'a = 1, b = 2 + 3\n'],
    ['x { a = 1 }', 'x { a = 1 }\ny {}\n'],
  ] as const)
    assert.equal(parsedEdited([before, after]), parsedAnew(after));
});

test('a mistake is told again with every version, also behind another in its line', () => {
  for (const [before, after] of [
    ['a = )\nb = 1\n', 'a = )\nb = 2\n'],
    ['x { = } y { = }\n', 'x {   } y { = }\n'],
    ['x {\n', 'x {\n  a = 1\n'],
  ] as const)
    assert.equal(parsedEdited([before, after]), parsedAnew(after));
});

test('a file that is edited is parsed as it is parsed anew', () => {
  const text = mutationsOf(SEEDS, SNIPPETS);
  fc.assert(
    fc.property(text, text, text, (...versions) => {
      const [first, second, third] = versions;
      for (const [nth, latest] of versions.entries())
        assert.equal(parsedEdited(versions.slice(0, nth + 1)), parsedAnew(latest));
      assert.equal(parsedEdited([first, third, second, first]), parsedAnew(first));
    }),
    RUNS,
  );
});
