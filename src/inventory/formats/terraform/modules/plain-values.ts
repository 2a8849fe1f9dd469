import path from 'node:path/posix';
import type { AssetDraft } from '../../../resources/draft.ts';
import { mapAt, type Value } from '../../../../values/index.ts';
import type { WorkspaceView } from '../../format.ts';
import { draftsOfInputs } from '../resources/draft-call.ts';
import { parseFile } from './file.ts';
import { followLinks, type LooseDraft } from '../../../resources/links.ts';
import { loneScope } from './scope.ts';
import { surroundingsOf } from './surroundings.ts';
import type { HclFile } from '../../../../syntax/index.ts';
import { isVariableFile } from './names.ts';
import { valuesIn } from './terragrunt-config.ts';
import { environmentName } from './variable-files.ts';

// Values that are handed to modules which are not here: variables files away from their module.

/** What is read of a unit that is no module. */
export interface UnitDrafts {
  drafts: AssetDraft[];
  files: HclFile[];
  /** Other units that were read with it. */
  includes: string[];
}

/** Variables files in a folder without code. */
export function readLoneVariables(folder: string, view: WorkspaceView): UnitDrafts {
  const files = view
    .list(folder)
    .filter(isVariableFile)
    .flatMap((name) => view.read(name) ?? [])
    .map(parseFile);
  const drafts = files.flatMap((file) => {
    const own = path.dirname(file.file);
    const scope = loneScope(own, [file], surroundingsOf(own, view));
    return draftsOfFields(file, valuesIn([file], scope), 'var', environmentName(file.file));
  });
  return { drafts: followLinks(drafts, []), files, includes: [] };
}

function draftsOfFields(
  { file, body }: HclFile,
  fields: ReadonlyMap<string, Value>,
  name: string,
  environment: string | null,
): LooseDraft[] {
  const [first] = body.attributes;
  if (first === undefined) return [];
  const { lines } = first.nameSpan;
  const span = { lines, start: 0, end: 0 };
  return draftsOfInputs(mapAt(fields, span), { name, file, span, count: 1 }).map((draft) => ({
    ...draft,
    environment: environment ?? draft.environment,
  }));
}
