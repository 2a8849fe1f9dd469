import path from 'node:path/posix';
import {
  documentProblems,
  hasRelevantDocument,
  readDocuments,
  withoutUnrelatedDocuments,
  type Node,
  type SourceFile,
} from '../../../syntax/index.ts';
import { imageWords } from '../../../products/index.ts';
import { type Definitions, definitionsIn, maxEnvironments, manifestsIn } from '../../../values/index.ts';
import type { Embedded, Reading, WorkspaceView } from '../../reading/format.ts';
import { formatOfFiles } from '../../reading/file-format.ts';
import type { AssetDraft } from '../../resources/draft.ts';
import { decidedByFile } from '../../resources/passes/environments.ts';
import { databasesOfManifests } from './databases.ts';
import { imagesOfManifests, taggedImages } from './os-images.ts';
import { KUBERNETES_CLAIM } from './names.ts';

/** Limit of files that are searched for definitions. */
const maxDefinitionFiles = 200;
/** Suffixes of the API groups whose resources are read. */
const API_GROUPS = ['k8s.aws/', 'crossplane.io/', 'upbound.io/', 'eksctl.io/'];
/** A resource of these API groups. Other resources only mention them in labels. */
const OF_OUR_GROUPS = new RegExp(
  [
    String.raw`apiVersion["']?[ \t]*:\s*(?:[!&]\S*\s+)?["']?(?:karpenter\.k8s\.aws|eksctl\.io|`,
    String.raw`(?:rds|eks|database)\.(?:services\.k8s\.aws|aws\.(?:m\.|jet\.)?(?:crossplane|upbound)\.io))/`,
  ].join(''),
);
/** Images of containers and machines, in any resource. */
const IMAGE_WORD = new RegExp(imageWords('container', 'builtOn', 'ami').join('|'));
const API_VERSION = /apiVersion/;
/** Key of a tag that is written beside its image name. */
const TAG_KEY =
  /(?:newT|t)ag(?<=(?:^|[{},?-])[ \t]*["']?(?:newT|t)ag)(?:["']?[ \t]*$|["'][ \t]*:|[ \t]*:\s)/m;
/** Only defines resource types. */
const RESOURCE_DEFINITION = /^kind:[ \t]*["']?CustomResourceDefinition\b/m;

/** AWS resources in Kubernetes manifests: AWS Controllers for Kubernetes, Crossplane, Karpenter, eksctl. */
export const kubernetes = formatOfFiles(
  KUBERNETES_CLAIM,
  [...API_GROUPS, ...imageWords('container', 'builtOn', 'ami')],
  readManifests,
  { embedded: { manifests: draftsOfManifests } },
);

function readManifests(source: SourceFile, view: WorkspaceView): Partial<Reading> {
  if (!hasRelevantDocument(source, isRelevantManifest)) return {};
  const { file } = source;
  const documents = readDocuments(source, withoutUnrelatedDocuments(source));
  const definitions = source.text.includes('compositeTypeRef') ? definitionsAround(file, view) : undefined;
  const manifests = documents.flatMap((document) => manifestsIn(document.root, definitions));
  const tagged = documents.flatMap(({ root }) => taggedImages(root, file));
  if (manifests.length === 0 && tagged.length === 0) return {};
  const [shared, ...environments] = chartValues(source, view);
  const databases = databasesOfManifests(manifests, file, shared?.values);
  return {
    drafts: [
      ...databases,
      ...environments.flatMap((each) =>
        decidedByFile(databasesOfManifests(manifests, file, each.values), each.name, each.file),
      ),
      ...imagesOfManifests(manifests, source, view.embedded),
      ...tagged,
    ],
    problems: documentProblems(file, documents),
  };
}

/** `values-prod.yaml`, `prod.values.yaml` */
const OF_ENVIRONMENT = /^(?:values[-._](?<name>.+)|(?<before>.+)[-._]values)\.ya?ml$/;

/**
 * Values of the chart that a template file belongs to: the shared values, then each environment's values before the
 * shared ones.
 */
function chartValues(
  { file, text }: SourceFile,
  view: WorkspaceView,
): { name: string | null; file: string; values: Node[] }[] {
  const at = file.lastIndexOf('templates/');
  if (at < 0 || !text.includes('.Values.')) return [];
  const folder = path.dirname(`${file.slice(0, at)}values.yaml`);
  const valuesOf = (name: string): Node[] => {
    const source = view.readNamed(name);
    return source === null ? [] : readDocuments(source).flatMap(({ root }) => root ?? []);
  };
  const shared = path.join(folder, 'values.yaml');
  const values = valuesOf(shared);
  const others = view.list(folder).flatMap((name) => {
    const { name: after, before } = OF_ENVIRONMENT.exec(path.basename(name))?.groups ?? {};
    const environment = after ?? before;
    return environment === undefined ? [] : [{ name: environment, file: name }];
  });
  return [
    { name: null, file: shared, values },
    ...others
      .slice(0, maxEnvironments)
      .map((each) => ({ ...each, values: [...valuesOf(each.file), ...values] })),
  ];
}

function isRelevantManifest(document: string): boolean {
  const hasImage = IMAGE_WORD.test(document);
  if (hasImage && TAG_KEY.test(document)) return true;
  return (
    (OF_OUR_GROUPS.test(document) || (hasImage && API_VERSION.test(document))) &&
    !RESOURCE_DEFINITION.test(document)
  );
}

/** Definitions in the folder of a composition, in parent folders, and in siblings of these. */
function definitionsAround(file: string, view: WorkspaceView): Definitions {
  const folder = path.dirname(file);
  const above = folder === '.' ? [] : [path.dirname(folder), ...view.folders(path.dirname(folder))];
  const files = [...new Set([folder, ...view.folders(folder), ...above])]
    .flatMap((each) => view.list(each))
    .filter((name) => KUBERNETES_CLAIM.claims(name))
    .slice(0, maxDefinitionFiles);
  const sources = files.flatMap((name) => view.read(name) ?? []);
  const documents = sources
    .filter(({ text }) => text.includes('CompositeResourceDefinition'))
    .flatMap((source) => readDocuments(source));
  return definitionsIn(documents.map(({ root }) => root));
}

/** Drafts of manifests in another file's document, which a program or module applies. */
function draftsOfManifests(root: Node | null, source: SourceFile, embedded: Embedded): AssetDraft[] {
  const manifests = manifestsIn(root);
  return [...databasesOfManifests(manifests, source.file), ...imagesOfManifests(manifests, source, embedded)];
}
