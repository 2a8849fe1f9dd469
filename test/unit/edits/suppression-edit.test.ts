import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { readConfig } from '../../../src/config/index.ts';
import { addIgnoreEntry, suppressionComment } from '../../../src/edits/index.ts';
import { readSuppressions } from '../../../src/inventory/workspace/suppressions.ts';

const REQUEST = { rule: 'known-bugs', reason: 'replaced next week', until: '2027-01-31' };

describe('a suppression as a comment', () => {
  test('takes the line’s indentation and the file’s syntax, and is read back', () => {
    const line = '  engine_version = "2.11.1"';
    const comment = suppressionComment('a/db.tf', line, '\r\n', REQUEST);
    assert.equal(comment, '  # errata-lens:ignore known-bugs until=2027-01-31 -- replaced next week\r\n');
    const [read] = readSuppressions({ file: 'db.tf', text: `${comment}${line}\r\n` });
    assert.deepEqual(
      [read?.target, read?.reason, read?.until],
      ['known-bugs', REQUEST.reason, REQUEST.until],
    );
  });

  test('programs have slashes, JSON has no comments', () => {
    assert.match(suppressionComment('stack.ts', '', '\n', REQUEST) ?? '', /^\/\/ /);
    assert.equal(suppressionComment('template.json', '', '\n', REQUEST), null);
  });
});

describe('a suppression in the configuration file', () => {
  const entry = { ...REQUEST, resource: 'aws_rds_cluster.shop' };

  test('a new file, and one that ignores nothing yet', () => {
    for (const before of ['', 'features: [binlog] # in use\n', 'features: [binlog]']) {
      const after = addIgnoreEntry(before, entry) ?? '';
      assert.ok(after.startsWith(before));
      assert.equal(readConfig(after, 'x').config.ignore[0]?.resource, 'aws_rds_cluster.shop');
    }
  });

  test('a list is continued; comments and the rest stay to the letter', () => {
    const before =
      '# ours\nignore:\n    - rule: known-bugs # old\n      reason: moved\n\n# after\nfeatures: [binlog]\n';
    const after = addIgnoreEntry(before, entry) ?? '';
    const { config, problems } = readConfig(after, 'x');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      config.ignore.map(({ reason }) => reason),
      ['moved', REQUEST.reason],
    );
    assert.deepEqual(config.features, ['binlog']);
    for (const kept of ['# ours', '# old', '# after']) assert.ok(after.includes(kept), kept);
  });

  test('what cannot be continued safely is left to the user', () => {
    assert.equal(addIgnoreEntry('ignore: [a, b]\n', entry), null);
    assert.equal(addIgnoreEntry('- a\n', entry), null);
    assert.equal(addIgnoreEntry('a: [\n', entry), null);
  });

  test('any reason is text', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (reason) => {
        fc.pre(reason.trim() !== '');
        const after = addIgnoreEntry('', { ...entry, reason }) ?? '';
        const read = readConfig(after, 'x').config.ignore[0]?.reason;
        assert.equal(read, reason.replace(/\s+/g, ' ').trim());
      }),
    );
  });
});
