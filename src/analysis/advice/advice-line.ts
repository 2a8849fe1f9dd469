import { text } from '../../l10n/index.ts';
import type { Advice, AdviceStep, ProductId, Text } from '../../model/index.ts';
import { productName, productOf } from '../../products/index.ts';

/** Short sentence for each step of an advice, for a line of a diagnostic; empty if the advice is to stay. */
export function adviceLine(advice: Advice | null): Text[] {
  if (advice === null) return [];
  const { now, destination } = advice;
  return [
    ...(now === null ? [] : [nowText(now)]),
    ...(destination === null ? [] : [destinationLine(destination, destination.version)]),
  ];
}

function nowText(step: AdviceStep): Text {
  return fixesLine(step) ?? text('advice.line.step', { version: step.version });
}

/** Number of known bugs that a step fixes, as a sentence; null if it fixes none, or the number is unknown. */
export function fixesLine(step: AdviceStep | null): Text | null {
  if (step === null) return null;
  const { version } = step;
  const [part, whole] = fixesThatMatter(step);
  if (part === 0) return null;
  return part === whole
    ? text('advice.line.fixesAll', { version, whole })
    : text('advice.line.fixes', { version, part, whole });
}

/** Fixes of urgent bugs; fixes of all bugs if none is urgent. */
function fixesThatMatter({ fixes }: Pick<AdviceStep, 'fixes'>): readonly [part: number, whole: number] {
  if (fixes === null) return [0, 0];
  return fixes.of.urgent > 0 ? [fixes.urgent, fixes.of.urgent] : [fixes.all, fixes.of.all];
}

/**
 * Steps of an advice in one line, with the demands of each: `Next: 2.12.6, a restart. Then 3.10.6, long-term support.`
 * @param product of the version that the advice is for; its own releases are named by number alone
 */
export function adviceSteps(advice: Advice | null, product: ProductId): Text | null {
  const { now = null, destination = null } = advice ?? {};
  const steps = [now, destination].filter((step) => step !== null);
  if (steps.length === 0) return null;
  const ways = steps.map((step, nth) => {
    const isFirst = nth === 0;
    return text('advice.way', {
      name: stepName(step, product),
      when: isFirst && step.when === 'urgent' ? null : laterWhenText(step),
      longTerm: step.longTerm ?? false,
      downtime: isFirst ? downtimeText(step) : null,
    });
  });
  return text('advice.ways', { ways });
}

/** Time of a step; a further step is not urgent before the first one is taken. */
function laterWhenText(step: AdviceStep): Text {
  return step.when === 'urgent' ? text('advice.when.soon') : whenText(step);
}

function downtimeText({ downtime }: AdviceStep): Text {
  const isOffline = downtime.key === 'upgrade.downtime.major';
  return isOffline ? downtime : text('advice.one', { what: downtime });
}

/** @param name of the release, or of the system */
export function destinationLine({ when, before }: AdviceStep, name: string | Text): Text {
  return before === null
    ? text(`advice.line.${when === 'urgent' ? 'urgent' : 'next-maintenance'}`, { name })
    : text('advice.line.before', { name, day: before });
}

/**
 * Steps of an advice with their times: `upgrade to 2.12.6 now, and to 3.10.6 before 2029-06-30`; null if the advice is to
 * stay.
 */
export function adviceHead({ now, destination }: Advice): Text | null {
  if (now !== null && destination !== null) {
    return text('advice.head.both', {
      now: stepName(now),
      when: whenText(now),
      destination: stepName(destination),
      then: whenText(destination),
    });
  }
  const step = now ?? destination;
  return step && text('advice.head.step', { name: stepName(step), when: whenText(step) });
}

/**
 * Name of a step's release: the number for an engine, with the one to write in code; the name and number for a system,
 * the publisher's number for an image.
 * @param own product whose releases are named by number alone
 */
export function stepName(
  { product, version, image, write }: AdviceStep,
  own: ProductId | null = null,
): string | Text {
  if (write !== undefined) return text('advice.name.write', { version, write });
  const release = image === undefined ? version : `${image} (${version})`;
  const isNumber = product === own || productOf(product).kind === 'engine';
  return isNumber ? release : `${productName(product)} ${release}`;
}

export function whenText({ when, before }: AdviceStep): Text {
  return before === null
    ? text(`advice.when.${when === 'urgent' ? 'urgent' : 'next-maintenance'}`)
    : text('advice.when.before', { day: before });
}
