import type { Asset, Feature, NamedExtension } from '../../model/index.ts';
import type { ExtensionRules } from '../product.ts';

/** Extensions that are a feature of their own. */
const FEATURES: readonly (readonly [names: RegExp, feature: Feature])[] = [
  [/^(?:postgis|address_standardizer)/, 'postgis'],
  [/^(?:vector|pg_?vector)$/, 'pgvector'],
  [/^pg_cron$/, 'pg-cron'],
  [/^apg_plan_mgmt$/, 'query-plan-management'],
  [/^aws_s3$/, 's3-import-export'],
  [/^aws_lambda$/, 'lambda'],
  [/^aws_ml$/, 'machine-learning'],
  [/^pgaudit$/, 'audit-log'],
  [/^pglogical$/, 'logical-replication'],
  [/^pg_columnmask$/, 'dynamic-data-masking'],
  [/^babelfishpg_/, 'babelfish'],
  [/_fdw$|^dblink$/, 'foreign-data-wrappers'],
];

/** Parameter that names the libraries to load when the server starts. */
export const PRELOADED = 'shared_preload_libraries';

/**
 * Libraries that the services load by default: Aurora since PostgreSQL 10, RDS since 11.
 * https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_PerfInsights.UsingDashboard.AnalyzeDBLoad.AdditionalMetrics.PostgreSQL.html
 * https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PerfInsights.UsingDashboard.AnalyzeDBLoad.AdditionalMetrics.PostgreSQL.html
 */
export const LOADED_BY_DEFAULT: readonly string[] = ['pg_stat_statements'];

/** Features and names of extensions in SQL, Terraform and parameters. */
export const EXTENSIONS: ExtensionRules = {
  // Notes call some extensions with a feature of their own just an extension.
  featuresOf: (name) => [
    ...FEATURES.flatMap(([names, feature]) => (names.test(name) ? [feature] : [])),
    'extensions',
  ],
  shared: new Set(['extensions', 'foreign-data-wrappers']),
  loaded: loadedLibraries,
  loadedUnlessNamed: (named) => (named.some(({ where }) => where === PRELOADED) ? [] : LOADED_BY_DEFAULT),
  plainName: (name) => {
    const plain = name.toLowerCase().replace(/[-_]/g, '');
    return plain === 'vector' ? 'pgvector' : plain;
  },
};

/**
 * Extensions in the parameters' literal values; a list that is assembled elsewhere is unknown. An empty list has an entry
 * without a name, since it replaces the default libraries.
 */
function loadedLibraries({ settings }: Asset): NamedExtension[] {
  const value = settings[PRELOADED];
  if (typeof value !== 'string') return [];
  const names = value.split(',').map((name) => name.trim());
  const libraries = value.trim() === '' ? [''] : names.filter((name) => /^\w{1,63}$/.test(name));
  return libraries.map((name) => ({ name: name.toLowerCase(), where: PRELOADED, isOwn: true }));
}
