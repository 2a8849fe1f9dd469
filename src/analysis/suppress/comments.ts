import {
  isFileLocation,
  locationKey,
  getOrInsert,
  type Location,
  type Suppression,
} from '../../model/index.ts';

/** Suppression comments by target and lines. */
export class Comments {
  /** Comments about a whole file, or about a place in an account. */
  readonly #wholes = new Map<string, Map<string, Suppression>>();
  readonly #ranges = new Map<string, Map<string, Ranges>>();

  constructor(comments: readonly Suppression[]) {
    for (const comment of comments) {
      const { scope, target } = comment;
      if ('address' in scope || scope.lines === null) {
        const place = 'address' in scope ? scope.address : scope.file;
        const whole = getOrInsert(this.#wholes, place, () => new Map<string, Suppression>());
        if (!whole.has(target)) whole.set(target, comment);
      } else {
        const inFile = getOrInsert(this.#ranges, scope.file, () => new Map<string, Ranges>());
        for (const key of [target, ANY])
          getOrInsert(inFile, key, () => new Ranges()).add(scope.lines, comment);
      }
    }
  }

  /** Comment that names a place and one of the targets. A comment about the line counts before one about the file. */
  at(location: Location, targets: readonly string[]): Suppression | undefined {
    const whole = this.#wholes.get(isFileLocation(location) ? location.file : locationKey(location));
    const onLines = isFileLocation(location) ? this.#ranges.get(location.file) : undefined;
    if (isFileLocation(location) && onLines !== undefined) {
      for (const target of targets) {
        const found = onLines.get(target)?.at(location.line);
        if (found !== undefined) return found;
      }
    }
    if (whole !== undefined) for (const target of targets) if (whole.has(target)) return whole.get(target);
    return undefined;
  }

  isAnyAt(location: Location): boolean {
    if (!isFileLocation(location)) return this.#wholes.has(locationKey(location));
    const onLines = this.#ranges.get(location.file)?.get(ANY);
    return this.#wholes.has(location.file) || onLines?.at(location.line) !== undefined;
  }
}

/** Key of all targets: no real target contains a space. */
const ANY = ' ';

interface Range {
  first: number;
  last: number;
  comment: Suppression;
}

/** Ranges of lines, with a fast search for one that contains a line. */
class Ranges {
  /** Sorted by first line; each with the furthest end among the ranges up to it. */
  readonly #sorted: { range: Range; furthest: Range }[] = [];
  #added: Range[] = [];

  add({ first, last }: { first: number; last: number }, comment: Suppression): void {
    this.#added.push({ first, last, comment });
  }

  at(line: number): Suppression | undefined {
    if (this.#added.length > 0) this.#sort();
    let [from, to] = [0, this.#sorted.length];
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#sorted[middle]?.range.first ?? 0) <= line) from = middle + 1;
      else to = middle;
    }
    const furthest = this.#sorted[from - 1]?.furthest;
    return furthest !== undefined && furthest.last >= line ? furthest.comment : undefined;
  }

  #sort(): void {
    const ranges = this.#added.sort((a, b) => a.first - b.first);
    this.#added = [];
    for (const range of ranges) {
      const before = this.#sorted.at(-1)?.furthest;
      this.#sorted.push({
        range,
        furthest: before !== undefined && before.last >= range.last ? before : range,
      });
    }
  }
}
