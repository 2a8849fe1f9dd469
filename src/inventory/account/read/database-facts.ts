import { engines, type Engine } from '../../../products/index.ts';
import { compareText, type Asset, type SettingValue } from '../../../model/index.ts';
import { pickFields, toSetting } from '../asset.ts';
import type { Listing, RegionReader } from '../region-reader.ts';

/** Facts that one call returns about databases, by ARN or by engine version; unknown if the call failed. */
interface DatabaseFacts {
  settings: readonly string[];
  isKnown: boolean;
  /** Selects the assets that the call applies to; all if absent. */
  isAbout?: (asset: Asset) => boolean;
  of: (asset: Asset) => Readonly<Record<string, SettingValue>>;
}

const RDS_PAGE = 100;
/** Minutes for which the service keeps events: 14 days. */
const EVENT_MINUTES = 14 * 24 * 60;
/** Number of recent events kept per database: enough to see restarts and failovers. */
const KEPT_EVENTS = 50;
/** Daily routine that explains no outage. */
const ROUTINE_CATEGORIES = new Set(['backup', 'creation', 'deletion']);

/** Databases with facts from other calls: upgrade targets, support dates, maintenance, events, recommendations. */
export async function withDatabaseFacts(databases: readonly Asset[], reader: RegionReader): Promise<Asset[]> {
  if (databases.length === 0) return [];
  const facts = await Promise.all([
    ...engines()
      .filter(({ id }) => databases.some(({ product }) => product === id))
      .flatMap((engine) => [engineVersions(engine, reader), majorVersions(engine, reader)]),
    maintenance(reader),
    recentEvents(reader),
    recommendations(reader),
  ]);
  return databases.map((asset) => facts.reduce(withFacts, asset));
}

function withFacts(asset: Asset, { settings, isKnown, isAbout, of }: DatabaseFacts): Asset {
  if (isAbout?.(asset) === false) return asset;
  const own = of(asset);
  const unknown = isKnown ? [] : settings.filter((name) => !(name in own));
  return {
    ...asset,
    settings: { ...asset.settings, ...own },
    unknownSettings: [...new Set([...asset.unknownSettings, ...unknown])],
  };
}

async function engineVersions({ id, engine }: Engine, reader: RegionReader): Promise<DatabaseFacts> {
  const listing = await reader.pages(
    'rds:DescribeDBEngineVersions',
    (rds, options, Marker) =>
      rds.describeDBEngineVersions({ Engine: engine.api, MaxRecords: RDS_PAGE, Marker }, options),
    ({ Marker }) => Marker,
  );
  const versions = new Map(
    itemsOf(listing, ({ DBEngineVersions }) => DBEngineVersions).map((version) => {
      const targets = (version.ValidUpgradeTarget ?? []).flatMap(({ EngineVersion }) => EngineVersion ?? []);
      return [
        version.EngineVersion,
        { validUpgradeTargets: targets, ...pickFields(version, ['ExportableLogTypes']) },
      ] as const;
    }),
  );
  return {
    settings: ['validUpgradeTargets', 'exportableLogTypes'],
    isKnown: listing.isComplete,
    isAbout: ({ product }) => product === id,
    of: ({ engineVersion }) => versions.get(engineVersion ?? undefined) ?? {},
  };
}

async function majorVersions({ id, engine }: Engine, reader: RegionReader): Promise<DatabaseFacts> {
  const listing = await reader.pages(
    'rds:DescribeDBMajorEngineVersions',
    (rds, options, Marker) => rds.describeDBMajorEngineVersions({ Engine: engine.api, Marker }, options),
    ({ Marker }) => Marker,
  );
  const majors = itemsOf(listing, ({ DBMajorEngineVersions }) => DBMajorEngineVersions);
  return {
    settings: ['supportedEngineLifecycles'],
    isKnown: listing.isComplete,
    isAbout: ({ product }) => product === id,
    of: ({ engineVersion }) => {
      const major = majors.find(
        ({ MajorEngineVersion: name }) =>
          name !== undefined && engineVersion?.startsWith(`${name}.`) === true,
      );
      return major === undefined ? {} : pickFields(major, ['SupportedEngineLifecycles']);
    },
  };
}

async function maintenance(reader: RegionReader): Promise<DatabaseFacts> {
  const listing = await reader.pages(
    'rds:DescribePendingMaintenanceActions',
    (rds, options, Marker) =>
      rds.describePendingMaintenanceActions({ MaxRecords: RDS_PAGE, Marker }, options),
    ({ Marker }) => Marker,
  );
  const actions = new Map(
    itemsOf(listing, ({ PendingMaintenanceActions }) => PendingMaintenanceActions).map((pending) => [
      pending.ResourceIdentifier,
      toSetting(pending.PendingMaintenanceActionDetails) ?? [],
    ]),
  );
  return perAsset('pendingMaintenanceActions', listing.isComplete, ({ id }) => actions.get(id) ?? []);
}

async function recentEvents(reader: RegionReader): Promise<DatabaseFacts> {
  const listings = await Promise.all(
    (['db-cluster', 'db-instance'] as const).map((SourceType) =>
      reader.pages(
        'rds:DescribeEvents',
        (rds, options, Marker) =>
          rds.describeEvents({ SourceType, Duration: EVENT_MINUTES, MaxRecords: RDS_PAGE, Marker }, options),
        ({ Marker }) => Marker,
      ),
    ),
  );
  const events = listings
    .flatMap((listing) => itemsOf(listing, ({ Events }) => Events))
    .filter(
      ({ EventCategories = [] }) => !EventCategories.some((category) => ROUTINE_CATEGORIES.has(category)),
    );
  const byArn = Map.groupBy(events, ({ SourceArn }) => SourceArn);
  const isKnown = listings.every(({ isComplete }) => isComplete);
  return perAsset('recentEvents', isKnown, ({ id }) =>
    (byArn.get(id) ?? [])
      .map((event) => pickFields(event, ['Date', 'EventCategories', 'Message']))
      .sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)))
      .slice(-KEPT_EVENTS),
  );
}

async function recommendations(reader: RegionReader): Promise<DatabaseFacts> {
  const listing = await reader.pages(
    'rds:DescribeDBRecommendations',
    (rds, options, Marker) => rds.describeDBRecommendations({ MaxRecords: RDS_PAGE, Marker }, options),
    ({ Marker }) => Marker,
  );
  const open = itemsOf(listing, ({ DBRecommendations }) => DBRecommendations).filter(
    ({ Status }) => Status !== 'dismissed' && Status !== 'resolved',
  );
  const byArn = Map.groupBy(open, ({ ResourceArn }) => ResourceArn);
  return perAsset('recommendations', listing.isComplete, ({ id }) =>
    (byArn.get(id) ?? []).map((each) =>
      pickFields(each, ['Detection', 'Recommendation', 'Severity', 'Status', 'TypeId', 'UpdatedTime']),
    ),
  );
}

/** A list setting for every database: empty if the call returned nothing for it, unknown if the call was incomplete. */
function perAsset(setting: string, isKnown: boolean, listOf: (asset: Asset) => SettingValue): DatabaseFacts {
  return {
    settings: [setting],
    isKnown,
    of: (asset) => {
      const list = listOf(asset);
      const isEmpty = Array.isArray(list) && list.length === 0;
      return isEmpty && !isKnown ? {} : { [setting]: list };
    },
  };
}

function itemsOf<P, T>({ pages }: Listing<P>, listOf: (page: P) => readonly T[] | undefined): T[] {
  return pages.flatMap((page) => listOf(page) ?? []);
}
