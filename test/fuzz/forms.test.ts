import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import fc from 'fast-check';
import { FORMATS } from '../../src/inventory/workspace/formats.ts';
import { readExamples } from '../support/forms.ts';
import { checkPlaces, mutationsOf, RUNS } from '../support/fuzz.ts';

/** Every file of the examples, with those beside it. Of the marks of byte order a reader takes the first away. */
const FILES = readExamples().flatMap(({ files }) => {
  const plain = Object.fromEntries(
    Object.entries(files).map(([file, text]) => [file, text.replace('\uFEFF', '')]),
  );
  return Object.keys(plain).map((file) => ({ file, files: plain }));
});

/** Seconds of computing that no input may need. Asserted of a long run only, which has the machine for itself. */
const LONGEST = 1;
const isLongRun = process.env['FUZZ_RUNS'] !== undefined;

before(async () => {
  for (const format of FORMATS) {
    await format.prepare?.(FILES.map(({ file }) => file).filter((file) => format.claims(file)));
  }
});

test('mutations of every form never throw or hang, and nothing is found outside the files', (t) => {
  const mutated = fc
    .constantFrom(...FILES)
    .chain(({ file, files }) => mutationsOf([files[file] ?? '']).map((text) => ({ file, files, text })));
  let slowest = 0;
  fc.assert(
    fc.property(mutated, ({ file, files, text }) => {
      const started = process.cpuUsage();
      for (const format of FORMATS) if (format.claims(file)) checkPlaces(format, file, text, files);
      const { user, system } = process.cpuUsage(started);
      const seconds = (user + system) / 1e6;
      slowest = Math.max(slowest, seconds);
      if (isLongRun) assert.ok(seconds < LONGEST, `${seconds} s`);
    }),
    RUNS,
  );
  t.diagnostic(`slowest input: ${slowest.toFixed(3)} s`);
});
