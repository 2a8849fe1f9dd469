import { text } from '../../../l10n/index.ts';
import { memoize, type Asset, type SettingValue } from '../../../model/index.ts';
import { isSystem, readOsImage } from '../../../products/index.ts';
import {
  ASSOCIATION_SCRIPT,
  BUILD_SCRIPTS,
  userGivenName,
  IMAGE_NAME,
  OBJECT_CONTENT,
  PARAMETER_VALUE,
} from '../../../vocabulary/index.ts';
import { Host, type HostScript, type PathLookup, matchesGlob } from '../../../inventory/index.ts';
import { unknownLink, type CheckLink } from '../answers.ts';
import type { CheckContext } from '../check.ts';
import type { Graph } from '../reading/graph.ts';
import { fieldOf, isWritten, listOf, textOf, unknownValueReason } from '../reading/readings.ts';
import { groupsOf } from '../subjects/groups.ts';

export type GraphContext = Pick<CheckContext, 'graph'>;

/** Host that starts from a launch template, with everything that code shows about it. */
export interface TemplateHost {
  host: Host;
  /** Id of its system; null if the image is unknown. */
  system: string | null;
  /** Reason why unseen programs may run on it; null if everything is seen. */
  unseen: CheckLink | null;
}

/**
 * Host of a launch template: its image's build, its start script, and State Manager's associations. Memoized: each is
 * read only once.
 */
export function hostOfTemplate(template: Asset, { graph }: GraphContext): TemplateHost {
  return readHost(template, graph);
}

const readHost = memoize((template: Asset, graph: Graph): TemplateHost => {
  const builds = buildsOf(template, graph);
  const associations = associationsOf(template, graph);
  const startScript = textOf(template.settings.userData);
  const host = new Host(
    [
      { phase: 'image', scripts: builds.flatMap(buildScripts) },
      {
        phase: 'start',
        scripts: [
          ...(startScript === null ? [] : [{ name: 'user data', text: decodeUserData(startScript) }]),
          ...associations.flatMap(associationScripts),
        ],
      },
    ],
    lookupAround(template, graph),
  );
  const system = systemOf(template, builds, graph);
  return { host, system, unseen: unreadPart(template, host, { graph, isImageKnown: system !== null }) };
});

function systemOf(template: Asset, builds: readonly Asset[], graph: Graph): string | null {
  const image = systemImage(template, builds, graph);
  if (image !== undefined && isSystem(image.product)) return image.product;
  const parents = builds.flatMap(({ settings }) => textOf(settings.parentImage) ?? []);
  return parents.flatMap((parent) => readOsImage(parent)?.product ?? [])[0] ?? null;
}

/** System image that a template starts from, or that its own image is built on. */
export function systemImage(template: Asset, builds: readonly Asset[], graph: Graph): Asset | undefined {
  return [template, ...builds].flatMap((each) => graph.linked(each, 'image'))[0];
}

/** Builds of a template's image: those that it names, and those whose image name matches its search. */
export function buildsOf(template: Asset, graph: Graph): Asset[] {
  const found = new Set<Asset>();
  const add = (asset: Asset): void => {
    if (found.has(asset)) return;
    found.add(asset);
    graph.linked(asset, 'built-by').forEach(add);
    // A recipe lists its own components before those that an image or a pipeline adds.
    if (asset.kind === 'image-search')
      graph
        .around(asset, 'image-build')
        .filter((build) => isFoundBy(asset, build))
        .forEach(add);
  };
  graph.linked(template, 'built-by').forEach(add);
  const pipelines = [...found].flatMap((each) => graph.linkedTo(each, 'built-by', 'image-build'));
  pipelines.filter(({ kind }) => kind === 'image-build').forEach(add);
  return [...found].filter(({ kind }) => kind === 'image-build');
}

/** True if an image search finds the result of a build: their names match, or one is unknown. */
function isFoundBy(search: Asset, build: Asset): boolean {
  const names = namesOfBuild(build);
  const patterns = listOf(search.settings[IMAGE_NAME]).flatMap((each) => textOf(each) ?? []);
  return patterns.some((pattern) => names.some((name) => canOverlap(pattern, name)));
}

