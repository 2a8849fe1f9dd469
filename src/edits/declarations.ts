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
import { prepareLanguages, constructsWithRanges, type WrittenConstruct } from '../inventory/index.ts';
import { memoize, type Asset, textBefore } from '../model/index.ts';

/** Declaration of a resource, with the positions of all its parts, for edits. */
export type Declaration =
  | { tool: 'terraform'; block: Block }
  | { tool: 'cloudformation'; entry: Entry; properties: Node | null; isJson: boolean }
  | { tool: 'cdk'; construct: WrittenConstruct };

/** A declaration in a document, after which new resources can be inserted. */
export type DocumentDeclaration = Exclude<Declaration, { tool: 'cdk' }>;

// Memoized, because one file declares many resources.
const parsedHcl = memoize((source: SourceFile) => parseHcl(source));
const constructsOf = memoize((source: SourceFile) => constructsWithRanges(source));
const documentsOf = memoize((source: SourceFile) => readDocuments(source));

/** File that declares an asset, which is the beginning of its id. */
export function declaringFile({ id }: Pick<Asset, 'id'>): string {
  return id.split('#')[0] ?? '';
}

/**
 * Declaration of an asset in the text of its file. Null if the file does not declare it as one resource: a module
 * creates it, another file of the module declares it, or its language cannot be edited.
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

/** Loads the parsers for the declarations of assets in programs. */
export async function prepareDeclarations(assets: readonly Asset[]): Promise<void> {
  const files = assets.filter(({ source }) => source === 'cdk').map(declaringFile);
  await prepareLanguages([...new Set(files)]);
}

/** Resources of a Terraform file, in written order; none if it cannot be parsed. */
export function resourceBlocks(source: SourceFile): readonly Block[] {
  const { body, errors } = parsedHcl(source);
  return errors.length > 0 ? [] : body.blocks.filter(({ type }) => type === 'resource');
}

/** Resources of a template, in written order; none if it cannot be parsed. */
export function templateResources(source: SourceFile): readonly Entry[] {
  const [document] = documentsOf(source);
  if (document === undefined || document.errors.length > 0 || document.isTemplate) return [];
  return entriesOf(valueOf(document.root, 'Resources'));
}

function terraformBlock(name: string, source: SourceFile): Declaration | null {
  const [type = '', label = ''] = textBefore(name, '[').split('.');
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
