import type { WrittenConstruct } from '../../inventory/index.ts';
import type { Asset } from '../../model/index.ts';
import type { SourceFile } from '../../syntax/index.ts';
import { declarationOf, declaringFile } from '../declarations.ts';
import { camelOf } from '../fixes/names.ts';
import { isAttribute, isStructure, resourceOf } from '../../vocabulary/index.ts';
import { endOfLine, indentAt, indentUnit, lineEnding, type Change } from '../edit.ts';
import { written } from '../new/code.ts';
import { ProgramWriter, type PlacedConstruct } from '../new/in-program.ts';
import {
  isNew,
  OutOfReach,
  referencesIn,
  type NewResource,
  type Value,
  type Written,
} from '../new/values.ts';
import { setInConstruct } from '../programs/set-in-construct.ts';
import type { Known, Plan } from './plan.ts';

/**
 * What a plan changes in a program of the CDK: new statements before and behind the one that makes the asset. Null where
 * that is no statement of its own, or a name is taken.
 */
export function planInProgram(
  plan: Plan,
  asset: Asset,
  source: SourceFile,
  construct: WrittenConstruct,
): Change[] | null {
  if (!isPlaced(construct)) return null;
  const { statement } = construct;
  const writer = new ProgramWriter(source, construct, (other) =>
    placeIn(other, asset, source, statement.block),
  );
  const made = plan.resources.filter(({ type }) => type.template !== null);
  if (made.some((resource) => isTaken(source, writer, resource))) return null;
  const changes: Change[] = [];
  const calls: string[] = [];
  for (const [setting, value] of Object.entries(plan.sets)) {
    if (isAttribute(asset.kind, setting) && !construct.className.startsWith('Cfn')) {
      calls.push(writer.attributeCall(setting, value));
      continue;
    }
    const set = setInConstruct({ source, construct }, asset, setting, value, writer);
    if (set === null) return null;
    changes.push(...set);
  }
  const spoken = made.map((resource) => statementFor(resource, plan, source, construct, writer));
  const needsAsset = made.map((resource) => speaksOfAssets(resource, made));
  const behindAll = Math.max(...[construct, ...writer.spokenOf].map((each) => each.statement.end));
  const before = endOfPreviousLine(source, statement.start);
  const behind = endOfLine(source.text, behindAll);
  const declared = [...writer.spokenOf].flatMap((each) => declaration(source, each, writer) ?? []);
  return [
    ...writer.imports,
    ...changes,
    ...declared,
    ...spoken.map((text, i) => {
      const at = needsAsset[i] === true ? behind : before;
      return { start: at, end: at, text };
    }),
    ...calls.map((call) => ({ start: behind, end: behind, text: onLine(call, source, construct) })),
  ];
}

/** What a program has already. */
export function knownInProgram(
  source: SourceFile,
  construct: WrittenConstruct,
  asset: Asset,
  assets: readonly Asset[],
): Known {
  return {
    asset: (id) => assets.find((each) => each.id === id),
    roleForm: (setting) => roleForm(construct, setting),
    topic: () => topicBefore(source, construct),
    roleOf: () => null,
    logBucket: (words) => {
      const id = `${construct.within?.id ?? ''}${camelOf(words)}Policy`;
      const name = new RegExp(
        `(\\w+)\\s*=\\s*(?:new\\s+)?[\\w.]*CfnBucketPolicy\\(\\s*[\\w.]+,\\s*["']${id}["']`,
      ).exec(source.text);
      return name === null ? null : { is: 'written', code: `${name[1] ?? ''}.ref` };
    },
    isWritten: (setting) => asset.settings[setting] !== undefined,
  };
}

/** Constructs after CloudFormation take profiles, the CDK's own take roles and make the profiles themselves. */
function roleForm({ className }: WrittenConstruct, setting: string): ReturnType<Known['roleForm']> {
  if (!className.startsWith('Cfn')) return 'construct';
  return isStructure(resourceOf('cdk', className)?.settings[setting]?.type) ? 'structure' : 'name';
}

function isPlaced(construct: WrittenConstruct): construct is PlacedConstruct {
  return construct.within !== null && construct.statement !== null;
}

/** Another asset's construct, where it is made in the same block. */
function placeIn(
  other: Asset,
  asset: Asset,
  source: SourceFile,
  block: { start: number },
): PlacedConstruct | null {
  if (other.source !== 'cdk' || declaringFile(other) !== declaringFile(asset)) return null;
  const found = declarationOf(other, source);
  if (found?.tool !== 'cdk' || !isPlaced(found.construct)) return null;
  return found.construct.statement.block.start === block.start ? found.construct : null;
}

