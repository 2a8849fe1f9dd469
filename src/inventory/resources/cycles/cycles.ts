import { text } from '../../../l10n/index.ts';
import type { Problem } from '../../../model/index.ts';
import { locate, type Span } from '../../../syntax/index.ts';
import { maxCreatedResources, maxModules, maxStacks } from '../../../values/index.ts';

/**
 * Cycles among the modules or templates that one unit calls. A reference back to a caller closes a cycle; from then
 * on no reference between its members is followed. So each member is read once; n members can have up to n! paths.
 */
export class Cycles {
  /** Maps each member to another one of its cycle, ending at the representative. */
  readonly #next = new Map<string, string>();
  /** First reference that closes a cycle back to the unit itself. */
  #reference: { at: Span; target: string } | null = null;

  /**
   * True for a reference that must not be followed.
   * @param ancestors callers, from the unit down to the one with the reference
   */
  closes(target: string, ancestors: readonly string[], reference: Span): boolean {
    if (this.#next.has(target) && this.#first(target) === this.#first(ancestors.at(-1) ?? '')) return true;
    const at = ancestors.indexOf(target);
    if (at < 0) return false;
    if (at === 0) this.#reference ??= { at: reference, target };
    for (const member of ancestors.slice(at)) this.#join(member, target);
    return true;
  }

  /** Problem of the cycle that a unit is in. All of its units find it; the first by name reports it. */
  problemsOf(unit: string): Problem[] {
    if (this.#reference === null) return [];
    const own = this.#first(unit);
    for (const member of this.#next.keys()) if (member < unit && this.#first(member) === own) return [];
    const { file, line } = locate(this.#reference.at);
    return [{ source: file, text: text('problem.cycle', { line, target: this.#reference.target }) }];
  }

  #join(member: string, other: string): void {
    const [from, to] = [this.#first(member), this.#first(other)];
    this.#next.set(from, to);
    this.#next.set(to, to);
  }

  #first(member: string): string {
    let first = member;
    for (;;) {
      const next = this.#next.get(first) ?? first;
      if (next === first) return first;
      first = next;
    }
  }
}

/** Problem for a folder or template whose calls create more than the limit; reported once. */
export function tooManyCreated(source: string): Problem {
  return {
    source,
    text: text('problem.madeTooMuch', {
      modules: maxModules,
      stacks: maxStacks,
      resources: maxCreatedResources,
    }),
  };
}
