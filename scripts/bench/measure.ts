/** A measurement in milliseconds: the median of several runs, and their spread. */
export interface Measured {
  name: string;
  median: number;
  fastest: number;
  slowest: number;
  runs: number;
}

/** Figure with optional limits: the aim, and the limit that `--check` enforces on every machine. */
export interface Figure {
  name: string;
  value: number;
  unit: string;
  goal: number | null;
  /** Limit with a margin; null for times, because machines differ. */
  limit: number | null;
}

/** Results of a part of the benchmark. */
export interface Report {
  results: readonly Measured[];
  figures?: readonly Figure[];
  leftOut?: readonly string[];
}

/** Runs a function several times. `run` may return the milliseconds that count; otherwise the whole call counts. */
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
  return measurementOf(name, times);
}

/** Measurement from times that somebody else took. */
export function measurementOf(name: string, times: readonly number[]): Measured {
  return {
    name,
    median: quantile(times, 0.5),
    fastest: Math.min(...times),
    slowest: Math.max(...times),
    runs: times.length,
  };
}

/** Value that the given share of the values does not exceed: 0.5 is the median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** Line of the table of measurements. */
export function resultLine({ name, median, fastest, slowest, runs }: Measured): string {
  const range = `${fastest.toFixed(1)} to ${slowest.toFixed(1)} in ${runs} runs`;
  return `${name.padEnd(52)} ${median.toFixed(1).padStart(9)} ms  (${range})`;
}

/** Line of the table of figures, with a mark if the figure exceeds its limit. */
export function figureLine(figure: Figure): string {
  const { name, value, unit, goal, limit } = figure;
  const limits = [
    ...(goal === null ? [] : [`goal ${goal}${value <= goal ? '' : ', PAST IT'}`]),
    ...(limit === null ? [] : [`limit ${limit}${exceedsLimit(figure) ? ', PAST IT' : ''}`]),
  ];
  const limitText = limits.length === 0 ? '' : `(${limits.join('; ')})`;
  return `${name.padEnd(52)} ${value.toFixed(1).padStart(9)} ${unit.padEnd(3)} ${limitText}`.trimEnd();
}

export function exceedsLimit({ value, limit }: Figure): boolean {
  return limit !== null && !(value <= limit);
}
