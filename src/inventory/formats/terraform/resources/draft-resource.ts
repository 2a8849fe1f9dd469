import { engineNamed, auroraEngineAcceptingVersion, readEngineVersion } from '../../../../products/index.ts';
import { OTHER_PARAMETERS, type Text } from '../../../../model/index.ts';
import { text } from '../../../../l10n/index.ts';
import { attributeOf, locate, type Body } from '../../../../syntax/index.ts';
import {
  type Fact,
  isEmptyValue,
  literalAt,
  type Option,
  optionsOf,
  scalarOf,
  toFact,
  toVersionFact,
  unknown,
  type Value,
} from '../../../../values/index.ts';
import { resourceOf, type Resource } from '../../../../vocabulary/index.ts';
import { type Context, shortCode, valueAtPath } from '../../../../values/hcl/index.ts';
import { type Declaration, draftOfDeclaration, type UsedResource } from '../modules/instances.ts';
import { isProviderBeforeFive } from '../modules/provider.ts';
import { linksOf, openSources, settingsOf } from '../../../resources/declared.ts';
import { namedValues } from '../../../resources/passes/named-values.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';
import { ALL_ARGUMENTS, ignoredIn, ignoredSettings, ignoringRule } from './ignored.ts';
import { propertiesOf } from '../../../hcl/settings.ts';

/** Drafts of a resource block: several for keys of `for_each` and for versions by environment. */
export function draftsOfResource(resource: UsedResource): DraftWithLinks[] {
  const known = resourceOf('terraform', resource.type);
  if (known === null) return [];
  return resource
    .instances()
    .flatMap(({ context, declared }) => draftsOfBody(resource.block.body, known, context, declared))
    .map((draft) => {
      const isLeftOpen =
        draft.kind === 'database' && draft.engine === null && draft.version?.state !== 'known';
      const isDecided = isLeftOpen && isProviderBeforeFive(resource.scope);
      return isDecided ? { ...draft, engine: literalAt('aurora', draft.at) } : draft;
    });
}

/** Drafts of the arguments for one asset, in a resource or in a module that creates one. */
export function draftsOfBody(
  body: Body,
  resource: Resource,
  context: Context,
  declared: Declaration,
): DraftWithLinks[] {
  const { kind, database } = resource;
  const engine = database === undefined ? null : valueAtPath(body, ['engine'], context);
  const properties = propertiesOf(body, context);
  const parameters = resource.hasParameters === true ? valueAtPath(body, ['parameter'], context) : null;
  const ignored = ignoredIn(body);
  const own = parameters === null ? {} : namedValues(parameters, OTHER_PARAMETERS);
  const settings = {
    ...settingsOf('terraform', resource, properties),
    ...openSources('terraform', resource, (argument) => emptyByDefault(argument, body, context)),
    ...own,
    ...ignoredSettings(resource, ignored, Object.keys(own)),
  };
  const shared = {
    ...{ kind, ...draftOfDeclaration(declared), settings, links: [] },
    mayRunNewer: database === undefined ? null : ignoredVersion(ignored),
  };
  const isIgnored = (path: string): boolean => ignoringRule(path, ignored) !== null;
  const refersTo = linksOf('terraform', resource, properties, isIgnored);
  const version = database === undefined ? null : versionAt(body, context);
  const isOff = declared.count === 0;
  const isVersion = isVersionOf(engine);
  const versions = possibleVersions(version, isVersion).filter((option) => !isOff || isVersion(option));
  return versions.map((option) => ({
    ...shared,
    // Off by default, with a default version: one of several choices.
    ...(isOff && scalarOf(option?.result)?.origin !== 'literal' && { isUnselected: true }),
    refersTo,
    engine: engine === null ? impliedEngine(resource, option?.result ?? null) : toFact(engine),
    version: option === null || isEmptyValue(option.result) ? null : toVersionFact(option.result),
    environment: option?.label ?? null,
  }));
}

const VERSION_ARGUMENT = 'engine_version';

/** Value of the version argument; unknown if code passes null, because the deployment then decides. */
function versionAt(body: Body, context: Context): Value | null {
  const result = valueAtPath(body, [VERSION_ARGUMENT], context);
  const written = attributeOf(body, VERSION_ARGUMENT)?.value;
  if (result !== null || written?.kind !== 'reference') return result;
  const [first] = written.steps;
  const isUndeclared =
    written.root === 'local' && first?.kind === 'attribute' && !context.scope.locals.has(first.name);
  const reason = isUndeclared ? 'inventory.notDeclared' : 'inventory.noDefault';
  return unknown(text(reason, { name: shortCode(written) }), written);
}

/** Variable whose default leaves an argument empty; null if a caller of the module decides. */
function emptyByDefault(argument: string, body: Body, context: Context): string | null {
  const written = attributeOf(body, argument)?.value;
  if (written === undefined || written.kind === 'literal' || context.scope.calledFrom !== null) return null;
  if (!isEmptyValue(valueAtPath(body, [argument], context))) return null;
  return written.kind === 'reference' ? shortCode(written) : argument;
}

function impliedEngine({ database }: Resource, version: Value | null): Fact | null {
  const scalar = (database?.impliedEngine ?? null) === null || version === null ? null : scalarOf(version);
  const engine = scalar === null ? null : auroraEngineAcceptingVersion(scalar.text);
  return scalar === null || engine === null ? null : literalAt(engine.engine.api, locate(scalar.span));
}

/** Possible versions. Beside a known version, unknown ones, those of other engines and null do not count. */
function possibleVersions(
  version: Value | null,
  isVersion: (option: Option | null) => boolean,
): readonly (Option | null)[] {
  if (version === null) return [null];
  const options = optionsOf(version);
  const written = options.filter(({ result }) => !isEmptyValue(result));
  const known = written.filter(({ result }) => result.kind === 'scalar');
  const ours = known.filter(isVersion);
  if (ours.length > 0) return ours;
  return ([known, written].find((some) => some.length > 0) ?? options).slice(0, 1);
}

/** Returns a filter for versions of an engine; without a known engine, for versions of any. */
function isVersionOf(engine: Value | null): (option: Option | null) => boolean {
  const named = scalarOf(engine)?.text;
  const id = named === undefined ? null : (engineNamed(named)?.id ?? null);
  return (option) => {
    const scalar = scalarOf(option?.result);
    return scalar !== null && readEngineVersion(scalar.text, id).form !== 'unknown';
  };
}

/** `ignore_changes = [engine_version]` means that upgrades happen elsewhere. */
function ignoredVersion(ignored: readonly string[]): Text | null {
  const word = ignored.find((each) => each === VERSION_ARGUMENT || each === ALL_ARGUMENTS);
  if (word === undefined) return null;
  if (word === ALL_ARGUMENTS) return text('inventory.ignoreChanges.all');
  return text('inventory.ignoreChanges', { argument: word });
}
