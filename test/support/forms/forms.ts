import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { scanWorkspace } from '../../../src/inventory/index.ts';
import { isFileLocation, type Asset } from '../../../src/model/index.ts';
import { writeFiles } from '../workspace.ts';

// Ways to write versions, with the expected results in the files themselves: `«8.0.mysql_aurora.3.04.0»` is a version of Aurora
// that has to be found exactly there, `‹2023.6.20241010.0›` one of an operating system image; nothing else may be found.
// A fixture is a list of examples: `=== name [crlf] [bom]`, then for each file `-- path --` and its text.

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/forms');
const DATABASES: ReadonlySet<string> = new Set(['database', 'db-instance', 'global-cluster']);

export type Subject = 'aurora' | 'image';

export interface Example {
  /** The name of the fixture. */
  format: string;
  name: string;
  files: Record<string, string>;
  truth: Record<Subject, ReadonlySet<string>>;
}

/** Counts of a subject: found in its place, missed, and found elsewhere. */
export interface Score {
  found: string[];
  missed: string[];
  extra: string[];
}

export function readExamples(): Example[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) =>
      examplesIn(path.basename(name, '.txt'), readFileSync(path.join(FOLDER, name), 'utf8')),
    );
}

function examplesIn(format: string, fixture: string): Example[] {
  return fixture
    .split(/^=== /m)
    .slice(1)
    .map((example) => {
      const [title = '', ...files] = example.split(/^-- (.+) --\n/m);
      const name = title.trim();
      const truth = { aurora: new Set<string>(), image: new Set<string>() };
      const written: Record<string, string> = {};
      for (let i = 0; i < files.length; i += 2) {
        const file = files[i] ?? '';
        written[file] = write(file, files[i + 1] ?? '', name, truth);
      }
      return { format, name, files: written, truth };
    });
}

/** Text without its marks, which become the expected results. */
function write(file: string, marked: string, name: string, truth: Record<Subject, Set<string>>): string {
  const lines = marked.split('\n').map((line, index) => {
    let clean = '';
    for (const part of line.split(/(«[^»]*»|‹[^›]*›)/)) {
      const isMarked = /^[«‹]/.test(part);
      const text = isMarked ? part.slice(1, -1) : part;
      const column = clean.length + 1;
      if (isMarked) {
        const place = `${file}:${index + 1}:${column}-${column + text.length}`;
        truth[part.startsWith('«') ? 'aurora' : 'image'].add(place);
      }
      clean += text;
    }
    return clean;
  });
  const text = lines.join(name.includes('[crlf]') ? '\r\n' : '\n');
  return name.includes('[bom]') ? `\uFEFF${text}` : text;
}

/** Compares the results of a scan with an example's expected ones. */
export async function measure({ files, truth }: Example): Promise<Record<Subject, Score>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'errata-lens-forms-'));
  try {
    writeFiles(folder, files);
    const { assets } = await scanWorkspace([folder]);
    return {
      aurora: scoreOf(truth.aurora, placesOf(assets, isAurora)),
      image: scoreOf(truth.image, placesOf(assets, isImage)),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}

function isAurora({ kind, product, engineVersion }: Asset): boolean {
  return DATABASES.has(kind) && product !== null && engineVersion !== null;
}

function isImage({ kind, product, engineVersion }: Asset): boolean {
  return kind === 'operating-system' && product !== null && engineVersion !== null;
}

function placesOf(assets: readonly Asset[], isCounted: (asset: Asset) => boolean): Set<string> {
  return new Set(
    assets.filter(isCounted).flatMap(({ location }) => {
      if (!isFileLocation(location)) return [];
      const { file, line, column, endColumn } = location;
      return [`${file}:${line}:${column}-${endColumn}`];
    }),
  );
}

function scoreOf(truth: ReadonlySet<string>, places: ReadonlySet<string>): Score {
  return {
    found: [...truth].filter((place) => places.has(place)),
    missed: [...truth].filter((place) => !places.has(place)),
    extra: [...places].filter((place) => !truth.has(place)),
  };
}

/** Share of the expected results that were found, and of the found ones that are right. 1 if there are none. */
export function ratesOf(scores: readonly Score[]): { recall: number; precision: number; count: number } {
  const sum = (key: keyof Score) => scores.reduce((total, score) => total + score[key].length, 0);
  const [found, missed, extra] = [sum('found'), sum('missed'), sum('extra')];
  const rate = (others: number) => (found + others === 0 ? 1 : found / (found + others));
  return { recall: rate(missed), precision: rate(extra), count: found + missed };
}

/** Every known way to write a version, each in a separate folder. */
export function everyForm(): Record<string, string> {
  const all = readExamples().flatMap(({ files }, nth) =>
    Object.entries(files).map(([file, text]) => [`example-${nth}/${file}`, text] as const),
  );
  return Object.fromEntries(all);
}
