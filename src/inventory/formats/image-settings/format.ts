import { imageWords } from '../../../products/index.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { draftOfImage } from '../../resources/passes/images.ts';
import {
  isDefinition,
  isInsideDefinition,
  listOf,
  maxChosenImages,
  propertyName,
  scalarAt,
  type Value,
  evaluateJinja,
  variablesAround,
} from '../../../values/index.ts';
import {
  hasRelevantDocument,
  locate,
  mapsAround,
  mapsIn,
  pathTo,
  readDocuments,
  textOf,
  type KeyedMap,
  type Node,
  type ScalarNode,
  type SourceFile,
  valueOf,
} from '../../../syntax/index.ts';
import { snakeKey } from '../../../vocabulary/index.ts';
import { ReportedPlaces } from '../../resources/reported-places.ts';
import { VariableFiles } from '../../reading/ansible-variables.ts';
import { draftsOfNode } from '../../embedded/texts.ts';
import type { WorkspaceView } from '../../reading/format.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import { resourcesOf } from '../../reading/pulumi-program.ts';
import { isAnswer, isOtherKey, mayBeImage } from '../../resources/passes/image-text.ts';
import { imagesAmong } from '../../resources/passes/images-among.ts';
import { IMAGE_SETTINGS_CLAIM } from './names.ts';

