import { engineKeys, isOfOtherService, isVersionKey, resourceOf } from '../../../../vocabulary/index.ts';
import { draftOfObject } from './draft-call.ts';
import { evaluate } from '../../../../values/hcl/index.ts';
import type { UsedResource } from '../modules/instances.ts';
import type { DraftWithLinks } from '../../../resources/links.ts';
import { isData } from '../../../hcl/module.ts';
import { pinsIn } from '../pins/object-pins.ts';
import { mapAt, type Value } from '../../../../values/index.ts';
import type { Body } from '../../../../syntax/index.ts';

/** All types of AWS with such a version are known; any other belongs to another service. */
const AWS_TYPE = /^aws_/;

/** Versions in resources of unknown providers, recognised by the version itself or by the engine beside it. */
export function pinsOfUnknownType(resource: UsedResource): DraftWithLinks[] {
  const { type, block } = resource;
  if (isData(resource) || resourceOf('terraform', type) !== null) return [];
  if (AWS_TYPE.test(type) || isOfOtherService(type)) return [];
  if (block.unread?.includes('version') === false) return [];
  const { body } = block;
  const names = versionArguments(body);
  if (names.size === 0) return [];
  return resource.instances().flatMap(({ context, declared }) => {
    const fields = new Map<string, Value>();
    for (const { name, value } of body.attributes) {
      if (names.has(name)) fields.set(name, evaluate(value, context));
    }
    return pinsIn(mapAt(fields, declared.span, false))
      .filter(({ version }) => version.kind === 'scalar')
      .map((pin) => draftOfObject(pin, declared));
  });
}

/** Arguments with a version, and those that may contain its engine; empty if there is no version. */
function versionArguments({ attributes }: Body): ReadonlySet<string> {
  const versions = attributes.map(({ name }) => name).filter(isVersionKey);
  return new Set(versions.flatMap((name) => [name, ...engineKeys(name)]));
}
