import {
  nestedLists,
  ownText,
  type Block,
  type Inline,
  type List,
  type ListItem,
} from '../../pages/blocks.ts';
import { cvesOfText, type PackageList } from './package-list.ts';
import { readRpm, rpmsIn, type Rpm } from './fixes/rpm.ts';

/** Position in a package list that decides the meaning of the following blocks. */
interface Place {
  /** Packages of the heading, bold label or list above, which the following CVEs belong to. */
  holders: readonly Rpm[];
  /** True below `Packages with CVEs:`, where a list names the packages of the following CVEs. */
  isGathering: boolean;
  channel: string | null;
}

/**
 * Reads the blocks of a section that lists packages, in all forms of the pages since 2018: paragraphs, bullets and
 * table cells with one package or many; `name: old → new`; a comparison of two releases as nested bullets; packages as
 * a bold label or heading, with the CVEs that they fix below.
 */
export function readPackageSection(title: string, blocks: readonly Block[], packages: PackageList): void {
  const isExtras = /\bextras\b/i.test(title);
  const place: Place = { holders: [], isGathering: false, channel: null };
  for (const block of blocks) {
    if (block.kind === 'heading') enterHeading(block.text, isExtras, place);
    else if (block.kind === 'paragraph') readWords(block.inline, place, packages);
    else if (block.kind === 'list') readList(block, place, packages);
    else for (const cell of block.rows.flat()) readWords(cell, place, packages);
  }
}

/**
 * `[AL2 Extras] Kernel-5.10 Updated Packages`, `Nvidia New Packages`, `Default Kernel 6.1 AMI`, an extras topic, packages.
 */
function enterHeading(text: string, isExtras: boolean, place: Place): void {
  place.holders = rpmsIn(text);
  if (place.holders.length > 0) return;
  const named = /^(?:\[AL2 Extras\]\s+)?(\S+) (?:New|Updated) Packages$/i.exec(text)?.[1]?.toLowerCase();
  if (named !== undefined) place.channel = named === 'core' ? null : named;
  else place.channel = isExtras ? text.toLowerCase() : null;
}

function readWords(inline: Inline, place: Place, packages: PackageList): void {
  const arrow = /^([\w.+-]+): (?:\S+) → (\S+?)\.?$/.exec(inline.text);
  const rpms = arrow
    ? [readRpm(`${arrow[1] ?? ''}-${arrow[2] ?? ''}`)].filter((rpm) => rpm !== null)
    : rpmsOf(inline);
  const cves = cvesOfText(inline.text);
  if (/\bpackages? with CVEs?:?$/i.test(inline.text)) {
    place.holders = [];
    place.isGathering = true;
  } else if (rpms.length > 0 && cves.length === 0) {
    if (inline.bold) place.holders = rpms;
    else if (place.isGathering) place.holders = [...place.holders, ...rpms];
  }
  if (inline.bold || cves.length > 0) place.isGathering = false;
  packages.fix(rpms, cves, place.channel);
  if (rpms.length === 0 && cves.length > 0) packages.fix(place.holders, cves, place.channel);
}

/** Packages of a text. Adjacent code elements have no blank between them, so they are read one by one. */
function rpmsOf({ text, code }: Inline): Rpm[] {
  const rest = code.reduce((words, piece) => words.replace(piece, ' '), text);
  return [...code.flatMap(rpmsIn), ...rpmsIn(rest)];
}

function readList(list: List, place: Place, packages: PackageList): void {
  for (const item of list.items) {
    if (readComparison(item, place, packages)) continue;
    for (const part of item.parts) {
      if (part.kind === 'inline') readWords(part, place, packages);
      else readList(part, place, packages);
    }
  }
}

/**
 * Reads a comparison: `RPM: kernel-tools / Architectures: aarch64, x86_64`, …, and finally the versions, the new one
 * last.
 */
function readComparison(item: ListItem, place: Place, packages: PackageList): boolean {
  const facts = nestedLists(item).flatMap(({ items }) => items.map(ownText));
  const number = facts
    .map((fact) => /\bversion:\s*(\S+)$/i.exec(fact)?.[1])
    .findLast((found) => found !== undefined);
  if (number === undefined) return false;
  const shared = facts.find((fact) => fact.startsWith('Architectures:')) ?? '';
  const rows = facts
    .map((fact) => /^RPM:\s*(\S+)(?:\s*\/\s*(Architectures:.*))?$/.exec(fact))
    .filter((row) => row !== null);
  const names = rows.map((row) => row[1] ?? '');
  for (const row of rows) {
    const rpm = readRpm(`${packageName(row[1] ?? '', names)}-${number}`);
    if (rpm === null) packages.nameless.push(row[1] ?? '');
    const arches = (row[2] ?? shared).replace('Architectures:', '').split(',');
    for (const arch of arches) {
      if (rpm) packages.add({ ...rpm, arch: arch.trim() === '' ? null : arch.trim() }, place.channel);
    }
  }
  return true;
}

/** Package that a link to the page of a service's guide stands for: each of these services has only one. */
const PACKAGE_OF_PAGE: Record<string, string> = { 'efs.html': 'amazon-efs-utils', 'ecs.html': 'ecs-init' };

/**
 * Name of a package. Some names became links to a service's guide and were lost; packages of the same source
 * (`python3.11-devel`) reveal them.
 */
function packageName(written: string, names: readonly string[]): string {
  const page = /\/ug\/([\w-]+\.html)$/.exec(written)?.[1];
  if (page === undefined) return written;
  const siblings = names.filter((name) => name !== written && name.includes('-'));
  const [first = ''] = siblings;
  const stem = first.slice(0, first.indexOf('-'));
  if (stem !== '' && siblings.every((name) => name.startsWith(`${stem}-`))) return stem;
  return PACKAGE_OF_PAGE[page] ?? written;
}
