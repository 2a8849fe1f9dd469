import { entriesOf, entryOf, itemsOf, textOf, valueOf, type Entry, type Node } from '../document/node.ts';

/** A CloudFormation resource, as written. */
export interface Resource {
  logicalId: string;
  type: string;
  /** The whole declaration and its key. */
  entry: Entry;
  properties: Node | null;
  /** How many `Fn::ForEach` makes; 1 without it, null when that is not known. */
  count: number | null;
}

/** One template: a file, or a Serverless Framework service with the resource files that it includes. */
export interface Template {
  /** The nodes that hold `Parameters`, `Mappings`, `Conditions` and `Outputs`. */
  parts: readonly Node[];
  resources: ReadonlyMap<string, Resource>;
}

const TYPE = /^(?:AWS|Custom)::/;
const FOR_EACH = 'Fn::ForEach::';

/**
 * The template that some nodes make up together, or null. A node is a whole template, or as the Serverless Framework
 * includes them: a part of a template without a header, or nothing but resources by their logical ids.
 */
export function templateOf(parts: readonly Node[]): Template | null {
  const resources = new Map<string, Resource>();
  for (const part of parts) {
    for (const resource of resourcesOf(part)) resources.set(resource.logicalId, resource);
  }
  const isTemplate = resources.size > 0 || parts.some((part) => entryOf(part, 'AWSTemplateFormatVersion'));
  return isTemplate ? { parts, resources } : null;
}

/** An entry of a section: `sectionEntry(template, 'Parameters', 'DbVersion')`. */
export function sectionEntry(template: Template, section: string, name: string): Entry | null {
  for (const part of template.parts) {
    const entry = entryOf(valueOf(part, section), name);
    if (entry !== null) return entry;
  }
  return null;
}

function resourcesOf(part: Node): Resource[] {
  const declared = valueOf(part, 'Resources');
  return entriesOf(declared ?? part).flatMap((entry) => [...resourcesIn(entry, 1)]);
}

function* resourcesIn(entry: Entry, count: number | null): Generator<Resource> {
  if (entry.key.startsWith(FOR_EACH)) {
    const [, collection, body] = itemsOf(entry.value);
    const times = collection?.kind === 'list' ? collection.items.length : null;
    for (const inner of entriesOf(body ?? null)) {
      yield* resourcesIn(inner, count === null || times === null ? null : count * times);
    }
    return;
  }
  const type = textOf(valueOf(entry.value, 'Type'));
  if (type === null || !TYPE.test(type)) return;
  yield { logicalId: entry.key, type, entry, properties: valueOf(entry.value, 'Properties'), count };
}
