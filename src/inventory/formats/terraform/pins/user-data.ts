import type { AssetDraft } from '../../../resources/draft.ts';
import { jsonOf, maxTextDepth, pieceOf, scalarOf, type Value } from '../../../../values/index.ts';
import type { Embedded } from '../../../reading/format.ts';
import { TERRAFORM_CLAIM } from '../modules/names.ts';
import { scriptAt, scriptOf } from '../../../../syntax/shell/index.ts';
import { draftsOfTexts, type TextPart } from '../../../embedded/texts.ts';
import {
  Cursor,
  attributeOf,
  readMultiLineExpression,
  readTemplateText,
  type Body,
  type Expression,
} from '../../../../syntax/index.ts';
import { type Context, evaluate, fileNamed, nestedBlocks } from '../../../../values/hcl/index.ts';
import { imagePlaces, PROVISIONER_SCRIPTS } from '../../../../vocabulary/index.ts';
import type { Declaration, UsedResource } from '../modules/instances.ts';
import type { Scope } from '../../../hcl/scope.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';

/** Functions that return their first argument's text, possibly encoded. */
const PASSES_ON_TEXT: ReadonlySet<string> = new Set([
  ...['base64encode', 'base64gzip', 'textencodebase64', 'trimspace', 'chomp', 'replace', 'trimprefix'],
  ...['sensitive', 'nonsensitive', 'tostring', 'try', 'coalesce'],
]);

/** Images in the scripts of a resource: user data, parts of cloud-init, components of Image Builder. */
export function scriptImagesOf(resource: UsedResource): DraftWithLinks[] {
  const { type, block, scope } = resource;
  const own = imagePlaces('terraform', type)?.scripts ?? [];
  const isProvisioned =
    block.unread?.includes('provisioner') !== false &&
    block.body.blocks.some((inner) => inner.type === 'provisioner');
  const paths = isProvisioned ? [...own, ...PROVISIONER_SCRIPTS] : own;
  if (paths.length === 0) return [];
  return resource
    .instances()
    .flatMap(({ context, declared }) =>
      imagesInArguments(block.body, paths, withTemplateVariables(block.body, type, context), declared, scope),
    );
}

/** Images in scripts that are arguments of a body; `name` is the owner's. */
export function imagesInArguments(
  body: Body,
  paths: readonly string[],
  context: Context,
  { name, file }: Declaration,
  { surroundings: { embedded } }: Scope,
): DraftWithLinks[] {
  return paths.flatMap((path) =>
    expressionsAt(body, path.split('.'), context).flatMap(({ expression, inner }) => {
      const parts = partsOfText(expression, inner, 0);
      const holder = { file, source: 'terraform', prefix: `${name}.${path}.`, embedded } as const;
      return draftsOfTexts(parts, holder).filter(
        (draft) => draft.version?.state === 'known' && !isListedWithItsFile(draft, embedded),
      );
    }),
  );
}

/** True if a draft's version is in a script or document file of its own, which reports it. */
export function isListedWithItsFile(
  { source, version, at }: AssetDraft,
  { isReadAlone }: Pick<Embedded, 'isReadAlone'>,
): boolean {
  const { file } = version?.at ?? at;
  const isOfScript = source === 'terraform' || source === 'shell';
  return isOfScript ? isReadAlone(file, 'shell') : !TERRAFORM_CLAIM.claims(file) && isReadAlone(file);
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

/** `data "template_file"` inserts its `vars` into its template. */
function withTemplateVariables(body: Body, type: string, context: Context): Context {
  const vars = type === 'data.template_file' ? attributeOf(body, 'vars') : undefined;
  return vars === undefined ? context : withFields(evaluate(vars.value, context), context);
}

function withFields(values: Value, context: Context): Context {
  const fields = values.kind === 'map' ? values.fields : [];
  return { ...context, bindings: new Map([...context.bindings, ...fields]) };
}

/** Text of an expression, part by part. */
export function partsOfText(expression: Expression, context: Context, depth: number): TextPart[] {
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

/** The span of a heredoc is that of its text without the indentation. */
function literalPart(expression: Expression & { kind: 'literal' }): TextPart {
  const trimmed = expression.text.trim();
  const isTrimmed = expression.end - expression.start === trimmed.length;
  return scriptAt(isTrimmed ? trimmed : expression.text, expression);
}

function valuePart(part: Expression, context: Context): TextPart {
  const scalar = scalarOf(evaluate(part, context));
  return { value: scalar === null || scalar.value === null ? null : pieceOf(scalar), span: part };
}

function partsOfResult(result: Value): TextPart[] {
  const scalar = scalarOf(result);
  return scalar === null || scalar.value === null ? [] : [scriptAt(scalar.text, scalar.span)];
}

function lines(expressions: readonly Expression[], context: Context, depth: number): TextPart[] {
  return expressions.flatMap((each) => [...partsOfText(each, context, depth), scriptAt('\n', each)]);
}

function partsOfCall(call: Expression & { kind: 'call' }, context: Context, depth: number): TextPart[] {
  const [first, second] = call.args;
  if (first === undefined) return [];
  switch (call.name) {
    case 'join':
      return second?.kind === 'list' ? lines(second.items, context, depth) : [];
    case 'indent':
      return second === undefined ? [] : partsOfText(second, context, depth);
    case 'file':
    case 'filebase64':
      return partsOfFile(first, context);
    case 'jsonencode':
    case 'yamlencode':
      return jsonOf(evaluate(first, context)).map((part) =>
        typeof part === 'string' ? { text: part, span: () => first } : scriptAt(part.text, part.span),
      );
    case 'templatefile':
      return partsOfTemplateFile(first, second, context, depth);
    default:
      return PASSES_ON_TEXT.has(call.name)
        ? partsOfText(first, context, depth)
        : partsOfResult(evaluate(call, context));
  }
}

function partsOfFile(name: Expression, context: Context): TextPart[] {
  const source = fileNamed(evaluate(name, context), context);
  if (source === null) return [];
  return [scriptOf(source)];
}

function partsOfTemplateFile(
  name: Expression,
  values: Expression | undefined,
  context: Context,
  depth: number,
): TextPart[] {
  const source = fileNamed(evaluate(name, context), context);
  if (source === null) return [];
  const inner = values === undefined ? context : withFields(evaluate(values, context), context);
  const template = readTemplateText(new Cursor(source), readMultiLineExpression);
  return template.kind === 'literal'
    ? [scriptAt(template.text, template)]
    : partsOfText(template, inner, depth);
}

/** Parts of the expression behind a local or a module input; for any other reference, only those of its value. */
function partsOfReference(
  expression: Expression & { kind: 'reference' },
  context: Context,
  depth: number,
): TextPart[] {
  const [step, ...rest] = expression.steps;
  const name = step?.kind === 'attribute' && rest.length === 0 ? step.name : null;
  const { scope } = context;
  const local = name !== null && expression.root === 'local' ? scope.locals.get(name) : undefined;
  if (local !== undefined)
    return partsOfText(local.value, scope.context(`local.${local.name}`, 'constant'), depth);
  const input = name !== null && expression.root === 'var' ? scope.inputs(name) : null;
  if (input !== null) return partsOfText(input.expression, input.context, depth);
  return partsOfResult(evaluate(expression, context));
}
