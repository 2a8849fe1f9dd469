import { text } from '../../../../l10n/index.ts';
import { itemsOf, locate, textOf, valueOf, type Node, type ScalarNode } from '../../../../syntax/index.ts';
import { joinTexts } from '../../../values/pieces.ts';
import { resolveDynamicReference } from './dynamic-reference.ts';
import { intrinsicOf } from './intrinsic.ts';
import { attributeOf, referTo } from './references.ts';
import type { Resolve } from './resolve-function.ts';
import {
  knownText,
  literalAt,
  piecesOf,
  targetsOf,
  unknownAt,
  type KnownValue,
  type Resolved,
  type TextPiece,
} from './resolved.ts';
import type { Scope } from './scope.ts';

const PLACEHOLDER = /\$\{([^!}][^}]*)\}/g;
const ESCAPED = /\$\{!([^}]*)\}/g;
const SSM_AROUND = /^\{\{resolve:ssm:(\$\{[^}]+\})\}\}$/;

/** A part of a text, and how it is written where it is not known. */
interface Part {
  resolved: Resolved;
  written: string;
}

/** `Fn::Sub`: a text with `${Name}` placeholders, or such a text and a map of names. */
export function resolveSub(argument: Node, scope: Scope, resolve: Resolve): Resolved {
  const [template, names] = argument.kind === 'list' ? argument.items : [argument];
  if (template?.kind !== 'scalar')
    return unknownAt(argument, text('inventory.cfn.function', { name: 'Fn::Sub' }));
  if (template.isTemplated) return unknownAt(template, text('inventory.templated'));
  const pattern = SSM_AROUND.exec(template.text)?.[1] ?? template.text;
  const parts: Part[] = [];
  let kept = 0;
  for (const match of pattern.matchAll(PLACEHOLDER)) {
    if (match.index > kept) parts.push(literalPart(template, pattern.slice(kept, match.index)));
    const name = match[1]?.trim() ?? '';
    parts.push({ resolved: substitute(name, template, names ?? null, scope, resolve), written: match[0] });
    kept = match.index + match[0].length;
  }
  if (kept < pattern.length || parts.length === 0) parts.push(literalPart(template, pattern.slice(kept)));
  const joined = concatenate(parts, template, '');
  return knownDynamic(joined, template) ?? joined;
}

/** A reference that the placeholders have completed, such as `{{resolve:ssm:/aws/service/…}}`. */
function knownDynamic(joined: Resolved, template: ScalarNode): Resolved | null {
  const composed = knownText(joined);
  return composed === null ? null : resolveDynamicReference(template, composed);
}

function literalPart(template: ScalarNode, part: string): Part {
  const unescaped = part.replace(ESCAPED, '${$1}');
  return { resolved: literalAt(template, unescaped), written: unescaped };
}

function substitute(
  name: string,
  at: ScalarNode,
  names: Node | null,
  scope: Scope,
  resolve: Resolve,
): Resolved {
  const local = valueOf(names, name);
  if (local !== null) return resolve(local, scope);
  const dot = name.indexOf('.');
  if (dot < 0) return referTo(name, at, scope, resolve);
  return attributeOf(name.slice(0, dot), name.slice(dot + 1), at, scope, resolve);
}

/** `Fn::Join`: [delimiter, list]. */
export function resolveJoin(argument: Node, scope: Scope, resolve: Resolve): Resolved {
  const [delimiter, list] = itemsOf(argument);
  if (!delimiter || list?.kind !== 'list') {
    return unknownAt(argument, text('inventory.cfn.function', { name: 'Fn::Join' }));
  }
  const parts = list.items.map((item) => ({ resolved: resolve(item, scope), written: writtenAs(item) }));
  return concatenate(parts, argument, textOf(delimiter) ?? '');
}

function writtenAs(item: Node): string {
  return `\${${textOf(intrinsicOf(item)?.argument ?? null) ?? '?'}}`;
}

/** The parts as one text, written where the function stands; a single part stays where it is. */
function concatenate(parts: readonly Part[], at: Node, delimiter: string): Resolved {
  const present = parts.filter(({ resolved }) => resolved.state !== 'absent');
  const [only] = present;
  if (only !== undefined && present.length === 1) return only.resolved;
  const targets = present.flatMap(({ resolved }) => targetsOf(resolved));
  const pieces: TextPiece[] = present.flatMap((part, i) => [
    ...(i === 0 || delimiter === ''
      ? []
      : [{ text: delimiter, at: null, how: 'literal' as const, uses: [] }]),
    ...piecesOf(part.resolved, partText(part.resolved) ?? part.written),
  ]);
  const joined = joinTexts(pieces.map((piece) => piece.text));
  if (joined === null) return unknownAt(at, text('inventory.tooComplex'), targets);
  const unknown = present.find(({ resolved }) => knownText(resolved) === null)?.resolved;
  if (unknown !== undefined) {
    const reason = unknown.state === 'unknown' ? unknown.reason : text('inventory.cfn.tooComplex');
    return { ...unknownAt(at, reason, targets), partial: joined, pieces };
  }
  const how = present.map(({ resolved }) => howOf(resolved)).find((each) => each !== 'literal') ?? 'literal';
  return { state: 'known', value: joined, text: joined, at: locate(at), how, uses: [], targets, pieces };
}

function partText(resolved: Resolved): string | null {
  return resolved.state === 'unknown' ? resolved.partial : knownText(resolved);
}

function howOf(resolved: Resolved): KnownValue['how'] {
  return resolved.state === 'known' ? resolved.how : 'literal';
}

/** `Fn::Select`: [index, list]. Only the chosen item need be known. */
export function resolveSelect(argument: Node, scope: Scope, resolve: Resolve): Resolved {
  const [indexNode, list] = itemsOf(argument);
  const index = indexNode ? Number(knownText(resolve(indexNode, scope)) ?? NaN) : NaN;
  if (!list || !Number.isInteger(index)) {
    return unknownAt(argument, text('inventory.cfn.function', { name: 'Fn::Select' }));
  }
  if (list.kind === 'list' && list.tag === null) {
    const item = list.items[index];
    return item
      ? resolve(item, scope)
      : unknownAt(argument, text('inventory.cfn.function', { name: 'Fn::Select' }));
  }
  const whole = resolve(list, scope);
  if (whole.state !== 'known') return whole;
  const item: unknown = Array.isArray(whole.value) ? whole.value[index] : undefined;
  if (typeof item !== 'string')
    return unknownAt(argument, text('inventory.cfn.function', { name: 'Fn::Select' }));
  return { ...whole, value: item, text: item };
}

/** `Fn::Split`: [delimiter, text]. */
export function resolveSplit(argument: Node, scope: Scope, resolve: Resolve): Resolved {
  const [delimiterNode, source] = itemsOf(argument);
  const delimiter = textOf(delimiterNode ?? null);
  if (!delimiter || !source)
    return unknownAt(argument, text('inventory.cfn.function', { name: 'Fn::Split' }));
  const whole = resolve(source, scope);
  if (whole.state !== 'known' || whole.text === null) return whole;
  return { ...whole, value: whole.text.split(delimiter), text: null };
}

/** `Fn::Base64`, as around user data: the text before it is encoded. */
export function resolveBase64(argument: Node, scope: Scope, resolve: Resolve): Resolved {
  return resolve(argument, scope);
}
