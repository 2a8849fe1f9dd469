import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { answerOfChain, bestChain, follow, nameLink, type NamedLink } from './chain.ts';
import { failingLink, passingLink, unknownLink } from './answers.ts';
import { say, text } from '../../l10n/index.ts';
import { apiAsset } from '../../../test/support/checks/checklist.ts';

const sentence = text('evidence.nothingKnown');
const passing = (name: string): NamedLink => nameLink(name, null, passingLink(sentence));
const broken = (name: string): NamedLink => nameLink(name, null, failingLink(sentence));
const unseen = (name: string): NamedLink => nameLink(name, null, unknownLink(sentence));

describe('a chain of evidence', () => {
  it('passes if every link holds', () => {
    assert.deepEqual(pick(answerOfChain([passing('rule'), passing('target')])), {
      answer: 'pass',
      link: null,
    });
  });

  it('fails at its first broken link, even after an unknown one', () => {
    assert.deepEqual(pick(answerOfChain([unseen('rule'), broken('target'), broken('role')])), {
      answer: 'fail',
      link: 'target',
    });
  });

  it('is unknown at its first unknown link', () => {
    assert.deepEqual(pick(answerOfChain([passing('rule'), unseen('target'), unseen('role')])), {
      answer: 'unknown',
      link: 'target',
    });
  });

  it('evaluates the links behind a link only if that link is not broken', () => {
    const never = (): never => assert.fail('asked');
    assert.deepEqual(
      follow(broken('rule'), never).map(({ name }) => name),
      ['rule'],
    );
    assert.deepEqual(
      follow(unseen('rule'), () => [passing('target')]).map(({ name }) => name),
      ['rule', 'target'],
    );
  });

  it('is the best of several: a whole one, an unknown one, or the longest', () => {
    const [short, long] = [[broken('rule')], [passing('rule'), broken('target')]];
    const unclear = [unseen('rule')];
    assert.equal(bestChain([short, long]), long);
    assert.equal(bestChain([long, unclear, short]), unclear);
    const whole = [passing('rule'), passing('target')];
    assert.equal(bestChain([long, unclear, whole]), whole);
  });

  it('names the place of the deciding resource', () => {
    const location = { file: 'web.tf', line: 12, column: 1, endLine: 12, endColumn: 2 };
    const rule = apiAsset('event-rule', 'rule', {}, { location });
    const { evidence } = answerOfChain([nameLink('rule', rule, failingLink(sentence))]);
    assert.match(say(evidence, 'en'), /\(web\.tf:12\)$/);
    assert.match(say(evidence, 'ja'), /（web\.tf:12）$/);
  });
});

function pick({ answer, link }: ReturnType<typeof answerOfChain>): object {
  return { answer, link };
}
