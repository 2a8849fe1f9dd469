import {
  entriesOf,
  parseHcl,
  readDocuments,
  valueOf,
  type Block,
  type Entry,
  type Node,
  type SourceFile,
} from '../syntax/index.ts';
import { prepareLanguages, writtenConstructs, type WrittenConstruct } from '../inventory/index.ts';
import { memoize, type Asset, upTo } from '../model/index.ts';

/** Where a resource is declared, with the place of everything in it, for edits. */
export type Declaration =
  | { tool: 'terraform'; block: Block }
  | { tool: 'cloudformation'; entry: Entry; properties: Node | null; isJson: boolean }
  | { tool: 'cdk'; construct: WrittenConstruct };

/** One in a document, which new resources can come behind. */
export type DocumentDeclaration = Exclude<Declaration, { tool: 'cdk' }>;

// Many resources are declared in one file: it is parsed once.
const parsedHcl = memoize((source: SourceFile) => parseHcl(source));
const constructsOf = memoize((source: SourceFile) => writtenConstructs(source));
const documentsOf = memoize((source: SourceFile) => readDocuments(source));

/** The file that an asset is declared in: its id begins with it. */
export function declaringFile({ id }: Pick<Asset, 'id'>): string {
  return id.split('#')[0] ?? '';
}

/**
 * The declaration of an asset in the text of its file. Null where it is not written there as one resource: made by a
 * module, in another file of its module, in a language that is not edited.
 */
export function declarationOf(
  asset: Pick<Asset, 'name' | 'source' | 'kind'>,
  source: SourceFile,
): Declaration | null {
  switch (asset.source) {
    case 'terraform':
      return /\.(?:tf|tofu)$/.test(source.file) ? terraformBlock(asset.name, source) : null;
    case 'cloudformation':
      return templateResource(asset.name, source);
    case 'cdk': {
      const [construct, ...others] = constructsOf(source).filter(
        ({ kind, name }) => kind === asset.kind && name === asset.name,
      );
      return construct === undefined || others.length > 0 ? null : { tool: 'cdk', construct };
    }
    default:
      return null;
  }
}

/** Loads what is needed to find the declarations of assets in programs. */
export async function prepareDeclarations(assets: readonly Asset[]): Promise<void> {
  const files = assets.filter(({ source }) => source === 'cdk').map(declaringFile);
  await prepareLanguages([...new Set(files)]);
}

/** The resources of a file of Terraform, in written order; none where it cannot be read. */
export function resourceBlocks(source: SourceFile): readonly Block[] {
  const { body, errors } = parsedHcl(source);
  return errors.length > 0 ? [] : body.blocks.filter(({ type }) => type === 'resource');
}

/** The resources of a template, in written order; none where it cannot be read. */
export function templateResources(source: SourceFile): readonly Entry[] {
  const [document] = documentsOf(source);
  if (document === undefined || document.errors.length > 0 || document.isTemplate) return [];
  return entriesOf(valueOf(document.root, 'Resources'));
}

function terraformBlock(name: string, source: SourceFile): Declaration | null {
  const [type = '', label = ''] = upTo(name, '[').split('.');
  const block = resourceBlocks(source).find(
    ({ labels }) => labels[0]?.text === type && labels[1]?.text === label,
  );
  return block === undefined ? null : { tool: 'terraform', block };
}

function templateResource(name: string, source: SourceFile): Declaration | null {
  const entry = templateResources(source).find(({ key }) => key === name);
  if (entry?.value.kind !== 'map') return null;
  const isJson = source.text.charAt(entry.value.start) === '{';
  return { tool: 'cloudformation', entry, properties: valueOf(entry.value, 'Properties'), isJson };
}
