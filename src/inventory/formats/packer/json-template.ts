import type { AssetDraft } from '../../resources/draft.ts';
import { type ImagePlace, imagesOfDeclared } from '../../resources/passes/images.ts';
import { imagePlaces } from '../../../vocabulary/index.ts';
import { withUse, type Value, valueOfNode } from '../../../values/index.ts';
import {
  itemsOf,
  locate,
  readDocuments,
  syntaxProblems,
  textOf,
  valueOf,
  type Node,
  type SourceFile,
} from '../../../syntax/index.ts';
import { draftOfBuild } from './builds.ts';
import { draftsOfNode } from '../../embedded/texts.ts';
import type { Reading, WorkspaceView } from '../../reading/format.ts';
import { EMPTY_READING } from '../../reading/file-format.ts';

const USER_VARIABLE = /^\{\{\s*user\s*[`'"]([\w-]+)[`'"]\s*\}\}$/;
/** Key of a template, searched in the text so that other large JSON files are not parsed. */
const BUILDERS_KEY = /"builders"\s*:/;

/** A template in the older JSON form. */
export function readJsonTemplate(source: SourceFile, view: WorkspaceView): Reading {
  const { embedded } = view;
  if (!BUILDERS_KEY.test(source.text)) return EMPTY_READING;
  const documents = readDocuments(source);
  const root = documents[0]?.root ?? null;
  const builders = itemsOf(valueOf(root, 'builders'));
  const images = builders.flatMap((builder, i) => imagesOfBuilder(builder, i, root, source.file));
  const commands = itemsOf(valueOf(root, 'provisioners')).flatMap((provisioner, i) => {
    const inline = valueOf(provisioner, 'inline');
    const texts = inline?.kind === 'list' ? inline.items : [inline];
    const of = { source: 'image', prefix: `provisioners[${i}].`, embedded } as const;
    return texts
      .flatMap((node) => draftsOfNode(node, source, of))
      .filter(({ kind }) => kind === 'operating-system');
  });
  const builds = builders.flatMap((builder, i) => {
    const amiName = valueOf(builder, 'ami_name');
    if (amiName === null) return [];
    const valueAt = (node: Node, name: string): Value | null => {
      const found = valueOf(node, name);
      return found === null ? null : resolve(found, root, name);
    };
    return draftOfBuild(
      {
        ...{ sourceName: nameOfBuilder(builder, i), file: source.file, at: locate(builder) },
        amiName: valueAt(builder, 'ami_name'),
        provisioners: itemsOf(valueOf(root, 'provisioners')).map((provisioner) => ({
          type: textOf(valueOf(provisioner, 'type')) ?? '',
          valueAt: (name) => valueAt(provisioner, name),
        })),
      },
      view,
    );
  });
  const drafts = [...images, ...commands, ...builds];
  return { drafts, problems: drafts.length > 0 ? syntaxProblems(source.file, documents) : [], includes: [] };
}

function imagesOfBuilder(builder: Node, index: number, root: Node | null, file: string): AssetDraft[] {
  const name = nameOfBuilder(builder, index);
  const places = imagePlaces('packer', 'source');
  const placesAt = (path: string): ImagePlace[] => {
    const node = valueOf(builder, ...path.split('.'));
    return node === null ? [] : [{ path: '', at: locate(node), value: resolve(node, root, path) }];
  };
  if (places === null) return [];
  return imagesOfDeclared({ source: 'image', name, file, count: 1, places, placesAt, listsSources: true });
}

function nameOfBuilder(builder: Node, index: number): string {
  return `builders.${textOf(valueOf(builder, 'name')) ?? textOf(valueOf(builder, 'type')) ?? index}`;
}

/** Resolves a user variable to its default. */
function resolve(node: Node, root: Node | null, user: string): Value {
  return valueOfNode(node, (scalar, follow) => {
    const variable = USER_VARIABLE.exec(scalar.text)?.[1];
    const found = variable === undefined ? null : valueOf(root, 'variables', variable);
    return found && withUse(follow(found), { location: locate(scalar), name: user }, 'default');
  });
}
