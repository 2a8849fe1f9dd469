import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scanFiles } from '../../../test/support/workspace.ts';

const CLUSTER =
  '# größer\r\nresource "aws_rds_cluster" "a" {\r\n  engine = "aurora-mysql"\r\n  engine_version = "5.7.mysql_aurora.2.11.1"\r\n}\r\n';

function utf16(text: string, isBigEndian: boolean, mark = '\uFEFF'): Buffer {
  const bytes = Buffer.from(mark + text, 'utf16le');
  return isBigEndian ? bytes.swap16() : bytes;
}

describe('text in UTF-16', () => {
  for (const isBigEndian of [false, true]) {
    for (const mark of ['\uFEFF', '']) {
      const name = `${isBigEndian ? 'big' : 'little'} endian ${mark === '' ? 'without' : 'with'} a mark`;
      test(`is read as ${name}, with a problem and correct positions`, async (t) => {
        const { assets, problems } = await scanFiles(t, { 'db.tf': utf16(CLUSTER, isBigEndian, mark) });
        assert.deepEqual(problems, [{ source: 'db.tf', text: { key: 'problem.utf16', args: {} } }]);
        assert.deepEqual(
          assets.map(({ version, location }) => [version, location]),
          [['2.11.1', { file: 'db.tf', line: 4, column: 21, endLine: 4, endColumn: 44 }]],
        );
      });
    }
  }

  test('is not reported for a file without resources', async (t) => {
    const { problems } = await scanFiles(t, { 'other.tf': utf16('locals {\n  a = 1\n}\n', false) });
    assert.deepEqual(problems, []);
  });

  test('is read in a script that a template names', async (t) => {
    const { assets } = await scanFiles(t, {
      'main.tf': 'resource "aws_launch_template" "web" {\n  user_data = filebase64("boot.txt")\n}\n',
      'boot.txt': utf16('dnf install --releasever=2023.4.20240416 nginx\n', false),
    });
    assert.ok(assets.some(({ version }) => version === '2023.4.20240416'));
  });

  test('does not include other content with zero bytes', async (t) => {
    const { problems } = await scanFiles(t, {
      'db.tf': Buffer.concat([Buffer.alloc(64), Buffer.from(CLUSTER)]),
    });
    assert.deepEqual(
      problems.map(({ text }) => text.key),
      ['problem.binary'],
    );
  });
});

test('ignores an image file named like a Dockerfile or without an ending', async (t) => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0]);
  const { problems } = await scanFiles(t, {
    ...{ 'dockerfile.png': picture, 'test/good-picture': picture, 'objects/2c/eb8230f2': picture },
    'bin/tool': Buffer.alloc(6 * 1024 * 1024, 'a'),
    ...{ Makefile: picture, 'deploy.sh': picture },
  });
  assert.deepEqual(
    problems.map(({ source, text }) => [source, text.key]),
    [
      ['Makefile', 'problem.binary'],
      ['deploy.sh', 'problem.binary'],
    ],
  );
});
