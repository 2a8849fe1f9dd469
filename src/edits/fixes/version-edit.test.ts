import assert from 'node:assert/strict';
import { test } from 'node:test';
import { productOf } from '../../products/index.ts';

const changeVersion = (written: string, from: string, to: string): string | null =>
  productOf('aurora-mysql').versions.rewrite(written, from, to);
const changeOsRelease = (product: string, written: string, from: string, to: string): string | null =>
  productOf(product).versions.rewrite(written, from, to);

test('keeps the notation of a version that it changes', () => {
  for (const [written, from, to, expected] of [
    ['5.7.mysql_aurora.2.11.1', '2.11.1', '2.12.6', '5.7.mysql_aurora.2.12.6'],
    ['5.7.serverless_mysql_aurora.2.11.3', '2.11.3', '2.11.6', '5.7.serverless_mysql_aurora.2.11.6'],
    ['3.04.0', '3.04.0', '3.10.5', '3.10.5'],
    ['VER_3_04_0', '3.04.0', '3.10.5', 'VER_3_10_5'],
    ['8.4.mysql_aurora.8.4.7', '8.4.7', '8.4.8', '8.4.mysql_aurora.8.4.8'],
  ] as const) {
    assert.equal(changeVersion(written, from, to), expected);
  }
});

test('refuses an edit across major lines', () => {
  assert.equal(changeVersion('5.7.mysql_aurora.2.11.1', '2.11.1', '3.10.5'), null);
  assert.equal(changeVersion('8.0.mysql_aurora.3.10.5', '3.10.5', '8.4.7'), null);
});

test('leaves text alone that does not contain the version', () => {
  assert.equal(changeVersion('${var.version}', '2.11.1', '2.12.6'), null);
});

test('changes a release of Amazon Linux only if the text is exactly the number in the notes', () => {
  const to = '2023.12.20260803';
  assert.equal(changeOsRelease('amazon-linux-2023', '2023.4.20240416', '2023.4.20240416', to), to);
  for (const written of ['2023.4.20240416.0', '2023', '2023.5.20240805', 'v20240807']) {
    assert.equal(changeOsRelease('amazon-linux-2023', written, '2023.4.20240416', to), null, written);
  }
  const from = '2.0.20230307.0';
  assert.equal(changeOsRelease('amazon-linux-2', from, from, '2.0.20260406.1'), '2.0.20260406.1');
  assert.equal(changeOsRelease('amazon-linux-2', from, from, '2.0.20260406'), null, 'no build to write');
  assert.equal(changeOsRelease('amazon-linux-2', from, from, to), null, 'another generation');
});
