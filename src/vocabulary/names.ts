import { apiName, camelCase, pascalApiName, snakeCase, wordsOf } from './spelling.ts';
import type { Link, Resource, Setting, Tool } from './resource-types.ts';

/**
 * Names of a setting in a tool, as paths; the first is for writing. Empty if the tool has no known name for it. The
 * tools' own words: the API references of the services, the documentation of the Terraform AWS provider, the
 * CloudFormation Template Reference Guide, the CDK's API reference (version 2), Ansible's Amazon collections.
 */
export function namesOf(tool: Tool, { settings, within }: Resource, name: string): readonly string[] {
  const setting = settings[name];
  if (setting === undefined) return [];
  const request = setting.request ?? name;
  switch (tool) {
    case 'terraform':
      return namesInRow(setting, 'terraform') ?? [snakeCase(name)];
    case 'pulumi':
      // Pulumi's provider is generated from Terraform's.
      return namesOf('terraform', { settings, within } as Resource, name).map(camelCase);
    case 'cloudformation': {
      const names = namesInRow(setting, 'cloudformation') ?? [pascalApiName(request)];
      if (within === undefined) return names;
      return names.map((each) => (each.startsWith('.') ? each.slice(1) : `${within}.${each}`));
    }
    case 'cdk':
      return namesInRow(setting, 'cdk') ?? [name];
    case 'kubernetes':
      return setting.type === 'answer' ? [] : [fieldInKubernetes(setting, request)];
    case 'ansible':
      return namesInRow(setting, 'ansible') ?? [snakeCase(request)];
    case 'shell':
      return setting.type === 'answer' ? [] : [`--${wordsOf(request).join('-')}`];
  }
}

function fieldInKubernetes({ cloudformation }: Setting, request: string): string {
  return typeof cloudformation === 'string' && !cloudformation.includes('.')
    ? apiName(cloudformation)
    : request;
}

/** Explicit names of a setting; empty if no tool writes it. */
function namesInRow(
  setting: Setting,
  tool: 'terraform' | 'cloudformation' | 'cdk' | 'ansible',
): readonly string[] | null {
  const names = setting[tool];
  if (names === null) return [];
  if (names !== undefined) return typeof names === 'string' ? [names] : names;
  return setting.type === 'answer' ? [] : null;
}

/** Paths of a resource's settings in a tool, each with its setting. */
export function pathsOf(tool: Tool, resource: Resource): readonly (readonly [path: string, name: string])[] {
  return Object.entries(resource.settings).flatMap(([name, { type }]) =>
    type === 'answer' ? [] : namesOf(tool, resource, name).map((path) => [path, name] as const),
  );
}

/** Settings that the API's description of a resource contains, besides its name. */
export function describedSettings({ settings, name: own }: Resource): string[] {
  return Object.entries(settings).flatMap(([name, { type }]) =>
    type === 'answer' || name === own ? [] : [name],
  );
}

/** Paths of a resource's links in a tool. */
export function linkPathsOf(
  tool: 'terraform' | 'cloudformation' | 'cdk',
  resource: Resource,
): readonly { path: string; link: Link }[] {
  return (resource.links ?? []).flatMap((link) => {
    const named = (link.settings ?? []).flatMap((name) => namesOf(tool, resource, name));
    return [...named, ...(link[tool] ?? [])].map((path) => ({ path, link }));
  });
}

/** Tools whose names count in {@link settingsByAnyName}. */
const TOOLS: readonly Tool[] = ['terraform', 'cloudformation', 'kubernetes', 'ansible', 'cdk'];

/** Settings of a resource by every name in any tool. */
export function settingsByAnyName(resource: Resource): readonly (readonly [name: string, setting: string])[] {
  const written = TOOLS.flatMap((tool) => pathsOf(tool, resource));
  const others = Object.entries(resource.settings).flatMap(([name, { also = [] }]) =>
    [name, ...also].map((each) => [each, name] as const),
  );
  return [...written, ...others];
}
