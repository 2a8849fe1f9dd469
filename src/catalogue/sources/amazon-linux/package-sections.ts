import {
  nestedLists,
  ownText,
  type Block,
  type Inline,
  type List,
  type ListItem,
} from '../document/blocks.ts';
import { cvesIn, type PackageList } from './package-list.ts';
import { readRpm, rpmsIn, type Rpm } from './rpm.ts';

/** Where a package list stands on a page, as far as it matters for what follows. */
interface Place {
  /** The packages of the heading, bold label or list above: the CVEs below are theirs. */
  holders: readonly Rpm[];
  /** Below `Packages with CVEs:` the packages that hold the next CVEs come as a list. */
  isGathering: boolean;
  channel: string | null;
}

/**
 * Reads the blocks of a section that lists packages, in all forms that the pages have had since 2018: paragraphs, bullets and
 * table cells with one package or many; `name: old → new`; a comparison of two releases as nested bullets; a package or
 * several as a bold label or heading, and the CVEs that they fix below it.
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

/** `[AL2 Extras] Kernel-5.10 Updated Packages`, `Nvidia New Packages`, `Default Kernel 6.1 AMI`, an extras topic, packages. */
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
  const cves = cvesIn(inline.text);
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

/** Adjacent code elements have no blank between them in the text, so they are read one by one. */
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
 * The pages link two package names to the documentation of the service and lose the name by it; these are the only packages
 * of that service.
 */
const NAME_BEHIND_LINK: Record<string, string> = {
  'ug/efs.html': 'amazon-efs-utils',
  'ug/ecs.html': 'ecs-init',
};

/** `RPM: kernel-tools / Architectures: aarch64, x86_64`, …, and at the end the version, the new one last. */
function readComparison(item: ListItem, place: Place, packages: PackageList): boolean {
  const facts = nestedLists(item).flatMap(({ items }) => items.map(ownText));
  const version = facts.filter((fact) => /\bversion:/i.test(fact)).at(-1);
  if (version === undefined) return false;
  const number = /version:\s*(\S+)$/i.exec(version)?.[1] ?? '';
  const shared = facts.find((fact) => fact.startsWith('Architectures:')) ?? '';
  for (const fact of facts) {
    const named = /^RPM:\s*(\S+)(?:\s*\/\s*(Architectures:.*))?$/.exec(fact);
    if (named === null) continue;
    const name = NAME_BEHIND_LINK[/ug\/\w+\.html/.exec(named[1] ?? '')?.[0] ?? ''] ?? named[1] ?? '';
    const arches = (named[2] ?? shared).replace('Architectures:', '').split(',');
    const rpm = readRpm(`${name}-${number}`);
    for (const arch of arches) {
      if (rpm) packages.add({ ...rpm, arch: arch.trim() === '' ? null : arch.trim() }, place.channel);
    }
  }
  return true;
}
