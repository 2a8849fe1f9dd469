import { ATTACHMENTS } from './attachments.ts';
import { typesWithImages } from './images.ts';
import { KNOWN_MODULES } from './modules.ts';
import { RESOURCES } from './resources.ts';
import { isSupporting } from './supporting.ts';

// Types of resources for which files are searched: a file with none of them is not parsed.

const LEADING_RESOURCES = RESOURCES.filter(({ kind }) => !isSupporting(kind));
const LEADING_ATTACHMENTS = ATTACHMENTS.filter(({ of }) => of.kinds.some((kind) => !isSupporting(kind)));

/** Types of Terraform for which files are searched, and the modules of its registry that make them. */
export function terraformWords(): string[] {
  const types = [
    ...LEADING_RESOURCES.flatMap(({ types: { terraform = [], awscc = [] } }) => [...terraform, ...awscc]),
    ...LEADING_ATTACHMENTS.flatMap(({ terraform = [] }) => terraform),
  ];
  const modules = KNOWN_MODULES.flatMap((name) => [
    ...['"', '?', '/'].map((end) => `-modules/${name}/aws${end}`),
    `terraform-aws-${name}`,
  ]);
  // A type that begins with another one is found with it.
  return [
    ...types.filter((type) => !types.some((other) => other !== type && type.startsWith(other))),
    ...modules,
  ];
}

/** Types of CloudFormation for which files are searched. */
export const LEADING_CLOUDFORMATION_TYPES = byService(LEADING_RESOURCES, LEADING_ATTACHMENTS);

/** Types of CloudFormation that are read, once a file is. */
export const CLOUDFORMATION_TYPES = byService(RESOURCES, ATTACHMENTS);

/** A pattern of types, grouped by service so that few letters begin a match. */
function byService(resources: typeof RESOURCES, attachments: typeof ATTACHMENTS): RegExp {
  const types = new Set([
    ...resources.flatMap(({ types: { cloudformation = [] } }) => cloudformation),
    ...attachments.flatMap(({ cloudformation = [] }) => cloudformation),
    ...typesWithImages('cloudformation'),
  ]);
  const services = [...Map.groupBy(types, (type) => type.split('::')[1])].map(
    ([service, named]) => `${service}::(?:${named.map((type) => type.split('::')[2]).join('|')})`,
  );
  return new RegExp(`AWS::(?:${services.join('|')})\\b`);
}
