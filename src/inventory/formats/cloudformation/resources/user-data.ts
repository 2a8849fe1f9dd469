import type { FileLocation } from '../../../../model/index.ts';
import { itemsOf, textOf, valueOf, type Node, type ScalarNode, type Span } from '../../../../syntax/index.ts';
import type { AssetDraft } from '../../../resources/draft.ts';
import type { Piece } from '../../../values/pieces.ts';
import type { WorkspaceView } from '../../format.ts';
import { scriptAt, scriptIn } from '../../shell/script/script.ts';
import { draftsOfUserData, type ScriptPart } from '../../shell/user-data.ts';
import { intrinsicOf } from '../values/intrinsic.ts';
import { referTo } from '../values/references.ts';
import { resolve } from '../values/resolve.ts';
import type { Resolved } from '../values/resolved.ts';
import { scopeFor, type Scope, type Stack } from '../values/scope.ts';
import type { Resource } from '../templates/template.ts';

/** Properties that hold a script. */
const SCRIPT_PROPERTIES: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::AutoScaling::LaunchConfiguration', ['UserData']],
  ['AWS::CodeBuild::Project', ['Source.BuildSpec']],
  ['AWS::EC2::Instance', ['UserData']],
  ['AWS::EC2::LaunchTemplate', ['LaunchTemplateData.UserData']],
  ['AWS::ImageBuilder::Component', ['Data']],
]);
const DEEPEST = 10;

/** What the parts of a script need. */
interface Reader {
  scope: Scope;
  read: WorkspaceView['read'];
  /** The maps of names that `Fn::Sub` brings with it. */
  names: Node[];
}

/** The images that the scripts of a resource name. */
export function scriptImagesOf(
  resource: Resource,
  stack: Stack,
  file: string,
  read: WorkspaceView['read'],
): AssetDraft[] {
  const owner = stack.prefix + resource.logicalId;
  return (SCRIPT_PROPERTIES.get(resource.type) ?? []).flatMap((path) => {
    const node = valueOf(resource.properties, ...path.split('.'));
    if (node === null) return [];
    const reader = { scope: scopeFor(stack, owner), read, names: [] };
    const parts = partsOf(node, reader, 0);
    return draftsOfUserData(parts, {
      file,
      source: 'cloudformation',
      prefix: `${owner}.${path}.`,
      outside: (name) => [valueNamed(name, node, reader)].filter((value) => value !== null),
    });
  });
}

function partsOf(node: Node, reader: Reader, depth: number): ScriptPart[] {
  if (depth > DEEPEST) return [];
  const call = intrinsicOf(node);
  if (call === null) return node.kind === 'scalar' ? textPart(node, reader) : [];
  const { argument } = call;
  switch (call.name) {
    case 'Fn::Base64':
      return partsOf(argument, reader, depth + 1);
    case 'Fn::Sub': {
      const [template, names] = argument.kind === 'list' ? argument.items : [argument];
      if (names !== undefined) reader.names.push(names);
      return template?.kind === 'scalar' ? textPart(template, reader) : [];
    }
    case 'Fn::Join': {
      const [delimiter, list] = itemsOf(argument);
      const between = scriptAt(textOf(delimiter ?? null) ?? '', delimiter ?? argument);
      return itemsOf(list ?? null).flatMap((item) => [...partsOf(item, reader, depth + 1), between]);
    }
    case 'Fn::If':
      return itemsOf(argument)
        .slice(1)
        .flatMap((branch) => [...partsOf(branch, reader, depth + 1), scriptAt('\n', branch)]);
    default:
      return [{ value: pieceOf(resolve(node, reader.scope), node), span: node }];
  }
}

function textPart(node: ScalarNode, { read }: Reader): ScriptPart[] {
  const source = read(node.lines.file);
  return source === null || node.value === null ? [] : [scriptIn(node, source)];
}

/** `${Name}` in a text: what `Fn::Sub` puts there. */
function valueNamed(name: string, at: Span, { scope, names }: Reader): Piece | null {
  for (const map of names) {
    const local = valueOf(map, name);
    if (local !== null) return pieceOf(resolve(local, scope), at);
  }
  return pieceOf(referTo(name, at, scope, resolve), at);
}

function pieceOf(resolved: Resolved, user: Span): Piece | null {
  if (resolved.state !== 'known' || resolved.text === null) return null;
  const { text, at, how, uses } = resolved;
  return { text, span: spanAt(at, user), how, uses };
}

/** A place of the same file as offsets; of another file the place of its use. */
function spanAt({ file, line, column, endLine, endColumn }: FileLocation, user: Span): Span {
  const { lines } = user;
  const from = lines.starts[line - 1];
  const to = lines.starts[endLine - 1];
  if (file !== lines.file || from === undefined || to === undefined) return user;
  return { lines, start: from + column - 1, end: to + endColumn - 1 };
}
