import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { say } from '../../../src/l10n/index.ts';
import {
  allVariants,
  answerToVariant,
  incidentSystems,
  rowsOfSystem,
  worstAnswers,
} from '../../support/forms/variants.ts';

describe('the two systems of the incident', () => {
  for (const { name, format, files, answers } of incidentSystems()) {
    it(`have the recorded answers: ${name}, in ${format}`, async (t) => {
      assert.deepEqual(worstAnswers(await rowsOfSystem(t, files)), answers);
    });
  }
});

for (const [check, variants] of Map.groupBy(allVariants(), (variant) => variant.check)) {
  describe(`${check} on variants of the right system`, () => {
    for (const variant of variants) {
      it(`${variant.name}, in ${variant.format}`, async (t) => {
        const { answer, link, evidence } = await answerToVariant(t, variant);
        const { expected } = variant;
        const found = { answer, ...(expected.link !== undefined && { link }) };
        const wanted = {
          answer: expected.answer,
          ...(expected.link !== undefined && { link: expected.link }),
        };
        assert.deepEqual(found, wanted, say(evidence, 'en'));
      });
    }
  });
}
