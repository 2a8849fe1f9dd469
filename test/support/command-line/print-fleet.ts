import { createTerminal } from '../../../src/cli/print/terminal.ts';
import type { Asset } from '../../../src/model/index.ts';
import { NO_ROOTS, scanJson } from '../../../src/report/index.ts';

/**
 * Prints the given number of assets like `scan --format json`; on standard error the largest number of pending characters.
 */
const count = Number(process.argv[2]);

const ASSET: Asset = {
  id: 'main.tf#aws_rds_cluster.shop',
  kind: 'database',
  product: 'aurora-mysql',
  name: 'aws_rds_cluster.shop',
  source: 'terraform',
  engineVersion: '5.7.mysql_aurora.2.11.1',
  version: '2.11.1',
  versionPrefix: null,
  resolution: 'literal',
  reason: null,
  versions: { declared: '2.11.1', running: null, pending: null },
  mayRunNewer: null,
  settings: Object.fromEntries(
    Array.from({ length: 40 }, (_, index) => [`setting_${index}`, 'x'.repeat(40)]),
  ),
  unknownSettings: [],
  links: [],
  location: { file: 'main.tf', line: 1, column: 1, endLine: 1, endColumn: 2 },
  uses: [],
  count: 1,
  environment: null,
};

let waiting = 0;
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = (chunk: string | Uint8Array): boolean => {
  const isFlowing = write(chunk);
  waiting = Math.max(waiting, process.stdout.writableLength);
  return isFlowing;
};

const result = scanJson(
  {
    catalogue: { asOf: '2030-01-01T00:00:00Z', source: 'snapshot', bugs: [], releases: [] },
    inventory: {
      assets: Array.from({ length: count }, (_, index) => ({ ...ASSET, id: `main.tf#shop[${index}]` })),
      suppressions: [],
      problems: [],
    },
    findings: [],
    problems: [],
    paths: NO_ROOTS,
  },
  'en',
);
await createTerminal('en').json(result);
process.stderr.write(String(waiting));
