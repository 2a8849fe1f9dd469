import type { Node } from 'web-tree-sitter';
import type { AssetKind } from '../../../model/index.ts';
import {
  argumentsOf,
  calleeOf,
  CALLS,
  codeOf,
  isName,
  isString,
  keyOf,
  newProgram,
  parentOf,
  plainName,
  stringIn,
  unwrap,
  withTree,
} from '../../../syntax/programs/index.ts';
import type { SourceFile } from '../../../syntax/index.ts';
import { enumeratedValue } from '../../../vocabulary/index.ts';
import { constructsIn, type Construct } from './constructs/constructs.ts';
import { memberCalls } from './constructs/members.ts';
import { languageOf, parserOf } from './languages.ts';
import { serviceConstructs } from './services/services.ts';
import { isOverridden } from '../../../values/programs/index.ts';

/** A value as a program writes it. */
export interface WrittenValue {
  start: number;
  end: number;
  /** The text of a string without computed parts. */
  text: string | null;
  /** True, false, a number, or one of these in the CDK's words: `Duration.seconds(10)`, `RetentionDays.ONE_YEAR`. */
  isPlain: boolean;
  /** What is inside of an object, a dictionary or a list. */
  group: WrittenGroup | null;
  /** What a call is given: the object of its properties, else all arguments. */
  given: WrittenGroup | null;
}

/**
 * Arguments, an object or a list: where it begins and ends behind and before its brackets, and its parts in written
 * order.
 */
export interface WrittenGroup {
  open: number;
  close: number;
  parts: readonly { key: string | null; start: number; end: number; value: WrittenValue }[];
  /** Has parts that come from elsewhere: `...props`, `**props`. */
  isOpen: boolean;
}

/** A statement that makes a construct, and nothing else. */
export interface WrittenStatement {
  start: number;
  end: number;
  /** The block that it is in. */
  block: { start: number; end: number };
  /** How later statements speak of the construct; null where nothing keeps it. */
  variable: string | null;
}

/** A construct of the CDK whose properties stand at its call. */
export interface WrittenConstruct {
  kind: AssetKind;
  name: string;
  className: string;
  language: 'typescript' | 'python';
  /** The name of its class, for showing where it is. */
  start: number;
  end: number;
  /** Where its properties are written. */
  properties: WrittenGroup;
  /** What it is put into, as the program says it, and the identifier that it has there; null where either is computed. */
  within: { scope: string; id: string } | null;
  /** The statement that makes it; null where it is a part of another expression. */
  statement: WrittenStatement | null;
  /** The statements that import something, in written order. */
  imports: readonly { start: number; end: number; code: string }[];
}

const LANGUAGES = { typescript: 'typescript', tsx: 'typescript', python: 'python' } as const;
const IMPORT = /^import(?:_from)?_statement$/;
const SPREAD = /^(?:spread_element|dictionary_splat|list_splat)$/;
const PLAIN = /^(?:true|false|number|integer|float)$/i;
/** Types of the CDK that a static method makes of a literal: `Duration.seconds`, `CaCertificate.of`. */
const OF_LITERAL = /^(?:\w+\.)*(?:Duration|CaCertificate)\.\w+$/;
const MAX_DEPTH = 5;

/**
 * The constructs of a program of the CDK in TypeScript or Python that say their properties themselves. None where the
 * grammar is not loaded; a construct is left out whose properties come from elsewhere, or are changed afterwards.
 */
export function writtenConstructs(source: SourceFile): readonly WrittenConstruct[] {
  const grammar = languageOf(source.file);
  const parser = grammar === null ? null : parserOf(grammar);
  const language =
    grammar !== null && grammar in LANGUAGES ? LANGUAGES[grammar as keyof typeof LANGUAGES] : null;
  if (parser === null || language === null) return [];
  const reach = { programs: [], open: () => null, steps: 20_000, isCut: false };
  // Without its parts the tree that the editor follows is left alone.
  const plain = { file: source.file, text: source.text };
  return (
    withTree(plain, parser, ({ rootNode }) => {
      const program = newProgram(plain, rootNode, reach);
      const imports = rootNode.namedChildren.filter(({ type }) => IMPORT.test(type)).map(spanOf);
      return [...constructsIn(program), ...serviceConstructs(program)].flatMap((construct) => {
        const properties = isOverridden(construct) ? null : propertiesAt(construct.call, language);
        if (properties === null || properties.isOpen) return [];
        const { kind, name, className } = construct;
        const place = { within: withinOf(construct), statement: statementOf(construct.call) };
        const shared = { language, imports };
        return [
          {
            kind,
            name,
            className: codeOf(className),
            ...rangeOf(className),
            properties,
            ...shared,
            ...place,
          },
          ...memberConstructs(construct, shared),
        ];
      });
    }) ?? []
  );
}

function spanOf(node: Node): { start: number; end: number; code: string } {
  return { ...rangeOf(node), code: codeOf(node) };
}

