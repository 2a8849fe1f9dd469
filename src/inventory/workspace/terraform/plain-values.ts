import path from 'node:path/posix';
import type { WorkspaceView } from '../format.ts';
import { draftsOfInputs } from './draft-call.ts';
import { evaluate } from './evaluate.ts';
import { parseFile } from './file.ts';
import type { LooseDraft } from './links.ts';
import { looseImages } from './loose-images.ts';
import { looseDrafts } from './loose-values.ts';
import { declarationsOf } from './module.ts';
import type { Result } from './result.ts';
import { newSurroundings, Scope } from './scope.ts';
import { attributeOf } from './syntax.ts';
import type { HclFile } from './syntax.ts';
import { environmentName, isVariableFile } from './variable-files.ts';

// Values that are handed to modules which are not here: variables files away from their module, Terragrunt.

/** What is read of files that are no code of a module. */
export interface PlainValues {
  drafts: LooseDraft[];
  files: HclFile[];
}

/** Variables files in a folder without code. */
export function readLoneVariables(folder: string, view: WorkspaceView): PlainValues {
  const files = view
    .list(folder)
    .filter(isVariableFile)
    .flatMap((name) => view.read(name) ?? [])
    .map(parseFile);
  const drafts = files.flatMap((file) => {
    const scope = scopeOf(file, view);
    const fields = new Map<string, Result>();
    for (const { name, value } of file.body.attributes) {
      fields.set(name, evaluate(value, scope.context(`var.${name}`, 'variable')));
    }
    return draftsOfFields(file, fields, 'var', environmentName(file.file));
  });
  return { drafts, files };
}

/** A Terragrunt file: its `inputs`, and locals that other files read. */
export function readTerragrunt(name: string, view: WorkspaceView): PlainValues {
  const source = view.read(name);
  if (source === null) return { drafts: [], files: [] };
  const file = parseFile(source);
  const scope = scopeOf(file, view);
  const inputs = attributeOf(file.body, 'inputs');
  const given = inputs === undefined ? null : evaluate(inputs.value, scope.context('inputs', 'variable'));
  const drafts =
    given === null || given.kind !== 'object' ? [] : draftsOfFields(file, given.fields, 'inputs', null);
  return { drafts: [...drafts, ...looseDrafts(scope, drafts), ...looseImages(scope, drafts)], files: [file] };
}

export function isTerragrunt(file: string): boolean {
  return /\.hcl$/.test(file) && !/\.(?:pkr|pkrvars|lock|nomad|tftest|tflint)\.hcl$/.test(path.basename(file));
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
  fields: ReadonlyMap<string, Result>,
  name: string,
  environment: string | null,
): LooseDraft[] {
  const [first] = body.attributes;
  if (first === undefined) return [];
  const { lines } = first.nameSpan;
  const span = { lines, start: 0, end: 0 };
  return draftsOfInputs(
    { kind: 'object', fields, isComplete: true, span },
    { name, file, span, count: 1 },
  ).map((loose) => ({
    ...loose,
    draft: { ...loose.draft, environment: environment ?? loose.draft.environment },
  }));
}
