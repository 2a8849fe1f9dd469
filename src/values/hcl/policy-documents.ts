import type { Body, Span } from '../../syntax/index.ts';
import { text } from '../../l10n/index.ts';
import { listOf, mapAt, mapOptions, unknown, type Value } from '../value/value.ts';
import { nestedBlocks, valueAtPath } from './blocks.ts';
import type { Context } from './context.ts';

/** Arguments of a statement, with their names in IAM. */
const STATEMENT_FIELDS = [
  ['effect', 'Effect'],
  ['actions', 'Action'],
  ['not_actions', 'NotAction'],
  ['resources', 'Resource'],
  ['not_resources', 'NotResource'],
  ['principals', 'Principal'],
  ['condition', 'Condition'],
] as const;
/** Arguments with other documents that are merged into this one. */
const MERGED_DOCUMENTS = [
  'source_policy_documents',
  'override_policy_documents',
  'source_json',
  'override_json',
];

/** Policy document from the statements of an `aws_iam_policy_document` data source; `at` is its own name. */
export function policyDocument(body: Body, context: Context, at: Span): Value {
  const { known, rest } = nestedBlocks(body, 'statement', context);
  const statements = known.map(({ block, context: own }) => {
    const fields = STATEMENT_FIELDS.flatMap(([argument, name]) => {
      const written = valueAtPath(block.body, [argument], own);
      if (written === null) return [];
      return [[name, argument === 'principals' ? principalsOf(written) : written] as const];
    });
    return mapAt(new Map(fields), block.typeSpan);
  });
  const isMerged = MERGED_DOCUMENTS.some((name) => valueAtPath(body, [name], context) !== null);
  const others = isMerged ? unknown(text('inventory.severalValues'), at) : rest;
  return mapAt(new Map([['Statement', listOf(statements, others, at)]]), at);
}

/** Map of principals by type, from blocks of a type and identifiers. */
function principalsOf(written: Value): Value {
  return mapOptions(written, (principals) => {
    const blocks = principals.kind === 'list' ? principals.items : [principals];
    const fields = blocks.flatMap((block) => {
      if (block.kind !== 'map') return [];
      const [type, identifiers] = [block.fields.get('type'), block.fields.get('identifiers')];
      return type?.kind === 'scalar' && identifiers !== undefined ? [[type.text, identifiers] as const] : [];
    });
    return principals.kind === 'unknown' ? principals : mapAt(new Map(fields), principals.span);
  });
}
