import { declarationOf, declaringFile, type Declaration, type DocumentDeclaration } from '../declarations.ts';
import { attributeList, writtenName } from '../../vocabulary/index.ts';
import type { WrittenConstruct } from '../../inventory/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import type { Asset, CheckRow, ChangeRequest, SettingValue, Text } from '../../model/index.ts';
import {
  addAttributes,
  addToProperty,
  templateValueOf,
  setMapEntries,
  setProperty,
} from '../cloudformation.ts';
import { joinInsertions, toEdits, type Change, type TextEdit } from '../edit.ts';
import { snakeCase } from './names.ts';
import { addSecondInstance } from './second-instance.ts';
import { InexpressibleError } from '../new/values.ts';
import { existingInTemplate, planInTemplate } from '../plans/plan-in-template.ts';
import { existingInTerraform, planInTerraform } from '../plans/plan-in-terraform.ts';
import { planOf } from '../plans/plans.ts';
import { setAtPath } from '../terraform-blocks.ts';
import { constructChanges, isProperty } from '../programs/construct-changes.ts';
import {
  joinedSnippet,
  existingConstructs,
  commentSnippet,
  type Snippet,
  snippetFor,
} from '../plans/snippet.ts';
import { addToList, setParameters } from '../terraform.ts';

/** A fix as it is offered: edits to confirm, code to copy into a program, or a command if the code cannot be edited. */
export type FixOffer =
  | { title: Text; edits: readonly { file: string; edits: readonly TextEdit[] }[] }
  | { title: Text; snippet: string }
  | { title: Text; command: string };

/**
 * Reads a file of the scanned folder; null if that fails. If it returns the same object again, the file is parsed only
 * once.
 */
export type ReadFile = (file: string) => SourceFile | null;

/**
 * Fix of a failed check; null if it has none. Code is edited only if every requested change can be written with
 * certainty, and programs only if all are properties of existing constructs. A fix never changes the path or type of a
 * health check.
 */
export function fixFor(
  row: Pick<CheckRow, 'fix'>,
  assets: readonly Asset[],
  read: ReadFile,
): FixOffer | null {
  const { fix } = row;
  if (fix === null) return null;
  const [snippets, remarks]: [Snippet[], Snippet[]] = [[], []];
  const changes = new Map<string, { source: SourceFile; changes: Change[] }>();
  for (const request of fix.changes) {
    const asset = assets.find(({ id }) => id === request.assetId);
    const place = asset === undefined ? null : placeOf(asset, read);
    const written = asset === undefined || place === null ? null : changesFor(request, asset, place, assets);
    if (place === null || written === null) return { title: fix.title, command: fix.command };
    if ('statements' in written) {
      snippets.push(written);
      continue;
    }
    if (place.declaration.tool === 'cdk')
      remarks.push(commentSnippet(written, place.source, place.declaration.construct));
    const known = changes.get(place.source.file) ?? { source: place.source, changes: [] };
    // Several assets of one declaration produce the same change.
    known.changes.push(...written.filter((change) => !known.changes.some((other) => isSame(change, other))));
    changes.set(place.source.file, known);
  }
  const edits = [...changes].map(([file, { source, changes: own }]) => ({
    file,
    edits: toEdits(source, joinInsertions(source, own)),
  }));
  if (snippets.length > 0) return { title: fix.title, snippet: joinedSnippet([...snippets, ...remarks]) };
  if (edits.some((each) => each.edits.length > 0)) return { title: fix.title, edits };
  return { title: fix.title, command: fix.command };
}

function isSame(a: Change, b: Change): boolean {
  return a.start === b.start && a.end === b.end && a.text === b.text;
}

interface Place {
  source: SourceFile;
  declaration: Declaration;
}

function placeOf(asset: Asset, read: ReadFile): Place | null {
  const source = read(declaringFile(asset));
  const declaration = source === null ? null : declarationOf(asset, source);
  return source === null || declaration === null ? null : { source, declaration };
}

