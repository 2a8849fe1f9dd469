import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { codeOf, fullText, linksOf, ownText, type Block } from './blocks.ts';
import { readHtml } from './html.ts';
import { readMarkdown } from './markdown.ts';

/** Blocks in a short form: `h2 Fixes`, `p Words`, `**p** Label`, `- item`, `1. item`, `| a | b`. */
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

test('reads headings, paragraphs, lists and tables of HTML in any wrapper', () => {
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

test('skips navigation and other surroundings of HTML text', () => {
  const page = `<nav><ul><li>menu</li></ul></nav><div id="breadcrumbs"><p>crumbs</p></div><p>text</p>
    <div class="prev-next"><p>next</p></div><footer><p>foot</p></footer><script>x</script>`;
  assert.deepEqual(html(page), ['p text']);
});

test('prefers the main text of HTML, if it is marked', () => {
  const text = '<h1>T</h1><p>inside</p>';
  assert.deepEqual(html(`<p>outside</p><div id="main-col-body">${text}</div>`), ['h1 T', 'p inside']);
  assert.deepEqual(html(`<body>${text}</body>`), ['h1 T', 'p inside']);
  assert.deepEqual(html(text), ['h1 T', 'p inside']);
});

test('keeps nested HTML lists in their item and order, also between items', () => {
  assert.deepEqual(html('<ul><li>outer:<ul><li>a</li><li>b</li></ul>the end</li></ul>'), [
    '- outer: a; b; the end',
  ]);
  assert.deepEqual(html('<ul><li>outer:</li><ul><li>A one</li><li>B two</li></ul><li>next</li></ul>'), [
    '- outer: A one; B two',
    '- next',
  ]);
});

test("separates an HTML item's own text, links and code from its nested list", () => {
  const [list] = readHtml(
    '<ul><li>own <a href="x.html">link</a><ul><li><code>inner</code></li></ul></li></ul>',
  ).blocks;
  assert.ok(list?.kind === 'list' && list.items[0]);
  const [item] = list.items;
  assert.equal(ownText(item), 'own link');
  assert.deepEqual(linksOf(item), [{ text: 'link', href: 'x.html' }]);
  assert.deepEqual(codeOf(item), ['inner']);
});

test('marks HTML lists in notes, and drops footnote digits', () => {
  const [note, text] = readHtml(
    '<div class="awsdocs-note"><ul><li>x</li></ul></div><p>2.12<sup>1</sup></p>',
  ).blocks;
  assert.ok(note?.kind === 'list' && note.inNote);
  assert.ok(text?.kind === 'paragraph');
  assert.equal(text.inline.text, '2.12');
});

test('reads title and redirect of HTML', () => {
  const page = readHtml('<title>Moved</title><meta http-equiv="Refresh" content="0; url=\'other.html\'">');
  assert.equal(page.title, 'Moved');
  assert.equal(page.redirect, 'other.html');
});

test('reads Markdown to the same blocks as HTML', () => {
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

test('reads nested lists and further paragraphs of a Markdown item', () => {
  const page = `+ outer:
  + A one
  + B two

  the end
+ next

after`;
  assert.deepEqual(markdown(page), ['- outer: A one; B two; the end', '- next', 'p after']);
});

test('reads escapes, entities, links, code and emphasis of Markdown', () => {
  const page =
    String.raw`A\_b \#1 &lt;c&gt; [the \[text\]](x.html "t") ` + '`code_1` *soft* 2.* and ![p](q.png)<br />z';
  const [block] = readMarkdown(page).blocks;
  assert.ok(block?.kind === 'paragraph');
  assert.equal(block.inline.text, 'A_b #1 <c> the [text] code_1 soft 2.* and z');
  assert.deepEqual(block.inline.links, [{ text: 'the [text]', href: 'x.html' }]);
  assert.deepEqual(block.inline.code, ['code_1']);
});

test('reads any text without an error', () => {
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
