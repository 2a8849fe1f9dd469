import { icon, createElement } from '../dom.ts';
import type { ChainView, LoopView, Words } from './messages.ts';

const ICONS: Record<ChainView['state'], string> = { weak: 'warning', unknown: 'question', holds: 'check' };

/** The loop as a sentence, a picture, and a list with the same content as the picture. */
export function loopElement(loop: LoopView, words: Words): HTMLElement {
  const links = loop.chain.map((link) =>
    createElement(
      'li',
      { class: `state-${link.state}` },
      icon(ICONS[link.state]),
      createElement('strong', {}, `${link.title}: ${link.stateWord}`),
      ` ${link.detail}`,
    ),
  );
  return createElement(
    'div',
    { class: 'loop' },
    createElement('p', {}, loop.message),
    pictureOf(loop.chain, words),
    createElement('ol', { class: 'chain' }, ...links),
  );
}

/** Boxes with arrows between them, on further lines if the window is narrow. */
function pictureOf(chain: readonly ChainView[], words: Words): HTMLElement {
  const description = chain.map(({ title, stateWord }) => `${title} (${stateWord})`).join(' → ');
  const boxes = chain.map(({ title, state, stateWord }) =>
    createElement(
      'span',
      { class: `box state-${state}` },
      createElement('span', {}, title),
      createElement('span', {}, `${MARKS[state]} ${stateWord}`),
    ),
  );
  return createElement(
    'div',
    { class: 'picture', role: 'img', 'aria-label': `${words.chain}: ${description}` },
    ...boxes,
  );
}

/** Signs in addition to colours: a weak link has a mark and a dashed frame. */
const MARKS: Record<ChainView['state'], string> = { weak: '✕', unknown: '?', holds: '✓' };
