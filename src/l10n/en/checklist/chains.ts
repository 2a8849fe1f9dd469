import type { Say } from '../../say.ts';

/** Links of the chain from an alarm to a person: rule, topic, role. */
export const chains = {
  'evidence.alarmActs': (a: { alarm: string; receiver: string }) => `${a.alarm} triggers ${a.receiver}`,
  'evidence.alarmAlways': (a: { alarm: string; metric: string; threshold: string }) =>
    `${a.alarm} is always in alarm: ${a.metric} ${a.threshold} is true when all is well`,
  'evidence.alarmDimensions': (a: { alarm: string; metric: string; dimensions: string[] }, say: Say) =>
    `${a.alarm}: ${a.metric} has no data for the dimensions ${say(a.dimensions)}`,
  'evidence.alarmDimensions.none': (a: { alarm: string; metric: string; dimensions: string[] }) =>
    `${a.alarm} names no dimension, and ${a.metric} has no data without one`,
  'evidence.alarmDimensionValue': (a: { alarm: string; dimension: string; value: string }) =>
    `${a.alarm}: ${a.value} is not a value of the dimension ${a.dimension}`,
  'evidence.alarmInComposite': (a: { alarm: string; composite: string }) =>
    `${a.composite} is in alarm whenever ${a.alarm} is`,
  'evidence.alarmLate': (a: { alarm: string; minutes: number; most: number }) =>
    `${a.alarm} takes ${a.minutes} minutes to go into alarm; more than ${a.most} is too late`,
  'evidence.alarmNarrow': (a: { alarm: string; metric: string; dimension: string }) =>
    `${a.alarm} covers a single ${a.dimension} of ${a.metric}`,
  'evidence.alarmOnSilence': (a: { alarm: string }) => `${a.alarm} treats missing data as breaching`,
  'evidence.alarmPoints': (a: { alarm: string; points: number; periods: number }) =>
    `${a.alarm} needs ${a.points} data points of ${a.periods}: CloudWatch rejects that`,
  'evidence.alarmReachUnknown': (a: { alarm: string; metric: string; threshold: string }) =>
    `${a.alarm}: it is unknown whether ${a.metric} ${a.threshold} can be reached`,
  'evidence.alarmReached': (a: { alarm: string; metric: string; threshold: string }) =>
    `${a.alarm}: ${a.metric} ${a.threshold} can be reached`,
  'evidence.alarmReaders': (a: { alarm: string; metric: string }) =>
    `${a.alarm} watches ${a.metric} of the readers only, not of the writer`,
  'evidence.alarmRole': (a: { alarm: string; role: string }) =>
    `${a.alarm}: the dimension Role is WRITER or READER, not ${a.role}`,
  'evidence.alarmSoon': (a: { alarm: string; minutes: number }) =>
    `${a.alarm} goes into alarm within ${a.minutes} minutes`,
  'evidence.alarmStatistic': (a: { alarm: string; metric: string; statistic: string }) =>
    `${a.alarm} uses the statistic ${a.statistic} of ${a.metric}`,
  'evidence.alarmStatisticUnknown': (a: { alarm: string; metric: string }) =>
    `${a.alarm}: the statistic of ${a.metric} is unknown`,
  'evidence.alarmStatisticWrong': (a: { alarm: string; metric: string; statistic: string }) =>
    `${a.alarm}: the statistic ${a.statistic} of ${a.metric} hides the problem`,
  'evidence.alarmTells': (a: { alarm: string; receiver: string }) => `${a.alarm} notifies ${a.receiver}`,
  'evidence.alarmThresholdUnknown': (a: { alarm: string; metric: string }) =>
    `${a.alarm}: the threshold for ${a.metric} is unknown`,
  'evidence.alarmTimeUnknown': (a: { alarm: string }) =>
    `${a.alarm}: its period or its number of evaluation periods is unknown`,
  'evidence.alarmUnreachable': (
    a: { alarm: string; metric: string; threshold: string; most: number | null },
    say: Say,
  ) =>
    `${a.alarm} never goes into alarm: ${a.metric} ${a.threshold} cannot be reached (limit: ${say(a.most)})`,
  'evidence.alarmUnreachable.math': (a: {
    alarm: string;
    metric: string;
    threshold: string;
    most: number | null;
  }) => `${a.alarm} never goes into alarm: its metric math does not reach ${a.threshold}`,
  'evidence.alarmWithoutAction': (a: { alarm: string }) => `${a.alarm} has no alarm action`,
  'evidence.bucketRefuses': (a: { bucket: string; service: string }) =>
    `the policy of ${a.bucket} does not let ${a.service} write`,
  'evidence.bucketTakes': (a: { bucket: string; service: string }) => `${a.service} may write to ${a.bucket}`,
  'evidence.bucketUnknown': (a: { bucket: string; service: string }) =>
    `it is unknown whether ${a.service} may write to ${a.bucket}`,
  'evidence.compositeRule': (a: { alarm: string; composite: string }) =>
    `${a.composite} combines ${a.alarm} with others, so it may stay silent`,
  'evidence.consumerElsewhere': (a: { consumer: string }) =>
    `whether ${a.consumer} completes the lifecycle action is not shown here`,
  'evidence.consumerPeople': (a: { topic: string }) =>
    `${a.topic} only notifies people: nothing shown here saves the logs and completes the lifecycle action`,
  'evidence.eventsLogged': (a: { group: string }) => `events are written to ${a.group}`,
  'evidence.heartbeatShort': (a: { hook: string; seconds: number; least: number }) =>
    `${a.hook} holds the instance for ${a.seconds} s; saving logs takes ${a.least} s or more`,
  'evidence.heartbeatEnough': (a: { hook: string; seconds: number }) =>
    `${a.hook} holds the instance for ${a.seconds} s`,
  'evidence.partUnwatched': (a: { asset: string; metrics: string[] }, say: Say) =>
    `no alarm on ${say(a.metrics)} covers all of ${a.asset}`,
  'evidence.queueUnread': (a: { queue: string }) => `what reads ${a.queue} is not shown here`,
  'evidence.receiverRefuses': (a: { receiver: string; service: string }) =>
    `${a.receiver} does not accept calls from ${a.service}: it has no such permission`,
  'evidence.receiverTakes': (a: { receiver: string; service: string }) =>
    `${a.receiver} accepts calls from ${a.service}`,
  'evidence.receiverUnknown': (a: { receiver: string; service: string }) =>
    `it is unknown whether ${a.receiver} accepts calls from ${a.service}`,
  'evidence.refusedElsewhere': (a: { aborted: string; metrics: string[] }, say: Say) =>
    `${a.aborted} counts established sessions only; connections that are refused before show in ${say(a.metrics)} and in the status variable aborted_connects`,
  'evidence.roleElsewhere': (a: { asset: string; role: string }) =>
    `the role ${a.role} of ${a.asset} is not declared here`,
  'evidence.roleMay': (a: { role: string; action: string }) => `${a.role} allows ${a.action}`,
  'evidence.roleMayBe': (a: { role: string; action: string }) =>
    `it is unknown whether ${a.role} allows ${a.action}`,
  'evidence.roleMayNot': (a: { role: string; action: string }) => `${a.role} does not allow ${a.action}`,
  'evidence.roleMissing': (a: { asset: string }) => `${a.asset} has no role`,
  'evidence.roleTrusts': (a: { role: string; service: string }) => `${a.role} trusts ${a.service}`,
  'evidence.roleTrustsOthers': (a: { role: string; service: string }) =>
    `${a.role} cannot be assumed by ${a.service}`,
  'evidence.roleTrustUnknown': (a: { role: string; service: string }) =>
    `it is unknown whether ${a.service} can assume ${a.role}`,
  'evidence.ruleBusUnknown': (a: { rule: string }) => `the event bus of ${a.rule} is unknown`,
  'evidence.ruleDisabled': (a: { rule: string }) => `${a.rule} is disabled`,
  'evidence.ruleEnabled': (a: { rule: string }) => `${a.rule} is enabled`,
  'evidence.ruleForOthers': (a: { rule: string; asset: string }) =>
    `${a.rule} does not match events of ${a.asset}`,
  'evidence.ruleOnBus': (a: { rule: string; bus: string }) =>
    `${a.rule} is on the event bus ${a.bus}; AWS sends its events to the default bus`,
  'evidence.ruleStateUnknown': (a: { rule: string }) => `whether ${a.rule} is enabled is unknown`,
  'evidence.ruleTarget': (a: { rule: string }) => `${a.rule} has a target`,
  'evidence.ruleTargetsUnknown': (a: { rule: string }) => `the targets of ${a.rule} are unknown`,
  'evidence.ruleWithoutTarget': (a: { rule: string }) => `${a.rule} has no target`,
  'evidence.subscribersUnknown': (a: { topic: string }) => `the subscribers of ${a.topic} are unknown`,
  'evidence.subscriptionFilters': (a: { topic: string; protocol: string }) =>
    `the ${a.protocol} subscription of ${a.topic} filters messages: which ones pass is not read`,
  'evidence.subscriptionPending': (a: { topic: string; protocol: string }) =>
    `the ${a.protocol} subscription of ${a.topic} is not confirmed`,
  'evidence.targetElsewhere': (a: { target: string }) => `what ${a.target} does is not shown here`,
  'evidence.topicChat': (a: { topic: string }) => `${a.topic} is connected to a chat`,
  'evidence.topicElsewhere': (a: { alarm: string; receiver: string }) =>
    `${a.alarm} notifies ${a.receiver}, whose subscribers are not shown here`,
  'evidence.topicKeyFits': (a: { topic: string; service: string }) =>
    `the KMS key of ${a.topic} lets ${a.service} publish`,
  'evidence.topicKeyOfAws': (a: { topic: string; service: string }) =>
    `${a.topic} is encrypted with alias/aws/sns, with which ${a.service} cannot publish`,
  'evidence.topicKeyRefuses': (a: { topic: string; service: string }) =>
    `the KMS key of ${a.topic} does not let ${a.service} publish`,
  'evidence.topicKeyUnknown': (a: { topic: string; service: string }) =>
    `it is unknown whether the KMS key of ${a.topic} lets ${a.service} publish`,
  'evidence.topicPlain': (a: { topic: string }) => `${a.topic} is not encrypted with a KMS key`,
  'evidence.topicPolicyUnknown': (a: { topic: string; service: string }) =>
    `it is unknown whether ${a.service} may publish to ${a.topic}`,
  'evidence.topicRead': (a: { topic: string; protocol: string }) =>
    `${a.topic} has a subscriber (${a.protocol})`,
  'evidence.topicRefuses': (a: { topic: string; service: string }) =>
    `the policy of ${a.topic} does not let ${a.service} publish`,
  'evidence.topicTakes': (a: { topic: string; service: string }) => `${a.service} may publish to ${a.topic}`,
  'evidence.topicUnread': (a: { topic: string }) => `${a.topic} has no subscriber`,
};
