import type { BugBounds } from '../../../model/index.ts';
import { FEATURE_AGES } from '../feature-age.ts';

/** A major version upgrade or a migration from another service, whose problems affect only those who do it. */
const CROSSING = new RegExp(
  [
    String.raw`\bmajor version upgrades?\b`,
    String.raw`\bupgrades? to (?:aurora )?postgresql \d`,
    String.raw`\bsnapshot import\b`,
    String.raw`\bimport(?:ing)? an? (?:\S+ ){0,4}snapshot\b`,
    String.raw`\bmigrat(?:ion|ing) (?:a snapshot )?from\b`,
    String.raw`\binstance migration\b`,
  ].join('|'),
  'i',
);
/** Problems after an upgrade, which belong to the upgraded cluster. */
const AFTER_UPGRADE =
  /\b(?:after|following) (?:an? |the )?(?:major|minor|upgrad|migrat|version)|\bbefore this release\b|\bunavailab/i;

/** First versions of a bug. These notes hardly ever name them, except for bugs of an upgrade. */
export function boundsIn(words: string): BugBounds {
  const [sentence = ''] = words.split(/(?<=[.!?])\s+(?=[A-Z])/, 1);
  const forms = FEATURE_AGES.formsIn(words);
  return {
    introducedIn: null,
    introducedInCommunity: null,
    names: [],
    upgradeOnly: CROSSING.test(sentence) && !AFTER_UPGRADE.test(words),
    ...(forms.length > 0 && { forms }),
  };
}
