import { engineKeys, isVersionKey } from '../../../resources/version-keys.ts';
import { draftOfPin } from './draft-call.ts';
import { evaluate } from '../values/evaluate.ts';
import { instancesOf } from '../modules/instances.ts';
import type { LooseDraft } from '../../../resources/links.ts';
import type { ResourceDeclaration } from '../modules/module.ts';
import { pinsIn } from '../pins/pins.ts';
import { mapAt, type Value } from '../../../values/value.ts';
import { resourceOf } from '../../../../vocabulary/index.ts';
import type { Scope } from '../modules/scope.ts';
import type { Body } from '../../../../syntax/index.ts';

/** All of AWS's own that have such a version are known: any other is of another service. */
const AWS_TYPE = /^aws_/;

/** Versions in resources of providers that are not known here: what they make is told by the version, or by the engine beside it. */
export function pinsOfUnknownType(resource: ResourceDeclaration, scope: Scope): LooseDraft[] {
  if (resource.isData || resourceOf('terraform', resource.type) !== null || AWS_TYPE.test(resource.type))
    return [];
  // Most bodies are not parsed as long as nobody asks for them.
  if (resource.block.unread?.includes('version') === false) return [];
  const { body, labels, typeSpan } = resource.block;
  const names = versionArguments(body);
  if (names.size === 0) return [];
  return instancesOf(body, scope, resource.address).flatMap(({ suffix, bindings, count }) => {
    const context = scope.context(resource.address, 'literal', bindings);
    const fields = new Map<string, Value>();
    for (const { name, value } of body.attributes) {
      if (names.has(name)) fields.set(name, evaluate(value, context));
    }
    const span = labels[1] ?? typeSpan;
    const name = `${scope.prefix}${resource.address}${suffix}`;
    const declared = { name, file: scope.calledFrom ?? resource.file, span, count };
    return pinsIn(mapAt(fields, span, false))
      .filter(({ version }) => version.kind === 'scalar')
      .map((pin) => draftOfPin(pin, declared));
  });
}

/** The arguments that hold a version, and those that can hold its engine; none where there is no version. */
function versionArguments({ attributes }: Body): ReadonlySet<string> {
  const versions = attributes.map(({ name }) => name).filter(isVersionKey);
  return new Set(versions.flatMap((name) => [name, ...engineKeys(name)]));
}
