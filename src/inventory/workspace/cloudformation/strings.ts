import { text } from '../../../l10n/index.ts';
import { itemsOf, locate, textOf, valueOf, type Node, type ScalarNode } from '../document/node.ts';
import { isTemplated } from '../document/mask.ts';
import { resolveDynamicReference } from './dynamic-reference.ts';
import { attributeOf, referTo } from './references.ts';
import type { Resolve } from './resolve.ts';
import { knownText, literalAt, targetsOf, unknownAt, type KnownValue, type Resolved } from './resolved.ts';
import type { Scope } from './scope.ts';

const PLACEHOLDER = /\$\{([^!}][^}]*)\}/g;
const ESCAPED = /\$\{!([^}]*)\}/g;
const SSM_AROUND = /^\{\{resolve:ssm:(\$\{[^}]+\})\}\}$/;

/** `Fn::Sub`: a text with `${Name}` placeholders, or such a text and a map of names. */
export function resolveSub(argument: Node, scope: Scope, resolve: Resolve): Resolved {
  const [template, names] = argument.kind === 'list' ? argument.items : [argument];
  if (template?.kind !== 'scalar')
    return unknownAt(argument, text('inventory.cfn.function', { name: 'Fn::Sub' }));
  if (isTemplated(template.text)) return unknownAt(template, text('inventory.cfn.templated'));
  const pattern = SSM_AROUND.exec(template.text)?.[1] ?? template.text;
  const parts: Resolved[] = [];
  let kept = 0;
  for (const match of pattern.matchAll(PLACEHOLDER)) {
    if (match.index > kept) parts.push(literalPart(template, pattern.slice(kept, match.index)));
    parts.push(substitute(match[1]?.trim() ?? '', template, names ?? null, scope, resolve));
    kept = match.index + match[0].length;
  }
  if (kept < pattern.length) parts.push(literalPart(template, pattern.slice(kept)));
  const joined = concatenate(parts, template, '');
  return knownDynamic(joined, template) ?? joined;
}

/** A reference that the placeholders have completed, such as `{{resolve:ssm:/aws/service/…}}`. */
function knownDynamic(joined: Resolved, template: ScalarNode): Resolved | null {
  const composed = knownText(joined);
  return composed === null ? null : resolveDynamicReference(template, composed);
}

function literalPart(template: ScalarNode, part: string): KnownValue {
  return literalAt(template, part.replace(ESCAPED, '${$1}'));
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
  const parts = list.items.map((item) => resolve(item, scope));
  return concatenate(parts, argument, textOf(delimiter) ?? '');
}

/** The parts as one text, written where the function stands; a single part stays where it is. */
function concatenate(parts: readonly Resolved[], at: Node, delimiter: string): Resolved {
  const present = parts.filter((part) => part.state !== 'absent');
  const [only] = present;
  if (only !== undefined && present.length === 1) return only;
  const targets = present.flatMap(targetsOf);
  const unknown = present.find((part) => part.state === 'unknown');
  if (unknown !== undefined) return { ...unknown, targets };
  const known = present.filter((part) => part.state === 'known');
  const joined = known.map((part) => part.text ?? '').join(delimiter);
  const how = known.find((part) => part.how !== 'literal')?.how ?? 'literal';
  return { state: 'known', value: joined, text: joined, at: locate(at), how, uses: [], targets };
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
