import { engines } from '../../../products/index.ts';
import * as z from 'zod';
import { text } from '../../../l10n/index.ts';
import {
  DB_CLUSTER,
  AUTO_SCALING_GROUP,
  CLUSTER_INSTANCE,
  type Resource,
} from '../../../vocabulary/index.ts';
import { NOTHING_RECORDED } from './config-gaps.ts';
import type { RegionReader } from '../region-reader.ts';

/** Columns to select for a resource: its recorded settings. */
function columns({ config }: Resource): string {
  const { always, often, spelled = {} } = config ?? NOTHING_RECORDED;
  return [...often, ...always].map((name) => `configuration.${spelled[name] ?? name}`).join(', ');
}

/** Maximum of rows on one page. */
const PAGE_SIZE = 100;

const SUPPORTED_ENGINE = `configuration.engine IN (${engines()
  .map(({ engine }) => `'${engine.api}'`)
  .join(', ')})`;
const COMMON_FIELDS = 'accountId, awsRegion, resourceId, resourceName, arn';

/**
 * Advanced queries: no FROM, no JOIN, and names exactly as AWS Config spells them, which differ between resource types.
 * Source: AWS Config Developer Guide, "Querying resources"; awslabs/aws-config-resource-schema.
 */
export const CONFIG_QUERIES = {
  clusters:
    `SELECT ${COMMON_FIELDS}, configuration.engine, configuration.engineVersion, ` +
    `${columns(DB_CLUSTER)}, configuration.pendingModifiedValues.engineVersion WHERE ` +
    `resourceType = 'AWS::RDS::DBCluster' AND ${SUPPORTED_ENGINE}`,
  instances:
    `SELECT ${COMMON_FIELDS}, configuration.engine, configuration.engineVersion, ` +
    `${columns(CLUSTER_INSTANCE)} WHERE resourceType = 'AWS::RDS::DBInstance' AND ${SUPPORTED_ENGINE}`,
  groups:
    `SELECT ${COMMON_FIELDS}, ${columns(AUTO_SCALING_GROUP)}, configuration.launchTemplate, ` +
    'configuration.mixedInstancesPolicy, supplementaryConfiguration.LifeCycleHooks WHERE ' +
    `resourceType = 'AWS::AutoScaling::AutoScalingGroup'`,
  templates:
    `SELECT ${COMMON_FIELDS}, configuration.LaunchTemplateName, configuration.LaunchTemplateData.ImageId ` +
    `WHERE resourceType = 'AWS::EC2::LaunchTemplate'`,
  images:
    'SELECT accountId, awsRegion, configuration.imageId, COUNT(*) WHERE resourceType = ' +
    `'AWS::EC2::Instance' GROUP BY accountId, awsRegion, configuration.imageId`,
} as const;

const lenient = z.record(z.string(), z.unknown()).catch({});
const QUERY_ROW = z.object({
  accountId: z.string(),
  awsRegion: z.string(),
  resourceId: z.string().optional().catch(undefined),
  resourceName: z.string().optional().catch(undefined),
  arn: z.string().optional().catch(undefined),
  configuration: lenient,
  supplementaryConfiguration: lenient,
  'COUNT(*)': z.number().optional().catch(undefined),
});
/** A resource as AWS Config recorded it. */
export type Row = z.infer<typeof QUERY_ROW>;

/** Reads the rows of a query. Rows that cannot be parsed are reported and left out. */
export async function select(name: string, Expression: string, reader: RegionReader): Promise<Row[]> {
  const listing = await reader.pages(
    'config:SelectAggregateResourceConfig',
    (config, options, NextToken) =>
      config.selectAggregateResourceConfig(
        { ConfigurationAggregatorName: name, Expression, Limit: PAGE_SIZE, NextToken },
        options,
      ),
    ({ NextToken }) => NextToken,
  );
  const written = listing.pages.flatMap(({ Results = [] }) => Results);
  const rows = written.flatMap((each) => readRow(each) ?? []);
  if (rows.length < written.length) {
    const count = written.length - rows.length;
    reader.run.report('config:SelectAggregateResourceConfig', text('account.aggregator.rows', { count }));
  }
  return rows;
}

function readRow(written: string): Row | null {
  try {
    const row = QUERY_ROW.safeParse(JSON.parse(written));
    return row.success ? row.data : null;
  } catch {
    return null;
  }
}
