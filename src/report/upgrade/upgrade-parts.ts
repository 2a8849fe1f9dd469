import {
  adviceHead,
  destinationLine,
  imageNameWithSystem,
  stepName,
  urgentAmong,
  type UpgradeAdvice,
  type UpgradeAnswer,
  type UpgradeTarget,
} from '../../analysis/index.ts';
import { inBrackets, say, text, type Language } from '../../l10n/index.ts';
import { isSerious, type Advice, type BugMatch, type VersionCoverage, type Text } from '../../model/index.ts';
import { productName, hasLineage, serviceWord } from '../../products/index.ts';

/** A sentence and its source page. */
export interface SourcedSentence {
  text: Text;
  url: string | null;
  /** Date of reading, for a page that changes: YYYY-MM-DD or YYYY-MM. */
  readOn?: string | null;
}

/** Label of the link to a sentence's page. */
export function pageLinkLabel({ readOn = null }: SourcedSentence): Text {
  return readOn === null ? text('upgrade.page') : text('upgrade.page.readOn', { readOn });
}

/** Heading above the advice. */
export function upgradeHeading(answer: UpgradeAnswer): Text {
  return text('upgrade.heading', { name: subjectOf(answer) });
}

function subjectOf({ covered, written }: UpgradeAnswer): string | Text {
  const { product, coverage, version } = covered;
  return (
    imageNameWithSystem(product, written) ??
    `${productName(product)} ${coverage === 'partial' ? written : version}`
  );
}

/**
 * First sentence: the recommendation to upgrade or to stay.
 * @param isTitled true if the version is already above it
 */
export function upgradeHeadline(answer: UpgradeAnswer, advice: UpgradeAdvice, isTitled: boolean): Text {
  const isRange = answer.covered.coverage === 'partial';
  const name = isTitled ? null : subjectOf(answer);
  const decided = advice.advice;
  if (decided === null) return text('upgrade.undecided', { name });
  const head = adviceHead(decided);
  if (head === null) return text('upgrade.stay', { name });
  return isRange && decided.now !== null
    ? text('upgrade.pin', {
        name,
        target: stepName(decided.now),
        then: decided.destination && destinationLine(decided.destination, stepName(decided.destination)),
      })
    : text('upgrade.go', { name, advice: head });
}

/**
 * Name of a target for a request to upgrade: an image by its publisher's number, with the release that it was built from.
 */
export function targetName({ version, image }: UpgradeTarget, language: Language): string {
  return image === undefined ? version : image + inBrackets(version, language);
}

/** Recommended target; undefined if there is none. */
export function recommendedTarget({ recommended, targets }: UpgradeAdvice): UpgradeTarget | undefined {
  return targets.find(({ version }) => version === recommended);
}

/** Table with column names and a row for each target, the recommended one first. */
export function upgradeTable(advice: UpgradeAdvice, language: Language): string[][] {
  const isDatabase = advice.targets.some(({ more }) => more !== undefined);
  const countDecisive = (matches: readonly BugMatch[]): number => decisiveBugs(matches, isDatabase).length;
  const legend = tableLegend(advice);
  const columns = [
    text('upgrade.column.target'),
    text(isDatabase ? 'upgrade.column.urgent' : 'upgrade.column.serious'),
    text('upgrade.column.all'),
    text('upgrade.column.stays'),
    ...(legend === null ? [] : [text('upgrade.column.undetermined')]),
    ...(isDatabase ? [text('upgrade.column.new')] : []),
    text('upgrade.column.support'),
    ...(isDatabase ? [text('upgrade.column.downtime')] : []),
  ];
  const rows = advice.targets.map((target) => [
    nameOf(target, advice, language),
    fraction(countDecisive(target.clears), countDecisive(bugsOfCurrentVersion(target)), language),
    fraction(target.clears.length, bugsOfCurrentVersion(target).length, language),
    bugsOfCurrentVersion(target).length === 0 ? UNKNOWN_CELL : String(target.remains.length),
    ...(legend === null ? [] : [String(target.undetermined.length)]),
    ...(isDatabase ? [String(target.brings.length)] : []),
    say(supportCell(target), language),
    ...(isDatabase ? [downtimeOf(target, language)] : []),
  ]);
  return [columns.map((column) => say(column, language)), ...rows];
}

/** All known bugs of the current version, whatever the target does about them. */
export function bugsOfCurrentVersion({
  clears,
  remains,
  undetermined,
}: Pick<UpgradeTarget, 'clears' | 'remains' | 'undetermined'>): readonly BugMatch[] {
  return [...clears, ...remains, ...undetermined];
}

/** Legend for columns that need one; null if none does. */
export function tableLegend({ targets }: UpgradeAdvice): Text | null {
  const [first] = targets.filter(({ undetermined }) => undetermined.length > 0);
  return first === undefined
    ? null
    : text('upgrade.legend.undetermined', { count: first.undetermined.length, version: first.version });
}

/**
 * Bugs that decide about an upgrade: urgent ones for databases, severe ones for systems, because the urgency of a
 * package's bug on a host is unknown.
 */
export function decisiveBugs(matches: readonly BugMatch[], isDatabase: boolean): readonly BugMatch[] {
  return isDatabase ? urgentAmong(matches) : matches.filter(({ bug }) => isSerious(bug.severity));
}

