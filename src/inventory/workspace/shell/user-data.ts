import type { Span } from '../document/node.ts';
import type { AssetDraft } from '../draft.ts';
import type { Piece } from '../pieces.ts';
import { draftsOfScript, type Owner } from './read.ts';
import type { Script } from './script.ts';
import type { Range } from './syntax.ts';

/** A part of a script that other code puts together: a text, or a value that is put in; null where it is not known. */
export type ScriptPart = { span: Span } & ({ text: string } | { value: Piece | null });

/** A part and where it stands in the script's text. */
interface Placed extends Range {
  text: string;
  span: Span;
}

/** Stands in the text for a value that is put in: a name that no script uses by itself. */
const PUT_IN = 'ERRATA_LENS_';
const CLOUD_CONFIG = /^\s*#cloud-config/;

/**
 * The operating system images that user data names: a script, or cloud-init's list of commands, which other code holds.
 * Values that are put in are followed to where they are written.
 */
export function imagesOfUserData(parts: readonly ScriptPart[], owner: Owner): AssetDraft[] {
  const placed = place(parts);
  const written = placed.map(({ text }) => text).join('');
  const script: Script = {
    text: CLOUD_CONFIG.test(written) ? withoutListMarks(written) : written,
    span: (range) => spanOf(range, placed),
  };
  const outside = (name: string): Piece | null => {
    const part = name.startsWith(PUT_IN) ? parts[Number(name.slice(PUT_IN.length))] : undefined;
    if (part !== undefined) return 'value' in part ? part.value : null;
    return owner.outside?.(name) ?? null;
  };
  return draftsOfScript(script, { ...owner, outside }).filter((draft) => draft.kind === 'os-image');
}

function place(parts: readonly ScriptPart[]): Placed[] {
  let start = 0;
  return parts.map((part, i) => {
    const text = 'text' in part ? part.text : `\${${PUT_IN}${i}}`;
    const placed = { text, span: part.span, start, end: start + text.length };
    start = placed.end;
    return placed;
  });
}

/** The very place in a part that is written as it is; else the whole part, or the first of several. */
function spanOf({ start, end }: Range, placed: readonly Placed[]): Span {
  const first = placed.find((part) => start < part.end) ?? placed.at(-1);
  if (first === undefined) throw new Error('a script without parts has no place');
  const { span, text } = first;
  const isVerbatim = span.end - span.start === text.length;
  if (!isVerbatim || end > first.end) return span;
  return { ...span, start: span.start + start - first.start, end: span.start + end - first.start };
}

/** Commands in a list become lines, and those that are lists of words become words: each in its place. */
function withoutListMarks(text: string): string {
  return text
    .replace(/^([ \t]*)-(?=[ \t])/gm, '$1 ')
    .replace(/^([ \t]*)\[(.*)\][ \t]*$/gm, (line) => line.replace(/[[\],]/g, ' '));
}
