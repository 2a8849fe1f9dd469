import type { AssetDraft } from '../draft.ts';
import { locate } from '../document/node.ts';
import { linksOf, type Link } from './links.ts';
import { propertyOf } from './properties.ts';
import { toText } from './resolved.ts';
import { RESOURCE_RULES, type ResourceRule } from './resource-rules.ts';
import { scopeFor, type Stack } from './scope.ts';
import { settingsOf } from './settings.ts';
import type { Resource } from './template.ts';

/** Everything that a stack and its nested stacks declare; `file` is the template that is deployed. */
export function draftsOf(stack: Stack, file: string): AssetDraft[] {
  const stacks = allStacks(stack);
  const drafts = stacks.flatMap((each) => resourcesOf(each, file));
  const links = stacks.flatMap((each) =>
    [...each.template.resources.values()].flatMap((resource) => linksOf(resource, each, drafts)),
  );
  return withLinks(drafts, links);
}

function allStacks(stack: Stack): Stack[] {
  return [stack, ...[...stack.children.values()].flatMap(allStacks)];
}

function resourcesOf(stack: Stack, file: string): AssetDraft[] {
  return [...stack.template.resources.values()].flatMap((resource) => {
    const rule = RESOURCE_RULES.get(resource.type);
    return rule === undefined ? [] : [draftOf(resource, rule, stack, file)];
  });
}

function draftOf(resource: Resource, rule: ResourceRule, stack: Stack, file: string): AssetDraft {
  const name = stack.prefix + resource.logicalId;
  const scope = scopeFor(stack, name);
  const property = (path: string) => toText(propertyOf(resource.properties, path, scope));
  return {
    kind: rule.kind,
    source: 'cloudformation',
    name,
    file,
    at: locate(resource.entry.keySpan),
    engine: rule.isDatabase ? property('Engine') : null,
    version: rule.isDatabase ? property('EngineVersion') : null,
    settings: settingsOf(resource, rule, scope),
    links: [],
    count: resource.count,
    environment: null,
    mayRunNewer: null,
  };
}

function withLinks(drafts: readonly AssetDraft[], links: readonly Link[]): AssetDraft[] {
  const byName = new Map<string, Map<string, Link>>();
  for (const link of links) {
    const own = byName.get(link.from) ?? new Map<string, Link>();
    own.set(`${link.role} ${link.target}`, link);
    byName.set(link.from, own);
  }
  return drafts.map((draft) => ({
    ...draft,
    links: [...(byName.get(draft.name)?.values() ?? [])].map(({ role, target }) => ({ role, target })),
  }));
}
