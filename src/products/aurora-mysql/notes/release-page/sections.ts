import { trimTrailing } from '../../../../model/index.ts';

/**
 * Kind of the bullets below a heading or a bold label.
 * - `main`: a section of improvements, features, fixes, highlights or community fixes, whatever form its title has.
 * - `in`: the name of a category in such a section ("Availability improvements").
 * - `out`: compatibility, unsupported features, comparisons, differences of the command line: its bullets are not
 *   items.
 * - `unknown`: anything else.
 */
export type Scope = 'main' | 'in' | 'out' | 'unknown';

const MAIN_SECTION =
  /^(?:improvements?|(?:new )?features?|(?:bug )?fixes|(?:release )?highlights?|integration of (?:mysql|community)\b.*)$/i;
const EXCLUDED_SECTION =
  /not (?:currently )?supported|unsupported|\bcomparison\b|\bcompatibility\b|\bdifferences\b|\blimitations?\b/i;
const INCLUDED_SECTION = new RegExp(
  [
    ...['improve', String.raw`\bfeatures?\b`, String.raw`\bfix(?:es|ed)?\b`, 'highlight'],
    ...['integration', 'enhance', 'security', String.raw`\bCVEs?\b`, 'upgrade', 'migration'],
    ...['incompatible changes', 'additional information', 'stability', 'availability'],
    ...['performance', 'replication', 'global database', 'parallel query', 'connection'],
    'restart',
  ].join('|'),
  'i',
);
const COMMUNITY_SECTION = /^integration of\b|\bcommunity edition bug fixes\b|\bmysql bug fixes\b/i;

export function scopeOf(label: string): Scope {
  const name = sectionName(label);
  if (MAIN_SECTION.test(name)) return 'main';
  if (EXCLUDED_SECTION.test(name)) return 'out';
  return INCLUDED_SECTION.test(name) ? 'in' : 'unknown';
}

/** Label without its colon. */
export function sectionName(label: string): string {
  return trimTrailing(label, ' :');
}

/** True for a section that lists fixes of the MySQL community, whose numbers are MySQL's bug numbers. */
export function isCommunitySection(section: string): boolean {
  return COMMUNITY_SECTION.test(section);
}

/** True for titles of notes and of a page's own table of contents, which do not start a section. */
export function isTitleWithoutSection(label: string): boolean {
  return /^(?:notes?|important|warning|caution|tip|topics|contents)$/i.test(sectionName(label));
}
