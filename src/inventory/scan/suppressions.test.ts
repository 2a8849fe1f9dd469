import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readSuppressions } from './suppressions.ts';

/** Target, first and last line (null for the whole file), reason and day of each request. */
function read(text: string, file = 'a.tf'): unknown[] {
  return readSuppressions({ file, text }).map(({ target, scope, reason, until }) => {
    const lines = 'lines' in scope ? scope.lines : null;
    return [target, lines === null ? null : [lines.first, lines.last], reason, until];
  });
}

const ONE = 'errata-lens:ignore known-bugs -- why';
const ALL = 'errata-lens:ignore-file known-bugs -- why';

describe('scope of a suppression comment', () => {
  test('is the line of the comment beside code', () => {
    assert.deepEqual(read('x = 1\nv = "2.11.1" # errata-lens:ignore known-bugs -- moved in May\n'), [
      ['known-bugs', [2, 2], 'moved in May', null],
    ]);
  });

  test('is the next line with code below a comment of its own', () => {
    const text =
      '# errata-lens:ignore end-of-support until=2027-01-31 -- paid for\n\n// more\nv = "2.11.1"\n';
    assert.deepEqual(read(text), [['end-of-support', [4, 4], 'paid for', '2027-01-31']]);
  });

  test('is the whole file if it asks for that', () => {
    assert.deepEqual(read(`// ${ALL}\r\nv = 1\r\n`), [['known-bugs', null, 'why', null]]);
  });

  test('includes a whole command, text or joined lines that begin there', () => {
    assert.deepEqual(read(`# ${ONE}\naws x \\\n  --a \\\n  --b\nls\n`, 'a.sh'), [
      ['known-bugs', [2, 4], 'why', null],
    ]);
    assert.deepEqual(read(`# ${ONE}\nx = <<EOT\na\nEOT\n`), [['known-bugs', [2, 4], 'why', null]]);
    assert.deepEqual(read(`a: >- # ${ONE}\n  b\n  c\nd: 1\n`, 'a.yaml'), [
      ['known-bugs', [1, 3], 'why', null],
    ]);
    assert.deepEqual(read(`// ${ONE}\nconst a = \`\n\${b}\`;\n`, 'a.ts'), [
      ['known-bugs', [2, 3], 'why', null],
    ]);
  });

  test('is only a line of the script inside another file', () => {
    const text = `a = <<EOT\n# ${ALL}\n# ${ONE}\naws x \\\n  --y\nEOT\n`;
    assert.deepEqual(read(text), [['known-bugs', [4, 5], 'why', null]]);
    assert.deepEqual(read(`run: |\n  ls\n  # ${ONE}\n  aws x\n`, 'w.yml'), [
      ['known-bugs', [4, 4], 'why', null],
    ]);
  });
});

