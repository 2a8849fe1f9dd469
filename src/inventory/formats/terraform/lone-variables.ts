import { EMPTY_READING } from '../../reading/file-format.ts';
import path from 'node:path/posix';
import { mapAt } from '../../../values/index.ts';
import type { Reading, WorkspaceView } from '../../reading/format.ts';
import { draftsOfInputs } from './resources/draft-call.ts';
import { parsedFiles, problemsOf } from '../../hcl/file.ts';
import { resolveLinks } from '../../resources/links.ts';
import { loneScope } from '../../hcl/scope.ts';
import { surroundingsOf } from '../../hcl/surroundings.ts';
import { isVariableFile } from '../../reading/file-names.ts';
import { fileSpan, valuesIn } from '../../hcl/terragrunt-config.ts';
import { environmentName } from './modules/environments.ts';

// Values for modules outside the workspace: variables files without a module beside them.

/** Variables files in a folder without code. */
export function readLoneVariables(folder: string, view: WorkspaceView): Reading {
  const files = parsedFiles(view.list(folder).filter(isVariableFile), view);
  const drafts = files.flatMap((file) => {
    const own = path.dirname(file.file);
    const scope = loneScope(own, [file], surroundingsOf(own, view));
    const span = fileSpan(file);
    const environment = environmentName(file.file);
    const declared = { name: 'var', file: file.file, span, count: 1 };
    return draftsOfInputs(mapAt(valuesIn([file], scope), span), declared).map((draft) => ({
      ...draft,
      environment: environment ?? draft.environment,
    }));
  });
  return { ...EMPTY_READING, drafts: resolveLinks(drafts, []), problems: problemsOf(files) };
}
