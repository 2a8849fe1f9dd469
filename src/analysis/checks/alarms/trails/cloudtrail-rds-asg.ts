import { text } from '../../../../l10n/index.ts';
import { isFileLocation, type Asset, isUnknownSetting } from '../../../../model/index.ts';
import {
  fail,
  passingLink,
  linkOf,
  notApplicable,
  unknown,
  failingLink,
  unknownLink,
  type CheckLink,
} from '../../answers.ts';
import { answerOfChain, nameLink, type NamedLink } from '../../chain.ts';
import { controlMappings, type Check } from '../../check.ts';
import type { Graph } from '../../reading/graph.ts';
import { isOn, readSetting } from '../../reading/readings.ts';
import { eventsLink } from './trail-events.ts';
import { isReadInFull } from '../../reading/defaults.ts';
import { allows } from '../../receivers/policies.ts';

export const cloudtrailRdsAsg: Check = {
  id: 'cloudtrail-rds-asg',
  title: text('check.cloudtrail-rds-asg.title'),
  why: text('check.cloudtrail-rds-asg.why'),
  level: 'should',
  appliesTo: ['trail', 'database'],
  evaluate(asset, { graph }) {
    const trail = asset.kind === 'trail' ? asset : trailOf(asset, graph);
    if (trail === undefined) {
      if (isFileLocation(asset.location)) return unknown(text('evidence.trailElsewhere'));
      return graph.wasRefused('DescribeTrails', asset)
        ? unknown(text('evidence.refused', { operation: 'DescribeTrails' }))
        : fail(text('evidence.noTrail'));
    }
    if (asset.kind !== 'trail') return notApplicable(text('evidence.trailHere', { trail: trail.name }));
    return answerOfChain([recordingLink(trail), eventsLink(trail), bucketLink(trail, graph)]);
  },
  care: text('check.cloudtrail-rds-asg.care'),
  helpUri:
    'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html',
  mappings: controlMappings({ securityHub: ['CloudTrail.1'], wellArchitected: ['OPS04-BP02'] }),
};

function recordingLink(trail: Asset): NamedLink {
  return nameLink('recording', trail, linkOf(readSetting(trail, 'isLogging'), isOn));
}

/** Link to the trail's bucket: a declared bucket has to let CloudTrail write, which refuses any other. */
function bucketLink(trail: Asset, graph: Graph): NamedLink {
  const [bucket] = graph.linked(trail, 'bucket');
  if (bucket === undefined)
    return nameLink('bucket', trail, passingLink(text('evidence.trail', { trail: trail.name })));
  return nameLink('bucket', bucket, bucketWriteLink(bucket, 'cloudtrail.amazonaws.com'));
}

/**
 * Trail that covers a cluster. A trail of several Regions is listed in its first one, and records for all of its account.
 */
function trailOf(cluster: Asset, graph: Graph): Asset | undefined {
  const { location } = cluster;
  if (isFileLocation(location)) return graph.near(cluster, 'trail')[0];
  return graph
    .ofKind('trail')
    .find(
      (trail) =>
        !isFileLocation(trail.location) &&
        trail.location.account === location.account &&
        (trail.location.region === location.region || isOn(trail.settings.isMultiRegionTrail)),
    );
}

/** Link to a bucket's policy, which has to let a service of AWS write; without a policy only the owner may. */
function bucketWriteLink(bucket: Asset, service: string): CheckLink {
  const about = { bucket: bucket.name, service };
  const { policy } = bucket.settings;
  const answer =
    isUnknownSetting(bucket, 'policy') || (policy === undefined && !isReadInFull(bucket))
      ? null
      : policy !== undefined && allows(policy, { action: 's3:PutObject', service });
  if (answer === null) return unknownLink(text('evidence.bucketUnknown', about));
  return answer
    ? passingLink(text('evidence.bucketTakes', about))
    : failingLink(text('evidence.bucketRefuses', about));
}
