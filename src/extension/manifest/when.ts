import { editorId, PREFIX, type ContextValues, type NewsRow, type ViewName } from '../contributions/names.ts';
import type { SettingName } from '../contributions/settings.ts';
import type { NodeKind } from '../tree/node.ts';

/** Conditions for `when` clauses. */
export const TRUSTED = 'isWorkspaceTrusted';
export const NO_FOLDER = 'workbenchState == empty';
export const NEVER = 'false';

/** Condition that combines several. */
export function all(...conditions: readonly string[]): string {
  return conditions.join(' && ');
}

export function not(
  condition: typeof TRUSTED | `${typeof PREFIX}.${string}` | ReturnType<typeof whileSetting>,
): string {
  return `!${condition}`;
}

/** Condition for rows and titles of some views; without arguments, of all views. */
export function inView(...views: readonly ViewName[]): string {
  const [only, ...others] = views;
  if (only === undefined) return `view =~ /^${PREFIX}\\./`;
  return others.length === 0 ? `view == ${editorId(only)}` : `view =~ /^${PREFIX}\\.(${views.join('|')})$/`;
}

/** Condition for rows of some kinds. */
export function onRow(...kinds: readonly (NodeKind | NewsRow)[]): string {
  const [only, ...others] = kinds;
  if (only !== undefined && others.length === 0) return `viewItem == ${only}`;
  return `viewItem =~ /^(${kinds.map((kind) => kind.replaceAll('.', '\\.')).join('|')})$/`;
}

/** Condition that a context value is set, or equals a value. */
export function whileContext<N extends keyof ContextValues>(
  name: N,
  ...[value]: ContextValues[N] extends boolean ? [] : [value: ContextValues[N]]
): `${typeof PREFIX}.${string}` {
  return value === undefined ? editorId(name) : `${editorId(name)} == ${value}`;
}

/** Condition that a setting is on. */
export function whileSetting(name: SettingName): `config.${string}` {
  return `config.${PREFIX}.${name}`;
}
