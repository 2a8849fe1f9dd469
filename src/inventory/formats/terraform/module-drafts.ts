import { type AssetKind, memoize } from '../../../model/index.ts';
import { maxCreatedResources } from '../../../values/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { attachmentOf, kindsThatMatter, moduleResources, resourceOf } from '../../../vocabulary/index.ts';
import { attachmentsOf } from '../../resources/passes/attachments.ts';
import { tooManyCreated } from '../../resources/cycles/cycles.ts';
import type { DeclaredResource } from '../../resources/declared.ts';
import { connectingResources, hooksOf } from './resources/declared.ts';
import { draftsOfCall } from './resources/draft-call.ts';
import { draftsOfResource } from './resources/draft-resource.ts';
import { imagesOfResource } from './pins/images.ts';
import { importsOf } from './resources/imports.ts';
import { type Attachment, resolveLinks, type DraftWithLinks } from '../../resources/links.ts';
import { unattachedImages } from './unattached/unattached-images.ts';
import { declarationsIn, unattachedPins } from './unattached/unattached-values.ts';
import { appliedDrafts, isApplying } from './pins/manifests.ts';
import { UsedResource } from './modules/instances.ts';
import { scopesWithPins } from './modules/mentions.ts';
import { type ModuleTree, openTree, type Reader } from './modules/module-tree.ts';
import type { ModuleFolder, ResourceDeclaration } from '../../hcl/module.ts';
import type { Scope, VariableLookup } from '../../hcl/scope.ts';
import { pinsOfUnknownType } from './resources/unknown-types.ts';
import { scriptImagesOf } from './pins/user-data.ts';

const DRAFTS_OF = [pinsOfUnknownType, imagesOfResource, scriptImagesOf, appliedDrafts];

/**
 * Drafts of a module, deployed with the values of its scope.
 * @param calledFrom file that deploys it, if not its own
 */
export function draftsOfModule(
  module: ModuleFolder,
  given: VariableLookup,
  reader: Reader,
  calledFrom: string | null = null,
): AssetDraft[] {
  const tree = openTree(module, given, reader, calledFrom);
  const { scopes, external } = tree;
  const drafts: DraftWithLinks[] = [];
  const attaching: DeclaredResource[] = [];
  const ofHooks: Attachment[] = [];
  const most = maxCreatedResources + relevantResources(module).length + module.calls.size;
  const isRelevantKind = kindsThatMatter(kindsInTree(tree));
  const hasRoom = (): boolean => drafts.length <= most;
  for (const scope of scopes) {
    if (!hasRoom()) break;
    for (const declaration of relevantResources(scope.module)) {
      const resource = new UsedResource(declaration, scope);
      if (kindsOf(declaration).some(isRelevantKind)) {
        drafts.push(...draftsOfResource(resource));
        attaching.push(...connectingResources(resource));
      }
      for (const draftsOf of DRAFTS_OF) for (const draft of draftsOf(resource)) drafts.push(draft);
      for (const hooks of hooksOf(resource)) {
        drafts.push(...hooks.drafts);
        ofHooks.push(...hooks.attachments);
      }
    }
  }
  const attachments = [...ofHooks, ...attachmentsOf(attaching), ...scopes.flatMap(importsOf)];
  const mentioned = scopesWithPins(scopes);
  for (const { call, scope } of external)
    if (hasRoom()) drafts.push(...draftsOfCall(call, scope, mentioned.has(scope)));
  for (const scope of scopes)
    if (mentioned.has(scope) && hasRoom()) drafts.push(...unattachedIn(scope, drafts));
  if (!hasRoom()) reader.problems.push(tooManyCreated(module.folder));
  return eachImageOnce(resolveLinks(drafts, attachments));
}

/** Versions and images of a scope that no draft has. */
export function unattachedIn(scope: Scope, found: readonly DraftWithLinks[]): DraftWithLinks[] {
  const declarations = declarationsIn(scope);
  return [...unattachedPins(scope, declarations, found), ...unattachedImages(scope, declarations, found)];
}

function kindsInTree({ scopes, external }: ModuleTree): AssetKind[] {
  const created = external.flatMap(({ call }) => moduleResources(call.source ?? '') ?? []);
  return [
    ...scopes.flatMap(({ module }) => kindsIn(module)),
    ...created.map(({ resource }) => resource.kind),
  ];
}

/** Kinds of a resource: its own, or those that it is attached to. */
function kindsOf({ type }: ResourceDeclaration): readonly AssetKind[] {
  const known = resourceOf('terraform', type);
  return known === null ? (attachmentOf(type)?.of.kinds ?? []) : [known.kind];
}

/** Kinds that a module declares itself. */
const kindsIn = memoize((module: ModuleFolder): readonly AssetKind[] => [
  ...new Set(relevantResources(module).flatMap(({ type }) => resourceOf('terraform', type)?.kind ?? [])),
]);

/** Resources with supported facts; most resources are only referenced. */
const relevantResources = memoize(({ resources }: ModuleFolder): readonly ResourceDeclaration[] =>
  resources
    .values()
    .filter(
      ({ type, block: { unread } }) =>
        unread === null || /version|provisioner/.test(unread) || isApplying(type),
    )
    .toArray(),
);

/** Removes repeated images: machines that share a script or template write the image in one place. */
function eachImageOnce(drafts: readonly AssetDraft[]): AssetDraft[] {
  const taken = new Set<string>();
  const linked = new Set(drafts.flatMap(({ links }) => links.map(({ target }) => target)));
  return drafts.filter(({ kind, version, name }) => {
    if (kind !== 'operating-system' || version?.state !== 'known') return true;
    const key = JSON.stringify([version.at, version.value]);
    const isNew = !taken.has(key);
    taken.add(key);
    return isNew || linked.has(name);
  });
}
