/**
 * Prints times on this machine (`npm run bench`, after a build). This is not a test, because times on a busy machine
 * mean little. With `--check` it measures only ratios, sizes and memory; the exit code is 1 if one exceeds its limit.
 * With `--peers` another program, which npm installs first, reads the same tree in the same run.
 */
import { benchCatalogue } from './bench/catalogue.ts';
import { benchEditor } from './bench/editor.ts';
import { benchEdits } from './bench/edits.ts';
import { benchActivation, benchLoading } from './bench/loading.ts';
import { figureLine, exceedsLimit, resultLine, type Report } from './bench/measure.ts';
import { benchPeers } from './bench/peers.ts';
import { benchScan } from './bench/scan.ts';
import { withTree } from './bench/tree/tree.ts';

const isCheck = process.argv.includes('--check');
const reports: Report[] = await withTree(async (tree) => [
  benchScan(tree),
  ...(isCheck ? [] : [await benchEditor(tree)]),
  ...(process.argv.includes('--peers') ? [benchPeers(tree)] : []),
]);
reports.push(benchLoading());
if (!isCheck) reports.push(benchActivation(), await benchEdits(), await benchCatalogue());

const figures = reports.flatMap((report) => report.figures ?? []);
for (const result of reports.flatMap(({ results }) => results)) console.log(resultLine(result));
console.log('');
for (const figure of figures) console.log(figureLine(figure));
for (const name of reports.flatMap(({ leftOut = [] }) => leftOut)) console.log(`left out: ${name}`);
if (isCheck && figures.some(exceedsLimit)) process.exitCode = 1;
