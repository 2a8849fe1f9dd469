import assert from 'node:assert/strict';
import test from 'node:test';
import { nodeOf } from '../../../test/support/code/template-code.ts';
import { assertRows, writtenAt } from '../../../test/support/code/values.ts';
import { entriesOf, itemsOf, textOf, valueOf, type ListNode, type ScalarNode } from '../document/node.ts';
import { linesOf } from '../document/lines.ts';
import {
  argumentsIn,
  scriptAt,
  scriptIn,
  scriptOf,
  scriptOfWords,
  innerScript,
  type Script,
} from './script.ts';

/** Text in a file at the place of a word of a script. */
function placed(word: string, { text, span }: Script, file: string): string {
  const start = text.indexOf(word);
  assert.ok(start >= 0, `${word} in ${JSON.stringify(text)}`);
  return writtenAt(file, span({ start, end: start + word.length }));
}

function runIn(file: string): Script {
  const node = valueOf(nodeOf(file, 'ci.yaml'), 'run');
  assert.ok(node?.kind === 'scalar');
  return scriptIn(node, { file: 'ci.yaml', text: file });
}

test('places a script in a YAML value at positions of the file', () => {
  assertRows(
    [
      ['run: yum install httpd\n', 'httpd'],
      ['run: |\n  yum update\n  yum install httpd\n', 'httpd'],
      ['run: |-\r\n    yum update\r\n    yum install httpd\r\n', 'httpd'],
      ['run: >\n  yum install\n  httpd\n', 'httpd'],
      ['run: "yum install \\"httpd\\""\n', 'httpd'],
      ["run: 'echo ''ü'' && yum install httpd'\n", 'httpd'],
      ['run: | # the packages\n  yum install httpd\n', 'httpd'],
    ],
    (file) => placed('httpd', runIn(file), file),
  );
});

test('joins lines of a folded script, and breaks at a blank line', () => {
  assert.match(runIn('run: >\n  yum\n  install\n\n  reboot\n').text, /yum +install\n.*\n *reboot/);
});

test('places a word that occurs twice between escapes at the whole value', () => {
  const file = 'run: "echo \\"a\\" a"\n';
  assert.equal(placed('a', runIn(file), file), 'echo \\"a\\" a');
});

test('places each word of a script only in verbatim code', () => {
  const file = 'command = "dnf update"';
  const whole = { lines: linesOf({ file: 'a.hcl', text: file }), start: 11, end: 21 };
  assert.equal(placed('update', scriptAt('dnf update', whole), file), 'update');
  assert.equal(placed('update', scriptAt('dnf  \n update', whole), file), 'dnf update');
});

test('keeps positions of the file in a script within a script', () => {
  const file = 'cat <<EOF\nyum update\nEOF\n';
  const inner = innerScript(scriptOf({ file: 'run.sh', text: file }), { start: 10, end: 21 });
  assert.equal(inner.text, 'yum update\n');
  assert.equal(placed('update', inner, file), 'update');
});

test('joins a command list to one line', () => {
  const read = (file: string): Script => {
    const node = valueOf(nodeOf(file, 'task.yaml'), 'cmd') as ListNode;
    assert.ok(itemsOf(node).length > 0, file);
    return scriptOfWords(node, { file: 'task.yaml', text: file });
  };
  const flow = 'cmd: [sh, -c, reboot]\n';
  assert.deepEqual(read(flow).text.trim().split(/ +/), ['sh', '-c', 'reboot']);
  const block = 'cmd:\n  - sh\n  - -c\n  - reboot\n';
  assert.deepEqual(read(block).text.trim().split(/ +/), ['sh', '-c', 'reboot']);
  assert.equal(placed('reboot', read(block), block), 'reboot');
});

test('reads arguments of an Ansible task in one text as a map', () => {
  const values = (text: string): Record<string, string | null> =>
    Object.fromEntries(
      entriesOf(argumentsIn(scriptOf({ file: 'task.yaml', text }))).map(({ key, value }) => [
        key,
        textOf(value),
      ]),
    );
  assertRows(
    [
      ['engine=aurora-mysql port=3306', { engine: 'aurora-mysql', port: '3306' }],
      [`name="my db" state='present'`, { name: 'my db', state: 'present' }],
      ['version={{ db_version }}', { version: '{{ db_version }}' }],
      ['a b =c', {}],
      ['', {}],
    ],
    values,
  );
  const text = 'name="my db"';
  const value = valueOf(argumentsIn(scriptOf({ file: 'task.yaml', text })), 'name') as ScalarNode;
  assert.equal(writtenAt(text, value), 'my db');
  assert.equal(value.isQuoted, true);
});
