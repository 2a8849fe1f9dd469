import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { EditedLines } from '../../src/syntax/index.ts';
import { parseShell } from '../../src/syntax/shell/index.ts';
import { FILES } from '../../scripts/bench/tree/files.ts';
import { RUNS } from '../support/fuzz.ts';
import { mutationsOf } from '../support/mutations.ts';

const SEEDS = FILES.filter((kind) => kind.file.endsWith('.sh')).map((kind) =>
  [kind.block(1), 'V=${A:-x}\n', kind.pin(1), kind.block(2), 'cat <<EOF\nx\nEOF\n', kind.block(3)].join('\n'),
);
const SNIPPETS = ['a=1\n', 'if x; then\n', 'fi\n', '{\n', '}', "'", '"', '$(', ')', '`', '\\\n'];
SNIPPETS.push('<<EOT\n', 'EOT\n', '# e\n', '${V:-', '${{ env.a || ', '}}', '$((', 'case x in\n', 'esac\n');

/** As an edited script is parsed, after other versions of it. */
function parsedEdited(versions: readonly string[]): unknown {
  const lines = new EditedLines('a.sh');
  return versions.map((text) => parseShell(text, lines.renew(text))).at(-1);
}

test('commands end where they ended, unless what closes them comes later', () => {
  const [seed = ''] = SEEDS;
  for (const [before, after] of [
    ['V=${A:-x\n', 'V=${A:-x\n}\n'],
    ['V=${{ env.A \n', 'V=${{ env.A \n}}\n'],
    ["echo 'a\n", "echo 'a\n'\n"],
    ['x() {\n', 'x() {\n}\n'],
  ] as const)
    assert.deepEqual(
      parsedEdited([seed + before + seed, seed + after + seed]),
      parseShell(seed + after + seed),
    );
});

test('what stands where it stood is not read again', () => {
  const lines = new EditedLines('a.sh');
  const [seed = ''] = SEEDS;
  const [first, second] = ['1', '2'].map((nth) => {
    const text = `${seed}V=${nth}\n${seed}`;
    return parseShell(text, lines.renew(text));
  });
  assert.equal(first?.[0], second?.[0]);
  const again = second?.filter((command) => !first?.includes(command)) ?? [];
  assert.ok(again.length < (second?.length ?? 0) / 2, String(again.length));
});

test('a script that is edited is parsed as it is parsed anew', () => {
  const text = mutationsOf(SEEDS, SNIPPETS);
  fc.assert(
    fc.property(text, text, text, (first, second, third) => {
      assert.deepEqual(parsedEdited([first, second, third]), parseShell(third));
      const half = Math.floor(third.length / 2);
      const edited = `${third.slice(0, half)}x${third.slice(half)}`;
      assert.deepEqual(parsedEdited([third, edited, third]), parseShell(third));
      assert.deepEqual(parsedEdited([third, edited]), parseShell(edited));
    }),
    RUNS,
  );
});
