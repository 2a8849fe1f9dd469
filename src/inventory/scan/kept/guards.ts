import { isString, listOf, oneOf, orNull, recordOf, objectOf, type Guard } from '../../../files/index.ts';
import { canBeSaid } from '../../../l10n/index.ts';
import {
  type Asset,
  ASSET_KINDS,
  CODE_TOOLS,
  type Condition,
  type DeploymentTarget,
  type FileLocation,
  LINK_ROLES,
  memoize,
  type Problem,
  VERSION_ORIGINS,
  type SettingValue,
  type Suppression,
  type Text,
  type TextArg,
  type Unselected,
  UNSELECTED,
} from '../../../model/index.ts';
import { isProduct } from '../../../products/index.ts';

const isPositiveInteger: Guard<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) > 0;
const isNonNegativeInteger: Guard<number> = (value): value is number =>
  Number.isSafeInteger(value) && Number(value) >= 0;

const isSetting: Guard<SettingValue> = (value): value is SettingValue =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) ? value.every(isSetting) : recordOf(isSetting)(value));

const isTextArg: Guard<TextArg> = (value): value is TextArg =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) ? value.every(isTextArg) : isWritten(value));

const isWritten: Guard<Text> = objectOf<Text>({ key: isString, args: recordOf(isTextArg) });

/** A message that can be rendered: an existing key with all its arguments. */
export const isText: Guard<Text> = (value): value is Text => isWritten(value) && isRenderable(value);

/** Memoized, since hundreds of assets share a message. */
const isRenderable = memoize(canBeSaid, (value) => [JSON.stringify(value)]);

/** A path below the scanned folder, with forward slashes. */
export const isInsidePath: Guard<string> = (value): value is string =>
  typeof value === 'string' && !/^(?:\/|[A-Za-z]:|\.\.?(?:\/|$))|\/\.\.?(?:\/|$)|\\|\0/.test(value);

export const isProblem: Guard<Problem> = objectOf<Problem>({ source: isString, text: isText });

export const isPlace: Guard<FileLocation> = objectOf<FileLocation>({
  file: isInsidePath,
  line: isPositiveInteger,
  column: isPositiveInteger,
  endLine: isPositiveInteger,
  endColumn: isPositiveInteger,
});

export const isSuppression: Guard<Suppression> = objectOf<Suppression>({
  target: isString,
  scope: objectOf<Extract<Suppression['scope'], { file: string }>>({
    file: isInsidePath,
    lines: orNull(
      objectOf<{ first: number; last: number }>({ first: isPositiveInteger, last: isPositiveInteger }),
    ),
  }),
  reason: orNull(isString),
  until: orNull(isString),
  location: isPlace,
});

const version = orNull(isString);

const isCondition: Guard<Condition> = objectOf<Condition>({
  key: isString,
  name: isString,
  holds: (value): value is boolean => typeof value === 'boolean',
});

/** An asset from files: none of the fields of running assets. */
export const isAsset: Guard<Asset> = objectOf<Asset>(
  {
    id: isString,
    kind: oneOf(ASSET_KINDS),
    product: orNull((value): value is string => isString(value) && isProduct(value)),
    name: isString,
    source: oneOf(CODE_TOOLS),
    engineVersion: version,
    version,
    versionPrefix: version,
    resolution: oneOf(VERSION_ORIGINS),
    reason: orNull(isText),
    versions: objectOf<Asset['versions']>({ declared: version, running: version, pending: version }),
    mayRunNewer: orNull(isText),
    settings: recordOf(isSetting),
    unknownSettings: listOf(isString),
    links: listOf(
      objectOf<Asset['links'][number]>(
        { role: oneOf(LINK_ROLES), assetId: isString },
        { conditions: listOf(isCondition) },
      ),
    ),
    location: isPlace,
    uses: listOf(objectOf<Asset['uses'][number]>({ location: isPlace, name: isString })),
    count: isNonNegativeInteger,
    environment: version,
  },
  {
    declaredAs: oneOf(['db-instance']),
    isUnselected: (value): value is Unselected => UNSELECTED.some((each) => each === value),
    conditions: listOf(isCondition),
    deployedTo: objectOf<DeploymentTarget>({ region: version, provider: version }),
    unknownBecause: recordOf(isText),
  },
);
