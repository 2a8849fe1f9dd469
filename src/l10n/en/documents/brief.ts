import type { Text, TextArg } from '../../../model/index.ts';
import { DATES_EN as dates } from '../../dates.ts';
import { form, type Message, part, plural, type Say, span } from '../../say.ts';

/** Sentences of a line. */
interface Line extends Record<string, TextArg> {
  sentences: readonly Text[];
}

/** The change brief: the document for the person who approves an upgrade. */
export const brief = {
  'brief.command': 'Prepare Change Brief',
  'brief.pick.target': 'Upgrade to which release?',
  'brief.pick.form': 'Which format?',
  'brief.form.html': 'HTML file: with pictures, to print or attach',
  'brief.form.markdown': 'Markdown: to paste into a ticket',
  'brief.saved': (a: { file: string }) => `Change brief saved: ${a.file}`,
  'brief.save': 'Save the change brief',
  'brief.open': 'Open in Browser',
  'brief.noWay': (a: { name: string; from: string }) =>
    `${a.name} ${a.from}: no newer release is in the catalogue.`,
  'brief.title': (a: { name: string; from: string; to: string }) =>
    `Change brief: ${a.name} ${a.from} to ${a.to}`,
  'brief.prepared': (a: { day: string; asOf: string }) =>
    `Prepared ${a.day} by Errata Lens. Release notes as of ${a.asOf}.`,
  'brief.section.approve': 'To approve',
  'brief.section.targets': 'What each target fixes',
  'brief.section.runs': 'What runs',
  'brief.section.urgent': (a: { count: number }) => `What is urgent (${a.count})`,
  'brief.section.serious': (a: { count: number }) => `Serious fixes (${a.count})`,
  'brief.section.fixes': (a: { version: string; count: number }) => `What ${a.version} fixes (${a.count})`,
  'brief.section.stays': (a: { count: number }) => `What stays (${a.count})`,
  'brief.section.undetermined': (a: { count: number }) =>
    `Undetermined: the vendor does not say whether the target has them (${a.count})`,
  'brief.section.undeterminedThere': (a: { count: number }) =>
    `Known there; whether the present version has them is undetermined (${a.count})`,
  'brief.section.brings': (a: { count: number }) => `What is new there (${a.count})`,
  'brief.section.near': 'Releases to avoid',
  'brief.section.support': 'Support and its cost',
  'brief.section.downtime': 'Downtime and demands',
  'brief.section.tests': 'Test plan',
  'brief.section.sources': 'Sources',

  'brief.words': (
    a: { name: string; from: string; to: string; stops: readonly string[]; things: number },
    say: Say,
  ) =>
    `Upgrade ${part(a.things, `${plural(a.things, 'resource')} from `)}${a.name} ${a.from} to ${a.to}${part(a.stops, (stops) => `, by way of ${say(stops)}`)}.`,
  'brief.words.urgent': (a: {
    part: number;
    whole: number;
    undetermined: number;
    fixed: number;
    all: number;
  }) =>
    `It fixes ${a.part} of ${plural(a.whole, 'urgent known bug')} and ${a.fixed} of ${a.all} in all.${part(a.undetermined, ` Of the urgent ones, ${a.undetermined} ${form(a.undetermined, 'is', 'are')} undetermined: the vendor does not say whether the target has ${form(a.undetermined, 'it', 'them')}.`)}`,
  'brief.words.serious': (a: { part: number; whole: number; fixed: number; all: number }) =>
    `It has ${a.part} of ${plural(a.whole, 'serious fix', 'serious fixes')} and ${a.fixed} of ${a.all} in all.`,
  'brief.words.rest': (a: { stays: number; brings: number; undetermined: number }) =>
    `${plural(a.stays, 'known bug')} ${form(a.stays, 'stays', 'stay')}${part(a.undetermined, `, ${a.undetermined} ${form(a.undetermined, 'is', 'are')} undetermined`)}, ${a.brings} ${form(a.brings, 'is', 'are')} new there.`,
  'brief.line.what': (a: Line, say: Say) => `What: ${say(a.sentences, ' ')}`,
  'brief.line.why': (a: Line, say: Say) => `Why: ${say(a.sentences, ' ')}`,
  'brief.line.when': (a: Line, say: Say) => `When: ${say(a.sentences, ' ')}`,
  'brief.line.downtime': (a: Line, say: Say) => `Downtime: ${say(a.sentences, ', then ')}.`,
  'brief.line.risk': (a: Line, say: Say) => `Risk: ${say(a.sentences, ' ')}`,
  'brief.line.back': (a: Line, say: Say) => `Way back: ${say(a.sentences, ' ')}`,
  'brief.recommended': (a: { advice: Text }, say: Say) => `${say(a.advice)}, as advised.`,
  'brief.otherRecommended': (a: { advice: Text }, say: Say) =>
    `not decided here. The advice is another: ${say(a.advice)}.`,
  'brief.stayRecommended': 'not decided here. The advice is to stay on the current release.',
  'brief.noneRecommended': 'not decided here. There is no release to recommend.',
  'brief.approvedBy': 'Approved by',
  'brief.date': 'Date',
  'brief.window': 'Maintenance window',

  'brief.column.resource': 'Resource',
  'brief.column.where': 'Where',
  'brief.column.count': 'Count',
  'brief.runs.none': 'No code or account was read for this brief.',
  'brief.urgent.none': 'No urgent known bug is listed for this version.',
  'brief.fixedThere': (a: { version: string }) => `fixed in ${a.version}`,
  'brief.staysThere': (a: { version: string }) => `stays in ${a.version}`,
  'brief.undeterminedThere': (a: { version: string }) => `undetermined in ${a.version}`,
  'brief.more': (a: { count: number }) => `and ${a.count} more`,
  'brief.above': (a: { count: number }) => `${a.count} of them ${form(a.count, 'is', 'are')} listed above.`,
  'brief.none': 'None known.',
  'brief.near.none': 'No release of these minor versions is withdrawn or known to have introduced a bug.',
  'brief.near.withdrawn': (a: { version: string; day: Text }, say: Say) =>
    `${a.version} (${say(a.day)}): withdrawn or deprecated by the vendor.`,
  'brief.near.brought': (a: { version: string; day: Text; titles: readonly Text[] }, say: Say) =>
    `${a.version} (${say(a.day)}) introduced: ${say(a.titles)}.`,
  'brief.support.noCharge': (a: { scope: string; day: string }) =>
    `${a.scope} is in standard support on ${a.day}: no Extended Support charge.`,
  'brief.support.unknown': 'The release calendar does not list this version: its support is unknown.',
  'brief.back.engine': (a: { unit: Text; snapshot: Text }, say: Say) =>
    `a version cannot be lowered in place. Take a ${say(a.snapshot)} right before the upgrade; going back means restoring it as a new ${say(a.unit)}, without the writes since then.`,
  'brief.back.operating-system': 'replace the instances with ones from the previous image.',

  'brief.chart.bars': (a: { from: string }) => `Known bugs of ${a.from} that each target fixes`,
  'brief.chart.bar': (a: { fixed: number; all: number; part: number; whole: number }) =>
    `${a.fixed} of ${a.all} fixed; urgent: ${a.part} of ${a.whole}`,
  'brief.chart.barPlain': (a: { fixed: number; all: number }) => `${a.fixed} of ${a.all} fixed`,
  'brief.chart.fixed': 'fixed',
  'brief.chart.stays': 'stays',
  'brief.chart.undetermined': 'undetermined',
  'brief.chart.thick': 'thick: all; thin: urgent',
  'brief.chart.support': 'Support by minor version',
  'brief.chart.standard': 'standard support',
  'brief.chart.extended': 'Extended Support (charged)',
  'brief.chart.year3': 'year-3 price',
  'brief.chart.today': 'today',
  'brief.chart.span': (a: { scope: string; standard: string; extended: string | null }) =>
    `${a.scope}: standard support until ${dates.until(a.standard)}${part(a.extended, (extended) => `, Extended Support until ${dates.until(extended)}`)}`,

  'brief.test.clone': (a: { to: string; copy: Text }, say: Say) =>
    `Upgrade a ${say(a.copy)} of production to ${a.to} first, and note how long it takes.`,
  'brief.test.prechecks': (a: { log: string; copy: Text }, say: Say) =>
    `Read ${a.log} of the ${say(a.copy)}: every error there stops the upgrade.`,
  'brief.test.load': (a: { copy: Text }, say: Say) =>
    `Run the application’s tests and a load test on the ${say(a.copy)}; compare errors, slow statements and memory with today.`,
  'brief.test.failover': 'Restart or fail over once and check that every client reconnects.',
  'brief.test.watch': (a: { count: number }) =>
    `For two weeks after the upgrade, watch for the ${plural(a.count, 'bug')} that ${form(a.count, 'is', 'are')} new there (above).`,
  'brief.test.image': (a: { to: string }) => `Build the image from ${a.to} and start one instance of it.`,
  'brief.test.smoke': 'Run the service’s own checks on it, then replace the other instances one by one.',
  'brief.test.feature': (
    a: { feature: Text; what: Text; fixed: number; stays: number; undetermined: number; brings: number },
    say: Say,
  ) =>
    `${say(a.feature)}: ${say(a.what)} Known bugs: ${a.fixed} fixed, ${a.stays} stay, ${a.undetermined} undetermined, ${a.brings} new.`,
  'brief.test.noFeatures':
    'No feature in use is known from code or settings: test what the application depends on, and list it under `features` in .errata-lens.yaml.',
  'brief.test.other': (a: { copy: Text }, say: Say) => `run what uses it on the ${say(a.copy)}.`,
  'brief.test.binlog': 'check that every consumer of the binary log resumes at its position.',
  'brief.test.replicas': 'read from each reader while the writer works; watch AuroraReplicaLag.',
  'brief.test.replicas.rds': 'read from each replica while its source works; watch ReplicaLag.',
  'brief.test.global-database':
    'upgrade the Regions in the order that the vendor documents; check replication lag.',
  'brief.test.serverless': 'watch the ACUs during the load test, scaling up and down.',
  'brief.test.write-forwarding': 'write through a reader with the consistency level in use.',
  'brief.test.parallel-query': 'compare plans and results of the statements that use it.',
  'brief.test.iam-auth': 'connect with a fresh token from each application.',
  'brief.test.audit-log': 'check that audit events still arrive where they are read.',
  'brief.test.backtrack': 'backtrack the clone once.',
  'brief.test.s3-import-export': 'load and export one file.',
  'brief.test.lambda': 'call the function from a trigger or procedure once.',
  'brief.test.performance-insights': 'check that the dashboard and the alarms still have data.',

  'brief.source.notes': (a: { version: string }) => `Release notes of ${a.version}`,
  'brief.source.calendar': 'Release calendar',
  'brief.source.cost': 'How Extended Support is charged',
  'brief.honesty':
    'A bug that is not listed can still exist. Counts leave out bugs of features that are off here.',

  'brief.noTarget': (a: { name: string; from: string; to: string | null }, say: Say) =>
    `${say(a.to)} is not a newer release of ${a.name} than ${a.from}.`,
  'brief.noTarget.none': (a: { name: string; from: string; to: string | null }) =>
    `${a.name} ${a.from}: no upgrade is recommended. Name a release with --to.`,
  'brief.range': (a: { name: string; from: string; first: string; last: string }) =>
    `${a.name} ${a.from} is a range of releases. Name the one that runs with --from: ${span(a.first, a.last, ' to ')}.`,
  'brief.nothingPinned': 'No exact version found. Name one with --from, for example --from 2.11.1.',
  'brief.otherVersions': (a: { versions: readonly string[] }, say: Say) =>
    `Also in use: ${say(a.versions)}. Choose one with --from.`,
  'brief.badVersion': (a: { written: string }) =>
    `${a.written} is not a version of a known product. Examples: 3.10.4, “rds-postgresql 16.6”.`,
  'brief.severalProducts': (a: { written: string; choices: readonly string[] }, say: Say) =>
    `Several products have a version ${a.written}: ${say(a.choices)}. Name the product in --from as well.`,
} satisfies Record<string, Message>;
