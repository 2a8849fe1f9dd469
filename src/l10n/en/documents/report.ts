import type { Text, TextArg } from '../../../model/index.ts';
import { capitalised, form, type Message, noneOr, part, plural, type Say, span, titled } from '../../say.ts';

/** Bugs of an upstream product in the releases that a version contains. */
interface UpstreamCount extends Record<string, string | number> {
  name: string;
  version: string;
  newest: string;
  from: string;
  to: string;
  listed: number;
  urgent: number;
}

export const report = {
  'level.warning': 'warning',
  'level.information': 'information',
  'level.hint': 'hint',

  'severity.critical': 'critical',
  'severity.high': 'high',
  'severity.medium': 'medium',
  'severity.unrated': 'unrated',
  'severity.low': 'low',
  'severity.info': 'info',

  'impact.data': 'wrong or lost data',
  'impact.unavailability': 'unavailability',
  'impact.connectivity': 'connections',
  'impact.replication': 'replication',
  'impact.memory': 'memory',
  'impact.performance': 'performance',
  'impact.upgrade': 'upgrade',
  'impact.security': 'security',
  'impact.observability': 'metrics and logs',
  'impact.functionality': 'functionality',

  'catalogue.source.snapshot': 'embedded snapshot',
  'catalogue.source.cache': 'last refresh',
  'catalogue.source.live': 'just read',

  'scan.communityNotCounted': (a: { engines: readonly string[]; names: readonly string[] }, say: Say) =>
    `${say(a.names)}: AWS's own notes; ${say(a.engines)}'s own fixes are not counted.`,
  'scan.fixedIn': (a: { version: string }) => `fixed in ${a.version}`,
  'scan.loops': 'Auto Scaling groups that can replace healthy instances in a loop:',
  'scan.noFix': 'no fix listed',
  'scan.versionCounts': (
    a: { urgent: string; urgentCount: number; all: string; upstream: string | null; fixes: Text | null },
    say: Say,
  ) =>
    `${a.urgent} urgent known ${form(a.urgentCount, 'bug', 'bugs')}, ${a.all} in all${part(a.upstream, ` with ${a.upstream}'s`)}.${part(a.fixes, (fixes) => ` ${say(fixes)}`)}`,
  'scan.versionCounts.noneUrgent': (
    a: { all: string; upstream: string | null; fixes: Text | null },
    say: Say,
  ) =>
    `${a.all} known bugs${part(a.upstream, ` with ${a.upstream}'s`)}, none urgent.${part(a.fixes, (fixes) => ` ${say(fixes)}`)}`,
  'scan.countParts': (a: { parts: Text }, say: Say) => `${say(a.parts)}.`,
  'scan.moreVersions': (a: { count: number }) =>
    `${plural(a.count, 'more version')}: --limit or --verbose shows them.`,
  'scan.morePlaces': (a: { count: number }) => plural(a.count, 'more place'),
  'scan.moreFindings': (a: { count: number }) =>
    `${plural(a.count, 'more finding')}: --limit or --verbose shows them.`,
  'scan.moreProblems': (a: { count: number }) => `${a.count} more: --verbose shows them.`,
  'scan.hints': (a: { count: number }) =>
    `${plural(a.count, 'hint')} (may not run, an example, no known database): --verbose shows them.`,
  'scan.verbose': 'Reasons and pages: --verbose.',
  'scan.nothing': (a: { files: number }) =>
    `Looked at ${plural(a.files, 'file')}: none declares a database, an operating system image or an Auto Scaling group. Looks for Terraform, CloudFormation, CDK, Pulumi, Kubernetes, Ansible, Packer, Dockerfiles, pipelines and scripts.`,
  'scan.failed': (a: { count: number; level: string }) =>
    `Failed: ${plural(a.count, 'finding')} ${form(a.count, 'reaches', 'reach')} --fail-on ${a.level}.`,
  'scan.leftOut': (a: { count: number }) =>
    `No finding reaches --fail-on, but not everything was read and judged: ${plural(a.count, 'message')} above ${form(a.count, 'names', 'name')} the parts that were left out. This is not an all-clear (exit code 2). Scan fewer folders at once, or leave out what cannot be read with .errata-lensignore.`,
  'scan.reading': (a: { files: number }) => `Reading files: ${a.files}`,
  'scan.problems': 'Could not be read or understood:',
  'scan.remarks': 'Notes on what was read:',
  'scan.inUse': '(feature in use)',
  'scan.counts': (
    a: { apply: Text; urgent: number; ordinary: number; minor: number; matching: number },
    say: Say,
  ) => {
    const matching = part(a.matching, `; ${a.matching} match what you use`);
    return `${say(a.apply)}: ${a.urgent} urgent, ${a.ordinary} ordinary, ${a.minor} minor${matching}`;
  },
  'scan.next': (a: { advice: Text; reason: Text; more: string }, say: Say) =>
    `${capitalised(say(a.advice))}. ${say(a.reason)} More: ${a.more}`,
  'notes.days': (a: { newest: string; older: readonly string[] }, say: Say) =>
    `${a.newest}${part(a.older, (older) => ` (${say(older)})`)}`,
  'scan.age': (a: { days: number }) => `${plural(a.days, 'day')} old`,
  'scan.summary': (
    a: {
      assets: number;
      counts: Text;
      asOf: Text;
      /** Source and age of the notes. */
      age: readonly Text[];
    },
    say: Say,
  ) =>
    `${plural(a.assets, 'asset')}, ${say(a.counts)}. Notes as of ${say(a.asOf)}${part(a.age, ` (${say(a.age)})`)}.`,
  'scan.found': (
    a: {
      findings: number;
      details: readonly Text[];
      /** Number of further versions without urgent bugs, which are not among the findings. */
      ordinary: number;
      /** Number of assets with an unknown version, which are not among the findings. */
      unknown: number;
    },
    say: Say,
  ) =>
    `${noneOr(a.findings, 'no findings', plural(a.findings, 'finding'))}${part(a.details, ` (${say(a.details)})`)}${part(a.ordinary, `; ${plural(a.ordinary, noneOr(a.findings, 'version', 'more version'))} ${form(a.ordinary, 'has', 'have')} known bugs, none urgent`)}${part(a.unknown, `; ${plural(a.unknown, 'version')} unknown`)}`,
  'scan.found.serious': (a: { count: number }) => `${a.count} serious`,
  'scan.found.suppressed': (a: { count: number }) => `${a.count} suppressed`,

  'bugs.inVersions': (a: { versions: readonly string[]; more: number }, say: Say) =>
    `affects ${say(a.versions)}${part(a.more, ` and ${a.more} more`)}`,
  'bugs.more': (a: { count: number }) =>
    `${plural(a.count, 'more bug')}: --limit N or --all shows them, --symptom TEXT finds yours.`,
  'bugs.heading': (
    a: {
      name: string | Text | null;
      count: number;
      urgent: string | null;
      /** Numbers by source of the notes, if bugs of an upstream are among them. */
      sources: Text | null;
      asOf: string;
    },
    say: Say,
  ) =>
    `${titled(a.name, plural(a.count, 'known bug'), say)} listed${part(a.urgent, `, ${a.urgent} urgent`)}${part(a.sources, (sources) => `: ${say(sources)}`)}. Notes as of ${a.asOf}.`,
  'bugs.sources': (a: { distribution: string; own: number; upstream: string; listed: number }) =>
    `${a.own} in ${a.distribution}'s notes, ${a.listed} in ${a.upstream}'s`,
  'bugs.matching': (a: { count: number; filters: readonly string[] }, say: Say) =>
    `${a.count} of them ${form(a.count, 'matches', 'match')} ${say(a.filters, ' and ')}.`,
  'bugs.anySettings': 'Counted for any settings; a scan leaves out those that need features which are off.',
  'bugs.headingHere': (a: { name: string | Text | null; counts: Text; asOf: string }, say: Say) =>
    `${titled(a.name, say(a.counts), say)}. Notes as of ${a.asOf}.`,
  'counts.apply': (a: { apply: number; parts: Text }, say: Say) =>
    `${plural(a.apply, 'known bug')} ${form(a.apply, 'applies', 'apply')} here (${say(a.parts)})`,
  'counts.listed': (a: { count: string }) => `${a.count} listed`,
  'counts.off': (a: { count: string }) => `${a.count} need features that are off here`,
  'counts.ofHost': (a: { count: string }) => `${a.count} in packages of the host`,
  'counts.recorded': (a: { count: string }) => `${a.count} recorded by your team`,
  'bugs.recorded': (a: { count: number }) => `${plural(a.count, 'issue')} recorded by your team.`,
  'bugs.undetermined': (a: { count: number; upstream: Text | null }, say: Say) =>
    `${plural(a.count, 'more bug')}${part(a.upstream, (upstream) => `, ${say(upstream)}`)}: whether this version has ${form(a.count, 'it', 'them')} is undetermined.`,
  'bugs.ofUpstream': (a: { name: string; count: number }) => `${a.count} of ${a.name}`,
  'bug.title': (a: { title: string; ja: string }) => a.title,
  'bugs.verbose': 'Reasons and links: --verbose.',
  'bugs.fixedIn': 'fixed in',
  'bugs.honesty':
    'The vendor lists these as fixed in later releases. Whether they affect you depends on what you use; unlisted bugs can exist too.',

  'bugs.upstream.heading': (a: UpstreamCount) =>
    `${a.name} ${span(a.version, a.newest, ' to ')} in it: ${plural(a.listed, 'more known bug')}, ${a.urgent} urgent, fixed in ${a.name} ${span(a.from, a.to, ' to ')}. Counted apart; the vendor may have back-ported fixes without listing them.`,
  'bugs.upstream.headingIncluded': (a: UpstreamCount) =>
    `${a.name} ${span(a.version, a.newest, ' to ')} in it: ${a.listed} of these bugs, ${a.urgent} urgent, fixed in ${a.name} ${span(a.from, a.to, ' to ')}.`,
  'bugs.upstream.newest': (a: { name: string; version: string }) =>
    `${a.name} ${a.version} in it: no later release of this major version is in the catalogue.`,
  'bugs.upstream.unread': (a: { name: string; version: string }) =>
    `The notes of ${a.name} ${a.version} are not read yet: what it fixes is not listed.`,
  'bugs.upstream.notRead': (a: { name: string; lines: readonly string[]; readOn: string }, say: Say) =>
    `The notes of ${a.name}${part(a.lines, ` ${say(a.lines)}`)} are as of ${a.readOn}: the last refresh could not read them, so bugs that they list since then are not counted.`,
  'bugs.upstream.last': (a: { name: string; version: string; line: string }) =>
    `${a.name} ${a.version} in it, the last release of ${a.name} ${a.line}.`,
  'bugs.upstream.ended': (a: { name: string; version: string; line: string }) =>
    `${a.name} ${a.line} ended with ${a.version}: fixes after it come only by Extended Support, as AWS lists them.`,
  'bugs.undetermined.others': (a: { count: number }) =>
    `${plural(a.count, 'bug')} fixed on other major versions: whether this one has ${form(a.count, 'it', 'them')}, too, is undetermined.`,
  'bugs.upstream.undetermined': (a: { name: string; count: number }) =>
    `${plural(a.count, 'more bug')} of ${a.name}: whether this version has ${form(a.count, 'it', 'them')} is undetermined.`,
  'bugs.upstream.leftOut': (a: { parts: readonly Text[] }, say: Say) => `Not counted: ${say(a.parts, '; ')}.`,
  'bugs.upstream.leftOut.part': (a: { count: number; part: Text }, say: Say) => `${a.count} ${say(a.part)}`,
  'leftOut.client': 'in clients (psql, pg_dump, libpq, ecpg)',
  'leftOut.platform': 'on platforms that the service does not run',
  'leftOut.developer-build': 'in assertions, which only builds for developers have',
  'leftOut.self-managed':
    'in what only a server of your own has (its files, archiving, pg_basebackup, pg_rewind)',
  'leftOut.storage': 'in storage',
  'leftOut.extension': 'in extensions that neither code nor settings name',
  'leftOut.oneExtension': (a: { extension: string }) =>
    `in the extension ${a.extension}, which neither code nor settings name`,
  'leftOut.own-notes': "on which the vendor's own notes decide (CVEs and back-ported fixes)",
  'bugs.upstream.after': (a: { tasks: readonly Text[] }, say: Say) =>
    `After the update: ${say(a.tasks, '; ')}.`,
  'bugs.upstream.after.task': (
    a: { what: Text; names: readonly (string | Text)[]; version: string },
    say: Say,
  ) => `${say(a.what)}${part(a.names, ` (${say(a.names, ', ')})`)}, see the notes of ${a.version}`,
  'bugs.upstream.task.reindex': 'REINDEX affected indexes',
  'bugs.upstream.task.self-keys': 'drop and recreate foreign keys from a partitioned table to itself',
  'bugs.upstream.task.partition-keys': 'look for rows that violate foreign keys to partitioned tables',
  'bugs.upstream.task.detached-keys':
    'recreate foreign keys of detached partitions, and look for rows that violate them',
  'bugs.upstream.task.views': 'recreate views if you rely on privileges for columns',
  'bugs.upstream.task.contained-arrays': 'review searches with <@, which become slower',
  'bugs.upstream.task.extension': 'run ALTER EXTENSION … UPDATE in each database',
  'bugs.upstream.task.repair': 'check the catalog and data for damage',
  'bugs.upstream.task.parameters': 'review parameters',
  'bugs.upstream.task.script': 'run the corrective script in each database',
  'bugs.upstream.task.catalog': 'correct functions in the catalog of each database, as a superuser',
  'bugs.upstream.task.standbys-first': 'update read replicas first',
  'bugs.upstream.concurrently': 'built with CONCURRENTLY',
  'bugs.upstream.task.lexemes': 'look for empty lexemes in stored tsvector values',
  'bugs.upstream.task.search-path':
    'set search_path on functions of expression indexes and materialized views if they name no schema',
  'bugs.upstream.task.text-search':
    'REINDEX indexes for text search and pg_trgm if the default collation provider is not libc',
  'bugs.upstream.task.see-notes': 'check the first changes',
  'bugs.upstream.more': (a: { count: number; name: string }) =>
    `${plural(a.count, 'more bug')} of ${a.name}: --limit N or --all.`,

  'bugs.scope.between': (a: { distribution: string; engine: string; from: string; to: string }) =>
    `${a.distribution}'s own notes; ${a.engine} ${a.from} to ${a.to} fixes are not counted.`,
  'bugs.scope.between.one': (a: { distribution: string; engine: string; from: string; to: string }) =>
    `${a.distribution}'s own notes; ${a.engine} ${a.to} fixes are not counted.`,
  'bugs.scope.after': (a: { distribution: string; engine: string; through: string }) =>
    `${a.distribution}'s own notes; ${a.engine} fixes after ${a.through} are not counted.`,
  'bugs.scope.unknown': (a: { distribution: string; engine: string }) =>
    `${a.distribution}'s own notes; they do not say which ${a.engine} fixes the release contains, and missing ones are not counted.`,

  'standing.heading': (a: { name: string; number: string; asOf: string }) =>
    `Is ${a.number} in ${a.name}? Notes as of ${a.asOf}.`,
  'standing.column': 'In it?',
  'standing.bug': 'Bug',
  'standing.in': 'Yes',
  'standing.off': 'Only with a feature that is off',
  'standing.undetermined': 'Undetermined',
  'standing.left-out': 'Not counted',
  'standing.fixed': 'No',
  'standing.elsewhere': 'No',
  'standing.containedUpstream': (a: { name: string; version: string; release: string }) =>
    `fixed in ${a.name} ${a.release}; this version contains ${a.name} ${a.version}`,
  'standing.fixedBefore': (a: { name: string; branch: string }) =>
    `fixed since the first release of ${a.name} ${a.branch}`,
  'standing.elsewhere.reason': (a: { releases: readonly string[] }, say: Say) =>
    `fixed in ${say(a.releases, ', ')}; the notes place it in other versions`,
  'standing.absent': (a: { fact: Text; releases: readonly string[] }, say: Say) =>
    `${say(a.fact)}; fixed in ${say(a.releases, ', ')}`,
  'standing.reason': (a: { reason: Text; release: string }, say: Say) => `${say(a.reason)} (${a.release})`,
  'standing.none': (a: { number: string }) =>
    `No notes of this product name ${a.number}. A number is a CVE, or the id after a bug in a list.`,
  'cve.heading': (a: { cve: string; asOf: Text }, say: Say) => `${a.cve}. Notes as of ${say(a.asOf)}.`,
  'cve.notListed': (a: { cve: string; asOf: Text }, say: Say) =>
    `${a.cve} is not listed in the release notes as of ${say(a.asOf)}. It may still affect a version: not every CVE is announced there.`,
  'cve.fixedIn': (a: { branches: TextArg; version: string }, say: Say) =>
    `${say(a.branches)}: fixed in ${a.version}`,
  'cve.inherited': (a: { branches: TextArg }, say: Say) =>
    `${say(a.branches)}: fixed since the first release`,
  'cve.noFix': (a: { branches: TextArg }, say: Say) => `${say(a.branches)}: no fix is listed`,
  'cve.notInOwnNotes': (a: { reason: Text; name: string }, say: Say) =>
    `${say(a.reason)}; the notes of ${a.name} do not name it`,
  'cve.affected.high': (a: { versions: TextArg }, say: Say) => `affected: ${say(a.versions)}`,
  'cve.affected.medium': (a: { versions: TextArg }, say: Say) => `probably affected: ${say(a.versions)}`,
  'cve.affected.low': (a: { versions: TextArg }, say: Say) => `not clear: ${say(a.versions)}`,
  'cve.leftOut': (a: { versions: TextArg }, say: Say) => `not counted: ${say(a.versions)}`,
  'cve.package': (
    a: { name: string; package: string | null; versions: readonly string[]; advisory: string | null },
    say: Say,
  ) =>
    `${a.name}: ${part(a.package, (name) => `${name} `)}fixed in ${say(a.versions)}${part(a.advisory, (advisory) => ` (${advisory}, by version)`)}`,
  'cve.package.byDate': (
    a: { name: string; package: string | null; versions: readonly string[]; advisory: string | null },
    say: Say,
  ) =>
    `${a.name}: ${part(a.package, (name) => `${name} `)}fixed in ${say(a.versions)}${part(a.advisory, (advisory) => ` (${advisory}, by its date)`)}`,
  'cve.tableBare': "The vendor's table of CVEs names it without a release, and no release page names it.",
  'cve.tableAlone': (a: { versions: readonly string[] }, say: Say) =>
    `Only the vendor's table of CVEs lists it (${say(a.versions)}); no release page does.`,
  'cve.tableDiffers': (a: { sides: readonly Text[] }, say: Say) =>
    `The vendor's table of CVEs differs: ${say(a.sides, '; ')}.`,
  'cve.onlyInTable': (a: { versions: readonly string[] }, say: Say) =>
    `only the table names ${say(a.versions)}`,
  'cve.onlyInPages': (a: { versions: readonly string[] }, say: Say) =>
    `only the release pages name ${say(a.versions)}`,
  'cve.span': (a: { first: string; last: string; count: number }) => `${a.first} … ${a.last} (${a.count})`,

  'rule.known-bugs': 'Known bugs of the version that is written here',
  'rule.known-bugs.help':
    'Later releases list fixes for bugs that this version has. Whether a database meets one depends on what it uses. Read the fixes, then plan the upgrade: errata-lens upgrade PRODUCT VERSION.',
  'rule.known-cves': 'Known security bugs (CVEs) of the version that is written here',
  'rule.known-cves.help':
    'Later releases list fixes for CVEs that this version has. Plan the upgrade to a release that fixes them.',
  'rule.end-of-support': 'End of support of the version that is written here',
  'rule.end-of-support.help':
    'The vendor’s standard support of this version ends or has ended. Plan the upgrade, or the cost of Extended Support.',
  'rule.partial-version': 'Version range instead of one release',
  'rule.partial-version.help': 'AWS chooses the release at creation time. Pin a release.',
  'rule.unknown-version': 'Version that is unknown, or not in the catalogue',
  'rule.unknown-version.help':
    'Make the version known as the message says; refresh the catalogue where the version is newer: errata-lens catalogue update.',
  'rule.floating-version': 'Name that moves to each new image',
  'rule.floating-version.help': 'Two deployments can get two images. Pin an image that names its release.',
  'rule.not-in-api': 'Release that the API has no name for',
  'rule.not-in-api.help':
    'Write the release that the message names: a deployment of any other text fails, and AWS applies its revisions automatically.',
  'rule.leaves-long-term': 'Long-term support version with automatic upgrades on',
  'rule.leaves-long-term.help':
    'Switch automatic minor version upgrades off for the cluster or one of its instances, and patch it yourself; or choose a version that need not stay.',
  'report.parts': (a: { parts: readonly Text[] }, say: Say) => say(a.parts, '; '),
  'word.quoted': (a: { word: string }) => `“${a.word}”`,
  'report.sameVersion': 'The same version',
  'report.sameHere': 'The same holds here',
  'sarif.repository': 'The root of the repository.',
  'rule.other': (a: { id: string }) => `Errata Lens: ${a.id}`,
  'rule.check': (a: { id: string }) => `Observability check ${a.id}`,
  'rule.check.help': 'See errata-lens checklist for the evidence and the fix.',
  'report.cves': (a: { count: number; cves: readonly string[] }, say: Say) =>
    `${plural(a.count, 'CVE')} known for this version: ${say(a.cves)}.`,
  'report.nothing': 'No known problems. Unlisted bugs can exist too.',
  'report.filtered': (a: { severity: Text }, say: Say) =>
    `Only findings of severity ${say(a.severity)} or worse are listed (--severity).`,
  'report.found': (a: { counts: Text }, say: Say) => `${capitalised(say(a.counts))}.`,
  'report.column.ordinary': 'Version without urgent bugs',
  'report.column.unknown': 'Version unknown',
  'report.column.hint': 'Hint: may not run, an example, or no database is known',
  'report.column.upstream': (a: { name: string }) => `${a.name}'s bugs`,
  'report.column.place': 'Place',
  'report.column.severity': 'Severity',
  'report.column.finding': 'Finding',
  'report.column.assets': 'Assets',
  'report.onlyUpstream': (a: { name: string; count: number }) =>
    `Only versions with bugs of ${a.name} (${plural(a.count, 'row')})`,
  'report.heading': 'Errata Lens',
  'report.change.heading': (a: { name: string; from: string; to: string; assets: number }) =>
    `${a.name} ${a.from} → ${a.to} (${plural(a.assets, 'asset')})`,
  'report.change.summary': (a: {
    clears: number;
    leaves: number;
    brings: number;
    undetermined: number;
    there: number;
  }) =>
    `Fixes ${plural(a.clears, 'known bug')}; ${a.leaves} ${form(a.leaves, 'stays', 'stay')}, ${a.undetermined} undetermined. New there: ${a.brings}${part(a.there, `; ${a.there} undetermined`)}.`,
  'report.change.upstream': (a: {
    name: string;
    from: string;
    to: string;
    clears: number;
    urgent: number;
    leaves: number;
    brings: number;
  }) =>
    `${a.name} in it, counted apart: ${a.from} → ${a.to} fixes ${plural(a.clears, 'bug')}, ${a.urgent} urgent; ${a.leaves} ${form(a.leaves, 'stays', 'stay')}. New there: ${a.brings}.`,
  'report.change.clears': 'Fixed',
  'report.change.leaves': 'Stays',
  'report.change.brings': 'New',
  'report.change.undetermined': 'Undetermined',
  'report.change.there': 'Known there; whether the earlier version has them is undetermined',
  'report.change.none': 'No version changes here.',
  'report.asOf': (a: { asOf: Text | string }, say: Say) => `Notes as of ${say(a.asOf)}.`,
  'report.baseline': 'in the baseline',
} satisfies Record<string, Message>;
