import path from 'node:path/posix';
import { isWrittenIn, joinLabels } from '../../../values/index.ts';
import { locationKey } from '../../../model/index.ts';
import type { AssetDraft } from '../draft.ts';

// Files of variables and parameters of which the deployment takes one: each stands for an environment.

/** Names that leave it to the folder to say what a file is for, and folders that do not say it. */
const NO_ENVIRONMENT = new RegExp(
  `^(?:${[
    ...['terraform', 'tfvars', 'main', 'common', 'defaults?', 'values', 'variables', 'vars', 'inputs?'],
    ...['config(?:uration)?', 'secrets?', 'env(?:ironment)?s?', 'infra(?:structure)?'],
    ...['param(?:eter)?s?', 'template', 'cfn'],
  ].join('|')})$`,
  'i',
);

/** The environment that a file stands for, by its name or its folder's; null when neither says. */
export function environmentNamed(name: string | null, file: string): string | null {
  const folder = path.basename(path.dirname(file));
  return [name ?? '', folder].find((each) => !/^\.?$/.test(each) && !NO_ENVIRONMENT.test(each)) ?? null;
}

/**
 * What a file decides: the drafts whose version it writes, or has chosen elsewhere, and their members.
 * @param without the drafts without the file
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

/** Which thing has its version from where. */
function versionKey({ name, version, isUnselected }: AssetDraft): string {
  return [name, version?.at ? locationKey(version.at) : '', isUnselected].join(' ');
}
