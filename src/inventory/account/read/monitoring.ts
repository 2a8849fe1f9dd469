import type { CompositeAlarm, MetricAlarm } from '@aws-sdk/client-cloudwatch';
import type { Asset, AssetLink, SettingValue } from '../../../model/index.ts';
import { settingsFrom, settingsByCall } from '../answers.ts';
import { databaseWords } from '../../../vocabulary/index.ts';
import { assetOf, pickFields } from '../asset.ts';
import type { RegionReader } from '../region-reader.ts';

const ALARMS_PAGE = 100;
const LOG_GROUPS_PAGE = 50;
/** Namespaces of the metrics of scanned resources. */
const METRIC_NAMESPACES = new Set([
  'AWS/RDS',
  'AWS/AutoScaling',
  'AWS/ApplicationELB',
  'AWS/NetworkELB',
  'CWAgent',
]);
const OS_METRICS = 'RDSOSMetrics';

/** Alarms on the databases, groups and load balancers that were read. */
export async function readAlarms(watched: readonly Asset[], reader: RegionReader): Promise<Asset[]> {
  const listing = await reader.pages(
    'cloudwatch:DescribeAlarms',
    (watch, options, NextToken) =>
      watch.describeAlarms(
        { AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: ALARMS_PAGE, NextToken },
        options,
      ),
    ({ NextToken }) => NextToken,
  );
  const alarms = listing.pages.flatMap(({ MetricAlarms = [] }) => MetricAlarms);
  const own = alarms.filter(isAboutOurMetrics).flatMap((alarm) => alarmAsset(alarm, watched, reader));
  const composites = listing.pages.flatMap(({ CompositeAlarms = [] }) => CompositeAlarms);
  return [...own, ...composites.flatMap((composite) => compositeAsset(composite, own, reader))];
}

