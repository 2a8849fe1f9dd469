import * as z from 'zod';
import { factsOfTeam, symptomOfVersion, versionAnswer } from '../../analysis/index.ts';
import { say } from '../../l10n/index.ts';
import { symptomAnswerParts } from '../../report/index.ts';
import type { ToolContext } from '../tool-context.ts';
import { teamConfig } from '../team-config.ts';
import type { Tool } from '../tool.ts';
import {
  productNamed,
  requireRelease,
  TEAM_INPUT,
  VERSION_INPUT,
  VERSION_OUTPUT,
} from '../fields/version.ts';
import { BUG_OUTPUT, bugRow } from './known-bugs.ts';

const MAX_SYMPTOM_LENGTH = 4000;

const input = {
  ...VERSION_INPUT,
  ...TEAM_INPUT,
  symptom: z.string().min(1).max(MAX_SYMPTOM_LENGTH).describe('A log line, an error, a metric or a sentence'),
};

const output = {
  ...VERSION_OUTPUT,
  verdict: z
    .enum(['strong', 'nearest', 'nothing', 'unknown'])
    .describe(
      'Tier of the best fit; nothing: no listed bug shares a word; unknown: the version is not covered',
    ),
  notUnderstood: z.array(z.string()).describe('Without a match: words that no listed bug contains'),
  causes: z.array(z.string()).describe('Everyday causes, to be checked before any bug'),
  fits: z.array(
    BUG_OUTPUT.extend({
      match: z
        .enum(['strong', 'nearest'])
        .describe('nearest: shares words with the symptom, which is no evidence of a cause'),
      words: z.array(z.string()).describe('Words of the symptom that the bug shares'),
      undetermined: z.boolean().describe('True if the notes do not state whether this version has it'),
    }),
  ),
  urgent: z
    .array(BUG_OUTPUT)
    .describe('Without a match: the most urgent bugs of the version, unrelated to the symptom'),
};

/** The listed bugs nearest to a symptom. */
export function isThisMyBug({
  catalogue,
  today,
  language,
  folders,
}: ToolContext): Tool<typeof input, typeof output> {
  return {
    name: 'is_this_my_bug',
    title: 'Is this a listed bug?',
    description:
      'Compares a symptom with the bugs that a version is known to have. At most ten fits, each strong or ' +
      'nearest, with the shared words; everyday causes come first where no fit is strong.',
    input,
    output,
    async answer({ product, version, path, symptom }) {
      const known = factsOfTeam(await catalogue(), await teamConfig(folders, path));
      const listedBugs = versionAnswer(
        known.catalogue,
        productNamed(product),
        version,
        today(),
        known.states,
      );
      const { covered, standing, asOf } = listedBugs;
      requireRelease(covered, standing);
      const answer = symptomOfVersion(symptom, listedBugs, known.catalogue.bugs);
      const { verdict, fits, causes, notUnderstood, urgent } = answer;
      return {
        product: covered.product,
        version: covered.version,
        coverage: covered.coverage,
        says: symptomAnswerParts(answer).map(({ lead }) => say(lead, language)),
        asOf,
        verdict,
        notUnderstood: [...notUnderstood],
        causes: causes.map((cause) => say(cause, language)),
        fits: fits.map(({ listed, match, words, isUndetermined }) => ({
          ...bugRow(listed, language),
          match,
          words: [...words],
          undetermined: isUndetermined,
        })),
        urgent: urgent.map((listed) => bugRow(listed, language)),
      };
    },
  };
}
