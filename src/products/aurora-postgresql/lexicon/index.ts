import type { Lexicon } from '../../lexicon.ts';
import { PARTS } from '../notes/parts.ts';
import { FEATURE_WORDS } from '../../postgresql-family/feature-words.ts';
import { IMPACTS } from './impacts.ts';
import { KINDS } from './kinds.ts';
import { SEVERITIES } from './severities.ts';
import { TRAITS } from './traits.ts';

/** Vocabulary of the notes of Aurora PostgreSQL. */
export const LEXICON: Lexicon = {
  features: FEATURE_WORDS,
  covers: [
    // Zero-downtime patching is an upgrade, too.
    ['upgrade', ['zero-downtime-patching']],
    [
      'extensions',
      ['postgis', 'pgvector', 'pg-cron', 'foreign-data-wrappers', 'query-plan-management', 'babelfish'],
    ],
    ['replicas', ['inbound-replication']],
  ],
  sections: [
    [PARTS.babelfish.toLowerCase(), 'babelfish'],
    [PARTS.plans.toLowerCase(), 'query-plan-management'],
    [PARTS.limitless.toLowerCase(), 'limitless'],
  ],
  kinds: KINDS,
  impacts: IMPACTS,
  severities: SEVERITIES,
  traits: TRAITS,
  // Mild items are listed under "Critical stability enhancements", too.
  doHeadingsDecide: false,
};
