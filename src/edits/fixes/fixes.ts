import { declarationOf, declaringFile, type Declaration, type DocumentDeclaration } from '../declarations.ts';
import {
  attributeList,
  AURORA_CLUSTER,
  LOG_GROUP,
  propertyToWrite,
  writtenName,
} from '../../vocabulary/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import type { Asset, CheckRow, Change as Wish, SettingValue, Text } from '../../model/index.ts';
import {
  addAttribute,
  addResources,
  addToProperty,
  asTemplateValue,
  setMapEntries,
  setProperty,
} from '../cloudformation.ts';
import { inOneParagraph, toEdits, type Change, type TextEdit } from '../edit.ts';
import { alertsInTemplate } from './alerts-in-template.ts';
import { alertsInTerraform } from './alerts-in-terraform.ts';
import { monitoringChanges } from './enhanced-monitoring.ts';
import { resourceInTemplate, resourceInTerraform } from '../new-resource.ts';
import { camelOf, labelOf, snakeOf } from './names.ts';
import { parameterGroupChanges } from './parameter-group.ts';
import { hookInTemplate, hookInTerraform } from './termination-hook.ts';
import { setAtPath } from '../terraform-blocks.ts';
import { constructChanges } from '../programs/construct-changes.ts';
import { addToList, appendBlocks, setParameters } from '../terraform.ts';

/** A fix as a preview that the user confirms, or as a command to copy where the code cannot be edited. */
export type FixOffer =
  | { title: Text; edits: readonly { file: string; edits: readonly TextEdit[] }[] }
  | { title: Text; command: string };

/** A file of the scanned folder; null when it cannot be read. The same object is not parsed twice. */
export type ReadFile = (file: string) => SourceFile | null;

/**
 * What can be done about a failed check; null where it has no fix. Code is edited only when every wish can be written
 * with certainty. No fix ever changes a check path or a health check type.
 */
export function fixFor(
  row: Pick<CheckRow, 'fix'>,
  assets: readonly Asset[],
  read: ReadFile,
): FixOffer | null {
  const { fix } = row;
  if (fix === null) return null;
  const changes = new Map<string, { source: SourceFile; changes: Change[] }>();
  for (const wish of fix.changes) {
    const asset = assets.find(({ id }) => id === wish.assetId);
    const place = asset === undefined ? null : placeOf(asset, read);
    const written = asset === undefined || place === null ? null : changesFor(wish, asset, place, assets);
    if (place === null || written === null) return { title: fix.title, command: fix.command };
    const known = changes.get(place.source.file) ?? { source: place.source, changes: [] };
    // Several assets of one declaration want the same.
    known.changes.push(...written.filter((change) => !known.changes.some((other) => isSame(change, other))));
    changes.set(place.source.file, known);
  }
  const edits = [...changes].map(([file, { source, changes: own }]) => ({
    file,
    edits: toEdits(source, inOneParagraph(source, own)),
  }));
  if (edits.every((each) => each.edits.length === 0)) return { title: fix.title, command: fix.command };
  return { title: fix.title, edits };
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
  wish: Wish,
  asset: Asset,
  { source, declaration }: Place,
  assets: readonly Asset[],
): Change[] | null {
  if (declaration.tool === 'cdk') return constructChanges(wish, asset, source, declaration.construct);
  switch (wish.kind) {
    case 'setting':
      return settingChanges(wish, asset, source, declaration);
    case 'parameters':
      return declaration.tool === 'terraform'
        ? setParameters(source, declaration.block, wish)
        : setMapEntries(source, declaration, 'Parameters', wish.parameters);
    case 'termination-hook':
      if (isRepeated(declaration)) return null;
      return declaration.tool === 'terraform'
        ? appendBlocks(source, hookInTerraform(asset.name))
        : addResources(source, declaration, hookInTemplate(asset.name));
    case 'log-group':
      // The rest of a fix does not wait for it.
      if (isRepeated(declaration)) return [];
      return declaration.tool === 'terraform'
        ? appendBlocks(source, logGroupInTerraform(asset, wish))
        : addResources(source, declaration, logGroupInTemplate(asset, wish));
    case 'parameter-group':
      return isRepeated(declaration) ? null : parameterGroupChanges(wish, asset, source, declaration, assets);
    case 'alarm':
    case 'event-subscription':
    case 'notification':
      if (isRepeated(declaration)) return null;
      return declaration.tool === 'terraform'
        ? alertsInTerraform(wish, asset, source, assets)
        : alertsInTemplate(wish, asset, source, declaration, assets);
    case 'enhanced-monitoring':
      return isRepeated(declaration) ? null : monitoringChanges(wish, asset, source, declaration);
  }
}

/** With `count` or `for_each` there are several of it, or none: what refers to it has to be repeated by hand. */
function isRepeated(declaration: Declaration): boolean {
  if (declaration.tool !== 'terraform') return false;
  return declaration.block.body.attributes.some(({ name }) => name === 'count' || name === 'for_each');
}

function settingChanges(
  { setting, value, mode }: Extract<Wish, { kind: 'setting' }>,
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
  return setProperty(source, declaration, name, asTemplateValue(value));
}

/** Load balancers and target groups have some of their settings in a list of keys and values. */
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
    : addAttribute(source, declaration, property, setting, asTemplateValue(value));
}

function snakeKeys(value: SettingValue): SettingValue {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, field]) => [snakeOf(key), snakeKeys(field)]));
}

function textsOf(value: SettingValue): string[] {
  return Array.isArray(value) ? (value as readonly SettingValue[]).map(String) : [];
}

type LogGroup = Extract<Wish, { kind: 'log-group' }>;

function logGroupInTerraform({ name }: Asset, { logType, days }: LogGroup): string[] {
  const label = `${labelOf({ name })}_${snakeOf(logType)}`;
  const cluster = `${name}.${propertyToWrite('terraform', AURORA_CLUSTER, 'dbClusterIdentifier')}`;
  return resourceInTerraform(LOG_GROUP, label, {
    logGroupName: `"/aws/rds/cluster/\${${cluster}}/${logType}"`,
    retentionInDays: String(days),
  });
}

function logGroupInTemplate({ name }: Asset, { logType, days }: LogGroup) {
  return {
    [`${name}${camelOf(logType)}Log`]: resourceInTemplate(LOG_GROUP, {
      logGroupName: { 'Fn::Sub': `/aws/rds/cluster/\${${name}}/${logType}` },
      retentionInDays: days,
    }),
  };
}
