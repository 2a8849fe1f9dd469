import * as documents from './documents.ts';
import { FILES, type FileKind } from './files.ts';
import * as large from './large.ts';
import * as modules from './modules.ts';
import * as programs from './programs.ts';
import * as stacks from './stacks.ts';
import * as terraform from './terraform.ts';

/** Upper limits of the size classes in bytes: 1 KB, 4 KB, … 4 MB. */
export const CLASS_ENDS = [1, 4, 16, 64, 256, 1024, 4096].map((kilobytes) => kilobytes * 1024);

/** Content of some of the files with one extension. */
export interface Content extends Omit<FileKind, 'file' | 'pin'> {
  /** Path of a file in its project. */
  path(nth: number): string;
  /** Share of the files with this extension, relative to the other contents. */
  share: number;
  /** First and last size class that this content can have; all by default. */
  classes?: readonly [number, number];
  /** Number of files of which one pins a version; no file pins one by default. */
  pinnedOneIn?: number;
  /** Largest number of versions in a file with pins, each at another place. */
  maxPins?: number;
  pin?(nth: number): string;
}

/** Files with one extension: their number by size class, and their contents. */
export interface Row {
  ending: string;
  sizes: readonly number[];
  contents: readonly Content[];
}

function like(file: string, content: Pick<Content, 'path' | 'share'> & Partial<Content>): Content {
  const kind = FILES.find((each) => each.file === file);
  if (kind === undefined) throw new Error(`no kind ${file}`);
  return { ...kind, ...content };
}

const json = { before: '{\n', between: ',\n', after: '\n}\n' };
const list = { before: '[\n', between: ',\n', after: '\n]\n' };
/** Number of the folder that a file is in: folders hold a few files of a kind. */
const folderNumber = (nth: number): number => Math.floor(nth / 4);
const module = (nth: number): string => modules.moduleFolder(nth, Math.floor(nth / 2));

const TERRAFORM: readonly Content[] = [
  like('terraform/main.tf', {
    path: (n) => `${module(n)}/main-${n % 2}.tf`,
    share: 6,
    pinnedOneIn: 10,
    maxPins: 4,
    pin: terraform.clusterOrOther,
  }),
  like('terraform/variables.tf', {
    path: (n) => `${module(n)}/variables-${n % 2}.tf`,
    share: 3,
    pinnedOneIn: 40,
  }),
  like('terraform/iam.tf', { path: (n) => `${module(n)}/iam-${n % 2}.tf`, share: 2, pinnedOneIn: 30 }),
  like('terraform/network.tf', { path: (n) => `${module(n)}/network-${n % 2}.tf`, share: 1 }),
  {
    path: modules.moduleFilePath,
    share: 1,
    block: modules.moduleFile,
  },
  {
    path: (n) => `terraform/live/stage-${n}/main.tf`,
    share: 0.6,
    classes: [1, 2],
    before: modules.ROOT,
    block: modules.call,
  },
];

const YAML: readonly Content[] = [
  like('cloudformation/template.yaml', {
    path: (n) => `templates/service-${n}.yaml`,
    share: 34,
    pinnedOneIn: 5,
    maxPins: 6,
    pin: documents.clusterOrOther,
  }),
  like('k8s/deployment.yaml', {
    path: (n) => `k8s/app-${folderNumber(n)}/all-${n}.yaml`,
    share: 34,
    pinnedOneIn: 40,
  }),
  like('chart/values.yaml', {
    path: (n) => `charts/chart-${folderNumber(n)}/values-${n}.yaml`,
    share: 10,
    pinnedOneIn: 40,
  }),
  like('k8s/crds.yaml', { path: (n) => `crds/crd-${n}.yaml`, share: 1, classes: [3, 5] }),
  {
    ...{ path: (n) => `crds/nodes-${n}.yaml`, share: 1, classes: [3, 5] },
    ...{ block: large.nodeClassDefinition, between: '---\n' },
  },
  {
    path: (n) => `api/openapi-${n}.yaml`,
    share: 4,
    classes: [2, 4],
    before: 'openapi: "3.1.0"\ninfo: { title: aws/items, version: "1" }\npaths:\n',
    between: '',
    block: large.apiPath,
  },
  like('docker-compose.yaml', {
    path: (n) => `compose/docker-compose.${n}.yaml`,
    share: 2,
    classes: [0, 1],
    pinnedOneIn: 8,
  }),
];

const YML: readonly Content[] = [
  like('.github/workflows/deploy.yml', {
    path: (n) => `.github/workflows/deploy-${n}.yml`,
    share: 4,
    pinnedOneIn: 40,
  }),
  like('ansible/tasks/main.yml', {
    path: (n) => `ansible/roles/role-${folderNumber(n)}/tasks/main-${n}.yml`,
    share: 4,
    pinnedOneIn: 30,
  }),
  like('cloudformation/template.yaml', {
    path: (n) => `stacks/stack-${n}.yml`,
    share: 3,
    pinnedOneIn: 4,
    maxPins: 6,
    pin: documents.clusterOrOther,
  }),
];

