import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { imageBasesIn, readImageBases } from './index.ts';
import { say } from '../../../l10n/index.ts';
import { EKS_CHANGELOG, EKS_CHANGES, ECS_CHANGELOG } from '../../../../test/support/pages/image-bases.ts';
import { needsShared, sharedPath } from '../../../../test/support/shared.ts';

function describeBases(changelog: string, publisher: 'eks' | 'ecs'): string[] {
  return imageBasesIn(changelog, publisher).map(
    ({ day, product, version, isWithdrawn }) =>
      `${day} ${product} ${version}${isWithdrawn ? ' withdrawn' : ''}`,
  );
}

test('reads the oldest base release of an EKS image from its table of sources', () => {
  assert.deepEqual(describeBases(EKS_CHANGELOG, 'eks'), [
    '2031-07-14 amazon-linux-2023 2023.32.20310710',
    '2031-07-01 amazon-linux-2023 2023.32.20310622 withdrawn',
    '2031-06-02 amazon-linux-2023 2023.31.20310526',
    '2031-06-02 amazon-linux-2 2.0.20310515.0',
    '2023-02-11 amazon-linux-2 null withdrawn',
  ]);
});

test('gives an ECS image without a source that of the previous image', () => {
  assert.deepEqual(describeBases(ECS_CHANGELOG, 'ecs'), [
    '2031-08-20 amazon-linux-2023 2023.32.20310803',
    '2031-08-20 amazon-linux-2 2.0.20310817.0',
    '2031-08-05 amazon-linux-2023 2023.32.20310803',
    '2031-07-20 amazon-linux-2 2.0.20310720.1',
    '2031-07-01 amazon-linux-2023 2023.31.20310622',
  ]);
});

test('reads kernel, containerd and runc of a standard EKS image by Kubernetes version', () => {
  const [newest] = imageBasesIn(EKS_CHANGES, 'eks');
  const same = { containerd: '2.2.4-1.amzn2023.0.3', runc: '1.3.5-1.amzn2023' };
  assert.deepEqual(newest?.contents, [
    { kubernetes: ['1.36'], kernel: '6.18.36-69.amzn2023', ...same },
    { kubernetes: ['1.35'], kernel: '6.1.176-221.amzn2023', ...same },
  ]);
});

test('reads fixes, pins, downgrades and reverts of an image, and later reverts of its changes', () => {
  const changes = imageBasesIn(EKS_CHANGES, 'eks').map(({ day, changes = [] }) => [
    day,
    ...changes.map(({ kind, part, version, pull, by }) => [kind, part, version, pull, by].join(' ')),
  ]);
  assert.deepEqual(changes, [
    ['2031-07-14', 'revert source AMI 2023.31.20310526 30 ', 'revert nodeadm  32 '],
    [
      '2031-06-15',
      'taken-back source AMI 2023.31.20310526 30 2031-07-14',
      'taken-back nodeadm  32 2031-07-14',
      'warning    ',
      'fix nodeadm  23 ',
      'downgrade NVIDIA driver 570 25 ',
    ],
    ['2031-06-01', 'taken-back nodeadm  32 2031-07-14', 'pin kernel  22 '],
  ]);
});

test('reads bug fixes of an ECS image', () => {
  const changelog = `## 20310701
- source al2023 ami: al2023-ami-minimal-2023.31.20310622.0-kernel-6.1-x86_64
- bug fix: Pinning one thing and downgrading agent version back to 1.93.0 [#43](https://example.com/43)
- bugfix - Wait for the network [#44](https://example.com/44)
- enhancement - Update something [#45](https://example.com/45)
`;
  const [{ changes = [] } = {}] = imageBasesIn(changelog, 'ecs');
  assert.deepEqual(
    changes.map(({ kind, part, version, pull }) => [kind, part, version, pull]),
    [
      ['downgrade', 'ECS agent', '1.93.0', 43],
      ['fix', null, null, 44],
    ],
  );
});

test('keeps known images if one changelog is unreadable', async () => {
  const before = imageBasesIn(ECS_CHANGELOG, 'ecs');
  const read = (url: string) =>
    url.includes('eks')
      ? Promise.resolve({ url, body: EKS_CHANGELOG, contentType: 'text/plain' })
      : Promise.reject(new Error('no route'));
  const { bases, problems } = await readImageBases(read, before);
  assert.deepEqual(bases, [...imageBasesIn(EKS_CHANGELOG, 'eks'), ...before]);
  const sentences = problems.map(({ text }) => say(text, 'en'));
  assert.equal(sentences.length, 1);
  assert.match(sentences[0] ?? '', /releases of ECS-optimized images\. .*no route/);
});

test(
  'finds the base release of each EKS image since July 2024 in the real changelog',
  { skip: needsShared },
  () => {
    const file = sharedPath(
      'docs-mirror',
      'raw.githubusercontent.com',
      'awslabs',
      'amazon-eks-ami',
      'main',
      'CHANGELOG.md',
    );
    const bases = imageBasesIn(readFileSync(file, 'utf8'), 'eks');
    const built = bases.filter(({ version }) => version !== null);
    const headings = readFileSync(file, 'utf8').match(/^# .*AMI Release v20\d{6}/gm) ?? [];
    const recent = headings.map((line) => /\d{8}$/.exec(line)?.[0] ?? '').filter((day) => day >= '20240729');
    const days = new Set(built.map(({ day }) => day.replaceAll('-', '')));
    assert.deepEqual(
      recent.filter((day) => !days.has(day)),
      [],
    );
    assert.equal(days.size, recent.length);
    assert.equal(built.find(({ day }) => day === '2026-07-14')?.version, '2023.12.20260710');
    const takenBack = bases.filter(({ changes = [] }) => changes.some(({ kind }) => kind === 'taken-back'));
    assert.deepEqual(
      takenBack.map(({ day }) => day),
      ['2026-06-25', '2026-01-07'],
    );
    const [newest] = bases;
    assert.deepEqual(
      newest?.contents?.map(({ kernel }) => kernel?.replace(/-.*/, '')),
      ['6.18.36', '6.12.94', '6.1.176'],
    );
    assert.deepEqual(
      bases.filter(({ isWithdrawn }) => isWithdrawn).map(({ day }) => day),
      ['2026-03-11', '2026-01-28', '2023-02-11', '2022-10-27', '2022-05-13'],
    );
  },
);
