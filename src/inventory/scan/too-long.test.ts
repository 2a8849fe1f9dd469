import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readUnit } from './read-unit.ts';
import { ScannedFiles } from './files.ts';
import type { Format } from '../reading/format.ts';
import { scanFiles } from '../../../test/support/workspace.ts';

const LEVELS = 30;

/** Definitions in which each contains the one before twice, thirty times over. */
function chain(first: string, next: (level: number) => string): string {
  return first + Array.from({ length: LEVELS }, (_, i) => next(i + 1)).join('');
}

const CLUSTER = `resource "aws_rds_cluster" "x" {\n  engine = "aurora-mysql"\n  engine_version = local.v${LEVELS}\n}\n`;

function locals(next: (before: string) => string): string {
  const body = chain('  v0 = "8.0.8"\n', (i) => `  v${i} = ${next(`local.v${i - 1}`)}\n`);
  return `variable "u" {}\nlocals {\n${body}}\n${CLUSTER}`;
}

describe('texts that double at every step', () => {
  const FILES: Readonly<Record<string, [file: string, text: string]>> = {
    'template literal': ['a.tf', locals((v) => `"\${${v}}\${${v}}"`)],
    'partly unknown template literal': ['a.tf', locals((v) => `"\${${v}}\${var.u}\${${v}}"`)],
    'call of join': ['a.tf', locals((v) => `join("", [${v}, ${v}])`)],
    'call of format': ['a.tf', locals((v) => `format("%s%s", ${v}, ${v})`)],
    'call of replace': ['a.tf', locals((v) => `replace(${v}, "8", ${v})`)],
    'chain of build arguments': [
      'Dockerfile',
      chain('ARG V0=2023\n', (i) => `ARG V${i}=$V${i - 1}$V${i - 1}\n`) + `FROM amazonlinux:$V${LEVELS}\n`,
    ],
  };
  for (const [name, [file, text]] of Object.entries(FILES)) {
    test(`are abandoned in a ${name}`, async (t) => {
      const { assets, problems } = await scanFiles(t, { [file]: text });
      assert.deepEqual(problems, []);
      assert.deepEqual(
        assets.flatMap(({ version }) => version ?? []),
        [],
      );
    });
  }
});

test('reports an exception of a format, and skips only its unit', async () => {
  const broken: Format = {
    id: 'broken',
    claims: () => true,
    needles: ['x'],
    unitOf: (file) => file,
    read: () => {
      throw new RangeError('Invalid string length');
    },
  };
  const { assets, problems } = await readUnit(broken, 'a/b.tf', new ScannedFiles([broken], '.'));
  assert.deepEqual(assets, []);
  assert.deepEqual(
    problems.map(({ source, text }) => [source, text.key]),
    [['a/b.tf', 'problem.notUnderstood']],
  );
});
