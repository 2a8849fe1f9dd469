/** One measurement: the median of several runs, and how far they spread. Milliseconds. */
export interface Measured {
  name: string;
  median: number;
  fastest: number;
  slowest: number;
  runs: number;
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
  times.sort((a, b) => a - b);
  const [fastest = 0, median = 0, slowest = 0] = [0, Math.floor(runs / 2), runs - 1].map((at) => times[at]);
  return { name, median, fastest, slowest, runs };
}

/** A line of the table of results. */
export function resultLine({ name, median, fastest, slowest, runs }: Measured): string {
  const range = `${fastest.toFixed(1)} to ${slowest.toFixed(1)} in ${runs} runs`;
  return `${name.padEnd(44)} ${median.toFixed(1).padStart(9)} ms  (${range})`;
}
