import assert from 'node:assert/strict';
import { parentPort } from 'node:worker_threads';
import { readSetting } from '../../../src/analysis/checks/reading/readings.ts';
import { applyEdits, fixFor } from '../../../src/edits/index.ts';
import { ansible } from '../../../src/inventory/formats/ansible/format.ts';
import { cloudformation } from '../../../src/inventory/formats/cloudformation/format.ts';
import type { Format } from '../../../src/inventory/reading/format.ts';
import { kubernetes } from '../../../src/inventory/formats/kubernetes/format.ts';
import { programs } from '../../../src/inventory/formats/programs/format.ts';
import { pulumi } from '../../../src/inventory/formats/pulumi/format.ts';
import { shell } from '../../../src/inventory/formats/shell/format.ts';
import { terraform } from '../../../src/inventory/formats/terraform/index.ts';
import { text } from '../../../src/l10n/index.ts';
import type { Asset } from '../../../src/model/index.ts';
import { DB_CLUSTER, type Setting } from '../../../src/vocabulary/index.ts';
import { assetsOf } from '../code/format.ts';

// A separate thread with its own vocabulary: before it reads anything, it adds a row for an unknown property. It ends with
// an error if the setting is not read, shown or written.
const ROW: Setting = { type: 'number', default: 7, terraformDefault: 9 };

Object.assign(DB_CLUSTER.settings, { tideWindow: ROW });
await programs.prepare?.(['app.ts']);

const ENGINE = 'aurora-mysql';
const VERSION = '8.0.mysql_aurora.3.05.2';
/** A cluster in the words of each tool, with a place for one more line. */
const WRITTEN: readonly [
  format: Format,
  unit: string,
  file: string,
  name: string,
  code: (own: string) => string,
][] = [
  [
    terraform,
    '.',
    'main.tf',
    'tide_window = 5',
    (own) => `resource "aws_rds_cluster" "main" {\n  engine = "${ENGINE}"\n  ${own}\n}\n`,
  ],
  [
    cloudformation,
    'stack.yaml',
    'stack.yaml',
    'TideWindow: 5',
    (own) =>
      `Resources:\n  Main:\n    Type: AWS::RDS::DBCluster\n    Properties:\n      Engine: ${ENGINE}\n      ${own}\n`,
  ],
  [
    pulumi,
    'Pulumi.yaml',
    'Pulumi.yaml',
    'tideWindow: 5',
    (own) =>
      `runtime: yaml\nresources:\n  main:\n    type: aws:rds:Cluster\n    properties:\n      engine: ${ENGINE}\n      ${own}\n`,
  ],
  [
    kubernetes,
    'db.yaml',
    'db.yaml',
    'tideWindow: 5',
    (own) =>
      `apiVersion: rds.services.k8s.aws/v1alpha1\nkind: DBCluster\nmetadata:\n  name: main\nspec:\n  engine: ${ENGINE}\n  ${own}\n`,
  ],
  [
    ansible,
    'play.yml',
    'play.yml',
    'tide_window: 5',
    (own) => `- tasks:\n    - amazon.aws.rds_cluster:\n        engine: ${ENGINE}\n        ${own}\n`,
  ],
  [
    shell,
    'make.sh',
    'make.sh',
    '--tide-window 5',
    (own) => `aws rds create-db-cluster --engine ${ENGINE} --engine-version ${VERSION} ${own}\n`,
  ],
  [
    programs,
    'app.ts',
    'app.ts',
    'tideWindow: 5',
    (own) =>
      `import * as rds from 'aws-cdk-lib/aws-rds';\nnew rds.CfnDBCluster(this, 'Main', { engine: '${ENGINE}', ${own} });\n`,
  ],
];

function clusterIn(format: Format, unit: string, file: string, code: string): Asset {
  const found = [...assetsOf(format, unit, { [file]: code }).values()];
  const cluster = found.find(({ kind }) => kind === 'database');
  assert.ok(cluster !== undefined, format.id);
  return cluster;
}

function isReadAndShown(): void {
  for (const [format, unit, file, own, code] of WRITTEN) {
    const cluster = clusterIn(format, unit, file, code(own));
    assert.equal(cluster.settings['tideWindow'], 5, format.id);
    const { evidence } = readSetting(cluster, 'tideWindow');
    const name = own.replace(/[:=]? *=? ?5$/, '').trim();
    assert.equal(evidence.args['name'], name, format.id);
  }
}

function hasDefaults(): void {
  const defaults = WRITTEN.slice(0, 2).map(([format, unit, file, , code]) => {
    const reading = readSetting(clusterIn(format, unit, file, code('')), 'tideWindow');
    return reading.state === 'known' ? reading.value : null;
  });
  assert.deepEqual(defaults, [9, 7]);
}

function isWritten(): void {
  for (const [format, unit, file, , code] of WRITTEN.slice(0, 2)) {
    const before = code('');
    const cluster = clusterIn(format, unit, file, before);
    const change = {
      kind: 'setting',
      assetId: cluster.id,
      setting: 'tideWindow',
      value: 6,
      mode: 'set',
    } as const;
    const fix = { title: text('inventory.notWritten'), changes: [change], command: '' };
    const offer = fixFor({ fix }, [cluster], () => ({ file, text: before }));
    assert.ok(offer !== null && 'edits' in offer, format.id);
    const after = applyEdits(
      before,
      offer.edits.flatMap(({ edits }) => edits),
    );
    assert.equal(clusterIn(format, unit, file, after).settings['tideWindow'], 6, after);
  }
}

isReadAndShown();
hasDefaults();
isWritten();
parentPort?.postMessage('read, shown and written');
