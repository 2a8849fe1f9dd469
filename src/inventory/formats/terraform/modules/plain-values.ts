import { NOTHING } from '../../of-files.ts';
import path from 'node:path/posix';
import { mapAt, type Value } from '../../../../values/index.ts';
import type { Reading, WorkspaceView } from '../../format.ts';
import { draftsOfInputs } from '../resources/draft-call.ts';
import { parsedFiles, problemsOf } from './file.ts';
import { followLinks, type LooseDraft } from '../../../resources/links.ts';
import { loneScope } from './scope.ts';
import { surroundingsOf } from './surroundings.ts';
import type { HclFile } from '../../../../syntax/index.ts';
import { isVariableFile } from './names.ts';
import { valuesIn } from './terragrunt-config.ts';
import { environmentName } from './variable-files.ts';

// Values that are handed to modules which are not here: variables files away from their module.

/** Variables files in a folder without code. */
export function readLoneVariables(folder: string, view: WorkspaceView): Reading {
  const files = parsedFiles(view.list(folder).filter(isVariableFile), view);
  const drafts = files.flatMap((file) => {
    const own = path.dirname(file.file);
    const scope = loneScope(own, [file], surroundingsOf(own, view));
    return draftsOfFields(file, valuesIn([file], scope), 'var', environmentName(file.file));
  });
  return { ...NOTHING, drafts: followLinks(drafts, []), problems: problemsOf(files) };
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