function namesOfBuild({ settings }: Asset): string[] {
  const distributed = asList(settings.distributions).flatMap((each) => [
    textOf(fieldOf(each, 'amiDistributionConfiguration', 'name')) ?? [],
    textOf(fieldOf(each, 'AmiDistributionConfiguration', 'Name')) ?? [],
  ]);
  return [textOf(settings[IMAGE_NAME]) ?? [], ...distributed].flat();
}

/** True if two patterns can match the same image name. A computed part matches anything. */
function canOverlap(pattern: string, name: string): boolean {
  const [a, b] = [pattern, name].map((each) => each.replaceAll(/\$\{[^{}]*\}|\{\{[^{}]*\}\}/g, '*'));
  if (a === undefined || b === undefined || /^\*+$/.test(a) || /^\*+$/.test(b)) return false;
  return matchesGlob(a, b.replaceAll('*', '0'), '') || matchesGlob(b, a.replaceAll('*', '0'), '');
}

/** Scripts of a build, in order: Packer's provisioners, or the documents of Image Builder's components. */
function buildScripts(build: Asset): HostScript[] {
  const data = textOf(build.settings.data);
  const managed = asList(build.settings.components).flatMap((component) =>
    managedComponent(textOf(fieldOf(component, 'componentArn')) ?? ''),
  );
  const provisioned = listOf(build.settings[BUILD_SCRIPTS]).flatMap((script): HostScript[] => {
    const [name, written] = [textOf(fieldOf(script, 'name')), textOf(fieldOf(script, 'text'))];
    if (name === null || written === null) return [];
    return [{ name, text: written, isShell: true }];
  });
  return [...(data === null ? [] : [{ name: `${build.name}.yaml`, text: data }]), ...managed, ...provisioned];
}

/** Script of an Image Builder component that AWS manages: only the agent's matters. */
function managedComponent(arn: string): HostScript[] {
  const isAgent = /:aws:component\/amazon-cloudwatch-agent-linux\//.test(arn);
  return isAgent ? [{ name: arn, text: 'dnf install -y amazon-cloudwatch-agent' }] : [];
}

function associationsOf(template: Asset, graph: Graph): readonly Asset[] {
  return [template, ...groupsOf(template, graph)].flatMap((each) =>
    graph.linkedTo(each, 'watches', 'ssm-association'),
  );
}

/** AWS's own documents that install or configure an agent, as equivalent commands. */
function associationScripts({ settings, name: shown }: Asset): HostScript[] {
  const name = textOf(settings.name) ?? '';
  const parameters = settings[ASSOCIATION_SCRIPT];
  const given = (key: string): string | null => textOf(asList(fieldOf(parameters, key))[0]) ?? null;
  const script = (written: string): HostScript[] => [{ name: shown, text: written }];
  if (name === 'AWS-ConfigureAWSPackage') {
    const isGone = /^uninstall$/i.test(given('action') ?? '');
    return script(`dnf ${isGone ? 'remove' : 'install'} -y ${given('name') ?? ''}`);
  }
  if (name === 'AmazonCloudWatch-ManageAgent') {
    const action = given('action') ?? 'configure';
    const location = given('optionalConfigurationLocation');
    const source = given('optionalConfigurationSource') ?? 'ssm';
    const config = location === null ? 'default' : `${source === 'file' ? 'file' : 'ssm'}:${location}`;
    const options = /configure/.test(action) ? `fetch-config -m ec2 -c ${config} -s` : action;
    return script(`amazon-cloudwatch-agent-ctl -a ${options}`);
  }
  return script(textsWithin(parameters).join('\n'));
}

