import { locate } from '../../../syntax/index.ts';
import type { Script } from '../../../syntax/shell/index.ts';
import { imageDraft, type AssetDraft } from '../../resources/draft.ts';
import { literalAt } from '../../../values/index.ts';

/** Release lock in host settings (TOML): `[settings.updates]` and `version-lock = "1.20.0"` below it. */
const VERSION_LOCK =
  /^(?<before>[ \t]*(?:settings\.)?(?:updates\.)?)version-lock[ \t]*=[ \t]*["'](?<value>v?\d+\.\d+\.\d+)["']/dgm;
const SECTION_HEADER = /^[ \t]*\[(?<name>[\w. -]*)\][ \t]*(?:#.*)?\r?$/gm;

/** Release that host settings lock updates to. */
export function lockedVersions(
  script: Script,
  from: Pick<AssetDraft, 'source' | 'file'> & { prefix: string },
): AssetDraft[] {
  const { text } = script;
  if (!text.includes('version-lock')) return [];
  const sections = [...text.matchAll(SECTION_HEADER)].map(({ index, groups }) => ({
    index,
    name: groups?.['name'] ?? '',
  }));
  return [...text.matchAll(VERSION_LOCK)].flatMap(({ index, groups, indices }): AssetDraft[] => {
    const section = sections.findLast((each) => each.index < index)?.name ?? '';
    const path = `${section}.${groups?.['before']?.trim() ?? ''}`;
    const range = indices?.groups?.['value'];
    if (range === undefined || !/^\.?settings\.updates\.?$/.test(path.replace(/\.+/g, '.'))) return [];
    const at = locate(script.span({ start: range[0], end: range[1] }));
    const version = literalAt(groups?.['value'] ?? '', at);
    const { source, file, prefix } = from;
    const draft = imageDraft({ source, name: `${prefix}version-lock`, file, at, version });
    return [{ ...draft, settings: { versionLock: version } }];
  });
}
