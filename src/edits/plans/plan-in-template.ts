import type { Asset } from '../../model/index.ts';
import { entryOf, itemsOf, valueOf, type Node, type SourceFile } from '../../syntax/index.ts';
import {
  attributeList,
  isStructure,
  resourceOf,
  writtenName,
  type Resource as Row,
} from '../../vocabulary/index.ts';
import {
  addAttributes,
  addResources,
  hasProperty,
  setProperty,
  type TemplateObject,
  type TemplateValue,
} from '../cloudformation.ts';
import { declaringFile, templateResources, type Declaration } from '../declarations.ts';
import type { Change } from '../edit.ts';
import { pascalCase } from '../fixes/names.ts';
import {
  resourceInTemplate,
  templateId,
  templateValue,
  type Ref,
  type TemplateNames,
} from '../new/in-template.ts';
import type { Reference, VerbatimCode } from '../new/values.ts';
import type { ExistingResources, Plan } from './plan.ts';

type Resource = Extract<Declaration, { tool: 'cloudformation' }>;

/** Changes of a template for a plan; null if a value is no literal, or a name is taken. */
export function planInTemplate(
  plan: Plan,
  asset: Asset,
  source: SourceFile,
  declaration: Resource,
): Change[] | null {
  const names: TemplateNames = {
    id: asset.name,
    ofAsset: (other, what) => referenceToAsset(other, asset, what),
  };
  const made = newResources(plan, source, names);
  const changes = settingChanges(plan, asset, source, declaration, names);
  if (made === null || changes === null) return null;
  // One by one, so that resources that several requests share are added once.
  const added = Object.entries(made).flatMap(([id, each]) =>
    addResources(source, declaration, { [id]: each }),
  );
  return [...changes, ...added];
}

/** Resources of a plan by their ids; null if an id is taken. */
function newResources(
  plan: Plan,
  source: SourceFile,
  names: TemplateNames,
): Record<string, TemplateObject> | null {
  const resources = templateResources(source);
  const made: Record<string, TemplateObject> = {};
  for (const resource of plan.resources) {
    if (resource.type.template === null) continue;
    const id = templateId(resource, names);
    if (resources.some(({ key }) => key === id)) return null;
    made[id] = resourceInTemplate(resource, names);
  }
  return made;
}

/** Changes of the asset's own settings: properties, or a list of attributes; null if a present one is no literal. */
function settingChanges(
  plan: Plan,
  asset: Asset,
  source: SourceFile,
  declaration: Resource,
  names: TemplateNames,
): Change[] | null {
  const changes: Change[] = [];
  const holder = holderOfSettings(declaration);
  const attributes: Record<string, TemplateValue> = {};
  for (const [setting, value] of Object.entries(plan.settings)) {
    const name = writtenName(asset, setting);
    const written = templateValue(value, names);
    if (name === null) attributes[setting] = written;
    const set = name === null ? [] : setProperty(source, holder, name, written);
    if (set === null) return null;
    changes.push(...set);
  }
  const [one] = Object.keys(attributes);
  if (one === undefined) return changes;
  const list = attributeList(asset.kind, one);
  const added = list === null ? null : addAttributes(source, declaration, list, attributes);
  return added === null ? null : [...changes, ...added];
}

/** Declaration with the properties that contain the settings: its own, or those of one property. */
function holderOfSettings(declaration: Resource): Resource {
  const within = vocabularyRowOf(declaration)?.within;
  if (within === undefined) return declaration;
  return { ...declaration, properties: valueOf(declaration.properties, within) };
}

/** Vocabulary row of the resource that a template declares. */
function vocabularyRowOf({ entry }: Resource): Row | null {
  const type = valueOf(entry.value, 'Type');
  return type?.kind === 'scalar' ? resourceOf('cloudformation', type.text) : null;
}

/** Resources that a template already has. */
export function existingInTemplate(
  asset: Asset,
  source: SourceFile,
  declaration: Resource,
  assets: readonly Asset[],
): ExistingResources {
  return {
    asset: (id) => assets.find((each) => each.id === id),
    roleForm: (setting) =>
      isStructure(vocabularyRowOf(declaration)?.settings[setting]?.type) ? 'structure' : 'name',
    topic: () => topicIn(source, asset),
    roleOf: () => null,
    logBucket: (words) => {
      const key = `${asset.name}${pascalCase(words)}Policy`;
      return templateResources(source).some((each) => each.key === key) ? { is: 'written', code: key } : null;
    },
    isWritten: (setting) => {
      const name = writtenName(asset, setting);
      return name === null ? asset.settings[setting] !== undefined : hasProperty(declaration, name);
    },
  };
}

/** Reference to an asset from its own template; null for an asset of another one. */
function referenceToAsset(asset: Asset, from: Asset, what: Reference['what']): Ref | null {
  const isHere = asset.source === 'cloudformation' && declaringFile(asset) === declaringFile(from);
  if (!isHere || what !== 'name') return null;
  switch (asset.kind) {
    case 'target-group':
      return { id: asset.name, attribute: 'TargetGroupFullName' };
    case 'load-balancer':
      return { id: asset.name, attribute: 'LoadBalancerFullName' };
    default:
      return { id: asset.name };
  }
}

/** Properties that name the topic of a resource. */
const TOPIC_PROPERTIES: Readonly<Record<string, string>> = {
  'AWS::CloudWatch::Alarm': 'AlarmActions',
  'AWS::RDS::EventSubscription': 'SnsTopicArn',
};

function topicIn(source: SourceFile, asset: Asset): VerbatimCode | null {
  const resources = templateResources(source);
  for (const { value } of resources) {
    const type = valueOf(value, 'Type');
    const property = type?.kind === 'scalar' ? TOPIC_PROPERTIES[type.text] : undefined;
    const written = property === undefined ? null : valueOf(value, 'Properties', property);
    const topic = written?.kind === 'list' && written.tag === null ? (itemsOf(written)[0] ?? null) : written;
    const code = topic === null ? null : referencedId(topic);
    if (code !== null) return { is: 'written', code };
  }
  const own = resources.find(
    ({ key }) => /(?:Group|Database)Alerts$/.test(key) && key.startsWith(asset.name),
  );
  return own === undefined ? null : { is: 'written', code: own.key };
}

/** `Alerts` of `!Ref Alerts` and `{ "Ref": "Alerts" }`. */
function referencedId(node: Node): string | null {
  if (node.kind === 'scalar') return node.tag === '!Ref' ? node.text : null;
  const value = node.kind === 'map' ? entryOf(node, 'Ref')?.value : undefined;
  return value?.kind === 'scalar' ? value.text : null;
}
