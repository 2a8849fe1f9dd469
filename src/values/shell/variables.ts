import { text } from '../../l10n/index.ts';
import { locate } from '../../syntax/index.ts';
import type { Fact } from '../value/fact.ts';
import { toFact } from '../value/facts.ts';
import { maxChoices, maxShellDepth } from '../limits.ts';
import { type Piece, versionOfPieces } from '../value/pieces.ts';
import { piecesOf, textAt, textOfParts } from '../value/texts.ts';
import { Expansion } from './expansion.ts';
import {
  choice,
  mapOptions,
  type Option,
  optionsOf,
  scalarAt,
  TOO_COMPLEX,
  unknown,
  withUse,
  type Value,
} from '../value/value.ts';
import type { Assignment, Command, Part, Range, Script, Word } from '../../syntax/shell/index.ts';

/** Values set outside a script: build arguments, the environment of a workflow. */
export type OuterValues = (name: string) => readonly Piece[];

/** Variables of a script. A name can have several values if a decision of the script sets it. */
export class Variables {
  private readonly script: Script;
  private readonly outside: OuterValues;
  private readonly byName = new Map<string, Assignments>();
  /** Results of assignments, so that alternatives are not evaluated again for every combination. */
  private readonly known = new Map<Word, readonly Option['result'][]>();
  private readonly expansion = new Expansion((name, at) => this.byName.get(name)?.before(at) ?? []);

  constructor(script: Script, commands: readonly Command[], outside: OuterValues = () => []) {
    this.script = script;
    this.outside = outside;
    for (const command of commands) {
      for (const assignment of command.assignments) this.add(assignment);
      for (const word of command.words)
        for (const part of word.parts) if (part.kind === 'variable' && part.assigns) this.addDefault(part);
    }
  }

  /** Commands in a list of words, with variables expanded: one for each combination of decisions. */
  commandsOf(words: readonly Word[]): readonly (readonly Word[])[] {
    return this.expansion.commandsOf(words);
  }

  /**
   * Every value that a word can have, with `${name}` for parts known only at run time.
   * @param user name of the word's user
   */
  resolve(word: Word, user: string): readonly Option['result'][] {
    return optionsOf(this.textOf(word.parts, word, user, 0)).map(({ result }) => result);
  }

  /** True if a word takes all of its values in turn, as in a loop or from a whole array. */
  takesAllValues({ parts }: Word): boolean {
    return parts.some(
      (part) =>
        part.kind === 'variable' &&
        (part.item === '@' ||
          (this.byName.get(part.name)?.assignments ?? []).some(
            ({ isLooped, values }) => isLooped === true || values.some((value) => this.hasWholeArray(value)),
          )),
    );
  }

  private hasWholeArray({ parts }: Word): boolean {
    return parts.some((part) => part.kind === 'variable' && part.item === '@');
  }

  /** Values of a variable for a script that this one runs. */
  valuesForInnerScript(name: string): readonly Piece[] {
    return this.valuesOf(name, Infinity, 0).flatMap((value) => {
      const pieces = value.kind === 'scalar' ? piecesOf(value) : [];
      return pieces.length === 1 ? pieces : [];
    });
  }

  private add(setting: Assignment): void {
    const before = this.byName.get(setting.name);
    if (before === undefined) this.byName.set(setting.name, new Assignments(setting));
    else before.add(setting);
  }

  /** Adds the default of `: "${NAME:=value}"`. */
  private addDefault(part: Part & { kind: 'variable' }): void {
    if (part.fallback === null) return;
    const word = { parts: part.fallback, start: part.start, end: part.end };
    this.add({ name: part.name, nameRange: part, values: [word], isConditional: true });
  }

  private textOf(parts: readonly Part[], place: Range, user: string, depth: number): Value {
    const whole = this.script.span(place);
    const texts = parts.map((part) => ({
      value: this.valueOfPart(part, user, depth),
      written: `\${${part.kind === 'variable' ? part.name : '…'}}`,
    }));
    const joined = textOfParts(texts, whole) ?? unknown(TOO_COMPLEX, whole);
    const open =
      joined.kind === 'unknown' ? texts.find(({ value }) => value.kind === 'unknown')?.value : undefined;
    return joined.kind === 'unknown' && open?.kind === 'unknown' ? { ...joined, span: open.span } : joined;
  }

