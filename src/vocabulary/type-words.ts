import { ATTACHMENTS } from './attachments.ts';
import { typesWithImages } from './images.ts';
import { KNOWN_MODULES } from './terraform/modules.ts';
import { RESOURCES } from './resources.ts';
import { isSupporting } from './supporting-kinds.ts';

// Resource types for pre-filtering files: a file without any of them is not parsed.

const LEADING_RESOURCES = RESOURCES.filter(({ kind }) => !isSupporting(kind));
const LEADING_ATTACHMENTS = ATTACHMENTS.filter(({ of }) => of.kinds.some((kind) => !isSupporting(kind)));

/** Terraform types for pre-filtering, and the registry modules that create them. */
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

/** CloudFormation types for pre-filtering. */
export const LEADING_CLOUDFORMATION_TYPES = byService(LEADING_RESOURCES, LEADING_ATTACHMENTS);

/** CloudFormation types that are read within a parsed file. */
export const CLOUDFORMATION_TYPES = byService(RESOURCES, ATTACHMENTS);

/** Pattern of types, grouped by service so that few letters start a match. */
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
