/**
 * Process with empty caches that judges 10,000 databases of 50 versions. Prints the milliseconds of CPU time of the
 * first run, and of a second one as after an edit.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { findingsOf } from '../../src/analysis/index.ts';
import { loadSnapshot } from '../../src/catalogue/snapshot/index.ts';
import { scanWorkspace } from '../../src/inventory/index.ts';

const VERSIONS = 50;
const FILES = 100;
const DATABASES_PER_FILE = 100;
const REPEATED_RUNS = 5;

const folder = mkdtempSync(path.join(tmpdir(), 'errata-lens-judging-'));
const catalogue = await loadSnapshot();
const releases = catalogue.releases.filter(({ product }) => product === 'aurora-mysql').slice(-VERSIONS);
for (let file = 0; file < FILES; file++) {
  const clusters = Array.from({ length: DATABASES_PER_FILE }, (_, nth) =>
    cluster(file * DATABASES_PER_FILE + nth),
  );
  writeFileSync(path.join(folder, `databases-${file}.tf`), clusters.join('\n'));
}
const inventory = await scanWorkspace([folder]);
rmSync(folder, { recursive: true });
const options = { today: '2026-06-01' };
const times: number[] = [];
let count = 0;
for (let nth = 0; nth <= REPEATED_RUNS; nth++) {
  const before = process.cpuUsage();
  count = findingsOf(catalogue, inventory, options).length;
  const { user, system } = process.cpuUsage(before);
  times.push((user + system) / 1000);
}
const [first = NaN, ...again] = times;
console.log(
  JSON.stringify({ assets: inventory.assets.length, findings: count, first, again: Math.min(...again) }),
);

function cluster(nth: number): string {
  const { version: name = '' } = releases[nth % VERSIONS] ?? {};
  const settings = nth % 3 === 0 ? '  enabled_cloudwatch_logs_exports = ["audit", "error"]\n' : '';
  const engine = name.startsWith('2') ? '5.7' : '8.0';
  return `resource "aws_rds_cluster" "c${nth}" {
  engine         = "aurora-mysql"
  engine_version = "${engine}.mysql_aurora.${name}"
${settings}}
`;
}
