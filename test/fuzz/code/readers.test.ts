import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { scanWorkspace } from '../../../src/inventory/index.ts';
import { FORMATS } from '../../../src/inventory/formats/formats.ts';
import type { Format } from '../../../src/inventory/reading/format.ts';
import { ScannedFiles } from '../../../src/inventory/scan/files.ts';
import { Readers } from '../../../src/inventory/scan/threads/readers.ts';
import { Units } from '../../../src/inventory/scan/units.ts';
import { walk } from '../../../src/files/walk/walk.ts';
import { isFileLocation, type Inventory } from '../../../src/model/index.ts';
import { writeFiles } from '../../support/workspace.ts';

const WORKSPACES = path.join(import.meta.dirname, '../../workspaces');
/** Number of services with more files than a scan reads in one thread. */
const SERVICES = 1000;

const cluster = (version: string): string =>
  `resource "aws_rds_cluster" "main" {\n  engine = "aurora-mysql"\n  engine_version = "${version}"\n}\n`;
const stack = (version: string): string =>
  `Resources:\n  Db:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: aurora-mysql\n      EngineVersion: ${version}\n`;

/** The workspaces of the tests beside a thousand services of two files each. */
function writeLargeWorkspace(root: string): void {
  const files: Record<string, string> = {
    'live/main.tf': 'module "db" {\n  source = "../modules/db"\n  ev = "8.0.mysql_aurora.3.04.0"\n}\n',
    'modules/db/main.tf':
      'variable "ev" {}\nresource "aws_rds_cluster" "db" {\n  engine = "aurora-mysql"\n  engine_version = var.ev\n}\n',
    'app/db.ts':
      "new rds.DatabaseCluster(this, 'Db', { engine: rds.DatabaseClusterEngine.auroraMysql({ version: rds.AuroraMysqlEngineVersion.VER_3_04_0 }) });\n",
    'broken/db.yaml': 'Resources:\n  Db: {Type: AWS::RDS::DBCluster, Properties: {Engine: aurora-mysql\n',
    // A thread reads suppressions (errata-lens:ignore) as well.
    'zz/ignored.tf': `# errata-lens:ignore-file known-bugs -- a test\n${cluster('5.7.mysql_aurora.2.11.1')}`,
    'zz/binary.yaml': 'a\0b',
  };
  for (let n = 0; n < SERVICES; n++) {
    files[`services/s${n}/main.tf`] =
      n % 10 === 0 ? cluster(`8.0.mysql_aurora.3.0${n % 7}.0`) : `# nothing ${n}\n`;
    files[`services/s${n}/db.yaml`] = n % 10 === 1 ? stack('5.7.mysql_aurora.2.11.2') : `key: ${n}\n`;
  }
  writeFiles(root, files);
  cpSync(WORKSPACES, path.join(root, 'workspaces'), { recursive: true });
}

describe('a workspace that two threads read', () => {
  let root: string;
  /** Inventory of the workspace by one thread. */
  let one: Inventory;

  before(async () => {
    root = mkdtempSync(path.join(tmpdir(), 'errata-lens-'));
    writeLargeWorkspace(root);
    one = await scanWorkspace([root], { formats: [...FORMATS] });
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  test('has the same inventory as with one thread', async () => {
    const two = await scanWorkspace([root]);
    assert.ok(two.assets.length > 200);
    assert.deepEqual(two, one);
    assert.ok(
      two.suppressions.some(({ location }) => isFileLocation(location) && location.file === 'zz/ignored.tf'),
    );
    assert.ok(two.problems.some(({ source }) => source === 'zz/binary.yaml'));
  });

  test('is read in the main thread where the other thread cannot read a unit', async () => {
    // The thread knows only the formats of the product, and refuses a batch with a unit of another.
    const own: Format = {
      id: 'own',
      claims: (file) => file.endsWith('.yaml'),
      needles: ['aurora'],
      unitOf: (file) => file,
      read: () => ({ drafts: [], problems: [], includes: [] }),
    };
    const formats = [...FORMATS, own];
    const readers = new Readers({
      formats,
      mayStartThread: true,
      budget: 2000,
      signal: undefined,
      onProgress: undefined,
      onVersions: undefined,
    });
    const files = new ScannedFiles(formats, root);
    const report = (): void => undefined;
    const options = {
      base: root,
      isWanted: (file: string) => files.isClaimed(file),
      ignoreFiles: true,
      report,
    };
    await readers.search(walk([root], options), files, null);
    const units = new Units(files);
    await units.readAll(readers, null);
    readers.close();
    assert.equal(units.assets().length, one.assets.length);
  });
});
