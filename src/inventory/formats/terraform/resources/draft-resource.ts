import { readEngineVersion } from '../../../../products/index.ts';
import type { Text } from '../../../../model/index.ts';
import { text } from '../../../../l10n/index.ts';
import { attributeOf, blocksOf, locate, type Body, type Span } from '../../../../syntax/index.ts';
import type { Fact } from '../../../resources/draft.ts';
import { toFact, toVersionFact } from '../../../values/facts.ts';
import { optionsOf, scalarOf, unknown, type Option, type Value } from '../../../values/value.ts';
import { linkPathsOf, resourceOf, type Resource } from '../../../../vocabulary/index.ts';
import { describe } from '../values/computed.ts';
import type { Context } from '../values/context.ts';
import { instancesOf } from '../modules/instances.ts';
import { looseLink } from '../../../resources/links.ts';
import type { LooseDraft, LooseLink } from '../../../resources/links.ts';
import type { ResourceDeclaration } from '../modules/module.ts';
import type { Scope } from '../modules/scope.ts';
import { readSettings, resultAt } from './settings.ts';
import { specialSettings } from './special-settings.ts';

/** The drafts of one resource block; several for the keys of `for_each` and for versions by environment. */
export function draftsOfResource(resource: ResourceDeclaration, scope: Scope): LooseDraft[] {
  const type = resource.isData ? null : resourceOf('terraform', resource.type);
  if (type === null) return [];
  const { body, labels, typeSpan } = resource.block;
  return instancesOf(body, scope, resource.address).flatMap(({ suffix, bindings, count }) =>
    draftsOfBody(body, type, scope.context(resource.address, 'literal', bindings), {
      name: `${scope.prefix}${resource.address}${suffix}`,
      file: scope.calledFrom ?? resource.file,
      span: labels[1] ?? typeSpan,
      count,
    }),
  );
}

/** What a draft is called and where it is declared. */
export interface Declared {
  name: string;
  file: string;
  span: Span;
  count: number | null;
}

/** The drafts of arguments that make one asset: of a resource, or of a module that makes such a resource. */
export function draftsOfBody(
  body: Body,
  resource: Resource,
  context: Context,
  { name, file, span, count }: Declared,
): LooseDraft[] {
  const { kind, database } = resource;
  const engine = database === undefined ? null : resultAt(body, ['engine'], context);
  const settings = readSettings(body, resource, context);
  Object.assign(settings, specialSettings(kind, settings, body, context));
  const shared = {
    kind,
    source: 'terraform',
    name,
    file,
    at: locate(span),
    settings,
    links: [],
    count,
    mayRunNewer: database === undefined ? null : ignoredVersion(body),
  } as const;
  const refersTo = linksIn(body, resource, context);
  const version = database === undefined ? null : versionAt(body, context);
  const versions = count === 0 ? versionsOf(version).filter(isWrittenHere) : versionsOf(version);
  return versions.map((option) => ({
    ...shared,
    refersTo,
    engine: engine === null ? impliedEngine(resource, option?.result ?? null) : toFact(engine),
    version: option === null || isNull(option.result) ? null : toVersionFact(option.result),
    environment: option?.label ?? null,
  }));
}

const VERSION = 'engine_version';

/** The version. One that is written and comes to nothing is left to the deployment. */
function versionAt(body: Body, context: Context): Value | null {
  const result = resultAt(body, [VERSION], context);
  const written = attributeOf(body, VERSION)?.value;
  if (result !== null || written?.kind !== 'reference') return result;
  const [first] = written.steps;
  const isUndeclared =
    written.root === 'local' && first?.kind === 'attribute' && !context.scope.module.locals.has(first.name);
  const reason = isUndeclared ? 'inventory.notDeclared' : 'inventory.noDefault';
  return unknown(text(reason, { name: describe(written) }), written);
}

function impliedEngine({ database }: Resource, version: Value | null): Fact | null {
  const value = database?.impliedEngine ?? null;
  const scalar = version === null ? null : scalarOf(version);
  if (value === null || scalar === null || readEngineVersion(scalar.text).form === 'unknown') return null;
  return { state: 'known', value, at: locate(scalar.span), how: 'literal', uses: [] };
}

function linksIn(body: Body, resource: Resource, context: Context): LooseLink[] {
  return linkPathsOf('terraform', resource).flatMap(({ path, link }) => {
    const result = resultAt(body, path.split('.'), context);
    return result === null ? [] : [looseLink(result, link)];
  });
}

/** What is switched off is still worth knowing where it writes its own version. */
function isWrittenHere(version: Option | null): boolean {
  return version?.result.kind === 'scalar' && version.result.how === 'literal';
}

/** `""` is how variables say that nothing is chosen. */
function isNull(result: Value): boolean {
  return result.kind === 'scalar' && (result.value === null || result.value === '');
}

/** The versions that are possible. Where some are known, those that are not tell nothing; nor do other engines'. */
function versionsOf(version: Value | null): readonly (Option | null)[] {
  if (version === null) return [null];
  const options = optionsOf(version);
  const known = options.filter((option) => option.result.kind === 'scalar' && !isNull(option.result));
  const ours = known.filter((option) => {
    const scalar = scalarOf(option.result);
    return scalar !== null && readEngineVersion(scalar.text).form !== 'unknown';
  });
  if (ours.length > 0) return ours;
  return (known.length > 0 ? known : options).slice(0, 1);
}

/** `ignore_changes = [engine_version]` means that upgrades are made elsewhere. */
function ignoredVersion(body: Body): Text | null {
  for (const lifecycle of blocksOf(body, 'lifecycle')) {
    const ignored = attributeOf(lifecycle.body, 'ignore_changes')?.value;
    const names = ignored?.kind === 'list' ? ignored.items : ignored === undefined ? [] : [ignored];
    for (const name of names) {
      const word = name.kind === 'reference' ? name.root : name.kind === 'literal' ? name.text : null;
      if (word === VERSION || word === 'all') return text('inventory.ignoreChanges', { argument: word });
    }
  }
  return null;
}
