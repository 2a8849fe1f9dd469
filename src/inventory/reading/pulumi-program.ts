import { entriesOf, textOf, valueOf, type Entry, type Node } from '../../syntax/index.ts';

/** Types of Pulumi's providers for AWS: `aws:rds:Cluster`, `aws-native:ec2:Instance`. */
const AWS_TYPE = /^aws(?:-native)?:/;

/** Value of a field, whose name old programs capitalise: `Resources`, `Type`, `EngineVersion`. */
export function fieldOf(node: Node | null, name: string): Node | null {
  return valueOf(node, name) ?? valueOf(node, name.charAt(0).toUpperCase() + name.slice(1));
}

/** AWS resources of a program; empty if the document is no program. */
export function resourcesOf(root: Node | null): Entry[] {
  return entriesOf(fieldOf(root, 'resources')).filter(({ value }) => AWS_TYPE.test(typeOf(value)));
}

/** Type of a resource; empty if it has none. */
export function typeOf(resource: Node): string {
  return textOf(fieldOf(resource, 'type')) ?? '';
}
