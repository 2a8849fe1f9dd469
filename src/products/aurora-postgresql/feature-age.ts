import { formNamed as form } from '../aurora/feature-forms.ts';
import { featurePage, userGuide } from '../aurora/user-guide.ts';
import { featureAges, type FeatureAge } from '../lineage/feature-ages.ts';
import { BABELFISH, UPDATES } from './notes/urls.ts';
import { VERSIONS } from './versions.ts';

const NOTES = { url: UPDATES, readOn: null };

export const BLUE_GREEN_VERSIONS = {
  first: {
    ...{ '11': '11.21', '12': '12.16', '13': '13.12', '14': '14.9' },
    ...{ '15': '15.4', '16': '16.1', '17': '17.4' },
  },
  cited: featurePage('BlueGreenDeployments', '2026-09'),
};

export const ZERO_DOWNTIME_VERSIONS = {
  first: { '10': '10.21', '11': '11.16', '12': '12.11', '13': '13.7' },
  cited: NOTES,
};

/**
 * First versions of features. The user guide names only what is still supported, so for features older than that page
 * its first versions count only if the notes name no earlier one. A missing feature counts as always present.
 */
const AGES: readonly FeatureAge[] = [
  {
    feature: 'babelfish',
    first: { '13': '13.4', '14': '14.3', '15': '15.2' },
    cited: { url: BABELFISH, readOn: '2026-04-13' },
  },
  { feature: 'blue-green', ...BLUE_GREEN_VERSIONS },
  {
    feature: 'optimized-reads',
    first: { '14': '14.9', '15': '15.4', '16': '16.1' },
    cited: userGuide('AuroraPostgreSQL.optimized.reads', '2026-04-13'),
  },
  {
    feature: 'zero-etl',
    first: { '16': '16.4', '17': '17.4', '18': '18.3' },
    cited: featurePage('Zero-ETL', '2026-09'),
  },
  {
    feature: 'write-forwarding',
    first: { '14': '14.9', '15': '15.4', '16': 'always' },
    cited: userGuide('aurora-global-database-write-forwarding-apg', '2026-04-13'),
  },
  {
    feature: 'dynamic-data-masking',
    first: { '16': '16.10', '17': '17.6' },
    cited: userGuide('AuroraPostgreSQL.Security.DynamicMasking', '2026-04-13'),
  },
  { feature: 'apgcc', first: { '16': '16.10', '17': '17.6' }, cited: NOTES },
  { feature: 'global-database', first: { '10': '10.12.1', '11': '11.7.1' }, cited: NOTES },
  { feature: 'machine-learning', first: { '10': '10.11', '11': '11.6' }, cited: NOTES },
  { feature: 'lambda', first: { '11': '11.9' }, cited: NOTES },
  { feature: 'zero-downtime-patching', ...ZERO_DOWNTIME_VERSIONS },
  { feature: 'pgvector', first: { '12': '12.15', '13': '13.11', '14': '14.8', '15': '15.3' }, cited: NOTES },
  // Serverless v1 had it on 10, 11 and 13; these are the first versions of other clusters.
  {
    feature: 'rds-data-api',
    first: { '10': 'always', '14': '14.8', '15': '15.3', '16': '16.1' },
    cited: featurePage('Data_API', '2026-04-13'),
  },
  {
    feature: 'serverless',
    form: form('serverless-v1'),
    first: {
      ...{ '10': 'always', '11': 'always', '12': 'never', '13': 'always' },
      ...{ '14': 'never', '15': 'never', '16': 'never', '17': 'never', '18': 'never' },
    },
    cited: userGuide('aurora-serverless', '2026-04-13'),
  },
  {
    feature: 'serverless',
    form: form('serverless-v2'),
    first: { '13': '13.6', '14': '14.3', '15': '15.2', '16': '16.1', '17': '17.4', '18': '18.3' },
    cited: featurePage('ServerlessV2', '2026-09'),
  },
  {
    feature: 'serverless',
    form: form('serverless-auto-pause'),
    first: { '13': '13.15', '14': '14.12', '15': '15.7', '16': '16.3' },
    cited: userGuide('aurora-serverless-v2-auto-pause', '2026-04-13'),
  },
  {
    feature: 'write-forwarding',
    form: form('local-write-forwarding'),
    first: { '14': '14.13', '15': '15.8', '16': '16.4' },
    cited: userGuide('aurora-postgresql-write-forwarding', '2026-09'),
  },
  {
    feature: 'large-volume',
    form: { id: 'storage-256-tib', names: /\b256 ?(?:TiB|TB|tebibytes)\b/i },
    first: { '15': '15.13', '16': '16.9', '17': '17.5' },
    cited: NOTES,
  },
  {
    feature: 'kerberos',
    form: { id: 'directory-groups', names: /\bpg_ad_mapping\b|\bpgadmap_/i },
    first: { '14': '14.10', '15': '15.5' },
    cited: NOTES,
  },
];

export const FEATURE_AGES = featureAges(AGES, VERSIONS);
