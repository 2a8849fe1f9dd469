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

describe('a chain', () => {
  it('passes where every link holds', () => {
    assert.deepEqual(pick(answerOfChain([passing('rule'), passing('target')])), {
      answer: 'pass',
      link: null,
    });
  });

  it('fails by its first broken link, though an earlier one is unknown', () => {
    assert.deepEqual(pick(answerOfChain([unseen('rule'), broken('target'), broken('role')])), {
      answer: 'fail',
      link: 'target',
    });
  });

  it('is unknown by its first unknown link', () => {
    assert.deepEqual(pick(answerOfChain([passing('rule'), unseen('target'), unseen('role')])), {
      answer: 'unknown',
      link: 'target',
    });
  });

  it('asks what is behind a link only where that is not broken', () => {
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

  it('of several is the best: one that holds, an unknown one, one that holds longest', () => {
    const [short, long] = [[broken('rule')], [passing('rule'), broken('target')]];
    const unclear = [unseen('rule')];
    assert.equal(bestChain([short, long]), long);
    assert.equal(bestChain([long, unclear, short]), unclear);
    const whole = [passing('rule'), passing('target')];
    assert.equal(bestChain([long, unclear, whole]), whole);
  });

  it('says the place of the resource that decides', () => {
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
