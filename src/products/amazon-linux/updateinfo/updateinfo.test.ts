import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FetchFailure } from '../../pages/failure.ts';
import { CORE_REPOSITORIES, additionalRepositories, readUpdateinfo, readUpdates } from './index.ts';
import { mirrorsIn } from './index.ts';
import { readRepomd } from './repomd.ts';
import { unpackText } from './unpack.ts';
import { say, text } from '../../../l10n/index.ts';
import { REPOMD_WITHOUT, repomdOf, updateinfoOf } from '../../../../test/support/pages/updateinfo.ts';

const MADE = {
  id: 'ALAS2023-2031-100',
  name: 'curl',
  day: '2031-05-06',
  cves: ['CVE-2031-0002', 'CVE-2031-0001'],
  packages: ['curl 2:8.1-2.amzn2023', 'libcurl 2:8.1-2.amzn2023', 'curl-debuginfo 2:8.1-2.amzn2023'],
};

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let all = '';
  for await (const piece of pieces) all += piece;
  return all;
}

/** Message of the error of a reading. */
async function failureOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(
    () => null,
    (reason: unknown) => reason,
  );
  assert.ok(error instanceof FetchFailure, String(error));
  return say(error.text, 'en');
}

test('reads an update as an advisory, with CVEs, day and packages without debug information', async () => {
  const { advisories, unreadable } = await readUpdates([updateinfoOf(MADE)], null);
  assert.deepEqual(unreadable, []);
  assert.deepEqual(advisories, [
    {
      id: 'ALAS2023-2031-100',
      severity: 'high',
      package: 'curl',
      cves: ['CVE-2031-0001', 'CVE-2031-0002'],
      date: '2031-05-06',
      url: '',
      fixed: [
        { name: 'curl', version: '2:8.1-2.amzn2023' },
        { name: 'libcurl', version: '2:8.1-2.amzn2023' },
      ],
      channel: null,
    },
  ]);
});

test('reads severities in any case, and leaves others unrated', async () => {
  const words = ['critical', 'Important', 'MEDIUM', 'Moderate', 'low', 'grave'];
  const updates = words.map((severity, i) => ({ ...MADE, id: `ALAS2-2031-${i}`, severity }));
  const silent = {
    ...MADE,
    id: 'ALAS2-2031-90',
    severity: '',
    title: 'ALAS2-2031-90: package update for curl',
  };
  const inTitle = {
    ...MADE,
    id: 'ALAS2-2031-91',
    severity: '',
    title: 'ALAS2-2031-91: low priority package update for curl',
  };
  const { advisories } = await readUpdates([updateinfoOf(...updates, silent, inTitle)], null);
  assert.deepEqual(
    advisories.map(({ severity }) => severity),
    ['critical', 'high', 'medium', 'medium', 'low', 'unrated', 'unrated', 'low'],
  );
});

test('accepts any id, ignores other kinds of updates, and joins repeated advisories', async () => {
  const { advisories, unreadable } = await readUpdates(
    [
      updateinfoOf(
        { ...MADE, id: 'ALASUNBOUND-1.17-2031-001', name: 'unbound', cves: [] },
        { ...MADE, id: 'ALAS2023-2031-101', type: 'bugfix' },
        { ...MADE, id: 'ALAS2023LIVEPATCH-2031-3', title: 'Without a name of a package' },
        {
          ...MADE,
          cves: ['CVE-2031-0003'],
          packages: ['curl 2:8.1-2.amzn2023', 'curl-minimal 2:8.1-2.amzn2023'],
        },
        MADE,
        { ...MADE, id: '', title: 'No id' },
        { ...MADE, id: 'ALAS2023-2031-102', day: 'some day' },
      ),
    ],
    'unbound1.17',
  );
  assert.deepEqual(
    advisories.map(({ id, package: name, cves, fixed }) => [id, name, cves.length, fixed.length]),
    [
      ['ALASUNBOUND-1.17-2031-001', 'unbound', 0, 2],
      ['ALAS2023LIVEPATCH-2031-3', 'curl', 2, 2],
      ['ALAS2023-2031-100', 'curl', 3, 3],
    ],
  );
  assert.ok(advisories.every(({ channel }) => channel === 'unbound1.17'));
  assert.deepEqual(unreadable, ['No id', 'ALAS2023-2031-102']);
});

