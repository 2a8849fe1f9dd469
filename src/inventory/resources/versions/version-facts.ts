import { GROUP_FAMILY, nameSetting, sourcesOf } from '../../../vocabulary/index.ts';
import {
  engineNamed,
  engineOfFamily,
  engineAcceptingVersion,
  engineOfUnmistakableVersion,
  instanceEngineOfRelease,
  productName,
  readEngineVersion,
  readOsImage,
  withoutQuotes,
} from '../../../products/index.ts';
import {
  locationOfPart,
  type Asset,
  type AssetKind,
  type ProductId,
  type OsImage,
  type Text,
} from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import type { AssetDraft } from '../draft.ts';
import { familyOfDefaultGroup } from './family-version.ts';
import type { KnownFact, SettingFact } from '../../../values/index.ts';

/** Version facts of an asset. */
export type VersionFacts = Pick<
  Asset,
  'engineVersion' | 'version' | 'versionPrefix' | 'resolution' | 'reason' | 'location' | 'uses'
>;

const CARRIES_VERSION: ReadonlySet<string> = new Set(['database', 'db-instance', 'global-cluster']);
const PARAMETER_GROUPS: ReadonlySet<string> = new Set(['cluster-parameter-group', 'parameter-group']);

/** A text that consists of one template expression. */
const TEMPLATE_EXPRESSION = /^\s*\{\{[^{}]*\}\}\s*$/;

/** Product of a draft that is left out, because its engine is not supported. */
export const OTHER_ENGINE = Symbol('another engine');

/** Product of a draft: `OTHER_ENGINE` for another database engine; null if undecided, and for all that is no database. */
export function productOfDraft(draft: AssetDraft): ProductId | typeof OTHER_ENGINE | null {
  if (PARAMETER_GROUPS.has(draft.kind)) return productOfFamily(knownFact(draft.settings[GROUP_FAMILY]));
  if (draft.kind === 'operating-system') return imageOf(draft)?.product ?? null;
  if (!CARRIES_VERSION.has(draft.kind)) return null;
  const version = knownFact(draft.version);
  const sure = version === null ? null : engineOfUnmistakableVersion(version);
  if (sure !== null) return sure.id;
  const engine = knownFact(draft.engine);
  if (engine !== null) return engineNamed(engine)?.id ?? OTHER_ENGINE;
  if (version === null) return productOfDefaultGroup(draft);
  const reading = engineAcceptingVersion(version);
  if (reading === null) return OTHER_ENGINE;
  if (draft.kind === 'database') return reading.id;
  const isAlone = draft.kind === 'db-instance' && !isMemberOf('database', draft);
  return isAlone ? (instanceEngineOfRelease(version)?.id ?? null) : null;
}

/** Engine of an AWS default parameter group, by its name. */
function productOfDefaultGroup({ settings }: AssetDraft): ProductId | typeof OTHER_ENGINE | null {
  return productOfFamily(familyOfDefaultGroup((name) => knownFact(settings[name])));
}

function productOfFamily(family: string | null): ProductId | typeof OTHER_ENGINE | null {
  if (family === null) return null;
  return engineOfFamily(family)?.id ?? OTHER_ENGINE;
}

/** Interprets a draft's version: an engine version, or the release of an operating system image. */
export function interpretVersion(draft: AssetDraft): VersionFacts {
  const { version } = draft;
  const isDatabase = CARRIES_VERSION.has(draft.kind);
  if (version === null) return isDatabase ? unwrittenVersion(draft) : noVersionAt(draft.at);
  if (version.state === 'unknown') return noVersionAt(version.at ?? draft.at, version.reason);
  return isDatabase ? interpretEngine(draft, version) : interpretImage(draft, version);
}

function unwrittenVersion(draft: AssetDraft): VersionFacts {
  const facts = noVersionAt(draft.at, reasonForNoVersion(draft));
  const versionPrefix = impliedVersion(draft);
  return versionPrefix === null ? facts : { ...facts, versionPrefix, resolution: 'partial' };
}

function interpretEngine(draft: AssetDraft, { value, at, origin, uses }: KnownFact): VersionFacts {
  const whole = scalarText(value);
  if (whole === null) return noVersionAt(at, text('inventory.notAVersion'));
  const written = withoutQuotes(whole);
  if (written.trim() === '') return noVersionAt(at, text('inventory.notWritten'));
  if (TEMPLATE_EXPRESSION.test(written)) return noVersionAt(at, text('inventory.templated'));
  const start = whole.indexOf(written);
  const location = locationOfPart(at, whole, { start, end: start + written.length });
  const facts = { ...noVersionAt(location), engineVersion: written, uses };
  const own = productOfDraft(draft);
  const engine = own === OTHER_ENGINE ? null : own;
  const understood = readEngineVersion(written, engine);
  switch (understood.form) {
    case 'release':
      return { ...facts, version: understood.version, resolution: origin };
    case 'partial': {
      const reason = text('inventory.partial', { written });
      return { ...facts, versionPrefix: understood.prefix, resolution: 'partial', reason };
    }
    case 'unknown': {
      const product = engine === null ? null : productName(engine);
      return {
        ...facts,
        reason: text(product === null ? 'inventory.notUnderstood.anyProduct' : 'inventory.notUnderstood', {
          written,
          product,
        }),
      };
    }
  }
}

