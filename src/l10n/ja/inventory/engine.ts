import type { openEngine as english } from '../../en/inventory/engine.ts';
import type { Translated } from '../../say.ts';

export const openEngine: Translated<typeof english> = {
  'inventory.noEngine': 'エンジンもバージョンも書かれておらず、判別できません。',
  'inventory.engineUnknown': 'どのエンジンかを判別できません。',
};
