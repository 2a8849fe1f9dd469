import type { AssetDraft } from '../draft.ts';
import { attachmentsOf } from './attachments.ts';
import { draftsOfCall } from './draft-call.ts';
import { draftsOfResource } from './draft-resource.ts';
import { imagesOf } from './images.ts';
import { importsOf } from './imports.ts';
import { hooksInGroup } from './lifecycle-hooks.ts';
import { followLinks } from './links.ts';
import type { Attachment, LooseDraft } from './links.ts';
import { looseImages } from './loose-images.ts';
import { looseDrafts } from './loose-values.ts';
import { appliedBy } from './manifests.ts';
import { openTree } from './module-tree.ts';
import type { Reader } from './module-tree.ts';
import type { ModuleFolder } from './module.ts';
import type { Given } from './scope.ts';
import { pinsOfUnknownType } from './unknown-types.ts';
import { scriptImagesOf } from './user-data.ts';

/**
 * Everything that a module declares when it is deployed with some values.
 * @param calledFrom the file that deploys it, when that is not its own
 */
export function draftsOfModule(
  module: ModuleFolder,
  given: Given,
  reader: Reader,
  calledFrom: string | null = null,
): AssetDraft[] {
  const { scopes, external } = openTree(module, given, reader, calledFrom);
  const drafts: LooseDraft[] = [];
  const attachments: Attachment[] = [];
  for (const scope of scopes) {
    for (const resource of scope.module.resources.values()) {
      drafts.push(
        ...draftsOfResource(resource, scope),
        ...pinsOfUnknownType(resource, scope),
        ...hooksInGroup(resource, scope),
        ...imagesOf(resource, scope),
        ...scriptImagesOf(resource, scope),
        ...appliedBy(resource, scope),
      );
      attachments.push(...attachmentsOf(resource, scope));
    }
  }
  for (const scope of scopes) attachments.push(...importsOf(scope));
  for (const { call, scope } of external) drafts.push(...draftsOfCall(call, scope));
  for (const scope of scopes) drafts.push(...looseDrafts(scope, drafts), ...looseImages(scope, drafts));
  return eachImageOnce(followLinks(drafts, attachments));
}

/** Scripts that several machines run, and instances of one template, write an image in one place. */
function eachImageOnce(drafts: readonly AssetDraft[]): AssetDraft[] {
  const taken = new Set<string>();
  const linked = new Set(drafts.flatMap(({ links }) => links.map(({ target }) => target)));
  return drafts.filter(({ kind, version, name }) => {
    if (kind !== 'os-image' || version?.state !== 'known') return true;
    const key = JSON.stringify([version.at, version.value]);
    const isNew = !taken.has(key);
    taken.add(key);
    return isNew || linked.has(name);
  });
}
