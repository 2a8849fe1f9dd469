import { valueAtPath } from '../../../../values/hcl/index.ts';
import type { AssetKind } from '../../../../model/index.ts';
import type { Attachment } from '../../../resources/links.ts';
import { toFact } from '../../../../values/index.ts';
import type { Scope } from '../../../hcl/scope.ts';
import { attributeOf, type Block, type Expression } from '../../../../syntax/index.ts';

const IMPORTABLE_KINDS: readonly AssetKind[] = [
  'database',
  'db-instance',
  'global-cluster',
  'auto-scaling-group',
];

/** `import` blocks name the existing resource to adopt: its setting `importId`. */
export function importsOf(scope: Scope): Attachment[] {
  return scope.module.imports.flatMap((block) => importOf(block, scope));
}

function importOf({ body }: Block, scope: Scope): Attachment[] {
  const to = attributeOf(body, 'to');
  const id = valueAtPath(body, ['id'], scope.context('import', 'literal'));
  const address = to === undefined ? null : addressIn(to.value);
  const value = id === null ? null : toFact(id);
  // With `for_each`, the id is known per key only and is left out.
  if (address === null || value?.state !== 'known') return [];
  const of = { kinds: IMPORTABLE_KINDS, addresses: [scope.prefix + address], names: [] };
  return [{ kind: 'setting', of, name: 'importId', value }];
}

/** Address in the form of draft names: `module.db.aws_rds_cluster.this[0]`; null for any other expression. */
function addressIn(expression: Expression): string | null {
  if (expression.kind !== 'reference') return null;
  let address = expression.root;
  for (const step of expression.steps) {
    if (step.kind === 'attribute') address += `.${step.name}`;
    else if (step.kind === 'index' && step.key.kind === 'literal')
      address += `[${JSON.stringify(step.key.value)}]`;
    else return null;
  }
  return address;
}
