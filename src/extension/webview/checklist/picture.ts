import { icon, make } from '../dom.ts';
import type { ChainView, LoopView, Words } from './messages.ts';

const SVG = 'http://www.w3.org/2000/svg';
const [BOX, GAP, HEIGHT] = [150, 34, 64];

const ICONS: Record<ChainView['state'], string> = { weak: 'warning', unknown: 'question', holds: 'check' };

/** The loop in a sentence, as a picture, and as a list that says what the picture shows. */
export function loopElement(loop: LoopView, words: Words): HTMLElement {
  const links = loop.chain.map((link) =>
    make(
      'li',
      { class: `state-${link.state}` },
      icon(ICONS[link.state]),
      make('strong', {}, `${link.title}: ${link.stateWord}`),
      ` ${link.says}`,
    ),
  );
  return make(
    'div',
    { class: 'loop' },
    make('p', {}, loop.message),
    pictureOf(loop.chain, words),
    make('ol', { class: 'chain' }, ...links),
  );
}

function pictureOf(chain: readonly ChainView[], words: Words): HTMLElement {
  const width = chain.length * BOX + (chain.length - 1) * GAP;
  const svg = shape('svg', {
    viewBox: `0 0 ${width} ${HEIGHT}`,
    role: 'img',
    'aria-label': `${words.chain}: ${chain.map(({ title, stateWord }) => `${title} (${stateWord})`).join(' → ')}`,
  });
  chain.forEach((link, index) => {
    const left = index * (BOX + GAP);
    if (index > 0) svg.append(...arrow(left - GAP));
    svg.append(boxOf(link, left));
  });
  return make('div', { class: 'picture' }, svg);
}

function boxOf({ title, state, stateWord }: ChainView, left: number): SVGElement {
  const middle = String(left + BOX / 2);
  const group = shape('g', { class: `state-${state}` });
  group.append(
    shape('rect', {
      x: String(left + 1),
      y: '2',
      width: String(BOX - 2),
      height: String(HEIGHT - 4),
      rx: '4',
    }),
    label(title, middle, '27'),
    label(`${MARKS[state]} ${stateWord}`, middle, '48'),
  );
  return group;
}

/** Form beside colour: a weak link has a mark and a dashed frame. */
const MARKS: Record<ChainView['state'], string> = { weak: '✕', unknown: '?', holds: '✓' };

function arrow(left: number): SVGElement[] {
  const [end, y] = [left + GAP - 5, HEIGHT / 2];
  return [
    shape('line', { x1: String(left + 4), y1: String(y), x2: String(end), y2: String(y) }),
    shape('path', { d: `M${end - 6} ${y - 5} L${end} ${y} L${end - 6} ${y + 5}` }),
  ];
}

function label(words: string, x: string, y: string): SVGElement {
  const element = shape('text', { x, y, 'text-anchor': 'middle' });
  element.textContent = words;
  return element;
}

function shape(tag: string, attributes: Readonly<Record<string, string>>): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
