import { attributeOf, type Entry, type Expression, type Node, type Span } from '../../../../syntax/index.ts';
import { maxTextDepth, scalarOf, stepsToVisit, type Value } from '../../../../values/index.ts';
import { type Context, evaluate } from '../../../../values/hcl/index.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';
import { draftsOfTexts, withOwner, type TextPart } from '../../../embedded/texts.ts';
import type { UsedResource } from '../modules/instances.ts';
import { isListedWithItsFile, partsOfText } from './user-data.ts';

/** Resources of the Kubernetes and Helm providers, with the argument and kind of the text that they apply. */
const APPLIED_TEXTS = new Map<string, { argument: string; kind: 'manifests' | 'settings' }>([
  ['kubectl_manifest', { argument: 'yaml_body', kind: 'manifests' }],
  ['kubernetes_manifest', { argument: 'manifest', kind: 'manifests' }],
  ['helm_release', { argument: 'values', kind: 'settings' }],
]);
/** Functions that convert between a document and its text. */
const PASSES_ON: ReadonlySet<string> = new Set([
  ...['yamlencode', 'yamldecode', 'jsonencode', 'jsondecode', 'trimspace', 'tolist', 'concat', 'compact'],
]);

/** True if resources of a type apply documents. */
export function isApplying(type: string): boolean {
  return APPLIED_TEXTS.has(type);
}

/** Drafts of Kubernetes manifests and chart values that a resource contains inline. */
export function appliedDrafts(resource: UsedResource): DraftWithLinks[] {
  const { type, block, scope } = resource;
  const applied = APPLIED_TEXTS.get(type);
  const written = applied === undefined ? undefined : attributeOf(block.body, applied.argument)?.value;
  if (applied === undefined || written === undefined) return [];
  const { readFile, embedded } = scope.surroundings;
  const source = readFile(written.lines.file);
  return resource.instances().flatMap(({ context, declared: { name, file, count } }) => {
    const holder = { file, source: 'kubernetes', prefix: `${name}.`, embedded } as const;
    return documentsOf(written, context, 0)
      .flatMap((document) => {
        if ('length' in document) return draftsOfTexts(document, holder, 'manifest.yaml');
        if (source === null) return [];
        return embedded[applied.kind](document, source, embedded).map((draft) => withOwner(draft, holder));
      })
      .filter((draft) => !isListedWithItsFile(draft, embedded))
      .map((draft) => ({ ...draft, file, count }));
  });
}

/** Documents in the value of an expression: YAML texts and objects. */
function documentsOf(expression: Expression, context: Context, depth: number): (TextPart[] | Node)[] {
  if (depth > maxTextDepth || exceedsBudget(context, 1)) return [];
  const inside = (inner: Expression) => documentsOf(inner, context, depth + 1);
  switch (expression.kind) {
    case 'literal':
    case 'template':
      return [partsOfText(expression, context, depth)];
    case 'list':
      return expression.items.flatMap(inside);
    case 'call':
      return PASSES_ON.has(expression.name)
        ? expression.args.flatMap(inside)
        : [partsOfText(expression, context, depth)];
    case 'conditional':
      return [expression.yes, expression.no].flatMap(inside);
    case 'reference': {
      const local = localExpression(expression, context);
      return local === undefined ? nodesIn(expression, context) : inside(local);
    }
    default:
      return nodesIn(expression, context);
  }
}

function nodesIn(expression: Expression, context: Context): Node[] {
  const result = evaluate(expression, context);
  const node = exceedsBudget(context, stepsToVisit(result)) ? null : nodeOf(result);
  return node === null ? [] : [node];
}

/** Takes steps from the evaluation's budget; true if none are left. */
function exceedsBudget({ scope }: Context, steps: number): boolean {
  return !scope.surroundings.budget.spend(steps);
}

/** Expression of the local that a reference names; undefined for any other reference. */
function localExpression(
  { root, steps }: Expression & { kind: 'reference' },
  { scope }: Context,
): Expression | undefined {
  const [step, ...rest] = steps;
  if (root !== 'local' || step?.kind !== 'attribute' || rest.length > 0) return undefined;
  return scope.locals.get(step.name)?.value;
}

/** A value as a node of a document, with unknown parts left out. */
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
