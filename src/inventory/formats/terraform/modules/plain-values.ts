import path from 'node:path/posix';
import type { AssetDraft } from '../../../resources/draft.ts';
import { mapAt, type Value } from '../../../values/value.ts';
import type { WorkspaceView } from '../../format.ts';
import { draftsOfInputs } from '../resources/draft-call.ts';
import { evaluate } from '../values/evaluate.ts';
import { parseFile } from './file.ts';
import { followLinks } from '../../../resources/links.ts';
import type { LooseDraft } from '../../../resources/links.ts';
import { declarationsOf } from './module.ts';
import { Scope } from './scope.ts';
import { newSurroundings } from './surroundings.ts';
import type { HclFile } from '../../../../syntax/index.ts';
import { isVariableFile } from './names.ts';
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
    const scope = scopeOf(file, view);
    const fields = new Map<string, Value>();
    for (const { name, value } of file.body.attributes) {
      fields.set(name, evaluate(value, scope.context(`var.${name}`, 'variable')));
    }
    return draftsOfFields(file, fields, 'var', environmentName(file.file));
  });
  return { drafts: followLinks(drafts, []), files, includes: [] };
}

function scopeOf(file: HclFile, view: WorkspaceView): Scope {
  const module = declarationsOf(path.dirname(file.file), [file]);
  return new Scope(
    {
      module,
      prefix: '',
      calledFrom: null,
      surroundings: newSurroundings(module.folder, (file) => view.readNamed(file)),
    },
    () => undefined,
  );
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
