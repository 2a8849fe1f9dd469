import { text } from '../../../l10n/index.ts';
import { locate, type Span } from '../../../syntax/index.ts';
import type { Fact } from '../../resources/draft.ts';
import { maxTextLength } from '../../values/limits.ts';
import { textOfPieces, valueOfPieces, versionOfPieces, type Piece } from '../../values/pieces.ts';
import type { Script } from './script/script.ts';
import type { Assignment, Command, Part, Word } from './script/syntax.ts';

/** What a word comes to: its pieces, or why it is not known. */
export type Resolved =
  { pieces: readonly Piece[]; whole: Span } | { unknown: Extract<Fact, { state: 'unknown' }> };

/** Values that are set outside of a script: build arguments, the environment of a workflow. */
export type Outside = (name: string) => readonly Piece[];

const DEEPEST = 10;
const MOST = 20;
/** Assignments of one name that decisions of the script choose among. */
const MOST_SET = 60;

/** The variables of a script. A name can have several values when a decision of the script sets it. */
export class Variables {
  private readonly script: Script;
  private readonly outside: Outside;
  private readonly byName = new Map<string, SetValues>();

  constructor(script: Script, commands: readonly Command[], outside: Outside = () => []) {
    this.script = script;
    this.outside = outside;
    for (const command of commands) {
      for (const assignment of command.assignments) this.add(assignment);
      for (const word of command.words) for (const part of word.parts) this.addDefault(part);
    }
  }

  /** The elements of an array that is set once; null for anything else. */
  array(name: string): readonly Word[] | null {
    const set = this.byName.get(name)?.assignments ?? [];
    const values = set.flatMap((assignment) => assignment.values);
    return values.length === 0 ? null : values;
  }

  /** Every value that a word can have. `user` is who uses it. */
  resolve(word: Word, user: string): Resolved[] {
    return this.resolveParts(word.parts, word, user, 0);
  }

  /** As {@link resolve}, with the name of what is only known when the script runs, as `${name}`. */
  resolveOpen(word: Word, user: string): Resolved[] {
    const parts = word.parts.map((part) => (this.isKnown(part, user) ? part : named(part)));
    return this.resolveParts(parts, word, user, 0);
  }

  /** The values of a variable for a script that this one runs. */
  forInner(name: string): readonly Piece[] {
    return this.valuesOf(name, Infinity, 0).flatMap((value) =>
      'pieces' in value && value.pieces.length === 1 ? value.pieces : [],
    );
  }

  private isKnown(part: Part, user: string): boolean {
    return this.resolvePart(part, user, 0).every((value) => 'pieces' in value);
  }

  private add(setting: Assignment): void {
    const before = this.byName.get(setting.name);
    if (before === undefined) this.byName.set(setting.name, new SetValues(setting));
    else before.add(setting);
  }

  /** `: "${NAME:=value}"` sets it. */
  private addDefault(part: Part): void {
    if (part.kind !== 'variable' || !part.assigns || part.fallback === null) return;
    const word = { parts: part.fallback, start: part.start, end: part.end };
    this.add({ name: part.name, nameRange: part, values: [word], isConditional: true });
  }

  private resolveParts(
    parts: readonly Part[],
    place: { start: number; end: number },
    user: string,
    depth: number,
  ): Resolved[] {
    const whole = this.script.span(place);
    let found: Growing[] = [new Growing(whole)];
    for (const part of parts) {
      const options = this.resolvePart(part, user, depth);
      const [only] = options;
      if (only !== undefined && options.length === 1) for (const each of found) each.add(only);
      else
        found = found.flatMap((before) => options.map((option) => before.copy().add(option))).slice(0, MOST);
    }
    return found.map((each) => each.resolved);
  }

  private resolvePart(part: Part, user: string, depth: number): Resolved[] {
    const span = this.script.span(part);
    if (part.kind === 'text')
      return [{ pieces: [{ text: part.text, span, how: 'literal', uses: [] }], whole: span }];
    if (depth > DEEPEST) return [unknownAt(span, text('inventory.tooComplex'))];
    if (part.kind === 'variable') {
      const set = this.valuesOf(part.name, part.start, depth);
      const use = { location: locate(span), name: user };
      if (set.length > 0) return set.map((value) => used(value, use, 'variable'));
    }
    if (part.fallback !== null) {
      const use = { location: locate(span), name: user };
      return this.resolveParts(part.fallback, part, user, depth + 1).map((value) =>
        used(value, use, 'default'),
      );
    }
    const reason =
      part.kind === 'variable'
        ? text('inventory.noDefault', { name: part.name })
        : text('inventory.computed', {
            expression: this.script.text.slice(part.start, part.end).slice(0, 60),
          });
    return [unknownAt(span, reason)];
  }

