import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentHtml } from '../index.ts';
import { codeBlock, codeSpan, escapeMarkdown, markdownLink, textTable } from '../markdown.ts';

/** HTML of a document's body, without line endings between blocks. */
function bodyOf(markdown: string): string {
  const [, main = ''] = /<main>\n([^]*)<\/main>/.exec(documentHtml(markdown, 'en')) ?? [];
  return main.replaceAll('\n', '');
}

const HOSTILE = [
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '"><img src=x onerror=alert(1)>',
  '`code` **bold** | cell | <details>',
  '![a](https://evil.example/a.png)',
  '\\[x](https://docs.aws.amazon.com)',
  '```',
];

describe('a Markdown document as HTML', () => {
  test('keeps the form of headings, paragraphs, lists, tables, quotes and code', () => {
    assert.equal(
      bodyOf('# A\n\n## B\n\n### C\n\none\ntwo  \nthree'),
      '<h1>A</h1><h2>B</h2><h3>C</h3><p>one two<br> three</p>',
    );
    assert.equal(
      bodyOf('- a  \n  b\n- c\n\n  ```sh\n  ls\n  ```\n- d\n  - e'),
      '<ul><li>a<br> b</li><li>c<pre><code>ls</code></pre></li><li>d<ul><li>e</li></ul></li></ul>',
    );
    assert.equal(bodyOf('1. a\n2. b'), '<ol><li>a</li><li>b</li></ol>');
    assert.equal(
      bodyOf(textTable([['h'], ['a | b']])),
      '<div class="scroll"><table><thead><tr><th scope="col">h</th></tr></thead><tbody><tr><td>a | b</td></tr></tbody></table></div>',
    );
    assert.equal(bodyOf('> q'), '<blockquote><p>q</p></blockquote>');
    assert.equal(
      bodyOf('<details><summary>more (2)</summary>\n\n- x\n\n</details>'),
      '<details><summary>more (2)</summary><ul><li>x</li></ul></details>',
    );
    assert.equal(bodyOf(codeBlock('a `b`\n<c>')), '<pre><code>a `b`&lt;c&gt;</code></pre>');
  });

  test('links only to pages of vendors', () => {
    assert.equal(
      bodyOf(markdownLink('notes', 'https://docs.aws.amazon.com/a_(b)')),
      '<p><a href="https://docs.aws.amazon.com/a_%28b%29" rel="noreferrer">notes</a></p>',
    );
    assert.equal(bodyOf('[x](https://evil.example)'), '<p>x</p>');
  });

  for (const words of HOSTILE) {
    test(`keeps text from outside as text: ${words}`, () => {
      const shown = words.replace(
        /[&<>"']/g,
        (sign) => `&${{ '&': 'amp', '<': 'lt', '>': 'gt', '"': 'quot', "'": '#39' }[sign]};`,
      );
      assert.equal(bodyOf(escapeMarkdown(words)), `<p>${shown}</p>`);
      assert.equal(bodyOf(`- ${escapeMarkdown(words)}`), `<ul><li>${shown}</li></ul>`);
      assert.ok(bodyOf(textTable([[words]])).includes(`<th scope="col">${shown}</th>`));
      assert.equal(bodyOf(`x ${codeSpan(words)}`), `<p>x <code>${shown}</code></p>`);
    });
  }

  test('converts 100,000 lines in linear time', () => {
    const lines = Array.from({ length: 100_000 }, (_, nth) => (nth % 3 === 0 ? '' : `- line ${nth} \`x`));
    assert.ok(documentHtml(lines.join('\n'), 'ja').length > 1_000_000);
  });
});
