import type { Message } from '../../say.ts';

/** Alarm on the loop, subscribers, log buckets, and the surge of reconnections. */
export const surge = {
  'evidence.noLogBucket': (a: { asset: string; name: string }) => `${a.asset}: ${a.name} is not set`,
  'evidence.bucketElsewhere': (a: { bucket: string }) =>
    `bucket ${a.bucket} is not declared here: whether it exists, can be written and is kept is unknown`,
  'evidence.bucket': (a: { bucket: string }) => `bucket ${a.bucket}`,
  'evidence.bucketPolicyUnknown': (a: { bucket: string }) =>
    `whom the policy of ${a.bucket} lets write is known only at deployment`,
  'evidence.bucketWithoutPolicy': (a: { bucket: string }) =>
    `${a.bucket} has no bucket policy: the load balancer cannot write to it`,
  'evidence.bucketDenies': (a: { bucket: string }) => `the policy of ${a.bucket} denies the delivery of logs`,
  'evidence.bucketNotWritable': (a: { bucket: string }) =>
    `the policy of ${a.bucket} does not allow logdelivery.elasticloadbalancing.amazonaws.com to put objects`,
  'evidence.bucketWritable': (a: { bucket: string }) => `${a.bucket} allows the delivery of logs`,
  'evidence.bucketLifecycleUnknown': (a: { bucket: string }) =>
    `how long ${a.bucket} keeps objects is known only at deployment`,
  'evidence.bucketExpires': (a: { bucket: string; days: number; shortest: number }) =>
    `${a.bucket} deletes objects after ${a.days} days, fewer than ${a.shortest}`,
  'evidence.bucketKeeps': (a: { bucket: string }) => `${a.bucket} keeps objects for good`,
  'evidence.bucketKeepsDays': (a: { bucket: string; days: number }) =>
    `${a.bucket} keeps objects for ${a.days} days`,
  'evidence.subscribersUnknown': (a: { topic: string }) =>
    `the subscribers of ${a.topic} are known only at deployment`,
  'evidence.noHttpTargets': (a: { group: string }) => `${a.group} has no target group for HTTP`,
  'fix.subscribe': (a: { topic: string }) => `Subscribe to ${a.topic}`,
  'fix.surge': 'Let new instances warm up and take requests slowly',
  'check.asg-alarm-replacements.title': 'Repeated replacements should raise an alarm',
  'check.asg-alarm-replacements.why':
    'With a maintenance policy above 100 % the capacity in service never dips while a loop runs: the number of instances that leave is the only sign.',
  'check.asg-alarm-replacements.care':
    'A scale-in of many instances can ring, too. Group metrics have to be enabled.',
  'check.topic-has-subscriber.title': 'Every topic should have a subscriber',
  'check.topic-has-subscriber.why': 'An alarm that nobody receives is no alarm.',
  'check.topic-has-subscriber.care': 'E-mail subscriptions count only after somebody has confirmed them.',
  'check.asg-reconnection-surge.title': 'New instances should take on load slowly',
  'check.asg-reconnection-surge.why':
    'Each replaced instance fills its connection pool at once. Without warm-up and slow start a loop becomes a surge of connections that keeps the database down.',
  'check.asg-reconnection-surge.care':
    'Slow start does not work with the algorithms least outstanding requests and weighted random. A warm-up delays scale-out by metrics.',
  'check.aurora-reconnection-limits.title': 'The database should survive a surge of reconnections',
  'check.aurora-reconnection-limits.why':
    'Failed handshakes beyond max_connect_errors block a web server, and connections of terminated servers hold their places until wait_timeout.',
  'check.aurora-reconnection-limits.care':
    'A wait_timeout below the idle time of a connection pool breaks connections that the pool believes to be alive.',
} satisfies Record<string, Message>;
