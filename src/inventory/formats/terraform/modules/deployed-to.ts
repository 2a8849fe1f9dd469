import { memoize, type DeployedTo } from '../../../../model/index.ts';
import { attributeOf, blocksOf, type Body, type Expression } from '../../../../syntax/index.ts';
import { textIn } from '../../../../values/index.ts';
import { type Context, resultAt } from '../../../../values/hcl/index.ts';
import type { Scope } from '../../../hcl/scope.ts';

// Where a resource is deployed to: by its own `region` (version 6 of the provider), by `provider`, by its module's `providers`.

const DEFAULT = 'aws';

/** Where the resource of a body is deployed to; undefined where nothing says more than that it is its module's default. */
export function deployedToOf(body: Body, scope: Scope, context: Context): DeployedTo | undefined {
  const named = attributeOf(body, 'provider')?.value;
  const region = named === undefined ? textIn(resultAt(body, ['region'], context)) : null;
  if (region !== null) return { region, provider: null };
  const name = named === undefined ? DEFAULT : providerName(named);
  return name === null ? undefined : providerOf(scope, name);
}

/** What the call of a module makes of a provider's name in the module; null where it says nothing. */
export function providerGivenBy(body: Body, name: string, scope: Scope): DeployedTo | null {
  const given = attributeOf(body, 'providers')?.value;
  const entry =
    given?.kind === 'object'
      ? given.entries.find(({ key }) => (key.kind === 'literal' ? key.text : providerName(key)) === name)
      : undefined;
  const handed = entry === undefined ? null : providerName(entry.value);
  if (handed !== null) return providerOf(scope, handed) ?? null;
  // The default provider is inherited.
  return name === DEFAULT ? (providerOf(scope, DEFAULT) ?? null) : null;
}

/** `aws`, `aws.us`; null for other providers. */
function providerName(expression: Expression): string | null {
  if (expression.kind === 'literal') return expression.text;
  if (expression.kind !== 'reference') return null;
  const [alias] = expression.steps;
  return alias?.kind === 'attribute' ? `${expression.root}.${alias.name}` : expression.root;
}

/** Found once for all resources of a module, and for all modules that it hands a provider on to. */
const providerOf = memoize((scope: Scope, name: string): DeployedTo | undefined => {
  const [type = '', alias = null] = name.split('.');
  const context = scope.context('provider', 'literal');
  const aliasOf = (body: Body): string | null => textIn(resultAt(body, ['alias'], context));
  const block = scope.module.files
    .flatMap(({ body }) => body.blocks)
    .find(
      ({ type: kind, labels, body }) =>
        kind === 'provider' && labels[0]?.text === type && aliasOf(body) === alias,
    );
  if (block === undefined) {
    const given = scope.providerGiven?.(name) ?? null;
    if (given !== null || scope.providerGiven !== null) return given ?? undefined;
  }
  // Another role is another account: the same Region is another place there.
  const isOtherAccount =
    alias !== null &&
    block !== undefined &&
    (blocksOf(block.body, 'assume_role').length > 0 || attributeOf(block.body, 'profile') !== undefined);
  const region =
    block === undefined || isOtherAccount ? null : textIn(resultAt(block.body, ['region'], context));
  const provider = alias === null ? null : `${scope.prefix}${name}`;
  return region === null && provider === null ? undefined : { region, provider };
});
