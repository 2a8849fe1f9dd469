import { baseOf, type LineStore } from '../../../files/index.ts';
import { isNumber, isString, listOf, shape } from './guards.ts';
import { openKept, type KeepOptions } from './keep-options.ts';
import { parsed } from './layout.ts';
import { unchangedDigest } from './unchanged.ts';

/** What was printed of a scan, and how many findings made it fail. */
export interface Answer {
  /** One after the other. */
  parts: readonly string[];
  failing: number;
}

/** Characters; a longer answer is made again. */
const LONGEST = 8_000_000;

const isAnswer = shape<Answer>({ parts: listOf(isString), failing: isNumber });

/** An answer about folders in which nothing has changed since an earlier scan. It is kept beside that scan. */
export class KeptAnswer {
  readonly #store: LineStore;

  private constructor(store: LineStore) {
    this.#store = store;
  }

  /**
   * Null where something has changed, or where nothing is kept.
   * @param made all else that the answer is made of: the same is written as the same JSON
   */
  static open(
    keep: KeepOptions | undefined,
    paths: readonly string[],
    ignoreFiles: boolean,
    made: unknown,
  ): KeptAnswer | null {
    const found = unchangedDigest(keep, { base: baseOf(paths), paths, ignoreFiles });
    const store = found === null ? null : openKept(keep, ['answer', found, made]);
    return store && new KeptAnswer(store);
  }

  load(): Answer | null {
    const lines = this.#store.load();
    return lines?.length === 1 ? parsed(lines.text(0), isAnswer) : null;
  }

  /** Hands on what is printed, and keeps it once all of it was. */
  *keeping(parts: Iterable<string>, failing: number): Generator<string> {
    const kept: string[] = [];
    let length = 0;
    for (const part of parts) {
      length += part.length;
      if (length <= LONGEST) kept.push(part);
      else kept.length = 0;
      yield part;
    }
    if (length <= LONGEST) this.#store.save([JSON.stringify({ parts: kept, failing } satisfies Answer)]);
  }
}
