import { ATTACHMENTS } from './attachments.ts';
import { typesWithImages } from './images.ts';
import { KNOWN_MODULES } from './modules.ts';
import { RESOURCES } from './resources.ts';

// What of the types of resources stands in every file that declares one.

/** Terraform's types of which something is read, and the modules of its registry that make them. */
export function terraformWords(): string[] {
  const types = [
    ...RESOURCES.flatMap(({ types: { terraform = [], awscc = [] } }) => [...terraform, ...awscc]),
    ...ATTACHMENTS.flatMap(({ terraform = [] }) => terraform),
  ];
  const modules = KNOWN_MODULES.flatMap((name) => [
    ...['"', '?', '/'].map((end) => `-modules/${name}/aws${end}`),
    `terraform-aws-${name}`,
  ]);
  // What begins with another type is found with it.
  return [
    ...types.filter((type) => !types.some((other) => other !== type && type.startsWith(other))),
    ...modules,
  ];
}

/** CloudFormation's types of which something is read, as a pattern: by service, so that few letters begin a match. */
export const CLOUDFORMATION_TYPES = new RegExp(
  `AWS::(?:${[...Map.groupBy(cloudformationTypes(), (type) => type.split('::')[1])]
    .map(([service, types]) => `${service}::(?:${types.map((type) => type.split('::')[2]).join('|')})`)
    .join('|')})\\b`,
);

function cloudformationTypes(): string[] {
  const types = [
    ...RESOURCES.flatMap(({ types: { cloudformation = [] } }) => cloudformation),
    ...ATTACHMENTS.flatMap(({ cloudformation = [] }) => cloudformation),
    ...typesWithImages('cloudformation'),
  ];
  return [...new Set(types)];
}
