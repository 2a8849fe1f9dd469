import { icon, make } from '../dom.ts';
import type { ChainView, LoopView, Words } from './messages.ts';

const ICONS: Record<ChainView['state'], string> = { weak: 'warning', unknown: 'question', holds: 'check' };

/** The loop as a sentence, a picture, and a list with the same content as the picture. */
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

/** Boxes with arrows between them, on further lines if the window is narrow. */
function pictureOf(chain: readonly ChainView[], words: Words): HTMLElement {
  const told = chain.map(({ title, stateWord }) => `${title} (${stateWord})`).join(' → ');
  const boxes = chain.map(({ title, state, stateWord }) =>
    make(
      'span',
      { class: `box state-${state}` },
      make('span', {}, title),
      make('span', {}, `${MARKS[state]} ${stateWord}`),
    ),
  );
  return make('div', { class: 'picture', role: 'img', 'aria-label': `${words.chain}: ${told}` }, ...boxes);
}

/** Signs beside colour: a weak link has a mark and a dashed frame. */
const MARKS: Record<ChainView['state'], string> = { weak: '✕', unknown: '?', holds: '✓' };
