import type { AssetDraft } from '../../../resources/draft.ts';
import { maxTextDepth, type Piece, type Scalar, scalarOf, type Value } from '../../../../values/index.ts';
import { shell } from '../../shell/format.ts';
import { readDocument } from '../../shell/heredocs.ts';
import { scriptAt, scriptOf } from '../../../../syntax/shell/index.ts';
import { draftsOfUserData, type ScriptPart } from '../../shell/user-data.ts';
import {
  Cursor,
  attributeOf,
  readOverLines,
  readTemplateText,
  type Body,
  type Expression,
} from '../../../../syntax/index.ts';
import { type Context, evaluate, fileNamed } from '../../../../values/hcl/index.ts';
import { imagePlaces, PROVISIONER_SCRIPTS } from '../../../../vocabulary/index.ts';
import type { Declared, UsedResource } from '../modules/instances.ts';
import type { LooseDraft } from '../../../resources/links.ts';
import { nestedBlocks } from '../resources/settings.ts';

/** Functions that leave the text of their first argument, or change how it is encoded. */
const PASSES_ON: ReadonlySet<string> = new Set([
  ...['base64encode', 'base64gzip', 'textencodebase64', 'trimspace', 'chomp', 'replace', 'trimprefix'],
  ...['sensitive', 'nonsensitive', 'tostring', 'try', 'coalesce'],
]);

/** The images that the scripts of a resource name: user data, parts of cloud-init, components of Image Builder. */
export function scriptImagesOf(resource: UsedResource): LooseDraft[] {
  const { type, block } = resource;
  const own = imagePlaces('terraform', type)?.scripts ?? [];
  const paths = block.body.blocks.some((inner) => inner.type === 'provisioner')
    ? [...own, ...PROVISIONER_SCRIPTS]
    : own;
  if (paths.length === 0) return [];
  return resource.made.flatMap(({ context, declared }) =>
    imagesInArguments(block.body, paths, withTemplateVariables(block.body, type, context), declared),
  );
}

/** The images that arguments of a body name in scripts; `name` is whose they are. */
export function imagesInArguments(
  body: Body,
  paths: readonly string[],
  context: Context,
  { name, file }: Declared,
): LooseDraft[] {
  return paths.flatMap((path) =>
    expressionsAt(body, path.split('.'), context).flatMap(({ expression, inner }) => {
      const parts = scriptPartsOf(expression, inner, 0);
      const prefix = `${name}.${path}.`;
      const owner = { file, source: 'terraform', prefix, documents: readDocument } as const;
      return draftsOfUserData(parts, owner).filter(isOnlyHere);
    }),
  );
}

/** What a script of its own writes is listed with that script. */
function isOnlyHere({ version }: AssetDraft): boolean {
  return version?.state === 'known' && !shell.claims(version.at.file);
}

function expressionsAt(
  body: Body,
  [name = '', ...rest]: readonly string[],
  context: Context,
): { expression: Expression; inner: Context }[] {
  if (rest.length === 0) {
    const attribute = attributeOf(body, name);
    return attribute === undefined ? [] : [{ expression: attribute.value, inner: context }];
  }
  return nestedBlocks(body, name, context).known.flatMap(({ block, context: inner }) =>
    expressionsAt(block.body, rest, inner),
  );
}

/** `data "template_file"` puts its `vars` into its template. */
function withTemplateVariables(body: Body, type: string, context: Context): Context {
  const vars = type === 'data.template_file' ? attributeOf(body, 'vars') : undefined;
  return vars === undefined ? context : withFields(evaluate(vars.value, context), context);
}

function withFields(values: Value, context: Context): Context {
  const fields = values.kind === 'map' ? values.fields : [];
  return { ...context, bindings: new Map([...context.bindings, ...fields]) };
}

