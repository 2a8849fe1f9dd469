import {
  compareImpact,
  compareSeverity,
  compareText,
  compareVersions,
  lastDays,
  memoize,
  type FixCommits,
  type Impact,
  TRAITS,
  type KnownBug,
  type Severity,
  type Trait,
  type ProductId,
} from '../../../model/index.ts';
import { eitherNeeds } from '../../classify/needs.ts';
import { boundsOf, mergeBounds } from './bounds.ts';
import { conceptNamesIn, messagesIn, namesIn, distinctiveWords } from './names.ts';
import type { Bullet } from '../bullet-group.ts';
import { titleFromText } from './title.ts';
import { omittedConsequences, writtenTitle, type WrittenTitle } from './written-title.ts';

export interface BugContext {
  /** Titles in our own words, by digest. */
  titles: ReadonlyMap<string, WrittenTitle>;
  /** Fixes that brought a bug, by digests of its bullets. */
  broughtBy: ReadonlyMap<string, string>;
  /** True if a digest belongs to another bug: an earlier one, or one of another product. */
  isTaken: (digest: string) => boolean;
}

/** True for a group with a fix in any wording. */
export function isBug(bullets: readonly Bullet[]): boolean {
  return bullets.some(({ item }) => item.kind === 'fix');
}

/**
 * Builds one bug from its bullets, the earliest first, with the worst of their labels. A release that describes the fix
 * as an improvement lists it as well: the kind belongs to the bug.
 */
export function buildBug(bullets: readonly Bullet[], context: BugContext): KnownBug {
  const [earliest] = bullets;
  if (!isBug(bullets) || earliest === undefined) throw new RangeError('A bug needs a bullet that is a fix.');
  const fixes = bullets.filter(({ item }) => item.kind === 'fix');
  const textless = bullets.filter(({ item }) => item.text === null);
  const known = unique(textless.flatMap((bullet) => bullet.known ?? []));
  const impact =
    worstLabel(
      fixes.map(({ item }) => item.impact),
      compareImpact,
    ) ?? 'functionality';
  const severities = fixes.map(({ item }) => item.severity);
  const rated = severities.filter((each) => each !== 'unrated');
  const severity = worstLabel(rated, compareSeverity) ?? worstLabel(severities, compareSeverity) ?? 'medium';
  const digests = [...new Set(bullets.map(({ digest }) => digest))];
  const consequences = unique([
    impact,
    ...fixes.flatMap(({ item }) => item.consequences).sort(compareImpact),
  ]);
  return {
    id: idOf(earliest, context.isTaken(earliest.digest)),
    product: earliest.release.product,
    ...titleOf(digests, consequences, fixes, known, context.titles),
    impact,
    severity,
    consequences,
    features: unique(bullets.flatMap(({ item }) => item.features)),
    needs: fixes.map(({ item }) => item.needs).reduce(eitherNeeds),
    traits: mergedTraits(fixes),
    cves: unique(bullets.flatMap(({ cves }) => cves)).sort(),
    communityBugs: unique(bullets.flatMap(({ item }) => item.communityBugs)).sort(),
    listings: bullets
      .map(({ release, item }) => ({ version: release.version, digest: item.digest }))
      .sort((a, b) => compareVersions(a.version, b.version) || compareText(a.digest, b.digest)),
    aliases: digests.filter((digest) => digest !== earliest.digest && !context.isTaken(digest)),
    bounds: { ...boundsOfBullets(earliest.release.product, fixes, known), ...judgedOrigin(digests, context) },
    why: whyOf(fixes, impact, severity),
    ...(known[0]?.joins !== undefined && { joins: known[0].joins }),
    text: longestText(fixes.map(({ item }) => item.text)),
    ...namesOf(fixes, known),
    ...fixOf(fixes, known),
    origin: 'notes',
  };
}

/**
 * Id of a bug. Words that recur years later, or in another product's notes, are a second bug, whose id includes its
 * first version.
 */
function idOf({ digest, release }: Bullet, isTaken: boolean): string {
  return isTaken ? `${digest}-${release.version}` : digest;
}

/** Traits of any wording; `reader` only if every wording has it. */
function mergedTraits(fixes: readonly Bullet[]): Trait[] {
  const isStated = (trait: Trait): boolean => fixes.some(({ item }) => item.traits.includes(trait));
  const isAlways = (trait: Trait): boolean => fixes.every(({ item }) => item.traits.includes(trait));
  return TRAITS.filter((trait) => (trait === 'reader' ? isAlways(trait) : isStated(trait)));
}

