import type { Use } from '../model/index.ts';
import { text } from '../l10n/index.ts';
import { entryOf, locate, valueOf, type MapNode, type Node, type ScalarNode } from '../syntax/index.ts';
import { computedValue, defaultIn, valueOfNode } from './documents.ts';
import { applyFilter } from './functions.ts';
import { textOfParts, type TextPart } from './value/texts.ts';
import { isEmptyValue, type Origin, scalarAt, unknown, withUse, type Value } from './value/value.ts';

/** Variables in scope of an expression, in order of precedence. */
export interface JinjaVariables {
  /** Name of the resource that uses the values. */
  user: string;
  maps: readonly { node: Node; origin: Origin }[];
}

/** An expression in a text. */
const EMBEDDED_EXPRESSION = /(\{\{(?:[^'"{}]|'[^']*'|"[^"]*")*\}\})/;
/** A lookup outside the program: an environment, a parameter store. */
const LOOKUP_CALL = String.raw`(?:lookup|query|q)\((?:[^'"()]|'[^']*'|"[^"]*")*\)`;
const FILTER_CHAIN = String.raw`(?:(?:\||or\s)(?:[^'"{}]|'[^']*'|"[^"]*")*)?`;
/**
 * An expression that is a whole text: `{{ db.version | default('8.0') | trim }}`, `{{ lookup('env', 'V') or '8.0' }}`.
 */
const TEMPLATE_EXPRESSION = new RegExp(
  String.raw`^\s*\{\{-?\s*(?:([A-Za-z_][\w.]*)|${LOOKUP_CALL})\s*(${FILTER_CHAIN})-?\}\}\s*$`,
);
/** `x or 'y'`, which equals `x | default('y', true)`. */
const OR_LITERAL = /^or\s+('[^']*'|"[^"]*")/;
const FILTER_CALL = /\|\s*(?:ansible\.builtin\.)?(\w+)\s*(?:\(((?:[^'"()]|'[^']*'|"[^"]*")*)\))?\s*/g;
const FILTER_ARGUMENT = /'([^']*)'|"([^"]*)"|([A-Za-z_][\w.]*)/g;
/** Filter that replaces a missing variable and leaves other values unchanged. */
const DEFAULT_FILTER = /^d(?:efault)?$/;
/** Second argument of `default`, for replacing empty values, too. */
const IF_EMPTY = /,\s*(?:boolean\s*=\s*)?true\s*$/i;

/** Evaluates a value through its variables. */
export function evaluateJinja(variables: JinjaVariables, node: Node): Value {
  return valueOfNode(node, (scalar, follow) => {
    if (scalar.isTemplated || (scalar.tag !== null && scalar.tag !== '!unsafe'))
      return unknown(text('inventory.templated'), scalar);
    if (scalar.tag !== null || !/\{[{%]/.test(scalar.text))
      return scalarAt(scalar.value, scalar, { text: scalar.text });
    const use = { location: locate(scalar), name: variables.user };
    const named = (name: string): Value | null => {
      const found = lookUp(name, variables);
      return found && withUse(follow(found.node), use, found.origin);
    };
    const valueOf = (expression: string): Value => valueOfExpression(expression, scalar, named, use);
    const parts = scalar.text.split(EMBEDDED_EXPRESSION);
    if (TEMPLATE_EXPRESSION.test(scalar.text) || parts.length === 1) return valueOf(scalar.text);
    return textOfParts(partsIn(scalar, parts, valueOf), scalar) ?? computedValue(scalar);
  });
}

/** Literal texts of a template, and the values between them. */
function partsIn(scalar: ScalarNode, parts: readonly string[], valueOf: (part: string) => Value): TextPart[] {
  const isVerbatim = scalar.end - scalar.start === scalar.text.length;
  let at = scalar.start;
  return parts.map((written, i) => {
    const span = isVerbatim ? { ...scalar, start: at, end: at + written.length } : scalar;
    at += written.length;
    if (i % 2 !== 0) return { written, value: valueOf(written) };
    // A statement such as `{% if %}` decides which text around it applies.
    const value = written.includes('{%')
      ? computedValue({ ...scalar, ...span }, written)
      : scalarAt(written, span);
    return { written, value };
  });
}

function valueOfExpression(
  expression: string,
  scalar: ScalarNode,
  named: (name: string) => Value | null,
  use: Use,
): Value {
  const [, name = '', filters = ''] = TEMPLATE_EXPRESSION.exec(expression) ?? [];
  let value = name === '' ? null : named(name);
  for (const { filter, written } of filtersIn(filters.replace(OR_LITERAL, '|default($1, true)'))) {
    const args = [...written.matchAll(FILTER_ARGUMENT)].map(([, single, double, other]) =>
      other === undefined ? withUse(defaultIn(scalar, single ?? double ?? ''), use) : named(other),
    );
    if (DEFAULT_FILTER.test(filter)) {
      if (value === null || (IF_EMPTY.test(written) && isEmptyValue(value))) value = args[0] ?? value;
    } else
      value &&= applyFilter(
        filter,
        value,
        args.filter((arg) => arg !== null),
        scalar,
      );
    if (value === null && !DEFAULT_FILTER.test(filter)) return computedValue(scalar);
  }
  return value ?? computedValue(scalar);
}

/** Filters of a chain in order; empty if one of them has an unknown form. */
function filtersIn(chain: string): { filter: string; written: string }[] {
  const filters = [...chain.matchAll(FILTER_CALL)];
  const isWhole = filters.map(([whole]) => whole).join('') === chain;
  return isWhole ? filters.map(([, filter = '', written = '']) => ({ filter, written })) : [UNKNOWN_FILTER];
}

const UNKNOWN_FILTER = { filter: '', written: '' };

function lookUp(name: string | undefined, { maps }: JinjaVariables): JinjaVariables['maps'][number] | null {
  const path = name?.split('.') ?? [];
  for (const { node, origin } of name === undefined ? [] : maps) {
    const found = valueOf(node, ...path);
    if (found !== null) return { node: found, origin };
  }
  return null;
}

/** Variables from the `vars` of a task and of the blocks and plays around it, nearest first. */
export function variablesAround(maps: readonly MapNode[]): JinjaVariables['maps'] {
  return maps.flatMap((map) => {
    const vars = entryOf(map, 'vars')?.value;
    return vars?.kind === 'map' ? [{ node: vars, origin: 'variable' } as const] : [];
  });
}
