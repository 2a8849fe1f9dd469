import { text } from '../../../src/l10n/index.ts';
import type { AdviceRules } from '../../../src/products/product.ts';

const GUIDE = 'https://docs.harbor.example/';

export const ADVICE: AdviceRules = {
  lines: ['7', '8'],
  mayPassOverLines: false,
  demandsOf: () => [{ id: 'family', text: text('upgrade.demand.family'), url: `${GUIDE}upgrade` }],
  blueGreenOf: () => [],
  precheckLog: 'harbor-check.log',
  pages: {
    minorUpgrade: `${GUIDE}upgrade`,
    extendedSupport: `${GUIDE}support`,
    versions: `${GUIDE}versions`,
    notes: `${GUIDE}notes`,
  },
};