/** Texts that the code declares in parameters and objects, by the names that scripts use. */
function lookupAround(template: Asset, graph: Graph): PathLookup {
  return ({ from, name }) => {
    if (from === 'elsewhere') return null;
    if (from === 'parameter') {
      const parameter = parameterNamed(name, template, graph);
      return parameter === null ? null : contentOf(parameter.settings[PARAMETER_VALUE]);
    }
    const [, bucket = '', key = ''] = /^s3:\/\/([^/]+)\/(.*)$/.exec(name) ?? [];
    const object = graph.around(template, 's3-object').find(({ settings }) => {
      const own = textOf(settings.bucket) ?? '';
      const isBucket = isReferenceTo(bucket, own) || own.includes(bucket) || /\$/.test(bucket);
      return isBucket && textOf(settings.key) === key;
    });
    return object === undefined ? null : contentOf(object.settings[OBJECT_CONTENT]);
  };
}

/** The parameter that a name or a reference in a script means. */
export function parameterNamed(name: string, near: Asset, graph: Graph): Asset | null {
  return (
    graph
      .around(near, 'ssm-parameter')
      .find(
        (parameter) =>
          isReferenceTo(name, userGivenName(parameter) ?? '') || isReferenceTo(name, parameter.name),
      ) ?? null
  );
}

/** True if a text in a script is a name, or a reference to it (`${Agent}`, `${aws_x.agent.name}`). */
export function isReferenceTo(written: string, name: string): boolean {
  const plain = (each: string): string =>
    each.replace(/^\$\{(.*)\}$/, '$1').replace(/\.(?:name|id|arn|Name|Arn)$/, '');
  return name !== '' && plain(written) === plain(name);
}

function contentOf(value: SettingValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function unreadPart(
  template: Asset,
  host: Host,
  { graph, isImageKnown }: GraphContext & { isImageKnown: boolean },
): CheckLink | null {
  if (isWritten(template, 'userData') === null) {
    return unknownLink(
      unknownValueReason(template, text('evidence.userDataUnknown', { template: template.name }), 'userData'),
    );
  }
  const [unread] = host.unread;
  if (unread !== undefined)
    return unknownLink(
      text('evidence.scriptUnread', {
        template: template.name,
        program: unread.name,
        place: `${unread.script}:${unread.line}`,
      }),
    );
  const unclear = graph.near(template, 'ssm-association').find((each) => mayShip(each, template, graph));
  if (unclear !== undefined)
    return unknownLink(text('evidence.associationUnclear', { association: unclear.name }));
  return isImageKnown ? null : unknownLink(text('evidence.imageMayShip', { template: template.name }));
}

/** Names of AWS's own documents, which describe their effect; any other document may install anything. */
const DOCUMENT_OF_AWS = /^(?:AWS|Amazon)/;

/** True if an association may ship logs of a template's instances: its text is unknown, or its groups are unnamed. */
function mayShip(association: Asset, template: Asset, graph: Graph): boolean {
  const own = new Set([template, ...groupsOf(template, graph)].map(({ id }) => id));
  const isOwn = association.links.some(({ assetId }) => own.has(assetId));
  if (association.links.length > 0 && !isOwn) return false;
  const name = textOf(association.settings.name) ?? '';
  const isRead = isWritten(association, ASSOCIATION_SCRIPT) !== null && DOCUMENT_OF_AWS.test(name);
  if (!isRead) return true;
  // The script of a document for the template's own instances is read already.
  return !isOwn && /Agent|ConfigureAWSPackage|RunShellScript|RunAnsible|RunRemoteScript/.test(name);
}

/** User data in plain text; base64 is decoded. */
function decodeUserData(userData: string): string {
  const compact = userData.trim();
  if (compact.length <= 16 || !/^[A-Za-z0-9+/\s]+={0,2}$/.test(compact) || /\s[a-z-]+\s/.test(compact))
    return userData;
  const plain = Buffer.from(compact, 'base64').toString('utf8');
  return /^(?:#|Content-Type|MIME)/.test(plain) ? plain : userData;
}

/** Every text in a value, at any depth. */
function textsWithin(value: SettingValue | undefined): string[] {
  if (typeof value !== 'object' || value === null) return [textOf(value) ?? ''];
  return (Object.values(value) as readonly SettingValue[]).flatMap(textsWithin);
}

/** A single block of Terraform is an object where the API has a list. */
function asList(value: SettingValue | undefined): readonly SettingValue[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? (value as readonly SettingValue[]) : [value];
}
