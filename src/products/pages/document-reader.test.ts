import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, fullText, linksOf, ownText, type Block } from './blocks.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';

/** Blocks as short lines: `h2 Fixes`, `p Words`, `**p** Label`, `- item`, `1. item`, `| a | b`. */
function sketch(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'heading') return [`h${block.level} ${block.text}`];
    if (block.kind === 'paragraph') return [`${block.inline.bold ? '**p**' : 'p'} ${block.inline.text}`];
    if (block.kind === 'list')
      return block.items.map((item) => `${block.ordered ? '1.' : '-'} ${fullText(item)}`);
    return block.rows.map((row) => row.map(({ text }) => `| ${text}`).join(' '));
  });
}

const html = (body: string): string[] => sketch(readHtml(body).blocks);
const markdown = (body: string): string[] => sketch(readMarkdown(body).blocks);

test('HTML: headings, paragraphs, lists and tables, whatever wraps them', () => {
  const page = `<body><awsdocs-view><div><section><h1>Title</h1><p>Some <b>bold</b>
      words</p><div><p><b>Label</b>:</p></div><div><ul><li>one</li><li><p>two</p></li></ul></div>
      <ol><li>first</li></ol><table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td><p>2</p></td></tr></table>
      loose words</section></div></awsdocs-view></body>`;
  assert.deepEqual(html(page), [
    'h1 Title',
    'p Some bold words',
    '**p** Label:',
    '- one',
    '- two',
    '1. first',
    '| A | B',
    '| 1 | 2',
    'p loose words',
  ]);
});

test('HTML: what surrounds the text of the site is left out', () => {
  const page = `<nav><ul><li>menu</li></ul></nav><div id="breadcrumbs"><p>crumbs</p></div><p>text</p>
    <div class="prev-next"><p>next</p></div><footer><p>foot</p></footer><script>x</script>`;
  assert.deepEqual(html(page), ['p text']);
});

test('HTML: the place of the main text is preferred, and not needed', () => {
  const text = '<h1>T</h1><p>inside</p>';
  assert.deepEqual(html(`<p>outside</p><div id="main-col-body">${text}</div>`), ['h1 T', 'p inside']);
  assert.deepEqual(html(`<body>${text}</body>`), ['h1 T', 'p inside']);
  assert.deepEqual(html(text), ['h1 T', 'p inside']);
});

test('HTML: nested lists stay in their item, in order, and also where they stand between items', () => {
  assert.deepEqual(html('<ul><li>outer:<ul><li>a</li><li>b</li></ul>the end</li></ul>'), [
    '- outer: a; b; the end',
  ]);
  assert.deepEqual(html('<ul><li>outer:</li><ul><li>A one</li><li>B two</li></ul><li>next</li></ul>'), [
    '- outer: A one; B two',
    '- next',
  ]);
});

test('HTML: own words, links and code of an item with a nested list', () => {
  const [list] = readHtml(
    '<ul><li>own <a href="x.html">link</a><ul><li><code>inner</code></li></ul></li></ul>',
  ).blocks;
  assert.ok(list?.kind === 'list' && list.items[0]);
  const [item] = list.items;
  assert.equal(ownText(item), 'own link');
  assert.deepEqual(linksOf(item), [{ text: 'link', href: 'x.html' }]);
  assert.deepEqual(codeOf(item), ['inner']);
});

test('HTML: lists in notes are marked, footnote digits are left out', () => {
  const [note, text] = readHtml(
    '<div class="awsdocs-note"><ul><li>x</li></ul></div><p>2.12<sup>1</sup></p>',
  ).blocks;
  assert.ok(note?.kind === 'list' && note.inNote);
  assert.ok(text?.kind === 'paragraph');
  assert.equal(text.inline.text, '2.12');
});

test('HTML: title and redirect', () => {
  const page = readHtml('<title>Moved</title><meta http-equiv="Refresh" content="0; url=\'other.html\'">');
  assert.equal(page.title, 'Moved');
  assert.equal(page.redirect, 'other.html');
});

test('Markdown: the same blocks as HTML', () => {
  const page = `# Title
<a name="x"></a><a name="y"></a>

Some **bold**
words

**Label:**
+ one
+ two goes
  on

1. first

| A | B |
| --- | --- |
| 1 | 2 |

loose words`;
  assert.deepEqual(markdown(page), [
    'h1 Title',
    'p Some bold words',
    '**p** Label:',
    '- one',
    '- two goes on',
    '1. first',
    '| A | B',
    '| 1 | 2',
    'p loose words',
  ]);
});

test('Markdown: nested lists and further paragraphs of an item', () => {
  const page = `+ outer:
  + A one
  + B two

  the end
+ next

after`;
  assert.deepEqual(markdown(page), ['- outer: A one; B two; the end', '- next', 'p after']);
});

test('Markdown: escapes, entities, links, code, emphasis and version families', () => {
  const page =
    String.raw`A\_b \#1 &lt;c&gt; [the \[text\]](x.html "t") ` + '`code_1` *soft* 2.* and ![p](q.png)<br />z';
  const [block] = readMarkdown(page).blocks;
  assert.ok(block?.kind === 'paragraph');
  assert.equal(block.inline.text, 'A_b #1 <c> the [text] code_1 soft 2.* and z');
  assert.deepEqual(block.inline.links, [{ text: 'the [text]', href: 'x.html' }]);
  assert.deepEqual(block.inline.code, ['code_1']);
});

test('any text is read, none is refused', () => {
  const soup = fc.array(
    fc.oneof(
      fc.constantFrom(
        ...'<ul> <li> </li> </ul> <p> </p> <b> <table> <tr> <td> </h2> <h2> <!-- <a href= > & [ ]( ** ` | + #'.split(
          ' ',
        ),
      ),
      fc.string(),
    ),
  );
  fc.assert(
    fc.property(soup, fc.constantFrom('', ' ', '\n', '\n\n  '), (parts, glue) => {
      const text = parts.join(glue);
      assert.ok(Array.isArray(readHtml(text).blocks));
      assert.ok(Array.isArray(readMarkdown(text).blocks));
    }),
    { numRuns: 300 },
  );
});
