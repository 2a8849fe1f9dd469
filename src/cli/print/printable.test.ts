import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { jsonParts } from './json-parts.ts';
import { escapeOutput } from './printable.ts';
import { LazyList, escapeInvisible, escapeInvisiblePath } from '../../model/index.ts';
import { ANY_TEXT } from '../../../test/support/hostile/mutations.ts';
import { commandsIn, controlsIn } from '../../../test/support/command-line/control-characters.ts';

/** Generator of texts with many escape sequences and commands. */
const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '::error::',
        '##[',
        '##vso[',
        '#',
        ':',
        '\n',
        '\r',
        '\t',
        ' ',
        '\u001b[2J',
        '\u202e',
        '\u0085',
      ),
      ANY_TEXT,
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('printable output', () => {
  test('contains no workflow command and no control character, for any input', () => {
    fc.assert(
      fc.property(hostile, fc.constantFrom('text', 'json', 'xml'), (output, notation) => {
        const shown = escapeOutput(output, notation);
        assert.deepEqual(commandsIn(shown), []);
        assert.deepEqual(controlsIn(shown), []);
      }),
    );
  });

  test('keeps the meaning of JSON', () => {
    fc.assert(
      fc.property(hostile, hostile, (name, value) => {
        const written = [...jsonParts({ [name]: [value] })].join('');
        assert.deepEqual(JSON.parse(escapeOutput(written, 'json')), { [name]: [value] });
      }),
    );
  });

  test('keeps our own colours and escapes other sequences', () => {
    const line = '\u001b[1mmain.tf\u001b[22m \u001b]0;title\u0007';
    assert.equal(escapeOutput(line, 'text', true), '\u001b[1mmain.tf\u001b[22m \\u001b]0;title\\u0007');
    assert.equal(escapeOutput(line), '\\u001b[1mmain.tf\\u001b[22m \\u001b]0;title\\u0007');
  });

  test('handles a long run of blanks in linear time', () => {
    assert.equal(escapeOutput(`${' '.repeat(500_000)}x`).length, 500_001);
  });
});

describe('a name from outside', () => {
  test('stays on one line', () => {
    assert.equal(
      escapeInvisible('a\nb\r\t\u001b[31m\u202eft.\u2028'),
      'a\\nb\\r\\t\\u001b[31m\\u202eft.\\u2028',
    );
    assert.equal(escapeInvisible('日本語 👩‍💻 é'), '日本語 👩‍💻 é');
    assert.equal(escapeInvisiblePath('::error title=pwned::hello.tf'), './::error title=pwned::hello.tf');
    assert.equal(escapeInvisiblePath('-rf/main.tf'), './-rf/main.tf');
  });
});

describe('JSON in parts', () => {
  test('equals the output of JSON.stringify at every depth', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.integer({ min: 0, max: 5 }),
        (document, levels) => {
          assert.equal([...jsonParts(document, levels)].join(''), `${JSON.stringify(document, null, 2)}\n`);
        },
      ),
    );
  });

  test('creates entries of a long list only while they are written', () => {
    let made = 0;
    const numbers = Array.from({ length: 100_000 }, (_, index) => index);
    const entries = new LazyList(numbers, (id) => ({ id, made: (made += 1) }));
    const parts = jsonParts({ entries });
    const first = parts.next();
    assert.equal(first.done, false);
    assert.ok(made < 5_000, `${made} entries were made for the first part`);
    let longest = 0;
    for (const part of parts) longest = Math.max(longest, part.length);
    assert.equal(made, numbers.length);
    assert.ok(longest < 100_000, `a part of ${longest} characters`);
  });
});
