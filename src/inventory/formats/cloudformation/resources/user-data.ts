import { itemsOf, textOf, valueOf, type Node, type ScalarNode, type Span } from '../../../../syntax/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import { maxTextDepth, type Piece, pieceOf } from '../../../../values/index.ts';
import type { WorkspaceView } from '../../../reading/format.ts';
import { scriptAt, scriptIn } from '../../../../syntax/shell/index.ts';
import { draftsOfTexts, type TextPart } from '../../../embedded/texts.ts';
import {
  intrinsicOf,
  valueOfName,
  resolve,
  type Resource,
  type Scope,
  scopeFor,
  type Stack,
} from '../../../../values/cloudformation/index.ts';
import { imagePlaces } from '../../../../vocabulary/index.ts';

/** Parts of the workspace that the resources of a template need. */
export type TemplateView = Pick<WorkspaceView, 'read' | 'embedded'>;

/** Context for reading the parts of a script. */
interface Reader {
  scope: Scope;
  read: WorkspaceView['read'];
  /** Maps of variables that `Fn::Sub` contains. */
  names: Node[];
}

/** Images in the scripts of a resource. */
export function imagesOfUserData(
  resource: Resource,
  stack: Stack,
  file: string,
  { read, embedded }: TemplateView,
): AssetDraft[] {
  const owner = stack.prefix + resource.logicalId;
  return (imagePlaces('cloudformation', resource.type)?.scripts ?? []).flatMap((path) => {
    const node = valueOf(resource.properties, ...path.split('.'));
    if (node === null) return [];
    const reader = { scope: scopeFor(stack, owner), read, names: [] };
    const parts = textPartsOf(node, reader, 0);
    return draftsOfTexts(parts, {
      ...{ file, source: 'cloudformation', prefix: `${owner}.${path}.`, embedded },
      // In a text outside `Fn::Sub`, `${name}` does not refer to the template.
      outside: (name) =>
        [intrinsicOf(node) && valueNamed(name, node, reader)].filter((value) => value !== null),
    });
  });
}

function textPartsOf(node: Node, reader: Reader, depth: number): TextPart[] {
  if (depth > maxTextDepth) return [];
  const call = intrinsicOf(node);
  if (call === null) return node.kind === 'scalar' ? textPart(node, reader) : [];
  const { argument } = call;
  switch (call.name) {
    case 'Fn::Base64':
      return textPartsOf(argument, reader, depth + 1);
    case 'Fn::Sub': {
      const [template, names] = argument.kind === 'list' ? argument.items : [argument];
      if (names !== undefined) reader.names.push(names);
      return template?.kind === 'scalar' ? textPart(template, reader) : [];
    }
    case 'Fn::Join': {
      const [delimiter, list] = itemsOf(argument);
      const between = scriptAt(textOf(delimiter ?? null) ?? '', delimiter ?? argument);
      return itemsOf(list ?? null).flatMap((item) => [...textPartsOf(item, reader, depth + 1), between]);
    }
    case 'Fn::If':
      return itemsOf(argument)
        .slice(1)
        .flatMap((branch) => [...textPartsOf(branch, reader, depth + 1), scriptAt('\n', branch)]);
    default:
      return [{ value: pieceOf(resolve(node, reader.scope)), span: node }];
  }
}

function textPart(node: ScalarNode, { read }: Reader): TextPart[] {
  const source = read(node.lines.file);
  return source === null || node.value === null ? [] : [scriptIn(node, source)];
}

/** Value that `Fn::Sub` inserts for `${Name}`. */
function valueNamed(name: string, at: Span, { scope, names }: Reader): Piece | null {
  for (const map of names) {
    const local = valueOf(map, name);
    if (local !== null) return pieceOf(resolve(local, scope));
  }
  return pieceOf(valueOfName(name, at, scope));
}
