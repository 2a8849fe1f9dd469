import path from 'node:path';
import {
  entriesOf,
  entryOf,
  itemsOf,
  textOf,
  valueOf,
  type Entry,
  type Node,
} from '../../../syntax/index.ts';
import { maxAlternatives } from '../../limits.ts';

/** A CloudFormation resource, as written. */
export interface Resource {
  logicalId: string;
  type: string;
  /** Whole declaration with its key. */
  entry: Entry;
  properties: Node | null;
  /** Properties of the resource; several if a text template chooses between them. */
  alternatives: readonly (Node | null)[];
  /** Name of its condition; null without one. */
  condition: string | null;
  /** Number of copies by `Fn::ForEach`; 1 without it, null if unknown. */
  count: number | null;
}

/** One template: a file, or a Serverless Framework service with the resource files that it includes. */
export interface Template {
  /** Nodes with `Parameters`, `Mappings`, `Conditions` and `Outputs`. */
  parts: readonly Node[];
  resources: ReadonlyMap<string, Resource>;
}

const RESOURCE_TYPE = /^(?:AWS|Custom)::/;
const FOR_EACH = 'Fn::ForEach::';

/**
 * Template that some nodes form together, or null. A node can be a whole template. The Serverless Framework also
 * includes parts of a template without a header, resources by their logical ids, and single resources.
 */
export function templateOf(parts: readonly Node[], isTextTemplate: boolean): Template | null {
  const resources = new Map<string, Resource>();
  for (const part of parts)
    for (const entry of declaredIn(part)) addResources(entry, 1, isTextTemplate, resources);
  const isTemplate = resources.size > 0 || parts.some((part) => entryOf(part, 'AWSTemplateFormatVersion'));
  return isTemplate ? { parts, resources } : null;
}

/** True for a resource type that is a stack with its own template. */
export function isNestedStack(type: string): boolean {
  return type === 'AWS::CloudFormation::Stack' || type === 'AWS::Serverless::Application';
}

/** Entry of a section: `sectionEntry(template, 'Parameters', 'DbVersion')`. */
export function sectionEntry(template: Template, section: string, name: string): Entry | null {
  for (const part of template.parts) {
    const entry = entryOf(valueOf(part, section), name);
    if (entry !== null) return entry;
  }
  return null;
}

function declaredIn(part: Node): readonly Entry[] {
  const declared = valueOf(part, 'Resources');
  const single = declared === null ? singleResource(part) : null;
  return single === null ? entriesOf(declared ?? part) : [single];
}

/** Entry for a file that is one resource, named after the file. */
function singleResource(part: Node): Entry | null {
  const type = entryOf(part, 'Type');
  if (type === null || entryOf(part, 'Properties')?.value.kind !== 'map') return null;
  const { name } = path.posix.parse(part.lines.file);
  return { key: name, keySpan: type.keySpan, value: part, alias: null };
}

function addResources(
  entry: Entry,
  count: number | null,
  isTextTemplate: boolean,
  resources: Map<string, Resource>,
): void {
  const { key: logicalId, value } = entry;
  if (logicalId.startsWith(FOR_EACH)) {
    const [, collection, body] = itemsOf(value);
    const times = collection?.kind === 'list' ? collection.items.length : null;
    const all = count === null || times === null ? null : count * times;
    for (const inner of entriesOf(body ?? null)) addResources(inner, all, isTextTemplate, resources);
    return;
  }
  const type = textOf(valueOf(value, 'Type'));
  if (type === null || !RESOURCE_TYPE.test(type)) return;
  const properties = valueOf(value, 'Properties');
  const alternatives = isTextTemplate ? alternativesOf(properties) : [properties];
  const condition = textOf(valueOf(value, 'Condition'));
  resources.set(logicalId, { logicalId, type, entry, properties, condition, count, alternatives });
}

/**
 * Alternative properties, if a text template decides between them by repeating a key: the first value of each key forms
 * one alternative, the second another.
 */
function alternativesOf(properties: Node | null): readonly (Node | null)[] {
  if (properties?.kind !== 'map') return [properties];
  const byKey = [...Map.groupBy(properties.entries, (entry) => entry.key).values()];
  const count = Math.min(Math.max(1, ...byKey.map((same) => same.length)), maxAlternatives);
  return Array.from({ length: count }, (_, way) => ({
    ...properties,
    entries: byKey.flatMap((same) => same[Math.min(way, same.length - 1)] ?? []),
  }));
}
