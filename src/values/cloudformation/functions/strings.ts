import { text } from '../../../l10n/index.ts';
import { versionNumberRange } from '../../../products/index.ts';
import { slicePieces } from '../../value/pieces.ts';
import { listOfParts, splitText, textOfParts, type TextPart } from '../../value/texts.ts';
import {
  resourcesIn,
  type Scalar,
  scalarAt,
  scalarOf,
  writtenTextOf,
  unknown,
  type Value,
} from '../../value/value.ts';
import { itemsOf, textOf, valueOf, type Node, type ScalarNode } from '../../../syntax/index.ts';
import { resolveDynamicReference } from './dynamic-reference.ts';
import { intrinsicOf } from './intrinsic.ts';
import { attributeOf, valueOfName } from '../template/references.ts';
import { resolve, type Resolved, type Scope } from '../template/scope.ts';

const PLACEHOLDER = /\$\{([^!}][^}]*)\}/g;
const ESCAPED = /\$\{!([^}]*)\}/g;
const SSM_AROUND = /^\{\{resolve:ssm:(\$\{[^}]+\})\}\}$/;

/** Resolves `Fn::Sub`: a text with `${Name}` placeholders, or such a text and a map of names. */
export function resolveSub(argument: Node, scope: Scope): Resolved {
  const [template, names] = argument.kind === 'list' ? argument.items : [argument];
  if (template?.kind !== 'scalar') return undefined;
  if (template.isTemplated) return unknown(text('inventory.templated'), template);
  const pattern = SSM_AROUND.exec(template.text)?.[1] ?? template.text;
  const parts: TextPart[] = [];
  let kept = 0;
  for (const match of pattern.matchAll(PLACEHOLDER)) {
    if (match.index > kept) parts.push(literalPart(template, pattern.slice(kept, match.index)));
    const name = match[1]?.trim() ?? '';
    parts.push(...textPartsOf(substitute(name, template, names ?? null, scope), match[0]));
    kept = match.index + match[0].length;
  }
  if (kept < pattern.length || parts.length === 0) parts.push(literalPart(template, pattern.slice(kept)));
  const joined = concatenate(parts, template);
  return completedReference(joined, template) ?? joined;
}

/** Value of a dynamic reference whose placeholders are filled, such as `{{resolve:ssm:/aws/service/…}}`. */
function completedReference(joined: Value | null, template: ScalarNode): Value | null {
  const composed = writtenTextOf(joined);
  return composed === null ? null : resolveDynamicReference(template, composed);
}

function literalPart(template: ScalarNode, part: string): TextPart {
  const unescaped = part.replace(ESCAPED, '${$1}');
  return { value: scalarAt(unescaped, template), written: unescaped };
}

function substitute(name: string, at: ScalarNode, names: Node | null, scope: Scope): Value | null {
  const local = valueOf(names, name);
  if (local !== null) return resolve(local, scope);
  const dot = name.indexOf('.');
  if (dot < 0) return valueOfName(name, at, scope);
  return attributeOf(name.slice(0, dot), name.slice(dot + 1), at, scope);
}

/** Resolves `Fn::Join`: [delimiter, list]. */
export function resolveJoin(argument: Node, scope: Scope): Resolved {
  const [delimiter, list] = itemsOf(argument);
  if (!delimiter || list?.kind !== 'list') return undefined;
  const separator = { value: scalarAt(textOf(delimiter) ?? '', delimiter), written: '' };
  const parts = list.items.flatMap((item) => textPartsOf(resolve(item, scope), placeholderFor(item)));
  return concatenate(
    parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part])),
    argument,
  );
}

function placeholderFor(item: Node): string {
  return `\${${textOf(intrinsicOf(item)?.argument ?? null) ?? '?'}}`;
}

/** Value as parts of a text. A known text is used even if it is also the name of its resource. */
function textPartsOf(value: Value | null, written: string): TextPart[] {
  return value === null ? [] : [{ value, written: writtenTextOf(value) ?? written }];
}

/** Joins the parts to a text with the function's place; a single part keeps its own. */
function concatenate(parts: readonly TextPart[], at: Node): Value | null {
  const [only, ...others] = parts;
  if (only === undefined || others.length === 0) return only?.value ?? scalarAt('', at);
  const resources = resourcesIn(...parts.map(({ value }) => value));
  const joined = textOfParts(parts, at) ?? unknown(text('inventory.cfn.tooComplex'), at, resources);
  return joined.kind === 'scalar' && joined.span === at ? placedAtVersionStart(joined) : joined;
}

/** Joined text with the place where its version begins, if it has one. */
function placedAtVersionStart(joined: Scalar): Scalar {
  const { pieces = [] } = joined;
  const range = versionNumberRange(joined.text);
  const [first] = range === null ? [] : slicePieces(pieces, range);
  const origin = pieces.find((piece) => piece.origin !== 'literal')?.origin ?? 'literal';
  return first === undefined
    ? { ...joined, origin }
    : { ...joined, span: first.span, origin: first.origin, uses: first.uses };
}

/** Resolves `Fn::Select`: [index, list]. Only the chosen item has to be known. */
export function resolveSelect(argument: Node, scope: Scope): Resolved {
  const [indexNode, list] = itemsOf(argument);
  const written = indexNode ? (writtenTextOf(resolve(indexNode, scope)) ?? '') : '';
  if (!list || !/^\d+$/.test(written)) return undefined;
  const index = Number(written);
  if (list.kind === 'list' && list.tag === null) {
    const item = list.items[index];
    return item && resolve(item, scope);
  }
  const whole = resolve(list, scope);
  if (whole?.kind === 'unknown') return whole;
  const item = whole?.kind === 'list' ? scalarOf(whole.items[index]) : null;
  return item ?? undefined;
}

/** Resolves `Fn::Split`: [delimiter, text]. */
export function resolveSplit(argument: Node, scope: Scope): Resolved {
  const [delimiterNode, source] = itemsOf(argument);
  const delimiter = textOf(delimiterNode ?? null);
  if (!delimiter || !source) return undefined;
  const whole = resolve(source, scope);
  if (whole?.kind !== 'scalar') return whole;
  return listOfParts(splitText(whole, delimiter), whole.span);
}

/** Resolves `Fn::Base64`, as around user data, to the text before encoding. */
export function resolveBase64(argument: Node, scope: Scope): Value | null {
  return resolve(argument, scope);
}
