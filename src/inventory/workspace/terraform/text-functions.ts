import type { Span } from '../document/node.ts';
import { joinTexts } from '../pieces.ts';
import { TOO_MUCH } from './evaluate.ts';
import { keyResult } from './operations.ts';
import { mapResult, scalarOf, unknown } from './result.ts';
import type { Result } from './result.ts';

type TextFunction = (args: readonly Result[], span: Span) => Result | null;

/** A pattern that means itself: others are not run, they can take for ever. */
const PLAIN_PATTERN = /^\^?[\w -]+\$?$/;

/** Functions on texts, for conditions such as `startswith(var.engine, "aurora")` and versions that are put together. */
export const TEXT_FUNCTIONS: Readonly<Record<string, TextFunction>> = {
  startswith: compare((text, part) => text.startsWith(part)),
  endswith: compare((text, part) => text.endsWith(part)),
  strcontains: compare((text, part) => text.includes(part)),
  regexall: (args, span) => {
    const [pattern, text] = textsOf(args);
    if (pattern === undefined || text === undefined || !PLAIN_PATTERN.test(pattern)) return null;
    const items = [...text.matchAll(new RegExp(pattern, 'g'))].map((match) => keyResult(match[0], span));
    return { kind: 'list', items, span };
  },
  contains: ([list, value], span) => {
    const wanted = value === undefined ? null : scalarOf(value);
    const items = list?.kind === 'list' ? list.items.map(scalarOf) : null;
    const isComplete = list?.kind === 'list' && list.rest === undefined;
    if (wanted === null || items === null) return null;
    if (items.some((item) => item?.value === wanted.value)) return booleanAt(true, span);
    return items.includes(null) || !isComplete ? null : booleanAt(false, span);
  },
  split: (args, span) => {
    const [separator, text] = textsOf(args);
    if (separator === undefined || text === undefined) return null;
    return { kind: 'list', items: text.split(separator).map((part) => keyResult(part, span)), span };
  },
  join: ([separator, list], span) => {
    const between = separator === undefined ? null : scalarOf(separator);
    const items = list?.kind === 'list' && list.rest === undefined ? list.items.map(scalarOf) : null;
    if (between === null || items === null || items.includes(null)) return null;
    const texts = items.map((item) => item?.text ?? '');
    return joined(texts, span, between.text);
  },
  format: (args, span) => {
    const [pattern, ...values] = textsOf(args);
    if (pattern === undefined || values.length < args.length - 1 || /%[^sdv%]/.test(pattern)) return null;
    const rest = values.values();
    const texts = pattern.split(/(%[sdv%])/).map((part) => {
      if (part === '%%') return '%';
      return /^%[sdv]$/.test(part) ? (rest.next().value ?? '') : part;
    });
    return joined(texts, span);
  },
  replace: (args, span) => {
    const [text, part, other] = textsOf(args);
    if (text === undefined || part === undefined || other === undefined || part.startsWith('/')) return null;
    return joined(part === '' ? [text] : text.split(part), span, other);
  },
  trimspace: change((text) => text.trim()),
  lower: change((text) => text.toLowerCase()),
  upper: change((text) => text.toUpperCase()),
  title: change((text) => text),
  chomp: change((text) => text.replace(/[\r\n]+$/, '')),
};

function joined(texts: readonly string[], span: Span, separator = ''): Result {
  const text = joinTexts(texts, separator);
  return text === null ? unknown(TOO_MUCH, span) : keyResult(text, span);
}

function compare(holds: (text: string, part: string) => boolean): TextFunction {
  return (args, span) => {
    const [text, part] = textsOf(args);
    return text === undefined || part === undefined ? null : booleanAt(holds(text, part), span);
  };
}

/** A function that changes a text but not where it is decided. */
function change(by: (text: string) => string): TextFunction {
  return ([value]) =>
    value === undefined
      ? null
      : mapResult(value, (inner) => {
          if (inner.kind !== 'scalar' || typeof inner.value !== 'string') return inner;
          const changed = by(inner.value);
          return { ...inner, value: changed, text: changed };
        });
}

/** The arguments up to the first that is not a known text. */
function textsOf(args: readonly Result[]): string[] {
  const texts: string[] = [];
  for (const arg of args) {
    const scalar = scalarOf(arg);
    if (scalar === null || scalar.value === null) break;
    texts.push(scalar.text);
  }
  return texts;
}

function booleanAt(value: boolean, span: Span): Result {
  return { ...keyResult(String(value), span), value };
}