describe('suppression comments', () => {
  const COMMENTS: Readonly<Record<string, readonly string[]>> = {
    'a.tf': [`# ${ALL}`, `// ${ALL}`, `/* ${ALL} */`, `/*\n * ${ALL}\n */`, `## ${ALL}`, `x = "a"# ${ALL}`],
    'a.yaml': [`# ${ALL}`, `a: 'it''s' # ${ALL}`, `a: [1, # ${ALL}\n 2]`, `{{/* ${ALL} */}}\na: {{ .B }}`],
    'a.ts': [
      `x('a',// ${ALL}\n)`,
      `/** ${ALL} */`,
      `const r = /["'\`]/; // ${ALL}`,
      `\`\${/* ${ALL} */ a}\``,
    ],
    'a.py': [`# ${ALL}`, `x = 'a'#${ALL}`, `x = """a"""  # ${ALL}`],
    'A.java': [`x("""\n a""") // ${ALL}`],
    'a.go': [`// ${ALL}`, `x := \`a\` // ${ALL}`],
    'A.cs': [`var a = @"c:\\"; // ${ALL}`, `/// ${ALL}`],
    'a.sh': [`x=\${#a} # ${ALL}`, `echo 'a' "$(b "c")" # ${ALL}`],
    Makefile: [`M = don't\n# ${ALL}`],
    Dockerfile: [`FROM a\nRUN b \\\n # ${ALL}\n c`],
    'a.json': [`{ "a": 1 } // ${ALL}`, `{"//": "${ALL}", "a": 1}`],
    'user-data.yaml.tftpl': [`# ${ALL}`],
  };
  for (const [file, texts] of Object.entries(COMMENTS)) {
    test(`are found in ${file}`, () => {
      for (const text of texts)
        assert.deepEqual(read(`${text}\n`, file), [['known-bugs', null, 'why', null]], text);
    });
  }

  const TEXTS: Readonly<Record<string, readonly string[]>> = {
    'a.tf': [
      `x = "a # ${ALL}"`,
      `x = <<EOT\n# ${ALL}\nEOT`,
      `; ${ALL}`,
      `# see ${ALL}`,
      `x = "\${f("a", "# ${ALL}")}"`,
    ],
    'a.yaml': [`a: b // ${ALL}`, `a: "b # ${ALL}"`, `a: |\n  # ${ALL}`, `a: b#${ALL}`, `a: b\n  c#${ALL}`],
    'a.ts': [`x = "// ${ALL}"`, `x = \`\n// ${ALL}\n\``, `# ${ALL}`],
    'a.py': [`"""\n# ${ALL}\n"""`, `x = 1 // ${ALL}`],
    'a.sh': [`cat <<EOF\n# ${ALL}\nEOF`, `echo a#${ALL}`, `echo '\n# ${ALL}\n'`],
    'a.json': [`{ "a": "// ${ALL}" }`, `{ "a": "\\"//\\": \\"${ALL}\\"" }`],
  };
  for (const [file, texts] of Object.entries(TEXTS)) {
    test(`are not found inside texts of ${file}`, () => {
      for (const text of texts) assert.deepEqual(read(`${text}\n`, file), [], text);
    });
  }
});

describe('content of a suppression comment', () => {
  test('may have several targets, also ids of bugs', () => {
    assert.deepEqual(read('v = 1 /* errata-lens:ignore cc37f5e2b0, check/x -- no surge here */'), [
      ['cc37f5e2b0', [1, 1], 'no surge here', null],
      ['check/x', [1, 1], 'no surge here', null],
    ]);
  });

  test('keeps a missing reason, target or day for the analysis', () => {
    const of = (words: string): unknown => read(`# errata-lens:ignore${words}\nv = 1`)[0];
    assert.deepEqual(of(' known-bugs'), ['known-bugs', [2, 2], null, null]);
    assert.deepEqual(of(' known-bugs --  '), ['known-bugs', [2, 2], null, null]);
    assert.deepEqual(of(' -- planned'), ['', [2, 2], 'planned', null]);
    assert.deepEqual(of(''), ['', [2, 2], null, null]);
    assert.deepEqual(of(' known-bugs until 2027-01-01 -- a'), [
      'known-bugs',
      [2, 2],
      'a',
      'until 2027-01-01',
    ]);
    assert.deepEqual(of(' known-bugs UNTIL=2027-01-01 -- a'), [
      'known-bugs',
      [2, 2],
      'a',
      'UNTIL=2027-01-01',
    ]);
  });

  test('may have a long dash in place of two hyphens, and dashes in its reason', () => {
    assert.deepEqual(read('# errata-lens:ignore a until=2027-01-01 \u2014 b -- c\nv'), [
      ['a', [2, 2], 'b -- c', '2027-01-01'],
    ]);
  });
});

test('reads long lines, many comments and long comments quickly', () => {
  const started = process.cpuUsage();
  read(`# errata-lens:ignore x${' '.repeat(200_000)}y\n`);
  read(`# ${ONE}\n`.repeat(40_000));
  read(`# ${ONE}\n`.repeat(5000) + `x = <<EOT\n${'a\n'.repeat(20_000)}EOT\n`);
  read(`# ${ONE}\n${'aws x \\\n'.repeat(40_000)}`, 'a.sh');
  const { user, system } = process.cpuUsage(started); // CPU time in microseconds, which other load does not change
  assert.ok(user + system < 5_000_000);
});
