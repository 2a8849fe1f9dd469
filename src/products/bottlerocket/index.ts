import { productName } from '../naming/names.ts';
import type { Product } from '../product.ts';
import { bottlerocketBugs } from './fixes.ts';
import { IMAGE_WORDS, readBottlerocketImage } from './images.ts';
import { BOTTLEROCKET_RELEASES, bottlerocketVersions, readBottlerocketPin } from './versions.ts';

/**
 * Bottlerocket: an operating system whose releases are whole images, each for one orchestrator. Its notes are a
 * changelog, which names few CVEs, and a file of advisories; the only support statement is that a variant was dropped.
 */
export const bottlerocket: Product = {
  id: 'bottlerocket',
  kind: 'operating-system',
  names: { display: productName('bottlerocket'), examples: ['1.19.2'] },
  community: null,
  versions: bottlerocketVersions,
  notes: {
    guide: BOTTLEROCKET_RELEASES,
    source: async () => (await import('./notes.ts')).bottlerocketNotes,
  },
  support: null,
  lineage: null,
  features: null,
  advice: null,
  engine: null,
  observability: null,
  host: {
    isPlatform: (name) => name === 'Bottlerocket',
    // bottlerocket-aws-k8s-1.33-x86_64-v1.30.0-…
    isImageName: (name) => name.startsWith('bottlerocket-aws-'),
    installsSoftware: false,
    logsOnlyToJournal: false,
  },
  system: {
    next: null,
    takesReleaseByNumber: false,
    shorterSupport: [],
    hasAdvisories: true,
    countsNotedFixes: true,
    // A variant has one kernel series, and drivers only for certain machines, and its name is not always known.
    readPin: readBottlerocketPin,
    pinName: ({ version }) => version,
    dayOf: () => null,
    imageWords: IMAGE_WORDS,
    readImage: readBottlerocketImage,
    bugsOf: bottlerocketBugs,
    imageNotesUrl: null,
  },
};
