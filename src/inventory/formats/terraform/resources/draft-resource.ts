import { readEngineVersion } from '../../../../products/index.ts';
import type { LinkRole, Text } from '../../../../model/index.ts';
import { text } from '../../../../l10n/index.ts';
import { attributeOf, blocksOf, locate, type Body, type Span } from '../../../../syntax/index.ts';
import type { Fact } from '../../../resources/draft.ts';
import { toFact, toVersionFact } from '../../../values/facts.ts';
import { optionsOf, scalarOf, unknown, type Option, type Value } from '../../../values/value.ts';
import { describe } from '../values/computed.ts';
import type { Context } from '../values/context.ts';
import { instancesOf } from '../modules/instances.ts';
import { looseLink, type LooseDraft, type LooseLink } from './links.ts';
import type { ResourceDeclaration } from '../modules/module.ts';
import { RESOURCE_TYPES } from './resource-types.ts';
import type { ResourceType } from './resource-type.ts';
import type { Scope } from '../modules/scope.ts';
import { readSettings, resultAt } from './settings.ts';
import { specialSettings } from './special-settings.ts';

/** The drafts of one resource block; several for the keys of `for_each` and for versions by environment. */
export function draftsOfResource(resource: ResourceDeclaration, scope: Scope): LooseDraft[] {
  const type = RESOURCE_TYPES.get(resource.isData ? `data.${resource.type}` : resource.type);
  if (type === undefined) return [];
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
  type: ResourceType,
  context: Context,
  { name, file, span, count }: Declared,
): LooseDraft[] {
  const engine = type.engine === undefined ? null : resultAt(body, [type.engine], context);
  const settings = readSettings(body, type.settings, context);
  Object.assign(settings, specialSettings(type.kind, settings, body, context));
  const shared = {
    kind: type.kind,
    source: 'terraform',
    name,
    file,
    at: locate(span),
    settings,
    count,
    mayRunNewer: ignoredVersion(body, type),
  } as const;
  const identifier = type.identifier === undefined ? null : knownText(settings[type.identifier]);
  const links = [
    ...linksIn(body, type.links ?? {}, false, context),
    ...linksIn(body, type.reverseLinks ?? {}, true, context),
  ];
  const version = type.version === undefined ? null : versionAt(body, type.version, context);
  const versions = count === 0 ? versionsOf(version).filter(isWrittenHere) : versionsOf(version);
  return versions.map((option) => ({
    identifier,
    links,
    draft: {
      ...shared,
      engine: engine === null ? impliedEngine(type, option?.result ?? null) : toFact(engine),
      version: option === null || isNull(option.result) ? null : toVersionFact(option.result),
      environment: option?.label ?? null,
    },
  }));
}

/** The version at a path of arguments. One that is written and comes to nothing is left to the deployment. */
function versionAt(body: Body, path: string, context: Context): Value | null {
  const result = resultAt(body, path.split('.'), context);
  const written = attributeOf(body, path)?.value;
  if (result !== null || written?.kind !== 'reference') return result;
  const [first] = written.steps;
  const isUndeclared =
    written.root === 'local' && first?.kind === 'attribute' && !context.scope.module.locals.has(first.name);
  const reason = isUndeclared ? 'inventory.notDeclared' : 'inventory.noDefault';
  return unknown(text(reason, { name: describe(written) }), written);
}

function impliedEngine({ impliedEngine: value }: ResourceType, version: Value | null): Fact | null {
  const scalar = version === null ? null : scalarOf(version);
  if (value === undefined || scalar === null || readEngineVersion(scalar.text).form === 'unknown')
    return null;
  return { state: 'known', value, at: locate(scalar.span), how: 'literal', uses: [] };
}

function linksIn(
  body: Body,
  links: Readonly<Record<string, LinkRole>>,
  isReverse: boolean,
  context: Context,
): LooseLink[] {
  return Object.entries(links).flatMap(([path, role]) => {
    const result = resultAt(body, path.split('.'), context);
    return result === null ? [] : [looseLink(result, role, isReverse)];
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

function knownText(value: Fact | undefined): string | null {
  return value?.state === 'known' && typeof value.value === 'string' ? value.value : null;
}

/** `ignore_changes = [engine_version]` means that upgrades are made elsewhere. */
function ignoredVersion(body: Body, type: ResourceType): Text | null {
  if (type.version === undefined) return null;
  for (const lifecycle of blocksOf(body, 'lifecycle')) {
    const ignored = attributeOf(lifecycle.body, 'ignore_changes')?.value;
    const names = ignored?.kind === 'list' ? ignored.items : ignored === undefined ? [] : [ignored];
    for (const name of names) {
      const word = name.kind === 'reference' ? name.root : name.kind === 'literal' ? name.text : null;
      if (word === type.version || word === 'all') return text('inventory.ignoreChanges', { argument: word });
    }
  }
  return null;
}
