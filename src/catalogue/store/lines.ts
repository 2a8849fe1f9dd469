import type { Catalogue, ProductId } from '../../model/index.ts';

// A stored catalogue is one JSON text with one line for each run of one product. One product can be read without the
// others, and the text as a whole stays plain JSON.

type List = 'releases' | 'bugs';
/** List and product of a line. */
type Run = readonly [list: List, product: ProductId];

const LISTS: readonly List[] = ['releases', 'bugs'];

/** The text of a catalogue in an envelope. */
export function catalogueLines(envelope: Readonly<Record<string, unknown>>, catalogue: Catalogue): string {
  const { releases, bugs, ...head } = catalogue;
  const lists = { releases: runsIn(releases), bugs: runsIn(bugs) };
  const runs = LISTS.flatMap((list) =>
    lists[list].flatMap(([entry]): Run[] => (entry === undefined ? [] : [[list, entry.product]])),
  );
  const begun = JSON.stringify({ ...envelope, runs, catalogue: head });
  const lines = (list: List): string =>
    lists[list].map((run) => JSON.stringify(run).slice(1, -1)).join('\n,');
  return `${begun.slice(0, -'}}'.length)},"releases":[\n${lines('releases')}\n],"bugs":[\n${lines('bugs')}\n]}}`;
}

/** Entries of one product that follow each other. */
function runsIn<T extends { product: ProductId }>(entries: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const entry of entries) {
    const last = runs.at(-1);
    if (last?.[0]?.product === entry.product) last.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** Text with the lines of some products only; null if the stored text is not divided into lines. */
export function textOfProducts(bytes: Uint8Array, isWanted: (product: ProductId) => boolean): string | null {
  const lines = linesIn(bytes);
  const [head = new Uint8Array()] = lines;
  const begun = textOf(head);
  const runs = listedRuns(begun);
  const counts = LISTS.map((list) => runs?.filter(([of]) => of === list).length ?? 0);
  // Head, lines of each list, and the texts between and after the lists. An empty list has one empty line.
  const [first = 0, second = 0] = counts.map((count) => Math.max(count, 1));
  if (runs === null || lines.length !== first + second + 3) return null;
  const wanted = (list: List, from: number): string =>
    runs
      .filter(([of]) => of === list)
      .flatMap(([, product], nth) => (isWanted(product) ? [textOf(lines[from + nth]).replace(/^,/, '')] : []))
      .join(',');
  return `${begun}${wanted('releases', 1)}],"bugs":[${wanted('bugs', first + 2)}]}}`;
}

function listedRuns(begun: string): readonly Run[] | null {
  const written = /,"runs":(\[.*?\]),"catalogue":\{/.exec(begun.slice(0, MAX_HEAD_BYTES))?.[1];
  return written === undefined ? null : (JSON.parse(written) as readonly Run[]);
}

/** Maximum length of the beginning of a stored text, which lists the runs, in characters. */
const MAX_HEAD_BYTES = 10_000;

function linesIn(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let end = bytes.indexOf(NEW_LINE); end !== -1; end = bytes.indexOf(NEW_LINE, start)) {
    lines.push(bytes.subarray(start, end));
    start = end + 1;
  }
  return [...lines, bytes.subarray(start)];
}

const NEW_LINE = 10;

function textOf(bytes: Uint8Array | undefined): string {
  return new TextDecoder().decode(bytes);
}