/** Version implied by an engine's name alone (`aurora`); null if it implies none. */
function impliedVersion(draft: AssetDraft): string | null {
  const name = knownFact(draft.engine);
  return name === null ? null : (engineNamed(name)?.engine.defaultVersion(name) ?? null);
}

/** Reason why a database has no version of its own. */
function reasonForNoVersion(draft: AssetDraft): Text {
  const { kind, settings } = draft;
  const named = sourcesIn(draft);
  const sure = named.find(({ name }) => isLeftOpen(settings[name]) === null);
  if (sure !== undefined) return text(`inventory.${sure.source}`);
  if (kind === 'db-instance' && isMemberOf('database', draft)) return text('inventory.clusterMember');
  if (kind === 'database' && isMemberOf('global-cluster', draft)) return text('inventory.globalMember');
  return isLeftOpen(settings[named[0]?.name ?? '']) ?? text('inventory.notWritten');
}

/** Settings of a draft that name the source of its version: the replicated instance, the snapshot. */
export function sourcesIn({
  kind,
  settings,
}: Pick<AssetDraft, 'kind' | 'settings'>): ReturnType<typeof sourcesOf> {
  return sourcesOf(kind).filter(({ name }) => isNamed(settings[name]));
}

function isMemberOf(owner: AssetKind, { settings, links }: AssetDraft): boolean {
  return isNamed(settings[nameSetting(owner)]) || links.some(({ role }) => role === 'member-of');
}

function isLeftOpen(source: SettingFact | undefined): Text | null {
  return source?.state === 'unknown' && source.reason.key === 'inventory.mayHaveSource'
    ? source.reason
    : null;
}

/** False for `""`, with which modules leave a reference empty. */
function isNamed(owner: SettingFact | undefined): boolean {
  return owner !== undefined && !(owner.state === 'known' && owner.value === '');
}

/** Interprets an image name. The place is that of its version part. Other texts have no version. */
function interpretImage(draft: AssetDraft, { value, at, origin, uses }: KnownFact): VersionFacts {
  const whole = scalarText(value) ?? '';
  const image = imageOf(draft);
  const written = image === null ? whole : nameIn(whole, image);
  const location = image === null ? at : locationOfPart(at, whole, image.range);
  const facts = { ...noVersionAt(location), engineVersion: written, uses };
  switch (image?.form) {
    case undefined:
      return { ...facts, reason: text('inventory.image.notUnderstood', { written }) };
    case 'release':
      return { ...facts, version: image.version, resolution: origin };
    case 'floating':
      return { ...facts, resolution: 'floating', reason: text('inventory.image.floating', { written }) };
    case 'generation':
      return { ...facts, resolution: 'partial', reason: text('inventory.image.generation', { written }) };
  }
}

/** Path of a parameter, without the lookup around it: `{{resolve:ssm:/aws/…}}`, `lookup('aws_ssm', '/aws/…')`. */
function nameIn(written: string, { range }: OsImage): string {
  const start = written.lastIndexOf('/aws/service/', range.start);
  const [path = ''] = start < 0 ? [] : (PARAMETER_PATH.exec(written.slice(start)) ?? []);
  // A path that ends before the image's name is incomplete.
  return start + path.length < range.end ? written : path;
}

/** Words and placeholders between slashes. */
const PARAMETER_PATH = /^(?:\$?\{(?:\{[^{}]*\}|[^{}]*)\}|\$\([^()]*\)|\$\w+|%\w|[\w./:-])+/;

/** Amazon Linux image in a draft's text; null if it is none, or unknown. */
function imageOf({ kind, version, settings }: AssetDraft): OsImage | null {
  const written = knownFact(version);
  if (kind !== 'operating-system' || written === null) return null;
  const context = { amiType: knownFact(settings.amiType) };
  if (settings.releasever !== undefined) return readOsImage(written, { ...context, place: 'releasever' });
  if (settings.versionLock !== undefined) return readOsImage(written, { ...context, place: 'version-lock' });
  if (settings.amiFamily !== undefined) return readOsImage(written, { ...context, place: 'ami-family' });
  return readOsImage(written, context);
}

function noVersionAt(location: VersionFacts['location'], reason: Asset['reason'] = null): VersionFacts {
  const nothing = { engineVersion: null, version: null, versionPrefix: null, resolution: 'unknown' } as const;
  return { ...nothing, reason, location, uses: [] };
}

function knownFact(value: SettingFact | null | undefined): string | null {
  return value?.state === 'known' ? scalarText(value.value) : null;
}

function scalarText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}
