import { text } from '../../../../l10n/index.ts';
import type { Asset, SettingValue } from '../../../../model/index.ts';
import { nameLink, type NamedLink } from '../../chain.ts';
import { failingLink, passingLink, unknownLink } from '../../answers.ts';
import {
  fieldOf,
  isUnknownField,
  isWritten,
  listOf,
  readSetting,
  textOf,
  textsOf,
} from '../../reading/readings.ts';

// Events that a trail records (CloudTrail API, EventSelector and AdvancedEventSelector).

type Certainty = 'yes' | 'no' | 'unknown';

/** Services whose changes can explain an incident. */
const SOURCES = ['rds.amazonaws.com', 'autoscaling.amazonaws.com'] as const;

/** Link that holds if a trail records changes to databases and groups, as it does without selectors. */
export function eventsLink(trail: Asset): NamedLink {
  for (const [setting, recordsOf] of [
    ['advancedEventSelectors', fieldSelectorCertainty],
    ['eventSelectors', classSelectorCertainty],
  ] as const) {
    const isSet = isWritten(trail, setting);
    if (isSet === null) return nameLink('events', trail, unknownLink(readSetting(trail, setting).evidence));
    const selectors = listOf(trail.settings[setting]);
    if (selectors.length === 0) continue;
    const certainties = SOURCES.map((source) =>
      certaintyOfAny(selectors.map((selector) => recordsOf(selector, source))),
    );
    const missing = SOURCES.find((_, nth) => certainties[nth] === 'no');
    if (missing !== undefined)
      return nameLink(
        'events',
        trail,
        failingLink(text('evidence.trailWithoutEvents', { trail: trail.name, source: missing })),
      );
    if (certainties.includes('unknown'))
      return nameLink('events', trail, unknownLink(text('evidence.trailUnclear', { trail: trail.name })));
    return nameLink('events', trail, passingLink(text('evidence.trail', { trail: trail.name })));
  }
  return nameLink('events', trail, passingLink(text('evidence.trail', { trail: trail.name })));
}

/** Certainty that a selector of event classes records the changes of a service. */
function classSelectorCertainty(selector: SettingValue, source: string): Certainty {
  const excluded = textsOf(fieldOf(selector, 'excludeManagementEventSources'));
  return certaintyOfAll([
    fieldCertainty(selector, 'includeManagementEvents', (value) => value !== 'false'),
    fieldCertainty(selector, 'readWriteType', (value) => value !== 'ReadOnly'),
    isUnknownField(selector, 'excludeManagementEventSources') ? 'unknown' : 'yes',
    excluded.includes(source) ? 'no' : 'yes',
  ]);
}

/** Certainty that a field's text, or its default, is accepted. */
function fieldCertainty(
  selector: SettingValue,
  field: string,
  isGood: (value: string | null) => boolean,
): Certainty {
  if (isUnknownField(selector, field)) return 'unknown';
  return isGood(textOf(fieldOf(selector, field))) ? 'yes' : 'no';
}

/** Value of a selector's field in the events of changes; null if the value is not fixed. */
function valueOfField(field: string | null, source: string): string | null {
  switch (field) {
    case 'eventCategory':
      return 'Management';
    case 'readOnly':
      return 'false';
    case 'eventSource':
      return source;
    default:
      return null;
  }
}

/** Certainty that a selector of fields records the changes of a service: each of its fields has to match. */
function fieldSelectorCertainty(selector: SettingValue, source: string): Certainty {
  const fields = fieldOf(selector, 'fieldSelectors') ?? fieldOf(selector, 'fieldSelector');
  if (fields === undefined || fields === null) return 'unknown';
  return certaintyOfAll(listOf(fields).map((field) => matchesField(field, source)));
}

/** Operators of a field, each as a test of a value. */
const OPERATORS: Readonly<Record<string, (value: string, wanted: readonly string[]) => boolean>> = {
  equals: (value, wanted) => wanted.includes(value),
  notEquals: (value, wanted) => !wanted.includes(value),
  startsWith: (value, wanted) => wanted.some((each) => value.startsWith(each)),
  notStartsWith: (value, wanted) => !wanted.some((each) => value.startsWith(each)),
  endsWith: (value, wanted) => wanted.some((each) => value.endsWith(each)),
  notEndsWith: (value, wanted) => !wanted.some((each) => value.endsWith(each)),
};

function matchesField(field: SettingValue, source: string): Certainty {
  const value = valueOfField(textOf(fieldOf(field, 'field')), source);
  if (value === null) return 'unknown';
  return certaintyOfAll(
    Object.entries(OPERATORS).map(([operator, isMet]): Certainty => {
      const wanted = listOf(fieldOf(field, operator)).map((each) => textOf(each));
      if (wanted.length === 0) return isUnknownField(field, operator) ? 'unknown' : 'yes';
      const known = wanted.filter((each) => each !== null);
      if (known.length < wanted.length) return 'unknown';
      return isMet(value, known) ? 'yes' : 'no';
    }),
  );
}

function certaintyOfAll(certainties: readonly Certainty[]): Certainty {
  return (['no', 'unknown'] as const).find((each) => certainties.includes(each)) ?? 'yes';
}

function certaintyOfAny(certainties: readonly Certainty[]): Certainty {
  return (['yes', 'unknown'] as const).find((each) => certainties.includes(each)) ?? 'no';
}
