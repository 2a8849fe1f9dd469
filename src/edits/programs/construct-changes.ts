import type { WrittenConstruct, WrittenGroup } from '../../inventory/index.ts';
import type { Asset, Change as Wish, SettingValue } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { constructProperty, isAttribute, retentionConstant } from '../../vocabulary/index.ts';
import type { Change } from '../edit.ts';
import { cdkName, type CdkModule } from './cdk-names.ts';
import { appendPart, quoteOf } from './group-edit.ts';

/** A construct in the text of its program. */
interface Place {
  source: SourceFile;
  construct: WrittenConstruct;
}

/** Wishes that are properties of a construct. */
export type ConstructWish = Extract<
  Wish,
  { kind: 'setting' | 'parameters' | 'parameter-group' | 'log-group' | 'enhanced-monitoring' }
>;

/** Whether a wish is a property: constructs of the CDK's own make groups of parameters and logs, and roles, themselves. */
export function isProperty(
  wish: Wish,
  { kind }: Asset,
  { className }: WrittenConstruct,
): wish is ConstructWish {
  switch (wish.kind) {
    case 'setting':
      return className.startsWith('Cfn') || !isAttribute(kind, wish.setting);
    case 'parameters':
      return true;
    case 'parameter-group':
    case 'log-group':
    case 'enhanced-monitoring':
      return !className.startsWith('Cfn');
    default:
      return false;
  }
}

/** What a wish changes in a construct of a program; null where something else than a literal is written. */
export function constructChanges(
  wish: ConstructWish,
  asset: Asset,
  source: SourceFile,
  construct: WrittenConstruct,
): Change[] | null {
  const place = { source, construct };
  switch (wish.kind) {
    case 'setting':
      return settingChanges(wish, asset, place);
    case 'parameters':
    case 'parameter-group':
      return mapChanges(place, 'parameters', wish.parameters);
    case 'log-group': {
      const constant = retentionConstant(wish.days);
      const property = constructProperty(asset, 'cloudwatchLogsRetention', construct.className);
      if (constant === null || property === null) return null;
      return codeChanges(place, property, 'logs', 'RetentionDays', (name) => `${name}.${constant}`);
    }
    case 'enhanced-monitoring': {
      const property = constructProperty(asset, 'monitoringInterval', construct.className);
      if (property === null) return null;
      return codeChanges(place, property, 'core', 'Duration', (name) => `${name}.seconds(${wish.seconds})`);
    }
  }
}

type Setting = Extract<Wish, { kind: 'setting' }>;

function settingChanges({ setting, value, mode }: Setting, asset: Asset, place: Place): Change[] | null {
  const { className, language } = place.construct;
  const property = constructProperty(asset, setting, className);
  // A path leads into what another call makes.
  if (property === null || property.includes('.')) return null;
  if (mode === 'add') return listChanges(place, property, value);
  if (setting === 'metricsCollection' && !className.startsWith('Cfn'))
    return codeChanges(place, property, 'autoscaling', 'GroupMetrics', (name) => `[${name}.all()]`);
  const isPlain = typeof value === 'boolean' || (typeof value === 'number' && className.startsWith('Cfn'));
  return isPlain ? propertyChanges(place, property, literalOfProgram(value, language)) : null;
}

function literalOfProgram(value: boolean | number, language: WrittenConstruct['language']): string {
  const text = String(value);
  return language === 'python' && typeof value === 'boolean'
    ? text.charAt(0).toUpperCase() + text.slice(1)
    : text;
}

function plain(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

function partNamed({ parts }: WrittenGroup, name: string): WrittenGroup['parts'][number] | undefined {
  return parts.findLast(({ key }) => key === plain(name));
}

/** Sets a property; null where something else than a literal is written. */
export function propertyChanges(
  { source, construct }: Place,
  property: string,
  code: string,
): Change[] | null {
  const written = partNamed(construct.properties, property)?.value;
  if (written === undefined)
    return appendPart(source, construct.properties, `${property}${assignment(construct)}${code}`);
  return written.isPlain ? [{ start: written.start, end: written.end, text: code }] : null;
}

function assignment({ language }: WrittenConstruct): string {
  return language === 'python' ? '=' : ': ';
}

/** Sets a property to something of the CDK, with the import that this needs. */
function codeChanges(
  place: Place,
  property: string,
  module: CdkModule,
  name: string,
  codeOf: (name: string) => string,
): Change[] | null {
  if (partNamed(place.construct.properties, property) !== undefined) return [];
  const known = cdkName(place.source, place.construct, module, name);
  const set = known === null ? null : propertyChanges(place, property, codeOf(known.code));
  return known === null || set === null ? null : [...known.changes, ...set];
}

/** Adds texts to a property that is a list. */
function listChanges({ source, construct }: Place, property: string, value: SettingValue): Change[] | null {
  const quote = quoteOf(source);
  const texts = (Array.isArray(value) ? (value as readonly SettingValue[]) : [value]).map(String);
  const written = partNamed(construct.properties, property)?.value;
  const inQuotes = (text: string): string => `${quote}${text}${quote}`;
  if (written === undefined) {
    const list = `[${texts.map(inQuotes).join(', ')}]`;
    return appendPart(source, construct.properties, `${property}${assignment(construct)}${list}`);
  }
  const { group } = written;
  if (group === null || group.isOpen || source.text.charAt(group.open - 1) !== '[') return null;
  const present = group.parts.map((part) => part.value.text);
  const missing = texts.filter((text) => !present.includes(text));
  return missing.length === 0 ? [] : appendPart(source, group, missing.map(inQuotes).join(', '));
}

/** Sets entries of a property that is a map of texts, such as an engine's parameters. */
function mapChanges(
  { source, construct }: Place,
  property: string,
  values: Readonly<Record<string, string>>,
): Change[] | null {
  const quote = quoteOf(source);
  const isName = (name: string): boolean => construct.language !== 'python' && /^\w+$/.test(name);
  const key = (name: string): string => (isName(name) ? name : `${quote}${name}${quote}`);
  const entry = ([name, value]: [string, string]): string => `${key(name)}: ${quote}${value}${quote}`;
  const written = partNamed(construct.properties, property)?.value;
  if (written === undefined) {
    const map = `{ ${Object.entries(values).map(entry).join(', ')} }`;
    const code = construct.language === 'python' ? map.replace('{ ', '{').replace(/ \}$/, '}') : map;
    return appendPart(source, construct.properties, `${property}${assignment(construct)}${code}`);
  }
  const { group } = written;
  if (group === null || group.isOpen || source.text.charAt(group.open - 1) !== '{') return null;
  const changes: Change[] = [];
  for (const [name, value] of Object.entries(values)) {
    const present = group.parts.findLast((part) => part.key === plain(name))?.value;
    if (present === undefined) changes.push(...appendPart(source, group, entry([name, value])));
    else if (present.text === null && !present.isPlain) return null;
    else changes.push({ start: present.start, end: present.end, text: `${quote}${value}${quote}` });
  }
  return changes;
}