function withinOf({ call }: Construct): WrittenConstruct['within'] {
  const args = argumentsOf(call);
  const [scope, id] = args.map((each) => (each.type === 'keyword_argument' ? null : each));
  const text = id && isString(id) ? stringIn(id)?.text : undefined;
  return scope && text !== undefined && /^[\w.]+$/.test(codeOf(scope))
    ? { scope: codeOf(scope), id: text }
    : null;
}

const KEEPS = /^(?:variable_declarator|assignment_expression|assignment)$/;
const STATEMENT = /^(?:(?:lexical|variable)_declaration|expression_statement)$/;
const BLOCK = /^(?:statement_block|program|block|module)$/;

function statementOf(call: Node): WrittenStatement | null {
  const parent = parentOf(call);
  const keeps = parent !== null && KEEPS.test(parent.type);
  const kept = keeps ? (parent.childForFieldName('name') ?? parent.childForFieldName('left')) : null;
  const variable = kept === null ? null : codeOf(kept);
  const statement = keeps ? parentOf(parent) : parent;
  const block = statement !== null && STATEMENT.test(statement.type) ? parentOf(statement) : null;
  if (statement === null || block === null || !BLOCK.test(block.type)) return null;
  if (variable !== null && !/^[\w$.]+$/.test(variable)) return null;
  return { ...rangeOf(statement), block: rangeOf(block), variable };
}

function rangeOf({ startIndex: start, endIndex: end }: Node): { start: number; end: number } {
  return { start, end };
}

/** The instances of a cluster that are made where it says them, as constructs of which only properties are written. */
function memberConstructs(
  construct: Construct,
  shared: Pick<WrittenConstruct, 'language' | 'imports'>,
): WrittenConstruct[] {
  return memberCalls(construct).flatMap(({ name, call }) => {
    const [properties, callee] = [givenAt(call, 0), calleeOf(call)];
    if (properties === null || properties.isOpen || callee === null) return [];
    const of = { kind: 'db-instance', name, className: codeOf(callee) } as const;
    return [{ ...of, ...rangeOf(callee), properties, ...shared, within: null, statement: null }];
  });
}

/** The object of a call in TypeScript, all arguments in Python; null where properties are handed over by a name. */
function propertiesAt(call: Node, language: WrittenConstruct['language']): WrittenGroup | null {
  const list = call.childForFieldName('arguments');
  const properties = language === 'python' ? list : argumentsOf(call).at(-1);
  return properties && (language === 'python' || properties.type === 'object')
    ? groupOf(properties, 0)
    : null;
}

/** The object that a call is given, else all of its arguments; null where a name could be such an object. */
function givenAt(call: Node, depth: number): WrittenGroup | null {
  const list = call.childForFieldName('arguments');
  const args = argumentsOf(call);
  const last = args.at(-1);
  if (last?.type === 'object') return groupOf(last, depth);
  return list === null || args.some(isName) ? null : groupOf(list, depth);
}

function groupOf(node: Node, depth: number): WrittenGroup {
  const children = node.namedChildren.filter(({ type }) => !type.endsWith('comment'));
  return {
    open: node.startIndex + 1,
    close: node.endIndex - 1,
    isOpen: children.some(({ type }) => SPREAD.test(type)),
    parts: children.map((child) => writtenPartOf(child, depth)),
  };
}

function writtenPartOf(child: Node, depth: number): WrittenGroup['parts'][number] {
  const { startIndex: start, endIndex: end } = child;
  const isPair = child.type === 'pair' || child.type === 'keyword_argument';
  const key = isPair ? child.firstNamedChild : child.type.startsWith('shorthand') ? child : null;
  const value = isPair ? (child.lastNamedChild ?? child) : child;
  return {
    key: key === null ? null : plainName(isString(key) ? (stringIn(key)?.text ?? '') : keyOf(key)),
    start,
    end,
    value: valueOf(value, depth),
  };
}

function valueOf(written: Node, depth: number): WrittenValue {
  const node = unwrap(written);
  const isGroup = /^(?:object|dictionary|array|list)$/.test(node.type) && depth < MAX_DEPTH;
  const isCall = CALLS.has(node.type) && depth < MAX_DEPTH;
  return {
    start: written.startIndex,
    end: written.endIndex,
    text: isString(node) ? (stringIn(node)?.text ?? null) : null,
    isPlain: PLAIN.test(node.type) || enumeratedValue(codeOf(node)) !== undefined || isMadeOfLiterals(node),
    group: isGroup ? groupOf(node, depth + 1) : null,
    given: isCall ? givenAt(node, depth + 1) : null,
  };
}

function isMadeOfLiterals(node: Node): boolean {
  const callee = calleeOf(node);
  return (
    callee !== null &&
    OF_LITERAL.test(codeOf(callee)) &&
    argumentsOf(node).every((each) => isString(each) || PLAIN.test(each.type))
  );
}
