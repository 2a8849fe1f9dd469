import { ATTACHMENTS } from './attachments.ts';
import { typesWithImages } from './images.ts';
import { RESOURCES } from './resources.ts';

// What of the types of resources stands in every file that declares one.

/** The beginnings of Terraform's types: `aws_rds`, `aws_launch`. */
export function terraformWords(): string[] {
  const types = [
    ...RESOURCES.flatMap(({ types: { terraform = [], awscc = [] } }) => [...terraform, ...awscc]),
    ...ATTACHMENTS.flatMap(({ terraform = [] }) => terraform),
  ];
  return [...new Set(types.map((type) => type.split('_').slice(0, 2).join('_')))];
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
