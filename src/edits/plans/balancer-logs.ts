import { awsName, type Planner } from './plan.ts';
import { labelOf } from '../fixes/names.ts';
import { BUCKET, BUCKET_POLICY } from '../new/types.ts';
import {
  concat,
  document,
  pseudoParameter,
  reference,
  type NewResource,
  type NewValue,
} from '../new/values.ts';

const BUCKET_WORDS = 'logs';

/**
 * Bucket for the logs of a load balancer: that of its other logs, or a new one. The setting refers to the bucket's
 * policy, so that logging starts only once the bucket accepts it.
 */
export const balancerLogsPlan: Planner<'balancer-logs'> = ({ logs }, asset, known) => {
  const isBucketNamed = (log: string): boolean => known.isWritten(`${log}.s3.bucket`);
  const set = (log: string, bucket: NewValue): [string, NewValue][] => [
    [`${log}.s3.enabled`, 'true'],
    ...(isBucketNamed(log) ? [] : [[`${log}.s3.bucket`, bucket] satisfies [string, NewValue]]),
  ];
  const setAll = (bucket: NewValue): Record<string, NewValue> =>
    Object.fromEntries(logs.flatMap((log) => set(log, bucket)));
  if (logs.every(isBucketNamed)) return { settings: setAll(''), resources: [] };
  const there = known.logBucket(BUCKET_WORDS);
  if (there !== null) return { settings: setAll(there), resources: [] };
  const bucket: NewResource = {
    type: BUCKET,
    words: BUCKET_WORDS,
    settings: { bucketPrefix: `${awsName(labelOf(asset), BUCKET_WORDS)}-` },
    remark: 'Nothing is deleted from it: decide for how long logs are kept.',
  };
  const policy: NewResource = {
    type: BUCKET_POLICY,
    words: BUCKET_WORDS,
    settings: {
      bucket: reference(bucket, 'name'),
      policyDocument: document({
        Version: '2012-10-17',
        Statement:
          asset.settings.type === 'network' ? networkStatements(bucket) : [applicationStatement(bucket)],
      }),
    },
  };
  return { settings: setAll(reference(policy, 'name')), resources: [bucket, policy] };
};

/** Statement for the logs of an Application Load Balancer (its User Guide, enable-access-logging). */
function applicationStatement(bucket: NewResource): NewValue {
  return {
    Effect: 'Allow',
    Principal: { Service: 'logdelivery.elasticloadbalancing.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: objectsOf(bucket),
  };
}

/** Statements for the logs of a Network Load Balancer (its User Guide, enable-access-logs). */
function networkStatements(bucket: NewResource): NewValue[] {
  const Principal = { Service: 'delivery.logs.amazonaws.com' };
  const own = { 'aws:SourceAccount': pseudoParameter('AccountId') };
  return [
    {
      Effect: 'Allow',
      Principal,
      Action: 's3:GetBucketAcl',
      Resource: reference(bucket, 'arn'),
      Condition: { StringEquals: own },
    },
    {
      Effect: 'Allow',
      Principal,
      Action: 's3:PutObject',
      Resource: objectsOf(bucket),
      Condition: { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control', ...own } },
    },
  ];
}

function objectsOf(bucket: NewResource): NewValue {
  return concat(reference(bucket, 'arn'), '/AWSLogs/', pseudoParameter('AccountId'), '/*');
}
