import { propertyToWrite, typeToWrite, type Resource } from '../vocabulary/index.ts';
import type { TemplateObject, TemplateValue } from './cloudformation.ts';

/**
 * A block of Terraform that makes a resource.
 * @param settings expressions of HCL by the settings' names; one over several lines stands apart
 */
export function resourceInTerraform(
  resource: Resource,
  label: string,
  settings: Readonly<Record<string, string | readonly string[]>>,
): string[] {
  const written = Object.entries(settings).map(
    ([setting, value]) => [propertyToWrite('terraform', resource, setting), value] as const,
  );
  const width = Math.max(...written.map(([name, value]) => (typeof value === 'string' ? name.length : 0)));
  const lines = written.flatMap(([name, value]) =>
    typeof value === 'string'
      ? [`  ${name.padEnd(width)} = ${value}`]
      : ['', `  ${name} = ${value[0] ?? ''}`, ...value.slice(1).map((line) => `  ${line}`)],
  );
  return [`resource "${typeToWrite('terraform', resource)}" "${label}" {`, ...lines, '}'];
}

/** The same as a resource of a CloudFormation template. @param more properties that are no settings */
export function resourceInTemplate(
  resource: Resource,
  settings: Readonly<Record<string, TemplateValue>>,
  more: TemplateObject = {},
): TemplateObject {
  const properties = Object.entries(settings).map(([setting, value]) => [
    propertyToWrite('cloudformation', resource, setting),
    value,
  ]);
  return {
    Type: typeToWrite('cloudformation', resource),
    Properties: { ...(Object.fromEntries(properties) as TemplateObject), ...more },
  };
}
