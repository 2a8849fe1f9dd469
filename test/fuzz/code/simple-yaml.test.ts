import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf, parseAnyYaml, readSimpleYaml } from '../../../src/syntax/index.ts';
import { FILES } from '../../../scripts/bench/tree/files.ts';
import { RUNS } from '../../support/hostile/fuzz.ts';
import { mutationsOf } from '../../support/hostile/mutations.ts';

const WRITTEN = `---
# what stands before
AWSTemplateFormatVersion: '2010-09-09'
"quoted key": "with \\"escapes\\"\\n"
Folded: >
  one
  two

  three

Kept: |-
    a
      b # no comment

    c
# between
Resources:   # of the stack
  A:
    Type: AWS::RDS::DBCluster # beside
    Version: 8.0
    Empty:
    Tagged: !Sub
      - "\${A}-x"
      - { A: !Ref 'B', c: [ d, "e" ], }
    Chosen:
      !If
        - C
        - !Select [ 0, !GetAZs '' ]
        - [ !If
              [ C, !Ref A, b ], !Ref
              A ]
    Commented:
      Below:
        Inner: one
        # beside the last one

    # and to its left
    Below:
      !Sub "\${A} \\n"
    Single: 'it''s'
    # at the end
  'B':
  - !GetAtt A.Arn
  - - nested
    - list
  - name: x
    args: [
      "a",
      b
    ]
    flow: {
      a: lines/of.text, "b":c, d: [] }
  -
  - - empty
---
other: document # with an end
---
# nothing
---
Last: 1
`;
const SEEDS = [
  WRITTEN,
  '# indented\n  a:\n    b: 1\n    # of b\n  # of a\n  c:\n  - d\n # at the end\n',
  '# nothing\n\n  # but this\n',
  ...FILES.filter((kind) => /\.ya?ml$/.test(kind.file)).map((kind) => kind.block(1) + kind.pin(1)),
];
const SNIPPETS = [
  ...[
    '---\n',
    '...\n',
    '- a: 1\n',
    '  a: 1\n',
    '  - b\n',
    'b:\n',
    '  c: |\n   d\n',
    '  c: >-\n   d\n\n     e\n',
    '# e\n',
    '      # f\n',
    '    # g\n',
  ],
  ...[
    ' ',
    '  ',
    '\n',
    '\n\n',
    '\t',
    '\r\n',
    '&f ',
    '*f',
    '&f\n',
    '*f\n',
    '"',
    "'",
    ': ',
    ':',
    ' #',
    '!Ref ',
    '!!str ',
    '!',
  ],
  ...['"a\n  b"', "'a\n\n   b'", '\\\n', '\\ ', '\n    !Ref a\n', '\n  !Sub\n', '"\n'],
  ...[
    '{ a: b }: c\n',
    '[a, b]',
    '[a: b, "c": d]',
    '{{ x }}',
    '{{ .a.b c }}\n',
    '{{- if "x" }}\n',
    '  {{- end }}\n',
    '{{- if $x := 1 }}\n',
    '{{ "x" | y }}',
    '{{ a["b"] }}',
    '{{ include "x" . }}',
    '|+\n',
    '|2\n     ',
    '>-1\n   ',
    '|2+\n\n    a\n',
    '\n       \n',
    '>+\n',
    '<<: *f\n',
    '}',
    ']',
    '{',
    '[',
    ',',
    '? ',
    '- ',
    '|',
    '>',
    '<<: ',
    '\\',
    '@',
  ],
];

/** Reads a text with each kind of line ending, and asserts that the library reads the same. */
function assertSame(written: string): boolean {
  const texts = [written, written.replaceAll('\n', '\r\n')];
  const isRead = texts.map((text) => {
    const lines = linesOf({ file: 'a.yaml', text });
    const simple = readSimpleYaml(text, lines);
    if (simple !== null) assert.deepEqual(simple, parseAnyYaml(text, text, lines), JSON.stringify(text));
    return simple !== null;
  });
  return isRead.every(Boolean);
}

test('reads the usual YAML of infrastructure files', () => {
  for (const text of [WRITTEN, ...SEEDS]) assert.ok(assertSame(text), text);
});

test('reads mutated YAML as the library does, or refuses it', () => {
  fc.assert(
    fc.property(mutationsOf(SEEDS, SNIPPETS), (text) => void assertSame(text)),
    RUNS,
  );
});

test('reads a few lines of any tokens as the library does, or refuses them', () => {
  const words = [...SNIPPETS, 'a', 'b c', '1.5', 'key: ', 'x:\n  ', '- y\n'];
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, (text) => void assertSame(text)),
    { ...RUNS, numRuns: 4 * RUNS.numRuns },
  );
});
