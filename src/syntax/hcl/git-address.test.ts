import test from 'node:test';
import { assertRows } from '../../../test/support/code/values.ts';
import { isRemoteOf, readGitAddress } from './git-address.ts';

const ADDRESSES: readonly [written: string, read: unknown][] = [
  ['git::https://example.com/a/b.git//modules/db?ref=v1', ['a/b', 'modules/db', true]],
  ['git::https://example.com/a/b.git//modules/db', ['a/b', 'modules/db', false]],
  ['github.com/a/b//db', ['a/b', 'db', false]],
  ['git@github.com:a/b.git//db/', ['a/b', 'db', false]],
  ['git::ssh://git@example.com/a/b/c.git//db?depth=1&ref=v1', ['a/b/c', 'db', true]],
  ['git::https://example.com/a/b.git', null],
  ['git::https://example.com/a/b.git//../db', null],
  ['./db', null],
  ['', null],
];

test('reads repository and folder from a git address', () => {
  assertRows(ADDRESSES, (written): unknown => {
    const address = readGitAddress(written);
    return address && [address.repository, address.folder, address.isOfRelease];
  });
});

const REMOTES: readonly [config: string, isRemote: boolean | null][] = [
  ['[remote "origin"]\n\turl = git@github.com:a/b.git\n', true],
  ['[remote "origin"]\n\turl = https://github.com/a/b\n', true],
  ['[remote "origin"]\n\turl = https://github.com/a/other\n', false],
  ['[core]\n', null],
];

test('recognises a repository among remotes of a git configuration', () => {
  const address = { repository: 'a/b', folder: 'db', isOfRelease: false };
  assertRows(REMOTES, (config) => isRemoteOf(config, address));
});
