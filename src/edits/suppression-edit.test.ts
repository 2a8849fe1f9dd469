import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { parse } from 'yaml';
import { readConfig } from '../config/index.ts';
import { addIgnoreEntries, applyEdits, suppressionComment } from './index.ts';
import { readSuppressions } from '../inventory/scan/suppressions.ts';

const REQUEST = { rule: 'known-bugs', reason: 'replaced next week', until: '2027-01-31' };

/** Text with the comment, and the suppressions that it then contains. */
function commented(file: string, text: string, line: number): { text: string; lines: unknown } | null {
  const edit = suppressionComment({ file, text }, line, REQUEST);
  if (edit === null) return null;
  const edited = applyEdits(text, [edit]);
  const [read] = readSuppressions({ file, text: edited });
  assert.ok(read);
  assert.deepEqual([read.target, read.reason, read.until], [REQUEST.rule, REQUEST.reason, REQUEST.until]);
  return { text: edited, lines: 'lines' in read.scope ? read.scope.lines : null };
}

const WORDS = 'errata-lens:ignore known-bugs until=2027-01-31 -- replaced next week';

describe('a suppression as a comment', () => {
  test('copies the indentation and the line ending of the file, and uses its syntax', () => {
    const text = 'resource "x" "y" {\r\n  engine_version = "2.11.1"\r\n}\r\n';
    const after = commented('a/db.tf', text, 2);
    assert.equal(after?.text, text.replace('  engine', `  # ${WORDS}\r\n  engine`));
    assert.deepEqual(after.lines, { first: 3, last: 3 });
  });

  test('uses slashes in programs, and refuses JSON, which has no comments', () => {
    assert.match(commented('stack.ts', 'v("2.11.1");\n', 1)?.text ?? '', /^\/\/ /);
    assert.equal(commented('template.json', '{\n"EngineVersion": "2.11.1"\n}\n', 2), null);
  });

  const WHOLE: Readonly<Record<string, [file: string, text: string, line: number]>> = {
    'a command over several lines': [
      'up.sh',
      'set -e\naws rds x \\\n  --a b \\\n  --engine-version 2.11.1\n',
      4,
    ],
    'a command in a makefile': ['Makefile', 'up:\n\taws rds x \\\n\t  --engine-version 2.11.1\n', 3],
    'a script in a folded text': ['w.yaml', 'a: 1\nrun: >-\n  aws rds x\n  --engine-version 2.11.1\n', 4],
    'a script in a literal text': [
      'w.yaml',
      'steps:\n  - run: |\n      aws rds x \\\n        --v 2.11.1\n',
      4,
    ],
    'a text of several lines': ['w.yaml', 'b: 2\na: "one\n  2.11.1"\n', 3],
    'a plain text of several lines': ['w.yaml', 'b: 2\na: one\n  2.11.1\n', 3],
    'a heredoc of Terraform': ['a.tf', 'locals {\n  x = <<-EOT\n    a\n    2.11.1\n  EOT\n}\n', 4],
    'a heredoc of a command': ['a.sh', 'cd a\ncat <<EOF | \\\n  sh\nfoo\n2.11.1\nEOF\n', 5],
    'a template literal': ['a.ts', 'f();\nconst x = `\n  ${a(`b\n`)}\n  2.11.1\n`;\n', 5],
    'a text block': ['A.java', 'x();\nvar s = """\n  2.11.1\n  """;\n', 3],
    'a docstring': ['a.py', 'import x\ns = """\n2.11.1\n"""\n', 3],
    'joined lines of Python': ['a.py', 'import x\ns = a + \\\n  "2.11.1"\n', 3],
    'an instruction of a Dockerfile': [
      'Dockerfile',
      'FROM a\nRUN dnf -y \\\n  # why\n  --releasever=2023.1 \\\n  update\n',
      4,
    ],
  };
  for (const [name, [file, text, line]] of Object.entries(WHOLE)) {
    test(`goes above the whole of ${name}`, () => {
      const after = commented(file, text, line);
      const lines = after?.text.split('\n') ?? [];
      assert.ok(lines[1]?.includes(WORDS), after?.text);
      lines.splice(1, 1);
      assert.equal(lines.join('\n'), text);
    });
  }

  test('leaves the behaviour of a shell script unchanged', () => {
    const text = 'aws() { printf "%s " "$@"; }\naws rds modify \\\n  --engine-version \\\n  2.11.1\n';
    const edited = commented('a.sh', text, 4)?.text ?? '';
    const run = (script: string): string => execFileSync('sh', ['-c', script], { encoding: 'utf8' });
    assert.equal(run(edited), run(text));
    assert.equal(run(edited), 'rds modify --engine-version 2.11.1 ');
  });

  test('leaves the meaning of a YAML document unchanged', () => {
    const text = 'run: >-\n  aws rds x\n  --v 2.11.1\nlist:\n  - |\n    2.11.1\n  - "a\n    2.11.1"\n';
    for (const line of [3, 6, 8]) {
      assert.deepEqual(parse(commented('a.yml', text, line)?.text ?? ''), parse(text));
    }
  });
});

describe('a suppression in the configuration file', () => {
  const entry = { ...REQUEST, resources: ['aws_rds_cluster.shop'] };

  test('adds a list to an empty file and to one without suppressions', () => {
    for (const before of ['', 'features: [binlog] # in use\n', 'features: [binlog]']) {
      const after = addIgnoreEntries(before, entry) ?? '';
      assert.ok(after.startsWith(before));
      assert.equal(readConfig(after, 'x').config.ignore[0]?.resource, 'aws_rds_cluster.shop');
    }
  });

  test('appends to a list, and keeps comments and the rest unchanged', () => {
    const before =
      '# ours\nignore:\n    - rule: known-bugs # old\n      reason: moved\n\n# after\nfeatures: [binlog]\n';
    const after = addIgnoreEntries(before, entry) ?? '';
    const { config, problems } = readConfig(after, 'x');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config.ignore.map(({ reason }) => reason),
      ['moved', REQUEST.reason],
    );
    assert.deepEqual(config.features, ['binlog']);
    for (const kept of ['# ours', '# old', '# after']) assert.ok(after.includes(kept), kept);
  });

  test('returns nothing for a file that cannot be extended safely', () => {
    assert.equal(addIgnoreEntries('ignore: [a, b]\n', entry), null);
    assert.equal(addIgnoreEntries('- a\n', entry), null);
    assert.equal(addIgnoreEntries('a: [\n', entry), null);
  });

  test('keeps any reason as text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (reason) => {
        fc.pre(reason.trim() !== '');
        const after = addIgnoreEntries('', { ...entry, reason }) ?? '';
        const read = readConfig(after, 'x').config.ignore[0]?.reason;
        assert.equal(read, reason.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
