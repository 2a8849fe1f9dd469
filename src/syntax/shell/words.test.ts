import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { parseShell } from './parse.ts';
import type { Part, Word } from './syntax.ts';
import { maxShellNesting, unquoted } from './words.ts';

/** Last word of the last command of a script. */
function lastWord(text: string): Word {
  const word = parseShell(text).at(-1)?.words.at(-1);
  assert.ok(word !== undefined, text);
  return word;
}

/** Short form of a part: its text, `$name`, `$name[item]`, `$name:-fallback`, `$(fallback)`, `$name+` if it may be set. */
function shown(part: Part): string {
  if (part.kind === 'text') return part.text;
  const fallback = part.fallback?.map(shown).join('');
  if (part.kind === 'output') {
    const alternative = part.alternative?.map(shown).join('');
    return alternative === undefined ? `$(${fallback ?? ''})` : `$(+${alternative})`;
  }
  const item = part.item === null ? '' : `[${part.item}]`;
  return `$${part.name}${item}${fallback === undefined ? '' : `:${part.assigns ? '=' : '-'}${fallback}`}`;
}

const WORDS: readonly [text: string, parts: string[]][] = [
  ['echo 8.0.mysql_aurora.3.04.0', ['8.0.mysql_aurora.3.04.0']],
  [`echo "8.0."'mysql'_aurora`, ['8.0.', 'mysql', '_aurora']],
  ['echo a\\ b', ['a', ' b']],
  ['echo "a\\"b"', ['a', '"b']],
  ['echo "a\\\n  b"', ['a', '  b']],
  ["echo $'a'", ['a']],
  ['echo Größe', ['Größe']],
  ['echo $VERSION', ['$VERSION']],
  ['echo "aurora-$VERSION."', ['aurora-', '$VERSION', '.']],
  ['echo ${VERSION:-8.0}', ['$VERSION:-8.0']],
  ['echo ${VERSION:=8.0}', ['$VERSION:=8.0']],
  ['echo ${VERSION-"$OTHER".0}', ['$VERSION:-$OTHER.0']],
  ['echo ${VERSION:+8.0}', ['$(+8.0)']],
  ['echo ${VERSION%.*}', ['$()']],
  ['echo ${VERSIONS[prod]}', ['$VERSIONS[prod]']],
  ['echo ${VERSIONS["prod"]}', ['$VERSIONS[prod]']],
  ['echo ${VERSIONS[@]}', ['$VERSIONS[@]']],
  ['echo ${VERSIONS[$ENV]}', ['$VERSIONS[?]']],
  ['echo $1 cost: $', ['$']],
  ['echo ${{ env.VERSION }}', ['$env.VERSION']],
  ["echo ${{ inputs.version || '8.0' }}", ['$inputs.version:-8.0']],
  ['echo ${{ secrets.VERSION }}', ['$()']],
  ["echo {{ version | default('8.0') }}", ['$(8.0)']],
  ['echo {{ version }}', ['$()']],
  ['echo {{', ['{{']],
  ['echo $((1 + 2)).0', ['$()', '.0']],
];

test('splits a word into texts, variables and command substitutions', () => {
  assertRows(WORDS, (text) => lastWord(text).parts.map(shown));
});

test('replaces a substitution of echo or printf by the text that it prints', () => {
  assertRows(
    [
      ['V=$(echo 8.0); echo $(echo 8.0)', '$(8.0)'],
      ['echo `printf 8.0`', '$(8.0)'],
      ['echo $(aws rds describe-db-clusters)', '$()'],
      ['echo $(echo 8.0 | cut -c1)', '$()'],
      ['echo $(echo a b)', '$()'],
    ],
    (text) => lastWord(text).parts.map(shown).join(''),
  );
});

test('ends an unclosed quote, brace or substitution with the script', () => {
  assertRows(
    [
      ['echo "8.0', ['8.0']],
      ["echo '8.0", ['8.0']],
      ['echo ${VERSION:-8.0\necho b', ['b']],
      ['echo a\\', ['a', '']],
    ],
    (text) => lastWord(text).parts.map(shown),
  );
});

test('keeps the range of every part of a word', () => {
  const text = 'aws --engine-version "8.0.$MINOR"\r\n';
  const ranges = lastWord(text).parts.map(({ start, end }) => text.slice(start, end));
  assert.deepEqual(ranges, ['8.0.', '$MINOR']);
});

test('limits nesting of substitutions', () => {
  const deep = (levels: number): string => `echo ${'${A:-'.repeat(levels)}8.0${'}'.repeat(levels)}`;
  assert.match(lastWord(deep(maxShellNesting)).parts.map(shown).join(''), /8\.0/);
  assert.doesNotMatch(
    lastWord(deep(maxShellNesting + 2))
      .parts.map(shown)
      .join(''),
    /8\.0/,
  );
});

test('removes quotes around the key of an array', () => {
  assertRows(
    [
      ['"prod"', 'prod'],
      ["'prod'", 'prod'],
      ['prod', 'prod'],
      [`"prod'`, `"prod'`],
      ['"', '"'],
    ],
    unquoted,
  );
});
