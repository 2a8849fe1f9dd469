import path from 'node:path';
import type { Problem } from '../../../model/index.ts';
import { text } from '../../../l10n/index.ts';
import { readJson } from '../document/json.ts';
import type { ParsedDocument } from '../document/node.ts';
import { readYaml } from '../document/yaml.ts';
import type { SourceFile } from '../draft.ts';
import type { Format, Reading, WorkspaceView } from '../format.ts';
import { draftsOf } from './drafts.ts';
import { templateOf } from './template.ts';

const NOTHING: Reading = { drafts: [], problems: [], includes: [] };

/** CloudFormation and SAM templates, `cdk.out`, and the resources of Serverless Framework services. */
export const cloudformation: Format = {
  id: 'cloudformation',
  claims: (file) => /\.(?:ya?ml|json|template)$/i.test(file),
  needles: ['AWS::RDS::', 'AWS::AutoScaling::'],
  unitOf: (file) => file,
  read: readTemplate,
};

function readTemplate(unit: string, view: WorkspaceView): Reading {
  const source = view.read(unit);
  if (source === null) return NOTHING;
  const [document] = readDocuments(source);
  if (document === undefined) return NOTHING;
  const problems = problemsOf(unit, document);
  const template = document.root === null ? null : templateOf([document.root]);
  if (template === null) return { drafts: [], problems, includes: [] };
  const stack = { template, prefix: '', inputs: new Map(), children: new Map(), variables: null };
  return { drafts: draftsOf(stack, unit), problems, includes: [] };
}

function readDocuments(source: SourceFile): ParsedDocument[] {
  const isJson = path.extname(source.file).toLowerCase() === '.json' || /^\s*\{/.test(source.text);
  return isJson ? [readJson(source)] : readYaml(source);
}

/** One problem a file: after the first error the others are mostly its consequences. */
function problemsOf(file: string, document: ParsedDocument): Problem[] {
  const [first] = document.errors;
  if (first === undefined) return [];
  const { line, message } = first;
  return [{ source: file, text: text('problem.syntax', { error: message, line }) }];
}
