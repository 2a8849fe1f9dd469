import { text } from '../../l10n/index.ts';
import {
  type Asset,
  type AssetKind,
  type ProductId,
  type Settings,
  type SettingValue,
} from '../../model/index.ts';
import {
  readEngineVersion,
  engineNamed,
  engineOfUnmistakableVersion,
  productName,
} from '../../products/index.ts';
import { apiName, withApiNames } from '../../vocabulary/index.ts';
import type { Place } from './region-reader.ts';

/** An asset that runs in an account. Its id is its ARN. */
export function assetOf(
  kind: AssetKind,
  arn: string,
  name: string,
  place: Place,
  settings: Settings,
  more: Partial<Asset> = {},
): Asset {
  return {
    id: arn,
    kind,
    product: null,
    name,
    source: 'api',
    engineVersion: null,
    version: null,
    versionPrefix: null,
    resolution: 'unknown',
    reason: null,
    versions: { declared: null, running: null, pending: null },
    mayRunNewer: null,
    settings,
    unknownSettings: [],
    links: [],
    location: { account: place.account, region: place.region, arn },
    uses: [],
    count: 1,
    environment: null,
    ...more,
  };
}

type VersionFacts = Pick<
  Asset,
  'product' | 'engineVersion' | 'version' | 'versionPrefix' | 'resolution' | 'reason' | 'versions'
>;

/** A database as the service describes it: the fields that contain its version. */
interface DescribedDatabase {
  Engine?: string | undefined;
  EngineVersion?: string | undefined;
  PendingModifiedValues?: { EngineVersion?: string | undefined } | undefined;
}

/** Version facts of a running database. */
export function runningVersion({
  Engine = '',
  EngineVersion: engineVersion,
  PendingModifiedValues,
}: DescribedDatabase): VersionFacts {
  const product = (engineNamed(Engine) ?? engineOfUnmistakableVersion(engineVersion ?? ''))?.id ?? null;
  const running = releaseIn(engineVersion, product);
  return {
    product,
    engineVersion: engineVersion ?? null,
    version: running,
    versionPrefix: null,
    resolution: running === null ? 'unknown' : 'literal',
    reason: reasonForUnknownVersion(running, engineVersion, product),
    versions: { declared: null, running, pending: releaseIn(PendingModifiedValues?.EngineVersion, product) },
  };
}

function reasonForUnknownVersion(
  running: string | null,
  engineVersion: string | undefined,
  product: ProductId | null,
): Asset['reason'] {
  if (running !== null) return null;
  return engineVersion === undefined
    ? text('account.noVersion')
    : text(product === null ? 'inventory.notUnderstood.anyProduct' : 'inventory.notUnderstood', {
        written: engineVersion,
        product: product === null ? null : productName(product),
      });
}

function releaseIn(engineVersion: string | undefined, product: ProductId | null): string | null {
  const understood = readEngineVersion(engineVersion ?? '', product);
  return understood.form === 'release' ? understood.version : null;
}

/** Named fields of an answer as settings. Fields that the service omits are omitted. */
export function pickFields<T extends object>(answer: T, fields: readonly (keyof T & string)[]): Settings {
  const settings: Record<string, SettingValue> = {};
  for (const field of fields) {
    const value = toSetting(answer[field]);
    if (value !== undefined) settings[apiName(field)] = value;
  }
  return settings;
}

/** A value of an answer: keys as the API's field names in camelCase, times in ISO 8601. */
export function toSetting(value: unknown): SettingValue | undefined {
  const plain = plainOf(value);
  return plain === undefined ? undefined : withApiNames(plain);
}

function plainOf(value: unknown): SettingValue | undefined {
  if (value === null) return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString();
  switch (typeof value) {
    case 'string':
    case 'number':
    case 'boolean':
      return value;
    case 'object': {
      if (Array.isArray(value)) return value.flatMap((item) => plainOf(item) ?? []);
      const entries = Object.entries(value).flatMap(([name, inner]) => {
        const plain = plainOf(inner);
        return plain === undefined ? [] : [[name, plain] as const];
      });
      return Object.fromEntries(entries);
    }
    default:
      return undefined;
  }
}

/** Tags that CloudFormation puts on a resource. Only these are kept: all others belong to the users. */
export function stackTags(
  tags: readonly { Key?: string | undefined; Value?: string | undefined }[] | undefined,
): Settings {
  const own = (tags ?? []).flatMap(({ Key = '', Value = '' }) =>
    Key.startsWith('aws:cloudformation:') ? [[Key, Value] as const] : [],
  );
  return own.length === 0 ? {} : { tags: Object.fromEntries(own) };
}

/** Removes entries without a value. */
export function withoutMissing(settings: Readonly<Record<string, SettingValue | undefined>>): Settings {
  const entries = Object.entries(settings).filter(
    (entry): entry is [string, SettingValue] => entry[1] !== undefined,
  );
  return Object.fromEntries(entries);
}
