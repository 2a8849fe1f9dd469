import {
  attributeOf,
  readYaml,
  type Entry,
  type Expression,
  type Node,
  type SourceFile,
  type Span,
} from '../../../../syntax/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { maxTextDepth, scalarOf, stepsForAll, type Value } from '../../../../values/index.ts';
import { imagesOfSettings } from '../../image-settings/format.ts';
import { draftsOfManifests } from '../../kubernetes/format.ts';
import { type Context, evaluate } from '../../../../values/hcl/index.ts';
import type { UsedResource } from '../modules/instances.ts';
import type { LooseDraft } from '../../../resources/links.ts';

/** How a document that a resource applies is read. */
interface Applied {
  argument: string;
  read: (root: Node | null, source: SourceFile) => AssetDraft[];
}

/** Resources of the providers for Kubernetes and Helm, with the argument of what they apply. */
const APPLIED: ReadonlyMap<string, Applied> = new Map([
  ['kubectl_manifest', { argument: 'yaml_body', read: draftsOfManifests }],
  ['kubernetes_manifest', { argument: 'manifest', read: draftsOfManifests }],
  ['helm_release', { argument: 'values', read: imagesOfSettings }],
]);
/** Functions between a document and its text, in either direction. */
const PASSES_ON: ReadonlySet<string> = new Set([
  ...['yamlencode', 'yamldecode', 'jsonencode', 'jsondecode', 'trimspace', 'tolist', 'concat', 'compact'],
]);
/** What every text has that names an image or a database: the others are not parsed. */
const MAY_DECLARE = /amazon|amzn|al2|aws/i;
/** The text before a document is blanked out, so that its places stay: what that costs in steps. */
const CHARACTERS_OF_A_STEP = 256;
/** An interpolation that is a part of a plain word of YAML. */
const PLAIN_CODE = /^\$\{[\w.-]+\}$/;

type TextExpression = Expression & { kind: 'literal' | 'template' };

/** What Kubernetes manifests and values of charts declare, which a resource writes in itself. */
export function appliedBy(resource: UsedResource): LooseDraft[] {
  const applied = APPLIED.get(resource.type);
  if (applied === undefined) return [];
  const written = attributeOf(resource.block.body, applied.argument)?.value;
  const source = written === undefined ? null : resource.scope.surroundings.readFile(written.lines.file);
  if (written === undefined || source === null) return [];
  return resource.made.flatMap(({ context, declared: { name, file, count } }) => {
    const prefix = `${name}.`;
    return rootsOf(written, context, 0)
      .flatMap((root) => applied.read(root, source))
      .map((draft) => ({
        ...draft,
        name: prefix + draft.name,
        file,
        count,
        links: draft.links.map(({ role, target }) => ({ role, target: prefix + target })),
      }));
  });
}

/** The documents that an expression comes to: texts in YAML, and objects. */
function rootsOf(expression: Expression, context: Context, depth: number): (Node | null)[] {
  if (depth > maxTextDepth || isSpent(context, 1)) return [];
  const inside = (inner: Expression): (Node | null)[] => rootsOf(inner, context, depth + 1);
  switch (expression.kind) {
    case 'literal':
    case 'template':
      return rootsOfText(expression, context);
    case 'list':
      return expression.items.flatMap(inside);
    case 'call':
      return PASSES_ON.has(expression.name) ? expression.args.flatMap(inside) : [];
    case 'conditional':
      return [expression.yes, expression.no].flatMap(inside);
    case 'reference': {
      const local = localOf(expression, context);
      return local === undefined ? [nodeIn(expression, context)] : inside(local);
    }
    default:
      return [nodeIn(expression, context)];
  }
}

function nodeIn(expression: Expression, context: Context): Node | null {
  const result = evaluate(expression, context);
  return isSpent(context, stepsForAll(result)) ? null : nodeOf(result);
}

/** Charges some steps to the evaluation; true when it has none left. */
function isSpent({ scope }: Context, steps: number): boolean {
  return !scope.surroundings.budget.spend(steps);
}

function localOf(
  { root, steps }: Expression & { kind: 'reference' },
  { scope }: Context,
): Expression | undefined {
  const [step, ...rest] = steps;
  if (root !== 'local' || step?.kind !== 'attribute' || rest.length > 0) return undefined;
  return scope.locals.get(step.name)?.value;
}

/**
 * A heredoc is read where it stands: as the only text of its file. Interpolations that YAML could not read are taken
 * out.
 */
function rootsOfText(expression: TextExpression, context: Context): (Node | null)[] {
  const { lines, start, end } = expression;
  const source = context.scope.surroundings.readFile(lines.file);
  if (source === null || isSpent(context, end / CHARACTERS_OF_A_STEP)) return [];
  if (!MAY_DECLARE.test(source.text.slice(start, end))) return [];
  const { file, text } = source;
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const margin = text.slice(lineStart, start).trim() === '' ? lineStart : start;
  const before = text.slice(0, margin).replace(/[^\n]/g, ' ');
  const read = (isTakenOut: (code: string) => boolean) =>
    readYaml({ file, text }, before + withoutCode(text.slice(0, end), expression, isTakenOut).slice(margin));
  const documents = read((code) => !PLAIN_CODE.test(code));
  const isRead = documents.every(({ errors }) => errors.length === 0);
  return (isRead ? documents : read(() => true)).map(({ root }) => root);
}

/** The text with what a template puts into it written as a word of the same length, and its directives as blanks. */
function withoutCode(
  text: string,
  expression: TextExpression,
  isTakenOut: (code: string) => boolean,
): string {
  let masked = '';
  let at = 0;
  for (const part of expression.kind === 'template' ? expression.parts : []) {
    if (part.kind === 'literal') continue;
    const isDirective = part.kind === 'opaque' && text.startsWith('%{', part.start);
    const start = isDirective ? part.start : text.lastIndexOf('${', part.start);
    const end = isDirective ? part.end : text.indexOf('}', part.end) + 1;
    if (start < at || end <= start || !(isDirective || isTakenOut(text.slice(start, end)))) continue;
    const word = text.slice(start, end).replace(/[^\n]/g, isDirective ? ' ' : '_');
    masked += text.slice(at, start) + word;
    at = end;
  }
  return masked + text.slice(at);
}

/** A value as a node of a document, as far as it is known. */
function nodeOf(result: Value): Node | null {
  const scalar = scalarOf(result);
  if (scalar !== null) {
    const { value, text, span } = scalar;
    return { kind: 'scalar', value, text, isQuoted: true, isTemplated: false, tag: null, ...onlySpan(span) };
  }
  if (result.kind === 'list') {
    const items = result.items.flatMap((item) => nodeOf(item) ?? []);
    return { kind: 'list', items, tag: null, ...onlySpan(result.span) };
  }
  if (result.kind !== 'map') return null;
  const entries = [...result.fields].flatMap(([key, field]): Entry[] => {
    const value = nodeOf(field);
    return value === null ? [] : [{ key, keySpan: onlySpan(value), value, alias: null }];
  });
  return { kind: 'map', entries, tag: null, ...onlySpan(result.span) };
}

function onlySpan({ lines, start, end }: Span): Span {
  return { lines, start, end };
}
