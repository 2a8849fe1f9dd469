import { text } from '../../../../l10n/index.ts';
import { OTHER_PARAMETERS, type Text } from '../../../../model/index.ts';
import { attributeOf, blocksOf, type Body, type Expression } from '../../../../syntax/index.ts';
import type { SettingFact } from '../../../../values/index.ts';
import { pathsOf, type Resource } from '../../../../vocabulary/index.ts';

// `lifecycle { ignore_changes = […] }`: written values apply only at creation.

/** Keyword for all arguments. */
export const ALL_ARGUMENTS = 'all';

/** Paths whose changes are ignored: `user_data`, `health_check.path`. */
export function ignoredIn(body: Body): string[] {
  return blocksOf(body, 'lifecycle').flatMap((lifecycle) => {
    const ignored = attributeOf(lifecycle.body, 'ignore_changes')?.value;
    if (ignored === undefined) return [];
    const names = ignored.kind === 'list' ? ignored.items : [ignored];
    return names.flatMap((name) => pathOf(name) ?? []);
  });
}

function pathOf(name: Expression): string | null {
  if (name.kind === 'literal') return name.text;
  if (name.kind !== 'reference') return null;
  return [name.root, ...name.steps.flatMap((step) => (step.kind === 'attribute' ? [step.name] : []))].join(
    '.',
  );
}

/**
 * Settings that are unknown because their changes are ignored.
 * @param parameters names of the engine parameters in the code
 */
export function ignoredSettings(
  resource: Resource,
  ignored: readonly string[],
  parameters: readonly string[],
): Record<string, SettingFact> {
  if (ignored.length === 0) return {};
  const paths = pathsOf('terraform', resource);
  const settings: Record<string, SettingFact> = {};
  for (const [path, setting] of paths) {
    const argument = ignoringRule(path, ignored);
    if (argument !== null) settings[setting] = unknownBy(argument);
  }
  const argument = resource.hasParameters === true ? ignoringRule('parameter', ignored) : null;
  if (argument !== null)
    for (const name of [...parameters, OTHER_PARAMETERS]) settings[name] = unknownBy(argument);
  return settings;
}

function unknownBy(argument: string): SettingFact {
  return { state: 'unknown', reason: reasonOfIgnored(argument) };
}

/** Reason why the value of a setting is unknown. */
export function reasonOfIgnored(argument: string): Text {
  return argument === ALL_ARGUMENTS
    ? text('inventory.changesIgnored.all')
    : text('inventory.changesIgnored', { argument });
}

/** Ignored path that contains a path; null if none does. */
export function ignoringRule(path: string, ignored: readonly string[]): string | null {
  return (
    ignored.find((each) => each === ALL_ARGUMENTS || each === path || path.startsWith(`${each}.`)) ?? null
  );
}
