import { say, type Language } from '../../l10n/index.ts';
import type { Advice, AdviceStep } from '../../model/index.ts';

/** Advice as every JSON output contains it; null if there is none. */
export interface AdviceJson {
  stay: boolean;
  now: StepJson | null;
  destination: StepJson | null;
  reason: string;
}

interface StepJson {
  product: string;
  version: string;
  image: string | null;
  write?: string;
  path: string[];
  when: AdviceStep['when'];
  before: string | null;
  downtime: string;
  reason: string;
}

export function adviceJson(advice: Advice | null, language: Language): AdviceJson | null {
  if (advice === null) return null;
  const { stay, now, destination, reason } = advice;
  return {
    stay,
    now: now && stepJson(now, language),
    destination: destination && stepJson(destination, language),
    reason: say(reason, language),
  };
}

function stepJson(step: AdviceStep, language: Language): StepJson {
  const { product, version, image = null, write, path, when, before, downtime, reason } = step;
  return {
    ...{ product, version, image, path: [...path], when, before },
    ...(write !== undefined && { write }),
    downtime: say(downtime, language),
    reason: say(reason, language),
  };
}
