import { text } from '../../l10n/index.ts';
import type { SettingValue } from '../../model/index.ts';
import type { CheckLink } from './answers.ts';
import type { Reading } from './reading/readings.ts';

/** Link that holds if a setting is good everywhere: a bad value decides, then an unknown one. */
export function linkOfReadings(
  readings: readonly Reading[],
  isGood: (value: SettingValue) => boolean,
): CheckLink {
  const broken = readings.find((reading) => reading.state === 'known' && !isGood(reading.value));
  if (broken !== undefined) return { outcome: 'fail', evidence: broken.evidence };
  const open = readings.find(({ state }) => state === 'unknown');
  if (open !== undefined) return { outcome: 'unknown', evidence: open.evidence };
  return { outcome: 'pass', evidence: readings[0]?.evidence ?? text('evidence.nothingKnown') };
}
