import type { BugBounds } from '../../../model/index.ts';
import { FEATURE_AGES } from '../feature-age.ts';

/** An upgrade over a major version, or the way from another service: trouble of whoever goes that way. */
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
/** What shows afterwards is the trouble of the upgraded cluster. */
const AFTERWARDS =
  /\b(?:after|following) (?:an? |the )?(?:major|minor|upgrad|migrat|version)|\bbefore this release\b|\bunavailab/i;

/** Its notes hardly ever say since when a bug exists, but where it is one of an upgrade. */
export function boundsIn(words: string): BugBounds {
  const [sentence = ''] = words.split(/(?<=[.!?])\s+(?=[A-Z])/, 1);
  const forms = FEATURE_AGES.formsIn(words);
  return {
    introducedIn: null,
    introducedInCommunity: null,
    names: [],
    upgradeOnly: CROSSING.test(sentence) && !AFTERWARDS.test(words),
    ...(forms.length > 0 && { forms }),
  };
}
