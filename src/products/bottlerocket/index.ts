import { dottedVersions } from '../dotted-versions.ts';
import type { Product } from '../product.ts';

/** Bottlerocket: the example of a product that has nothing but its notes. */
export const bottlerocket: Product = {
  id: 'bottlerocket',
  kind: 'operating-system',
  names: { display: 'Bottlerocket', examples: '1.19.2' },
  versions: dottedVersions(2),
  // notes.ts reads them; they are not switched on while nothing in an inventory is a Bottlerocket.
  notes: null,
  support: null,
  lineage: null,
  features: null,
  advice: null,
  engine: null,
  host: {
    isPlatform: () => false,
    // bottlerocket-aws-k8s-1.33-x86_64-v1.30.0-…
    isImageName: (name) => name.startsWith('bottlerocket-aws-'),
    installsSoftware: false,
    logsOnlyToJournal: false,
  },
  system: null,
};
