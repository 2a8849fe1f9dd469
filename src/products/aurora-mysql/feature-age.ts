import { formNamed as form } from '../aurora/feature-forms.ts';
import { featurePage, userGuide } from '../aurora/user-guide.ts';
import type { CitedPage } from '../versions/first-versions.ts';
import { featureAges, type FeatureAge } from '../lineage/feature-ages.ts';
import { pageUrl } from './notes/urls.ts';
import { VERSIONS } from './product-versions.ts';

function notesUrlOf(version: string): CitedPage {
  return { url: pageUrl(`AuroraMySQL.Updates.${version.replaceAll('.', '')}.html`), readOn: null };
}

const BINLOG = userGuide('binlog-optimization', '2026-04-13');

/**
 * First versions of features. The notes do not announce every feature, so some entries come from the user guide. If
 * both name a version, the earlier one counts: the guide names only what is still supported. A missing feature counts
 * as always present.
 */
const AGES: readonly FeatureAge[] = [
  {
    feature: 'enhanced-binlog',
    first: { '3': '3.03.1' },
    cited: userGuide('AuroraMySQL.Enhanced.binlog', '2026-04-13'),
  },
  { feature: 'zero-etl', first: { '3': '3.05.2' }, cited: featurePage('Zero-ETL', '2026-09') },
  // In version 2 it arrived with Serverless v1 (2.07).
  {
    feature: 'rds-data-api',
    first: { '2': '2.07.0', '3': '3.07.0' },
    cited: featurePage('Data_API', '2026-04-13'),
  },
  // Serverless v1 existed only for version 2.
  {
    feature: 'serverless',
    first: { '2': 'always', '3': '3.02.0' },
    cited: featurePage('ServerlessV2', '2026-09'),
  },
  { feature: 'global-database', first: { '2': '2.07.0' }, cited: notesUrlOf('2.07.0') },
  { feature: 'write-forwarding', first: { '2': '2.08.0' }, cited: notesUrlOf('2.08.0') },
  { feature: 'machine-learning', first: { '2': '2.07.0' }, cited: notesUrlOf('2.07.0') },
  { feature: 'database-activity-streams', first: { '2': '2.08.0' }, cited: notesUrlOf('2.08.0') },
  { feature: 'backtrack', first: { '2': '2.06.0' }, cited: notesUrlOf('2.06.0') },
  { feature: 'gtid', first: { '2': '2.04.0' }, cited: notesUrlOf('2.04.0') },
  // Removed from MySQL 8.0.
  {
    feature: 'query-cache',
    first: { '2': 'always', '3': 'never', '8.4': 'never' },
    cited: userGuide('AuroraMySQL.Compare-v2-v3', '2026-04-13'),
  },
  // Only for version 1.
  {
    feature: 'multi-master',
    first: { '2': 'never', '3': 'never', '8.4': 'never' },
    cited: userGuide('AuroraMySQL.Compare-v2-v3', '2026-04-13'),
  },
  {
    feature: 'serverless',
    form: form('serverless-v1'),
    first: { '2': 'always', '3': 'never', '8.4': 'never' },
    cited: userGuide('aurora-serverless', '2026-04-13'),
  },
  {
    feature: 'serverless',
    form: form('serverless-v2'),
    first: { '3': '3.02.0' },
    cited: featurePage('ServerlessV2', '2026-09'),
  },
  {
    feature: 'serverless',
    form: form('serverless-auto-pause'),
    first: { '3': '3.08.0' },
    cited: userGuide('aurora-serverless-v2-auto-pause', '2026-04-13'),
  },
  {
    feature: 'write-forwarding',
    form: form('local-write-forwarding'),
    first: { '3': '3.04.0' },
    cited: notesUrlOf('3.04.0'),
  },
  {
    feature: 'binlog',
    form: {
      id: 'in-memory-relay-log',
      names: /\bin-memory relay[- ]?logs?\b|\baurora_in_memory_relaylog\b/i,
    },
    first: { '3': '3.05.0' },
    cited: BINLOG,
  },
  {
    feature: 'binlog',
    form: { id: 'binlog-io-cache', names: /\bbinlog I\/O cache\b/i },
    first: { '2': '2.10.0' },
    cited: notesUrlOf('2.10.0'),
  },
  {
    feature: 'binlog',
    form: { id: 'parallel-secondary-indexes', names: /\bparallel secondary index/i },
    first: { '3': '3.06.0' },
    cited: notesUrlOf('3.06.0'),
  },
  {
    feature: 'binlog',
    form: { id: 'multi-source-binlog', names: /\bmulti-?source\b[^.]{0,30}\brepli\w+/i },
    first: { '8.4': '8.4.8' },
    cited: notesUrlOf('8.4.8'),
  },
  {
    feature: 'binlog',
    form: { id: 'delayed-binlog', names: /\bdelayed\b[^.]{0,30}\breplication\b/i },
    first: { '8.4': '8.4.8' },
    cited: notesUrlOf('8.4.8'),
  },
  {
    feature: 'machine-learning',
    form: { id: 'bedrock', names: /\bbedrock\b/i },
    first: { '3': '3.06.0' },
    cited: notesUrlOf('3.06.0'),
  },
];

export const FEATURE_AGES = featureAges(AGES, VERSIONS);