  private valuesOf(name: string, before: number, depth: number): Resolved[] {
    const set = this.byName.get(name)?.inForce(before) ?? [];
    const known = set
      .flatMap(({ values: [value] }) =>
        value === undefined ? [] : this.resolveParts(value.parts, value, name, depth + 1),
      )
      .filter((value) => 'pieces' in value);
    if (known.length > 0) return known;
    return this.outside(name).map((piece) => ({ pieces: [piece], whole: piece.span }));
  }
}

/** What is set for one name. */
class SetValues {
  readonly assignments: Assignment[];
  #isSorted = true;

  constructor(first: Assignment) {
    this.assignments = [first];
  }

  add(assignment: Assignment): void {
    this.assignments.push(assignment);
    this.#isSorted = false;
  }

  /** Those that can be in force at a position: the last that always happens, and what may come after it. */
  inForce(position: number): readonly Assignment[] {
    const set = this.assignments;
    if (!this.#isSorted) set.sort((a, b) => a.nameRange.start - b.nameRange.start);
    this.#isSorted = true;
    const end = this.#countBefore(position) || set.length;
    let start = end - 1;
    while (start > 0 && end - start < MOST_SET && set[start]?.isConditional === true) start--;
    return set.slice(start, end).filter(({ values }) => !values.some((value) => contains(value, position)));
  }

  #countBefore(position: number): number {
    let [from, to] = [0, this.assignments.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.assignments[middle]?.nameRange.start ?? Infinity) < position) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

/** What a word comes to while its parts are put together. */
class Growing {
  readonly #whole: Span;
  readonly #pieces: Piece[];
  #length: number;
  #unknown: Resolved | null = null;

  constructor(whole: Span, pieces: readonly Piece[] = [], length = 0) {
    this.#whole = whole;
    this.#pieces = [...pieces];
    this.#length = length;
  }

  get resolved(): Resolved {
    return this.#unknown ?? { pieces: this.#pieces, whole: this.#whole };
  }

  copy(): Growing {
    const copy = new Growing(this.#whole, this.#pieces, this.#length);
    copy.#unknown = this.#unknown;
    return copy;
  }

  add(part: Resolved): this {
    if (this.#unknown !== null) return this;
    if ('unknown' in part) this.#unknown = part;
    else {
      for (const piece of part.pieces) this.#pieces.push(piece);
      this.#length += part.pieces.reduce((sum, { text }) => sum + text.length, 0);
      if (this.#length > maxTextLength) this.#unknown = unknownAt(this.#whole, text('inventory.tooComplex'));
    }
    return this;
  }
}

function named(part: Part): Part {
  const name = part.kind === 'variable' ? part.name : '…';
  return { kind: 'text', text: `\${${name}}`, start: part.start, end: part.end };
}

function contains(word: Word, position: number): boolean {
  return word.start <= position && position < word.end;
}

function used(value: Resolved, use: Piece['uses'][number], how: Piece['how']): Resolved {
  if ('unknown' in value) return value;
  const pieces = value.pieces.map((piece) => ({
    ...piece,
    how: piece.how === 'literal' ? how : piece.how,
    uses: [...piece.uses, use],
  }));
  return { pieces, whole: value.whole };
}

function unknownAt(span: Span, reason: Extract<Fact, { state: 'unknown' }>['reason']): Resolved {
  return { unknown: { state: 'unknown', reason, at: locate(span) } };
}

export function toValue(resolved: Resolved): Fact {
  return 'unknown' in resolved ? resolved.unknown : valueOfPieces(resolved.pieces, resolved.whole);
}

/** As {@link toValue}, for a version of Aurora MySQL. */
export function toVersion(resolved: Resolved): Fact {
  return 'unknown' in resolved ? resolved.unknown : versionOfPieces(resolved.pieces, resolved.whole);
}

export function toText(resolved: Resolved | undefined): string | null {
  return resolved === undefined || 'unknown' in resolved ? null : textOfPieces(resolved.pieces);
}
