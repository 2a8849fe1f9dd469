import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classify } from './index.ts';
import { say } from '../../l10n/index.ts';
import { bottlerocketSource } from '../../products/bottlerocket/notes.ts';
import { updateCatalogue } from '../update/update.ts';

const CHANGELOG = `# v1.91.2 (2031-06-11)

## OS Changes

* Fix a crash of the update agent when the disk is full ([#9002])
* Patch the container runtime against CVE-2031-0001
  and CVE-2031-0002 ([#9003], [#9004])

## Orchestrator Changes

### Kubernetes

- Add version 9.9

[#9002]: https://example.com/9002

# v1.91.1 (2031-05-06)

## OS Changes

* Update the kernel
`;

async function readChangelog(body: string): ReturnType<typeof updateCatalogue> {
  // The fetcher returns a packed file like this.
  const advisories = Buffer.from('<?xml version="1.0"?><updates></updates>').toString('base64');
  const read = (url: string) =>
    Promise.resolve({ url, body: url.endsWith('.gz') ? advisories : body, contentType: 'text/plain' });
  return updateCatalogue({ sources: [bottlerocketSource(classify)], read, previous: null });
}

test("reads a product from another vendor's changelog through the same interface", async () => {
  const { releases, problems } = await readChangelog(CHANGELOG);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    releases.map(({ product, version, date, branch }) => `${product} ${version} ${date} ${branch}`),
    ['bottlerocket 1.91.2 2031-06-11 1.91', 'bottlerocket 1.91.1 2031-05-06 1.91'],
  );
  assert.deepEqual(
    releases[0]?.items.map(({ section, text }) => `${section}: ${text ?? ''}`),
    [
      'OS Changes: Fix a crash of the update agent when the disk is full',
      'OS Changes: Patch the container runtime against CVE-2031-0001 and CVE-2031-0002',
      'Kubernetes: Add version 9.9',
    ],
  );
  assert.deepEqual(releases[0].items[1]?.cves, ['CVE-2031-0001', 'CVE-2031-0002']);
  assert.equal(releases[0].items[0]?.kind, 'fix');
});

test('keeps its releases if a changelog is unreadable, and reports their number', async () => {
  const { releases } = await readChangelog(CHANGELOG);
  const [first] = releases;
  assert.ok(first);
  const older = Array.from({ length: 20 }, (_, minor) => ({
    ...first,
    version: `1.${minor}.0`,
    url: `${first.url.slice(0, first.url.lastIndexOf('v'))}v1.${minor}.0`,
  }));
  const previous = { releases: [...releases, ...older], support: [], bugs: [], cveDifferences: [] };
  const again = async (read: Parameters<typeof updateCatalogue>[0]['read']) => {
    const update = await updateCatalogue({ sources: [bottlerocketSource(classify)], read, previous });
    assert.equal(update.releases.length, 22);
    return { ...update, said: update.problems.map(({ text: sentence }) => say(sentence, 'en')) };
  };
  const unread = await again(() => Promise.reject(new Error('no answer')));
  assert.deepEqual([...new Set(unread.kept.map(({ reason }) => reason))], ['unreadable']);
  assert.deepEqual(unread.said, [
    'Cannot be read (no answer). What was known of 22 releases before is kept.',
    'Cannot be read (no answer). Known advisories are kept; without the rest, most of its CVEs are missing.',
  ]);
  const changed = await again((url) =>
    Promise.resolve({ url, body: '# Moved\n', contentType: 'text/plain' }),
  );
  assert.deepEqual([...new Set(changed.kept.map(({ reason }) => reason))], ['not-understood']);
  assert.match(changed.said.join(' '), /The page no longer lists 22 releases; its format may have changed\./);
});

test('reports a changelog without releases as a problem with its address', async () => {
  const { releases, problems } = await readChangelog('# Moved\n\nSee elsewhere.\n');
  assert.deepEqual(releases, []);
  assert.match(problems[0]?.source ?? '', /^https:\/\/raw\.githubusercontent\.com\//);
});
