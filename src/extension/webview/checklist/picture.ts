import { icon, createElement } from '../dom.ts';
import type { ChainView, LoopView, Words } from './messages.ts';

const ICONS: Record<ChainView['state'], string> = { weak: 'warning', unknown: 'question', holds: 'check' };

/** The replacement loop as a sentence, a picture, and a list with the picture's content. */
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

/** Boxes connected by arrows; they wrap in a narrow window. */
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

/** Marks, so that colour is not the only sign of a weak link. */
const MARKS: Record<ChainView['state'], string> = { weak: '✕', unknown: '?', holds: '✓' };