/** Title in our own words; one cut from the vendor's if there is none, or a newer wording describes a worse effect. */
function titleOf(
  digests: readonly string[],
  consequences: readonly Impact[],
  fixes: readonly Bullet[],
  known: readonly KnownBug[],
  titles: ReadonlyMap<string, WrittenTitle>,
): Pick<KnownBug, 'title' | 'titleIn'> {
  const [before] = known;
  const kept = before && { title: before.title, ...(before.titleIn && { titleIn: before.titleIn }) };
  if (kept && fixes.every(({ item }) => item.text === null)) return kept;
  const texts = fixes
    .filter(({ digest }) => !titles.has(digest))
    .toSorted((a, b) => compareImpact(a.item.impact ?? 'functionality', b.item.impact ?? 'functionality'))
    .flatMap(({ item }) => item.text ?? []);
  const written = writtenTitle(digests, consequences, titles);
  if (written !== undefined) {
    const missing = omittedConsequences(written.title, consequences);
    const worse = texts
      .map(titleFromText)
      .find((title) => omittedConsequences(title, missing).length < missing.length);
    return worse === undefined ? written : { title: worse };
  }
  const [cve] = fixes.flatMap((fix) => (fix.item.cves.length > 1 ? fix.cves : []));
  if (cve !== undefined) return { title: cve }; // one of several in the text
  const [text] = texts;
  if (text !== undefined) return { title: titleFromText(text) };
  return kept ?? { title: digests[0] ?? '' };
}

/** Bounds of bullets; those without text keep the bounds from when they had it. */
function boundsOfBullets(
  product: ProductId,
  fixes: readonly Bullet[],
  known: readonly KnownBug[],
): KnownBug['bounds'] {
  const texts = new Set(fixes.flatMap(({ item }) => item.text ?? []));
  return mergeBounds([
    ...[...texts].map((text) => boundsOf(product, text)),
    ...known.map(({ bounds }) => bounds),
  ]);
}

function judgedOrigin(
  digests: readonly string[],
  { broughtBy }: BugContext,
): Pick<KnownBug['bounds'], 'broughtBy'> {
  const fix = digests.flatMap((digest) => broughtBy.get(digest) ?? [])[0];
  return fix === undefined ? {} : { broughtBy: fix };
}

/** Names in all wordings of the bug; bullets without text keep those extracted before. */
function namesOf(fixes: readonly Bullet[], known: readonly KnownBug[]): Pick<KnownBug, 'names'> {
  const wordings = unique(fixes.flatMap(({ item }) => item.text ?? []));
  const isOfProject = fixes.some(({ item }) => item.commits !== undefined);
  const names = unique([
    ...wordings.flatMap(namesOfWording),
    ...(isOfProject ? wordings.flatMap(messagesIn) : []),
    ...(isOfProject ? distinctiveWords(longestText(wordings) ?? '') : []),
    ...(isOfProject ? conceptsOf(longestText(wordings) ?? '') : []),
    ...known.flatMap((bug) => bug.names ?? []),
  ]);
  return names.length === 0 ? {} : { names: names.sort() };
}

/** Memoized, because a long-running process reads the same wordings in every update. */
const namesOfWording = memoize(namesIn);
const conceptsOf = memoize(conceptNamesIn);

/** Commits of every bullet, and the part or extension that all bullets are about. */
function fixOf(
  fixes: readonly Bullet[],
  [before]: readonly KnownBug[],
): Pick<KnownBug, 'commits' | 'part' | 'extension'> {
  const commits = fixes.flatMap(({ item }) => item.commits ?? []);
  const [first] = commits;
  const part = commonValue(fixes.map(({ item }) => item.part)) ?? before?.part;
  const extension = commonValue(fixes.map(({ item }) => item.extension)) ?? before?.extension;
  const merged = first === undefined ? before?.commits : mergedCommits(first, commits);
  return {
    ...(merged && { commits: merged }),
    ...(part && { part }),
    ...(extension !== undefined && { extension }),
  };
}

/** Union of commits: a page names only those of its own branch, so another bullet may add some. */
function mergedCommits(first: FixCommits, commits: readonly FixCommits[]): FixCommits {
  const onMain = commits.filter(({ main }) => main.length > 0);
  const harmlessFrom = commits.find((each) => each.harmlessFrom !== undefined)?.harmlessFrom;
  return {
    main: (onMain[0] ?? first).main,
    lines: unique(commits.flatMap(({ lines }) => lines)).sort(compareVersions),
    ...lastDays(
      commits.flatMap(({ day }) => day ?? []),
      onMain.flatMap(({ mainDay, day }) => mainDay ?? day ?? []),
    ),
    ...(harmlessFrom !== undefined && { harmlessFrom }),
  };
}

function commonValue<T>(values: readonly T[]): T | undefined {
  return values.every((value) => value === values[0]) ? values[0] : undefined;
}

/** Reasons for the final labels of a bug. */
function whyOf(fixes: readonly Bullet[], impact: Impact, severity: Severity): string[] {
  const outdone = (reason: string): boolean =>
    (reason.startsWith('impact ') && !reason.startsWith(`impact ${impact}:`)) ||
    (reason.startsWith('severity ') && !reason.startsWith(`severity ${severity}:`));
  return unique(fixes.flatMap(({ item }) => item.why)).filter((reason) => !outdone(reason));
}

/** Longest wording; the earlier of two with the same length. */
function longestText(texts: readonly (string | null)[]): string | null {
  let found: string | null = null;
  for (const text of texts) if (text !== null && text.length > (found?.length ?? -1)) found = text;
  return found;
}

function worstLabel<T>(labels: readonly (T | null)[], compare: (a: T, b: T) => number): T | undefined {
  return labels.filter((label) => label !== null).sort(compare)[0];
}

function unique<T>(list: readonly T[]): T[] {
  return [...new Set(list)];
}