/** Terraform plans and states, and output of Errata Lens. */
const OTHER_KINDS = [/"(?:terraform_version|format_version)"\s*:/, /^\s*\{\s*"schemaVersion"\s*:\s*\d/];

/**
 * A CloudFormation template, recognised by its version or the type of its first resource; this format does not read
 * them.
 */
const CLOUDFORMATION_TEMPLATE = new RegExp(
  [
    String.raw`^["']?AWSTemplateFormatVersion["']?\s*:|(?<![^])\s*\{\s*"AWSTemplateFormatVersion"`,
    String.raw`^Resources:\s*\n( +)\w+:\s*\n(\1 +)(?:\S.*(?:\n(?:\1 .*)?)*?\n\2)?Type: *\w+::`,
  ].join('|'),
  'm',
);

/** A text that is only an Ansible expression. */
const WHOLE_EXPRESSION = /^\s*\{\{[^{}]*\}\}\s*$/;
const START_SCRIPT_KEY = /^user_data(?:_base64)?$/;
/** CloudFormation resource types. */
const CLOUDFORMATION_TYPE = /^\w+::/;
/** API groups of Kubernetes whose images the Kubernetes format reads completely. */
const OTHER_GROUP = /^(?:karpenter\.k8s\.aws|eksctl\.io|eks\..*)\//;
/**
 * Image names in custom YAML and JSON settings: variables of Packer and Ansible, chart values, inputs of a program or
 * module. Gives way to formats that know the file better.
 */
export const imageSettings = formatOfFiles(
  IMAGE_SETTINGS_CLAIM,
  [
    ...imageWords('ami', 'builtOn', 'parameter', 'platform', 'container', 'amiType', 'alias', 'family'),
    ...['release_version', 'releaseVersion', 'ami_version', 'amiVersion'],
  ],
  (source, view) => {
    if (
      OTHER_KINDS.some((each) => each.test(source.text)) ||
      !hasRelevantDocument(source, (document) => !CLOUDFORMATION_TEMPLATE.test(document))
    )
      return {};
    const files = new VariableFiles(source.file, view);
    const drafts = readDocuments(source).flatMap(({ root }) => {
      const reported = new ReportedPlaces();
      return [
        ...imagesOfSettings(root, source, files).filter(({ version }) => reported.add(version)),
        ...imagesOfUserDataKeys(root, source, view),
      ];
    });
    return drafts.length > maxChosenImages ? {} : { drafts };
  },
  { givesWay: true, embedded: { settings: (root, source) => imagesOfSettings(root, source) } },
);

/**
 * Images in a settings document.
 * @param files that may define Ansible variables
 */
function imagesOfSettings(
  root: Node | null,
  source: SourceFile,
  files: VariableFiles | null = null,
): AssetDraft[] {
  if (isOtherDocument(root)) return [];
  // Elsewhere, `resources` lists the subjects of a policy.
  const declared = resourcesOf(root).flatMap(({ key, value }) =>
    imagesBelow(value, source, files).map((draft) => ({ ...draft, name: `${key}.${draft.name}` })),
  );
  return [...imagesBelow(root, source, files), ...declared];
}

function imagesBelow(root: Node | null, source: SourceFile, files: VariableFiles | null): AssetDraft[] {
  return mapsIn(root).flatMap((place) => imagesOfMap(place, source, files));
}

/** Startup scripts of machines in Pulumi YAML and Ansible tasks, plain or in base64. */
function imagesOfUserDataKeys(root: Node | null, source: SourceFile, view: WorkspaceView): AssetDraft[] {
  if (isOtherDocument(root)) return [];
  const { embedded } = view;
  return mapsIn(root).flatMap((place) =>
    place.map.entries
      .filter(({ key }) => /data/i.test(key) && START_SCRIPT_KEY.test(snakeKey(key)))
      .flatMap(({ key, value }) => {
        const prefix = `${[...pathTo(place), key].join('.')}.`;
        const text = value.kind === 'map' ? (valueOf(value, 'fn::toBase64') ?? value) : value;
        return draftsOfNode(text, source, { source: 'image', prefix, embedded });
      }),
  );
}

/** CloudFormation templates, which resolve their own values, and schemas of allowed values. */
function isOtherDocument(root: Node | null): boolean {
  if (isDefinition(root) || valueOf(root, 'AWSTemplateFormatVersion') !== null) return true;
  if (OTHER_GROUP.test(textOf(valueOf(root, 'apiVersion')) ?? '')) return true;
  const resources = valueOf(root, 'Resources');
  return (
    resources?.kind === 'map' &&
    resources.entries.some(({ value }) => CLOUDFORMATION_TYPE.test(textOf(valueOf(value, 'Type')) ?? ''))
  );
}

function imagesOfMap(place: KeyedMap, { file }: SourceFile, files: VariableFiles | null): AssetDraft[] {
  if (!place.map.entries.some(({ value }) => canHoldImage(value))) return [];
  const path = pathTo(place);
  const { entries } = place.map;
  if (isInsideDefinition(path) || path.some(isOtherKey) || isAnswer(entries.map(({ key }) => key))) return [];
  const written = entries.map(({ key, keySpan, value }) => ({
    key: propertyName([...path, key]),
    ...{ name: [...path, key].join('.'), keySpan },
    value: () => textsOf(value, place, files),
  }));
  const depth = Math.min(path.length, 1);
  return imagesAmong(written, false, depth).map(({ entry: { name, keySpan }, ...found }) =>
    draftOfImage(found, { source: 'image', name, file, at: locate(keySpan), count: 1 }),
  );
}

/** True if a node, or an expression in it, can contain an image name. */
function canHoldImage(node: Node): boolean {
  if (node.kind === 'scalar') return mayBeImage(node.text) || node.text.includes('{{');
  return node.kind === 'list' && node.items.some(canHoldImage);
}

/** A text, or the texts of a list. Maps are visited as places of their own; here they only count as present. */
function textsOf(node: Node, place: KeyedMap, files: VariableFiles | null): Value | null {
  if (node.kind === 'scalar') return node.value === null ? null : textWithVariables(node, place, files);
  if (node.kind !== 'list') return null;
  const items = node.items.flatMap((item): Value[] => {
    const text = textsOf(item, place, files);
    if (text !== null) return [text];
    return item.kind === 'map' ? [{ kind: 'map', fields: new Map(), isComplete: false, span: item }] : [];
  });
  return listOf(items, null, node);
}

/** Text with its Ansible variables inserted; a text that is only a variable gets the place of the variable's value. */
function textWithVariables(node: ScalarNode, place: KeyedMap, files: VariableFiles | null): Value {
  const plain = scalarAt(node.text, node);
  if (files === null || !node.text.includes('{{') || WHOLE_EXPRESSION.test(node.text)) return plain;
  const around = [place.map, ...mapsAround(place)];
  const here = around.map((map) => ({ node: map, origin: 'variable' }) as const);
  const value = evaluateJinja(
    { user: '', maps: [...variablesAround(around), ...files.mapsFor(around), ...here] },
    node,
  );
  return value.kind === 'scalar' ? value : plain;
}