function isTaken({ text }: SourceFile, writer: ProgramWriter, resource: NewResource): boolean {
  const id = writer.idOf(resource);
  return text.includes(`'${id}'`) || text.includes(`"${id}"`) || hasWord(text, writer.variableOf(resource));
}

/** Whether code has a name; words in a text are none. */
function hasWord(text: string, word: string): boolean {
  return new RegExp(`(?<![\\w$'"-])${word}(?![\\w$'"-])`).test(text);
}

/** A call as a statement behind a construct's. */
function onLine(
  call: string,
  { text }: SourceFile,
  { statement, language, imports }: PlacedConstruct,
): string {
  const end = language !== 'python' && imports.some(({ code }) => code.endsWith(';')) ? ';' : '';
  return `${lineEnding(text)}${indentAt(text, statement.start)}${call}${end}`;
}

/** The statement of a new construct, on a line of its own; a variable keeps what others speak of. */
function statementFor(
  resource: NewResource,
  plan: Plan,
  source: SourceFile,
  { language, statement, imports }: PlacedConstruct,
  writer: ProgramWriter,
): string {
  const { text } = source;
  const eol = lineEnding(text);
  const indent = indentAt(text, statement.start);
  const isPython = language === 'python';
  const spokenOf = [plan.sets, ...plan.resources.map(({ settings }) => settings)]
    .flatMap(Object.values<Value>)
    .flatMap(referencesIn);
  const isKept = spokenOf.some(({ to }) => to === resource) || resource.type.construct !== undefined;
  const keeps = isKept ? `${isPython ? '' : 'const '}${writer.variableOf(resource)} = ` : '';
  const unit = indentUnit(source, isPython ? '    ' : '  ');
  const call = written(writer.call(resource), indent, unit, eol, indent.length + keeps.length + 1);
  const end = !isPython && imports.some(({ code }) => code.endsWith(';')) ? ';' : '';
  const remark =
    resource.remark === undefined ? '' : `${eol}${indent}${isPython ? '#' : '//'} ${resource.remark}`;
  return `${remark}${eol}${indent}${keeps}${call}${end}`;
}

/** Whether a resource needs a construct that is there: then it comes behind that. */
function speaksOfAssets(resource: NewResource, all: readonly NewResource[]): boolean {
  const references = Object.values(resource.settings).flatMap(referencesIn);
  return references.some(
    ({ to }) => !isNew(to) || (all.includes(to) && to !== resource && speaksOfAssets(to, all)),
  );
}

/** `const shop = ` before a call that nothing keeps. @throws {OutOfReach} */
function declaration(source: SourceFile, construct: PlacedConstruct, writer: ProgramWriter): Change | null {
  const { statement, language, within } = construct;
  if (statement.variable !== null) return null;
  const name = writer.asVariable(within.id);
  if (hasWord(source.text, name)) throw new OutOfReach(name);
  const text = `${language === 'python' ? '' : 'const '}${name} = `;
  return { start: statement.start, end: statement.start, text };
}

/** The end of the last line before a statement and the comments above it. */
function endOfPreviousLine({ text }: SourceFile, start: number): number {
  let line = text.lastIndexOf('\n', start - 1) + 1;
  for (;;) {
    const previous = text.lastIndexOf('\n', line - 2) + 1;
    if (line === 0 || !/^[ \t]*(?:\/\/|#)/.test(text.slice(previous, line))) break;
    line = previous;
  }
  const end = Math.max(0, line - 1);
  return text.charAt(end - 1) === '\r' ? end - 1 : end;
}

/** Where constructs of a program say whom they tell. */
const TELLS =
  /(?:sns_?topic_?arn\s*[:=]\s*|alarm_?actions\s*[:=]\s*\[\s*)([A-Za-z_]\w*)\.topic_?arn|SnsAction\(\s*([A-Za-z_]\w*)\s*\)/gi;

/** A topic that the program tells already, or that another fix made, where the construct's statement can speak of it. */
function topicBefore({ text }: SourceFile, construct: WrittenConstruct): Written | null {
  const { statement, within, language } = construct;
  if (statement === null || within === null) return null;
  const before = text.slice(statement.block.start, statement.start);
  const own = new RegExp(
    `(\\w+)\\s*=\\s*(?:new\\s+)?[\\w.]*Topic\\(\\s*[\\w.]+,\\s*["']${within.id}(?:Database|Group)Alerts["']`,
  );
  const told = [...text.matchAll(TELLS)].flatMap(([, one, other]) => one ?? other ?? []);
  const names = [...told, own.exec(before)?.[1] ?? []].flat();
  const name = names.find((each) => new RegExp(`(?<![\\w$.])${each}\\s*=(?!=)`).test(before));
  return name === undefined
    ? null
    : { is: 'written', code: `${name}.${language === 'python' ? 'topic_arn' : 'topicArn'}` };
}