function changesFor(
  request: ChangeRequest,
  asset: Asset,
  { source, declaration }: Place,
  assets: readonly Asset[],
): Change[] | Snippet | null {
  if (request.kind === 'second-instance') return addSecondInstance(asset, source, declaration);
  if (declaration.tool === 'cdk') {
    const { construct } = declaration;
    return isProperty(request, asset, construct)
      ? constructChanges(request, asset, source, construct)
      : snippetOf(request, asset, source, construct, assets);
  }
  switch (request.kind) {
    case 'setting':
      return settingChanges(request, asset, source, declaration);
    case 'parameters':
      return declaration.tool === 'terraform'
        ? setParameters(source, declaration.block, request)
        : setMapEntries(source, declaration, 'Parameters', request.parameters);
    case 'log-group':
      // Other changes of the fix can still be made.
      return createsSeveral(declaration) ? [] : planChanges(request, asset, source, declaration, assets);
    default:
      return createsSeveral(declaration) ? null : planChanges(request, asset, source, declaration, assets);
  }
}

/** Changes of a plan in its file; null if the file cannot express it. */
function planChanges(
  request: Parameters<typeof planOf>[0],
  asset: Asset,
  source: SourceFile,
  declaration: DocumentDeclaration,
  assets: readonly Asset[],
): Change[] | null {
  try {
    if (declaration.tool === 'terraform') {
      const { block } = declaration;
      const plan = planOf(request, asset, existingInTerraform(asset, source, block, assets));
      return planInTerraform(plan, asset, source, block, assets);
    }
    const plan = planOf(request, asset, existingInTemplate(asset, source, declaration, assets));
    return planInTemplate(plan, asset, source, declaration);
  } catch (error) {
    if (error instanceof InexpressibleError) return null;
    throw error;
  }
}

/** Code for a request that adds constructs to a program; null if the program cannot express it. */
function snippetOf(
  request: Parameters<typeof planOf>[0],
  asset: Asset,
  source: SourceFile,
  construct: WrittenConstruct,
  assets: readonly Asset[],
): Snippet | null {
  try {
    return snippetFor(
      planOf(request, asset, existingConstructs(construct, asset, assets)),
      asset,
      source,
      construct,
    );
  } catch (error) {
    if (error instanceof InexpressibleError) return null;
    throw error;
  }
}

/**
 * True with `count` or `for_each`: the declaration stands for any number of resources, and references would need an
 * index.
 */
function createsSeveral(declaration: Declaration): boolean {
  if (declaration.tool !== 'terraform') return false;
  return declaration.block.body.attributes.some(({ name }) => name === 'count' || name === 'for_each');
}

function settingChanges(
  { setting, value, mode }: Extract<ChangeRequest, { kind: 'setting' }>,
  asset: Asset,
  source: SourceFile,
  declaration: DocumentDeclaration,
): Change[] | null {
  const name = writtenName(asset, setting);
  if (name === null)
    return declaration.tool === 'cloudformation'
      ? attributeChanges(asset, setting, value, source, declaration)
      : null;
  if (declaration.tool === 'terraform') {
    return mode === 'add'
      ? addToList(source, declaration.block, name, textsOf(value))
      : setAtPath(source, declaration.block, name.split('.'), snakeKeys(value));
  }
  if (mode === 'add') return addToProperty(source, declaration, name, textsOf(value));
  if (setting === 'metricsCollection') {
    return setProperty(source, declaration, name, [{ Granularity: '1Minute', Metrics: textsOf(value) }]);
  }
  return setProperty(source, declaration, name, templateValueOf(value));
}

/** Changes of settings that load balancers and target groups keep in a list of keys and values. */
function attributeChanges(
  { kind }: Asset,
  setting: string,
  value: SettingValue,
  source: SourceFile,
  declaration: Extract<Declaration, { tool: 'cloudformation' }>,
): Change[] | null {
  const property = attributeList(kind, setting);
  return property === null
    ? null
    : addAttributes(source, declaration, property, { [setting]: templateValueOf(value) });
}

function snakeKeys(value: SettingValue): SettingValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [snakeCase(key), snakeKeys(field)]));
}

function textsOf(value: SettingValue): string[] {
  return Array.isArray(value) ? (value as readonly SettingValue[]).map(String) : [];
}