  private valueOfPart(part: Part, user: string, depth: number): Value {
    const span = this.script.span(part);
    if (part.kind === 'text') return scalarAt(part.text, span);
    if (depth > maxShellDepth) return unknown(TOO_COMPLEX, span);
    const use = { location: locate(span), name: user };
    const set = part.kind === 'variable' ? this.valuesOf(part.name, part.start, depth, part.item) : [];
    if (set.length > 0)
      return choice(set.map((value) => ({ label: null, result: withUse(value, use, 'variable') })));
    if (part.fallback !== null)
      return mapOptions(this.textOf(part.fallback, part, user, depth + 1), (value) =>
        withUse(value, use, 'default'),
      );
    if (part.kind === 'variable') return unknown(text('inventory.noDefault', { name: part.name }), span);
    const expression = this.script.text.slice(part.start, part.end).slice(0, 60);
    return unknown(text('inventory.computed', { expression }), span);
  }

  private valuesOf(
    name: string,
    before: number,
    depth: number,
    item: string | null = null,
  ): readonly Option['result'][] {
    const set = this.byName.get(name)?.inEffect(before) ?? [];
    const known = set
      .flatMap((assignment) =>
        elementsAt(assignment.values, item).flatMap((word) => this.assigned(name, word, depth)),
      )
      .slice(0, maxChoices);
    return known.length > 0 ? known : this.outside(name).map((piece) => textAt([piece], piece.span));
  }

  private assigned(name: string, word: Word, depth: number): readonly Option['result'][] {
    const before = this.known.get(word);
    if (before !== undefined) return before;
    // A variable that references itself has no value at that point.
    this.known.set(word, []);
    const options = optionsOf(this.textOf(word.parts, word, name, depth + 1));
    const results = options.map(({ result }) => result).filter(({ kind }) => kind === 'scalar');
    this.known.set(word, results);
    return results;
  }
}

/** Elements for an index. The name of an array alone means its first element. */
function elementsAt(values: readonly Word[], item: string | null): readonly Word[] {
  if (item === null) return values.slice(0, 1);
  if (item === '@' || item === '?') return values;
  const keyed = values.filter(({ key }) => key === item);
  if (keyed.length > 0) return keyed;
  if (values.some(({ key }) => key !== undefined)) return [];
  return /^\d+$/.test(item) ? values.slice(Number(item), Number(item) + 1) : values;
}

/** Assignments to one name. */
class Assignments {
  readonly assignments: Assignment[];
  #isSorted = true;

  constructor(first: Assignment) {
    this.assignments = [first];
  }

  add(assignment: Assignment): void {
    this.assignments.push(assignment);
    this.#isSorted = false;
  }

  /** Assignments that can be in effect at a position: the last unconditional one, and later ones. */
  inEffect(position: number): readonly Assignment[] {
    const set = this.before(position);
    const start = set.findLastIndex(({ isConditional }) => !isConditional);
    return set.slice(Math.max(0, start));
  }

  /** Assignments before a position. If there are none, all of them: a function may run after later assignments. */
  before(position: number): readonly Assignment[] {
    const set = this.assignments;
    if (!this.#isSorted) set.sort((a, b) => a.nameRange.start - b.nameRange.start);
    this.#isSorted = true;
    const end = this.#countBefore(position) || set.length;
    return set
      .slice(Math.max(0, end - maxChoices), end)
      .filter(({ values }) => !values.some((value) => contains(value, position)));
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

/** Fact for a version. Of Aurora MySQL's, it has the place of the part after MySQL's own version. */
export function versionFact(value: Value): Fact {
  if (value.kind !== 'scalar' || value.template === undefined) return toFact(value);
  return versionOfPieces(piecesOf(value), value.template);
}

function contains(word: Word, position: number): boolean {
  return word.start <= position && position < word.end;
}
