import assert from 'node:assert/strict';
import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { scanCode } from './scan.ts';
import { commentMark, languageOfFile } from './syntax.ts';

test("determines the language by the file's name, or by its beginning", () => {
  assertRows(
    [
      [['infra/main.tf', ''], 'hcl'],
      [['prod.tfvars', ''], 'hcl'],
      [['template.yaml', 'a: 1'], 'yaml'],
      [['stack.template', '{ "Resources": {} }'], 'json'],
      [['user-data.sh.tpl', ''], 'shell'],
      [['main.tf.j2', ''], 'hcl'],
      [['app.tsx', ''], 'javascript'],
      [['Stack.kt', ''], 'java'],
      [['deploy/Jenkinsfile', ''], 'groovy'],
      [['Dockerfile.prod', ''], 'lines'],
      [['.env.local', ''], 'lines'],
      [['user-data', '#cloud-config\n'], 'yaml'],
      [['user-data', '#!/bin/bash\n'], 'shell'],
      [['', ''], 'shell'],
    ] as const,
    ([file, text]) => languageOfFile(file, text),
  );
});

test("chooses the comment mark of the file's language", () => {
  assertRows(
    [
      [['main.tf', ''], '#'],
      [['a.yaml', ''], '#'],
      [['app.py', ''], '#'],
      [['app.go', ''], '//'],
      [['plan.json', ''], null],
    ] as const,
    ([file, text]) => commentMark({ file, text }),
  );
});

/** Comments of a text. */
const scanned = (language: Parameters<typeof scanCode>[1], text: string): string[] =>
  scanCode(text, language).comments.map(({ start, end }) => text.slice(start, end));

test('ignores comment marks in texts, literals and heredocs', () => {
  assertRows(
    [
      [['javascript', 'const a = /\\/\\/[/*]/; // yes'], ['// yes']],
      [['javascript', 'a = `${b /* in */}`'], ['/* in */']],
      [['csharp', 'var a = @"\\"; // yes'], ['// yes']],
      [['csharp', 'var a = """\n// no\n"""; // yes'], ['// yes']],
      [['groovy', "a = '''\n// no\n''' // yes"], ['// yes']],
      [['java', 'var a = """\n// no\n"""; /* yes */'], ['/* yes */']],
      [['go', 'a := `\n// no\n` // yes'], ['// yes']],
      [['python', 'a = """# no""" # yes'], ['# yes']],
      [['shell', 'echo a#b ${c#d} "# no" # yes'], ['# yes']],
      [['shell', 'cat <<-"EOF"\n# no\n\tEOF\n# yes'], ['# yes']],
      [['shell', "echo '\\' # yes"], ['# yes']],
      // A lone apostrophe of a Makefile affects only its line.
      [
        ['lines', "# it's\nCMD don't\n# yes\n"],
        ["# it's", '# yes'],
      ],
      [['hcl', 'a = "$${#" # yes'], ['# yes']],
    ] as const,
    ([language, text]) => scanned(language, text),
  );
});

test('ends a line comment before its line ending', () => {
  assert.deepEqual(scanned('hcl', '# one\r\n# größe'), ['# one', '# größe']);
});
