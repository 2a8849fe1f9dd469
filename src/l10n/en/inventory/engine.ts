import type { Message } from '../../say.ts';

export const openEngine = {
  'inventory.noEngine':
    'Neither an engine nor a version is written: which engine it is cannot be determined.',
  'inventory.engineUnknown': 'Which engine it is cannot be determined here.',
} satisfies Record<string, Message>;
