import type { SupportPack, TimelineEntry } from '../../analysis/index.ts';
import { say, text } from '../../l10n/index.ts';
import { isFileLocation, type Text, type ProductId } from '../../model/index.ts';
import { defaultProduct, engineOf, productName } from '../../products/index.ts';
import { bugLine } from '../bugs/bugs-markdown.ts';
import {
  brakeMarkdown,
  fittingBugsMarkdown,
  evidenceLine,
  fixedMarkdown,
  listedArgs,
  placeMarkdown,
  sentenceMarkdown,
  type IncidentStyle,
} from './incident-parts.ts';
import { codeBlock, codeSpan, escapeMarkdown } from '../markdown.ts';
import { symptomAnswerMarkdown } from './symptom.ts';
import { utcAndLocalTime } from '../times.ts';

const MAX_SHOWN_BUGS = 20;
const MAX_SYSTEM_BUGS = 5;

/** Document about one cluster, ready to attach to a support case. */
export function supportPackMarkdown(pack: SupportPack, style: IncidentStyle): string {
  const { language, timeZone } = style;
  const plain = (message: Text): string => sentenceMarkdown(message, language);
  const prepared = text('pack.asOf', {
    when: utcAndLocalTime(pack.now, timeZone, language),
    notes: pack.asOf,
  });
  const parts = [
    `# ${plain(text('pack.title', { cluster: pack.cluster.name }))}`,
    plain(prepared),
    `## ${plain(text('pack.version'))}`,
    versionLines(pack, style),
    `## ${plain(text('pack.bugs', listedArgs({ listed: pack.bugs, upstream: pack.upstream })))}`,
    ...packBugLines(pack, style),
    ...fixedMarkdown(pack.fixedHere, versionName(pack), language),
    ...systemParts(pack, style),
    `## ${plain(text('pack.logs'))}`,
    pack.evidence.map((evidence) => `- ${evidenceLine(evidence, style)}`).join('\n'),
    `## ${plain(text('pack.timeline'))}`,
    ...readAtLine(pack, style),
    timelineLines(pack, style),
    ...(pack.brake.length === 0 ? [] : [`## ${plain(text('pack.brake'))}`]),
    ...brakeMarkdown(pack.brake, language),
    `## ${plain(text('pack.collect'))}`,
    codeBlock([...new Set(pack.evidence.flatMap(({ commands }) => commands))].join('\n')),
  ];
  return `${parts.join('\n\n')}\n`;
}

function versionName({ cluster, version }: SupportPack): string {
  return `${productName(cluster.product ?? defaultProduct())} ${version ?? ''}`.trim();
}

function namedVersion(product: ProductId, version: string): string {
  const apiVersion = engineOf(product)?.engine.apiVersion(version) ?? version;
  return `${productName(product)} ${escapeMarkdown(version)} (${codeSpan(apiVersion)})`;
}

function versionLines(pack: SupportPack, style: IncidentStyle): string {
  const { cluster, version, released, support } = pack;
  const { language } = style;
  const known =
    version === null
      ? sentenceMarkdown(text('pack.versionUnknown'), language)
      : namedVersion(cluster.product ?? defaultProduct(), version);
  const date =
    released === null ? [] : [sentenceMarkdown(text('pack.released', { day: released }), language)];
  const { declared } = cluster.versions;
  const lines = [
    [known, ...date, placeMarkdown(cluster.location, style)].join(' · '),
    ...(declared === null || declared === version
      ? []
      : [sentenceMarkdown(text('pack.declared', { version: declared }), language)]),
    ...(support === null ? [] : [sentenceMarkdown(support, language)]),
  ];
  return lines.map((line) => `- ${line}`).join('\n');
}

function packBugLines({ bugs, answers }: SupportPack, { language }: IncidentStyle): string[] {
  if (answers.length > 0) return answers.flatMap((answer) => symptomAnswerMarkdown(answer, language));
  const shown = bugs.slice(0, MAX_SHOWN_BUGS).map((match) => bugLine(match, language));
  const more = bugs.length - shown.length;
  return [
    sentenceMarkdown(text('bugs.honesty'), language),
    ...(shown.length > 0 ? [shown.join('\n')] : []),
    ...(more > 0 ? [sentenceMarkdown(text('pack.more', { count: more }), language)] : []),
  ];
}

function systemParts({ systems }: SupportPack, style: IncidentStyle): string[] {
  if (systems.length === 0) return [];
  const heading = `## ${sentenceMarkdown(text('pack.systems'), style.language)}`;
  return [
    heading,
    ...systems.flatMap((each) => fittingBugsMarkdown({ ...each, answer: null }, MAX_SYSTEM_BUGS, style)),
  ];
}

/** Note that the account scan is older than the case, so that later changes are missing. */
function readAtLine({ readAt }: SupportPack, { language, timeZone }: IncidentStyle): string[] {
  if (readAt === null) return [];
  return [
    sentenceMarkdown(text('pack.readAt', { when: utcAndLocalTime(readAt, timeZone, language) }), language),
  ];
}

function timelineLines({ timeline, cluster }: SupportPack, style: IncidentStyle): string {
  const isDeclared = isFileLocation(cluster.location);
  if (timeline === null || timeline.length === 0) {
    const why = timeline === null || isDeclared ? text('pack.timelineNone') : text('pack.timelineEmpty');
    return sentenceMarkdown(why, style.language);
  }
  return timeline.map((entry) => timelineLine(entry, style)).join('\n');
}

function timelineLine({ at, what, expires, isAbout }: TimelineEntry, style: IncidentStyle): string {
  const { language, timeZone } = style;
  const date = utcAndLocalTime(expires, timeZone, language);
  const until = say(text(isAbout ? 'pack.expiresAbout' : 'pack.expires', { date }), language);
  return `- ${escapeMarkdown(`${utcAndLocalTime(at, timeZone, language)}: ${what} (${until})`)}`;
}
