/** A measurement in milliseconds: the median of several runs, and their spread. */
export interface Measured {
  name: string;
  median: number;
  fastest: number;
  slowest: number;
  runs: number;
}

/** A figure, and where there are limits: what we want, what `--check` holds anywhere. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  goal: number | null;
  /** Limit with a margin; null for times, because machines differ. */
  held: number | null;
}

/** Results of a part of the benchmark. */
export interface Report {
  results: readonly Measured[];
  figures?: readonly Figure[];
  leftOut?: readonly string[];
}

/** Runs something several times; `run` gives the milliseconds that count, or nothing where all of it counts. */
export async function measure(
  name: string,
  runs: number,
  run: () => number | undefined | Promise<number | undefined>,
): Promise<Measured> {
  const times: number[] = [];
  for (let nth = 0; nth < runs; nth++) {
    const start = performance.now();
    const counted = await run();
    times.push(counted ?? performance.now() - start);
  }
  return measured(name, times);
}

/** The same of times that were taken elsewhere. */
export function measured(name: string, times: readonly number[]): Measured {
  return {
    name,
    median: quantile(times, 0.5),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    runs: times.length,
  };
}

/** The value that a share of some values does not exceed: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** A line of the table of results. */
export function resultLine({ name, median, fastest, slowest, runs }: Measured): string {
  const range = `${fastest.toFixed(1)} to ${slowest.toFixed(1)} in ${runs} runs`;
  return `${name.padEnd(52)} ${median.toFixed(1).padStart(9)} ms  (${range})`;
}

/** A line of the table of figures; one above its limit is marked. */
export function figureLine(figure: Figure): string {
  const { name, value, unit, goal, held } = figure;
  const limits = [
    ...(goal === null ? [] : [`goal ${goal}${value <= goal ? '' : ', PAST IT'}`]),
    ...(held === null ? [] : [`held to ${held}${isPast(figure) ? ', PAST IT' : ''}`]),
  ];
  const said = limits.length === 0 ? '' : `(${limits.join('; ')})`;
  return `${name.padEnd(52)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(3)} ${said}`.trimEnd();
}

export function isPast({ value, held }: Figure): boolean {
  return held !== null && !(value <= held);
}
