import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { normaliseAddress } from './index.ts';
import { html, externalLink } from './html.ts';
import { commaList } from './pages/tables.ts';
import { linksFrom, addressSegment } from './places.ts';

describe('markup', () => {
  test('escapes text everywhere, and keeps markup', () => {
    const hostile = `"><script>alert('1 & 2')</script>`;
    const { text: markup } = html`<p title="${hostile}">${[hostile, html`<b>${hostile}</b>`, 7, null]}</p>`;
    const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;1 &amp; 2&#39;)&lt;/script&gt;';
    assert.equal(markup, `<p title="${escaped}">${escaped}<b>${escaped}</b>7</p>`);
  });

  test('drops characters that XML does not allow', () => {
    assert.match(html`${'a\u0000b\u001bc'}`.text, /^a[^\u0000-\u001f]*b[^\u0000-\u001f]*c$/);
  });

  test('removes the indentation of the source', () => {
    // Has another name, because the formatter would put a template called `html` on one line.
    const written = html;
    const { text: markup } = written`<p>
        ${'a    b'}
      </p>`;
    assert.equal(markup, '<p>\na    b\n</p>');
  });

  test('joins the parts of a list by the rules of the language', () => {
    const links = linksFrom('index.html', 'en');
    const listIn = (language: 'en' | 'ja') =>
      html`${commaList(['a', 'b'], { language, links, words: String })}`.text;
    assert.deepEqual([listIn('en'), listIn('ja')], ['a, b', 'a、b']);
  });

  test('links only to https addresses', () => {
    const markupOf = (url: string | null): string => html`${externalLink(url, 'a<b')}`.text;
    assert.equal(
      markupOf('https://example.org/?a&b'),
      '<a href="https://example.org/?a&amp;b" rel="external">a&lt;b</a>',
    );
    for (const url of ['javascript:alert(1)', 'http://example.org/', 'nowhere', null])
      assert.equal(markupOf(url), 'a&lt;b');
  });
});

describe('addresses of the site', () => {
  test('links are relative, so that the site works from a folder', () => {
    const { to, file, alternate } = linksFrom('some-product/releases/3.04.2.html', 'en');
    assert.equal(to('some-product/releases/3.10.4.html'), '3.10.4.html');
    assert.equal(to('some-product/bugs/abc.html'), '../bugs/abc.html');
    assert.equal(to('some-product/changes/index.html?from=1&to=2'), '../changes/index.html?from=1&to=2');
    assert.equal(file('site.css'), '../../site.css');
    assert.equal(alternate('ja'), '../../ja/some-product/releases/3.04.2.html');
    assert.equal(linksFrom('some-product/index.html', 'ja').to('index.html'), '../index.html');
  });

  test('rejects names that lead out of the folder', () => {
    for (const name of ['..', '.', '', 'a/b', 'a\\b', '.hidden', 'a b', 'a"b'])
      assert.throws(() => addressSegment(name), RangeError, name);
    assert.equal(addressSegment('2.0.20230703.0'), '2.0.20230703.0');
  });

  test('accepts http and https addresses without credentials, query and fragment', () => {
    assert.equal(normaliseAddress('https://example.org/a'), 'https://example.org/a/');
    for (const written of ['ftp://a/', 'a', 'https://u@a/', 'https://a/?b', 'https://a/#b'])
      assert.equal(normaliseAddress(written), null, written);
  });
});
