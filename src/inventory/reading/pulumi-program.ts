import { entriesOf, textOf, valueOf, type Entry, type Node } from '../../syntax/index.ts';

/** Types of Pulumi's providers for AWS: `aws:rds:Cluster`, `aws-native:ec2:Instance`. */
const TYPE = /^aws(?:-native)?:/;

/** A field, which old programs write with a capital: `Resources`, `Type`, `EngineVersion`. */
export function fieldOf(node: Node | null, name: string): Node | null {
  return valueOf(node, name) ?? valueOf(node, name.charAt(0).toUpperCase() + name.slice(1));
}

/** The resources that a program declares at AWS; none where the document is no program. */
export function resourcesOf(root: Node | null): Entry[] {
  return entriesOf(fieldOf(root, 'resources')).filter(({ value }) => TYPE.test(typeOf(value)));
}

/** The type of a resource; empty when it has none. */
export function typeOf(resource: Node): string {
  return textOf(fieldOf(resource, 'type')) ?? '';
}