test('rejects a truncated, too deeply nested or malformed file as a whole', async () => {
  const whole = updateinfoOf(MADE, { ...MADE, id: 'ALAS2023-2031-101' });
  for (const part of [whole.slice(0, -10), whole.slice(0, whole.length / 2), whole.replace('</id>', '')]) {
    assert.match(await failureOf(readUpdates([part], null)), /Not a whole XML document/);
  }
  assert.match(await failureOf(readUpdates(['no such thing'], null)), /Not an XML document/);
  assert.match(await failureOf(readUpdates(['<updates>', '<a>'.repeat(50)], null)), /more than 16 levels/);
  assert.match(
    await failureOf(readUpdates(['<updates><update>', 'x'.repeat(2_000_000)], null)),
    /more than 1000000 characters/,
  );
  const bomb = `<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${updateinfoOf({ ...MADE, title: '&b; update for curl' })}`;
  assert.equal((await readUpdates([bomb], null)).advisories.length, 1);
});

test('reads a file in pieces of any size', async () => {
  const whole = updateinfoOf(MADE);
  assert.deepEqual(await readUpdates(Array.from(whole), null), await readUpdates([whole], null));
});

test('unpacks a compressed file up to a limit, and rejects a truncated one', async () => {
  const packed = gzipSync('x'.repeat(100_000));
  assert.equal((await textOf(unpackText(packed.toString('base64')))).length, 100_000);
  assert.equal(await textOf(unpackText(Buffer.from('plain é').toString('base64'))), 'plain é');
  const bomb = gzipSync(Buffer.alloc(5_000_000)).toString('base64');
  assert.match(await failureOf(textOf(unpackText(bomb, 2_000_000))), /Larger than 2 MB/);
  const half = packed.subarray(0, packed.length / 2).toString('base64');
  assert.match(await failureOf(textOf(unpackText(half))), /broke off/);
});

test('reads up to eight distinct https addresses from a list of mirrors', () => {
  const list =
    'http://cdn.amazonlinux.com/a/x86_64\n\n# none\nnot an address\r\nhttps://cdn.amazonlinux.com/a/x86_64/\nftp://cdn.amazonlinux.com/b\nhttps://other.example/c';
  assert.deepEqual(mirrorsIn(list), ['https://cdn.amazonlinux.com/a/x86_64/', 'https://other.example/c/']);
  const long = Array.from({ length: 50 }, (_, i) => `https://cdn.amazonlinux.com/${i}/`).join('\n');
  assert.equal(mirrorsIn(long).length, 8);
});

test('finds the updateinfo entry of a repository index, with its digest', async () => {
  const index = repomdOf('repodata/0f-updateinfo.xml.gz', Buffer.from('x'));
  assert.deepEqual(await readRepomd(index), {
    href: 'repodata/0f-updateinfo.xml.gz',
    sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
  });
  assert.equal(await readRepomd(REPOMD_WITHOUT), null);
  await failureOf(readRepomd('<html>'));
});

test('rejects an index that names a file elsewhere', async () => {
  for (const href of [
    'https://evil.example/updateinfo.xml.gz',
    '../../updateinfo.xml.gz',
    'repodata/updateinfo.xml',
  ]) {
    const index = repomdOf(href, Buffer.from('x'));
    const read = (url: string) => {
      const body = url.endsWith('.list') ? 'https://cdn.amazonlinux.com/copy/' : index;
      assert.ok(url.endsWith('.list') || url.endsWith('/repodata/repomd.xml'), url);
      return Promise.resolve({ url, body, contentType: 'text/plain' });
    };
    const { updates, failures } = await readUpdateinfo(CORE_REPOSITORIES['amazon-linux-2023'], read);
    assert.equal(updates, null);
    assert.match(
      failures.map(({ text: sentence }) => say(sentence, 'en')).join(),
      /names a file that is not read/,
    );
  }
});

test('treats a missing repository as empty, but not a failed one', async () => {
  const repository = CORE_REPOSITORIES['amazon-linux-2'];
  const gone = () => Promise.reject(new FetchFailure('gone', text('catalogue.fetch.gone', { status: 404 })));
  assert.equal((await readUpdateinfo(repository, gone)).isEmpty, true);
  const down = () =>
    Promise.reject(new FetchFailure('overloaded', text('catalogue.fetch.status', { status: 503 })));
  assert.equal((await readUpdateinfo(repository, down)).isEmpty, false);
});

test('builds addresses only from valid names of topics', () => {
  const asked = additionalRepositories('amazon-linux-2', ['docker', '../../x', 'php8.2', 'Not One']);
  assert.deepEqual(
    asked.map(({ mirrorList }) => mirrorList),
    ['docker', 'php8.2'].map(
      (topic) => `https://cdn.amazonlinux.com/2/extras/${topic}/latest/x86_64/mirror.list`,
    ),
  );
});