const JSON_FILES: readonly Content[] = [
  {
    path: (n) => `packages/scripts-${n}.json`,
    share: 30,
    classes: [0, 1],
    ...{ before: '{\n"scripts": {\n', between: ',\n', after: '\n}\n}\n' },
    block: large.manifestField,
  },
  like('cdk.out/Service.template.json', {
    path: (n) => `templates/json/service-${n}.json`,
    share: 12,
    classes: [1, 4],
    pinnedOneIn: 4,
    maxPins: 5,
  }),
  {
    path: (n) => `data/offers-${n}.json`,
    share: 8,
    classes: [1, 5],
    ...list,
    block: large.instanceTypeOffer,
  },
  { path: (n) => `data/images-${n}.json`, share: 2, classes: [3, 5], ...list, block: large.imageAnswer },
  {
    path: (n) => `packages/locked-${n}.json`,
    share: 1,
    classes: [3, 5],
    ...json,
    block: large.lockedPackage,
  },
  {
    path: (n) => `recorded/state-${n}.json`,
    share: 2,
    classes: [3, 5],
    ...{ before: '{"version": 3, "deployment": {"resources": [\n', between: ',\n', after: '\n]}}\n' },
    block: large.stateResource,
  },
  {
    path: (n) => `recorded/grpc-${n}.json`,
    share: 1,
    classes: [4, 5],
    between: '\n',
    block: large.recordedCall,
  },
];

const JAVASCRIPT: readonly Content[] = [
  like('cdk/lib/stack.ts', { path: (n) => `web/src/part-${folderNumber(n)}/view-${n}.js`, share: 9 }),
  { path: (n) => `web/public/bundle-${n}.js`, share: 2, classes: [3, 6], between: '', block: large.minified },
];

const GO: readonly Content[] = [
  like('src/server.go', {
    path: (n) => `internal/part${folderNumber(n)}/server${n}.go`,
    share: 3,
    pinnedOneIn: 400,
  }),
  {
    path: (n) => `vendor/github.com/example/sdk/part${Math.floor(n / 16)}/api_op_${n}.go`,
    share: 7,
    before: 'package sdk\n',
    block: large.vendoredType,
  },
];

/**
 * Files of the tree by extension. Numbers and sizes are those of 89 public repositories:
 * docs/contributing/benchmarks.md.
 */
export const ROWS: readonly Row[] = [
  { ending: '.tf', sizes: [1386, 1119, 477, 78, 2], contents: TERRAFORM },
  { ending: '.yaml', sizes: [1145, 423, 322, 101, 16, 1], contents: YAML },
  { ending: '.yml', sizes: [541, 350, 102, 51, 2], contents: YML },
  { ending: '.json', sizes: [597, 203, 127, 48, 13, 26], contents: JSON_FILES },
  {
    ending: '.ts',
    sizes: [260, 501, 443, 42, 1],
    contents: [
      like('cdk/lib/stack.ts', {
        path: (n) => `cdk/lib/part-${folderNumber(n)}/stack-${n}.ts`,
        share: 150,
        pinnedOneIn: 250,
      }),
      {
        path: (n) => `cdk/lib/stacks/shop-${n}.ts`,
        share: 1,
        classes: [2, 2],
        block: stacks.typescript,
        pinnedOneIn: 1,
        pin: programs.typescriptCluster,
      },
    ],
  },
  { ending: '.js', sizes: [455, 151, 141, 34, 13, 3, 1], contents: JAVASCRIPT },
  {
    ending: '.py',
    sizes: [489, 709, 583, 168, 13, 1],
    contents: [
      like('src/handler.py', {
        path: (n) => `src/part${folderNumber(n)}/handler_${n}.py`,
        share: 200,
        pinnedOneIn: 200,
      }),
      {
        path: (n) => `cdk/shop_${n}.py`,
        share: 1,
        classes: [5, 5],
        ...{
          before: stacks.PYTHON,
          block: stacks.python,
          pinnedOneIn: 1,
          maxPins: 7,
          pin: stacks.pythonCluster,
        },
      },
    ],
  },
  { ending: '.go', sizes: [589, 1140, 1792, 365, 47, 20, 14], contents: GO },
  {
    ending: '.java',
    sizes: [79, 552, 360, 77, 7],
    contents: [
      like('src/Main.java', {
        path: (n) => `src/main/java/part${folderNumber(n)}/Main${n}.java`,
        share: 1,
        pinnedOneIn: 400,
      }),
    ],
  },
  {
    ending: '.hcl',
    sizes: [60, 192, 70, 1],
    contents: [
      {
        path: (n) => `live/stage-${n}/terragrunt.hcl`,
        share: 1,
        ...{ before: 'inputs = {\n', between: '', after: '}\n' },
        block: large.terragruntInput,
      },
    ],
  },
  {
    ending: '.sh',
    sizes: [486, 321, 174, 33, 7],
    contents: [like('scripts/deploy.sh', { path: (n) => `scripts/part-${n}.sh`, share: 1, pinnedOneIn: 40 })],
  },
  {
    ending: '.template',
    sizes: [21, 56, 29, 5],
    contents: [
      {
        ...{ path: (n) => `templates/old-${n}.template`, share: 1, pinnedOneIn: 4, maxPins: 5 },
        ...{
          before: documents.TEMPLATE,
          between: '',
          block: documents.resource,
          pin: documents.clusterOrOther,
        },
      },
    ],
  },
  {
    ending: 'Dockerfile',
    sizes: [300, 50],
    contents: [like('Dockerfile', { path: (n) => `images/Dockerfile.part${n}`, share: 1, pinnedOneIn: 10 })],
  },
];

/** Files that a walk lists but does not open, by the end of their names. */
export const UNREAD_FILES: readonly (readonly [ending: string, count: number])[] = [
  ['.md', 3626],
  ['.png', 1259],
  ['.bazel', 627],
  ['.proto', 595],
  ['.rb', 455],
  ['.svg', 231],
  ['.txt', 167],
  ['.sql', 139],
  ['.other', 3400],
];
