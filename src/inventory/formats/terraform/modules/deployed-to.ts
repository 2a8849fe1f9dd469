import { memoize, type DeploymentTarget } from '../../../../model/index.ts';
import { attributeOf, blocksOf, type Body, type Expression } from '../../../../syntax/index.ts';
import { writtenTextOf } from '../../../../values/index.ts';
import { type Context, valueAtPath } from '../../../../values/hcl/index.ts';
import type { Scope } from '../../../hcl/scope.ts';

// Account and Region of a resource: from its own `region` (version 6 of the provider), from `provider`, from its
// module's `providers`.

const DEFAULT_PROVIDER = 'aws';

/** Account and Region of a resource; undefined if it uses its module's default. */
export function deployedToOf(body: Body, scope: Scope, context: Context): DeploymentTarget | undefined {
  const named = attributeOf(body, 'provider')?.value;
  const region = named === undefined ? writtenTextOf(valueAtPath(body, ['region'], context)) : null;
  if (region !== null) return { region, provider: null };
  const name = named === undefined ? DEFAULT_PROVIDER : providerName(named);
  return name === null ? undefined : providerOf(scope, name);
}

/** Provider that a module call passes for a name in the module; null if it passes none. */
export function passedProvider(body: Body, name: string, scope: Scope): DeploymentTarget | null {
  const given = attributeOf(body, 'providers')?.value;
  const entry =
    given?.kind === 'object'
      ? given.entries.find(({ key }) => (key.kind === 'literal' ? key.text : providerName(key)) === name)
      : undefined;
  const passed = entry === undefined ? null : providerName(entry.value);
  if (passed !== null) return providerOf(scope, passed) ?? null;
  // Modules inherit the default provider.
  return name === DEFAULT_PROVIDER ? (providerOf(scope, DEFAULT_PROVIDER) ?? null) : null;
}

/** `aws`, `aws.us`; null for other providers. */
function providerName(expression: Expression): string | null {
  if (expression.kind === 'literal') return expression.text;
  if (expression.kind !== 'reference') return null;
  const [alias] = expression.steps;
  return alias?.kind === 'attribute' ? `${expression.root}.${alias.name}` : expression.root;
}

/** Memoized for all resources of a module, and for all modules that inherit its provider. */
const providerOf = memoize((scope: Scope, name: string): DeploymentTarget | undefined => {
  const [type = '', alias = null] = name.split('.');
  const context = scope.context('provider', 'literal');
  const aliasOf = (body: Body): string | null => writtenTextOf(valueAtPath(body, ['alias'], context));
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
  // Another role means another account, where the same Region is a different place.
  const isOtherAccount =
    alias !== null &&
    block !== undefined &&
    (blocksOf(block.body, 'assume_role').length > 0 || attributeOf(block.body, 'profile') !== undefined);
  const region =
    block === undefined || isOtherAccount
      ? null
      : writtenTextOf(valueAtPath(block.body, ['region'], context));
  const provider = alias === null ? null : `${scope.prefix}${name}`;
  return region === null && provider === null ? undefined : { region, provider };
});
