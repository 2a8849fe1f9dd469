import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { linesOf, parseAnyYaml, readSimpleYaml } from '../../src/syntax/index.ts';
import { FILES } from '../../scripts/bench/tree/files.ts';
import { RUNS } from '../support/fuzz.ts';
import { mutationsOf } from '../support/mutations.ts';

const WRITTEN = `---
# what stands before
AWSTemplateFormatVersion: '2010-09-09'
"quoted key": "with \\"escapes\\"\\n"
Folded: >
  one
  two

    indented
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
      - [ d: e, "f": !Ref 'g', h: { i: j } ]
    Chosen:
      !If
        - C
        - !Select [ 0, !GetAZs ]
        - [ !If
              [ C, !Ref A, b ], !Ref
              A ]
    Commented:
      Below:
        Inner: one
        # beside the last one

    # and to its left
    Below:
      !Sub "\${A}
        goes on  \\n
        after a line \\
        \\  with spaces

        and a blank one"
    Single: 'it''s

      one
      two '
    # at the end
  'B':
  - !GetAtt A.Arn
  - - nested
    - list
  - name: x
    args: [
      "a", # first
      b
    ]
    flow: { a, "b", c: [ over
      lines/of.text, d ], e: }
  -
  - plain text
    over two lines

    and a third
  - - empty
    - !GetAZs
---
other: document # with an end
# nothing but this in the next
---
# nothing
...
# between two
---
Base: &base
  a: 1
      # beside its value

Named: &named !Ref A
Same: *named
Merged:
  <<: [ *base ]
  List: [ *named, { b: *named } ]
  Below:
    # nothing but this
  Ends: |+
    all

  Blank: >

  Last: 1 	
...
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

/** Where it is read at all, whatever its lines end with. */
function assertSame(text: string): void {
  assertSameAsWritten(text);
  assertSameAsWritten(text.replaceAll('\n', '\r\n'));
}

function assertSameAsWritten(text: string): void {
  const lines = linesOf({ file: 'a.yaml', text });
  const simple = readSimpleYaml(text, text, lines);
  if (simple === null) return;
  const read = parseAnyYaml(text, text, lines);
  if (simple !== 'broken') assert.deepEqual(simple, read, JSON.stringify(text));
  else
    assert.ok(
      read.some(({ errors }) => errors.length > 0),
      JSON.stringify(text),
    );
}

test('what most files are written in is read', () => {
  assert.notEqual(readSimpleYaml(WRITTEN, WRITTEN, linesOf({ file: 'a.yaml', text: WRITTEN })), null);
  for (const seed of SEEDS) assertSame(seed);
  const isBroken = (text: string): boolean =>
    readSimpleYaml(text, text, linesOf({ file: 'a.yaml', text })) === 'broken';
  assert.ok(isBroken('{{- if .a }}\na: 1\n{{- end }}\n'));
  assert.ok(isBroken('a:\n  {% if b %}\n  c: 1\n  {% endif %}\n'));
  assert.ok(isBroken('a:\n  b: 1\n  {{- toYaml .c }}\n'));
  assert.ok(isBroken('a:\n  b: 1\n  {% if c %}\n  d: 1\n'));
  assert.ok(isBroken('a:\n  b: 1\n  {{ c }}Name:\n    d: 1\n'));
  assert.ok(!isBroken('a: {{ .b }}\n'));
});

test('it is read as the library reads it, or not at all', () => {
  fc.assert(fc.property(mutationsOf(SEEDS, SNIPPETS), assertSame), RUNS);
});

test('so are a few lines of anything', () => {
  const words = [...SNIPPETS, 'a', 'b c', '1.5', 'key: ', 'x:\n  ', '- y\n'];
  const texts = fc.array(fc.constantFrom(...words), { maxLength: 14 }).map((parts) => parts.join(''));
  fc.assert(fc.property(texts, assertSame), { ...RUNS, numRuns: 4 * RUNS.numRuns });
});
