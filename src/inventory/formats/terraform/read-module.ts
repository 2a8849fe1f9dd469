import type { AssetDraft } from '../../resources/draft.ts';
import { decidedByFile } from '../../resources/passes/environments.ts';
import type { Reading } from '../../reading/format.ts';
import { problemsOf } from '../../hcl/file.ts';
import type { ModuleFolder } from '../../hcl/module.ts';
import type { VariableLookup } from '../../hcl/scope.ts';
import { surroundingsOf } from '../../hcl/surroundings.ts';
import { valuesOfFiles } from '../../hcl/variable-files.ts';
import { draftsOfModule } from './module-drafts.ts';
import { environmentsOf, usesFileAlways, loadedFiles } from './modules/environments.ts';
import type { Reader } from './modules/module-tree.ts';
import { valuesOfScripts } from './modules/script-values.ts';
import { draftsOfVariants, type EnvironmentVariant } from './modules/variants.ts';

/** A module with each of its variables files, and with the values of the scripts that deploy it. */
export function readModule(module: ModuleFolder, reader: Reader): Reading {
  const { folder } = module;
  const { view } = reader;
  const loaded = loadedFiles(folder, view);
  const base = draftsOfModule(module, valuesOfFiles(loaded), reader);
  const draftsWith = (given: VariableLookup): AssetDraft[] =>
    draftsOfModule(module, given, { ...reader, surroundings: surroundingsOf(folder, view) });
  const environments = environmentsOf(folder, view);
  const variants = environments.map(({ name, file, isExample }) => {
    const drafts = draftsWith(valuesOfFiles([...loaded, file]));
    return { file: file.file, drafts, decided: decidedByFile(drafts, name, file.file, base), isExample };
  });
  const deployed = variants.filter(({ isExample }) => !isExample);
  const pinned = [
    ...variants.flatMap(({ decided }) => decided),
    ...valuesOfScripts(module, base, valuesOfFiles(loaded), view, draftsWith),
  ];
  const shared = withoutDecided(base, pinned);
  const replaced = new Set(shared.filter((draft) => isReplaced(draft, deployed)));
  const isNeverUsed = replaced.size > 0 && usesFileAlways(environments, loaded, folder, view);
  const marked = shared.map((draft) =>
    isNeverUsed && replaced.has(draft) ? { ...draft, isUnselected: 'replaced' as const } : draft,
  );
  const files = [...loaded, ...environments.map(({ file }) => file), ...module.files];
  return {
    drafts: [...draftsOfVariants(marked, deployed), ...pinned],
    problems: [...problemsOf(files), ...reader.problems],
    includes: [...reader.modules.keys()].filter((inner) => inner !== folder),
  };
}

/** Drafts of a module with one variables file, and those whose version the file decides. */
interface DecidedVariant extends EnvironmentVariant {
  decided: readonly AssetDraft[];
}

/** Drafts of a module, without databases whose version only a file or a script decides, and without their instances. */
function withoutDecided(base: readonly AssetDraft[], pinned: readonly AssetDraft[]): AssetDraft[] {
  const known = new Set(
    pinned.filter(({ version }) => version?.state === 'known').map((draft) => draft.name),
  );
  const decided = new Set(
    base.flatMap(({ name, version }) => (version?.state === 'unknown' && known.has(name) ? [name] : [])),
  );
  const isDecided = ({ name, links }: AssetDraft): boolean =>
    decided.has(name) || links.some(({ role, target }) => role === 'member-of' && decided.has(target));
  return base.filter((draft) => !isDecided(draft));
}

/** True for a default version that each deployed variables file replaces. */
function isReplaced({ name, version }: AssetDraft, deployed: readonly DecidedVariant[]): boolean {
  if (version?.state !== 'known' || version.origin !== 'default' || deployed.length === 0) return false;
  return deployed.every(({ decided }) =>
    decided.some((each) => each.name === name && each.version?.state === 'known'),
  );
}
