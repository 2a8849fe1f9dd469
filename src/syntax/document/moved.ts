import type { Lines } from './lines.ts';
import type { Entry, Node, Span } from './node.ts';

/** Where an offset is moved to. */
type Move = (offset: number) => number;

/** A tree without anchors at another place, in another file's lines. */
export function moved(node: Node, move: Move, lines: Lines): Node {
  const span = movedSpan(node, move, lines);
  switch (node.kind) {
    case 'scalar':
      return { ...node, ...span };
    case 'list':
      return { ...node, ...span, items: node.items.map((item) => moved(item, move, lines)) };
    case 'map':
      return { ...node, ...span, entries: node.entries.map((entry) => movedEntry(entry, move, lines)) };
  }
}

function movedEntry({ key, keySpan, value, alias }: Entry, move: Move, lines: Lines): Entry {
  return {
    key,
    keySpan: movedSpan(keySpan, move, lines),
    value: moved(value, move, lines),
    alias: alias && movedSpan(alias, move, lines),
  };
}

function movedSpan({ start, end }: Span, move: Move, lines: Lines): Span {
  return { lines, start: move(start), end: move(end) };
}
