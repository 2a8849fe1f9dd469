import type { WrittenConstruct } from '../../inventory/index.ts';
import type { Asset } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { constructProperty, isAttribute, isStructure, resourceOf } from '../../vocabulary/index.ts';
import { declarationOf, declaringFile } from '../declarations.ts';
import { indentUnit, type Change } from '../edit.ts';
import { formattedCode, type Code } from '../new/code.ts';
import { ProgramWriter, type PlacedConstruct } from '../new/in-program.ts';
import { isList, isStruct, isTagged, referencesIn, type NewResource, type NewValue } from '../new/values.ts';
import type { ExistingResources, Plan } from './plan.ts';

/** Code to copy into a program, in the order in which it is shown. */
export interface Snippet {
  imports: readonly string[];
  /** Constructs of the program that the code refers to, as comments. */
  referenced: readonly string[];
  /** Statements that create constructs. */
  statements: readonly string[];
  /** Method calls, and comments on properties for constructs of the program. */
  properties: readonly string[];
}

/** Code of a plan, to copy into the stack. Null if the construct's name or scope is computed. */
export function snippetFor(
  plan: Plan,
  asset: Asset,
  source: SourceFile,
  construct: WrittenConstruct,
): Snippet | null {
  if (!isPlaced(construct)) return null;
  const writer = new ProgramWriter(source, construct, (other) => placedConstructOf(other, asset, source));
  const style = styleOf(source, construct);
  const made = plan.resources.filter(({ type }) => type.template !== null);
  const statements = made.map((resource) => statementFor(resource, plan, writer, style));
  const properties = Object.entries(plan.settings).map(([setting, value]) =>
    isAttribute(asset.kind, setting) && !construct.className.startsWith('Cfn')
      ? writer.attributeCall(setting, value) + style.end
      : commentForSetting(asset, construct, setting, value, writer, style),
  );
  const known = properties.filter((property) => property !== null);
  if (known.length < properties.length) return null;
  const referenced = [...writer.referenced].map(
    (each) => `${style.remark} ${writer.nameOfConstruct(each)}: the ${each.className} '${each.within.id}'`,
  );
  return { imports: writer.imports, referenced, statements, properties: known };
}

/** Changed properties of a construct as comments of a snippet, with their imports. */
export function commentSnippet(
  changes: readonly Change[],
  source: SourceFile,
  construct: WrittenConstruct,
): Snippet {
  const { remark } = styleOf(source, construct);
  const own = changes.map(({ start, end, text }) => {
    const line = source.text.lastIndexOf('\n', start - 1) + 1;
    // A new value needs the name of its property before it.
    const before = start < end ? source.text.slice(line, start).trimStart() : '';
    return before + text.trim().replace(/^,\s*|,$/g, '');
  });
  const isImport = (code: string): boolean => /^(?:import|from)\b/.test(code);
  const name = construct.within?.id ?? construct.className;
  const properties = own.filter((code) => code !== '' && !isImport(code));
  return {
    imports: own.filter(isImport),
    referenced: [],
    statements: [],
    properties: properties.map((code) => `${name}: ${code}`.replace(/^/gm, `${remark} `)),
  };
}

/** Joins snippets; repeated lines appear once. */
export function joinedSnippet(snippets: readonly Snippet[]): string {
  const parts = (['imports', 'referenced', 'statements', 'properties'] as const).map((part) => [
    ...new Set(snippets.flatMap((each) => each[part])),
  ]);
  return parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n');
}

/** Constructs of a program that a plan can use. */
export function existingConstructs(
  { className }: WrittenConstruct,
  asset: Asset,
  assets: readonly Asset[],
): ExistingResources {
  return {
    asset: (id) => assets.find((each) => each.id === id),
    // Generated constructs take instance profiles. The CDK's own constructs take roles, and create the profiles
    // themselves.
    roleForm: (setting) => {
      if (!className.startsWith('Cfn')) return 'construct';
      return isStructure(resourceOf('cdk', className)?.settings[setting]?.type) ? 'structure' : 'name';
    },
    topic: () => null,
    roleOf: () => null,
    logBucket: () => null,
    isWritten: (setting) => asset.settings[setting] !== undefined,
  };
}

