import { locate, type Node } from '../../../syntax/index.ts';
import { resourceOf } from '../../../vocabulary/index.ts';
import { draftOfMap, keyedNodes } from '../../resources/declared-map.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { fieldOf, resourcesOf, typeOf } from '../../reading/pulumi-program.ts';
import { referenceIn, valueInProgram } from './values.ts';

/** Types of Pulumi's AWS providers: `aws:rds:Cluster`, `aws:rds/cluster:Cluster`. */
const AWS_TYPE = /^aws(?:-native)?:(\w+)(?:\/\w+)?:(\w+)$/;

/** Databases and parameter groups of a program, with the values of its variables. */
export function draftsOfProgram(root: Node | null, file: string): AssetDraft[] {
  return resourcesOf(root).flatMap(({ key: name, keySpan, value }) => {
    const [, service = '', type = ''] = AWS_TYPE.exec(typeOf(value)) ?? [];
    const resource = resourceOf('pulumi', `${service}:${type}`);
    if (resource === null) return [];
    return draftOfMap({
      kind: resource.kind,
      source: 'pulumi',
      name,
      file,
      at: locate(keySpan),
      entries: keyedNodes([fieldOf(value, 'properties')], (node) => valueInProgram(node, root, name)),
      named: ({ entry }) => [referenceIn(entry.value)?.name ?? []].flat(),
    });
  });
}
