import type { SettingValue, Text } from '../../model/index.ts';
import { text } from '../../l10n/index.ts';
import type { Span } from '../../syntax/index.ts';
import { type Fact, listOf, mapAt, scalarAt, unknown, type Value } from '../index.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  isListCall,
  itemsOfList,
  keyOf,
  lastName,
  placeOfNode,
  programOf,
  stringIn,
  unwrap,
  type Node,
} from '../../syntax/programs/index.ts';
import { isChangedLater } from './usage/changes.ts';
import { enumeratedValue, instanceType } from '../../vocabulary/index.ts';
import { isOpen } from './open-objects.ts';
import { resolve, resolvedProperties } from './resolve.ts';

const SECONDS_OF_UNIT: Readonly<Record<string, number>> = {
  seconds: 1,
  minutes: 60,
  hours: 3600,
  days: 86_400,
};
const maxItems = 100;
const maxValueNesting = 5;

/** Fact for an expression; unknown if the program computes it. */
export function factOf(expression: Node): Fact {
  const node = targetOf(expression);
  const value = isChangedLater(expression) ? undefined : literalOf(node, 0);
  return value === undefined ? unknownFactAt(expression) : knownFactAt(value, node);
}

export function knownFactAt(value: SettingValue, node: Node): Fact {
  return { state: 'known', value, at: placeOfNode(node), origin: 'literal', uses: [] };
}

/** Unknown fact for a value that the program computes at run time. */
export function unknownFactAt(node: Node): Fact {
  return { state: 'unknown', reason: reasonForComputed(node), at: placeOfNode(node) };
}

function reasonForComputed(node: Node): Text {
  const expression = codeOf(node).replace(/\s+/g, ' ').slice(0, 80);
  return text('inventory.inCode', { expression });
}

/** Value of an expression. Parts of maps and lists are known one by one, and maps that can have more are marked. */
export function valueIn(expression: Node, depth = 0): Value {
  const span = spanAt(expression);
  const items = depth > maxValueNesting ? null : itemsIn(expression);
  if (items !== null)
    return listOf(
      items.slice(0, maxItems).map((item) => valueIn(item, depth + 1)),
      null,
      span,
    );
  const properties = depth > maxValueNesting ? [] : resolvedProperties(expression);
  const isEmpty = /^\{\s*\}$/.test(codeOf(unwrap(expression)));
  if (isEmpty || properties.length > 0) {
    const fields = properties.map(({ key, value }) => [keyOf(key), valueIn(value, depth + 1)] as const);
    return mapAt(new Map(fields), span, isEmpty || !(isOpen(expression) || isChangedLater(expression)));
  }
  const one = factOf(expression);
  if (one.state === 'known' && typeof one.value !== 'object') return scalarAt(one.value, span);
  return unknown(one.state === 'unknown' ? one.reason : reasonForComputed(expression), span);
}

export function spanAt(node: Node): Span {
  return { lines: programOf(node).lines, start: node.startIndex, end: node.endIndex };
}

/** Fact with a number as text. */
export function asTextFact(setting: Fact): Fact {
  const value = setting.state === 'known' ? setting.value : null;
  if (setting.state === 'unknown' || value === null || typeof value === 'object') return setting;
  return { ...setting, value: String(value) };
}

/**
 * Like {@link factOf}, including lists and maps, with keys in the API's spelling; unknown parts of a map are null.
 */
export function structureFactOf(expression: Node): Fact {
  const value = structureIn(expression, 0);
  return value === undefined ? unknownFactAt(expression) : knownFactAt(value, expression);
}

function structureIn(expression: Node, depth: number): SettingValue | undefined {
  if (depth > maxValueNesting) return undefined;
  const items = itemsIn(expression);
  if (items !== null) {
    const values = items.map((item) => structureIn(item, depth + 1));
    return values.includes(undefined) ? undefined : values.filter((value) => value !== undefined);
  }
  const properties = resolvedProperties(expression);
  if (properties.length === 0) {
    const value = factOf(expression);
    return value.state === 'known' ? value.value : undefined;
  }
  if (isOpen(expression)) return undefined;
  // Assigning fields one by one would lose a property named `__proto__`.
  return Object.fromEntries(
    properties.map(({ key, value }) => [apiKeyOf(key), structureIn(value, depth + 1) ?? null]),
  );
}

/** `launchTemplateId` for `launch_template_id` and `LaunchTemplateId`. */
function apiKeyOf(key: Node): string {
  const name = keyOf(key);
  const camel = name.replace(/(?<=[a-z0-9])_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return camel.charAt(0).toLowerCase() + camel.slice(1);
}

/** Items of a literal list, in any language; null for anything else, and for a list with spreads. */
export function itemsIn(expression: Node): readonly Node[] | null {
  const items = itemsOfList(targetOf(expression));
  return items?.some(({ type }) => /spread|splat/.test(type)) === true ? null : items;
}

/** Resolved target of an expression. A list of one item remains a list. */
function targetOf(expression: Node): Node {
  const node = unwrap(expression);
  return isListCall(node) ? node : resolve(node).node;
}

/** Literal value; undefined if known only at run time. */
function literalOf(expression: Node, depth: number): SettingValue | undefined {
  const node = depth > maxValueNesting ? unwrap(expression) : targetOf(expression);
  const string = stringIn(node);
  if (string !== null) return string.text;
  const code = codeOf(node);
  if (/^-?\d[\d_]*(?:\.\d+)?$/.test(code)) return Number(code.replaceAll('_', ''));
  if (/^(?:true|false)$/i.test(code)) return code.toLowerCase() === 'true';
  return enumeratedValue(code) ?? durationIn(node, depth) ?? classIn(node) ?? listIn(node, depth);
}

function listIn(node: Node, depth: number): SettingValue | undefined {
  const values = itemsIn(node)
    ?.slice(0, maxItems)
    .map((item) => literalOf(item, depth + 1));
  return values === undefined || values.includes(undefined)
    ? undefined
    : values.filter((value) => value !== undefined);
}

/** Seconds of `Duration.minutes(5)`. */
function durationIn(node: Node, depth: number): number | undefined {
  const callee = calleeOf(node);
  const [amount, ...others] = argumentsOf(node);
  const name = callee === null ? '' : lastName(callee).replace(/^Duration_/, '');
  const unit = SECONDS_OF_UNIT[name.toLowerCase()];
  if (unit === undefined || amount === undefined || others.length > 0) return undefined;
  const value = literalOf(amount, depth + 1);
  return typeof value === 'number' ? value * unit : undefined;
}

/** Instance class of `InstanceType.of(InstanceClass.R6G, InstanceSize.LARGE)`, `new InstanceType('r6g.large')`. */
function classIn(node: Node): string | undefined {
  const callee = calleeOf(node);
  if (callee === null || !/InstanceType/.test(codeOf(node).slice(0, 80))) return undefined;
  const [first, second] = argumentsOf(node).map((argument) => resolve(argument).node);
  if (first === undefined) return undefined;
  if (second === undefined) return stringIn(unwrap(first))?.text;
  return instanceType(codeOf(first), codeOf(second)) ?? undefined;
}
