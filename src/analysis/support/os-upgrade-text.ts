import { text } from '../../l10n/index.ts';
import type { Text } from '../../model/index.ts';

/**
 * Effect of an upgrade to a release on the operating system of instances.
 * @param classes that get it with the upgrade
 */
export function osUpgradeText(version: string, classes: readonly string[]): Text {
  return classes.length === 0
    ? text('upgrade.demand.os', { version })
    : text('upgrade.demand.os.classes', { version, classes: [...classes] });
}
