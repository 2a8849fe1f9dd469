import type { Text } from '../../model/index.ts';
import { form, type Message, part, plural, type Say } from '../say.ts';

export const account = {
  'account.unlocks.identity': 'which account and role are used',
  'account.unlocks.regions': 'which Regions are enabled for the account',
  'account.unlocks.clusters': 'clusters of Aurora and RDS: running and pending version, settings',
  'account.unlocks.instances': 'database instances: their own version, class and settings',
  'account.unlocks.globalClusters': 'global databases and their members',
  'account.unlocks.engineVersions': 'valid upgrade targets, and the logs that a version can export',
  'account.unlocks.majorEngineVersions': 'dates of standard and Extended Support as the service states them',
  'account.unlocks.maintenance': 'pending maintenance and the day on which it is forced',
  'account.unlocks.scalingGroups': 'Auto Scaling groups and their health checks',
  'account.unlocks.machines': 'which image each EC2 instance runs (no user data)',
  'account.unlocks.images': 'the Amazon Linux release of an image',
  'account.unlocks.managedInstances': 'platform, version and agent as Systems Manager reports them',
  'account.unlocks.aggregator': 'a whole organisation through an AWS Config aggregator (--aggregator)',
  'account.unlocks.clusterParameters': 'parameters that users set in cluster parameter groups',
  'account.unlocks.parameters': 'parameters that users set in instance parameter groups',
  'account.unlocks.subscriptions': 'recipients of RDS event notifications',
  'account.unlocks.recommendations': 'what RDS itself recommends',
  'account.unlocks.databaseEvents': 'restarts and failovers of the last 14 days',
  'account.unlocks.proxies': 'RDS proxies',
  'account.unlocks.proxyPools': 'how many connections a proxy may open',
  'account.unlocks.proxyTargets': 'which databases a proxy serves',
  'account.unlocks.hooks': 'lifecycle hooks',
  'account.unlocks.activities': 'instances replaced lately, and why: the signs of a loop',
  'account.unlocks.notifications': 'recipients of launch and termination notifications',
  'account.unlocks.targetGroups': 'health checks of target groups',
  'account.unlocks.targetAttributes': 'when a target group fails open, and its deregistration delay',
  'account.unlocks.targetHealth': 'which targets are unhealthy now, and why',
  'account.unlocks.loadBalancers': 'load balancers',
  'account.unlocks.balancerAttributes': 'access logs and health check logs',
  'account.unlocks.alarms': 'alarms, what they watch and whom they notify',
  'account.unlocks.logGroups': 'log groups and their retention',
  'account.unlocks.rules': 'EventBridge rules for RDS and Auto Scaling events',
  'account.unlocks.topicSubscriptions': 'whether anybody subscribes to the topics that are notified',
  'account.unlocks.topicAttributes': 'which services those topics accept, and their KMS key',
  'account.unlocks.ruleTargets': 'what such a rule triggers',
  'account.unlocks.trails': 'CloudTrail trails',
  'account.unlocks.trailStatus': 'whether a trail records',
  'account.unlocks.trailEvents': 'which events a trail records',
  'account.unlocks.launchTemplates':
    'image and log shipping of launch templates; the answer holds user data, which can contain secrets',
  'account.unlocks.launchConfigurations':
    'image and log shipping of launch configurations; the answer holds user data, which can contain secrets',

  'account.tier.versions': 'what runs, in which version',
  'account.tier.checklist': 'what the checklist needs, and live signs of trouble',
  'account.tier.evidence': 'what instances run at start; can reveal user data',

  'account.notReadable': (a: { operation: string; reason: string; places: string[] }, say: Say) =>
    `not readable: ${a.operation} (${a.reason})${part(a.places, ` in ${say(a.places)}`)}`,
  'account.endless': (a: { operation: string; pages: number; places: string[] }, say: Say) =>
    `not readable to the end: ${a.operation} (its page token never ends; ${plural(a.pages, 'page')} used) in ${say(a.places)}`,
  'account.foreign': (a: { operation: string; places: string[] }, say: Say) =>
    `not readable: what answered ${a.operation} in ${say(a.places)} is not AWS (perhaps a proxy or login page)`,
  'account.oversized': (a: { operation: string; megabytes: number; places: string[] }, say: Say) =>
    `not readable: an answer to ${a.operation} in ${say(a.places)} is larger than ${a.megabytes} MB`,
  'account.overBudget': (
    a: { operation: string; megabytes: number; seconds: number; places: string[] },
    say: Say,
  ) =>
    `not readable to the end: ${a.operation} in ${say(a.places)} (all answers of this service there have more than ${a.megabytes} MB or took more than ${a.seconds} seconds; what was read by then is used)`,
  'account.regionOff': (a: { region: string; account: string }) =>
    `${a.region} is not enabled for account ${a.account}: skipped.`,
  'account.noSuchRegion': (a: { region: string; account: string }) =>
    `Account ${a.account} has no Region ${a.region}: skipped.`,
  'account.otherPartition': (a: { region: string; account: string }) =>
    `${a.region} is in another partition than account ${a.account}: skipped.`,
  'account.regionsUnknown': (a: { account: string; region: string }) =>
    `The Regions of account ${a.account} are unknown (ec2:DescribeRegions was not answered): only ${a.region} is read.`,
  'account.noRegion': (a: { profile: string }) =>
    `Profile ${a.profile} has no Region: name one with --region, or set one in the profile.`,
  'account.unknownProfile': (a: { profile: string; known: string[] }, say: Say) =>
    `There is no profile ${a.profile}. Known: ${say(a.known)}.`,
  'account.unknownProfile.none': (a: { profile: string; known: string[] }) =>
    `There is no profile ${a.profile}: the shared AWS configuration files name none.`,
  'account.renew': (a: { command: string; profiles: string[] }, say: Say) =>
    `The SSO session of ${say(a.profiles)} has expired. Renew it with: ${a.command}`,
  'account.noCredentials': (a: { profile: string }) =>
    `Credentials of ${a.profile} could not be loaded; run \`aws sts get-caller-identity --profile ${a.profile}\` for details.`,
  'account.mfaNeeded': (a: { profile: string }) =>
    `Profile ${a.profile} needs a code of its MFA device: run the scan where you can enter it.`,
  'account.mfaRefused': (a: { profile: string }) =>
    `Profile ${a.profile} gave no access: its MFA code was not accepted, or none was entered. Scan again to retry.`,
  'account.refused': (a: { profiles: string[]; reason: string }, say: Say) =>
    `The credentials of ${say(a.profiles)} were refused (${a.reason}).`,
  'account.expired': (a: { profiles: string[]; reason: string }, say: Say) =>
    `The credentials of ${say(a.profiles)} have expired (${a.reason}). Renew them, then scan again.`,
  'account.credentialsExpired': (a: { reason: string; operations: number; places: string[] }, say: Say) =>
    `The credentials expired during the scan (${a.reason}): ${plural(a.operations, 'operation')} failed in ${say(a.places)}. Renew them, then scan again.`,
  'account.callsFailed': (a: { reason: string; operations: number; places: string[] }, say: Say) =>
    `${plural(a.operations, 'operation')} failed in ${say(a.places)} (${a.reason}).`,
  'account.timedOut': (a: { profile: string }) => `Loading the credentials of ${a.profile} timed out.`,
  'account.sameAccount': (a: { profile: string; account: string; first: string }) =>
    `Profile ${a.profile} also reaches account ${a.account}, which is read through ${a.first}: no Region is read twice.`,
  'account.cancelled': 'Stopped before anything was read: nothing is shown.',
  'account.stopped': (a: { count: number }) =>
    `Stopped before the end: ${form(a.count, '1 Region was', `${a.count} Regions were`)} not read.`,
  'account.unread': (a: { places: string[] }, say: Say) =>
    `not read, because the scan was stopped: ${say(a.places)}`,
  'account.allRefused': (a: { reasons: Text[] }, say: Say) => `Nothing could be read. ${say(a.reasons, ' ')}`,
  'account.identity': (a: { profile: string; account: string; arn: string }) =>
    `${a.profile}: account ${a.account}, ${a.arn}`,
  'account.progress': (a: { account: string; region: string; done: number; total: number }) =>
    `${a.done} of ${plural(a.total, 'Region')} read (${a.account} ${a.region})`,
  'account.calls': (a: { calls: number; databases: number; each: string }) =>
    `${plural(a.calls, 'API call')} for ${plural(a.databases, 'database')} (${a.each} per database).`,
  'account.mfaPrompt': (a: { device: string }) => `MFA code for ${a.device}: `,
  'account.imageUnknown': (a: { name: string }) =>
    `The image ${a.name} does not name an Amazon Linux release.`,
  'account.imageGone': (a: { id: string }) =>
    `The image ${a.id} is not readable (deregistered, or not shared with this account).`,
  'account.generation': (a: { name: string }) => `${a.name}: only the generation of Amazon Linux is known.`,
  'account.noVersion': 'The service names no engine version.',

  'join.row': (a: { declared: Text; running: readonly Text[]; pending: readonly string[] }, say: Say) =>
    `${say(a.declared)}; ${say(a.running)}${part(a.pending, `; pending: ${say(a.pending)}`)}`,
  'join.declared': (a: { version: string }) => `declared ${a.version}`,
  'join.undeclared': 'declared without a version',
  'join.same': (a: { count: number; unit: Text }, say: Say) =>
    `${plural(a.count, say(a.unit))} ${form(a.count, 'runs', 'run')} it`,
  'join.noneRead': (a: { unit: Text }, say: Say) => `no running ${say(a.unit)} could be read`,
  'join.runs': (a: { version: string; count: number }) =>
    `${a.count} ${form(a.count, 'runs', 'run')} ${a.version}`,
  'join.drift': (a: { name: string; row: Text }, say: Say) => `${a.name}: ${say(a.row)}.`,
  'join.runsHere': (a: { name: string; version: string | null; pending: string | null }, say: Say) =>
    `${a.name} runs ${say(a.version)}${part(a.pending, (pending) => `; ${pending} is pending`)}`,
  'join.runsHere.unknown': (a: { name: string; version: string | null; pending: string | null }) =>
    `${a.name} runs an unknown version${part(a.pending, (pending) => `; ${pending} is pending`)}`,
  'join.declaredHere': (a: { name: string; version: string | null }, say: Say) =>
    `${a.name} declares ${say(a.version)} here`,
  'join.declaredHere.unversioned': (a: { name: string; version: string | null }) =>
    `${a.name} declares it here`,
  'join.ambiguous': (a: { names: string[] }, say: Say) =>
    `Matches more than one declaration: ${say(a.names)}.`,

  'account.aggregator.rows': (a: { count: number }) =>
    `${plural(a.count, 'row')} of the aggregator’s answer could not be understood.`,
  'account.noDatabase': (a: { name: string }) =>
    `No cluster and no standalone DB instance is called ${a.name} in the accounts and Regions that were read.`,
  'account.aggregator.parameters':
    'AWS Config does not record parameter values: they are unknown where no profile reaches the account.',
} satisfies Record<string, Message>;