function nameOf(target: UpgradeTarget, { advice }: UpgradeAdvice, language: Language): string {
  const { version, path } = target;
  const stops = path.slice(0, -1);
  const way =
    stops.length === 0
      ? targetName(target, language)
      : say(text('upgrade.via', { version, stops }), language);
  const step = adviceStepOf(advice, version);
  return step === null ? way : say(text(`upgrade.marked.${step}`, { version: way }), language);
}

/** Step of the advice that leads to a release; null if none does. */
function adviceStepOf(advice: Advice | null, version: string): 'now' | 'then' | 'only' | null {
  const { now = null, destination = null } = advice ?? {};
  if (now?.version === version)
    return destination === null || destination.version === version ? 'only' : 'now';
  if (destination?.version === version) return now === null ? 'only' : 'then';
  return null;
}

/** Cell for an unknown count, because a zero would read as an all-clear. */
const UNKNOWN_CELL = '–';

/** A target in one line: `5 of 10 urgent fixed · 87 of 164 in all · support until 2028-04-30`. */
export function targetSummary(target: UpgradeTarget, language: Language): string {
  const { clears, more } = target;
  const isDatabase = more !== undefined;
  const countDecisive = (matches: readonly BugMatch[]): number => decisiveBugs(matches, isDatabase).length;
  const cells = [
    [
      isDatabase ? 'urgent' : 'serious',
      fraction(countDecisive(clears), countDecisive(bugsOfCurrentVersion(target)), language),
    ],
    ['all', fraction(clears.length, bugsOfCurrentVersion(target).length, language)],
    ['support', say(supportCell(target), language)],
  ] as const;
  return cells
    .map(([name, value]) => `${say(text(`upgrade.column.${name}`), language)}: ${value}`)
    .join(' · ');
}

function fraction(part: number, whole: number, language: Language): string {
  return whole === 0 ? UNKNOWN_CELL : say(text('upgrade.fraction', { part, whole }), language);
}

function supportCell({ supportEnds, isSupported, more }: UpgradeTarget): Text {
  if (supportEnds === null) return text('upgrade.support.unknown');
  const extended = more?.extended ?? null;
  if (extended !== null) return text('upgrade.support.extended', { date: supportEnds, until: extended.ends });
  return text(isSupported ? 'upgrade.support.until' : 'upgrade.support.ended', { date: supportEnds });
}

function downtimeOf(target: UpgradeTarget, language: Language): string {
  return downtimeKinds(target)
    .map((kind) => say(text(`upgrade.cell.${kind}`), language))
    .join(' + ');
}

/** Kinds of downtime of an upgrade, each once, in order. */
export function downtimeKinds({ more }: UpgradeTarget): ('major' | 'patch')[] {
  return [...new Set((more?.steps ?? []).map(({ isMajor }) => (isMajor ? 'major' : 'patch')))];
}

/** Path to a target: its stops, each step with its page, its effect, and the arguments against it. */
export function upgradePath(
  { path, way, effect, support, isSupported, more }: UpgradeTarget,
  { sourceSupport }: UpgradeAdvice,
): SourcedSentence[] {
  const isRepeated = JSON.stringify(support) === JSON.stringify(sourceSupport?.text);
  const lines: (SourcedSentence | null)[] = [
    path.length > 1 ? withoutUrl(text('upgrade.path', { path: path.join(' → ') })) : null,
    withoutUrl(way),
    ...(more?.steps ?? []).map(({ why, url, readOn }) => ({ text: why, url, readOn: readOn ?? null })),
    withoutUrl(effect),
    ...(more?.caveats ?? []).map(withoutUrl),
    support !== null && !isRepeated && isSupported ? { text: support, url: more?.supportUrl ?? null } : null,
  ];
  return lines.filter((line) => line !== null);
}

/** Requirements of the upgrade, each with its page. */
export function upgradeDemands({ hazards, more }: UpgradeTarget): readonly SourcedSentence[] {
  return more?.demands ?? hazards.map(withoutUrl);
}

/** Sentences about the current version. */
export function currentVersionLines(
  { covered }: { covered: Pick<VersionCoverage, 'product' | 'coverage' | 'version'> },
  advice: UpgradeAdvice,
): SourcedSentence[] {
  const { sourceSupport, creatable, cost, unreleased } = advice;
  const lines: SourcedSentence[] =
    sourceSupport === null ? [] : [{ text: sourceSupport.text, url: sourceSupport.url }];
  if (hasLineage(covered.product) && covered.coverage === 'known') {
    const { answer, source } = creatable;
    const { version } = covered;
    const key =
      answer === null || source === null
        ? ('upgrade.creatable.unknown' as const)
        : (`upgrade.creatable.${answer ? 'yes' : 'no'}.${source}` as const);
    lines.push({
      text: text(key, { version, unit: serviceWord(covered.product, 'unit') }),
      url: sourceSupport?.url ?? null,
    });
  }
  if (cost !== null) lines.push(cost);
  if (unreleased !== null) {
    const { name: version, url } = unreleased;
    lines.push({ text: text('brief.source.notes', { version }), url });
  }
  return lines;
}

function withoutUrl(sentence: Text): SourcedSentence {
  return { text: sentence, url: null };
}

/** Sentences about the origin of the counts: the publisher and date of the notes. */
export function notesOrigin({ scope, asOf }: Pick<UpgradeAnswer, 'scope' | 'asOf'>): Text[] {
  return [...(scope === null ? [] : [scope]), text('upgrade.asOf', { asOf })];
}