/** A composite alarm; empty if it uses none of the alarms that were read. */
function compositeAsset(composite: CompositeAlarm, alarms: readonly Asset[], reader: RegionReader): Asset[] {
  const { AlarmName: name = '', AlarmRule: rule = '' } = composite;
  // `ALARM("one") OR ALARM(two)`
  const named = new Set(rule.split(/[()]/).map((each) => each.trim().replaceAll(/^["']|["']$/g, '')));
  const parts = alarms.filter((alarm) => named.has(alarm.name) || named.has(alarm.id));
  if (parts.length === 0) return [];
  const arn = composite.AlarmArn ?? reader.arn('cloudwatch', `alarm:${name}`);
  const links = parts.map(({ id }): AssetLink => ({ role: 'watches', assetId: id }));
  const settings = settingsFrom('composite-alarm', composite);
  return [assetOf('composite-alarm', arn, name, reader.place, settings, { links })];
}

function metricsOf(alarm: MetricAlarm): { namespace: string | undefined; dimensions: string[] }[] {
  const inMath = (alarm.Metrics ?? []).flatMap(({ MetricStat }) => MetricStat?.Metric ?? []);
  return [alarm, ...inMath].map(({ Namespace, Dimensions = [] }) => ({
    namespace: Namespace,
    dimensions: Dimensions.flatMap(({ Value }) => Value ?? []),
  }));
}

function isAboutOurMetrics(alarm: MetricAlarm): boolean {
  return metricsOf(alarm).some(
    ({ namespace }) => namespace !== undefined && METRIC_NAMESPACES.has(namespace),
  );
}

/** Asset of an alarm; empty if it watches only resources that were not read. */
function alarmAsset(alarm: MetricAlarm, watched: readonly Asset[], reader: RegionReader): Asset[] {
  const name = alarm.AlarmName ?? '';
  const names = new Set(metricsOf(alarm).flatMap(({ dimensions }) => dimensions));
  const targets = watched.filter((asset) => dimensionNames(asset).some((each) => names.has(each)));
  if (names.size > 0 && targets.length === 0) return [];
  const arn = alarm.AlarmArn ?? reader.arn('cloudwatch', `alarm:${name}`);
  const links: AssetLink[] = targets.map(({ id }) => ({ role: 'watches', assetId: id }));
  return [assetOf('alarm', arn, name, reader.place, settingsFrom('alarm', alarm), { links })];
}

/** CloudWatch dimensions name load balancers and target groups by the end of their ARN. */
function dimensionNames({ name, id }: Asset): string[] {
  const end = /:(?:loadbalancer\/)?((?:app|net|targetgroup)\/.+)$/.exec(id)?.[1];
  return end === undefined ? [name] : [end];
}

/** The log groups that some databases write to, and that of Enhanced Monitoring. */
export async function readLogGroups(databases: readonly Asset[], reader: RegionReader): Promise<Asset[]> {
  if (databases.length === 0) return [];
  const prefixes = new Set(databases.map((database) => databaseWords(database).logGroups));
  const listings = await Promise.all(
    [...prefixes, OS_METRICS].map((prefix) =>
      reader.pages(
        'logs:DescribeLogGroups',
        (logs, options, nextToken) =>
          logs.describeLogGroups({ logGroupNamePrefix: prefix, limit: LOG_GROUPS_PAGE, nextToken }, options),
        ({ nextToken }) => nextToken,
      ),
    ),
  );
  const byFolder = new Map(databases.map((each) => [`${databaseWords(each).logGroups}${each.name}`, each]));
  const found = listings.flatMap(({ pages }) => pages.flatMap(({ logGroups = [] }) => logGroups));
  return found.flatMap((group) => {
    const name = group.logGroupName ?? '';
    const database = byFolder.get(name.slice(0, name.lastIndexOf('/')));
    if (database === undefined && name !== OS_METRICS) return [];
    const links: AssetLink[] = database === undefined ? [] : [{ role: 'watches', assetId: database.id }];
    const created = group.creationTime === undefined ? undefined : new Date(group.creationTime);
    const settings = settingsFrom('log-group', { ...group, creationTime: created });
    const arn = group.logGroupArn ?? reader.arn('logs', `log-group:${name}`);
    return [assetOf('log-group', arn, name, reader.place, settings, { links })];
  });
}

/** EventBridge rules on events of databases and Auto Scaling groups, with their targets. */
export async function readEventRules(reader: RegionReader): Promise<Asset[]> {
  const listing = await reader.pages(
    'events:ListRules',
    (events, options, NextToken) => events.listRules({ NextToken }, options),
    ({ NextToken }) => NextToken,
  );
  const rules = listing.pages
    .flatMap(({ Rules = [] }) => Rules)
    .filter(({ EventPattern }) => isAboutEvents(eventPatternOf(EventPattern)));
  return await Promise.all(
    rules.map(async (rule) => {
      const targets = await reader.pages(
        'events:ListTargetsByRule',
        (events, options, NextToken) => events.listTargetsByRule({ Rule: rule.Name, NextToken }, options),
        ({ NextToken }) => NextToken,
      );
      const own = targets.pages
        .flatMap(({ Targets = [] }) => Targets)
        .map((each) => pickFields(each, ['Arn', 'Id']));
      const settings = {
        ...settingsFrom('event-rule', rule),
        ...settingsByCall('events:ListTargetsByRule', 'event-rule', { Targets: own }).settings,
      };
      const arn = rule.Arn ?? reader.arn('events', `rule/${rule.Name ?? ''}`);
      return assetOf('event-rule', arn, rule.Name ?? '', reader.place, settings, {
        unknownSettings: targets.isComplete
          ? []
          : settingsByCall('events:ListTargetsByRule', 'event-rule', null).unknownSettings,
      });
    }),
  );
}

function eventPatternOf(written: string | undefined): SettingValue {
  try {
    return JSON.parse(written ?? 'null') as SettingValue;
  } catch {
    return null;
  }
}

function isAboutEvents(pattern: SettingValue): boolean {
  const source =
    typeof pattern === 'object' && pattern !== null && 'source' in pattern ? pattern.source : null;
  return Array.isArray(source) && source.some((each) => each === 'aws.rds' || each === 'aws.autoscaling');
}

/** Trails of this Region, with their logging status. */
export async function readTrails(reader: RegionReader): Promise<Asset[]> {
  const answer = await reader.ask('cloudtrail:DescribeTrails', (trails, options) =>
    trails.describeTrails({ includeShadowTrails: true }, options),
  );
  return await Promise.all(
    (answer?.trailList ?? []).map(async (trail) => {
      const name = trail.Name ?? '';
      const arn = trail.TrailARN ?? reader.arn('cloudtrail', `trail/${name}`);
      const status = await reader.ask('cloudtrail:GetTrailStatus', (trails, options) =>
        trails.getTrailStatus({ Name: arn }, options),
      );
      const recording = settingsByCall('cloudtrail:GetTrailStatus', 'trail', status);
      const selected =
        trail.HasCustomEventSelectors === true
          ? await readSelectors(arn, reader)
          : { settings: {}, unknownSettings: [] };
      const own = settingsFrom('trail', { ...trail, Name: name });
      const settings = { ...own, ...recording.settings, ...selected.settings };
      const unknownSettings = [...recording.unknownSettings, ...selected.unknownSettings];
      return assetOf('trail', arn, name, reader.place, settings, { unknownSettings });
    }),
  );
}

/** Event selectors of a trail. A trail without selectors records the management events. */
async function readSelectors(arn: string, reader: RegionReader): Promise<ReturnType<typeof settingsByCall>> {
  const answer = await reader.ask('cloudtrail:GetEventSelectors', (trails, options) =>
    trails.getEventSelectors({ TrailName: arn }, options),
  );
  return settingsByCall('cloudtrail:GetEventSelectors', 'trail', answer);
}

/** Event subscriptions of RDS, with their topics. */
export async function readSubscriptions(databases: readonly Asset[], reader: RegionReader): Promise<Asset[]> {
  if (databases.length === 0) return [];
  const listing = await reader.pages(
    'rds:DescribeEventSubscriptions',
    (rds, options, Marker) => rds.describeEventSubscriptions({ MaxRecords: ALARMS_PAGE, Marker }, options),
    ({ Marker }) => Marker,
  );
  return listing.pages
    .flatMap(({ EventSubscriptionsList = [] }) => EventSubscriptionsList)
    .map((subscription) => {
      const name = subscription.CustSubscriptionId ?? '';
      const ids = subscription.SourceIdsList ?? [];
      const settings = settingsFrom('event-subscription', { ...subscription, CustSubscriptionId: name });
      const arn = subscription.EventSubscriptionArn ?? reader.arn('rds', `es:${name}`);
      const links: AssetLink[] = databases
        .filter((each) => ids.includes(each.name) && databaseWords(each).type === subscription.SourceType)
        .map(({ id }) => ({ role: 'watches', assetId: id }));
      return assetOf('event-subscription', arn, name, reader.place, settings, { links });
    });
}
