import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixFor } from '../../../src/edits/index.ts';
import { checklistRows, SHOPS } from '../checks/failing.ts';
import { runSharedCli } from './one-cli.ts';
import { readExamples } from '../forms/forms.ts';
import { writeFiles } from '../workspace.ts';

export const GOLDEN_FOLDER = path.resolve(import.meta.dirname, '../../golden');

/** A file of test/golden and its rows, each a line of JSON. */
export type GoldenAnswers = ReadonlyMap<string, readonly string[]>;

/** A fixed day, so that no answer changes with the calendar. */
const DAY = ['--as-of', '2026-12-01'];

/** Twelve versions: lines of each engine, long-term ones, the founding incident's, and each system. */
const VERSIONS: readonly (readonly [product: string, version: string])[] = [
  ['aurora-mysql', '2.07.9'],
  ['aurora-mysql', '2.11.1'],
  ['aurora-mysql', '3.04.0'],
  ['aurora-mysql', '3.10.4'],
  ['aurora-mysql', '8.4.7'],
  ['aurora-postgresql', '13.9'],
  ['aurora-postgresql', '14.6.4'],
  ['aurora-postgresql', '15.4'],
  ['aurora-postgresql', '16.6'],
  ['amazon-linux-2', '2.0.20240109.0'],
  ['amazon-linux-2023', '2023.6.20241010.0'],
  ['bottlerocket', '1.20.0'],
];

/** A CVE of PostgreSQL, which Aurora and RDS contain, and one of Aurora MySQL. */
const CVES = ['CVE-2024-4317', 'CVE-2024-21096'];

type Json = Record<string, unknown>;

/** Answers of the built command line over all forms, the test workspaces and twelve versions, and the fixes as text. */
export async function goldenAnswers(): Promise<GoldenAnswers> {
  const forms = await withForms(async (folder) => [
    ...(await folderAnswers('scan', folder)),
    ...(await briefChecklist(folder)),
  ]);
  const workspaces = await Promise.all(
    ['incident', 'two-engines', 'failing'].flatMap((name) =>
      (['scan', 'checklist'] as const).map((command) => folderAnswers(command, `test/workspaces/${name}`)),
    ),
  );
  const versions = await Promise.all(VERSIONS.map(([product, version]) => versionAnswers(product, version)));
  const cves = await Promise.all(CVES.map((cve) => cveAnswers(cve)));
  return new Map([
    ['forms.jsonl', forms],
    ['workspaces.jsonl', workspaces.flat()],
    ['versions.jsonl', [...versions, ...cves].flat()],
    ['fixes.jsonl', await offeredFixes()],
  ]);
}

/** Rows on one side only, marked `-` (stored) or `+` (current). */
export function differences(kept: readonly string[], today: readonly string[]): string[] {
  const before = new Set(kept);
  const after = new Set(today);
  return [
    ...kept.filter((row) => !after.has(row)).map((row) => `- ${row}`),
    ...today.filter((row) => !before.has(row)).map((row) => `+ ${row}`),
  ];
}

async function withForms<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const temporary = await mkdtemp(path.join(tmpdir(), 'errata-lens-golden-'));
  const folder = path.join(temporary, 'forms');
  try {
    for (const { format, name, files } of readExamples())
      writeFiles(path.join(folder, format, name.replaceAll(/[^\w.-]+/g, '-')), files);
    return await use(folder);
  } finally {
    await rm(temporary, { recursive: true });
  }
}

/** Rows of each list of a scan (assets, findings, problems) or of a checklist. */
async function folderAnswers(command: 'scan' | 'checklist', folder: string): Promise<string[]> {
  const name = path.basename(folder);
  const answer = await answerOf([command, '.', '--no-cache'], folder);
  return Object.entries(answer).flatMap(([list, rows]) =>
    Array.isArray(rows) ? rows.map((row: unknown) => JSON.stringify([command, name, list, row])) : [],
  );
}

/** Check, asset and answer of each row of a checklist, without evidence: 700 forms have 20,000 of them. */
async function briefChecklist(folder: string): Promise<string[]> {
  const { checks } = await answerOf(['checklist', '.', '--no-cache'], folder);
  const byAsset = Map.groupBy(checks as Json[], ({ assetId }) => String(assetId));
  return [...byAsset].map(([asset, rows]) =>
    JSON.stringify([
      'checklist',
      asset,
      Object.fromEntries(rows.map(({ id, answer }) => [String(id), answer])),
    ]),
  );
}

async function versionAnswers(product: string, version: string): Promise<string[]> {
  const { bugs } = await answerOf(['bugs', product, version, '--all']);
  const { recommended, targets, advice } = await answerOf(['upgrade', product, version]);
  return [
    ...(bugs as Json[]).map(({ id, aliases, impact, urgency, fixedIn, confidence }) =>
      JSON.stringify(['bugs', product, version, { id, aliases, impact, urgency, fixedIn, confidence }]),
    ),
    JSON.stringify(['upgrade', product, version, { recommended, advice }]),
    ...(targets as Json[]).map((target) => JSON.stringify(['upgrade', product, version, target])),
  ];
}

async function cveAnswers(cve: string): Promise<string[]> {
  const { branches } = await answerOf(['bugs', '--cve', cve]);
  return (branches as Json[]).map(({ product, branch, firstFixed, listedIn, affected, leftOut }) => {
    const having = (affected as Json[]).map(({ version, confidence }) => [version, confidence].join(' '));
    return JSON.stringify(['cve', cve, product, branch, { firstFixed, listedIn, having, leftOut }]);
  });
}

async function answerOf(args: readonly string[], cwd?: string): Promise<Json> {
  const run = await runSharedCli([...args, ...DAY, '--format', 'json'], cwd === undefined ? {} : { cwd });
  if (run.code === 2) throw new Error(`${args.join(' ')}: ${run.stderr}`);
  return JSON.parse(run.stdout) as Json;
}

/** Every fix in the checklist of a failing shop: its edits, or its commands. */
async function offeredFixes(): Promise<string[]> {
  const rows: string[] = [];
  for (const shop of SHOPS) {
    const inventory = await shop.read(shop.text);
    for (const row of checklistRows(inventory)) {
      const source = { file: shop.file, text: shop.text };
      const offer = fixFor(row, inventory.assets, (file) => (file === shop.file ? source : null));
      if (offer !== null) rows.push(JSON.stringify([shop.tool, row.id, row.assetId, offer]));
    }
  }
  return rows;
}
