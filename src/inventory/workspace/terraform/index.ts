import path from 'node:path/posix';
import type { Problem } from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import type { AssetDraft } from '../draft.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { draftsOfResource } from './draft-resource.ts';
import type { LooseDraft } from './draft-resource.ts';
import { followTargets } from './links.ts';
import { readModuleFolder, isModuleFile } from './module.ts';
import type { ModuleFolder } from './module.ts';
import { newBudget, Scope } from './scope.ts';

/** Terraform and OpenTofu, one folder at a time, with the local modules that it calls. */
export const terraform: Format = {
  id: 'terraform',
  claims: (file) => isModuleFile(file),
  needles: ['aws_rds_', 'aws_db_', 'mysql_aurora', 'aurora'],
  unitOf: (file) => path.dirname(file),
  read: readUnit,
};

function readUnit(folder: string, view: WorkspaceView): Reading {
  const module = readModuleFolder(folder, view);
  if (module === null) return { drafts: [], problems: [], includes: [] };
  const scope = new Scope(module, '', new Map(), newBudget());
  return { drafts: readScope(scope), problems: problemsOf(module), includes: [] };
}

function readScope(scope: Scope): AssetDraft[] {
  const drafts: LooseDraft[] = [];
  for (const resource of scope.module.resources.values())
    drafts.push(...draftsOfResource(resource, scope, null));
  return followTargets(drafts);
}

function problemsOf(module: ModuleFolder): Problem[] {
  return module.files.flatMap(({ file, errors }) => {
    const [first] = errors;
    if (first === undefined) return [];
    return [{ source: file, text: text('problem.syntax', { line: first.line, error: first.near }) }];
  });
}