/** Syntax of a program. */
interface Style {
  isPython: boolean;
  unit: string;
  /** End of a statement. */
  end: string;
  /** Start of a comment. */
  remark: string;
}

function styleOf(source: SourceFile, { language, imports }: WrittenConstruct): Style {
  const isPython = language === 'python';
  return {
    isPython,
    unit: indentUnit(source, isPython ? '    ' : '  '),
    end: !isPython && imports.some(({ code }) => code.endsWith(';')) ? ';' : '',
    remark: isPython ? '#' : '//',
  };
}

function isPlaced(construct: WrittenConstruct): construct is PlacedConstruct {
  return construct.within !== null;
}

/** Construct of another asset in the same file. */
function placedConstructOf(other: Asset, asset: Asset, source: SourceFile): PlacedConstruct | null {
  if (other.source !== 'cdk' || declaringFile(other) !== declaringFile(asset)) return null;
  const found = declarationOf(other, source);
  return found?.tool === 'cdk' && isPlaced(found.construct) ? found.construct : null;
}

/** Statement of a new construct, with a variable if others refer to it. */
function statementFor(resource: NewResource, plan: Plan, writer: ProgramWriter, style: Style): string {
  const references = [plan.settings, ...plan.resources.map(({ settings }) => settings)]
    .flatMap(Object.values<NewValue>)
    .flatMap(referencesIn);
  const isKept = references.some(({ to }) => to === resource) || resource.type.construct !== undefined;
  const assignment = isKept ? `${style.isPython ? '' : 'const '}${writer.variableOf(resource)} = ` : '';
  const call = formattedCode(writer.call(resource), '', style.unit, '\n', assignment.length + 1);
  const remark = resource.remark === undefined ? '' : `${style.remark} ${resource.remark}\n`;
  return `${remark}${assignment}${call}${style.end}`;
}

/** Comment on a property of the asset's construct; null if the construct has none for the setting. */
function commentForSetting(
  asset: Asset,
  construct: PlacedConstruct,
  setting: string,
  value: NewValue,
  writer: ProgramWriter,
  style: Style,
): string | null {
  const { className, within } = construct;
  const property = constructProperty(asset, setting, className);
  const code = className.startsWith('Cfn')
    ? writer.code(value, className)
    : codeForCdk(setting, value, writer, style);
  if (property === null || code === null) return null;
  const path = property
    .split('.')
    .map((name) => writer.attribute(name))
    .join('.');
  const line = formattedCode(code, '', '', '', -Infinity);
  return `${style.remark} ${within.id}: ${path}${style.isPython ? '=' : ': '}${line}`;
}

/** Form of a setting in the CDK's own constructs; null if unknown here. */
function codeForCdk(setting: string, value: NewValue, writer: ProgramWriter, style: Style): Code | null {
  if (typeof value !== 'object') return null;
  if (!isList(value)) return isTagged(value) && value.is === 'reference' ? writer.code(value, '') : null;
  if (setting !== 'notificationConfigurations') return null;
  // Such constructs take the topic itself, and report all events if none is named.
  const topics = value.flatMap((each) => {
    const arn = isStruct(each) ? each.fields['topicARN'] : undefined;
    const code = arn === undefined ? '' : formattedCode(writer.code(arn, ''), '', '', '');
    return code.replace(/\.topic_?arn$/i, '');
  });
  const ofTopic = (topic: string): string =>
    style.isPython
      ? `${writer.nameIn('autoscaling', 'NotificationConfiguration')}(topic=${topic})`
      : `{ topic: ${topic} }`;
  return { open: '[', items: topics.map((topic) => ({ key: '', value: ofTopic(topic) })), close: ']' };
}
