import path from 'node:path';
import fc from 'fast-check';
import { FORMATS } from '../../../src/inventory/formats/formats.ts';
import { readExamples } from '../../../test/support/forms/forms.ts';
import { GROWTHS } from '../../../test/support/hostile/growth.ts';
import { mutations } from '../../../test/support/hostile/mutations.ts';
import { FORMS } from '../../../test/support/forms/os-image-forms.ts';
import { MODULE_FORMS } from '../../../test/support/forms/os-image-module-forms.ts';
import { SHOWN_FORMS } from '../../../test/support/forms/os-image-shown-forms.ts';
import { checkFolder } from '../folder.ts';
import type { FuzzInput, FuzzTarget } from '../target.ts';

/** File of an example, with the files beside it. */
interface ExampleFile {
  what: string;
  file: string;
  files: Readonly<Record<string, string>>;
}

const EXAMPLES: readonly ExampleFile[] = [
  ...readExamples().map(({ format, name, files }) => ({ name: `${format}, ${name}`, files })),
  ...[...FORMS, ...MODULE_FORMS, ...SHOWN_FORMS],
].flatMap(({ name, files }) =>
  Object.keys(files).map((file) => ({ what: `${name} › ${file}`, file, files })),
);
const BY_NAME = new Map(EXAMPLES.map((place) => [place.what, place]));

const SNIPPETS = [
  ...[
    '# errata-lens:ignore known-bugs -- x\n',
    '// errata-lens:ignore-file check/ until=2031-01-01 -- x',
    '*a',
    '&a ',
  ],
  ...[
    '<<EOF\n',
    'EOF\n',
    '<<: *a',
    'FROM ',
    '!Sub ',
    '!GetAtt ',
    '${file(a)}',
    '{{resolve:ssm:/a}}',
    '---\n',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty("x")',
    'each.value',
    'local.',
    'self.',
    'this.',
  ],
  ...['8.0.mysql_aurora.3.04.0', 'al2023-ami-2023.4.20240416.0-kernel-6.1-x86_64', 'aurora-mysql', 'latest'],
];

/** Files by extension or name. Changes copy pieces between files of one kind. */
const KINDS = Map.groupBy(EXAMPLES, ({ file }) => path.extname(file) || path.basename(file));

function changed(examples: readonly ExampleFile[]): fc.Arbitrary<FuzzInput> {
  const texts = examples.map(({ file, files }) => files[file] ?? '');
  return fc
    .tuple(fc.constantFrom(...examples), mutations(texts, { snippets: SNIPPETS, most: 4000 }))
    .map(([{ what, file, files }, mutate]) => ({ what, text: mutate(files[file] ?? '') }));
}

async function prepare(): Promise<void> {
  const files = [
    'a.ts',
    'a.tsx',
    'a.js',
    'a.py',
    'A.java',
    'a.go',
    'A.cs',
    ...EXAMPLES.map(({ file }) => file),
  ];
  for (const format of FORMATS) await format.prepare?.(files.filter((file) => format.claims(file)));
}

/** Changed files of all examples. */
export const forms: FuzzTarget = {
  name: 'forms',
  share: 50,
  inputs: fc.oneof(
    ...[...KINDS.values()].map((examples) => ({ weight: examples.length, arbitrary: changed(examples) })),
  ),
  prepare,
  check: async ({ what, text }) => {
    const place = BY_NAME.get(what);
    if (place === undefined) throw new Error(`no example is called ${what}`);
    await checkFolder({ ...place.files, [place.file]: text }, place.file);
  },
};

/** Files in which a list of the grammar grows. */
export const growth: FuzzTarget = {
  name: 'growth',
  share: 4,
  inputs: GROWTHS.map(({ file, text }) => ({ what: file, text })),
  prepare,
  check: async ({ what, text }) => checkFolder({ [what]: text }, what),
};
