import { text } from '../../l10n/index.ts';
import type { Advice, AdviceStep, Text } from '../../model/index.ts';
import { productName, productOf } from '../../products/index.ts';

/** The advice in a short sentence for each step, for a line of a diagnostic; empty where one stays. */
export function adviceLine(advice: Advice | null): Text[] {
  if (advice === null) return [];
  const { now, destination } = advice;
  return [
    ...(now === null ? [] : [nowText(now)]),
    ...(destination === null ? [] : [destinationLine(destination, destination.version)]),
  ];
}

function nowText({ version, fixes }: AdviceStep): Text {
  const [part, whole] = fixesThatMatter({ fixes });
  if (part === 0) return text('advice.line.step', { version });
  return part === whole
    ? text('advice.line.fixesAll', { version, whole })
    : text('advice.line.fixes', { version, part, whole });
}

/** Fixes of urgent bugs, of all where none is urgent. */
export function fixesThatMatter({
  fixes,
}: Pick<AdviceStep, 'fixes'>): readonly [part: number, whole: number] {
  if (fixes === null) return [0, 0];
  return fixes.of.urgent > 0 ? [fixes.urgent, fixes.of.urgent] : [fixes.all, fixes.of.all];
}

/** @param name of the release, or of the system */
export function destinationLine({ when, before }: AdviceStep, name: string): Text {
  return before === null
    ? text(`advice.line.${when === 'urgent' ? 'urgent' : 'next-maintenance'}`, { name })
    : text('advice.line.before', { name, day: before });
}

/** The steps with their times: `upgrade to 2.12.6 now, and to 3.10.6 before 2029-06-30`; null where the advice is to stay. */
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

/** A release of an engine by its number; of a system with its name, and an image by its publisher's number. */
export function stepName({ product, version, image }: AdviceStep): string {
  if (productOf(product).kind === 'engine') return version;
  const release = image === undefined ? version : `${image} (${version})`;
  return `${productName(product)} ${release}`;
}

export function whenText({ when, before }: AdviceStep): Text {
  return before === null
    ? text(`advice.when.${when === 'urgent' ? 'urgent' : 'next-maintenance'}`)
    : text('advice.when.before', { day: before });
}
