import type { Text } from '../../../model/index.ts';
import { type Message, part, plural, type Say } from '../../say.ts';

export const evidence = {
  'evidence.setting': (a: { asset: string; name: string; value: string }) =>
    `${a.asset}: ${a.name} = ${a.value}`,
  'evidence.default': (a: { asset: string; name: string; tool: string; value: string }) =>
    `${a.asset}: ${a.name} is not set (${a.tool} default: ${a.value})`,
  'evidence.notWritten': (a: { asset: string; name: string; tool: string }) =>
    `${a.asset}: ${a.name} is not set, and what ${a.tool} does then is unknown`,
  'evidence.unknownSetting': (a: { asset: string; name: string }) =>
    `${a.asset}: ${a.name} is known only at deployment`,
  'evidence.unknownBecause': (a: { asset: string; name: string; because: Text }, say: Say) =>
    `${a.asset}: ${a.name} is unknown. ${say(a.because)}`,
  'evidence.onlyUnder': (a: { conditions: string[]; then: Text; otherwise: Text }, say: Say) =>
    `depends on ${a.conditions.join(', ')}: ${say(a.then)}; otherwise ${say(a.otherwise)}`,
  'evidence.existsUnder': (a: { asset: string; conditions: string[] }) =>
    `${a.asset} exists only under the condition ${a.conditions.join(', ')}`,
  'evidence.notSeen': (a: { asset: string; name: string }) =>
    `${a.asset}: whether ${a.name} is set cannot be determined from the code`,
  'evidence.settingNotRead': (a: { asset: string; name: string }) => `${a.asset}: ${a.name} is not readable`,
  'evidence.assetNotRead': (a: { asset: string }) => `${a.asset}: not readable`,
  'evidence.nothingKnown': 'nothing is known about it',
  'evidence.switchedOff': (a: { reason: string }) => `switched off in .errata-lens.yaml: ${a.reason}`,
  'evidence.declaresNone': (a: { asset: string }) => `${a.asset} declares no instance`,
  'evidence.engineUnknown': (a: { asset: string }) => `${a.asset}: the engine is known only at deployment`,
  'evidence.tookTooLong': (a: { asset: string }) => `${a.asset}: the check took too long and was given up`,
  'evidence.refused': (a: { operation: string }) => `${a.operation} is not readable`,
  'evidence.liveOnly': 'only an account scan can tell',
  'evidence.versionUnknown': 'the version is unknown',
  'evidence.notInCatalogue': (a: { version: string }) => `${a.version} is not covered by the catalogue`,
  'evidence.serverlessV1': (a: { asset: string }) =>
    `${a.asset} is Aurora Serverless v1, which this check is not for`,
  'evidence.noInstances': (a: { asset: string }) => `no instance of ${a.asset} is found here`,
  'evidence.instanceCountUnknown': (a: { asset: string }) =>
    `how many instances ${a.asset} has is known only at deployment`,
  'evidence.parameter': (a: { name: string; value: string; group: string }) =>
    `${a.name} = ${a.value} in ${a.group}`,
  'evidence.unknownParameter': (a: { name: string; group: string }) =>
    `${a.name} in ${a.group} is known only at deployment`,
  'evidence.groupNotHere': (a: { group: string; name: string }) =>
    `parameter group ${a.group} is not declared here, so ${a.name} is unknown`,
  'evidence.groupNotRead': (a: { group: string; name: string }) =>
    `parameter group ${a.group} is not readable, so ${a.name} is unknown`,
  'evidence.groupUnknown': (a: { asset: string; name: string }) =>
    `${a.asset}: its parameter group is unknown, and so is ${a.name}`,
  'evidence.parameterNotSet': (a: { name: string }) => `${a.name} is set in no parameter group`,
  'evidence.engineDefault': (a: { name: string; value: string }) =>
    `${a.name} is set in no parameter group (engine default: ${a.value})`,
  'evidence.alarm': (a: { alarm: string; metrics: string[] }, say: Say) =>
    `${a.alarm} watches ${say(a.metrics)}`,
  'evidence.alarmUnclear': (a: { alarm: string; metrics: string[] }, say: Say) =>
    `${a.alarm} may watch ${say(a.metrics)}; of what is known only at deployment`,
  'evidence.noAlarm': (a: { metrics: string[] }, say: Say) => `no alarm on ${say(a.metrics)} is found`,
  'evidence.alarmOtherWay': (a: { alarm: string; metrics: string[] }, say: Say) =>
    `${a.alarm} looks at ${say(a.metrics)} and rings the other way round`,
  'evidence.notExported': (a: { asset: string; type: string }) =>
    `${a.asset} does not export the log “${a.type}”`,
  'evidence.exportOnInstance': (a: { asset: string }) =>
    `exports written on ${a.asset} have no effect: in Aurora they belong to the cluster`,
  'evidence.coarseSlowLog': (a: { seconds: number }) =>
    `a threshold of ${a.seconds} s or less would show more`,
  'evidence.auditTwice': 'audit records are sent twice, by export and by upload',
  'evidence.generalExportIdle': (a: { type: string }) => `“${a.type}” is exported although the log is off`,
  'evidence.alwaysWritten': (a: { engine: string }) => `${a.engine} always writes them`,
  'evidence.notOfEngine': (a: { engine: string }) => `does not apply to ${a.engine}`,
  'evidence.noExports': (a: { asset: string }) => `${a.asset} exports no log`,
  'evidence.wrongExports': (a: { names: string[]; allowed: string[]; engine: string }, say: Say) =>
    `not names of ${a.engine} logs: ${say(a.names)}; allowed: ${say(a.allowed)}`,
  'evidence.logGroupUnclear': (a: { group: string; type: string }) =>
    `${a.group} may be the log group of “${a.type}”; its name is known only at deployment`,
  'evidence.noLogGroup': (a: { type: string; service: string }) =>
    `no log group for “${a.type}”: ${a.service} creates one that never expires`,
  'evidence.neverExpires': (a: { group: string }) => `${a.group} never expires`,
  'evidence.shortRetention': (a: { group: string; days: number; shortest: number }) =>
    `${a.group} keeps logs for ${a.days} days, fewer than ${a.shortest}`,
  'evidence.classUnsupported': (a: { classes: string[] }, say: Say) => `not offered for ${say(a.classes)}`,
  'evidence.advancedRetention': (a: { days: number }) =>
    `the advanced mode needs a retention of at least ${a.days} days`,
  'evidence.standardInsights': 'standard mode: no execution plans, short history',
  'evidence.coarseMonitoring': (a: { seconds: number }) =>
    `every ${a.seconds} s or finer would show a surge better`,
  'evidence.noMonitoringRole': (a: { asset: string }) => `${a.asset} has a monitoring interval but no role`,
  'evidence.monitoringRole': (a: { asset: string }) => `${a.asset} has a role`,
  'evidence.oneInstance': (a: { asset: string }) => `${a.asset} has a single instance`,
  'evidence.instances': (a: { asset: string; count: number }) => `${a.asset} has ${a.count} instances`,
  'evidence.oneZone': (a: { zone: string }) => `all instances are in ${a.zone}`,
  'evidence.multiAzCluster': (a: { asset: string }) =>
    `${a.asset} is a Multi-AZ DB cluster: two readers stand by in other zones`,
  'evidence.noStorageAutoscaling': (a: { asset: string }) =>
    `${a.asset} is a Multi-AZ DB cluster, whose storage cannot grow by itself`,
  'evidence.storageNearLimit': (a: { asset: string; most: number; allocated: number; percent: number }) =>
    `${a.asset}: the limit of ${a.most} GiB is less than ${a.percent} % above the ${a.allocated} GiB that are allocated`,
  'evidence.noOption': (a: { asset: string; option: string }) =>
    `${a.asset} has no option group of its own, and the default one does not have ${a.option}`,
  'evidence.optionNotRead': (a: { asset: string; option: string }) =>
    `whether the option group of ${a.asset} has ${a.option} was not read`,
  'evidence.zonesByAurora': 'Aurora places them; an account scan shows where',
  'evidence.serverlessV1Exports': (a: { asset: string }) =>
    `${a.asset} is Aurora Serverless v1, which exports by itself what its parameters log`,
  'evidence.serverlessConnections': (a: { asset: string }) =>
    `${a.asset} is serverless: its limit follows the capacity`,
  'evidence.overLimit': (a: { parameter: string; value: string; most: number }) =>
    `${a.parameter} = ${a.value} exceeds the maximum of the engine (${a.most})`,
  'evidence.overClass': (
    a: { parameter: string; value: string; byClass: number; classes: string[] },
    say: Say,
  ) =>
    `${a.parameter} = ${a.value} is above the default ${a.byClass} of ${say(a.classes)}: memory may not suffice`,
  'evidence.poolsTooLarge': (a: { servers: number; pool: number; total: number; limit: number }) =>
    `${a.servers} servers with pools of ${a.pool} open ${a.total} connections; the limit is ${a.limit}`,
  'evidence.burstable': (a: { name: string }) => `${a.name} is meant for development and has few connections`,
  'evidence.classUnknown': (a: { classes: readonly string[] }) =>
    `how many connections ${a.classes.join(', ')} takes is unknown`,
  'evidence.classUnknown.unnamed': 'the instance class is unknown, and so is the limit',
  'evidence.proxy': (a: { proxy: string }) => `${a.proxy} is in front of the database`,
  'evidence.ownPool': (a: { size: number; file: string }) =>
    `the application has a pool (${a.size}, ${a.file})`,
  'evidence.proxyUnclear': (a: { proxy: string }) => `the targets of ${a.proxy} are unknown`,
  'evidence.noProxy': (a: { asset: string }) =>
    `no RDS Proxy in front of ${a.asset}, and no connection pool found`,
  'evidence.urgentBugs': (
    a: { version: string; count: number; example: Text | string; asOf: string; upstream: Text | null },
    say: Say,
  ) =>
    `${a.version}: ${plural(a.count, 'urgent known bug')}, e.g. “${say(a.example)}”${part(a.upstream, (words) => `; ${say(words)}`)} (notes as of ${a.asOf})`,
  'evidence.noUrgentBugs': (
    a: { version: string; listed: number; asOf: string; upstream: Text | null },
    say: Say,
  ) =>
    `${a.version}: no urgent known bug, ${a.listed} in all${part(a.upstream, (words) => `; ${say(words)}`)} (notes as of ${a.asOf})`,
  'evidence.upstreamCounted': (a: { name: string }) => `those of ${a.name}, which it runs, are among them`,
  'evidence.upstreamApart': (a: { name: string; urgent: number; all: number }) =>
    `${a.name}: ${a.urgent} urgent of ${a.all}, counted apart, which do not fail the check`,
  'evidence.supported': (a: { scope: string }) => `${a.scope} is in standard support`,
  'evidence.forcedUpgrade': 'Extended Support is declined: AWS upgrades the database automatically',
  'evidence.backtrackOn': 'backtrack is on: it cannot go back beyond a major upgrade',
  'evidence.backtrackOff': 'backtrack is off; it can be enabled only when a cluster is created',
  'evidence.ltsConflict': (a: { branch: string }) =>
    `${a.branch} is a long-term support version, which automatic upgrades would leave; RDS.13, RDS.35 and CKV_AWS_226 still require them, because they check the setting, not the release`,
  'evidence.globalAutoUpgrade': 'it has no effect in a global database',
  'evidence.pendingActions': (a: { count: number }) =>
    `${plural(a.count, 'action')} pending, none forced soon`,
  'evidence.forcedMaintenance': (a: { action: string; date: string }) =>
    `AWS forces ${a.action} on ${a.date}`,
  'evidence.windowSet': (a: { window: string }) => `window ${a.window}`,
  'evidence.windowRandom': 'no maintenance window is set: AWS picks one at random',
  'evidence.windowUnknown': 'the window is known only at deployment',
  'evidence.oldCertificate': (a: { authority: string }) =>
    `${a.authority} is not a current certificate authority`,
  'evidence.certificate': (a: { authority: string }) => a.authority,
  'evidence.certificateByAccount': 'not set: the default of the account applies, which an account scan shows',
  'evidence.group': (a: { group: string }) => `custom parameter group ${a.group}`,
  'evidence.groupHidden': (a: { asset: string }) =>
    `${a.asset}: which parameter group it uses is known only at deployment`,
  'evidence.defaultGroup': (a: { asset: string }) =>
    `${a.asset} uses the default parameter group, which cannot be changed`,
  'evidence.family': (a: { group: string; family: string }) => `${a.group} is of family ${a.family}`,
  'evidence.familyMismatch': (a: { group: string; family: string; expected: string }) =>
    `${a.group} is of family ${a.family}; the version needs ${a.expected}`,
  'evidence.groupOfOther': (a: { group: string; family: string }) =>
    `${a.group} is of family ${a.family}, of another engine`,
  'evidence.familyUnknown': (a: { group: string }) => `the family of ${a.group}, or the version, is unknown`,
  'evidence.pendingReboot': (a: { asset: string }) =>
    `${a.asset} is waiting for a restart: its parameters are not in effect`,
  'evidence.noElbChecks': (a: { group: string }) =>
    `${a.group} does not use the load balancer's health check`,
  'evidence.shortGrace': (a: { seconds: number; needed: number }) =>
    `grace period ${a.seconds} s, shorter than boot and probes take (${a.needed} s)`,
  'evidence.longGrace': 'a grace period of more than an hour hides broken instances',
  'evidence.launchHook': (a: { hook: string }) =>
    `no grace period, but ${a.hook} holds a new instance until it is ready`,
  'evidence.launchHookShort': (a: { hook: string; seconds: number; needed: number }) =>
    `no grace period, and ${a.hook} holds an instance for ${a.seconds} s only (boot and probes take ${a.needed} s)`,
  'evidence.launchHookShort.abandons': (a: { hook: string; seconds: number; needed: number }) =>
    `no grace period, and ${a.hook} terminates an instance that is not ready in ${a.seconds} s (boot and probes take ${a.needed} s): a loop of its own`,
  'evidence.launchHookAbandons': (a: { hook: string; seconds: number }) =>
    `nothing completes ${a.hook}, which abandons by default: each new instance is terminated after ${a.seconds} s`,
  'evidence.launchHookCompleted': (a: { hook: string }) =>
    `${a.hook} abandons by default, and what completes it is not in the start script: look at its target`,
  'evidence.statusChecks':
    'EC2 application status checks act on this group: they replace instances whatever its health check type is',
  'evidence.noStatusChecks': 'no EC2 application status check',
  'evidence.replacementSuspended': 'ReplaceUnhealthy is suspended',
  'evidence.replacements': (a: { count: number }) =>
    `${plural(a.count, 'replacement')} for health in the last day on record`,
  'evidence.loopLive': (a: { inHalfAnHour: number; inDay: number }) =>
    `${a.inHalfAnHour} replacements for health within half an hour, ${a.inDay} in a day: a loop`,
  'evidence.noHook': (a: { group: string }) => `${a.group} has no termination hook`,
  'evidence.hook': (a: { hook: string }) => `termination hook ${a.hook}`,
  'evidence.hookUnclear': (a: { hook: string }) => `${a.hook} may be a termination hook`,
  'evidence.hookNotifies': (a: { hook: string }) => `${a.hook} notifies a target`,
  'evidence.hookRule': (a: { rule: string }) => `${a.rule} reacts to it`,
  'evidence.hookScript': 'a script on the instance polls for its termination',
  'evidence.hookWithoutConsumer': (a: { hook: string }) =>
    `nothing reacts to ${a.hook}: it only delays each termination`,
  'evidence.ruleUnclear': (a: { rule: string }) => `what ${a.rule} reacts to is known only at deployment`,
  'evidence.heartbeat': (a: { seconds: number; least: number; most: number }) =>
    `heartbeat ${a.seconds} s; saving logs takes ${a.least} to ${a.most} s`,
  'evidence.noWarmPool': 'no warm pool',
  'evidence.warmPoolHook': (a: { hook: string }) => `${a.hook} holds instances that enter the warm pool`,
  'evidence.warmPoolWithoutHook': 'a warm pool without a launch hook does not wait for user data',
  'evidence.notRetained': (a: { group: string }) =>
    `${a.group} does not keep instances whose hook is abandoned`,
  'evidence.retained': (a: { group: string }) => `${a.group} keeps instances whose hook is abandoned`,
  'evidence.retainUnknown': (a: { group: string }) =>
    `the lifecycle policy of ${a.group} is known only at deployment`,
  'evidence.hookAbandons': 'a termination hook abandons by default',
  'evidence.noAbandon': 'no termination hook abandons by default, so nothing is kept',
  'evidence.launchFirst': (a: { percent: number }) =>
    `at least ${a.percent} % stay in service: a new instance comes first`,
  'evidence.terminateFirst': (a: { group: string }) => `${a.group} terminates before it launches`,
  'evidence.policyUnknown': (a: { group: string }) =>
    `the maintenance policy of ${a.group} is known only at deployment`,
  'evidence.launchConfiguration': (a: { name: string }) =>
    `${a.name} is a launch configuration, which AWS no longer develops`,
  'evidence.severalZones': 'several subnets or zones',
  'evidence.oneSubnet': 'a single subnet or zone',
  'evidence.zonesUnknown': 'subnets are known only at deployment',
  'evidence.scaleInProtection': 'scale-in protection does not stop the replacement of unhealthy instances',
  'evidence.filesNotRead': 'documents and scripts were not read',
  'evidence.suspended': (a: { names: string[] }, say: Say) => `suspended: ${say(a.names)}`,
  'evidence.allMetrics': 'all group metrics',
  'evidence.groupMetrics': (a: { group: string }) => `${a.group} reports its metrics`,
  'evidence.missingMetrics': (a: { group: string; metrics: string[] }, say: Say) =>
    `${a.group} does not report ${say(a.metrics)}`,
  'evidence.noNotifications': (a: { group: string }) => `no notifications of terminations of ${a.group}`,
  'evidence.noNotifications.launches': (a: { group: string }) =>
    `no notifications of launches and terminations of ${a.group}`,
  'evidence.eventRule': (a: { rule: string }) => `rule ${a.rule} matches these events`,
  'evidence.noShipper': (a: { template: string }) =>
    `${a.template} starts a stock image without log shipping`,
  'evidence.imageMayShip': (a: { template: string }) =>
    `the image of ${a.template} is unknown and may ship logs itself`,
  'evidence.associationUnclear': (a: { association: string }) =>
    `${a.association} may ship logs: what it runs, or where, is not known`,
  'evidence.userDataUnknown': (a: { template: string }) =>
    `the user data of ${a.template} is known only at deployment`,
  'evidence.onlyMessages':
    '/var/log/messages is collected, which Amazon Linux 2023 does not write without rsyslog',
  'evidence.scriptUnread': (a: { template: string; program: string; place: string }) =>
    `${a.template} runs something that is not in the code (${a.place}: ${a.program})`,
  'evidence.onlyWhere': (a: { what: Text; condition: string }, say: Say) =>
    `${say(a.what)}, but only where ${a.condition}`,
  'evidence.agentNotOnSystem': (a: { agent: string; system: string }) =>
    `${a.system} has no package of ${a.agent}`,
  'evidence.agentInstalled': (a: { agent: string; place: string }) => `${a.agent} is installed (${a.place})`,
  'evidence.agentInstalled.image': (a: { agent: string; place: string }) => `the image has ${a.agent}`,
  'evidence.agentNotInstalled': (a: { agent: string; template: string }) =>
    `${a.template} configures or starts ${a.agent}, but nothing installs it`,
  'evidence.agentRemoved': (a: { agent: string; place: string }) => `${a.agent} is removed (${a.place})`,
  'evidence.agentStarted': (a: { agent: string; place: string }) => `${a.agent} is started (${a.place})`,
  'evidence.agentStarted.image': (a: { agent: string; place: string }) => `${a.agent} is started`,
  'evidence.agentNotStarted': (a: { agent: string }) => `${a.agent} is installed, but nothing starts it`,
  'evidence.agentStopped': (a: { agent: string; place: string }) =>
    `${a.agent} is stopped or disabled (${a.place})`,
  'evidence.agentConfigFound': (a: { agent: string; path: string }) => `${a.agent} reads ${a.path}`,
  'evidence.agentConfigMissing': (a: { agent: string; path: string }) =>
    `${a.agent} has no configuration: nothing writes ${a.path}`,
  'evidence.agentConfigLate': (a: { agent: string; path: string; place: string }) =>
    `${a.agent} starts before its configuration ${a.path} is written (${a.place})`,
  'evidence.agentConfigUnread.parameter': (a: { agent: string; name: string }) =>
    `${a.agent} is configured by the SSM parameter ${a.name}, which is not declared here`,
  'evidence.agentConfigUnread.object': (a: { agent: string; name: string }) =>
    `${a.agent} is configured by the S3 object ${a.name}, which is not declared here`,
  'evidence.agentConfigUnread.elsewhere': (a: { agent: string; name: string }) =>
    `${a.agent} is configured by the file ${a.name}, which is not declared here`,
  'evidence.agentConfigBroken': (a: { agent: string; path: string; line: number }) =>
    `${a.agent} cannot read ${a.path}: syntax error in line ${a.line}`,
  'evidence.agentSwitchedOff': (a: { agent: string; setting: string }) =>
    `${a.agent} ships no logs: ${a.setting} is not true`,
  'evidence.agentShipsNoLogs': (a: { agent: string; path: string }) =>
    `${a.path} makes ${a.agent} send no logs (metrics only, or inputs without an output)`,
  'evidence.agentGrammar': (a: { agent: string }) => `configurations of ${a.agent} are not read`,
  'evidence.logsMissing': (a: { agent: string; logs: readonly Text[] }, say: Say) =>
    `${a.agent} does not ship ${say(a.logs)}`,
  'evidence.log.system': 'the system log or the journal',
  'evidence.log.cloud-init': 'the output of cloud-init (/var/log/cloud-init-output.log)',
  'evidence.log.file': (a: { name: string; path: string }) => `the log of ${a.name} (${a.path})`,
  'evidence.log.unknown': (a: { name: string }) => `the log of the application (${a.name})`,
  'evidence.logsShipped': (a: { agent: string; logs: readonly string[] }) =>
    `${a.agent} ships ${a.logs.join(', ')}`,
  'evidence.cloudInitIndirect': 'the output of cloud-init leaves the instance in the system log only',
  'evidence.profileNotHere': (a: { template: string }) =>
    `the instance profile of ${a.template} is not declared here: its permissions are unknown`,
  'evidence.profileWithoutRole': (a: { profile: string }) => `${a.profile} has no role`,
  'evidence.roleNotHere': (a: { profile: string }) =>
    `the role of ${a.profile} is not declared here: its permissions are unknown`,
  'evidence.roleNotForInstances': (a: { role: string }) =>
    `${a.role} does not trust ec2.amazonaws.com, so no instance can use it`,
  'evidence.roleMay': (a: { role: string; action: string }) => `${a.role} allows ${a.action}`,
  'evidence.roleMayNot': (a: { role: string; action: string }) => `${a.role} does not allow ${a.action}`,
  'evidence.roleUnclear': (a: { role: string; action: string }) =>
    `whether ${a.role} allows ${a.action} cannot be determined from the code`,
  'evidence.ssmAgentGone': (a: { template: string; place: string }) =>
    `${a.template} removes or stops the SSM Agent (${a.place})`,
  'evidence.agentGroup': (a: { group: string }) => `log group ${a.group} has a retention`,
  'evidence.agentGroupForever': (a: { group: string }) => `log group ${a.group} is kept for ever`,
  'evidence.agentGroupUnknown': (a: { agent: string }) =>
    `the log group that ${a.agent} writes to is not known`,
  'evidence.agentGroupByAgent': (a: { agent: string; group: string }) =>
    `log group ${a.group} is not declared here: ${a.agent} creates it, and its retention is unknown`,
  'evidence.agentGroupNotHere': (a: { agent: string; group: string }) =>
    `log group ${a.group} is not declared here, and ${a.agent} does not create it`,
  'evidence.bottlerocket': 'Bottlerocket has neither user data scripts nor log files of this kind',
  'evidence.volumesUnknown': 'volumes are known only at deployment',
  'evidence.volumesByImage': 'the volumes come from the image',
  'evidence.volumeKept': 'a volume outlives its instance',
  'evidence.volumeDeleted': 'volumes are deleted with their instance, and the logs with them',
  'evidence.noProfile': (a: { template: string }) =>
    `${a.template} has no instance profile; without Default Host Management Configuration, Systems Manager cannot reach it`,
  'evidence.profile': (a: { template: string }) =>
    `${a.template} has an instance profile and the agent; the policies of the role were not read`,
  'evidence.agentUnknown': (a: { template: string }) =>
    `whether the image of ${a.template} has the agent is unknown`,
  'evidence.imageUnknown': (a: { template: string }) => `the image of ${a.template} is unknown`,
  'evidence.imageNotOurs': (a: { image: string }) =>
    `${a.image} is not an image of an operating system in the catalogue`,
  'evidence.otherSystem': (a: { image: string }) => `${a.image} is another operating system`,
  'evidence.supportUnknown': (a: { name: string }) =>
    `the support dates of ${a.name} are not in the catalogue`,
  'evidence.systemEnded': (a: { name: string; date: string }) => `${a.name}: support ended ${a.date}`,
  'evidence.systemSupported': (a: { name: string; date: string }) =>
    `${a.name}: standard support until ${a.date}`,
  'evidence.imageOld': (a: { name: string; version: string; age: number }) =>
    `${a.name} ${a.version}: the image is ${a.age} days old and marked deprecated`,
  'evidence.noReplacement': (a: { target: string }) =>
    `no group uses the health check of ${a.target} to replace instances`,
  'evidence.mayReplace': (a: { target: string }) =>
    `whether a group uses the health check of ${a.target} to replace instances is known only at deployment`,
  'evidence.tcpCheck': (a: { target: string }) =>
    `${a.target} is probed over TCP, which does not involve the application`,
  'evidence.handlerReaches': (a: { path: string; file: string; line: number }) =>
    `${a.path}: the handler in ${a.file}:${a.line} calls the database`,
  'evidence.handlerShallow': (a: { path: string; file: string; line: number }) =>
    `${a.path}: the handler in ${a.file}:${a.line} does not call the database`,
  'evidence.actuator': (a: { path: string }) =>
    `${a.path} includes the database unless groups or probes are configured`,
  'evidence.pathReaches': (a: { path: string }) => `${a.path} probably reaches the database`,
  'evidence.pathWithoutDatabase': (a: { path: string }) =>
    `whether ${a.path} reaches a database cannot be determined: no Aurora database is declared here`,
  'evidence.pathShallow': (a: { path: string }) =>
    `${a.path} is named like a check of the process alone; its handler was not found`,
  'evidence.pathUnclear': (a: { path: string }) =>
    `whether ${a.path} reaches the database cannot be determined from its name`,
  'evidence.wideCodes': (a: { codes: string }) => `codes ${a.codes} count as healthy: failures stay hidden`,
  'evidence.patience': (a: { seconds: number; failures: number; interval: number }) =>
    `unhealthy after ${a.seconds} s (${a.failures} failures, one every ${a.interval} s)`,
  'evidence.timeoutTooLong': (a: { timeout: number; interval: number }) =>
    `a timeout of ${a.timeout} s does not fit an interval of ${a.interval} s`,
  'evidence.timeoutFits': 'the timeout fits the interval',
  'evidence.failOpen': (a: { name: string; value: string }) =>
    `${a.name} = ${a.value}; it changes routing only, unhealthy instances are still replaced`,
  'evidence.failOpenDefault': (a: { target: string }) =>
    `${a.target} fails open only when no healthy target is left; unhealthy instances are still replaced`,
  'evidence.failOpenUnknown': (a: { target: string }) =>
    `the thresholds of ${a.target} are known only at deployment`,
  'evidence.otherBalancer': (a: { balancer: string; type: string }) => `${a.balancer} is of type ${a.type}`,
  'evidence.subscription': (a: { name: string; type: string }) =>
    `subscription ${a.name} covers ${a.type} events`,
  'evidence.subscriptionUnclear': (a: { name: string; type: string }) =>
    `whether subscription ${a.name} covers ${a.type} events is known only at deployment`,
  'evidence.noSubscription': (a: { type: string; categories: string[] }, say: Say) =>
    `no subscription to ${a.type} events (${say(a.categories)}) is found`,
  'evidence.subscriptionOff': (a: { name: string; type: string }) =>
    `the subscription ${a.name} to ${a.type} events is switched off`,
  'evidence.noEventRule': 'no EventBridge rule matches RDS events',
  'evidence.otherAlarm': (a: { namespace: string }) => `an alarm in ${a.namespace}`,
  'evidence.trailElsewhere':
    'no trail is declared here; it is usually declared elsewhere, and an account scan shows it',
  'evidence.noTrail': 'no trail records management events',
  'evidence.trailHere': (a: { trail: string }) => `reported at ${a.trail}`,
  'evidence.trail': (a: { trail: string }) => `${a.trail} records management events`,
  'evidence.trailWithoutEvents': (a: { trail: string; source: string }) =>
    `${a.trail} does not record changes made through ${a.source}`,
  'evidence.trailUnclear': (a: { trail: string }) =>
    `whether the event selectors of ${a.trail} record changes to databases and groups cannot be determined from the code`,
  'evidence.uploadWithoutRole': (a: { parameter: string }) =>
    `the upload of audit logs needs ${a.parameter}, which is not set`,
  'evidence.notDocumented': (a: { name: string; engine: string }) =>
    `${a.name} is not a documented parameter of ${a.engine}: do not rely on it`,
  'evidence.paidRetention': (a: { days: number }) => `a retention of ${a.days} days is charged`,
  'evidence.mixedIntervals': (a: { seconds: string[] }, say: Say) =>
    `instances measure every ${say(a.seconds)} s: only the same interval can be managed on the cluster`,
  'evidence.alsoWorthAnAlarm': (a: { metrics: string[] }, say: Say) =>
    `also worth an alarm: ${say(a.metrics)}`,
  'evidence.patchSince': (a: { days: number }) =>
    `an operating system patch has been pending for ${a.days} days; AWS never applies it automatically`,
  'evidence.patchWaits': (a: { kept: number }) =>
    `an operating system patch is pending, start unknown: events go back only ${a.kept} days; AWS never applies it automatically`,
  'evidence.windowOverlaps': (a: { window: string; backup: string }) =>
    `window ${a.window} overlaps the backup window ${a.backup}`,
  'evidence.lowTiers': (a: { tiers: string[] }, say: Say) =>
    `promotion tiers ${say(a.tiers)}: no reader is first in line for a failover`,
  'evidence.certificateEnds': (a: { date: string }) => `the server certificate expires ${a.date}`,
  'evidence.targetReasons': (a: { reasons: string[] }, say: Say) => `targets fail with ${say(a.reasons)}`,
  'evidence.suspendedNow': (a: { names: string[]; day: string }, say: Say) =>
    `${say(a.names)} suspended since ${a.day}: a brake in use; resume it when the cause is gone`,
  'evidence.suspendedByAws': 'AWS suspended it: launches have failed for more than a day',
  'evidence.shipperWithoutProfile': (a: { template: string }) =>
    `${a.template} has no instance profile: its agent may not write to AWS`,
  'evidence.managed': (a: { template: string; count: number }) =>
    `Systems Manager manages ${plural(a.count, 'instance')} of the image of ${a.template}`,
  'evidence.delayBeyondHook': (a: { seconds: number; heartbeat: number }) =>
    `the deregistration delay of ${a.seconds} s is longer than the hook's heartbeat of ${a.heartbeat} s`,
  'evidence.moreCategories': (a: { parts: string[] }) => `no subscription covers ${a.parts.join('; ')}`,
  'evidence.silentDeath': (a: { metric: string }) =>
    `${a.metric} stops when its source is dead: let missing data count as breaching`,
  'evidence.readInPart': (a: { tool: string }) => `only part of ${a.tool} code is read`,
  'evidence.seenInPart': (a: { asset: string }) =>
    `only part of the definition of ${a.asset} is visible here`,
  'evidence.laterFixes': (a: { version: string; count: number }) =>
    `${plural(a.count, 'serious fix is', 'serious fixes are')} listed in releases after ${a.version}`,
  'evidence.notAsked': (a: { operation: string }) => `the scan does not call ${a.operation}`,
  'evidence.at': (a: { evidence: Text; place: string }, say: Say) => `${say(a.evidence)} (${a.place})`,
  'evidence.filtered': (a: { evidence: Text; omits: Text; page: string }, say: Say) =>
    `${say(a.evidence)}: leaves out ${say(a.omits)} (${a.page})`,
  'filter.fewRows': 'slow statements that read few rows, such as those waiting for a lock or a commit',
  'filter.connectionErrors': 'aborted connections',
  'filter.deadlocks': 'deadlocks, which end by the lock wait timeout instead',
  'filter.otherUsers': 'the statements of every user that is not listed',
  'filter.theseUsers': 'the statements of the listed users',
  'filter.errors': 'errors',
  'filter.messages': 'connections, statements and durations',
  'filter.plans': 'every plan',
  'evidence.list': (a: { parts: readonly Text[] }, say: Say) => say(a.parts, '; '),
} satisfies Record<string, Message>;
