/** Prints how long things take on this machine (`npm run bench`). No test: figures of a busy machine say little. */
import { benchCatalogue } from './bench/catalogue.ts';
import { resultLine } from './bench/measure.ts';

for (const bench of [benchCatalogue]) {
  const { results, leftOut } = await bench();
  for (const result of results) console.log(resultLine(result));
  for (const name of leftOut) console.log(`left out: ${name}`);
}
