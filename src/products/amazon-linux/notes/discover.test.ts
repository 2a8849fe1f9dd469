import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../../../l10n/index.ts';
import { amazonLinux2Notes } from '../../amazon-linux-2/notes.ts';
import type { ReadPage } from '../../source.ts';

async function toldOf(read: ReadPage): Promise<string[]> {
  const { problems } = await amazonLinux2Notes.discover(read);
  return problems.map(({ text }) => say(text, 'en'));
}

test('reports an index without release pages only after reading one', async () => {
  const refused: ReadPage = () => Promise.reject(new Error('HTTP 503'));
  const none = await toldOf(refused);
  assert.equal(none.length, 3);
  assert.deepEqual(
    none.filter((each) => /index format/.test(each)),
    [],
  );

  const empty = await toldOf((url) =>
    url.endsWith('.json')
      ? refused(url)
      : Promise.resolve({ url, body: '<h1>Maintenance</h1>', contentType: 'text/html' }),
  );
  assert.equal(empty.length, 2);
  assert.match(
    empty[1] ?? '',
    /No release page of Amazon Linux 2 is listed; the index format may have changed/,
  );
});
