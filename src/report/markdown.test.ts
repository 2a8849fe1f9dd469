import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bugLine, escapeMarkdown, isSafeLink, markdownLink } from './index.ts';
import { text } from '../l10n/index.ts';
import { bugOf } from '../../test/support/catalogue/catalogue.ts';

describe('scraped text in Markdown', () => {
  test('is escaped: markup, links, images and HTML', () => {
    const escaped = escapeMarkdown('<img src=x> [a](command:evil) ![b](c) **d** `e`\nnext');
    assert.ok(!/[^\\][<[*`]/.test(` ${escaped}`));
    assert.ok(!escaped.includes('\n'));
  });

  test('stays readable: characters without meaning at their place are not escaped', () => {
    const plain = 'aws_rds_cluster.shop, database.tf:5 (2026-11-24): CVE-2024-1 + 2, 50 %';
    assert.equal(escapeMarkdown(plain), plain);
    for (const [written, escaped] of [
      ['_a_ __b__', '\\_a\\_ \\_\\_b\\_\\_'],
      ['# a #', '\\# a \\#'],
      ['- a', '\\- a'],
      ['    a', ' a'],
      ['1. a', '1\\. a'],
      ['https://a.example www.a.example mailto:a', 'https\\://a.example www\\.a.example mailto\\:a'],
      ['$(icon) @somebody #1 &lt;', '\\$(icon) \\@somebody \\#1 \\&lt;'],
    ] as const) {
      assert.equal(escapeMarkdown(written), escaped);
    }
  });

  test('links only to https pages of known hosts', () => {
    assert.ok(isSafeLink('https://docs.aws.amazon.com/a.html'));
    assert.ok(isSafeLink('https://aws.amazon.com/amazon-linux-2/faqs/'));
    for (const url of [
      'http://docs.aws.amazon.com/a.html',
      'https://docs.aws.amazon.com.example.org/',
      'https://user@evil.example/',
      'command:workbench.action.quit',
      'javascript:alert(1)',
      'not an address',
    ]) {
      assert.equal(isSafeLink(url), false, url);
      assert.equal(markdownLink('label', url), 'label');
    }
  });

  test('cannot end a link early by its address', () => {
    const link = markdownLink('label', 'https://docs.aws.amazon.com/a_(b)_c.html)');
    assert.equal(link.match(/[()]/g)?.length, 2);
  });

  test('stays on its line with a hostile title', () => {
    const line = bugLine(
      {
        bug: bugOf('b', ['2.12.1'], { title: 'x](https://evil.example) <script>' }),
        confidence: 'high',
        reason: text('bug.reason.ownBranch', { branch: '2.12' }),
        fixedIn: ['2.12.1'],
        nearestFix: '2.12.1',
        url: 'https://docs.aws.amazon.com/a.html',
        applies: 'possible',
        urgency: { level: 'ordinary', score: 0.5, why: [] },
      },
      'en',
    );
    assert.equal(line.match(/(?<!\\)\]\(/g)?.length, 1);
    assert.ok(!line.includes('<script>'));
  });
});
