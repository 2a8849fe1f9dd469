import path from 'node:path/posix';
import { isWrittenIn, joinLabels } from '../../../values/index.ts';
import { locationKey } from '../../../model/index.ts';
import type { AssetDraft } from '../draft.ts';

// Variables and parameter files, one of which a deployment uses: each represents an environment.

/** File names and folder names that identify no environment. If the file's name does not, the folder decides. */
const NO_ENVIRONMENT = new RegExp(
  `^(?:${[
    ...['terraform', 'tfvars', 'main', 'common', 'defaults?', 'values', 'variables', 'vars', 'inputs?'],
    ...['config(?:uration)?', 'secrets?', 'env(?:ironment)?s?', 'infra(?:structure)?'],
    ...['param(?:eter)?s?', 'template', 'cfn'],
  ].join('|')})$`,
  'i',
);

/** Environment of a file, by its name or its folder's; null if neither names one. */
export function environmentNamed(name: string | null, file: string): string | null {
  const folder = path.basename(path.dirname(file));
  return [name ?? '', folder].find((each) => !/^\.?$/.test(each) && !NO_ENVIRONMENT.test(each)) ?? null;
}

/**
 * Drafts whose version a file decides, and the members of their clusters.
 * @param without drafts as they are without the file
 */
export function decidedByFile(
  drafts: readonly AssetDraft[],
  environment: string | null,
  file: string,
  without: readonly AssetDraft[] = drafts,
): AssetDraft[] {
  const before = new Set(without.map(versionKey));
  const isPinned = (draft: AssetDraft): boolean =>
    isWrittenIn(file, draft.version) || (draft.version?.state === 'known' && !before.has(versionKey(draft)));
  const pinned = new Set(drafts.filter(isPinned).map(({ name }) => name));
  const isMember = ({ links }: AssetDraft): boolean =>
    links.some(({ role, target }) => role === 'member-of' && pinned.has(target));
  return drafts
    .filter((draft) => isPinned(draft) || isMember(draft))
    .map((draft) => ({ ...draft, environment: joinLabels(environment, draft.environment) }));
}

/** Key of a resource with the place of its version. */
function versionKey({ name, version, isUnselected }: AssetDraft): string {
  return [name, version?.at ? locationKey(version.at) : '', isUnselected].join(' ');
}
