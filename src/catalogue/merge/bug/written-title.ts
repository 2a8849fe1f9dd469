import { wordsPattern, type Impact, type KnownBug } from '../../../model/index.ts';

/** A title in our own words. */
export interface WrittenTitle {
  en: string;
  /** Japanese title, if written. */
  ja?: string;
}

/** Consequences that a title must name, and words for them. */
const NAMED_BY = {
  data: wordsPattern(
    [
      'wrong(?:ly)?|incorrect(?:ly)?|incomplete|partial|stale|outdated|uncommitted|los(?:s|es?|t)',
      'missing|miss(?:es|ed)?|duplicate|zeros?|inconsistent(?:ly)?|corrupt\\w*|resets|invisible|dead rows',
      'off by one|reuse|NULL|garbage|twice|truncated|invalid',
      'skips?|ignor(?:es|ed)|overflows?|unreliabl[ey]|drops|strips?|bypass|silently|not (?:enforced|honou?r|crash-safe)',
    ],
    'i',
  ),
  unavailability: wordsPattern(
    [
      'restart\\w*|reboot\\w*|startup|boot(?:s|ing)?|crash\\w*|server exits|signal 11|assertion',
      'hangs?|hung|panics?|freezes|stuck|stalls?|unresponsive|unstable|interrupted|dead(?:latch|lock)\\w*|endless',
      'outage|downtime|unavailab\\w*|availab\\w*|fail(?:s|ed)? ?over|failovers?|fails to launch',
      '(?:database|postmaster) (?:may )?fails?',
      'memory (?:corruption|access violation)|blocks or kills|forever|stack|cannot recover',
      'locks? up|shuts? down|shutdowns?|never finish|re(?:covery|play) (?:may )?fails?|fails? to replay',
      'overrun|dangling|aborts?',
    ],
    'i',
  ),
} satisfies Partial<Record<Impact, RegExp>>;

const NAMED = ['data', 'unavailability'] as const satisfies readonly (keyof typeof NAMED_BY)[];

/** Worst consequences of a bug that a title omits. */
export function omittedConsequences(title: string, consequences: readonly Impact[]): Impact[] {
  return NAMED.filter((impact) => consequences.includes(impact) && !NAMED_BY[impact].test(title));
}

/** Written title of a bug's wordings that omits the least of its consequences; undefined if there is none. */
export function writtenTitle(
  digests: readonly string[],
  consequences: readonly Impact[],
  titles: ReadonlyMap<string, WrittenTitle>,
): Pick<KnownBug, 'title' | 'titleIn'> | undefined {
  const missing = ({ en }: WrittenTitle): number => omittedConsequences(en, consequences).length;
  const [best] = digests
    .flatMap((digest) => titles.get(digest) ?? [])
    .toSorted((a, b) => missing(a) - missing(b));
  if (best === undefined) return undefined;
  return { title: best.en, ...(best.ja !== undefined && { titleIn: { ja: best.ja } }) };
}
