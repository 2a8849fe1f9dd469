import type { AssetKind } from '../../../model/index.ts';
import {
  argumentsOf,
  calleeOf,
  codeOf,
  isString,
  newProgram,
  stringIn,
  withTree,
  type Node,
} from '../../../syntax/programs/index.ts';
import { parserOf, type SourceFile } from '../../../syntax/index.ts';
import {
  argumentGroupOf,
  isOverridden,
  propertyGroupOf,
  storedName,
  rangeOf,
  type WrittenGroup,
} from '../../../values/programs/index.ts';
import { constructsIn, type Construct } from './constructs/constructs.ts';
import { memberCalls } from './constructs/members.ts';
import { languageOf } from './language-of.ts';
import { serviceConstructs } from './services/services.ts';

/** A CDK construct with its properties written inline. */
export interface WrittenConstruct {
  kind: AssetKind;
  name: string;
  className: string;
  language: 'typescript' | 'python';
  /** Offsets of the class name, for display. */
  start: number;
  end: number;
  /** Properties of the construct, with their range. */
  properties: WrittenGroup;
  /** Scope expression and identifier of the construct; null if either is computed. */
  within: { scope: string; id: string } | null;
  /** Variable of the construct; null if it is not stored. */
  variable: string | null;
  /** Import statements in source order. */
  imports: readonly { start: number; end: number; code: string }[];
}

const LANGUAGES_BY_GRAMMAR = { typescript: 'typescript', tsx: 'typescript', python: 'python' } as const;
const IMPORT_STATEMENT = /^import(?:_from)?_statement$/;

/**
 * CDK constructs with inline properties, of a program in TypeScript or Python. Empty if the grammar is not loaded.
 * Constructs whose properties come from elsewhere or change later are left out.
 */
export function constructsWithRanges(source: SourceFile): readonly WrittenConstruct[] {
  const grammar = languageOf(source.file);
  const parser = parserOf(grammar);
  const language =
    grammar !== null && grammar in LANGUAGES_BY_GRAMMAR
      ? LANGUAGES_BY_GRAMMAR[grammar as keyof typeof LANGUAGES_BY_GRAMMAR]
      : null;
  if (parser === null || language === null) return [];
  const access = { open: () => null, isCut: false };
  return (
    withTree(source.text, parser, ({ rootNode }) => {
      const program = newProgram(source, rootNode, access);
      const imports = program.root.namedChildren
        .filter(({ type }) => IMPORT_STATEMENT.test(type))
        .map(spanOf);
      return [...constructsIn(program), ...serviceConstructs(program)].flatMap((construct) => {
        const properties = isOverridden(construct) ? null : propertyGroupOf(construct.call, language);
        if (properties === null || properties.isOpen) return [];
        const { kind, name, className } = construct;
        const place = { within: withinOf(construct), variable: storedName(construct.call) };
        const shared = { language, imports };
        const own = { kind, name, className: codeOf(className), ...rangeOf(className) };
        return [{ ...own, properties, ...shared, ...place }, ...memberConstructs(construct, shared)];
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

/** Instances written inside a cluster's call, as constructs with only their inline properties. */
function memberConstructs(
  construct: Construct,
  shared: Pick<WrittenConstruct, 'language' | 'imports'>,
): WrittenConstruct[] {
  return memberCalls(construct).flatMap(({ name, call }) => {
    const [properties, callee] = [argumentGroupOf(call, 0), calleeOf(call)];
    if (properties === null || properties.isOpen || callee === null) return [];
    const of = { kind: 'db-instance', name, className: codeOf(callee) } as const;
    return [{ ...of, ...rangeOf(callee), properties, ...shared, within: null, variable: null }];
  });
}