/** The text that an expression comes to, part by part. */
function scriptPartsOf(expression: Expression, context: Context, depth: number): ScriptPart[] {
  if (depth > maxTextDepth) return [];
  switch (expression.kind) {
    case 'literal':
      return [literalPart(expression)];
    case 'template':
      return expression.parts.map((part) =>
        part.kind === 'literal' ? scriptAt(part.text, part) : valuePart(part, context),
      );
    case 'call':
      return partsOfCall(expression, context, depth + 1);
    case 'list':
      return lines(expression.items, context, depth + 1);
    case 'conditional':
      return lines([expression.yes, expression.no], context, depth + 1);
    case 'reference':
      return partsOfReference(expression, context, depth + 1);
    default:
      return partsOfResult(evaluate(expression, context));
  }
}

/** The span of a heredoc is that of its text without margins. */
function literalPart(expression: Expression & { kind: 'literal' }): ScriptPart {
  const trimmed = expression.text.trim();
  const isTrimmed = expression.end - expression.start === trimmed.length;
  return scriptAt(isTrimmed ? trimmed : expression.text, expression);
}

function valuePart(part: Expression, context: Context): ScriptPart {
  const scalar = scalarOf(evaluate(part, context));
  return { value: scalar === null || scalar.value === null ? null : pieceOf(scalar), span: part };
}

function pieceOf({ text, span, how, uses }: Scalar): Piece {
  return { text, span, how, uses };
}

function partsOfResult(result: Value): ScriptPart[] {
  const scalar = scalarOf(result);
  return scalar === null || scalar.value === null ? [] : [scriptAt(scalar.text, scalar.span)];
}

function lines(expressions: readonly Expression[], context: Context, depth: number): ScriptPart[] {
  return expressions.flatMap((each) => [...scriptPartsOf(each, context, depth), scriptAt('\n', each)]);
}

function partsOfCall(call: Expression & { kind: 'call' }, context: Context, depth: number): ScriptPart[] {
  const [first, second] = call.args;
  if (first === undefined) return [];
  switch (call.name) {
    case 'join':
      return second?.kind === 'list' ? lines(second.items, context, depth) : [];
    case 'indent':
      return second === undefined ? [] : scriptPartsOf(second, context, depth);
    case 'file':
    case 'filebase64':
      return partsOfFile(first, context);
    case 'templatefile':
      return partsOfTemplateFile(first, second, context, depth);
    default:
      return PASSES_ON.has(call.name)
        ? scriptPartsOf(first, context, depth)
        : partsOfResult(evaluate(call, context));
  }
}

function partsOfFile(name: Expression, context: Context): ScriptPart[] {
  const source = fileNamed(evaluate(name, context), context);
  if (source === null) return [];
  return [scriptOf(source)];
}

function partsOfTemplateFile(
  name: Expression,
  values: Expression | undefined,
  context: Context,
  depth: number,
): ScriptPart[] {
  const source = fileNamed(evaluate(name, context), context);
  if (source === null) return [];
  const inner = values === undefined ? context : withFields(evaluate(values, context), context);
  const template = readTemplateText(new Cursor(source), readOverLines);
  return template.kind === 'literal'
    ? [scriptAt(template.text, template)]
    : scriptPartsOf(template, inner, depth);
}

/** A local is its own expression, an input that of the call; of anything else only a known value tells. */
function partsOfReference(
  expression: Expression & { kind: 'reference' },
  context: Context,
  depth: number,
): ScriptPart[] {
  const [step, ...rest] = expression.steps;
  const name = step?.kind === 'attribute' && rest.length === 0 ? step.name : null;
  const { scope } = context;
  const local = name !== null && expression.root === 'local' ? scope.locals.get(name) : undefined;
  if (local !== undefined)
    return scriptPartsOf(local.value, scope.context(`local.${local.name}`, 'constant'), depth);
  const input = name !== null && expression.root === 'var' ? scope.inputs(name) : null;
  if (input !== null) return scriptPartsOf(input.expression, input.context, depth);
  return partsOfResult(evaluate(expression, context));
}
