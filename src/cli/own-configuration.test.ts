import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { main } from './program.ts';
import { includesConfigFolder } from '../config/index.ts';
import { outputOf } from '../../test/support/command-line/captured-output.ts';
import { temporaryFolder } from '../../test/support/workspace.ts';

const CONFIG = `features: [parallel-query]
known-issues:
  - id: surge-own
    title: Logins stall after the nightly batch
    severity: high
    versions: ['2.11.1']
    reason: seen twice in March
`;

interface Answer {
  bugs: readonly { id: string; title: string; applies: string; features: readonly string[] }[];
}

test('the answer about one version includes the own issues and features of the team', async (t) => {
  const folder = temporaryFolder(t, { 'own.yaml': CONFIG });
  const ask = async (...more: string[]): Promise<Answer> => {
    const asked = ['bugs', 'aurora-mysql', '2.11.1', '--format', 'json', '--cache-dir', folder, ...more];
    return JSON.parse(await outputOf(() => main(['node', 'errata-lens', ...asked]))) as Answer;
  };
  const plain = await ask();
  const own = await ask('--config', path.join(folder, 'own.yaml'));
  const isOwn = ({ title }: Answer['bugs'][number]): boolean =>
    title === 'Logins stall after the nightly batch';
  assert.equal(plain.bugs.some(isOwn), false);
  assert.equal(own.bugs.filter(isOwn).length, 1);
  assert.equal(own.bugs.length, plain.bugs.length + 1);
  const applying = ({ bugs }: Answer): number => bugs.filter(({ applies }) => applies === 'on').length;
  assert.ok(applying(own) > applying(plain));
});

test('a configuration applies to every scanned folder that contains it, whatever the name of the folder', () => {
  const root = path.resolve('/work-to-scan');
  const inFolder = (name: string): string => path.join(root, name, '.errata-lens.yaml');
  assert.equal(includesConfigFolder(inFolder('..rows'), [root]), true);
  assert.equal(includesConfigFolder(inFolder('..'), [root]), false);
  assert.equal(includesConfigFolder(null, [root]), false);
});
