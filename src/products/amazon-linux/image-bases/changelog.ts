import { compareText, type NumberedImage, type ImagePublisher } from '../../../model/index.ts';
import {
  compareOsVersions,
  AMAZON_LINUX_WITH_NOTES,
  osVersionDay,
  readOsVersion,
  type AmazonLinuxWithNotes,
} from '../versions.ts';
import { parseEntry } from './changes.ts';
import { ContentsReader } from './contents.ts';
import { Reverts, type ChangelogEntry } from './reverts.ts';

/** Section of a changelog about one release of images. */
interface Section {
  /** YYYY-MM-DD, the number that its images carry. */
  day: string;
  isWithdrawn: boolean;
  /** Systems of its images that the section names without a source. */
  systems: Set<AmazonLinuxWithNotes>;
  /** Oldest release that an image was built from, for each system. */
  sources: Map<AmazonLinuxWithNotes, string>;
  contents: ContentsReader;
  entries: ChangelogEntry[];
}

/** Upper bound of kept entries; no release has had more. */
const maxEntries = 200;

/** `# AMI Release v20260714`, `# [ABANDONED] AMI Release v20260311`, `## 20260820`. */
const DATED_HEADING = /^#{1,3} [^#]{0,300}?(?<![\d.])v?(?<day>20\d{5,6})(?!\d)/;
const SOURCE_AMI =
  /\b(?:al2023-ami|amzn2-ami)-[a-z-]{0,40}(?<release>(?:2023|2)\.\d{1,2}\.20\d{6}(?:\.\d{1,3})?)(?!\d)/g;
/**
 * `- al2, al2023 ami version: 20260820`, `amazon-eks-gpu-node-1.25-v20230211`,
 * `amazon-eks-node-al2023-x86_64-standard-1.36-v20260714`.
 */
const IMAGE_LINE: Record<AmazonLinuxWithNotes, RegExp> = {
  'amazon-linux-2': /^- (?:al\d+, )*al2(?:, al\d+)* ami version:|\bamazon-eks-(?:gpu-|arm64-)?node-1\./,
  'amazon-linux-2023': /^- (?:al\d+, )*al2023(?:, al\d+)* ami version:|\bamazon-eks-node-al2023-/,
};

/**
 * Release that each image was built from, from the sections of its publisher's changelog, newest first. A section that
 * names no source for a system was built from the source of the previous one. If it names several, the oldest counts,
 * because every image contains at least that one.
 */
export function imageBasesIn(changelog: string, publisher: ImagePublisher): NumberedImage[] {
  const sections = sectionsOfChangelog(changelog);
  const bases = AMAZON_LINUX_WITH_NOTES.flatMap((product) => basesOf(product, publisher, sections));
  return bases.sort((a, b) => compareText(b.day, a.day) || compareText(b.product, a.product));
}

function basesOf(
  product: AmazonLinuxWithNotes,
  publisher: ImagePublisher,
  all: readonly Section[],
): NumberedImage[] {
  const sections = all.map((section) => ({ ...section, entries: entriesOf(product, section) }));
  const takenBack = new Reverts(sections);
  let latest: string | null = null;
  return sections.toReversed().flatMap(({ day, isWithdrawn, systems, sources, contents, entries }) => {
    latest = sources.get(product) ?? latest;
    if (!sources.has(product) && !systems.has(product)) return [];
    if (latest === null && !isWithdrawn) return [];
    const parts = contents.of(product);
    const changes = [
      ...takenBack.of({ day, source: latest }),
      ...entries.flatMap(({ change }) => change ?? []),
    ];
    return {
      publisher,
      product,
      day,
      version: latest,
      isWithdrawn,
      ...(parts.length > 0 && { contents: parts }),
      ...(changes.length > 0 && { changes }),
    };
  });
}

/** Entries about one system; those about the other system alone are excluded. */
function entriesOf(product: AmazonLinuxWithNotes, { entries }: Section): ChangelogEntry[] {
  return entries.filter(({ system }) => system === null || system === product);
}

function sectionsOfChangelog(changelog: string): Section[] {
  const sections: Section[] = [];
  let section: Section | null = null;
  for (const line of changelog.split('\n')) {
    const number = DATED_HEADING.exec(line)?.groups?.['day'];
    if (number !== undefined) {
      // A misspelled heading (`## 2025730`) starts a section of unknown day.
      const day = osVersionDay(number);
      section = day === null ? null : newSection(day, line);
      if (section !== null) sections.push(section);
    }
    if (section !== null) readLine(line, section);
  }
  return sections;
}

function newSection(day: string, heading: string): Section {
  const isWithdrawn = /\[(?:recalled|abandoned)\]/i.test(heading);
  const contents = new ContentsReader();
  return { day, isWithdrawn, systems: new Set(), sources: new Map(), contents, entries: [] };
}

function readLine(line: string, { systems, sources, contents, entries }: Section): void {
  contents.line(line);
  if (/^[*>-] /.test(line) && entries.length < maxEntries) entries.push(parseEntry(line));
  for (const product of AMAZON_LINUX_WITH_NOTES) if (IMAGE_LINE[product].test(line)) systems.add(product);
  for (const { groups } of line.matchAll(SOURCE_AMI)) {
    for (const product of AMAZON_LINUX_WITH_NOTES) {
      const version = readOsVersion(product, groups?.['release'] ?? '');
      const known = sources.get(product);
      if (version === null || (known !== undefined && compareOsVersions(version, known) >= 0)) continue;
      sources.set(product, version);
    }
  }
}
